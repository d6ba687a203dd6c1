// Where a new statement goes: behind what it belongs to, or before what comes later.
#pragma once

#include "key.hpp"

#include "../../core/rule_set.hpp"

#include <vector>

namespace redline::inline v0_1::text::amend {

/// A place between two statements of a contract: behind one of them, or before one.
struct gap {
    std::uint32_t statement = 0;
    bool before = false;
};

/// Finds places in a contract, some of whose statements are struck. Each look is linear in the statements.
class placement {
public:
    placement(document const& base, std::vector<bool> const& struck) noexcept : base_{base}, struck_{struck} {}

    /// A term goes before the first one with a greater label (language reference, "Drafts"), a section before the first
    /// section or term that comes later; both stay in front of the headings of later sections.
    gap of_label(std::string_view label, bool is_section) const noexcept
    {
        std::uint32_t const end = first_later(label, is_section);
        std::uint32_t before = none;
        for (std::uint32_t i = end; i-- != 0;) {
            if (!is_labelled(i) || struck_[i]) continue;
            if (base_[i].is == tag::label || !label_before(label, label_of(i))) return {i, false};
            before = i;  // the heading of a later section
        }
        if (before != none) return {before, true};
        return end == base_.size() ? behind_rank(rank::labelled) : gap{end, true};
    }
    /// A use or a mission goes behind the last one at or below its nearest declared parent; one without a parent, behind
    /// the last of its kind.
    gap of_path(std::string_view path, tag is) const noexcept
    {
        for (auto dot = path.rfind('.'); dot != std::string_view::npos; dot = path.rfind('.')) {
            path = path.substr(0, dot);
            for (std::uint32_t i = base_.size(); i-- != 0;)
                if (base_[i].is == is && !struck_[i] && lies_below(base_.spelled(base_.token_of(base_[i])), path))
                    return {i, false};
        }
        return behind_rank(rank_of(is));
    }
    /// Behind the last statement of a kind; where there is none, behind the last of what usually comes before that kind.
    gap behind_rank(rank r) const noexcept
    {
        // One that is struck only where nothing else of its kind is left.
        std::uint32_t best = 0;
        for (std::uint32_t i = 0; i != base_.size(); ++i) {
            rank const is = rank_of(base_[i].is), was = rank_of(base_[best].is);
            if (is <= r && (is > was || (is == was && (!struck_[i] || struck_[best])))) best = i;
        }
        return {best, false};
    }

private:
    bool is_labelled(std::uint32_t i) const noexcept
    {
        return base_[i].is == tag::section || base_[i].is == tag::label;
    }
    std::string_view label_of(std::uint32_t i) const noexcept { return base_.spelled(base_.token_of(base_[i])); }
    /// The first term, for a section also the first section, that comes later and is not struck; else the end.
    std::uint32_t first_later(std::string_view label, bool is_section) const noexcept
    {
        for (std::uint32_t i = 0; i != base_.size(); ++i) {
            if (!is_labelled(i) || struck_[i]) continue;
            bool const term = base_[i].is == tag::label;
            bool const later = is_section && term ? !label_before(label_of(i), label)
                                                  : label_before(label, label_of(i));
            if (later && (term || is_section)) return i;
        }
        return base_.size();
    }
    static bool lies_below(std::string_view path, std::string_view parent) noexcept
    {
        return path.substr(0, parent.size()) == parent && (path.size() == parent.size() || path[parent.size()] == '.');
    }

    document const& base_;
    std::vector<bool> const& struck_;
};

}  // namespace redline::inline v0_1::text::amend
