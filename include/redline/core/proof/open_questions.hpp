// What of a request is still worth asking: what can change its outcome.
#pragma once

#include "../decide.hpp"
#include "memory.hpp"
#include "operations.hpp"

#include <algorithm>
#include <vector>

namespace redline::inline v0_1 {

/// What a question is about.
enum class question_kind : std::uint8_t { use, mission, date, fact, evidence, safeguard, signoff };

/// One thing that is worth asking. `subject` is the index of the use in the request, of the fact, evidence, safeguard or
/// chain; `none` of mission and date. `turns` are the values from which on the outcome may be another, ascending: of a
/// count or a duration, numbers; of evidence, minutes of age; of the date, day numbers without a sign (`proof::day_of_cell`).
/// It is empty where there are none, and of `any of`.
struct open_question {
    question_kind kind = question_kind::fact;
    std::uint32_t subject = none;
    std::vector<std::uint64_t> turns{};
};

/// What was asked already, and is to stay as the request says: a fact that stays unknown, evidence that is not held. Made
/// for one rule set; nothing is settled at first.
struct settled_items {
    /// Nothing is settled yet. Allocates.
    explicit settled_items(rule_set const& rules)
        : facts(rules.facts.size), evidence(rules.evidence.size), safeguards(rules.safeguards.size),
          signoffs(rules.chains.size)
    {}

    std::vector<std::uint32_t> uses{};  // of the request's, those whose kind stays open
    bool mission = false, date = false;
    std::vector<bool> facts, evidence, safeguards, signoffs;  // by index
};

/// The questions, in the order in which people would ask them: use, mission, date, facts, then what can be brought about.
struct open_question_list {
    bool valid = true;       // false where the request is not, or names no use: there are no questions
    bool too_large = false;  // more than the budget allows: the questions are those that a decision waits for
    std::vector<open_question> questions{};
};

namespace proof {

/// Finds the questions that are worth asking of one request.
class question_finder {
public:
    question_finder(rule_set const& rules, request_view const& request, settled_items const& settled, budget most)
        : rules_{rules}, request_{request}, settled_{settled}, proof_{rules, most, {has_settled_unknowns(), &request}},
          turns_(in().variables.size), matters_(in().variables.size)
    {}

