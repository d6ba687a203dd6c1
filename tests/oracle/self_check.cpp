// An independent oracle checks itself: the four promises of the language, over random contracts and requests.
// Then what it enumerates: cases made by hand, and random small contracts, a hundredth as many as pairs.
// It stands alone: g++ -std=c++20 self_check.cpp && ./a.out [pairs]. With `--print N`, it prints N cases as JSON
// instead.
#include "change.hpp"
#include "check_proof.hpp"
#include "evaluate.hpp"
#include "generate.hpp"
#include "hand_made.hpp"
#include "print.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace oracle = redline_oracle;

namespace {

struct counts {
    std::array<std::size_t, 3> outcomes{};
    std::size_t pairs = 0, forbidden = 0, excepting = 0, logged = 0, complete = 0, broken = 0;
};

void report(counts& seen, const char* promise, const oracle::contract& c, const oracle::request& before,
            const oracle::request& after)
{
    if (++seen.broken > 3) return;
    std::cout << "BROKEN: " << promise << "\n"
              << print(c) << print_json(before) << "\n  " << dump(evaluate(c, before)) << "\n"
              << print_json(after) << "\n  " << dump(evaluate(c, after)) << "\n";
}

void check(counts& seen, const oracle::contract& c, const oracle::request& r, oracle::dice& d)
{
    using oracle::outcome;
    const oracle::decision first = evaluate(c, r);
    ++seen.pairs;
    ++seen.outcomes[static_cast<std::size_t>(first.outcome)];
    seen.forbidden += first.ground == oracle::ground::forbidden;
    seen.excepting += !first.exceptions.empty();
    seen.logged += !first.log.empty();
    seen.complete += is_complete(c, r);

    const oracle::request obtained = with_more_obtained(c, r, d);
    if (evaluate(c, obtained).outcome > first.outcome)
        report(seen, "obtaining more never makes it stricter", c, r, obtained);

    const oracle::request known = with_more_known(c, r, d);
    if (first.outcome != outcome::paused && evaluate(c, known).outcome != first.outcome)
        report(seen, "learning more never changes what was permitted or prohibited", c, r, known);

    if (first.pending.has_value() != (first.outcome == outcome::paused) || (first.pending && first.pending->empty()))
        report(seen, "a paused decision always says what is pending", c, r, r);

    const oracle::request all_known = with_everything_known(c, r, d);
    const oracle::request all = with_everything_obtained(c, all_known);
    if (!is_complete(c, all)) report(seen, "(the request made complete is complete)", c, r, all);
    if (evaluate(c, all).outcome == outcome::paused)
        report(seen, "complete and all obtained is never paused", c, r, all);
}

void print_case(const oracle::contract& c, const oracle::request& r)
{
    std::string text;  // the contract's text as a JSON string
    for (char one : print(c))
        text += one == '\n' ? "\\n" : one == '"' ? "\\\"" : one == '\\' ? "\\\\" : std::string(1, one);
    std::cout << "{\"contract\": \"" << text << "\", \"request\": " << print_json(r)
              << ", \"decision\": " << dump(evaluate(c, r)) << "}\n";
}

}  // namespace

int main(int argc, char** argv)
{
    const bool only_print = argc > 2 && std::string(argv[1]) == "--print";
    const char* number = only_print ? argv[2] : argc > 1 ? argv[1] : "20000";
    const std::size_t wanted = std::strtoul(number, nullptr, 10);
    counts seen;
    for (std::uint64_t seed = 0; seen.pairs < wanted; ++seed) {
        std::mt19937_64 rng(seed);
        oracle::dice d(rng);
        const oracle::contract c = oracle::generate_contract(rng);
        for (int k = 0; k < 8; ++k) {
            const oracle::request r = oracle::generate_request(c, rng);
            if (only_print) ++seen.pairs, print_case(c, r);
            else check(seen, c, r, d);
        }
    }
    if (only_print) return 0;
    std::printf(
        "%zu pairs: %zu permitted, %zu paused, %zu prohibited (%zu forbidden); %zu with exceptions, %zu logged, "
        "%zu complete; %zu promises broken\n",
        seen.pairs, seen.outcomes[0], seen.outcomes[1], seen.outcomes[2], seen.forbidden, seen.excepting, seen.logged,
        seen.complete, seen.broken);
    const std::size_t wrong = oracle::check_hand_made();
    const bool proved = oracle::check_proof(wanted / 100);
    return seen.broken == 0 && wrong == 0 && proved ? 0 : 1;
}
