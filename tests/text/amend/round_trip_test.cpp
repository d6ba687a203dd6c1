// write_amendment leads from any draft to any other, and apply_amendments gives that other back: on random pairs.
// REDLINE_CONTRACTS makes the run shorter or longer: so many pairs of either kind.
#include "support/dump.hpp"
#include "support/files.hpp"
#include "text/amend/drafts.hpp"

#include <regex>
#include <set>

namespace {

using namespace redline_test;
using redline::text::code;

/// A dump without what layout changes, and without the order of what decisions don't list.
std::string without_order(std::string const& dumped)
{
    static std::set<std::string> const ordered{"fact", "safeguard", "evidence", "term", "signoff", "stage", "deputy"};
    std::vector<std::string> in_order, sorted;
    std::string line;
    for (std::size_t at = 0; at < dumped.size(); at += line.size() + 1) {
        line = dumped.substr(at, dumped.find('\n', at) - at);
        std::string kept = std::regex_replace(line, std::regex{" line \\d+"}, "");
        std::string const first =
            kept.substr(kept.find_first_not_of(' '), kept.find(' ', 2) - kept.find_first_not_of(' '));
        if (first == "digest") continue;
        kept = std::regex_replace(kept, std::regex{R"(^((use|mission) .*) \[\d+, \d+\))"}, "$1");
        kept = std::regex_replace(
            kept, std::regex{R"(^(name .*: (party|role|authority|event|definition|use|mission)) \d+)"}, "$1");
        (ordered.contains(first) ? in_order : sorted).push_back(kept);
    }
    std::sort(sorted.begin(), sorted.end());
    std::string text;
    for (std::string const& s : in_order) text += s + "\n";
    for (std::string const& s : sorted) text += s + "\n";
    return text;
}
std::string without_lines(std::string const& dumped)
{
    return std::regex_replace(dumped, std::regex{" line \\d+"}, "");
}

/// The lines of an amendment behind its header, sorted.
std::vector<std::string> changes(std::string const& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = text.find(';') + 1; at < text.size(); at = text.find('\n', at) + 1)
        lines.push_back(text.substr(at, text.find('\n', at) - at));
    std::sort(lines.begin(), lines.end());
    return lines;
}

struct tally {
    std::size_t written = 0, refused = 0, exact = 0, empty = 0;
};

/// Writes the amendment from one text to another, applies it, and looks whether the other came of it.
void lead(text_of_format const& before, text_of_format const& after, tally& seen)
{
    INFO("before:\n" << before.text << "\nafter:\n" << after.text);
    written const w = amend(before, after);
    if (!w.ok) {
        ++seen.refused;
        INFO(dump(w.diagnostics));
        REQUIRE(w.diagnostics.size != 0);
        for (auto const& d : w.diagnostics) CHECK(d.is == code::not_amendable);
        return;
    }
    ++seen.written;
    seen.exact += w.exact ? 1 : 0;
    INFO("amendment:\n" << w.text);
    CHECK(check_amendment({w.text, format::plain}).diagnostics.empty());
    applied const made = apply(before, {{w.text, format::plain}});
    INFO("made:\n" << made.text << dump(made.diagnostics));
    REQUIRE(made.ok);
    contract const wanted = load(after.text, engine::spirit, after.as);
    REQUIRE(wanted.ok);
    std::string const is = dump(made.rules, made.scenarios), due = dump(wanted.rules, wanted.scenarios);
    CHECK(without_order(is) == without_order(due));
    CHECK((*made.rules.digest == *wanted.rules.digest) == w.exact);
    if (w.exact) CHECK(without_lines(is) == without_lines(due));

    // What came of it differs from the first text by just as much.
    std::regex const version{"version \\d+"};
    written const again =
        amend(before, {std::regex_replace(made.text, version, "version 999", std::regex_constants::format_first_only),
                       before.as});
    CHECK(again.ok);
    CHECK(changes(again.text) == changes(w.text));
}

std::pair<oracle::contract, oracle::contract> drafts(std::mt19937_64& random, oracle::dice& d)
{
    auto [before, after] = oracle::generate_small_pair(random);
    if (d.percent(30)) {
        before = oracle::generate_contract(random);
        after = before;
        after.terms.erase(after.terms.begin() + static_cast<std::ptrdiff_t>(d.below(after.terms.size())));
        if (std::none_of(after.terms.begin(), after.terms.end(), [](auto const& t) { return t.is_baseline(); }))
            after = before;
        for (oracle::term& t : after.terms)
            if (d.percent(20)) t.because = "Otherwise.";
    }
    if (d.percent(25)) shuffle_vocabulary(after, d);
    after.title = before.title;
    after.version = before.version + d.between(1, 3);
    if (d.percent(90)) after.effective_from = after.effective_from ? after.effective_from : before.effective_from;
    return {before, after};
}

}  // namespace

TEST_CASE("an amendment leads from any draft to any other whose terms stand by their labels", "[amend]")
{
    tally seen;
    std::size_t const pairs = number_from("REDLINE_CONTRACTS", 600);
    for (std::uint64_t seed = 1; seed <= pairs; ++seed) {
        INFO("seed " << seed);
        std::mt19937_64 random{seed};
        oracle::dice d{random};
        auto const [before, after] = drafts(random, d);
        std::string const one = draft_writer{before, d}.text(true), other = draft_writer{after, d}.text(true);
        std::size_t const refused = seen.refused;
        lead({one, format::plain}, {other, format::plain}, seen);
        // Only days of effect that are dropped can't be said of these.
        if (seen.refused != refused) CHECK((before.effective_from && !after.effective_from));
    }
    CHECK(seen.written > pairs * 8 / 10);
    CHECK(seen.exact > pairs / 4);
}

TEST_CASE("drafts whose labels are in disorder are amended, or refused for that", "[amend]")
{
    tally seen;
    std::size_t const pairs = number_from("REDLINE_CONTRACTS", 600) / 2;
    for (std::uint64_t seed = 1; seed <= pairs; ++seed) {
        INFO("seed " << seed);
        std::mt19937_64 random{seed + 1'000'000};
        oracle::dice d{random};
        auto const [before, after] = drafts(random, d);
        std::string const one = draft_writer{before, d}.text(false), other = draft_writer{after, d}.text(false);
        lead({one, format::plain}, {other, format::plain}, seen);
    }
    CHECK(seen.written > pairs / 20);
    CHECK(seen.refused > pairs / 20);
}
