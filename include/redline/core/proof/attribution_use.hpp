// For one use: which changes of terms bring a changed outcome about, as regions of the request space.
#pragma once

#include "comparison.hpp"
#include "cover_operations.hpp"
#include "match_terms.hpp"

namespace redline::inline v0_1::proof {

/// Where one change helps to bring an outcome about. `single`: it does so by itself. `needed`: it is needed beside all
/// others that are, and one of `choice`. `choice`: any one of these will do, beside all that is needed.
struct change_regions {
    node_ref single = 0, needed = 0, choice = 0;
};

/// What two contracts say of one use, change by change: the strictest of what each prohibit form says, of coverage, which
/// is the mildest of what each permit term covers, and of the header's days. The changes are the matched terms that don't
/// say the same on both sides, and behind them, the days: made to the first contract in any number, they lead towards the
/// second. Language reference, "What is decided"; docs/proof.md, "What a term changes". Run time only.
class use_changes {
public:
    /// `sets` belongs to the diagram of `proof`. `matches` must be of terms that permit or prohibit.
    use_changes(compared_contracts& proof, std::uint32_t use, std::vector<term_match> const& matches,
                set_operations const& sets)
        : proof_{proof}, to_{proof.nodes()}, sets_{sets}, said_(matches.size() + 1)
    {
        elementary_kind const& kind = proof.requests().uses[use];
        proof.before().for_use(kind.seen_by[0]);
        proof.after().for_use(kind.seen_by[1]);
        auto const read = [](lifted_contract& c, std::uint32_t t, node_ref& says, node_ref& covers) {
            if (t == none) return;
            if (is_prohibit_form(c.rules().terms[t].kind)) says = c.says(t);
            covers = c.covers_alone(t);
        };
        for (std::size_t i = 0; i < matches.size(); ++i) {
            change& c = said_[i];
            read(proof.before(), matches[i].before, c.says[0], c.covers[0]);
            read(proof.after(), matches[i].after, c.says[1], c.covers[1]);
            if (c.covers[0] == c.covers[1]) alike_ = mildest(alike_, c.covers[0]);
            if (c.differs()) changed_.push_back(static_cast<std::uint32_t>(i));
        }
        // What the days do is what a form would do that prohibits outside of them.
        said_.back() = {{proof.before().effective(), proof.after().effective()}, {2, 2}};
        if (said_.back().differs()) changed_.push_back(static_cast<std::uint32_t>(matches.size()));
    }

    /// The changes that say something else of this use, by their place among the matches; the days come last.
    std::vector<std::uint32_t> const& changed() const noexcept { return changed_; }

    /// Where each of `changed` helps to take outcomes from one to another, within the region where they went so.
    ///
    /// A set of changes does so if, made to the first contract, they give the outcome that the second contract has, or,
    /// where that is milder, one as mild at least; what helps is what belongs to some such set of which nothing can be left
    /// out.
    std::vector<change_regions> regions(node_ref where, outcome from, outcome to)
    {
        if (to < from) return milder(where, terminal_of(to));
        return to == outcome::paused ? paused(where) : prohibited(where);
    }

    /// Both outcomes of one contract, as it is and with one change made (to the first, `side` 0) or undone (of the second,
    /// `side` 1): terminals of `pair_operation`, which are `outside` where they are the same.
    node_ref with_one_changed(unsigned side, std::uint32_t index)
    {
        change const& one = said_[index];
        std::vector<node_ref> rest;
        node_ref coverage = 2, other_coverage = 2;
        for (std::size_t i = 0; i < said_.size(); ++i) {
            if (i != index && said_[i].says[side] != 0) rest.push_back(said_[i].says[side]);
            coverage = mildest(coverage, said_[i].covers[side]);
            other_coverage = mildest(other_coverage, said_[i].covers[i == index ? 1 - side : side]);
        }
        node_ref const is = to_.combine(strictest_operation{}, one.says[side], coverage);
        node_ref const would = to_.combine(strictest_operation{}, one.says[1 - side], other_coverage);
        node_ref const differs = to_.combine(differing_operation{}, is, would);
        node_ref const both =
            proof_.before().strictest_of(differs, rest.data(), static_cast<std::uint32_t>(rest.size()));
        return to_.combine(pair_operation{}, to_.combine(strictest_operation{}, both, is),
                           to_.combine(strictest_operation{}, both, would));
    }

private:
    struct change {
        node_ref says[2] = {0, 0};    // as a prohibit form; permitted where it is none
        node_ref covers[2] = {2, 2};  // as a permit term; prohibited where it is none
        bool differs() const noexcept { return says[0] != says[1] || covers[0] != covers[1]; }
    };

    node_ref mildest(node_ref a, node_ref b) { return to_.combine(mildest_operation{}, a, b); }
    /// Where a function is stricter than an outcome.
    node_ref above(node_ref f, node_ref outcome)
    {
        return f == 0 ? 0 : to_.map(among_operation{outcome == 0 ? 6u : 4u, above_[outcome]}, f);
    }
    node_ref not_above(node_ref f, node_ref outcome) { return sets_.subtract(1, above(f, outcome)); }

