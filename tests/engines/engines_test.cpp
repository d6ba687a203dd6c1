// Spirit and the walker run one grammar: on any text, they give the same rule set or the very same diagnostics.
// REDLINE_SENTENCES makes the generated part shorter or longer.
#include "engines/same.hpp"
#include "sentences/mutate.hpp"
#include "support/catch.hpp"

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

std::size_t sentences() { return number_from("REDLINE_SENTENCES", 3000); }

/// How the texts of a run came out, so that no run goes only one way unnoticed.
struct tally {
    std::size_t good = 0, bad = 0;
};

void compare(contract const& one, contract const& other, std::string const& text, tally& seen)
{
    ++(one.ok ? seen.good : seen.bad);
    std::string const differs = difference(one, other);
    if (differs.empty()) return;
    INFO("text:\n" << text << "\n" << differs);
    FAIL_CHECK("the engines differ");
}
void compare(std::string const& text, format as, tally& seen)
{
    compare(load(text, engine::spirit, as), load(text, engine::walker, as), text, seen);
}

}  // namespace

TEST_CASE("the engines agree on every conformance text", "[engines]")
{
    tally seen;
    for (conformance_text const& t : conformance_texts()) {
        INFO(t.name());
        compare(t.load(engine::spirit), t.load(engine::walker), t.text(), seen);
    }
    CHECK(seen.good > 50);
    CHECK(seen.bad > 500);
}

TEST_CASE("the engines agree on sentences of the grammar", "[engines]")
{
    tally seen;
    redline_sentences::generate_options const contracts = redline_sentences::contracts_only();
    for (std::uint64_t seed = 1; seed <= sentences(); ++seed) {
        INFO("seed " << seed);
        redline_sentences::generate_options options = seed % 4 == 0 ? redline_sentences::generate_options{} : contracts;
        if (seed % 2 == 0) options.odd = 0;
        compare(generator{normative(), seed, options}.sentence(), format::plain, seen);
    }
    CHECK(seen.good + seen.bad == sentences());
}

TEST_CASE("the engines agree on damaged sentences", "[engines]")
{
    tally seen;
    for (std::uint64_t seed = 1; seed <= sentences(); ++seed) {
        INFO("seed " << seed);
        generator made{normative(), seed, redline_sentences::contracts_only()};
        mutator damaged{seed, normative()};
        compare(damaged(made.sentence(), 1 + seed % 5), format::plain, seen);
    }
    CHECK(seen.bad > sentences() / 2);
}

TEST_CASE("the engines agree on damaged conformance texts", "[engines]")
{
    tally seen;
    auto const texts = conformance_texts();
    for (std::uint64_t seed = 1; seed <= sentences(); ++seed) {
        conformance_text const& t = texts[seed % texts.size()];
        INFO("seed " << seed << ", " << t.name());
        mutator damaged{seed, normative()};
        compare(damaged(t.text(), 1 + seed % 3), t.as(), seen);
    }
    if (sentences() >= 1000) CHECK(seen.good > 10);
    CHECK(seen.bad > sentences() / 2);
}
