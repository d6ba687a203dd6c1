// What can be wrong with a header, be it a contract's own or that of an imported text.
#pragma once

#include "../core/version.hpp"
#include "problems.hpp"
#include "syntax.hpp"

namespace redline::inline v0_1::text {

/// Checks the language version and the dates of a header; other statements it leaves alone. Linear in its nodes; constexpr,
/// no heap.
constexpr void check_header(syntax_view const& in, statement const& s, problems& wrong) noexcept
{
    if (s.broken || (s.is != tag::version_of_language && s.is != tag::title)) return;
    token const* from = nullptr;
    for (std::uint32_t n = s.first_node; n != s.last_node; ++n) {
        token const& t = in.tokens[in.nodes[n].token];
        switch (in.nodes[n].is) {
        case tag::version_of_language:
            if (t.value == 0 || t.value > language_version)
                wrong.report(code::unknown_version, t.offset, t.length, t.line);
            break;
        case tag::effective_from: from = &t; break;
        case tag::effective_before:
            if (static_cast<std::int32_t>(static_cast<std::uint32_t>(t.value)) <=
                static_cast<std::int32_t>(static_cast<std::uint32_t>(from->value)))
                wrong.report(code::dates_reversed, t.offset, t.length, t.line);
            break;
        default: break;
        }
    }
}

}  // namespace redline::inline v0_1::text
