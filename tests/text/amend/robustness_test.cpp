// Amendments of any shape: the engines agree on each, what is applied is a contract, and nothing else comes of one.
// REDLINE_SENTENCES makes the run shorter or longer.
#include "support/dump.hpp"

#include "sentences/generate.hpp"
#include "sentences/mutate.hpp"

#include "support/amend.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

namespace {

using namespace redline_test;
using redline_sentences::generator;
using redline_sentences::mutator;

redline_sentences::grammar const& normative()
{
    static redline_sentences::grammar const g =
        redline_sentences::read_ebnf_file((source_dir() / "grammar/redline.ebnf").string());
    return g;
}

std::size_t sentences() { return number_from("REDLINE_SENTENCES", 2000); }

constexpr std::string_view base = R"(# A contract that generated amendments speak of.
contract "A text" version 1;
party agency; party vendor;
role counsel of agency;
use weapons;
use weapons.autonomous;
use surveillance;
mission combat;
mission routine;  # the usual one
fact urgent is flag;
fact persons is count;

section 1 "First";
1 permit all lawful uses;
# About two.
2 prohibit weapons.autonomous when urgent;
3.1 prohibit surveillance when mission is combat; 4 prohibit weapons when persons over 3;

signoff review { stage legal: counsel; }
scenario "A text" { given use weapons.autonomous, lawful, urgent; expect prohibited; }
)";

struct tally {
    std::size_t made = 0, refused = 0;
};

void try_one(text_of_format const& contract_text, text_of_format const& amendment, tally& seen)
{
    INFO("contract:\n" << contract_text.text << "\namendment:\n" << amendment.text);
    CHECK(dump(check_amendment(amendment).diagnostics) == dump(check_amendment(amendment, engine::walker).diagnostics));
    applied const one = apply(contract_text, {amendment});
    applied const other = apply(contract_text, {amendment}, engine::walker);
    CHECK(dump(one.diagnostics) == dump(other.diagnostics));
    CHECK(one.text == other.text);
    CHECK(one.ok == one.diagnostics.empty());
    CHECK(one.ok != one.text.empty());
    ++(one.ok ? seen.made : seen.refused);
    if (one.ok) CHECK(load(one.text, engine::spirit, contract_text.as).ok);
    for (auto const& d : one.diagnostics) {
        REQUIRE(d.document < 2);
        std::string const& text = d.document == 0 ? contract_text.text : amendment.text;
        CHECK(d.where.offset + d.where.length <= text.size());
        CHECK(d.where.line >= 1);
        CHECK(d.where.column >= 1);
    }
}

}  // namespace

TEST_CASE("generated amendments, whole and damaged", "[amend]")
{
    tally seen;
    for (std::uint64_t seed = 1; seed <= sentences(); ++seed) {
        INFO("seed " << seed);
        redline_sentences::generate_options options;
        options.exclude = {"import", "template", "apply"};
        options.statements = 1 + seed % 6;
        if (seed % 3 != 0) options.odd = 0;
        std::string text = generator{normative(), seed, options}.sentence("amendment");
        // Most are to the contract that they are tried on.
        if (seed % 8 != 0) text = "amendment \"G\" to \"A text\" version 1 makes 2;" + text.substr(text.find(';') + 1);
        if (seed % 4 == 0) text = mutator{seed, normative()}(text, 1 + seed % 3);
        try_one({std::string{base}, format::plain}, {text, format::plain}, seen);
    }
    CHECK(seen.refused > sentences() / 2);
    CHECK(seen.made > sentences() / 100);
}

TEST_CASE("damaged texts of the examples", "[amend]")
{
    tally seen;
    text_of_format const contract_text{read_file(source_dir() / "examples/contracts/agreement/2026-02-28.redline"),
                                       format::plain};
    std::string const amendment = read_file(source_dir() / "examples/amendments/agreement-2026-03-02.md");
    for (std::uint64_t seed = 1; seed <= sentences() / 20; ++seed) {
        INFO("seed " << seed);
        mutator damaged{seed, normative()};
        if (seed % 2 == 0) try_one(contract_text, {damaged(amendment, 1), format::literate}, seen);
        else try_one({damaged(contract_text.text, 1), format::plain}, {amendment, format::literate}, seen);
    }
    CHECK(seen.refused > sentences() / 60);
}

TEST_CASE("texts that are no text", "[amend]")
{
    tally seen;
    for (std::string const& text :
         {std::string{}, std::string{"\0", 1}, std::string{"\xFF\xFE"}, std::string{"amendment"},
          std::string{"redline 1;"}, std::string{"amendment \"a"}, std::string(1000, '{')})
        for (format const as : {format::plain, format::literate}) {
            try_one({std::string{base}, format::plain}, {text, as}, seen);
            try_one({text, as}, {"amendment \"G\" to \"A text\" version 1 makes 2;", format::plain}, seen);
        }
    CHECK(seen.made == 0);
    CHECK(apply({std::string{base}, format::plain}, {{std::string((16u << 20) + 1, ' '), format::plain}})
              .diagnostics[0]
              .is == redline::text::code::too_long);
}
