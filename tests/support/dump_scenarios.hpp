// The scenarios and assertions of a contract as text.
#pragma once

#include "dump_conditions.hpp"

#include "redline/core/scenario.hpp"

namespace redline_test {

class scenario_dump : condition_dump {
public:
    scenario_dump(redline::rule_set const& rules, redline::scenario_set const& scenarios)
        : condition_dump{rules}, scenarios_{scenarios}
    {}

    std::string text() const
    {
        std::string out;
        for (auto const& s : scenarios_.entries) {
            out += "scenario " + redline_test::quoted(name(s.title)) + " line " + std::to_string(s.title_line) + "\n";
            for (std::uint32_t i = s.givens.first; i != s.givens.last; ++i)
                out += "  given " + given(scenarios_.givens[i]) + "\n";
            out += "  expect " + std::string{name_of(s.outcome)} + " line " + std::to_string(s.line) +
                   mark(s.checks[0], "by") + mark(s.checks[1], "pending") + mark(s.checks[2], "excepting") +
                   mark(s.checks[3], "logged") + "\n";
            for (std::uint32_t i = s.expected.first; i != s.expected.last; ++i)
                out += "    " + expected(scenarios_.expected[i]) + "\n";
        }
        for (auto const& a : scenarios_.assertions)
            out += "assert line " + std::to_string(a.line) + " " + std::string{name_of(a.claim)} +
                   (a.claim == redline::assertion_claim::attainable ? "" : " " + std::string{name_of(a.outcome)}) +
                   scope(a.scope) + (a.when.empty() ? "" : " when" + condition(a.when)) +
                   (a.without.empty() ? "" : " without" + condition(a.without)) + "\n";
        return out;
    }

private:
    std::string kind(redline::given_entry const& g, redline::array_view<redline::kind_entry> all) const
    {
        if (g.form == redline::kind_form::unlisted) return "unlisted";
        return name(all[g.index].path) + (g.form == redline::kind_form::other ? ".other" : "");
    }
    std::string given(redline::given_entry const& g) const
    {
        static constexpr char const* states[] = {"not asked", "opened", "complete", "refused"};
        switch (g.op) {
        case redline::given_op::use: return "use " + kind(g, r.uses);
        case redline::given_op::mission: return "mission " + kind(g, r.missions);
        case redline::given_op::date:
            return "date " + day(static_cast<std::int32_t>(static_cast<std::uint32_t>(g.value)));
        case redline::given_op::slot: return "fact " + slot(g.slot) + " is " + value(g.slot, g.value);
        case redline::given_op::empty_set: return "fact " + name(r.facts[g.index].name) + " is an exact set";
        case redline::given_op::evidence:
            return "evidence " + name(r.evidence[g.index].name) + " aged " + std::to_string(g.value);
        case redline::given_op::safeguard: {
            auto const& s = r.safeguards[g.index];
            return "safeguard " + name(s.name) + " is " +
                   name(r.values[s.values.first + static_cast<std::uint32_t>(g.value)]);
        }
        case redline::given_op::chain: return "signoff " + name(r.chains[g.index].name) + " " + states[g.value & 3];
        }
        return "?";
    }
    std::string expected(redline::expected_entry const& e) const
    {
        static constexpr char const* lists[] = {"by ", "pending ", "excepting ", "logged by "};
        std::string const list = lists[static_cast<unsigned>(e.list)];
        switch (e.kind) {
        case redline::symbol_kind::label: return list + term_label(e.index);
        case redline::symbol_kind::chain: return list + "signoff " + name(r.chains[e.index].name);
        case redline::symbol_kind::evidence: return list + "evidence " + name(r.evidence[e.index].name);
        case redline::symbol_kind::safeguard: return list + "safeguard " + name(r.safeguards[e.index].name);
        case redline::symbol_kind::fact: return list + "fact " + name(r.facts[e.index].name);
        case redline::symbol_kind::mission: return list + "mission";
        case redline::symbol_kind::use: return list + "use";
        default: return list + "date";
        }
    }

    redline::scenario_set const& scenarios_;
};

}  // namespace redline_test
