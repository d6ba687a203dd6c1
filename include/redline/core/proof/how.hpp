// redline::how: what would have to hold for a request to be permitted.
#pragma once

#include "cover_operations.hpp"
#include "how_make.hpp"
#include "how_search.hpp"
#include "sort_stably.hpp"

#include <tuple>

namespace redline::inline v0_1 {

/// How far `how` looks.
struct how_options {
    std::size_t most_ways = 1000;
    proof::budget most{};
};

/// Whether ways were looked for.
enum class how_status : std::uint8_t {
    answered,
    not_valid,  // the request is not, or names no use
    too_large   // more than the budget allows
};

/// The ways to a permission; none where there is no way, one that asks for nothing where it is permitted already.
struct how_answer {
    how_status status = how_status::answered;
    bool more = false;  // there are more ways than `most_ways`
    std::vector<way> ways{};
};

namespace proof {

/// Works out one answer.
class how_finder {
public:
    how_finder(rule_set const& rules, request_view const& request, how_options const& options)
        : rules_{rules}, request_{request}, options_{options}, sets_{options.most.nodes}
    {}

    how_answer found()
    {
        if (!request_.valid || request_.use_count == 0 || rules_.baseline == none) return {how_status::not_valid};
        contract_proof proof{rules_, options_.most, {true, &request_}};
        way_search search{sets_, proof, request_};
        space const& in = proof.requests();
        node_ref const outcome = forbidden_where(proof);
        way_set ways = search.full() ? no_way : search.smallest(outcome);
        if (kind_of_mission_is_open()) ways = with_missions(ways, in, search, outcome, proof.nodes().steps());
        else
            for (elementary_kind const& m : in.missions) missions_.push_back(m.seen_by[0]);
        way_list list{sets_, in, proof.nodes(), options_.most_ways};
        if (!too_large_ && !search.full()) list.list(ways);
        if (too_large_ || search.full()) return {how_status::too_large};

        how_answer result{how_status::answered, list.more()};
        way_maker const make{in, missions_};
        list.each([&](asked_for const& asked, cell_box const& box) { result.ways.push_back(make(asked, box)); });
        auto const before = [](way const& a, way const& b) {
            if (a.size() != b.size()) return a.size() < b.size();
            auto const items = [](way const& w) {
                return std::tie(w.facts, w.dates, w.evidence, w.safeguards, w.chains);
            };
            return items(a) < items(b);
        };
        proof::sort_stably(result.ways, before);
        if (result.ways.size() > options_.most_ways) result.ways.resize(options_.most_ways);
        return result;
    }

private:
    /// Where all uses of the request are permitted, over what may be changed of it: 0 there, else 1. Which of the
    /// stricter outcomes a term gives does not matter here, and diagrams that don't tell are smaller.
    node_ref forbidden_where(contract_proof& proof) const
    {
        diagram& nodes = proof.nodes();
        lifted_contract& contract = proof.contract();
        among_operation const is_stricter{0b110, nodes.fresh_operation()};
        set_operations const sets{nodes};
        std::vector<node_ref> parts;
        for (std::uint32_t u = 0; u < request_.use_count; ++u) {
            contract.for_use(request_.uses[u]);
            parts.push_back(nodes.map(is_stricter, contract.uncovered()));
            for (std::uint32_t t = 0; t < rules_.terms.size && !nodes.full(); ++t)
                if (is_prohibit_form(rules_.terms[t].kind)) parts.push_back(nodes.map(is_stricter, contract.says(t)));
        }
        std::erase(parts, node_ref{0});
        // By pairs, then pairs of pairs: fewer nodes than one after the other, since most operands are small.
        for (std::size_t step = 1; step < parts.size(); step *= 2)
            for (std::size_t i = 0; i + step < parts.size() && !nodes.full(); i += 2 * step)
                parts[i] = sets.unite(parts[i], parts[i + step]);
        return parts.empty() ? 0 : parts.front();
    }
    bool kind_of_mission_is_open() const noexcept
    {
        if (request_.mission.form != kind_form::declared) return false;
        return !is_leaf(rules_.missions[request_.mission.index]);
    }
    /// Adds the ways for which it must be known which kind of its mission a request means. A space is of one mission
    /// that is known, as given, so each kind has a proof of its own.
    way_set with_missions(way_set ways, space const& in, way_search& given, node_ref outcome, std::uint64_t steps)
    {
        std::vector<way_arc> arcs;
        for (std::uint32_t m = 0; m < rules_.missions.size; ++m) {
            kind_entry const& kind = rules_.missions[m];
            requested_kind const one{is_leaf(kind) ? kind_form::declared : kind_form::other, m};
            if (lies_at(rules_.missions, request_.mission.index, one) != truth::yes) continue;
            if (steps >= options_.most.steps) too_large_ = true;
            if (too_large_) return no_way;
            request_view with = request_;
            with.mission = one;
            contract_proof proof{rules_, {options_.most.nodes, options_.most.steps - steps}, {true, &with}};
            way_search search{sets_, proof, with};
            node_ref const root = forbidden_where(proof);
            way_set const all = search.full() ? no_way : search.smallest(root);
            if (search.full()) too_large_ = true;
            steps += proof.nodes().steps();
            std::uint32_t const cell = static_cast<std::uint32_t>(missions_.size());
            missions_.push_back(one);
            arcs.push_back({cell, cell, given.without(all, outcome)});
        }
        return sets_.make(in.positions[0][in.subjects[0].mission], ways, arcs);
    }

    rule_set const& rules_;
    request_view const& request_;
    how_options options_;
    way_sets sets_;
    std::vector<requested_kind> missions_;  // that the cells of the mission stand for
    bool too_large_ = false;
};

}  // namespace proof

/// What would have to hold for a request to be permitted: all smallest ways there; language reference, "What is
/// decided", and the command `how`.
///
/// A way works: after any choice of its values `decide` permits the request, whatever stays unknown staying so. It is
/// smallest: with any one thing left out, or any one safeguard one level lower, the same choice is not permitted. The
/// list is complete: whatever of such things brings a permission, one of the ways is among them. What is known or
/// obtained never changes; uses stay as they are named, and with several, all come out permitted; which kind of its
/// mission a request means may be asked for, and each value of an `any of` for itself. Values are given as boxes: one
/// way for each largest choice of sets, so that for each fact it has all values that will do with any of the others'.
/// Ways that ask for fewer things come first, and are those that are left where there are too many.
///
/// Whether learning a fact voids what was signed (see `rests on`) is not looked at: a chain that a request has complete
/// stays so. Run time only; allocates, and throws `std::bad_alloc`. Exponential in the worst case, bounded by the
/// budget: past it, `too_large` and no ways.
inline how_answer how(rule_set const& rules, request_view const& request, how_options const& options = {})
{
    return proof::how_finder{rules, request, options}.found();
}

}  // namespace redline::inline v0_1
