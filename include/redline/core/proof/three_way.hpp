// Two drafts of one base compared three ways: what each changes, what both do, and where they are in conflict.
#pragma once

#include "compare.hpp"
#include "drafts_proof.hpp"
#include "three_way_terms.hpp"

namespace redline::inline v0_1 {

/// Whose change something is: of one draft only, of both alike, or of both and not alike.
enum class change_of : std::uint8_t { theirs, ours, both, conflict };
/// Whose change it is, as a word. Never empty; constexpr, no heap.
constexpr std::string_view name_of(change_of c) noexcept
{
    constexpr std::string_view names[] = {"theirs", "ours", "both", "conflict"};
    return names[static_cast<unsigned>(c)];
}

/// Where, for one elementary use, the outcomes of three contracts are not all the same.
struct three_way_change {
    std::uint32_t use = none;  // of the space's
    outcome base = outcome::permitted, theirs = outcome::permitted, ours = outcome::permitted;
    proof::drafts_proof* proof = nullptr;  // what `region` and `cells` belong to
    proof::node_ref region = 0;            // 1 where it is so, else 0
    std::vector<std::uint32_t> cells;      // of the witness

    /// Whose change it is, by the three outcomes, which are not all the same.
    constexpr change_of whose() const noexcept
    {
        if (theirs == ours) return change_of::both;
        return ours == base ? change_of::theirs : theirs == base ? change_of::ours : change_of::conflict;
    }
};

/// A name that both drafts changed, and not alike: a chain that other persons can complete in each of the three, a fact or
/// evidence that others attest.
struct name_conflict {
    symbol_kind kind = symbol_kind::nothing;  // chain, fact or evidence
    std::string name;

    /// What the name is of, in words: `sign-off`, `fact` or `evidence`.
    constexpr std::string_view kind_name() const noexcept
    {
        return kind == symbol_kind::chain ? "sign-off" : kind == symbol_kind::fact ? "fact" : "evidence";
    }
};

/// A base and two drafts of it compared, over every request that is complete for the three of them, aligned as for two:
/// language reference, "Drafts". A conflict is one of meaning: requests whose outcome both drafts change, each to another;
/// or a name of `conflicting_names`. Refers to the rule sets, which must outlive it.
class three_way_comparison {
public:
    /// Compares; `most` is the budget for each use. Allocates; may throw bad_alloc. `compare_three_ways` is the way in.
    three_way_comparison(rule_set const& base, rule_set const& theirs, rule_set const& ours, proof::budget most)
        : rules_{&base, &theirs, &ours}
    {
        constexpr unsigned pairs[][2] = {{0, 1}, {0, 2}, {1, 2}};
        for (auto const& [one, other] : pairs) {
            if (unlike_) continue;
            unlike_ = incomparable_names(*rules_[one], *rules_[other]);
            unlike_sides_[0] = one;
            unlike_sides_[1] = other;
        }
        if (unlike_) return;
        for (std::uint32_t u = 0, uses = 1; u < uses && complete_; ++u) {
            auto proof = std::make_unique<proof::drafts_proof>(base, theirs, ours, most, u);
            uses = proof->requests().uses.size;
            if (compare(*proof, u)) proofs_.push_back(std::move(proof));
        }
        names();
        if (complete_) terms_ = three_way_terms(base, theirs, ours);
        else changes_.clear();
    }

    /// Side 0 is the base, 1 theirs, 2 ours.
    rule_set const& rules(unsigned side) const noexcept { return *rules_[side]; }
    /// False where a fact or safeguard of one name has other values in two of them: then nothing else is known.
    bool comparable() const noexcept { return !unlike_; }
    /// What keeps two of them from being compared; `nothing` where they are `comparable`.
    incomparable_pair const& unlike() const noexcept { return unlike_; }
    /// The two sides that `unlike` is of: `which` 0 for its `before`, 1 for its `after`. Only where not `comparable`.
    unsigned unlike_side(unsigned which) const noexcept { return unlike_sides_[which]; }
    /// False where the contracts pass the budget: then nothing is said.
    bool complete() const noexcept { return comparable() && complete_; }

