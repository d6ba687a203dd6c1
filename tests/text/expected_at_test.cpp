// What the grammar takes at a place: what stands there in good texts, and nothing behind what is wrong.
#include "conformance/texts.hpp"
#include "support/catch.hpp"
#include "support/read.hpp"

namespace {

using namespace redline;
using namespace redline_test;
using text::expectation_at;
using text::tag;
using text::terminal;
using text::token;

bool is_expected(expectation_at const& at, token const& t)
{
    auto const fits = [&](unsigned of, terminal as) { return (t.classes & of) != 0 && at.terminals.has(as); };
    return at.terminals.has(t.is) || fits(text::is_name, terminal::name) ||
           fits(text::is_request_path, terminal::path) || fits(text::is_label, terminal::label) ||
           fits(text::is_integer, terminal::integer);
}

/// What is expected where `|` stands.
expectation_at at_mark(std::string of)
{
    auto const offset = static_cast<std::uint32_t>(of.find('|'));
    of.erase(offset, 1);
    text::text_read const read = redline_test::read(of, text_format::plain);
    return redline_test::expected_at(read, offset);
}

constexpr char head[] = "contract \"x\" version 1;\nuse a;\n1 permit all lawful uses;\n";

}  // namespace

TEST_CASE("what stands in a good text is expected there")
{
    unsigned asked = 0;
    for (conformance_text const& t : conformance_texts()) {
        // There, parameters stand where numbers and strings are due; which of them do, depends on what follows.
        if (!t.good || t.file.stem() == "template_parameters") continue;
        std::string const of = t.text();
        bool const literate = t.as() == redline_test::format::literate;
        text::text_read const read = redline_test::read(of, literate ? text_format::literate : text_format::plain);
        for (std::size_t i = 1; i + 3 < read.tokens.size(); ++i) {
            token const& before = read.tokens[i - 1];
            token const& here = read.tokens[i];
            if (before.offset + before.length == here.offset)
                continue;  // the word before would be the one that is written
            expectation_at const found = redline_test::expected_at(read, here.offset);
            INFO(t.name() << ": " << text::spelling(here, of.data()) << " in line " << here.line);
            CHECK(found.cut == i);
            CHECK(is_expected(found, here));
            ++asked;
        }
    }
    CHECK(asked > 4000);
}

TEST_CASE("the word that is being written is not looked at")
{
    for (char const* const of : {"2 prohibit |", "2 prohibit a|", "2 prohibit xyz|", "2 prohibit all|"}) {
        expectation_at const found = at_mark(head + std::string{of});
        CHECK(found.terminals.has(terminal::all));
        CHECK(found.terminals.has(terminal::path));
        CHECK(found.tags.has(tag::scope_path));
        CHECK_FALSE(found.tags.has(tag::except_path));
    }
    CHECK(at_mark(head + std::string{"2 prohibit a |;"}).terminals.has(terminal::when));
    CHECK(at_mark(head + std::string{"2 prohibit a|"}).cut == 16);
}

TEST_CASE("a new sentence begins behind a whole one, and goes on in one that is broken")
{
    expectation_at const fresh = at_mark(head + std::string{"|"});
    CHECK(fresh.starts);
    CHECK(fresh.terminals.has(terminal::party));
    CHECK(fresh.terminals.has(terminal::label));
    CHECK_FALSE(fresh.terminals.has(terminal::when));
    expectation_at const broken = at_mark(head + std::string{"2 prohibit a\n|\nparty p;\n"});
    CHECK_FALSE(broken.starts);
    CHECK(broken.terminals.has(terminal::when));
    CHECK(broken.terminals.has(terminal::semicolon));
    expectation_at const within = at_mark("contract \"x\" version 1;\nuse |a;\n");
    CHECK(within.tags.has(tag::use));
}

TEST_CASE("before there is a header, one is expected; behind what is wrong, nothing")
{
    CHECK(at_mark("|").terminals.has(terminal::contract));
    CHECK(at_mark("|").terminals.has(terminal::redline));
    CHECK_FALSE(at_mark("redline 1; |").terminals.has(terminal::redline));
    CHECK(at_mark("redline 1; |").terminals.has(terminal::amendment));
    CHECK(at_mark("contract |").terminals.has(terminal::string));
    expectation_at const wrong = at_mark(head + std::string{"2 prohibit a a |"});
    CHECK(wrong.terminals == text::terminal_set{});
}
