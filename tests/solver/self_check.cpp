// The solver's reading of contracts against the library's, on random complete requests and on what z3 finds.
#include "against_decide.hpp"
#include "questions.hpp"

namespace {

using namespace redline_solver_test;

TEST_CASE("z3 and decide give complete requests the same outcomes, by the same terms")
{
    std::size_t const seed_of_all = redline_test::number_from("REDLINE_SEED", 20260301);
    std::mt19937_64 random{seed_of_all};
    INFO("REDLINE_SEED=" << seed_of_all);
    std::size_t const count = redline_test::number_from("REDLINE_REQUESTS", 200);
    auto const files = contract_files();
    REQUIRE(files.size() >= 67);
    std::map<outcome, int> seen;
    for (auto const& file : files)
        for (style const how : all_styles) {
            contract const loaded = load_file(file);
            INFO(file.string() << ", style " << static_cast<int>(how));
            REQUIRE(loaded.ok);
            rule_set const& rules = loaded.rules;
            z3::context context;
            space over{context, how, {&rules}};
            encoder any_use{over, 0, *over.use};
            for (outcome const o : all_outcomes) any_use.is(o);
            // Of every term, so that whatever is compared with something has a value in the models below.
            for (std::uint32_t t = 0; t != rules.terms.size; ++t) any_use.speaks(t);
            z3::expr_vector axioms{context};
            for (z3::expr const& axiom : over.axioms()) axioms.push_back(axiom);
            z3::expr const all_axioms = z3::mk_and(axioms);
            library decides{over, 0};
            for (std::size_t i = 0; i != count; ++i) {
                complete_request const request = random_request(over, random);
                INFO("request " << i << ": " << show(over, request));
                z3::model const model = model_of(over, request);
                redline::decision const decided = decides(request);
                REQUIRE(model.eval(all_axioms, true).is_true());
                REQUIRE(outcome_in(model, any_use) == as_ours(decided.outcome));
                ++seen[as_ours(decided.outcome)];
                number this_use{context, "this use", request.at("use"), request.at("use"), how};
                encoder one_use{over, 0, this_use};
                REQUIRE(outcome_in(model, one_use) == as_ours(decided.outcome));
                if (decided.outcome == redline::outcome::permitted) continue;
                for (std::uint32_t t = 0; t != rules.terms.size; ++t) {
                    if (t != rules.baseline && !redline::is_prohibit_form(rules.terms[t].kind)) continue;
                    bool const pauses = decided.outcome == redline::outcome::paused;
                    z3::expr const cited = pauses ? one_use.pauses(t) : one_use.prohibits(t);
                    REQUIRE(model.eval(cited, true).is_true() == decided.by.contains(t));
                }
            }
        }
    for (outcome const o : all_outcomes) CHECK(seen[o] > 1000);
}

TEST_CASE("What z3 finds is confirmed by decide, in every style and by every solver")
{
    for (auto const& file : contract_files()) {
        contract const loaded = load_file(file);
        INFO(file.string());
        rule_set const& rules = loaded.rules;
        std::vector<bool> answers;
        for (style const how : all_styles)
            for (engine const by : {engine::standard, engine::finite_domain, engine::tactics}) {
                if (how == style::integers && by == engine::finite_domain) continue;
                z3::context context;
                space over{context, how, {&rules}};
                questions ask{over, 0, *over.use};
                library decides{over, 0};
                std::vector<bool> here;
                for (outcome const o : all_outcomes) {
                    auto const found = find(over, ask.of.is(o), by);
                    here.push_back(found.has_value());
                    if (!found) continue;
                    INFO(show(over, *found));
                    REQUIRE(as_ours(decides(*found).outcome) == o);
                }
                if (answers.empty()) answers = here;
                REQUIRE(answers == here);
            }
    }
}

}  // namespace