    /// By use, and then by outcomes.
    std::vector<three_way_change> const& changes() const noexcept { return changes_; }
    /// Names that both drafts changed, and not alike; empty where there are none.
    std::vector<name_conflict> const& conflicting_names() const noexcept { return names_; }
    /// Terms that permit or prohibit, by who changed them; see `three_way_term`.
    std::vector<three_way_term> const& terms() const noexcept { return terms_; }
    /// Whether there is any conflict; also where it was not found out, on the safe side.
    bool conflict() const noexcept
    {
        if (!complete() || !names_.empty()) return true;
        for (three_way_change const& c : changes_)
            if (c.whose() == change_of::conflict) return true;
        return false;
    }

private:
    /// Whether outcomes differ for a use.
    bool compare(proof::drafts_proof& proof, std::uint32_t use)
    {
        proof::space const& in = proof.requests();
        std::vector<std::uint32_t> cells(in.variables.size);
        proof::node_ref const outcomes = proof.outcomes_for(use);
        std::size_t const before = changes_.size();
        for (unsigned i = 0; i < 27; ++i) {
            three_way_change c;
            c.use = use;
            c.base = static_cast<outcome>(i / 9);
            c.theirs = static_cast<outcome>(i / 3 % 3);
            c.ours = static_cast<outcome>(i % 3);
            if (c.base == c.theirs && c.base == c.ours) continue;
            c.proof = &proof;
            c.region = proof.where(outcomes, c.base, c.theirs, c.ours);
            if (!find_cells(in, proof.nodes(), c.region, cells.data())) continue;
            c.cells = cells;
            changes_.push_back(std::move(c));
        }
        complete_ = !proof.nodes().full();
        return changes_.size() != before;
    }

    /// What a side calls by a name; `none` where it has no such thing.
    std::uint32_t index(unsigned side, symbol_kind kind, std::string_view name) const noexcept
    {
        symbol const* const found = find_name(*rules_[side], name_space::names, name);
        return found != nullptr && found->kind == kind ? found->index : none;
    }
    /// Adds the names of one kind that both drafts have, and `differ` says of each two of the three, or of the drafts alone
    /// where the base has it not.
    template <class T, class Differ>
    void names_of(array_view<T> rule_set::*all, symbol_kind kind, Differ const& differ)
    {
        for (T const& entry : rules_[1]->*all) {
            std::string_view const name = (*rules_[1])(entry.name);
            std::uint32_t const at[] = {index(0, kind, name), index(1, kind, name), index(2, kind, name)};
            if (at[2] == none || !differ(1u, at[1], 2u, at[2])) continue;
            if (at[0] == none || (differ(0u, at[0], 1u, at[1]) && differ(0u, at[0], 2u, at[2])))
                names_.push_back({kind, std::string{name}});
        }
    }
    void names()
    {
        names_of(&rule_set::chains, symbol_kind::chain, [&](unsigned a, std::uint32_t i, unsigned b, std::uint32_t j) {
            signers_verdict const v = compare_signers(*rules_[a], i, *rules_[b], j).verdict;
            if (v == signers_verdict::too_large) complete_ = false;
            return v != signers_verdict::same;
        });
        auto const attested = [&](auto all) {
            return [this, all](unsigned a, std::uint32_t i, unsigned b, std::uint32_t j) {
                proof::differing_ways const d =
                    proof::change_of_from(*rules_[a], (rules_[a]->*all)[i].from, *rules_[b], (rules_[b]->*all)[j].from);
                return d.narrower || d.wider;
            };
        };
        names_of(&rule_set::facts, symbol_kind::fact, attested(&rule_set::facts));
        names_of(&rule_set::evidence, symbol_kind::evidence, attested(&rule_set::evidence));
    }

    rule_set const* rules_[proof::drafts_proof::sides];
    incomparable_pair unlike_{};
    unsigned unlike_sides_[2] = {0, 0};
    std::vector<std::unique_ptr<proof::drafts_proof>> proofs_;
    std::vector<three_way_change> changes_;
    std::vector<name_conflict> names_;
    std::vector<three_way_term> terms_;
    bool complete_ = true;
};

/// Compares two drafts of a base. Exact; allocates; bounded by the budget, for each use.
inline three_way_comparison compare_three_ways(rule_set const& base, rule_set const& theirs, rule_set const& ours,
                                               proof::budget most = {})
{
    return {base, theirs, ours, most};
}

}  // namespace redline::inline v0_1
