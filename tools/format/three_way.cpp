#include "three_way.hpp"

#include "redline/core/proof/words_missions.hpp"

namespace redline::tool {

namespace {

three_way_change_in_words in_words(three_way_change const& c)
{
    proof::space const& in = c.proof->requests();
    three_way_change_in_words w;
    w.use = proof::name_of_kind(in, name_space::uses, in.uses[c.use]);
    w.base = c.base;
    w.theirs = c.theirs;
    w.ours = c.ours;
    w.whose = c.whose();
    w.when = conditions_of(in, c.proof->nodes(), c.region);
    for (unsigned side = 0; side < 3; ++side) {
        witness_in_words witness = witness_of(in, c.cells, c.use, side);
        w.witness[side] = std::move(witness.request);
        w.example = std::move(witness.text);
    }
    return w;
}

three_way_term_in_words in_words(three_way_term const& t, three_way_comparison const& of)
{
    std::uint32_t const at[] = {t.base, t.theirs, t.ours};
    std::string text[3];
    three_way_term_in_words w;
    for (unsigned side = 3; side-- != 0;) {
        if (at[side] == none) continue;
        rule_set const& rules = of.rules(side);
        term_writer{rules, text[side]}.statement(rules.terms[at[side]]);
        text[side].pop_back();  // `;`
        w.label = std::string{rules(rules.terms[at[side]].label)};
    }
    w.by = redline::name_of(t.by);
    w.base = std::move(text[0]);
    w.theirs = std::move(text[1]);
    w.ours = std::move(text[2]);
    return w;
}

}  // namespace

three_way_in_words in_words(three_way_comparison const& of)
{
    three_way_in_words all;
    all.conflict = of.conflict();
    all.names = of.conflicting_names();
    if (!of.changes().empty()) all.all_uses = uses_of(of.changes().front().proof->requests());
    for (three_way_change const& c : of.changes()) {
        all.changes.push_back(in_words(c));
        all.complete = all.complete && all.changes.back().when.complete;
    }
    for (three_way_term const& t : of.terms()) {
        if (t.by == changed_by::neither) ++all.kept;
        else all.terms.push_back(in_words(t, of));
    }
    return all;
}

}  // namespace redline::tool
