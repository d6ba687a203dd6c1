// Assertions, findings and verdicts about contracts too large to try every request: the library's answers are z3's.
// REDLINE_CONTRACTS makes the run shorter or longer, REDLINE_SEED another one.
#include "redline/core/decide.hpp"
#include "redline/core/proof/comparison.hpp"
#include "redline/core/proof/findings.hpp"
#include "solver/generate_large.hpp"
#include "solver/pair_questions.hpp"
#include "solver/questions.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <map>
#include <random>

namespace {

using namespace redline_solver;
using redline::finding_kind;
using redline_test::contract;

/// A random contract of 10 to 100 terms, loaded; the same for the same number.
struct large {
    explicit large(std::uint64_t number)
        : random{redline_test::number_from("REDLINE_SEED", 20260301) + number},
          model{generate_large(static_cast<std::uint32_t>(10 + random() % 91), random())}
    {
        for (large_term& t : model.terms) spoil(t);
        loaded = load(model);
    }
    /// Now and then, a `when` that permits what is not lawful, or that can't be true: what findings look for.
    void spoil(large_term& t)
    {
        if (t.when.empty() || below(10) != 0) return;
        if (below(2) == 0) {
            t.when.push_back(t.when.front());
            t.when.back().negated = !t.when.back().negated;
        }
        else if (t.when.size() > 1) t.when.erase(t.when.begin() + static_cast<std::ptrdiff_t>(below(t.when.size())));
    }
    static contract load(large_contract const& from)
    {
        contract made = redline_test::load(as_text(from));
        if (!made.ok) throw std::logic_error{as_text(from)};
        return made;
    }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(random() % end); }

    std::mt19937_64 random;
    large_contract model;
    contract loaded;
};
std::size_t contracts() { return redline_test::number_from("REDLINE_CONTRACTS", 200); }

/// An assertion put together from what the contract's terms say.
redline::assertion_entry random_assertion(large& of)
{
    redline::rule_set const& rules = of.loaded.rules;
    auto const term = [&]() -> redline::term_entry const& {
        return rules.terms[static_cast<std::uint32_t>(of.below(rules.terms.size))];
    };
    redline::assertion_entry a{};
    a.claim = static_cast<redline::assertion_claim>(of.below(3));
    a.outcome = a.claim == redline::assertion_claim::attainable ? redline::outcome::permitted
                                                                : static_cast<redline::outcome>(of.below(3));
    redline::term_entry const* about = &term();
    bool const likely = of.below(2) == 0;  // that it holds: of what a term prohibits or pauses
    while (likely && !is_prohibit_form(about->kind)) about = &term();
    redline::term_entry const& spoken_of = *about;
    a.scope = spoken_of.scope;
    a.when = spoken_of.when;
    if (likely) {
        a.claim = redline::assertion_claim::never;
        a.outcome = redline::outcome::permitted;
    }
    else if (of.below(3) != 0) a.when = (of.below(2) == 0 ? spoken_of : term()).when;
    redline::index_range const items = spoken_of.unless;
    for (std::uint32_t i = items.first; i != items.last && of.below(2) == 0; ++i)
        if (redline::is_obtainable(rules.conditions[i].op)) a.without = {i, i + 1};
    return a;
}

/// Whether the library proves an assertion, use by use; what breaks it is confirmed by decide.
bool holds(redline::rule_set const& rules, redline::assertion_entry const& a)
{
    redline::request_memory request{rules, 1};
    redline::workspace work{rules};
    for (std::uint32_t u = 0; u <= rules.uses.size; ++u) {
        redline::proof::contract_proof proof{rules, {}, {false, nullptr, u}};
        redline::proof::proof_result const r = proof.proves().prove(a, u);
        REQUIRE(r.is != redline::proof::answer::too_large);
        if (r.is == redline::proof::answer::holds) continue;
        redline::proof::space const& in = proof.requests();
        give_cells(in, proof.proves().cells(), in.uses[u], 0, request.view());
        redline::outcome const o = decide(rules, request.view(), work.view()).outcome;
        REQUIRE((o == a.outcome) == (a.claim == redline::assertion_claim::never));
        return false;
    }
    return true;
}

using term_kinds = std::map<std::uint32_t, std::map<finding_kind, std::uint32_t>>;  // and which other term it is about
term_kinds found_in(redline::rule_set const& rules)
{
    redline::contract_findings const all = find_in(rules);
    REQUIRE(all.complete);
    term_kinds found;
    for (redline::finding const& f : all.found)
        if (f.kind <= finding_kind::permit_without_lawful) found[f.subject][f.kind] = f.other;
    return found;
}

}  // namespace

