// The smallest change of a request after which its outcome is another.
#pragma once

#include "../decide.hpp"
#include "cover_box.hpp"
#include "how_memo.hpp"
#include "memory.hpp"
#include "operations.hpp"
#include "words_variable.hpp"

#include <string>
#include <vector>

namespace redline::inline v0_1 {

/// A change of a request after which it has a wanted outcome. There is none where `found` is false, and where `too_large`
/// is true, it was not found out.
struct closest_change {
    bool found = false;
    bool too_large = false;
    /// What each thing that changes comes to, in words of the contract: `persons over 10_000`, `review not asked`.
    std::vector<std::string> changes{};
};

namespace proof {

/// Searches the diagram of a request's outcome for the way to a terminal that leaves most of the request as it is.
class closest_finder {
public:
    closest_finder(rule_set const& rules, request_view const& request, outcome wanted, budget most)
        : rules_{rules}, request_{request}, wanted_{terminal_of(wanted)}, proof_{rules, most, {true}}
    {}

    /// `to`, where it isn't null, is made to say what was changed; it says what the request says.
    closest_change found(request_view* to)
    {
        closest_change result;
        diagram& nodes = proof_.nodes();
        node_ref root = terminal_of(outcome::permitted);
        for (std::uint32_t u = 0; u < request_.use_count; ++u) {
            proof_.contract().for_use(request_.uses[u]);
            root = nodes.combine(strictest_operation{}, root, proof_.contract().outcome_everywhere());
        }
        std::uint32_t const cost = nodes.full() ? too_far : cost_of(root);
        result.too_large = nodes.full();
        result.found = !result.too_large && cost != too_far;
        if (out_of_effect()) {
            // No day of the space is such a day: all outcomes are those of days in effect.
            if (result.found) {
                result.changes.push_back(days_in_effect());
                if (to != nullptr) to->date = rules_.has_from ? rules_.effective_from : rules_.effective_before - 1;
            }
        }
        if (result.found) describe(root, result.changes, to);
        return result;
    }

private:
    static constexpr std::uint32_t too_far = 1u << 20;

    /// The cells `first` to `last` of a node's variable, and what the function comes to there.
    struct branch {
        std::uint32_t first = 0, last = 0;
        node_ref to = 0;
    };

