// Asks the contract before each call, and says what came of it. Neither parser nor heap: the contract is constant data.
#include <compromise.hpp>

#include <cstdio>
#include <string_view>

namespace {

/// A call that somebody wants to make.
struct call {
    char const *use, *mission;
    std::uint64_t persons;
};

auto request_of(call const& c)
{
    auto request = acme::compromise.request();
    request.use(c.use).mission(c.mission).date("2026-09-01").count("persons", c.persons);
    request.flag("lawful").attested("lawful", "general_counsel");
    return request;
}

void explain(call const& c)
{
    auto const decision = acme::compromise.decide(request_of(c));
    std::printf("%s: %s", c.use, name_of(decision.outcome()).data());
    redline::rule_set const& rules = acme::compromise;
    for (std::uint32_t const term : decision.view().by) {
        redline::term_entry const& t = rules.terms[term];
        std::printf(" by %.*s", static_cast<int>(t.label.length), rules(t.label).data());
        if (!t.because.empty()) std::printf(" (%.*s)", static_cast<int>(t.because.length), rules(t.because).data());
    }
    std::puts("");
}

}  // namespace

int main()
{
    call const calls[] = {
        {"logistics", "routine", 12}, {"surveillance.mass", "domestic", 500}, {"analysis", "routine", 20'000}};
    for (call const& c : calls) {
        // In the hot path the outcome alone is asked for, from the table; the whole decision only where it stops something.
        if (acme::compromise.outcome(request_of(c)) == redline::outcome::permitted)
            std::printf("%s: permitted\n", c.use);
        else explain(c);
    }
    std::printf("under the contract sha256:");
    for (unsigned const byte : acme::compromise.digest().bytes) std::printf("%02x", byte);
    std::puts("");
}
