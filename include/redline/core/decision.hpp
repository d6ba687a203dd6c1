// A decision: the outcome, and all that explains it.
#pragma once

#include "index_set.hpp"
#include "rule_set.hpp"

namespace redline::inline v0_1 {

/// In the order of strictness: the strictest wins.
enum class outcome : std::uint8_t { permitted, paused, prohibited };

/// Why a request is prohibited: a term forbids it, nothing covers it, or it could not be decided at all.
enum class ground : std::uint8_t { not_prohibited, forbidden, uncovered, not_valid };

/// What a paused request waits for; language reference, "What is decided".
struct pending_items {
    index_set_view signoffs{}, evidence{}, safeguards{}, facts{};
    bool mission = false, date = false, use = false;

    constexpr bool empty() const noexcept
    {
        return signoffs.empty() && evidence.empty() && safeguards.empty() && facts.empty() && !mission && !date && !use;
    }
};

/// A decision. The sets hold indices into the rule set's arrays, terms for `by`, `exceptions` and `log`; they live in
/// the workspace that the decision was made in, until the next one is made there. `because`, `cites`, title, version and
/// digest are read from `rules`.
struct decision {
    enum outcome outcome = outcome::prohibited;
    enum ground ground = ground::not_valid;
    index_set_view by{};
    pending_items pending{};
    index_set_view exceptions{};
    index_set_view log{};
    rule_set const* rules = nullptr;
};

/// The word of the language.
constexpr std::string_view name_of(outcome o) noexcept
{
    return o == outcome::permitted ? "permitted" : o == outcome::paused ? "paused" : "prohibited";
}
/// The ground in words; empty where nothing is prohibited.
constexpr std::string_view name_of(ground g) noexcept
{
    return g == ground::forbidden   ? "forbidden"
           : g == ground::uncovered ? "uncovered"
           : g == ground::not_valid ? "not valid"
                                    : "";
}

}  // namespace redline::inline v0_1
