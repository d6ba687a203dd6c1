// A program part with a contract in its source, which decides at run time.
#include <redline/text/compile.hpp>

namespace {

constexpr auto desk = redline::compile([] {
    return R"(
    contract "Desk" version 1;
    party lab;
    role counsel of lab;
    use analysis;
    use surveillance;
    fact persons is count;
    evidence red_team from lab valid 180 days;
    1    permit all lawful uses;
    2.1  prohibit surveillance when persons over 10_000;
    2.2  require red_team within 90 days for surveillance;
    2.3  restrict surveillance to signed by review;
    signoff review { stage only: counsel; }
    assert never permitted for surveillance without signed by review;
)";
});

}  // namespace

/// 0, 1 or 2: permitted, paused or prohibited.
unsigned outcome_of_persons(std::uint64_t persons, bool lawful)
{
    auto const d = desk.decide(desk.request().use("surveillance").flag("lawful", lawful).count("persons", persons));
    return static_cast<unsigned>(d.outcome());
}
