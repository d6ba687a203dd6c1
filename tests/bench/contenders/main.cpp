// The contest: the same policies and requests for Redline, for what is written by hand, and for what others offer; see
// docs/measurements.md. contenders [--quick] [--json FILE] [--chart FILE]
#include "chains.hpp"
#include "chart.hpp"
#include "constants.hpp"
#include "generate/as_text.hpp"
#include "json.hpp"
#include "loaded.hpp"
#include "peers.hpp"
#include "requests.hpp"
#include "rounds.hpp"

#include "redline/core/decide.hpp"
#include "redline/core/heap.hpp"
#include "redline/core/proof/outcome_memory.hpp"

#include <cstring>
#include <optional>

namespace {

using namespace redline_bench;

/// Everything that takes part, on one contract.
class contest {
public:
    explicit contest(chains_of_contract const& chains)
        : chains_{chains}, model_{contract_generator{chains.terms,
                                                     chains.few ? shape::few_per_use : shape::many_per_use}
                                      .of_so_many_terms()},
          text_{as_text(model_)}, loaded_{load_text(text_)}, work_{loaded_.rules}, large_batch_{loaded_.rules,
                                                                                                workload::many},
          decided_{workload::many}, by_hand_{model_}, requests_{model_, loaded_.rules}
    {
        made_ = redline::make_outcome_table(loaded_.rules);
        constant_ = chains.few ? constant_of(chains.terms) : constant_contract{};
    }

    contract_results run(int rounds)
    {
        std::printf("\n%u terms, %s: %zu %% permitted, %zu %% paused, %zu %% prohibited\n", chains_.terms,
                    chains_.few ? "a few speak of each use" : "ever more speak of each use", percent(0), percent(1),
                    percent(2));
        if (made_.too_large()) std::printf("  (no table of outcomes: it is too large)\n");
        return {chains_.few ? "few" : "many", chains_.terms, in_rounds(rounds, contenders(), [&] {
                    requests_.shuffle();
                    if (chains_.few && chains_.terms == 20) bound_.set(requests_.plain);
                })};
    }
    std::string const& text() const { return text_; }
    contract const& model() const { return model_; }
    workload const& requests() const { return requests_; }

private:
    std::size_t percent(unsigned outcome) const { return requests_.of[outcome] * 100 / workload::count; }

    template <class Decide>
    contender each(char const* name, Decide const& decide)
    {
        return {name, workload::count,
                [this, decide](std::uint8_t* to) {
                    for (std::size_t i = 0; i < workload::count; ++i) to[i] = static_cast<std::uint8_t>(decide(i));
                },
                [this](std::uint8_t const* answers) {
                    return std::memcmp(answers, requests_.due.data(), workload::count) == 0;
                }};
    }
    void decide_table(request_table const& table, std::uint8_t* to)
    {
        decided_.clear();
        bool const decided =
            decide_batch(loaded_.rules, table.view(), large_batch_.view(), [&](redline::batch_block const& b) {
                decided_(b);
                for (unsigned lane = 0; lane < b.rows.size; ++lane)
                    to[b.rows[lane]] = static_cast<std::uint8_t>(b.outcome(lane));
            });
        if (!decided) std::abort();
    }
    std::vector<contender> contenders()
    {
        std::vector<contender> all;
        all.push_back(each("if chain, by use", [this](std::size_t i) { return chains_.nested(requests_.plain[i]); }));
        if (chains_.flat != nullptr)
            all.push_back(each("if chain, one after the other",
                               [this](std::size_t i) { return chains_.flat(requests_.plain[i]); }));
        all.push_back(each("table by hand", [this](std::size_t i) { return by_hand_(requests_.plain[i]); }));
        if (!made_.too_large())
            all.push_back(each("outcome", [this, table = made_.view()](std::size_t i) {
                return outcome_of(loaded_.rules, table, requests_.packed[i].view);
            }));
        all.push_back(each("decide", [this](std::size_t i) {
            return decide(loaded_.rules, requests_.packed[i].view, work_.view()).outcome;
        }));
        if (constant_.rules != nullptr) {
            if (constant_.outcomes != nullptr)
                all.push_back(each("outcome, generated header", [this](std::size_t i) {
                    return outcome_of(*constant_.rules, *constant_.outcomes, requests_.packed[i].view);
                }));
            all.push_back(each("decide, generated header", [this](std::size_t i) {
                return decide(*constant_.rules, requests_.packed[i].view, work_.view()).outcome;
            }));
        }
        if (chains_.few && chains_.terms == 20) {
            contender bound = each("decide, through bind", [](std::size_t) { return 0; });
            bound.decide = [this](std::uint8_t* to) { bound_.decide(to); };
            all.push_back(bound);
        }
        contender batch = each("decide, batch of 4,096", [](std::size_t) { return 0; });
        batch.decide = [this](std::uint8_t* to) { decide_table(requests_.table, to); };
        all.push_back(batch);
        all.push_back({"decide, batch of 65,536", workload::many,
                       [this](std::uint8_t* to) { decide_table(requests_.large_table, to); },
                       [this](std::uint8_t const* answers) {
                           for (std::size_t row = 0; row < workload::many; ++row)
                               if (answers[row] != requests_.due_of_large(row)) return false;
                           return true;
                       }});
        return all;
    }

    chains_of_contract chains_;
    contract model_;
    std::string text_;
    loaded loaded_;
    redline::workspace work_;
    redline::batch_workspace large_batch_;
    redline::batch_decisions decided_;
    redline::outcome_table_on_heap made_;
    hand_written_table by_hand_;
    workload requests_;
    constant_contract constant_;
    bound_requests bound_;
};

void print(contract_results const& of)
{
    std::printf("  %-34s %26s %28s\n", "", "ns a decision (quartiles)", "x if chain by use");
    for (result const& r : of.results)
        std::printf("  %-34s %10.1f (%.1f to %.1f) %12.2f x (%.2f to %.2f)\n", r.contender.c_str(),
                    r.nanoseconds.middle, r.nanoseconds.low, r.nanoseconds.high, r.ratio.middle, r.ratio.low,
                    r.ratio.high);
    std::fflush(stdout);
}

}  // namespace

int main(int count, char** words)
{
    std::string json = "build/bench.json", chart;
    bool quick = false;
    std::uint32_t most_terms = 2'000;
    for (int i = 1; i < count; ++i) {
        std::string const word = words[i];
        bool const last = i + 1 == count;
        if (word == "--quick") quick = true;
        else if (word == "--json" && !last) json = words[++i];
        else if (word == "--chart" && !last) chart = words[++i];
        else if (word == "--most-terms" && !last)
            most_terms = static_cast<std::uint32_t>(std::strtoul(words[++i], nullptr, 10));
        else {
            std::fputs("usage: contenders [--quick] [--most-terms N] [--json FILE] [--chart FILE]\n", stderr);
            return 2;
        }
    }
    std::printf("4,096 requests, each contender in turn, in another order each round; all give the same answers\n");
    peers others{words[0]};
    std::vector<contract_results> all;
    for (chains_of_contract const& chains : all_chains) {
        if (chains.terms > most_terms) continue;
        contest one{chains};
        contract_results results = one.run(quick ? 5 : 60);
        if (chains.few) others.run(one.model(), one.requests(), quick, results);
        print(results);
        all.push_back(std::move(results));
    }
    write_json(json, all);
    if (!chart.empty()) write_chart(chart, all);
    return 0;
}
