// Opt-in: outcomes, grounds and decisions to an output stream.
#pragma once

#include "describe.hpp"

#include <ostream>

namespace redline::inline v0_1 {

/// Writes `permitted`, `paused` or `prohibited`. Width and fill of the stream count.
inline std::ostream& operator<<(std::ostream& to, outcome o) { return to << name_of(o); }

/// Writes `forbidden`, `uncovered`, `not valid`, or nothing where nothing is prohibited.
inline std::ostream& operator<<(std::ostream& to, ground g) { return to << name_of(g); }

/// Writes a decision as `describe` says it. Throws only what the stream throws.
inline std::ostream& operator<<(std::ostream& to, decision const& d)
{
    describe(d, [&](std::string_view piece) { to.write(piece.data(), static_cast<std::streamsize>(piece.size())); });
    return to;
}

/// Writes a decision that owns what it says.
template <rule_set_sizes S>
std::ostream& operator<<(std::ostream& to, fixed_decision<S> const& d)
{
    return to << d.view();
}

}  // namespace redline::inline v0_1
