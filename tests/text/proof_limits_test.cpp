// Proofs that would take too much end, and say so: RL0804 of assertions, RL0911 of warnings.
#include "redline/text/prove_assertions.hpp"
#include "redline/text/report_findings.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <string>
#include <vector>

namespace {

using namespace redline_test;
using redline::proof::budget;
using redline::text::code;
using redline::text::diagnostic;

/// A condition that is hard on diagrams: each fact stands beside two others, so that no order of them keeps all that
/// belong together near to each other.
std::string hard_condition(unsigned pairs)
{
    std::string condition;
    for (unsigned i = 0; i < pairs; ++i) {
        std::string const n = std::to_string(i), next = std::to_string((i * 5 + 1) % pairs);
        condition += (i == 0 ? "(x" : " or (x") + n + " over 10 and y" + n + " over 10) or (y" + n + " over 20 and x" +
                     next + " over 20)";
    }
    return condition;
}

/// A contract with a term that has it as its `when`, and two that are easy, the later of them in vain.
std::string hard(unsigned pairs)
{
    std::string facts;
    for (unsigned i = 0; i < pairs; ++i)
        facts += "fact x" + std::to_string(i) + " is count;\nfact y" + std::to_string(i) + " is count;\n";
    return "contract \"T\" version 1;\nuse hard;\nuse easy;\n" + facts +
           "1 permit all lawful uses;\n2 prohibit hard when " + hard_condition(pairs) +
           ";\n3 prohibit easy;\n4 prohibit easy;\n";
}
std::string hard_and_asserted(unsigned pairs)
{
    return hard(pairs) + "assert never permitted for easy;\nassert always prohibited for hard when " +
           hard_condition(pairs) + ";\nassert never paused for easy;\n";
}

struct found {
    std::vector<diagnostic> room = std::vector<diagnostic>(100);
    std::deque<std::string> witnesses{};
    std::string text;
    redline::text::problems wrong;

    explicit found(std::string of) : text{std::move(of)}, wrong{text.data(), room.data(), 100} {}
    redline::array_view<diagnostic> all() const { return {room.data(), wrong.found.size}; }
};

}  // namespace

TEST_CASE("an assertion whose proof passes the budget is neither proved nor broken", "[text]")
{
    std::string const text = hard_and_asserted(12);
    contract const c = load(text);
    REQUIRE(c.ok);
    std::uint32_t const line = c.scenarios.assertions[1].line;

    found small{text};
    redline::text::prove_assertions(c.rules, c.scenarios, small.witnesses, small.wrong, budget{1024, 1u << 20});
    INFO(dump(small.all()));
    REQUIRE(small.all().size == 1);
    diagnostic const& d = small.all()[0];
    CHECK(d.is == code::proof_too_large);
    CHECK(dump(d) ==
          std::to_string(line) +
              ":1+6 RL0804 this assertion is neither proved nor broken: its proof takes more than 1024 nodes; "
              "make several of it, for fewer uses each or with a narrower `when`\n");
    CHECK(severity_of(d.is) == redline::text::severity::error);
    CHECK(small.witnesses.empty());
}

TEST_CASE("a proof that takes too many steps ends as one that takes too many nodes", "[text]")
{
    std::string const text = hard_and_asserted(12);
    contract const c = load(text);
    REQUIRE(c.ok);
    found hasty{text};
    redline::text::prove_assertions(c.rules, c.scenarios, hasty.witnesses, hasty.wrong, budget{1u << 22, 20});
    CHECK(hasty.all().size != 0);
    for (diagnostic const& d : hasty.all()) CHECK(d.is == code::proof_too_large);
}

TEST_CASE("where a contract is too large to look for terms in vain, the other warnings stand", "[text]")
{
    std::string const text = hard(12) + "event outage;\n";
    contract const c = load(text, engine::spirit, format::plain, warnings::yes);
    REQUIRE(c.ok);
    INFO(dump(c.diagnostics));
    REQUIRE(c.diagnostics.size == 2);
    CHECK(c.diagnostics[0].is == code::anticipated);
    CHECK(c.diagnostics[1].is == code::unused_name);

    found small{text};
    redline::text::report_findings(c.rules, small.wrong, budget{1024, 1u << 20});
    REQUIRE(small.all().size == 2);
    CHECK(small.all()[0].is == code::unused_name);
    diagnostic const& d = small.all()[1];
    CHECK(dump(d) ==
          std::to_string(d.where.line) +
              ":1+1 RL0911 the contract is too large to look for terms that are in vain: that takes more than "
              "1024 nodes\n");
    CHECK(d.where.line == 28);
    CHECK(severity_of(d.is) == redline::text::severity::warning);
}

TEST_CASE("a small budget is enough for a small contract", "[text]")
{
    std::string const text = hard(1) + "assert never permitted for easy;\n";
    contract const c = load(text);
    REQUIRE(c.ok);
    found small{text};
    redline::text::prove_assertions(c.rules, c.scenarios, small.witnesses, small.wrong, budget{1024, 1u << 12});
    redline::text::report_findings(c.rules, small.wrong, budget{1024, 1u << 12});
    INFO(dump(small.all()));
    REQUIRE(small.all().size == 1);
    CHECK(small.all()[0].is == code::anticipated);
}

TEST_CASE("a proof that gets too deep ends, and exhausts no stack", "[text]")
{
    // In this order, each fact is joined on top of a diagram that is as deep as there were facts before.
    constexpr unsigned facts = 200'000;
    std::string declared, any;
    for (unsigned i = 0; i < facts; ++i) {
        declared += "fact f" + std::to_string(i) + " is flag;\n";
        any += (i == 0 ? "f" : " or f") + std::to_string(facts - 1 - i);
    }
    contract const deep = load("contract \"T\" version 1;\nuse u;\n" + declared + "1 permit all uses when " + any +
                               ";\n2 permit nothing else;\nassert never permitted for u;\n");
    REQUIRE(deep.diagnostics.size == 1);
    CHECK(deep.diagnostics[0].is == code::proof_too_large);
}

TEST_CASE("all assertions of a contract together may take so many steps, and those behind are told", "[text]")
{
    std::string text = hard(10);
    for (int i = 0; i < 40; ++i) text += "assert always prohibited for hard when " + hard_condition(10) + ";\n";
    contract const c = load(text);
    REQUIRE(c.ok);
    auto const too_large = [&](std::uint64_t steps) {
        found f{text};
        redline::text::prove_assertions(c.rules, c.scenarios, f.witnesses, f.wrong, budget{1u << 22, steps});
        for (diagnostic const& d : f.all()) CHECK(d.is == code::proof_too_large);
        return f.all().size;
    };
    CHECK(too_large(std::uint64_t{1} << 29) == 0);
    CHECK(too_large(20) == 40);
    // One use with an assertion each: what is left is for the first of them.
    std::string many = "contract \"T\" version 1;\n1 permit all lawful uses;\n";
    for (int i = 0; i < 40; ++i) {
        std::string const n = std::to_string(i);
        many += "use u" + n + ";\nassert never permitted for u" + n + " when not lawful;\n";
    }
    contract const uses = load(many);
    REQUIRE(uses.ok);
    auto const left_out = [&](std::uint64_t steps) {
        found f{many};
        redline::text::prove_assertions(uses.rules, uses.scenarios, f.witnesses, f.wrong, budget{1u << 22, steps});
        return f.all().size;
    };
    CHECK(left_out(1000) == 0);
    std::uint32_t const few = left_out(16);
    CHECK((few > 0 && few < 40));
}
