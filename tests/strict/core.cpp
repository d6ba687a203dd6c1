// A program part that fills requests and decides, of core alone. With WRONG_…, it has what object.cmake has to find.
#include <redline/core.hpp>

#ifdef WRONG_STREAM
#include <iostream>
#endif

/// The outcome of a request by name; 3 where it could not be filled.
unsigned outcome_by_name(redline::rule_set const& rules, redline::request_view request, redline::workspace_view& work)
{
    redline::clear(rules, request);
    redline::request_writer to{rules, request};
    to.use("analysis");
    to.fact("lawful", true);
    to.fact("persons", std::uint64_t{12});
    to.evidence("red_team", "12 days");
    if (!to.complete()) return 3;
    redline::decision const d = redline::decide(rules, request, work);
    return static_cast<unsigned>(d.outcome) + (d.by.empty() ? 0u : 8u) + (d.pending.empty() ? 0u : 16u);
}

/// How many terms of a rule set have a reason.
std::size_t reasons(redline::rule_set const& rules)
{
    std::size_t count = 0;
    for (redline::term_entry const& t : rules.terms) count += rules(t.because).empty() ? 0u : 1u;
    return count;
}

#ifdef WRONG_ALLOCATION
int* on_the_heap(int n) { return new int{n}; }
#endif
#ifdef WRONG_INITIALISER
unsigned run_before_main() noexcept;
unsigned const made_before_main = run_before_main();
unsigned read_it() { return made_before_main; }
#endif
#ifdef WRONG_EXCEPTION
int unwound(int (*call)())
try {
    return call();
}
catch (...) {
    return 0;
}
#endif
#ifdef WRONG_TYPE
struct with_type {
    virtual int call() { return 1; }
};
with_type* made(void* at) { return ::new (at) with_type; }
#endif
#ifdef WRONG_STREAM
void say() { std::cout << "x"; }
#endif
