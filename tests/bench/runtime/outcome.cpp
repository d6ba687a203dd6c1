// Outcomes alone, from a table, against an `if` chain and against whole decisions.
#include "generate/as_text.hpp"
#include "generate/requests.hpp"
#include "fill.hpp"
#include "report.hpp"

#include "redline/core/proof/outcome_memory.hpp"
#include "redline/redline.hpp"

#include <cstdlib>

namespace {

using namespace redline_bench;

constexpr std::size_t request_count = 4096;

/// A request with its arrays, as a program keeps it that allocates nothing.
struct packed_request {
    redline::request_view view;
    redline::requested_kind use[1];
    std::uint64_t values[8];
    std::uint64_t ages[4];
    std::uint8_t given[8], known[8];
    redline::principal attested[8];

    void point()
    {
        view.uses = use;
        view.use_capacity = 1;
        view.values = values;
        view.given = given;
        view.known = known;
        view.attested = attested;
        view.evidence_age = ages;
    }
};

void prepare(packed_request& to, redline::rule_set const& rules, contract const& c, plain_request const& r)
{
    to.point();
    clear(rules, to.view);
    fill(to.view, rules, c, r);
}

/// The same requests for all, in one order or, where that shall not be learnt by heart, in a new one each round.
struct workload {
    workload(contract const& c, redline::rule_set const& rules, rival const& against)
        : plain(request_count), packed(request_count)
    {
        request_generator generate{c, against.chain};
        for (std::size_t i = 0; i < request_count; ++i) {
            plain[i] = generate.next();
            prepare(packed[i], rules, c, plain[i]);
        }
    }
    void shuffle()
    {
        for (std::size_t i = request_count - 1; i != 0; --i) {
            std::size_t const other = random.below(static_cast<std::uint32_t>(i) + 1);
            std::swap(plain[i], plain[other]);
            std::swap(packed[i], packed[other]);
        }
        for (packed_request& r : packed) r.point();
    }
    std::vector<plain_request> plain;
    std::vector<packed_request> packed;
    dice random{11};
};

void measure(rival const& against)
{
    contract const c = contract_generator{against.terms}.of_so_many_terms();
    redline::loaded_contract const loaded = redline::load(against.text);
    if (!loaded.ok()) std::abort();
    redline::rule_set const& rules = loaded.rules();
    if (rules.slot_count > 8 || rules.facts.size > 8 || rules.evidence.size > 4) std::abort();
    redline::outcome_table_on_heap made;
    double const making = seconds([&] { made = redline::make_outcome_table(rules); });
    if (made.too_large()) std::abort();
    redline::outcome_table const table = made.view();
    redline::workspace work{rules};
    workload requests{c, rules, against};

    std::size_t of[3] = {};
    for (std::size_t i = 0; i < request_count; ++i) {
        auto const chosen = static_cast<unsigned>(against.chain(requests.plain[i]));
        auto const decided = static_cast<unsigned>(decide(rules, requests.packed[i].view, work.view()).outcome);
        auto const found = static_cast<unsigned>(outcome_of(rules, table, requests.packed[i].view));
        if (chosen != decided || found != decided) {
            std::printf("request %zu: the if chain says %u, decide %u, the table %u\n", i, chosen, decided, found);
            std::exit(1);
        }
        ++of[decided];
    }
    auto const outcomes = [&] {
        for (packed_request const& r : requests.packed) use_value(outcome_of(rules, table, r.view));
    };
    auto const chain = [&] {
        for (plain_request const& r : requests.plain) use_value(against.chain(r));
    };
    auto const decisions = [&] {
        for (packed_request const& r : requests.packed) use_value(decide(rules, r.view, work.view()));
    };
    std::printf("%u terms: %zu %% permitted, %zu %% paused, %zu %% prohibited; a table of %.0f KB, made in %.1f ms\n",
                against.terms, of[0] * 100 / request_count, of[1] * 100 / request_count, of[2] * 100 / request_count,
                static_cast<double>(made.bytes()) / 1024, making * 1e3);
    auto const print = [&](char const* what, times const& least, bool has_goal) {
        double const ours = least.ours / request_count * 1e9;
        bool const from_200 = against.terms >= 200;
        print_line(what, ours, least.floor / request_count * 1e9, "ns",
                   has_goal ? from_200 ? "below 15 ns and 1 x" : "below 15 ns" : "",
                   ours < 15 && (!from_200 || least.ours < least.floor));
    };
    print("  again and again in one order", least_seconds(400, outcomes, chain), true);
    times mixed;
    for (int i = 0; i < 400; ++i) {
        requests.shuffle();
        times const once = least_seconds(1, outcomes, chain);
        mixed = {std::min(mixed.ours, once.ours), std::min(mixed.floor, once.floor)};
    }
    print("  each round in another order", mixed, true);
    print("  beside decide, not the if chain", least_seconds(100, outcomes, decisions), false);
}

}  // namespace

int main()
{
    std::printf("Outcomes alone, 4,096 requests\n");
    print_heading("if chain");
    measure(rival_20());
    measure(rival_200());
    measure(rival_2000());
}