    open_question_list found()
    {
        open_question_list list;
        if (!request_.valid || request_.use_count == 0 || rules_.baseline == none) {
            list.valid = false;
            return list;
        }
        look();
        list.too_large = proof_.nodes().full();
        if (!list.too_large) collect(list.questions);
        // Conditions can be unknown whose every completion comes to the same; a decision waits for these, too.
        bool const asks_what_is_given = std::any_of(list.questions.begin(), list.questions.end(),
                                                    [](auto const& q) { return q.kind <= question_kind::fact; });
        if (list.too_large || !asks_what_is_given) add_pending(list.questions);
        std::sort(list.questions.begin(), list.questions.end(), [](auto const& a, auto const& b) {
            return a.kind != b.kind ? a.kind < b.kind : a.subject < b.subject;
        });
        return list;
    }

private:
    space const& in() const noexcept { return proof_.requests(); }
    bool has_settled_unknowns() const
    {
        if (settled_.mission || settled_.date) return true;
        return std::find(settled_.facts.begin(), settled_.facts.end(), true) != settled_.facts.end();
    }
    bool is_settled(variable const& v) const
    {
        std::uint32_t const subject = v.subject[0];
        switch (v.kind) {
        case variable_kind::slot: return settled_.facts[v.fact[0]];
        case variable_kind::mission: return settled_.mission;
        case variable_kind::date: return settled_.date;
        case variable_kind::evidence: return settled_.evidence[subject];
        case variable_kind::safeguard: return settled_.safeguards[subject];
        case variable_kind::chain: return settled_.signoffs[subject];
        }
        return false;
    }
    /// The cell in which the request has a variable that can be brought about.
    std::uint32_t cell_now(variable const& v) const
    {
        std::uint32_t const subject = v.subject[0];
        if (v.kind == variable_kind::evidence) return in().cell_of(v, request_.evidence_age[subject]);
        if (v.kind == variable_kind::safeguard) return in().cell_of(v, request_.safeguard_level[subject]);
        return in().cell_of(v, static_cast<std::uint64_t>(request_.chains[subject]));
    }
    /// On which side of a level a request lies that goes on from this one: what is settled stays, and what is not will be
    /// known.
    diagram::side side_of(std::uint32_t level) const
    {
        variable const& v = in().variables[in().variable_of_level[level]];
        std::uint32_t const at = in().cell_at(level);
        if (is_settled(v)) {
            std::uint32_t const cell = v.is_given() ? v.cell_count - 1 : cell_now(v);
            return cell < at ? diagram::side::below : diagram::side::above;
        }
        return v.may_be_unknown && at + 1 == v.cell_count ? diagram::side::below : diagram::side::either;
    }
    node_ref outcome_for(requested_kind use)
    {
        proof_.contract().for_use(use);
        auto const side = [&](std::uint32_t level) { return side_of(level); };
        return proof_.nodes().restrict(restricting_, side, proof_.contract().outcome_everywhere());
    }
    bool is_kind_of(requested_kind asked, requested_kind use) const
    {
        if (asked == use) return true;
        return asked.form == kind_form::declared && lies_at(rules_.uses, asked.index, use) == truth::yes;
    }
    /// Whether a use of the request has kinds, and nobody said that it stays open which.
    bool is_open(std::uint32_t use) const
    {
        requested_kind const asked = request_.uses[use];
        bool const settled = std::find(settled_.uses.begin(), settled_.uses.end(), use) != settled_.uses.end();
        return asked.form == kind_form::declared && !is_leaf(rules_.uses[asked.index]) && !settled;
    }
    /// Marks all that the outcome depends on, for each kind that an open use may turn out to be.
    void look()
    {
        diagram& nodes = proof_.nodes();
        restricting_ = nodes.fresh_operation();
        node_ref known = terminal_of(outcome::permitted);
        for (std::uint32_t u = 0; u < request_.use_count; ++u)
            if (!is_open(u)) known = nodes.combine(strictest_operation{}, known, outcome_for(request_.uses[u]));
        mark(known);
        for (std::uint32_t u = 0; u < request_.use_count && !nodes.full(); ++u) {
            if (!is_open(u)) continue;
            node_ref first = no_node;
            for (elementary_kind const& kind : in().uses) {
                if (!is_kind_of(request_.uses[u], kind.seen_by[0])) continue;
                node_ref const f = nodes.combine(strictest_operation{}, known, outcome_for(kind.seen_by[0]));
                mark(f);
                if (first == no_node) first = f;
                else if (f != first && (uses_.empty() || uses_.back() != u)) uses_.push_back(u);
            }
        }
    }
    void mark(node_ref root)
    {
        std::vector<node_ref> left{root};
        while (!left.empty() && !proof_.nodes().full()) {
            node_ref const r = left.back();
            left.pop_back();
            if (is_terminal(r)) continue;
            if (seen_.size() <= r) seen_.resize(std::size_t{r} + 1);
            if (seen_[r]) continue;
            seen_[r] = true;
            diagram_node const& n = proof_.nodes()[r];
            std::uint32_t const index = proof_.nodes().variable_of(n.level);
            matters_[index] = true;
            turns_[index].push_back(in().value(in().variables[index], in().cell_at(n.level)));
            left.push_back(n.below);
            left.push_back(n.above);
        }
    }
    void collect(std::vector<open_question>& to)
    {
        for (std::uint32_t const u : uses_) to.push_back({question_kind::use, u});
        for (std::uint32_t i = 0; i < in().variables.size; ++i) {
            if (!matters_[i]) continue;
            variable const& v = in().variables[i];
            std::vector<std::uint64_t>& turns = turns_[i];
            std::sort(turns.begin(), turns.end());
            turns.erase(std::unique(turns.begin(), turns.end()), turns.end());
            std::uint32_t const subject = v.subject[0];
            switch (v.kind) {
            case variable_kind::slot: add_slot(to, v.fact[0], std::move(turns)); break;
            case variable_kind::mission: to.push_back({question_kind::mission, none}); break;
            case variable_kind::date: to.push_back({question_kind::date, none, std::move(turns)}); break;
            case variable_kind::evidence: to.push_back({question_kind::evidence, subject, std::move(turns)}); break;
            case variable_kind::safeguard: to.push_back({question_kind::safeguard, subject}); break;
            case variable_kind::chain: to.push_back({question_kind::signoff, subject}); break;
            }
        }
    }
    static bool has(std::vector<open_question> const& all, question_kind kind, std::uint32_t subject)
    {
        return std::any_of(all.begin(), all.end(),
                           [&](open_question const& q) { return q.kind == kind && q.subject == subject; });
    }
    /// A fact once, of which several slots may matter.
    void add_slot(std::vector<open_question>& to, std::uint32_t fact, std::vector<std::uint64_t> turns) const
    {
        fact_type const type = rules_.facts[fact].type;
        if (type != fact_type::count && type != fact_type::duration) turns.clear();
        if (!has(to, question_kind::fact, fact)) to.push_back({question_kind::fact, fact, std::move(turns)});
    }
    /// What a decision of the request as it is waits for, and was not asked.
    void add_pending(std::vector<open_question>& to) const
    {
        workspace work{rules_};
        decision const d = decide(rules_, request_, work.view());
        auto const add = [&](question_kind kind, std::uint32_t subject) {
            if (!has(to, kind, subject)) to.push_back({kind, subject});
        };
        for (std::uint32_t u = 0; d.pending.use && u < request_.use_count; ++u)
            if (is_open(u)) add(question_kind::use, u);
        if (d.pending.mission && !settled_.mission) add(question_kind::mission, none);
        if (d.pending.date && !settled_.date) add(question_kind::date, none);
        for (std::uint32_t const f : d.pending.facts)
            if (!settled_.facts[f]) add(question_kind::fact, f);
        for (std::uint32_t const e : d.pending.evidence)
            if (!settled_.evidence[e]) add(question_kind::evidence, e);
        for (std::uint32_t const s : d.pending.safeguards)
            if (!settled_.safeguards[s]) add(question_kind::safeguard, s);
        for (std::uint32_t const c : d.pending.signoffs)
            if (!settled_.signoffs[c]) add(question_kind::signoff, c);
    }

    rule_set const& rules_;
    request_view const& request_;
    settled_items const& settled_;
    contract_proof proof_;
    std::vector<std::vector<std::uint64_t>> turns_;
    std::vector<bool> matters_, seen_;
    std::vector<std::uint32_t> uses_;
    std::uint32_t restricting_ = 0;
};

}  // namespace proof

/// What is still worth asking of a request: all that is neither known nor settled and that its outcome can depend on,
/// whatever the rest of it turns out to be; exactly, read off the decision diagrams of its uses. A use or mission that has
/// kinds is asked again where these come out otherwise. Where nothing of what is given depends, what a decision
/// of the request waits for is asked as well: conditions that stay unknown though every completion of them comes to the
/// same. No questions are left once the outcome is certain. Run time only; allocates; takes what a proof of the uses takes.
///
/// Language reference, "What a request is" and "What is decided".
inline open_question_list open_questions(rule_set const& rules, request_view const& request,
                                         settled_items const& settled, proof::budget const& most = {})
{
    return proof::question_finder{rules, request, settled, most}.found();
}

}  // namespace redline::inline v0_1
