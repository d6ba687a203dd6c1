// Any bytes may be given to load, with either engine: it ends, gives the same, and never crashes.
#include "conformance/texts.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <random>
#include <string>

namespace {

using namespace redline_test;
using redline::text::code;

std::string const small =
    "contract \"T\" version 1;\nuse analysis;\n1 permit all lawful uses;\n2 prohibit analysis when lawful;\n";

/// What both engines say of a text, in either format.
void survives(std::string const& text)
{
    for (format const as : {format::plain, format::literate}) {
        contract const one = load(text, engine::spirit, as);
        contract const other = load(text, engine::walker, as);
        CHECK(one.ok == one.diagnostics.empty());
        CHECK(result_of(one) == result_of(other));
        for (auto const& d : one.diagnostics) {
            CHECK(std::size_t{d.where.offset} + d.where.length <= text.size());
            CHECK((d.where.line >= 1 && d.where.column >= 1));
        }
    }
}

}  // namespace

TEST_CASE("every byte, alone and in every place of a small contract", "[text]")
{
    for (unsigned byte = 0; byte < 256; ++byte) {
        INFO("byte " << byte);
        survives(std::string(1, static_cast<char>(byte)));
        survives(std::string(3, static_cast<char>(byte)));
        for (std::size_t at = byte % 3; at <= small.size(); at += 3)
            survives(std::string{small}.insert(at, 1, static_cast<char>(byte)));
    }
}

TEST_CASE("every two bytes", "[text]")
{
    for (unsigned one = 0; one < 256; ++one)
        for (unsigned other = 0; other < 256; other += 5) {
            std::string const text{static_cast<char>(one), static_cast<char>(other)};
            contract const c = load(text);
            REQUIRE_FALSE(c.ok);
        }
}

TEST_CASE("a contract cut off at every byte", "[text]")
{
    std::string text = small +
                       "signoff review {\n  stage only: officer;\n}\nscenario \"\\u{E9}\" {\n  given use analysis;\n  "
                       "expect paused by 1, 2;\n}\nrole officer independent;\n";
    for (std::size_t size = 0; size <= text.size(); ++size) survives(text.substr(0, size));
    CHECK(load(text).ok);
}

TEST_CASE("random bytes", "[text]")
{
    std::mt19937_64 random{5};
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 300, '\0');
        for (char& c : text) c = static_cast<char>(random() >> 20);
        INFO("round " << round);
        survives(text);
    }
}

TEST_CASE("random bytes that texts are made of", "[text]")
{
    constexpr std::string_view often = "abz_019 \n\t.;,:{}()<\"\\#^-~`$\xC3\xA9";
    std::mt19937_64 random{6};
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 300, '\0');
        for (char& c : text) c = often[random() % often.size()];
        INFO("round " << round);
        survives(text);
    }
}

TEST_CASE("a NUL is told, and does not end the text", "[text]")
{
    std::string text = small;
    text.insert(text.find("use"), 1, '\0');
    contract const c = load(text);
    REQUIRE(c.diagnostics.size == 1);
    CHECK(c.diagnostics[0].is == code::control_character);
    contract const behind = load(small + std::string(1, '\0'));
    REQUIRE(behind.diagnostics.size == 1);
    CHECK(behind.diagnostics[0].is == code::control_character);
    contract const two = load(small + std::string(1, '\0') + "3 prohibit nothing_declared;\n");
    REQUIRE(two.diagnostics.size == 2);
    CHECK(two.diagnostics[1].is == code::unknown_name);
}

TEST_CASE("line ends of either kind give one digest, and the same places", "[text]")
{
    for (conformance_text const& t : conformance_texts()) {
        if (!t.good || t.name().find("crlf") != std::string::npos) continue;
        INFO(t.name());
        std::string const text = t.text();
        std::string with_returns;
        for (char const c : text) with_returns += c == '\n' ? std::string{"\r\n"} : std::string(1, c);
        contract const one = load(text, engine::spirit, t.as());
        contract const other = load(with_returns, engine::spirit, t.as());
        REQUIRE(one.ok);
        REQUIRE(other.ok);
        CHECK(result_of(one) == result_of(other));
    }
}

TEST_CASE("layout and comments do not count in the digest", "[text]")
{
    auto const digest = [](std::string const& text) {
        contract const c = load(text);
        REQUIRE(c.ok);
        return hex(*c.rules.digest);
    };
    std::string const due = digest("contract \"T\" version 1; 1 permit all lawful uses;");
    CHECK(digest("\xEF\xBB\xBF"
                 "contract\t\"T\"\r\nversion # one\n1;1 permit all lawful uses;# end") == due);
    CHECK(digest("redline 1; contract \"T\" version 1; 1 permit all lawful uses;") != due);
    CHECK(digest("contract \"T \" version 1; 1 permit all lawful uses;") != due);
    CHECK(digest("contract \"T\" version 01; 1 permit all lawful uses;") != due);
}

TEST_CASE("what a loaded contract shows stays where it is when it moves", "[text]")
{
    contract one = load(small);
    redline::rule_set const rules = one.rules;
    contract const other = std::move(one);
    CHECK(rules(rules.title) == "T");
    CHECK(other.rules.terms.data == rules.terms.data);
}
