// One difference between two contracts: what it is about, what changed, and what that does by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace redline::inline v0_1 {

/// What a difference is about, in the order in which differences are listed.
enum class difference_kind : std::uint8_t {
    title,
    version,
    effective,
    party,
    role,
    authority,
    use,
    mission,
    fact,
    evidence,
    safeguard,
    event,
    definition,
    trigger,
    chain,
    chain_rule,
    log,
    audit,
    duty,
    continuity
};
/// What became of something.
enum class change_kind : std::uint8_t { added, dropped, changed };
/// What a changed `from` does to the verdict of a comparison; language reference, "Drafts".
enum class difference_effect : std::uint8_t { neither, narrower, wider, both };

/// The word that `redline compare` prints.
constexpr std::string_view name_of(difference_kind k) noexcept
{
    constexpr std::string_view names[] = {"title",         "version", "effective",  "party",   "role",
                                          "authority",     "use",     "mission",    "fact",    "evidence",
                                          "safeguard",     "event",   "definition", "trigger", "sign-off",
                                          "sign-off rule", "log",     "audit",      "duty",    "continuity"};
    return names[static_cast<unsigned>(k)];
}
/// The word that `redline compare` prints.
constexpr std::string_view name_of(change_kind c) noexcept
{
    constexpr std::string_view names[] = {"added", "dropped", "changed"};
    return names[static_cast<unsigned>(c)];
}
/// The word that `redline compare` prints.
constexpr std::string_view name_of(difference_effect e) noexcept
{
    constexpr std::string_view names[] = {"none", "narrower", "wider", "both"};
    return names[static_cast<unsigned>(e)];
}

/// Something that two contracts say differently, whether or not any outcome shows it.
///
/// `name` is the name, path or label that it is about, of a `chain_rule` the chain's, and empty for the header. `before`
/// and `after` are what either contract says of it, as contract text: of a declaration what stands behind the name but for
/// the description, of a term its label and body, of a `chain_rule` the stage or rule. A term whose label alone changed has
/// its old one as `name`.
struct difference {
    difference_kind kind = difference_kind::title;
    change_kind change = change_kind::changed;
    std::string name;
    std::string before, after;
    difference_effect effect = difference_effect::neither;

    friend bool operator==(difference const&, difference const&) = default;
};

}  // namespace redline::inline v0_1
