// Times z3 on questions about large contracts, asked in each of the ways that might be its best: time [TERMS…].
#include "generate_large.hpp"
#include "find.hpp"
#include "pair_questions.hpp"
#include "questions.hpp"
#include "support/load.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

namespace {

using namespace redline_solver;
using clock_type = std::chrono::steady_clock;

double milliseconds_since(clock_type::time_point start)
{
    return std::chrono::duration<double, std::milli>(clock_type::now() - start).count();
}

constexpr outcome all_outcomes[] = {outcome::permitted, outcome::paused, outcome::prohibited};
constexpr char const* style_names[] = {"booleans", "integers", "bit_vectors"};
constexpr char const* engine_names[] = {"standard", "finite_domain", "tactics"};

/// How a series of questions is put. `fresh`: each use's own formula to a solver of its own. `pushed`: the same, within
/// `push` and `pop` of one solver. `assumed`: all uses in one formula, the use and the answer as assumptions.
enum class way : std::uint8_t { fresh, pushed, assumed };
constexpr char const* way_names[] = {"fresh", "push/pop", "assumed"};

/// Formulas of one use, or where it is not fixed of all; given to `ask`, which wants some of them satisfied.
using formulas = std::vector<z3::expr>;
using maker = std::function<formulas(space&, number& use)>;

struct result {
    double encoding = 0, asking = 0;
    std::size_t questions = 0, satisfiable = 0;
};

/// Asks for 20 uses, or all if there are fewer, whether each formula can be satisfied; z3's time to build formulas and to answer apart.
result ask(std::vector<rule_set const*> const& contracts, maker const& make, style how, engine by, way asked)
{
    result r;
    auto start = clock_type::now();
    z3::context context;
    space over{context, how, contracts};
    std::vector<number> uses;
    std::size_t const leaves = over.uses.paths.size() + 1;
    for (std::size_t i = 0; i != std::min<std::size_t>(leaves, 20); ++i) {
        std::uint64_t const u = leaves <= 20 ? i : i * leaves / 20;
        uses.emplace_back(context, "use", u, u, how);
    }
    std::vector<formulas> all;
    if (asked == way::assumed) {
        formulas const made = make(over, *over.use);
        for (number const& u : uses) {
            formulas here;
            for (z3::expr const& f : made) here.push_back(conjunction(over.use->equals(u.least()), f));
            all.push_back(here);
        }
    }
    else
        for (number& u : uses) all.push_back(make(over, u));
    std::vector<z3::expr> const axioms = over.axioms();
    r.encoding = milliseconds_since(start);

    start = clock_type::now();
    auto const count = [&](z3::check_result is) {
        if (is == z3::unknown) throw std::runtime_error{"z3 gives up"};
        ++r.questions;
        r.satisfiable += is == z3::sat;
    };
    z3::solver one = make_solver(context, by);
    for (z3::expr const& axiom : axioms) one.add(axiom);
    std::vector<z3::expr> names;
    if (asked == way::assumed)
        for (std::size_t i = 0; i != all.size() * all[0].size(); ++i) {
            names.push_back(context.bool_const(("question " + std::to_string(i)).c_str()));
            one.add(z3::implies(names.back(), all[i / all[0].size()][i % all[0].size()]));
        }
    for (std::size_t u = 0; u != all.size(); ++u)
        for (std::size_t q = 0; q != all[u].size(); ++q) {
            if (asked == way::fresh) {
                z3::solver solver = make_solver(context, by);
                for (z3::expr const& axiom : axioms) solver.add(axiom);
                solver.add(all[u][q]);
                count(solver.check());
            }
            else if (asked == way::pushed) {
                one.push();
                one.add(all[u][q]);
                count(one.check());
                one.pop();
            }
            else count(one.check(1, &names[u * all[0].size() + q]));
        }
    r.asking = milliseconds_since(start);
    return r;
}

void table(char const* title, std::vector<rule_set const*> const& contracts, maker const& make)
{
    std::printf("%s\n", title);
    for (way const asked : {way::fresh, way::pushed, way::assumed})
        for (style const how : {style::booleans, style::integers, style::bit_vectors})
            for (engine const by : {engine::standard, engine::finite_domain, engine::tactics}) {
                if (how == style::integers && by == engine::finite_domain) continue;
                if (asked == way::assumed && by == engine::tactics) continue;  // starts anew each time, with all
                result const r = ask(contracts, make, how, by, asked);
                auto const n = static_cast<double>(r.questions);
                std::printf("  %-9s %-11s %-13s  %8.3f ms to answer, %8.3f with encoding; %zu of %zu satisfiable\n",
                            way_names[static_cast<int>(asked)], style_names[static_cast<int>(how)],
                            engine_names[static_cast<int>(by)], r.asking / n, (r.asking + r.encoding) / n,
                            r.satisfiable, r.questions);
                std::fflush(stdout);
            }
}

}  // namespace

int main(int count, char** words)
{
    std::vector<std::uint32_t> lengths;
    for (int i = 1; i < count; ++i) lengths.push_back(static_cast<std::uint32_t>(std::strtoul(words[i], nullptr, 10)));
    if (lengths.empty()) lengths = {10, 100, 1000};
    for (std::uint32_t const terms : lengths) {
        large_contract const model = generate_large(terms), next = revise(model, 3);
        std::string const text = as_text(model), next_text = as_text(next);
        auto const before = redline_test::load(text), after = redline_test::load(next_text);
        if (!before.ok || !after.ok) return 1;
        std::printf("%u terms, %u uses, %u facts; next draft %u terms\n", terms, before.rules.uses.size,
                    before.rules.facts.size, after.rules.terms.size);
        table(" Whether up to 20 uses are ever permitted, paused, prohibited", {&before.rules},
              [](space& over, number& use) {
                  encoder of{over, 0, use};
                  formulas all;
                  for (outcome const o : all_outcomes) all.push_back(of.is(o));
                  return all;
              });
        table(" Whether the next draft is stricter, or milder, for up to 20 uses", {&before.rules, &after.rules},
              [](space& over, number& use) {
                  pair_questions of{over, use};
                  return formulas{of.stricter(), of.milder()};
              });
        for (engine const by : {engine::standard, engine::finite_domain, engine::tactics}) {
            z3::context context;
            auto const start = clock_type::now();
            space over{context, style::booleans, {&before.rules, &after.rules}};
            pair_questions of{over, *over.use};
            verdict const v = of.of_outcomes(by);
            std::printf(" The verdict, all uses at once, %s: %.1f ms (%d)\n", engine_names[static_cast<int>(by)],
                        milliseconds_since(start), static_cast<int>(v));
        }
    }
}
