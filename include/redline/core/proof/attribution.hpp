// What each changed term of a draft changes in outcomes, and which terms a changed outcome is due to.
#pragma once

#include "attribution_use.hpp"
#include "compare.hpp"

#include <algorithm>
#include <memory>

namespace redline::inline v0_1 {

/// How a term differs. `changed`: in its text, `citing` and `because` included; `renumbered`: in its label alone;
/// `redeclared`: not in its text, but in what that means, as something that it speaks of is declared otherwise; `days`: no
/// term, but the days from and before which the contract is in effect.
enum class term_change_kind : std::uint8_t { added, struck, changed, renumbered, redeclared, days };
/// A kind of change as a word. Never empty; constexpr, no heap.
constexpr std::string_view name_of(term_change_kind k) noexcept
{
    constexpr std::string_view names[] = {"added", "struck", "changed", "renumbered", "redeclared", "days"};
    return names[static_cast<unsigned>(k)];
}

/// What one changed term has to do with one changed outcome.
struct term_effect {
    std::uint32_t change = none;      // among the comparison's `outcomes().changes()`
    proof::node_ref region = 0;       // 1 where the term helps to bring it about, in the diagram of that change's proof
    proof::node_ref alone = 0;        // 1 where it does so by itself
    std::vector<std::uint32_t> with;  // other changed terms that it takes elsewhere, among `changed_terms::terms`
    std::vector<std::uint32_t> cells;  // of a request in the region
};

/// Where an outcome would be another, were one change made alone or left out; where the term changes nothing otherwise.
struct outcome_without {
    std::uint32_t use = none;  // of the space's
    outcome is = outcome::permitted, would = outcome::permitted;
    proof::node_ref region = 0;
    std::shared_ptr<proof::compared_contracts> proof{};
    std::vector<std::uint32_t> cells;
};

/// A term that two contracts don't say alike, and what that does.
///
/// `effects` is empty where it changes nothing. `alone` then says what would change were it made to the first contract
/// by itself, `left_out` what would be another outcome of the second without it: other changes make up for that. Both empty:
/// it means the same.
struct changed_term {
    term_match terms{};
    term_change_kind kind = term_change_kind::changed;
    std::vector<term_effect> effects;
    std::vector<outcome_without> alone, left_out;
};

/// All terms that permit or prohibit and are not the same in two contracts, in the order of the second, those struck where
/// they stood; and last, the header's days. Refers to the comparison, which must outlive it.
///
/// A changed term helps to bring a changed outcome about if it belongs to a set of changes that, made to the first
/// contract, gives the request the outcome that the second contract does, or where that is milder, one as mild at least,
/// and of which no part does so. Every changed outcome is due to one at least. Exact; docs/proof.md, "What a term changes".
class changed_terms {
public:
    /// `of` must be complete. Works in the diagrams of its proofs, and where a term changes nothing, in further ones with
    /// the same budget. Allocates.
    explicit changed_terms(contract_comparison const& of, proof::budget most = {})
        : before_{of.before()}, after_{of.after()}, matches_{match_terms(
                                                        before_, after_,
                                                        [](term_kind k) { return k <= term_kind::trigger; })},
          all_(matches_.size() + 1)
    {
        for (std::size_t i = 0; i < matches_.size(); ++i) {
            all_[i].terms = matches_[i];
            all_[i].kind = kind_of(matches_[i]);
        }
        all_.back().kind = term_change_kind::days;
        bool const same_days = before_.has_from == after_.has_from && before_.has_before == after_.has_before &&
                               before_.effective_from == after_.effective_from &&
                               before_.effective_before == after_.effective_before;
        std::vector<outcome_change> const& changes = of.outcomes().changes();
        for (std::uint32_t first = 0, last = 0; first < changes.size(); first = last) {
            while (last < changes.size() && changes[last].use == changes[first].use) ++last;
            in_use(changes, first, last);
        }
        look_without(most, same_days, of.outcomes().uses());
        list();
    }

