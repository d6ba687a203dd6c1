#include "comparison.hpp"

#include "redline/core/proof/words_missions.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace redline::tool {

namespace {

/// How far each of so many lists of conditions may go: all of them together take no more than some seconds.
proof::cover_limits limits_of(std::size_t lists)
{
    constexpr std::uint64_t all = std::uint64_t{1} << 28, most = std::uint64_t{1} << 20, least = std::uint64_t{1} << 12;
    return {50, std::clamp(all / (lists + 1), least, most)};
}

/// Conditions of regions within those of changes, each worked out once.
class known_conditions {
public:
    explicit known_conditions(proof::cover_limits limits) : limits_{limits} {}

    conditions_in_words const& of(proof::compared_contracts& proof, proof::node_ref region, proof::node_ref within)
    {
        auto const [at, is_new] = known_.try_emplace({&proof, region, within});
        if (is_new) at->second = conditions_within(proof.requests(), proof.nodes(), region, within, limits_);
        return at->second;
    }

private:
    proof::cover_limits limits_;
    std::map<std::tuple<proof::compared_contracts*, proof::node_ref, proof::node_ref>, conditions_in_words> known_;
};

std::string text_of(rule_set const& rules, std::uint32_t term, bool whole)
{
    if (term == none) return {};
    if (!whole) return proof::body_of(rules, term);
    std::string text;
    term_writer{rules, text}.statement(rules.terms[term]);
    text.pop_back();                                                // `;`
    return text.substr(rules(rules.terms[term].label).size() + 1);  // the label
}

std::string days_of(rule_set const& rules)
{
    std::string text;
    proof::declaration_writer{rules, text}.effective();
    return text.empty() ? "always" : text;
}

void add_witnesses(term_effect_in_words& to, proof::space const& in, std::vector<std::uint32_t> const& cells,
                   std::uint32_t use)
{
    to.example = witness_of(in, cells, use, 1);
    json before = witness_of(in, cells, use, 0).request;
    if (before != to.example.request) to.witness_before = std::move(before);
}

std::vector<term_effect_in_words> in_words(std::vector<outcome_without> const& all, proof::cover_limits limits)
{
    std::vector<term_effect_in_words> words;
    for (outcome_without const& o : all) {
        proof::space const& in = o.proof->requests();
        term_effect_in_words w;
        w.use = proof::name_of_kind(in, name_space::uses, in.uses[o.use]);
        w.from = o.is;
        w.to = o.would;
        w.when = conditions_of(in, o.proof->nodes(), o.region, limits);
        add_witnesses(w, in, o.cells, o.use);
        words.push_back(std::move(w));
    }
    return words;
}

}  // namespace

json term_in_words(changed_terms const& of, changed_term const& t)
{
    json named = json::object();
    if (t.kind != term_change_kind::days) named["label"] = std::string{of.label(t)};
    named["change"] = std::string{redline::name_of(t.kind)};
    return named;
}

std::vector<changed_term_in_words> in_words(changed_terms const& of, contract_comparison const& comparison,
                                            comparison_in_words const& changes)
{
    std::vector<changed_term_in_words> all;
    std::size_t lists = 0;
    for (changed_term const& t : of.terms()) lists += t.effects.size() + t.alone.size() + t.left_out.size();
    proof::cover_limits const limits = limits_of(lists);
    known_conditions conditions{limits};
    std::vector<outcome_change> const& outcomes = comparison.outcomes().changes();
    for (changed_term const& t : of.terms()) {
        changed_term_in_words w;
        w.named = term_in_words(of, t);
        w.label = std::string{of.label(t)};
        w.kind = redline::name_of(t.kind);
        bool const whole = t.terms.before != none && t.terms.after != none &&
                           proof::body_of(of.before(), t.terms.before) == proof::body_of(of.after(), t.terms.after);
        w.before = text_of(of.before(), t.terms.before, whole);
        w.after = text_of(of.after(), t.terms.after, whole);
        if (t.kind == term_change_kind::days) {
            w.before = days_of(of.before());
            w.after = days_of(of.after());
        }
        if (t.terms.before != none) w.label_before = of.before()(of.before().terms[t.terms.before].label);
        if (w.label_before == w.label) w.label_before.clear();
        bool narrower = false, wider = false;
        for (term_effect const& e : t.effects) {
            outcome_change const& c = outcomes[e.change];
            (c.to > c.from ? narrower : wider) = true;
            term_effect_in_words one;
            one.use = changes.changes[e.change].use;
            one.from = c.from;
            one.to = c.to;
            one.when = conditions.of(*c.proof, e.region, c.region);
            add_witnesses(one, c.proof->requests(), e.cells, c.use);
            one.by_itself = e.with.empty() ? "always" : e.alone == 0 ? "never" : "sometimes";
            for (std::uint32_t const other : e.with) one.with.push_back(term_in_words(of, of.terms()[other]));
            w.effects.push_back(std::move(one));
        }
        w.verdict = narrower && wider ? "both" : narrower ? "narrower" : wider ? "wider" : "none";
        w.alone = in_words(t.alone, limits);
        w.left_out = in_words(t.left_out, limits);
        all.push_back(std::move(w));
    }
    return all;
}

std::vector<notice_in_words> in_words(std::vector<owed_notice> const& owed, contract_comparison const& of,
                                      std::vector<std::string> const& all_uses)
{
    std::vector<notice_in_words> all;
    std::map<std::uint32_t, std::size_t> of_term;
    for (owed_notice const& o : owed) {
        auto const [at, is_new] = of_term.try_emplace(o.term, all.size());
        if (is_new) {
            notice_in_words n;
            n.term = std::string{of.before()(of.before().terms[o.term].label)};
            n.notice = proof::duration_in_words(o.notice);
            n.minutes = o.notice;
            if (of.after().has_from) n.effective_from = day_as_text(of.after().effective_from);
            if (o.has_last_day) n.last_day = day_as_text(o.last_day);
            all.push_back(std::move(n));
        }
        all[at->second].uses.push_back(all_uses[o.use]);
    }
    return all;
}

}  // namespace redline::tool
