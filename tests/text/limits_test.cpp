// Texts that are too long, too deep or too wrong: each ends in bounded time, with what is to be said of it.
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <ctime>
#include <string>

namespace {

using namespace redline_test;
using redline::text::code;

std::string const head = "contract \"T\" version 1;\nuse analysis;\nfact urgent is flag;\n1 permit all lawful uses;\n";

std::string repeated(std::string_view what, std::size_t times)
{
    std::string text;
    text.reserve(what.size() * times);
    while (times-- != 0) text += what;
    return text;
}

/// Loads a text with either engine, and holds that it didn't take long and that both say the same.
contract bounded(std::string const& text)
{
    std::clock_t const start = std::clock();
    contract const one = load(text, engine::spirit);
    contract const other = load(text, engine::walker);
    // Of the processor, since machines are busy; far less without sanitizers.
    double const seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    CHECK(seconds < 20);
    CHECK(one.ok == other.ok);
    CHECK(dump(one.diagnostics) == dump(other.diagnostics));
    return one;
}

code only(contract const& c)
{
    INFO(dump(c.diagnostics));
    CHECK(c.diagnostics.size == 1);
    return c.diagnostics.empty() ? code::none : c.diagnostics[0].is;
}

}  // namespace

TEST_CASE("a text of more than 16 MB is refused unread", "[text]")
{
    contract const c = bounded(std::string(std::size_t{17} << 20, 'x'));
    CHECK(only(c) == code::too_long);
    CHECK((c.diagnostics[0].number == std::uint64_t{17} << 20 && c.diagnostics[0].limit == std::uint64_t{16} << 20));
    std::string most = head + "# ";
    most.resize(std::size_t{16} << 20, 'x');
    CHECK(bounded(most).ok);
    CHECK(only(bounded(most + "x")) == code::too_long);
}