    space const& in() const noexcept { return proof_.requests(); }
    bool out_of_effect() const { return request_.has_date && in_effect(rules_, request_) == truth::no; }
    std::string days_in_effect() const
    {
        std::string text = "date";
        if (rules_.has_from) text += " from " + day_in_words(rules_.effective_from);
        if (rules_.has_before) text += " before " + day_in_words(rules_.effective_before);
        return text;
    }
    std::vector<branch> branches_of(node_ref of)
    {
        diagram& nodes = proof_.nodes();
        std::uint32_t const index = nodes.variable_of(nodes[of].level);
        std::vector<branch> all;
        std::uint32_t first = 0;
        while (!is_terminal(of) && nodes.variable_of(nodes[of].level) == index) {
            std::uint32_t const at = in().cell_at(nodes[of].level);
            all.push_back({first, at - 1, nodes[of].below});
            first = at;
            of = nodes[of].above;
        }
        all.push_back({first, in().variables[index].cell_count - 1, of});
        return all;
    }
    /// The cell in which the request has a variable; `none` of a mission whose kind it leaves open, and
    /// of a day on which the contract is not in effect.
    std::uint32_t cell_now(variable const& v) const
    {
        std::uint32_t const subject = v.subject[0];
        switch (v.kind) {
        case variable_kind::slot:
            return request_.known[subject] == 0 ? v.cell_count - 1 : in().cell_of(v, request_.values[subject]);
        case variable_kind::date:
            if (out_of_effect()) return none;
            return request_.has_date ? in().cell_of(v, cell_of_day(request_.date)) : v.cell_count - 1;
        case variable_kind::mission:
            if (request_.mission.form == kind_form::unknown) return v.cell_count - 1;
            for (std::uint32_t m = 0; m < in().missions.size; ++m)
                if (in().missions[m].seen_by[0] == request_.mission) return in().cell_of(v, m);
            return none;
        case variable_kind::evidence: return in().cell_of(v, request_.evidence_age[subject]);
        case variable_kind::safeguard: return in().cell_of(v, request_.safeguard_level[subject]);
        default: return in().cell_of(v, static_cast<std::uint64_t>(request_.chains[subject]));
        }
    }
    std::uint32_t step_to(variable const& v, branch const& b) const
    {
        std::uint32_t const now = cell_now(v);
        // Of two changes that are one step each, one that makes something known, or brings it about, is nearer.
        if (now != none && b.first <= now && now <= b.last) return 0;
        bool const only_unknown = v.may_be_unknown && b.first + 1 == v.cell_count;
        return only_unknown ? 5 : 4;
    }
    std::uint32_t cost_of(node_ref r)
    {
        if (is_terminal(r)) return r == wanted_ ? 0 : too_far;
        if (std::uint32_t const known = costs_.find(r); known != memo_table::absent) return known;
        if (!proof_.nodes().spend(1)) return too_far;
        variable const& v = in().variables[proof_.nodes().variable_of(proof_.nodes()[r].level)];
        std::uint32_t least = too_far;
        for (branch const& b : branches_of(r)) least = std::min(least, cost_of(b.to) + step_to(v, b));
        return costs_.add(r, std::min(least, too_far));
    }
    void describe(node_ref r, std::vector<std::string>& to, request_view* changed)
    {
        variable_words const words{in()};
        while (!is_terminal(r)) {
            std::uint32_t const index = proof_.nodes().variable_of(proof_.nodes()[r].level);
            variable const& v = in().variables[index];
            std::uint32_t const cost = cost_of(r);
            for (branch const& b : branches_of(r)) {
                std::uint32_t const step = step_to(v, b);
                if (cost_of(b.to) + step != cost) continue;
                if (step != 0) {
                    // The days of a contract that is not in effect are said already.
                    bool const said = v.kind == variable_kind::date && out_of_effect() && admits_all_known(v, b);
                    if (!said) to.push_back(in_words(words, index, b));
                    if (changed != nullptr) give(in(), v, b.first, 0, *changed);
                }
                r = b.to;
                break;
            }
        }
    }
    static bool admits_all_known(variable const& v, branch const& b) noexcept
    {
        return b.first == 0 && b.last + 2 >= v.cell_count;
    }
    std::string in_words(variable_words const& words, std::uint32_t index, branch const& b) const
    {
        variable const& v = in().variables[index];
        box admitted{in()};
        for (std::uint32_t cell = 0; cell < v.cell_count; ++cell) {
            bool const unknown = in().is_unknown(v, cell) && b.first != cell;
            admitted.set(v, cell, cell >= b.first && cell <= b.last && !unknown);
        }
        return words.piece(admitted, index).text;
    }

    rule_set const& rules_;
    request_view const& request_;
    node_ref wanted_;
    contract_proof proof_;
    memo_table costs_;
};

}  // namespace proof

/// The fewest things of a request to change for it to have a wanted outcome: facts, mission and date, known or unknown,
/// and what was obtained. The uses stay; a mission whose kind is open becomes known. Nothing to change where the outcome is
/// the wanted one already. Exact, read off the decision diagram of the request's uses; run time only, allocates. Language
/// reference, "What is decided".
///
/// Where `to` is not null, it holds a copy of the request, in memory of its own, and is made to be the changed one.
inline closest_change closest(rule_set const& rules, request_view const& request, outcome wanted,
                              request_view* to = nullptr, proof::budget const& most = {})
{
    if (!request.valid || request.use_count == 0 || rules.baseline == none) return {};
    workspace work{rules};
    if (decide(rules, request, work.view()).outcome == wanted) return {true};
    return proof::closest_finder{rules, request, wanted, most}.found(to);
}

}  // namespace redline::inline v0_1
