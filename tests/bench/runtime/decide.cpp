// Decisions with their whole explanation, against an `if` chain that gives outcomes only.
#include "generate/as_text.hpp"
#include "generate/requests.hpp"
#include "fill.hpp"
#include "report.hpp"

#include "redline/redline.hpp"

#include <cstdlib>

namespace {

using namespace redline_bench;

constexpr std::size_t request_count = 4096;

redline::request_memory prepared(redline::rule_set const& rules, contract const& c, plain_request const& r)
{
    redline::request_memory memory{rules, 1};
    fill(memory.view(), rules, c, r);
    return memory;
}

void measure(rival const& against, double goal)
{
    contract const c = contract_generator{against.terms}.of_so_many_terms();
    redline::loaded_contract const loaded = redline::load(against.text);
    if (!loaded.ok()) std::abort();
    redline::rule_set const& rules = loaded.rules();
    redline::workspace work{rules};
    request_generator generate{c, against.chain};
    std::vector<plain_request> plain;
    std::vector<redline::request_memory> requests;
    while (plain.size() != request_count) {
        plain.push_back(generate.next());
        requests.push_back(prepared(rules, c, plain.back()));
    }

    std::size_t of[3] = {};
    for (std::size_t i = 0; i < request_count; ++i) {
        auto const chosen = static_cast<unsigned>(against.chain(plain[i]));
        auto const decided = static_cast<unsigned>(decide(rules, requests[i].view(), work.view()).outcome);
        if (chosen != decided) {
            std::printf("request %zu: the if chain says %u, Redline %u\n", i, chosen, decided);
            std::exit(1);
        }
        ++of[decided];
    }
    times const least = least_seconds(
        800,
        [&] {
            for (redline::request_memory const& r : requests) use_value(decide(rules, r.view(), work.view()));
        },
        [&] {
            for (plain_request const& r : plain) use_value(against.chain(r));
        });
    char what[80];
    std::snprintf(what, sizeof what, "%u terms (%zu %%, %zu %%, %zu %%)", against.terms, of[0] * 100 / request_count,
                  of[1] * 100 / request_count, of[2] * 100 / request_count);
    double const ns = least.ours / request_count * 1e9;
    char says[40];
    std::snprintf(says, sizeof says, "below %.0f ns", goal);
    print_line(what, ns, least.floor / request_count * 1e9, "ns", goal == 0 ? "" : says, ns < goal);
}

}  // namespace

int main()
{
    std::printf("A decision with its whole explanation (permitted, paused, prohibited), 4,096 requests\n");
    print_heading("if chain");
    measure(rival_20(), 60);
    measure(rival_200(), 200);
    measure(rival_2000(), 0);
}
