// In which order the statements of several texts stand once each import is replaced by what it brings in.
#pragma once

#include "sources.hpp"

namespace redline::inline v0_1::text {

/// Statements of one part of a source, `last` excluded, that stand one behind another in the expanded text.
struct stretch {
    std::uint32_t source = 0;
    std::uint32_t part = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// After how many applications a stretch ends: in constant expressions each is expanded in an evaluation of its own.
inline constexpr std::uint32_t applications_in_stretch = 8;

/// Puts the statements of all sources in order, a source that is reached a second time left out; language reference,
/// "Drafts". Linear in the statements; constexpr, no heap. `to` may have no memory: then `size` counts all the same.
class planner {
public:
    /// `state` is zeroed, one for each source.
    constexpr planner(sources_view const& all, stretch* to, std::uint8_t* state) noexcept
        : all_{all}, to_{to}, state_{state}
    {}
    constexpr void run() noexcept { source(0); }

    std::uint32_t size = 0;

    /// An import that leads back to a text that is being read: its source, and where it stands there; null where none does.
    struct circle {
        std::uint32_t source = 0;
        syntax_view const* in = nullptr;
        statement const* import = nullptr;
        std::uint32_t to = 0;
    };
    circle in_a_circle{};

private:
    constexpr void push(stretch const& s) noexcept
    {
        if (s.first == s.last) return;
        if (to_ != nullptr) to_[size] = s;
        ++size;
    }
    constexpr void source(std::uint32_t number) noexcept
    {
        state_[number] = 1;
        source_view const& s = all_.sources[number];
        std::uint32_t import = 0;
        for (std::uint32_t p = 0; p != s.parts.size; ++p) {
            syntax_view const& in = s.parts[p];
            std::uint32_t first = 0;
            std::uint32_t applications = 0;
            for (std::uint32_t i = 0; i != in.statement_count; ++i) {
                if (in.statements[i].is == tag::import_) {
                    push({number, p, first, i});
                    first = i + 1;
                    applications = 0;
                    follow(number, in, in.statements[i], s.imports[import++]);
                }
                else if (is_application(in, in.statements[i]) && ++applications == applications_in_stretch) {
                    push({number, p, first, i + 1});
                    first = i + 1;
                    applications = 0;
                }
            }
            push({number, p, first, in.statement_count});
        }
        state_[number] = 2;
    }
    constexpr void follow(std::uint32_t from, syntax_view const& in, statement const& import, std::uint32_t to) noexcept
    {
        if (to == none) return;
        if (state_[to] == 0) source(to);
        else if (state_[to] == 1 && in_a_circle.import == nullptr) in_a_circle = {from, &in, &import, to};
    }

    sources_view const& all_;
    stretch* to_;
    std::uint8_t* state_;
};

}  // namespace redline::inline v0_1::text
