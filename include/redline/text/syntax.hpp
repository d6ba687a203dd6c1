// What the grammar makes of a text: statements, each a flat list of tagged tokens.
#pragma once

#include "sink.hpp"
#include "token.hpp"

#include <cstdint>

namespace redline::inline v0_1::text {

/// What a node says of its token. Conditions stand in postfix order: operands before `both`, `either` and `negation`.
enum class tag : std::uint8_t {
    none,
    // headers and declarations
    // clang-format off
    version_of_language, title, version, effective_from, effective_before,
    section, section_title, party, role, of_party, independent, authority, authority_title, as_of, as_amended,
    use, mission, sensitive, fact, flag, count, duration, level, one_of, any_of, value_of_type, from, safeguard,
    evidence, valid, event, define, description,
    // terms
    label, permit, all_lawful_uses, nothing_else, prohibit, restrict, require, trigger, log, audit, duty, continuity,
    all_uses, scope_path, except_path, when, unless, to, with, pause_for, all_decisions, kind, told, log_within, keep,
    audit_by, notice, duty_of, duty_what, every, within_of, of_event, cite, because, end_of_condition,
    // conditions
    subject, negated, equals, alternative, has, has_alternative, at_least, at_most, over, under, within,
    mission_is, mission_sensitive, use_is, date_from, date_before, signed_by, waived_by, asked_of,
    value_name, value_integer, unit, both, either, negation, group,
    // sign-off chains
    signoff, stage, quorum_one, quorum_all, quorum_any, quorum_number, quorum_signers, member, stage_within,
    late, refusal, refuse, escalate, distinct, barred, deputy, deputy_for, revocable, rests_on, asker_may_sign,
    valid_once,
    // scenarios and assertions
    scenario, given_use, given_mission, given_date, given_not, given_name, given_has, given_has_nothing,
    given_member, aged, opened, complete, refused, expect, by, pending, excepting, logged, assert_, always, never,
    attainable, without,
    // imports and templates
    import_, template_, parameter, apply, argument,
    // amendments
    amendment, makes, strike_term, strike_name, strike_use, strike_mission, strike_section, strike_scenario,
    strike_assertion, replace, insert,
    tag_count
};
// clang-format on

inline constexpr std::uint8_t tag_count = static_cast<std::uint8_t>(tag::tag_count);

/// Several tags.
struct tag_set {
    std::uint64_t bits[3] = {0, 0, 0};

    /// Puts one in; `none` is never in it.
    constexpr void add(tag t) noexcept
    {
        auto const i = static_cast<std::uint8_t>(t);
        if (t != tag::none) bits[i / 64] |= std::uint64_t{1} << (i % 64);
    }
    /// Whether one is in it.
    constexpr bool has(tag t) const noexcept
    {
        auto const i = static_cast<std::uint8_t>(t);
        return (bits[i / 64] >> (i % 64) & 1) != 0;
    }
};
static_assert(tag_count <= 192);

/// One node: a tag, and the index of the token it was made from.
struct node {
    tag is = tag::none;
    std::uint32_t token = 0;
};

/// One statement: its first token, and its stretches of tokens and nodes. `broken` ones hold no nodes.
struct statement {
    tag is = tag::none;
    std::uint32_t first_token = 0;
    std::uint32_t last_token = 0;  // behind the last
    std::uint32_t first_node = 0;
    std::uint32_t last_node = 0;  // behind the last
    bool broken = false;
};

/// How many of each tag a text, or a part of it, holds; and how many characters its strings with escapes have.
struct tag_counts {
    std::uint32_t of[tag_count] = {};
    std::uint32_t decoded = 0;
    std::uint32_t broken = 0;  // statements that could not be read

    constexpr std::uint32_t operator[](tag t) const noexcept { return of[static_cast<std::uint8_t>(t)]; }
};

/// The syntax of a text, or of the part of a text that one constant evaluation reads.
struct syntax_view {
    char const* text = nullptr;
    token const* tokens = nullptr;
    node const* nodes = nullptr;
    statement const* statements = nullptr;
    std::uint32_t token_count = 0;
    std::uint32_t node_count = 0;
    std::uint32_t statement_count = 0;
};

}  // namespace redline::inline v0_1::text