TEST_CASE("parentheses and nots nest to a limit, and no deeper whatever their number", "[text]")
{
    std::string const term = head + "2 prohibit analysis when ";
    CHECK(bounded(term + repeated("(", 32) + "urgent" + repeated(")", 32) + ";").ok);
    CHECK(bounded(term + repeated("not ", 32) + "urgent;").ok);
    CHECK(only(bounded(term + repeated("(", 33) + "urgent" + repeated(")", 33) + ";")) == code::nested_too_deep);
    CHECK(only(bounded(term + repeated("not ", 33) + "urgent;")) == code::nested_too_deep);
    CHECK(only(bounded(term + repeated("(", 10'000) + "urgent" + repeated(")", 10'000) + ";")) ==
          code::nested_too_deep);
    CHECK(only(bounded(term + repeated("not ", 10'000) + "urgent;")) == code::nested_too_deep);
    CHECK(only(bounded(term + repeated("not (", 10'000) + "urgent;")) == code::nested_too_deep);
    CHECK(only(bounded(term + repeated("(", 10'000'000))) == code::nested_too_deep);
    CHECK(bounded(term + repeated("(urgent or ", 20) + "urgent" + repeated(")", 20) +
                  repeated(" and not urgent", 5000) + ";")
              .ok);
    CHECK_FALSE(bounded(repeated("(", 10'000'000)).ok);
    CHECK_FALSE(bounded(repeated("{", 1'000'000)).ok);
    CHECK_FALSE(bounded(head + repeated("}", 1'000'000)).ok);
}

TEST_CASE("definitions stand in one another to a limit, in whatever order", "[text]")
{
    auto const ladder = [](int steps, bool upwards) {
        std::string text = head;
        for (int k = 0; k < steps; ++k) {
            int const i = upwards ? steps - 1 - k : k;
            text += "define d" + std::to_string(i) + " as " +
                    (i + 1 == steps ? "urgent" : "d" + std::to_string(i + 1)) + ";\n";
        }
        return text;
    };
    for (bool const upwards : {false, true}) {
        CHECK(bounded(ladder(33, upwards)).ok);
        CHECK(only(bounded(ladder(34, upwards))) == code::nested_too_deep);
        CHECK(only(bounded(ladder(100'000, upwards))) == code::nested_too_deep);
    }
    auto const circle = [](int steps) {
        std::string text = head;
        for (int i = 0; i < steps; ++i)
            text += "define d" + std::to_string(i) + " as d" + std::to_string((i + 1) % steps) + ";\n";
        return text;
    };
    for (int const steps : {1, 2, 3, 20, 1000, 100'000}) CHECK(only(bounded(circle(steps))) == code::definition_circle);
}

TEST_CASE("escalations of many chains end, or go in a circle", "[text]")
{
    auto const chains = [](int count, int step, bool circle) {
        std::string text = head + "role officer independent;\n";
        for (int i = 0; i < count; ++i) {
            int const to = (i + step + count) % count;
            bool const last = step > 0 ? i == count - 1 : i == 0;
            text += "signoff c" + std::to_string(i) + " { stage only: officer within 1 day; " +
                    (last && !circle ? "" : "late: escalate to c" + std::to_string(to) + "; ") + "}\n";
        }
        return text;
    };
    for (int const step : {1, -1}) {
        CHECK(bounded(chains(20'000, step, false)).ok);
        CHECK(only(bounded(chains(20'000, step, true))) == code::escalation_circle);
    }
}

TEST_CASE("a hundred thousand statements are read", "[text]")
{
    std::string text = head;
    for (int i = 0; i < 50'000; ++i)
        text += "fact f" + std::to_string(i) + " is flag;\n2." + std::to_string(i) + " prohibit analysis when f" +
                std::to_string(i) + ";\n";
    contract const c = bounded(text);
    REQUIRE(c.ok);
    CHECK(c.rules.terms.size == 50'001);
    CHECK(c.rules.facts.size == 50'002);
}

TEST_CASE("one list may be long, one string too", "[text]")
{
    CHECK(bounded(head + "party agency \"" + std::string(1'000'000, 'x') + "\";\n").ok);
    CHECK(bounded(head + "party agency \"" + repeated("\\u{E9}", 200'000) + "\";\n").ok);
    contract const values = bounded(head + "fact kind is one of v" + [] {
        std::string list;
        for (int i = 0; i < 100'000; ++i) list += ", v" + std::to_string(i);
        return list;
    }() + ";\n");
    CHECK(values.ok);
    CHECK(values.rules.values.size == 100'005);
    CHECK(bounded(head + "2 prohibit analysis when urgent" + repeated(" or urgent", 100'000) + ";\n").ok);
    CHECK(
        bounded("contract \"T\" version 1;\n1 permit all lawful uses;\nuse " + std::string(1'000'000, 'x') + ";\n").ok);
}

TEST_CASE("what is never closed is told once, wherever it began", "[text]")
{
    std::string const long_tail = repeated("3 prohibit analysis ", 50'000);
    CHECK(only(bounded(head + "2 prohibit analysis because \"" + std::string(1'000'000, 'x'))) ==
          code::unclosed_string);
    CHECK(only(bounded(head + "signoff review {\n")) == code::unclosed_block);
    CHECK(only(bounded(head + "scenario \"s\" {\n given use analysis;\n")) == code::unclosed_block);
    CHECK_FALSE(bounded(head + "signoff review { " + repeated("stage only: officer; ", 100'000)).ok);
    CHECK_FALSE(bounded(head + long_tail).ok);
}

TEST_CASE("a text full of mistakes is read to its end in bounded time", "[text]")
{
    std::string const long_line = head + "# " + std::string(8'000'000, 'x') + "\n";
    CHECK_FALSE(bounded(long_line + repeated("party a; ", 100'000)).ok);
    CHECK_FALSE(bounded(head + repeated("fact $ is flag; ", 100'000)).ok);
    std::string names = head;
    for (int i = 0; i < 100'000; ++i) names += "use somewhere_" + std::to_string(i) + ";\n";
    for (int i = 0; i < 100'000; ++i)
        names += "2." + std::to_string(i) + " prohibit somewhere" + std::to_string(i) + ";\n";
    CHECK_FALSE(bounded(names).ok);
}

TEST_CASE("no more than a thousand diagnostics are given, and then that there are more", "[text]")
{
    contract const c = bounded(head + repeated("$ ", 1'000'000));
    REQUIRE(c.diagnostics.size == 1001);
    CHECK(c.diagnostics[999].is == code::stray_character);
    CHECK(c.diagnostics[1000].is == code::too_many);
    std::string names = head;
    for (int i = 0; i < 5000; ++i) names += "2." + std::to_string(i) + " prohibit nowhere;\n";
    contract const n = bounded(names);
    REQUIRE(n.diagnostics.size == 1001);
    CHECK(n.diagnostics[1000].is == code::too_many);
    contract const exact = bounded(head + repeated("$ ", 1000));
    CHECK(exact.diagnostics.size == 1000);
}

TEST_CASE("a scenario may give so many things, and no more", "[text]")
{
    auto const scenario = [](int facts) {
        std::string text = head, given = "given use analysis, lawful";
        for (int i = 0; i < facts; ++i) {
            text += "fact f" + std::to_string(i) + " is flag;\n";
            given += ", f" + std::to_string(i);
        }
        return text + "scenario \"s\" { " + given + "; expect permitted; }\n";
    };
    CHECK(bounded(scenario(998)).ok);
    CHECK(only(bounded(scenario(2000))) == code::too_many);
}
