// A contract is replaced while threads decide under it. Built with ThreadSanitizer as well, so without Catch2: a program.
#include "redline/live/live.hpp"
#include "redline/redline.hpp"

#include <cstdio>
#include <string>
#include <thread>

namespace {

std::atomic<int> alive{0};

/// A contract under which at most `limit` persons are permitted, with its limit beside it.
struct desk {
    explicit desk(std::uint64_t at_most)
        : limit{at_most}, contract{redline::load("contract \"Desk\" version 1; use drafting; fact persons is count; "
                                                 "1 permit all lawful uses; 2 prohibit drafting when persons over " +
                                                 std::to_string(at_most) + ";")}
    {
        ++alive;
    }
    ~desk() { --alive; }
    desk(desk const&) = delete;

    std::uint64_t limit;
    redline::loaded_contract contract;
};

std::unique_ptr<desk const> made(std::uint64_t limit) { return std::make_unique<desk const>(limit); }

int failures = 0;
void check(bool holds, char const* what)
{
    if (holds) return;
    std::printf("does not hold: %s\n", what);
    ++failures;
}

void replaced_is_kept_while_it_is_pinned()
{
    redline::live<desk> held{made(1)};
    redline::live<desk>::reader reader{held};
    {
        auto const first = reader.now();
        held.replace(made(2));
        held.replace(made(3));
        check(first->limit == 1 && first->contract.ok(), "what is pinned stays");
        check(held.kept() == 2, "what nobody pins is freed");
        redline::live<desk>::reader other{held};
        check(other.now()->limit == 3, "another reader has the new one");
    }
    check(reader.now()->limit == 3, "so has the first, later");
    held.replace(made(4));
    check(held.kept() == 1 && alive == 1, "one is left");
}

/// Every decision is that of the contract that was pinned for it, whichever that was.
void readers_decide_while_it_is_replaced(unsigned threads, std::uint64_t rounds)
{
    redline::live<desk> held{made(0)};
    std::atomic<unsigned> wrong{0}, reading{0};
    std::atomic<bool> done{false};
    std::vector<std::thread> all;
    for (unsigned t = 0; t < threads; ++t)
        all.emplace_back([&] {
            redline::live<desk>::reader reader{held};
            std::uint64_t seen = 0;
            for (bool last = false; !last;) {
                last = done;
                auto const now = reader.now();
                redline::rule_set const& rules = now->contract.rules();
                redline::request_memory request{rules};
                redline::workspace work{rules};
                redline::request_writer to{rules, request.view()};
                to.use("drafting");
                to.fact("lawful", true);
                to.fact("persons", now->limit + 1);
                if (redline::decide(rules, request.view(), work.view()).outcome != redline::outcome::prohibited)
                    ++wrong;
                if (now->limit < seen) ++wrong;  // none comes back
                seen = now->limit;
                if (reading < threads) ++reading;
            }
            if (seen != rounds) ++wrong;
        });
    while (reading < threads) std::this_thread::yield();
    for (std::uint64_t i = 1; i <= rounds; ++i) held.replace(made(i));
    done = true;
    for (std::thread& t : all) t.join();
    check(wrong == 0, "each decision is one of the contract that was pinned");
    held.replace(made(rounds));
    check(held.kept() == 1 && alive == 1, "nothing is left behind");
}

}  // namespace

int main()
{
    replaced_is_kept_while_it_is_pinned();
    readers_decide_while_it_is_replaced(4, 150);
    check(alive == 0, "nothing is alive");
    return failures == 0 ? 0 : 1;
}