TEST_CASE("assertions about large contracts hold or are broken as z3 has it", "[proof][solver]")
{
    std::size_t held = 0, broken = 0;
    for (std::size_t number = 0; number < contracts(); ++number) {
        large of{number};
        redline::rule_set const& rules = of.loaded.rules;
        z3::context context;
        space over{context, style::booleans, {&rules}};
        questions ask{over, 0, *over.use};
        for (int k = 0; k < 6; ++k) {
            redline::assertion_entry const a = random_assertion(of);
            INFO("contract " << number << ", assertion " << k << "\n" << as_text(of.model));
            bool const is_so = holds(rules, a);
            REQUIRE(is_so == !find(over, ask.breaks(a)));
            ++(is_so ? held : broken);
        }
    }
    CAPTURE(held, broken);
    CHECK(held > contracts() / 5);
    CHECK(broken > contracts() / 5);
}

TEST_CASE("findings about large contracts are z3's", "[proof][solver]")
{
    std::map<finding_kind, std::size_t> seen;
    for (std::size_t number = 0; number < contracts(); ++number) {
        large of{number};
        redline::rule_set const& rules = of.loaded.rules;
        term_kinds found = found_in(rules);
        z3::context context;
        space over{context, style::booleans, {&rules}};
        questions ask{over, 0, *over.use};
        auto const never = [&](z3::expr const& formula) { return !find(over, formula); };
        INFO("contract " << number << "\n" << as_text(of.model));
        for (std::uint32_t t = 0; t < rules.terms.size; ++t) {
            redline::term_entry const& term = rules.terms[t];
            bool const permit = term.kind == redline::term_kind::permit;
            bool const form = permit || is_prohibit_form(term.kind);
            auto const has = [&](finding_kind k) { return found[t].count(k) != 0; };
            INFO("term " << rules(term.label));
            if (form) REQUIRE(has(finding_kind::never_has_a_say) == never(ask.has_a_say(t)));
            if (!term.when.empty()) REQUIRE(has(finding_kind::when_never_true) == never(ask.when_is_true(t)));
            if (permit) {
                bool const speaks = !has(finding_kind::never_has_a_say);
                REQUIRE(has(finding_kind::permit_covered) == (speaks && never(ask.permit_matters(t))));
                REQUIRE(has(finding_kind::permit_without_lawful) == !never(ask.permits_unlawful(t)));
            }
            for (auto const& kind : found[t]) ++seen[kind.first];
            if (!is_prohibit_form(term.kind) || has(finding_kind::never_has_a_say)) continue;
            if (has(finding_kind::anticipated))
                REQUIRE(never(ask.not_anticipated(t, found[t][finding_kind::anticipated])));
            else {
                // One other term, of which it must not be so: but of two equals the earlier is not anticipated.
                auto const other = static_cast<std::uint32_t>(of.below(rules.terms.size));
                bool const may = other != t && (other == rules.baseline || is_prohibit_form(rules.terms[other].kind));
                if (may && never(ask.not_anticipated(t, other)))
                    REQUIRE((t < other && never(ask.not_anticipated(other, t))));
            }
        }
    }
    for (finding_kind const k :
         {finding_kind::never_has_a_say, finding_kind::anticipated, finding_kind::when_never_true,
          finding_kind::permit_covered, finding_kind::permit_without_lawful}) {
        INFO("kind " << static_cast<int>(k));
        CHECK(seen[k] > 0);
    }
}

TEST_CASE("verdicts about large contracts and their next drafts are z3's", "[proof][solver]")
{
    std::size_t verdicts[4] = {};
    for (std::size_t number = 0; number < contracts(); ++number) {
        large of{number};
        contract const after = large::load(revise(of.model, number));
        INFO("contract " << number << "\n" << as_text(of.model));
        redline::outcome_comparison const made{of.loaded.rules, after.rules, {}};
        REQUIRE(made.complete());
        z3::context context;
        space over{context, style::booleans, {&of.loaded.rules, &after.rules}};
        pair_questions ask{over, *over.use};
        auto const verdict = static_cast<unsigned>(redline::verdict_of(made.stricter(), made.milder()));
        REQUIRE(verdict == static_cast<unsigned>(ask.of_outcomes()));
        ++verdicts[verdict];
    }
    for (unsigned v = 0; v < 4; ++v) {
        INFO("verdict " << v);
        CHECK(verdicts[v] > 0);
    }
}
