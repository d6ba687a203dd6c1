// An independent oracle: the questions that a contract is asked, as formulas that a witness satisfies.
#pragma once

#include "encode.hpp"
#include "redline/core/assertion.hpp"

namespace redline_solver {

/// What an assertion, or a question in code, speaks of: `when` must be true, and every item of `without` false.
struct asked {
    redline::scope_entry scope{};
    redline::index_range when{};
    redline::index_range without{};
};

/// Questions about one contract of a space. Each gives a formula that is satisfiable where the answer has a witness;
/// pass it to `find`. Language reference, "What is an error, and what is a warning".
class questions {
public:
    encoder of;

    questions(space& over, std::size_t which, number& use) : of{over, which, use} {}

    /// A request that breaks `assert never OUTCOME`.
    z3::expr breaks_never(outcome what, asked const& q) { return conjunction(of.is(what), within(q)); }
    /// A request that breaks `assert always OUTCOME`.
    z3::expr breaks_always(outcome what, asked const& q) { return conjunction(negation(of.is(what)), within(q)); }
    /// A request that breaks `assert always attainable`: with everything obtained as far as each item of `without` can
    /// stay false and nothing refused, it is not permitted.
    z3::expr breaks_attainable(asked const& q)
    {
        z3::expr all = breaks_always(outcome::permitted, q);
        rule_set const& rules = of.rules();
        contract_side const& side = of.side();
        auto const fix = [&](number* n, std::uint64_t value) { all = conjunction(all, n->equals(value)); };
        std::vector<std::uint64_t> ages(rules.evidence.size, 0), chains(rules.chains.size, complete), levels;
        for (number const* safeguard : side.safeguards) levels.push_back(safeguard->most());
        for (std::uint32_t i = q.without.first; i != q.without.last; ++i) {
            redline::condition_node const& item = rules.conditions[i];
            auto const keep = [](std::uint64_t& is, std::uint64_t most) { is = std::min(is, most); };
            switch (item.op) {
            case redline::condition_op::evidence:
                ages[item.subject] = std::max(
                    ages[item.subject], item.operand == redline::unlimited ? redline::unlimited : item.operand + 1);
                break;
            case redline::condition_op::safeguard:
                keep(levels[item.subject], item.operand == 0 ? 0 : item.operand - 1);
                break;
            case redline::condition_op::signed_by:
            case redline::condition_op::waived_by: keep(chains[item.subject], opened); break;
            case redline::condition_op::asked_of: keep(chains[item.subject], 0); break;
            case redline::condition_op::both:
            case redline::condition_op::either: break;
            default: throw std::logic_error{"`without` takes items only"};
            }
        }
        for (std::uint32_t e = 0; e != rules.evidence.size; ++e) fix(side.evidence[e], ages[e]);
        for (std::uint32_t s = 0; s != rules.safeguards.size; ++s) fix(side.safeguards[s], levels[s]);
        for (std::uint32_t c = 0; c != rules.chains.size; ++c) fix(side.chains[c], chains[c]);
        return all;
    }

    /// A request that breaks an assertion of the contract.
    z3::expr breaks(redline::assertion_entry const& a)
    {
        asked const q{a.scope, a.when, a.without};
        auto const what = static_cast<outcome>(a.outcome);
        if (a.claim == redline::assertion_claim::attainable) return breaks_attainable(q);
        return a.claim == redline::assertion_claim::never ? breaks_never(what, q) : breaks_always(what, q);
    }

    /// A request in which a term has a say: B, or a permit's A, is not false.
    z3::expr has_a_say(std::uint32_t term)
    {
        return redline::is_prohibit_form(of.rules().terms[term].kind) ? of.speaks(term).maybe : of.applies(term).maybe;
    }
    /// A request of a use in the term's scope whose `when` is true.
    z3::expr when_is_true(std::uint32_t term)
    {
        redline::term_entry const& entry = of.rules().terms[term];
        return conjunction(of.covers(entry.scope), of.condition(entry.when, true).yes);
    }
    /// A request in which a term prohibits and the other does not, or pauses and the other has nothing to say.
    z3::expr not_anticipated(std::uint32_t term, std::uint32_t by)
    {
        z3::expr const milder = conjunction(of.prohibits(term), negation(of.prohibits(by)));
        z3::expr const silent = negation(disjunction(of.prohibits(by), of.pauses(by)));
        return disjunction(milder, conjunction(of.pauses(term), silent));
    }
    /// A request that a permit term permits, and no prohibition prohibits.
    z3::expr permit_matters(std::uint32_t term)
    {
        return conjunction(of.applies(term).maybe, negation(of.some_prohibits()));
    }
    /// A request that a permit term permits although it is not lawful.
    z3::expr permits_unlawful(std::uint32_t term)
    {
        rule_set const& rules = of.rules();
        number& lawful = *of.side().slots[rules.facts[rules.lawful].slot];
        return conjunction(of.applies(term).maybe, negation(lawful.at_least(1)));
    }
    /// A request of which no term but the baseline speaks.
    z3::expr gap()
    {
        z3::expr silent = negation(of.some_speaks());
        for (std::uint32_t t = 0; t != of.rules().terms.size; ++t)
            if (of.rules().terms[t].kind == redline::term_kind::permit)
                silent = conjunction(silent, negation(of.applies(t).yes));
        return silent;
    }

private:
    z3::expr within(asked const& q)
    {
        z3::expr all = conjunction(of.covers(q.scope), of.condition(q.when, true).yes);
        // Each item is false, however they are joined.
        for (std::uint32_t i = q.without.first; i != q.without.last; ++i)
            if (redline::is_obtainable(of.rules().conditions[i].op))
                all = conjunction(all, negation(of.condition({i, i + 1}, false).maybe));
        return all;
    }
};

}  // namespace redline_solver