    std::vector<change_regions> milder(node_ref where, node_ref most)
    {
        std::vector<change_regions> all(changed_.size());
        node_ref covered = not_above(alike_, most);
        for (std::size_t i = 0; i < changed_.size(); ++i) {
            change const& c = said_[changed_[i]];
            // What said more has to go.
            all[i].needed = sets_.intersect(where, above(c.says[0], most));
            covered = sets_.unite(covered, not_above(c.covers[0], most));
            // What has to go may itself cover, once it is changed.
            covered = sets_.unite(covered, sets_.intersect(all[i].needed, not_above(c.covers[1], most)));
        }
        node_ref const uncovered = sets_.subtract(where, covered);
        for (std::size_t i = 0; i < changed_.size(); ++i)
            all[i].choice = sets_.intersect(uncovered, not_above(said_[changed_[i]].covers[1], most));
        return all;
    }
    /// What came to be prohibited.
    std::vector<change_regions> prohibited(node_ref where)
    {
        constexpr node_ref below = 1;
        std::vector<change_regions> all(changed_.size());
        // Where all that covered has to go: nothing else covers, and nothing that changes still does.
        node_ref lost = sets_.intersect(where, above(alike_, below));
        for (std::size_t i = 0; i < changed_.size(); ++i) {
            change const& c = said_[changed_[i]];
            all[i].single = sets_.intersect(where, above(c.says[1], below));
            lost = sets_.subtract(lost, sets_.intersect(not_above(c.covers[0], below), not_above(c.covers[1], below)));
        }
        for (std::size_t i = 0; i < changed_.size(); ++i) {
            all[i].needed = sets_.intersect(lost, not_above(said_[changed_[i]].covers[0], below));
            // One of them that prohibits by itself needs none of the others.
            for (std::size_t j = 0; j < changed_.size(); ++j)
                if (said_[changed_[j]].covers[0] != 2 && all[j].single != 0)
                    all[i].needed = sets_.subtract(
                        all[i].needed, sets_.intersect(all[j].single, not_above(said_[changed_[j]].covers[0], below)));
        }
        return all;
    }
    /// What was permitted and came to be paused: by a form that pauses, while something still covers; or where the second
    /// contract's coverage is unknown, by losing all that covered without a doubt.
    std::vector<change_regions> paused(node_ref where)
    {
        std::vector<change_regions> all(changed_.size());
        node_ref lost = sets_.intersect(where, above(alike_, 0));
        node_ref unknown = not_above(alike_, 1);  // what leaves coverage unknown, once all that was sure is gone
        for (std::size_t i = 0; i < changed_.size(); ++i) {
            change const& c = said_[changed_[i]];
            node_ref const pauses = sets_.intersect(where, above(c.says[1], 0));
            node_ref const covered = not_above(c.covers[0], 0);
            lost = sets_.subtract(lost, sets_.intersect(covered, sets_.unite(pauses, not_above(c.covers[1], 0))));
            unknown = sets_.unite(unknown, sets_.subtract(not_above(c.covers[0], 1), covered));
            unknown = sets_.unite(unknown, sets_.intersect(covered, not_above(c.covers[1], 1)));
            // A permit that came to pause takes another that covers, where it was the only one.
            node_ref const alone = c.covers[0] == 2 ? 0 : sets_.subtract(pauses, covered_by_others(i));
            all[i].single = sets_.subtract(pauses, alone);
            all[i].needed = sets_.unite(all[i].needed, alone);
            if (alone == 0) continue;
            for (std::size_t j = 0; j < changed_.size(); ++j)
                if (j != i)
                    all[j].choice =
                        sets_.unite(all[j].choice, sets_.intersect(alone, not_above(said_[changed_[j]].covers[1], 1)));
        }
        // Where nothing is left that covers perhaps, one has to come that does.
        node_ref const without = sets_.subtract(lost, unknown);
        node_ref found = 0;
        for (std::size_t i = 0; i < changed_.size(); ++i) {
            change const& c = said_[changed_[i]];
            node_ref const comes =
                sets_.intersect(sets_.intersect(without, above(c.covers[0], 0)),
                                sets_.subtract(not_above(c.covers[1], 1), not_above(c.covers[1], 0)));
            all[i].choice = sets_.unite(all[i].choice, comes);
            found = sets_.unite(found, comes);
        }
        node_ref const all_lost = sets_.unite(sets_.intersect(lost, unknown), found);
        for (std::size_t i = 0; i < changed_.size(); ++i)
            all[i].needed =
                sets_.unite(all[i].needed, sets_.intersect(all_lost, not_above(said_[changed_[i]].covers[0], 0)));
        return all;
    }
    /// Where something that the first contract has covers, perhaps at least, but for one change.
    node_ref covered_by_others(std::size_t but)
    {
        node_ref covered = not_above(alike_, 1);
        for (std::size_t i = 0; i < changed_.size(); ++i)
            if (i != but) covered = sets_.unite(covered, not_above(said_[changed_[i]].covers[0], 1));
        return covered;
    }

    compared_contracts& proof_;
    diagram& to_;
    set_operations const& sets_;
    std::vector<change> said_;  // by match, and last, the days
    std::vector<std::uint32_t> changed_;
    node_ref alike_ = 2;  // what those cover that cover the same on both sides
    std::uint32_t above_[2] = {to_.fresh_operation(), to_.fresh_operation()};
};

}  // namespace redline::inline v0_1::proof
