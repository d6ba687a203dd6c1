// The lines of scenarios and assertions, taken from an expanded text to the text that they were written in.
#pragma once

#include "source_map.hpp"

#include "../../core/scenario.hpp"

namespace redline::inline v0_1::text {

/// Their offsets stay those of the expanded text, which holds their words. constexpr.
constexpr void locate(source_map const& map, scenario_entry& s) noexcept
{
    s.title_line = map.located(s.title.source == 0 ? s.title.offset : s.offset, 1).line;
    s.line = map.located(s.offset, 1).line;
}
constexpr void locate(source_map const& map, assertion_entry& a) noexcept { a.line = map.located(a.offset, 1).line; }

}  // namespace redline::inline v0_1::text
