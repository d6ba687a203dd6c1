// Spirit and the walker run one grammar: on any text, they give the same rule set or the very same diagnostics.
// REDLINE_SENTENCES makes the generated part shorter or longer.
#include "conformance/texts.hpp"
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

bool same(redline::text::diagnostic const& a, redline::text::diagnostic const& b)
{
    auto const place = [](redline::text::place const& p, redline::text::place const& q) {
        return p.offset == q.offset && p.length == q.length && p.line == q.line && p.column == q.column &&
               p.source == q.source;
    };
    return a.is == b.is && place(a.where, b.where) && place(a.related, b.related) && place(a.applied, b.applied) &&
           a.subject == b.subject && a.detail == b.detail && a.suggestion == b.suggestion && a.second == b.second &&
           a.expected == b.expected && a.number == b.number && a.limit == b.limit;
}

void compare(contract const& one, contract const& other, std::string const& text, tally& seen)
{
    ++(one.ok ? seen.good : seen.bad);
    bool alike = one.ok == other.ok && one.diagnostics.size == other.diagnostics.size;
    for (std::uint32_t i = 0; alike && i < one.diagnostics.size; ++i)
        alike = same(one.diagnostics[i], other.diagnostics[i]);
    if (alike && !one.ok) return;
    if (alike && result_of(one) == result_of(other)) return;
    INFO("text:\n" << text << "\nSpirit:\n" << result_of(one) << "\nwalker:\n" << result_of(other));
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
