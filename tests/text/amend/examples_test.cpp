// The amendments of examples/, and amendments between the contracts there.
#include "support/dump.hpp"

#include "redline/core/proof/compare.hpp"
#include "redline/text/amend/same.hpp"
#include "redline/text/walker.hpp"

#include "support/amend.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

namespace {

using namespace redline_test;
namespace amending = redline::text::amend;

text_of_format example(std::string const& name)
{
    bool const literate = name.size() > 3 && name.substr(name.size() - 3) == ".md";
    return {read_file(source_dir() / "examples" / name), literate ? format::literate : format::plain};
}

/// Every statement of a text, as its tokens, sorted.
std::vector<std::string> statements_of(text_of_format const& of)
{
    amending::document d;
    d.read<redline::text::walking_engine>(
        of.text, of.as == format::literate ? redline::text_format::literate : redline::text_format::plain,
        redline::text::document_kind::contract);
    REQUIRE(d.ok());
    std::vector<std::string> all;
    for (std::uint32_t i = 0; i != d.size(); ++i) all.push_back(amending::tokens_of(d, d[i]));
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

TEST_CASE("the amendment of 2 March makes the text of 2 March of that of 28 February", "[amend]")
{
    text_of_format const before = example("contracts/agreement/2026-02-28.redline");
    text_of_format const after = example("contracts/agreement/2026-03-02.redline");
    applied const made = apply(before, {example("amendments/agreement-2026-03-02.md")});
    INFO(dump(made.diagnostics));
    REQUIRE(made.ok);
    CHECK(statements_of({made.text, format::plain}) == statements_of(after));
    contract const wanted = load(after.text);
    REQUIRE(wanted.ok);
    CHECK(redline::compare(made.rules, wanted.rules).verdict() == redline::comparison_verdict::equivalent);

    // Layout and comments: every comment of the text that was amended is there, and no line is long or stray.
    for (std::size_t at = 0; at < before.text.size(); at = before.text.find('\n', at) + 1)
        if (before.text[at] == '#') {
            std::string const line = before.text.substr(at, before.text.find('\n', at) - at);
            CHECK(made.text.find("\n" + line + "\n") != std::string::npos);
        }
    CHECK(made.text.find("\n\n\n\n") == std::string::npos);
    CHECK(made.text.find("\n4.4  prohibit all uses when component is intelligence_agency\n     because") !=
          std::string::npos);
}

TEST_CASE("amendments lead from each example to the one that follows it", "[amend]")
{
    for (auto const& [from, to] : {std::pair{"agreement/2026-02-28.redline", "agreement/2026-03-02.redline"},
                                   std::pair{"usage_policy/llama3_1.redline", "usage_policy/llama4.redline"},
                                   std::pair{"dispute/agency.redline", "dispute/vendor.redline"},
                                   std::pair{"dispute/vendor.redline", "dispute/compromise.md"},
                                   std::pair{"dispute/agency.redline", "dispute/compromise.md"}}) {
        INFO(from << " to " << to);
        text_of_format const before = example(std::string{"contracts/"} + from);
        text_of_format const after = example(std::string{"contracts/"} + to);
        written const w = amend(before, after);
        INFO(dump(w.diagnostics));
        REQUIRE(w.ok);
        applied const made = apply(before, {{w.text, format::plain}});
        INFO(dump(made.diagnostics));
        REQUIRE(made.ok);
        contract const wanted = load(after.text, engine::spirit, after.as);
        CHECK(redline::compare(made.rules, wanted.rules).verdict() == redline::comparison_verdict::equivalent);
        CHECK((*made.rules.digest == *wanted.rules.digest) == w.exact);
        if (std::string{from} == "agreement/2026-02-28.redline") {
            CHECK(w.exact);
            CHECK(w.text.find("replace ") == std::string::npos);  // terms were added, none was changed
        }
    }
}

TEST_CASE("an amendment backwards is refused for its version", "[amend]")
{
    written const w = amend(example("contracts/dispute/vendor.redline"), example("contracts/dispute/agency.redline"));
    REQUIRE(w.diagnostics.size == 1);
    CHECK(w.diagnostics[0].is == redline::text::code::not_amendable);
    CHECK(w.diagnostics[0].document == 1);
}
