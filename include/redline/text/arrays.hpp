// All arrays of a rule set and of its scenarios, listed once: what the stages fill, and how much each can take.
#pragma once

#include "../core/rule_set.hpp"
#include "../core/scenario.hpp"
#include "sink.hpp"
#include "syntax.hpp"

namespace redline::inline v0_1::text {

// clang-format off

// Filled from declarations, for the whole text at once.
#define REDLINE_DECLARED_ARRAYS(X)                                                                                     \
    X(party_entry, parties) X(role_entry, roles) X(kind_entry, uses) X(kind_entry, missions)                           \
    X(authority_entry, authorities) X(fact_entry, facts) X(text_ref, values) X(safeguard_entry, safeguards)            \
    X(evidence_entry, evidence) X(event_entry, events) X(section_entry, sections) X(symbol, symbols)
// Filled statement by statement; a part of a text fills the part of each that follows what the parts before it filled.
#define REDLINE_STATED_ARRAYS(X)                                                                                       \
    X(definition_entry, definitions) X(condition_node, conditions) X(std::uint32_t, alternatives)                      \
    X(std::uint32_t, scope_paths) X(std::uint32_t, cites) X(term_entry, terms) X(log_entry, logs)                      \
    X(audit_entry, audits) X(duty_entry, duties) X(continuity_entry, continuities) X(trigger_entry, triggers)          \
    X(principal, principals) X(chain_entry, chains) X(stage_entry, stages) X(std::uint32_t, chain_roles)               \
    X(deputy_entry, deputies) X(std::uint32_t, rested_facts)
#define REDLINE_SCENARIO_ARRAYS(X)                                                                                     \
    X(scenario_entry, scenarios) X(given_entry, givens) X(expected_entry, expected)                                    \
    X(assertion_entry, assertions)
// Worked out from the others at the end.
#define REDLINE_INDEX_ARRAYS(X)                                                                                        \
    X(std::uint32_t, terms_everywhere) X(std::uint32_t, first_term_of_use) X(std::uint32_t, terms_of_use)

#define REDLINE_RULE_SET_ARRAYS(X) REDLINE_DECLARED_ARRAYS(X) REDLINE_STATED_ARRAYS(X) REDLINE_INDEX_ARRAYS(X)
#define REDLINE_ALL_ARRAYS(X) REDLINE_RULE_SET_ARRAYS(X) REDLINE_SCENARIO_ARRAYS(X)

// clang-format on

/// How many entries each array takes.
struct array_counts {
#define REDLINE_COUNT(type, name) std::uint32_t name = 0;
    REDLINE_ALL_ARRAYS(REDLINE_COUNT)
#undef REDLINE_COUNT
    std::uint32_t decoded = 0;
};

/// The arrays as the stages fill them.
struct array_sinks {
#define REDLINE_SINK(type, name) sink<type> name{};
    REDLINE_ALL_ARRAYS(REDLINE_SINK)
#undef REDLINE_SINK
    sink<char> decoded{};
};

/// The sizes of the arrays that follow from the tags of a text: exact for those that are filled statement by statement,
/// where a text has no errors, and enough for the others.
constexpr array_counts count_arrays(tag_counts const& n) noexcept
{
    array_counts c{};
    c.parties = n[tag::party];
    c.roles = n[tag::role];
    c.uses = n[tag::use];
    c.missions = n[tag::mission];
    c.authorities = n[tag::authority];
    c.facts = n[tag::fact] + 1;
    c.values = n[tag::value_of_type] + 4;
    c.safeguards = n[tag::safeguard];
    c.evidence = n[tag::evidence];
    c.events = n[tag::event];
    c.sections = n[tag::section];
    c.definitions = n[tag::define];
    c.conditions = n[tag::subject] + n[tag::mission_is] + n[tag::mission_sensitive] + n[tag::use_is] +
                   n[tag::date_from] + n[tag::date_before] + n[tag::signed_by] + n[tag::waived_by] + n[tag::asked_of] +
                   n[tag::both] + n[tag::either] + n[tag::negation] + n[tag::negated] + n[tag::all_lawful_uses];
    c.alternatives = n[tag::alternative] + n[tag::has_alternative];
    c.scope_paths = n[tag::scope_path] + n[tag::except_path];
    c.cites = n[tag::cite];
    c.terms = n[tag::label];
    c.logs = n[tag::log];
    c.audits = n[tag::audit];
    c.duties = n[tag::duty];
    c.continuities = n[tag::continuity];
    c.triggers = n[tag::trigger];
    c.principals = n[tag::told] + n[tag::barred] + n[tag::revocable];
    c.chains = n[tag::signoff];
    c.stages = n[tag::stage];
    c.chain_roles = n[tag::member] + n[tag::quorum_one];
    c.deputies = n[tag::deputy];
    c.rested_facts = n[tag::rests_on];
    c.scenarios = n[tag::scenario];
    c.givens = n[tag::given_use] + n[tag::given_mission] + n[tag::given_date] + n[tag::given_not] + n[tag::given_name] +
               n[tag::given_member];
    c.expected = n[tag::by] + n[tag::pending] + n[tag::excepting] + n[tag::logged];
    c.assertions = n[tag::assert_];
    c.terms_everywhere = c.terms;
    c.first_term_of_use = c.uses + 1;
    c.terms_of_use = n[tag::scope_path];
    c.decoded = n.decoded;
    std::uint32_t const symbols = c.parties + c.roles + c.uses + c.missions + c.authorities + c.facts + c.values +
                                  c.safeguards + c.evidence + c.events + c.sections + c.definitions + c.terms +
                                  c.triggers + c.chains + c.stages + n[tag::template_] + n.broken;
    c.symbols = 16;
    while (c.symbols < symbols * 2) c.symbols *= 2;
    return c;
}

/// The rule set that filled arrays make, with the header and what else is not an array from `header`.
constexpr rule_set view_of(array_sinks const& from, rule_set const& header) noexcept
{
    rule_set rules = header;
    rules.decoded = from.decoded.data;
#define REDLINE_VIEW(type, name) rules.name = {from.name.data, from.name.size};
    REDLINE_RULE_SET_ARRAYS(REDLINE_VIEW)
#undef REDLINE_VIEW
    return rules;
}

}  // namespace redline::inline v0_1::text
