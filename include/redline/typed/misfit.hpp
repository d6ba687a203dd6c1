// What keeps a struct from being bound to a contract, as a value and in words.
#pragma once

#include "../core/rule_set.hpp"

namespace redline::inline v0_1::typed {

enum class misfit_kind : std::uint8_t {
    nothing,
    unknown_member,
    wrong_type,
    loose_enum,
    not_attested,      // of a fact that counts only when somebody attests it
    unknown_attester,  // neither a party nor a role
    useless_attester,  // nobody whose attestation counts
    missing_enumerator,
    unknown_enumerator,
    ambiguous_enumerator,
    no_use,
    use_and_uses,
    missing_fact,
    missing_mission,
    missing_date,
    unknown_left,     // `left_unknown` names something else
    given_and_left,   // `left_unknown` names what the struct has
    unknown_path,     // `never_asked` names something else
    unknown_renamed,  // `renamed` speaks of what the program or the contract lacks
    clash             // a fact or safeguard that contracts declare differently
};

/// One misfit. `member` is the member or fact that it is about, `name` what of it, `expected` what would fit, a literal;
/// `nearest` a name that may have been meant.
struct misfit {
    misfit_kind is = misfit_kind::nothing;
    std::string_view member{}, name{}, expected{}, nearest{};

    constexpr explicit operator bool() const noexcept { return is != misfit_kind::nothing; }
};

/// The types that fit, in words.
constexpr std::string_view fitting(fact_type type) noexcept
{
    switch (type) {
    case fact_type::flag: return "a flag of the contract: `bool`, or `std::optional<bool>`";
    case fact_type::count: return "a count of the contract: an integer, or `std::optional` of one";
    case fact_type::duration:
        return "a duration of the contract: `std::chrono` minutes, hours, days or weeks, or `std::optional` of them";
    case fact_type::level: return "a level of the contract: an enum of its levels, or `std::optional` of one";
    case fact_type::one_of: return "one of the contract's values: an enum of them, or `std::optional` of one";
    case fact_type::any_of:
        return "any of the contract's values: `redline::set_of` an enum of them, `redline::partly_known_set_of` it, or "
               "`std::optional` of those";
    }
    return "";
}
inline constexpr std::string_view fitting_use = "a use: an enum of the contract's uses";
inline constexpr std::string_view fitting_uses =
    "uses: `std::array`, `std::span` or `redline::list_of` an enum of the contract's uses";
inline constexpr std::string_view fitting_mission =
    "a mission: an enum of the contract's missions, or `std::optional` of one";
inline constexpr std::string_view fitting_date =
    "a day: `std::chrono::year_month_day`, `std::chrono::sys_days`, or `std::optional` of them";
inline constexpr std::string_view fitting_evidence = "evidence of the contract: its age in `std::chrono` minutes, "
                                                     "hours, days or weeks, or `std::optional` of that where it "
                                                     "may not be held";
inline constexpr std::string_view fitting_unlimited_evidence =
    "evidence of the contract: `bool`, or its age in `std::chrono` minutes, hours, days or weeks, or `std::optional` "
    "of "
    "that where it may not be held";
inline constexpr std::string_view fitting_safeguard =
    "a safeguard of the contract: an enum of its levels, such as `redline::maturity`, or `std::optional` of one";
inline constexpr std::string_view fitting_chain =
    "a sign-off of the contract: `redline::chain_state`, an enum with `opened`, `complete` and `refused`, or "
    "`std::optional` of one";

namespace detail {

template <class Out>
constexpr void did_you_mean(Out& out, std::string_view nearest) noexcept
{
    if (nearest.empty()) return;
    out << "; did you mean ";
    out.quote(nearest);
    out << "?";
}

/// What is wrong with a member's type or its enum.
template <class Out>
constexpr void write_of_member(Out& out, misfit const& m) noexcept
{
    out << "the member ";
    out.quote(m.member);
    switch (m.is) {
    case misfit_kind::unknown_member:
        out << " is nothing that the contract knows";
        did_you_mean(out, m.nearest);
        if (m.nearest.empty())
            out << "; expected `use`, `uses`, `mission`, `date`, or the name of a fact, of evidence, of a safeguard or "
                   "of a "
                   "sign-off";
        return;
    case misfit_kind::wrong_type: out << " has a type that does not fit; it is " << m.expected; return;
    case misfit_kind::loose_enum:
        out << " has an enum without a fixed type; expected `enum class`, or `enum name : int`";
        return;
    case misfit_kind::not_attested:
        out << " counts only when attested by ";
        out.quote(m.name);
        out << "; expected `redline::attested<T, an enum of who attests>` or `redline::attested_by<\"who\", T>`";
        return;
    case misfit_kind::unknown_attester:
        out << " is attested by ";
        out.quote(m.name);
        out << ", which is no party or role of the contract";
        return did_you_mean(out, m.nearest);
    case misfit_kind::useless_attester:
        out << " is never attested by ";
        out.quote(m.name);
        out << ", and would never count; expected that party or role, or a role of that party";
        return;
    case misfit_kind::missing_enumerator:
        out << " has an enum that lacks ";
        out.quote(m.name);
        out << m.expected;
        return did_you_mean(out, m.nearest);
    case misfit_kind::unknown_enumerator:
        out << " has an enum with ";
        out.quote(m.name);
        out << m.expected;
        return did_you_mean(out, m.nearest);
    case misfit_kind::ambiguous_enumerator:
        out << " has an enum with ";
        out.quote(m.name);
        out << ", which stands for both ";
        out.quote(m.expected);
        out << " and ";
        out.quote(m.nearest);
        out << "; say which by `redline::renamed`";
        return;
    default: return;
    }
}

}  // namespace detail

/// What is wrong, as one sentence. `Out` is a `message_writer`, or takes a message apart like one. Linear, constexpr.
template <class Out>
constexpr void write_misfit(Out& out, misfit const& m) noexcept
{
    switch (m.is) {
    case misfit_kind::nothing: return;
    case misfit_kind::no_use:
        out << "the struct lacks `use`, " << fitting_use << "; or `uses`, several of them";
        return;
    case misfit_kind::use_and_uses: out << "the struct has both `use` and `uses`; expected one of them"; return;
    case misfit_kind::missing_fact:
        out << "the struct lacks the fact ";
        out.quote(m.name);
        out << ", " << m.expected << "; add a member, or leave it out by `redline::left_unknown`";
        return;
    case misfit_kind::missing_mission:
        out << "the struct lacks `mission`, " << fitting_mission
            << "; add a member, or leave it out by `redline::left_unknown<\"mission\">`";
        return;
    case misfit_kind::missing_date:
        out << "the struct lacks `date`, " << fitting_date
            << "; add a member, or leave it out by `redline::left_unknown<\"date\">`";
        return;
    case misfit_kind::unknown_left:
        out << "`redline::left_unknown` names ";
        out.quote(m.name);
        out << ", which is no fact of the contract";
        return detail::did_you_mean(out, m.nearest);
    case misfit_kind::given_and_left:
        out << "`redline::left_unknown` names ";
        out.quote(m.name);
        out << ", for which the struct has a member";
        return;
    case misfit_kind::unknown_path:
        out << "`redline::never_asked` names ";
        out.quote(m.name);
        out << ", which is no use and no mission of the contract";
        return detail::did_you_mean(out, m.nearest);
    case misfit_kind::unknown_renamed:
        out << "`redline::renamed` speaks of ";
        out.quote(m.name);
        out << m.expected;
        return;
    case misfit_kind::clash:
        out << m.expected;
        out.quote(m.member);
        out << " is declared differently by two contracts: ";
        out.quote(m.name);
        out << " and ";
        out.quote(m.nearest);
        out << "; contracts that stand together agree on the types and values of what they share";
        return;
    default: return detail::write_of_member(out, m);
    }
}

}  // namespace redline::inline v0_1::typed