    /// False where it took more than the budget; what is listed is then a part, and `effects` may be missing.
    bool complete() const noexcept { return complete_; }
    /// The changed terms, listed as said above; empty where there are none.
    std::vector<changed_term> const& terms() const noexcept { return all_; }
    /// The first of the two contracts.
    rule_set const& before() const noexcept { return before_; }
    /// The second of the two contracts.
    rule_set const& after() const noexcept { return after_; }
    /// The label of a listed term, the new one where it has two; empty for the days.
    std::string_view label(changed_term const& t) const noexcept
    {
        if (t.terms.after != none) return after_(after_.terms[t.terms.after].label);
        return t.terms.before == none ? std::string_view{} : before_(before_.terms[t.terms.before].label);
    }

private:
    static std::string statement(rule_set const& rules, std::uint32_t t)
    {
        std::string text;
        term_writer{rules, text}.statement(rules.terms[t]);
        return text;
    }
    /// `redeclared` for what is written alike: it is listed only where it has an effect.
    term_change_kind kind_of(term_match const& m) const
    {
        if (m.before == none) return term_change_kind::added;
        if (m.after == none) return term_change_kind::struck;
        std::string_view const was = before_(before_.terms[m.before].label), is = after_(after_.terms[m.after].label);
        std::string const old_text = statement(before_, m.before), new_text = statement(after_, m.after);
        if (was == is) return old_text == new_text ? term_change_kind::redeclared : term_change_kind::changed;
        return std::string_view{old_text}.substr(was.size()) == std::string_view{new_text}.substr(is.size())
                   ? term_change_kind::renumbered
                   : term_change_kind::changed;
    }
    /// The changes of one use, which share a proof.
    void in_use(std::vector<outcome_change> const& changes, std::uint32_t first, std::uint32_t last)
    {
        proof::compared_contracts& proof = *changes[first].proof;
        proof::set_operations const sets{proof.nodes()};
        proof::use_changes use{proof, changes[first].use, matches_, sets};
        for (std::uint32_t c = first; c < last && !proof.nodes().full(); ++c) {
            std::vector<proof::change_regions> const regions =
                use.regions(changes[c].region, changes[c].from, changes[c].to);
            for (std::size_t i = 0; i < regions.size(); ++i) add(use.changed(), regions, i, c, proof, sets);
        }
        complete_ = complete_ && !proof.nodes().full();
    }
    void add(std::vector<std::uint32_t> const& changed, std::vector<proof::change_regions> const& regions,
             std::size_t i, std::uint32_t change, proof::compared_contracts& proof, proof::set_operations const& sets)
    {
        proof::change_regions const& r = regions[i];
        term_effect e;
        e.change = change;
        proof::node_ref const shared = sets.unite(r.needed, r.choice);
        e.region = sets.unite(r.single, shared);
        if (e.region == 0) return;
        proof::node_ref together = 0;
        for (std::size_t j = 0; j < regions.size(); ++j) {
            if (j == i) continue;
            proof::node_ref const with =
                sets.unite(sets.intersect(r.needed, sets.unite(regions[j].needed, regions[j].choice)),
                           sets.intersect(r.choice, regions[j].needed));
            if (with == 0) continue;
            e.with.push_back(changed[j]);
            together = sets.unite(together, with);
        }
        e.alone = sets.unite(r.single, sets.subtract(shared, together));
        proof::space const& in = proof.requests();
        e.cells.resize(in.variables.size);
        // Rather a request that shows what the term does by itself.
        find_cells(in, proof.nodes(), e.alone != 0 ? e.alone : e.region, e.cells.data());
        if (!proof.nodes().full()) all_[changed[i]].effects.push_back(std::move(e));
    }

    /// What changes of no effect would do alone, or do keep as it is.
    void look_without(proof::budget most, bool same_days, array_view<proof::elementary_kind> uses)
    {
        std::vector<std::uint32_t> idle;
        for (std::uint32_t i = 0; i < all_.size(); ++i)
            if (all_[i].effects.empty() && all_[i].kind != term_change_kind::redeclared &&
                !(all_[i].kind == term_change_kind::days && same_days))
                idle.push_back(i);
        if (idle.empty() || !complete_) return;
        for (std::uint32_t u = 0; u < uses.size && complete_; ++u) {
            auto const proof = std::make_shared<proof::compared_contracts>(
                before_, after_, most, proof::space_options{false, nullptr, u, uses});
            proof::set_operations const sets{proof->nodes()};
            proof::use_changes use{*proof, u, matches_, sets};
            for (std::uint32_t const i : idle) {
                if (std::find(use.changed().begin(), use.changed().end(), i) == use.changed().end()) continue;
                without(proof, u, use.with_one_changed(0, i), all_[i].alone);
                without(proof, u, use.with_one_changed(1, i), all_[i].left_out);
            }
            complete_ = !proof->nodes().full();
        }
    }
    static void without(std::shared_ptr<proof::compared_contracts> const& proof, std::uint32_t use,
                        proof::node_ref outcomes, std::vector<outcome_without>& to)
    {
        proof::space const& in = proof->requests();
        std::vector<std::uint32_t> cells(in.variables.size);
        for (unsigned is = 0; is < 3; ++is)
            for (unsigned would = 0; would < 3; ++would) {
                outcome const from = static_cast<outcome>(is), other = static_cast<outcome>(would);
                if (is == would) continue;
                proof::node_ref const region = proof->compares().where(outcomes, from, other);
                if (find_cells(in, proof->nodes(), region, cells.data()))
                    to.push_back({use, from, other, region, proof, cells});
            }
    }

    /// Leaves out what is no change, and puts the rest in order.
    void list()
    {
        // By term of the first contract: the match that struck it. Those follow the term that they followed.
        std::vector<std::uint32_t> struck(before_.terms.size, none), order, merged;
        for (std::uint32_t i = 0; i < matches_.size(); ++i) {
            if (matches_[i].after == none) struck[matches_[i].before] = i;
            else order.push_back(i);
        }
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return matches_[a].after < matches_[b].after; });
        auto const add_struck = [&](std::uint32_t from) {
            for (; from < before_.terms.size; ++from) {
                if (struck[from] != none) merged.push_back(struck[from]);
                else if (before_.terms[from].kind <= term_kind::trigger) return;
            }
        };
        add_struck(0);
        for (std::uint32_t const i : order) {
            merged.push_back(i);
            if (matches_[i].before != none) add_struck(matches_[i].before + 1);
        }
        merged.push_back(static_cast<std::uint32_t>(matches_.size()));

        std::vector<std::uint32_t> place(all_.size(), none);
        std::vector<changed_term> listed;
        for (std::uint32_t const i : merged) {
            changed_term& t = all_[i];
            bool const same = t.kind == term_change_kind::redeclared || t.kind == term_change_kind::days;
            if (same && t.effects.empty() && t.alone.empty() && t.left_out.empty()) continue;
            place[i] = static_cast<std::uint32_t>(listed.size());
            listed.push_back(std::move(t));
        }
        for (changed_term& t : listed)
            for (term_effect& e : t.effects) {
                for (std::uint32_t& other : e.with) other = place[other];
                std::sort(e.with.begin(), e.with.end());
            }
        all_ = std::move(listed);
    }

    rule_set const& before_;
    rule_set const& after_;
    std::vector<term_match> matches_;
    std::vector<changed_term> all_;  // by match, and last, the days; once listed, those that are listed
    bool complete_ = true;
};

}  // namespace redline::inline v0_1
