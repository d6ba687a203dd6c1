// Fuzzed: a contract and amendments, applied by both engines; and amendments written between what comes of it.
#include "fuzz/reading.hpp"
#include "support/amend.hpp"

namespace {

using namespace redline_fuzz;
using redline_test::dump;
using redline_test::load;
using redline_test::text_of_format;

std::vector<text_of_format> parts(std::string_view input)
{
    constexpr std::string_view between = "\n====\n";
    std::vector<text_of_format> all;
    for (;;) {
        std::size_t const end = input.find(between);
        all.push_back({std::string{input.substr(0, end)}, format::plain});
        if (end == std::string_view::npos || all.size() == 4) return all;
        input.remove_prefix(end + between.size());
    }
}

/// An amendment that is written gives the contract after it.
void lead(text_of_format const& before, text_of_format const& after)
{
    redline_test::written const w = redline_test::amend(before, after);
    hold(w.ok == w.diagnostics.empty(), "neither written nor refused");
    if (!w.ok) return;
    redline_test::applied const made = redline_test::apply(before, {{w.text, format::plain}});
    hold(made.ok, "an amendment that was written can't be applied:\n" + w.text + dump(made.diagnostics));
    contract const wanted = load(after.text, engine::walker);
    hold(wanted.ok, "an amendment leads to what is no contract");
    hold((*made.rules.digest == *wanted.rules.digest) == w.exact, "not as exact as it says:\n" + w.text);
    hold(made.rules.version == wanted.rules.version && made.rules.terms.size == wanted.rules.terms.size,
         "another contract comes of it:\n" + w.text + "----\n" + made.text);
}

}  // namespace

void redline_fuzz::amendment(std::string_view input)
{
    std::vector<text_of_format> const all = parts(input);
    std::vector<text_of_format> const amendments(all.begin() + 1, all.end());
    redline_test::applied const one = redline_test::apply(all[0], amendments);
    redline_test::applied const other = redline_test::apply(all[0], amendments, engine::walker);
    hold(one.ok == other.ok && one.text == other.text && dump(one.diagnostics) == dump(other.diagnostics),
         "the engines differ; Spirit:\n" + one.text + dump(one.diagnostics) + "walker:\n" + other.text +
             dump(other.diagnostics));
    hold(one.ok == one.diagnostics.empty() && one.ok != one.text.empty(), "neither applied nor refused");
    for (redline::amended_diagnostic const& d : one.diagnostics) {
        hold(d.document < all.size(), "a diagnostic of no document");
        hold(std::size_t{d.where.offset} + d.where.length <= all[d.document].text.size() && d.where.line >= 1,
             "a diagnostic outside of its document");
    }
    if (one.ok && !amendments.empty()) {
        hold(load(one.text, engine::walker).ok, "what came of it is no contract:\n" + one.text);
        lead(all[0], {one.text, format::plain});
    }
    // Two contracts instead: the amendment from one to the other.
    if (all.size() == 2 && load(all[0].text).ok && load(all[1].text).ok) lead(all[0], all[1]);
}
