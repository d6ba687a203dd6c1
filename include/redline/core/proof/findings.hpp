// What a contract says in vain, or perhaps not as it was meant: the warnings that need a look at the whole of it.
#pragma once

#include "cover_operations.hpp"
#include "memory.hpp"
#include "unused.hpp"

#include <algorithm>

namespace redline::inline v0_1::proof {

/// Another term that says, wherever one says anything, that or something stricter; `is_equal` where it says the same there.
struct anticipation {
    std::uint32_t term = none;
    bool is_equal = true;
};
/// What is known of a term after some uses were looked at.
struct term_state {
    bool in_scope = false;      // its scope covers some use
    bool when_true = false;     // its `when` is true of some request in scope
    bool has_say = false;       // B, or a permit's A, is not false of some request
    bool gets_through = false;  // that is a permit's, and no prohibit form prohibits that request
    bool unlawful = false;      // a permit's A is true of some request that is not lawful
    bool compared = false;      // `by` was begun
    std::uint32_t uses = 0;     // for how many it says anything that may prohibit or pause
    std::vector<anticipation> by;
};

/// Looks at one elementary use.
class use_findings {
public:
    use_findings(contract_proof& of, std::vector<term_state>& terms)
        : proof_{of}, rules_{of.contract().rules()}, sets_{of.nodes()}, terms_{terms}
    {}

    void look_at(requested_kind use)
    {
        terms(use);
        for (term_says const& s : says_) ++terms_[s.term].uses;
        for (term_says const& s : says_) {
            if (proof_.nodes().full()) return;
            if (s.term != rules_.baseline) anticipate(s);
        }
    }

private:
    /// What a term says for the use, where that is anything; the baseline's too.
    struct term_says {
        std::uint32_t term = none;
        node_ref root = 0;
        bool strict = false;  // prohibits some request: else it only pauses
    };

    bool ever(node_ref condition, std::uint64_t terminals) { return proof_.proves().among(condition, terminals) != 0; }

    void terms(requested_kind use)
    {
        lifted_contract& contract = proof_.contract();
        diagram& nodes = proof_.nodes();
        contract.for_use(use);
        std::vector<node_ref> prohibited;
        for (std::uint32_t t = 0; t < rules_.terms.size && nodes.spend(1); ++t) {
            term_entry const& term = rules_.terms[t];
            if (covers(rules_, term.scope, use) == truth::no || term.kind > term_kind::audit) continue;
            terms_[t].in_scope = true;
            if (!terms_[t].when_true) terms_[t].when_true = ever(contract.when(t), readings_with(truth::yes));
            if (!is_prohibit_form(term.kind)) continue;
            node_ref const root = contract.says(t);
            if (root == 0) continue;
            terms_[t].has_say = true;
            node_ref const prohibits = proof_.proves().among(root, 4);
            says_.push_back({t, root, prohibits != 0});
            prohibited.push_back(prohibits);
        }
        node_ref const uncovered = contract.uncovered();
        if (uncovered != 0) says_.push_back({rules_.baseline, uncovered, ever(uncovered, 4)});
        node_ref through = no_node;
        for (std::uint32_t t = 0; t < rules_.terms.size && !nodes.full(); ++t) {
            if (!is_covering(rules_.terms[t].kind)) continue;
            if (through == no_node && !terms_[t].gets_through) through = sets_.subtract(1, any_of(prohibited));
            permit(t, through);
        }
    }
    /// Where one of these functions, whose terminals are 0 and 1, comes to 1.
    node_ref any_of(std::vector<node_ref>& sets)
    {
        return proof_.contract().strictest_of(0, sets.data(), static_cast<std::uint32_t>(sets.size()));
    }
    void permit(std::uint32_t t, node_ref through)
    {
        lifted_contract& contract = proof_.contract();
        term_state& s = terms_[t];
        node_ref const a = contract.applies(t);
        if (a == all_false) return;
        node_ref const perhaps = proof_.proves().among(a, ~readings_with(truth::no));
        if (perhaps == 0) return;
        s.has_say = true;
        if (!s.gets_through) s.gets_through = sets_.intersect(perhaps, through) != 0;
        node_ref const applies = proof_.proves().among(a, readings_with(truth::yes));
        if (s.unlawful || rules_.terms[rules_.baseline].kind != term_kind::permit_all_lawful) return;
        node_ref const lawful = contract.atom({condition_op::flag, rules_.facts[rules_.lawful].slot, 0});
        node_ref const unlawful = proof_.proves().among(lawful, ~readings_with(truth::yes));
        s.unlawful = sets_.intersect(applies, unlawful) != 0;
    }

    /// Keeps, of the other terms that might anticipate this one, those that say at least as much for this use.
    void anticipate(term_says const& mine)
    {
        term_state& s = terms_[mine.term];
        auto const keeps = [&](term_says const& other, bool& is_equal) {
            if (other.term == mine.term || (mine.strict && !other.strict)) return false;
            is_equal = is_equal && mine.root == other.root;
            return mine.root == other.root || proof_.nodes().combine(exceeds_operation{}, mine.root, other.root) == 0;
        };
        std::vector<anticipation> still;
        if (!s.compared) {
            s.compared = true;
            for (term_says const& other : says_) {
                anticipation by{other.term, true};
                if (keeps(other, by.is_equal)) still.push_back(by);
            }
        }
        else
            for (anticipation by : s.by) {
                auto const other =
                    std::find_if(says_.begin(), says_.end(), [&](term_says const& one) { return one.term == by.term; });
                if (other != says_.end() && keeps(*other, by.is_equal)) still.push_back(by);
            }
        s.by = std::move(still);
    }

    contract_proof& proof_;
    rule_set const& rules_;
    set_operations sets_;
    std::vector<term_state>& terms_;
    std::vector<term_says> says_;
};

/// Finds, over every complete request, the terms that change nothing; language reference, "What is an error, and what is
/// a warning". Run time only: allocates.
class term_findings {
public:
    term_findings(rule_set const& rules, budget most, std::vector<finding>& to)
        : rules_{rules}, most_{most}, to_{to}, terms_(rules_.terms.size)
    {}

    /// False where the contract passes the proof's budget; then nothing was added.
    bool run()
    {
        // Each use has a proof of its own, with variables in an order for it.
        for (std::uint32_t u = 0; u <= rules_.uses.size; ++u) {
            contract_proof proof{rules_, most_, {false, nullptr, u}};
            use_findings{proof, terms_}.look_at(elementary_use(rules_, u));
            if (proof.nodes().full()) return false;
        }
        std::vector<finding> found;
        for (std::uint32_t t = 0; t < rules_.terms.size; ++t) {
            term_state const& s = terms_[t];
            term_entry const& term = rules_.terms[t];
            bool const permit = is_covering(term.kind);
            bool const form = permit || is_prohibit_form(term.kind);
            if (s.in_scope && !term.when.empty() && !s.when_true && term.kind != term_kind::permit_all_lawful)
                found.push_back({finding_kind::when_never_true, t});
            if (form && !s.has_say) found.push_back({finding_kind::never_has_a_say, t});
            if (permit && s.has_say && !s.gets_through) found.push_back({finding_kind::permit_covered, t});
            if (term.kind == term_kind::permit && s.unlawful) found.push_back({finding_kind::permit_without_lawful, t});
            if (!is_prohibit_form(term.kind) || !s.has_say) continue;
            for (anticipation const& by : s.by)
                if (by.term < t || !by.is_equal || terms_[by.term].uses != s.uses) {
                    found.push_back({finding_kind::anticipated, t, by.term});
                    break;
                }
        }
        to_.insert(to_.end(), found.begin(), found.end());
        return true;
    }

private:
    rule_set const& rules_;
    budget most_;
    std::vector<finding>& to_;
    std::vector<term_state> terms_;
};

}  // namespace redline::inline v0_1::proof

namespace redline::inline v0_1 {

/// The findings about a contract, terms first; `complete` is false where it passes the budget, and only what needs no
/// proof was looked for.
struct contract_findings {
    std::vector<finding> found;
    bool complete = true;
};

/// Looks for all of `finding_kind`, exactly. Allocates; throws only where there is no memory. Bounded by the budget, beside
/// which it takes the terms' number squared for each use.
inline contract_findings find_in(rule_set const& rules, proof::budget most = {})
{
    contract_findings result;
    result.complete = proof::term_findings{rules, most, result.found}.run();
    proof::find_unused(rules, result.found);
    proof::find_lapsing(rules, result.found);
    proof::find_one_party_chains(rules, result.found);
    return result;
}

}  // namespace redline::inline v0_1
