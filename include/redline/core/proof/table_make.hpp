// Makes the table of a contract: groups its uses, and puts into words what each group comes to.
#pragma once

#include "cover.hpp"
#include "memory.hpp"
#include "table_rows.hpp"
#include "words.hpp"

namespace redline::inline v0_1 {

/// How far a table may go.
struct table_options {
    proof::budget budget{};
    proof::cover_limits limits{};  // of each list of conditions
};

namespace proof {

/// Makes tables of one contract, of all its requests or of those that go on from one. On the heap.
class table_maker {
public:
    table_maker(rule_set const& rules, request_view const* known, table_options const& options)
        : rules_{rules}, request_{known}, options_{options}, proof_{rules, options.budget, {false, known}},
          words_{proof_.requests()}, cover_{proof_.requests(), proof_.nodes()}, sets_{proof_.nodes()}
    {}

    contract_table make()
    {
        contract_table table;
        std::vector<group> const groups = grouped();
        lists_left_ = lists_of_row * groups.size();
        for (group const& g : groups) table.rows.push_back(row(g));
        table.too_large = proof_.nodes().full();
        if (table.too_large) table.rows.clear();
        return table;
    }

protected:
    struct group {
        node_ref outcome = 0, gaps = 0;
        std::vector<std::uint32_t> uses;
    };
    static constexpr std::size_t lists_of_row = 6;

    space const& in() const noexcept { return proof_.requests(); }
    /// Whether a use is one of those that the request names, or of a kind of them.
    bool is_asked(requested_kind use) const
    {
        if (request_ == nullptr || request_->use_count == 0) return true;
        for (std::uint32_t i = 0; i < request_->use_count; ++i) {
            requested_kind const asked = request_->uses[i];
            if (asked == use) return true;
            if (asked.form == kind_form::declared && lies_at(rules_.uses, asked.index, use) == truth::yes) return true;
        }
        return false;
    }
    /// Functions that are equal are one node, so equal tables are found before any is made.
    std::vector<group> grouped()
    {
        std::vector<group> groups;
        for (std::uint32_t u = 0; u < in().uses.size; ++u) {
            if (!is_asked(in().uses[u].seen_by[0])) continue;
            node_ref const f = proof_.proves().outcome_for(u);
            node_ref const gaps = gaps_for_use();
            if (proof_.nodes().full()) return {};
            auto const same = [&](group const& g) { return g.outcome == f && g.gaps == gaps; };
            auto const found = std::find_if(groups.begin(), groups.end(), same);
            if (found != groups.end()) found->uses.push_back(u);
            else groups.push_back({f, gaps, {u}});
        }
        return groups;
    }
    /// Of the use whose outcome was asked for last: where no permit but the baseline's is true, and no prohibit form
    /// says more than that it has no say.
    node_ref gaps_for_use()
    {
        lifted_contract& contract = proof_.contract();
        node_ref spoken = 0;
        for (std::uint32_t t = 0; t < rules_.terms.size; ++t) {
            term_kind const kind = rules_.terms[t].kind;
            if (kind == term_kind::permit)
                spoken = sets_.unite(spoken, proof_.proves().among(contract.applies(t), readings_with(truth::yes)));
            if (is_prohibit_form(kind)) spoken = sets_.unite(spoken, proof_.proves().among(contract.says(t), 6));
        }
        return sets_.subtract(1, spoken);
    }
    /// A row that says of which uses it is, and nothing else yet.
    table_row row_of(std::vector<std::uint32_t> const& uses) const
    {
        table_row r;
        for (std::uint32_t const u : uses) {
            r.kinds.push_back(in().uses[u].seen_by[0]);
            r.uses.push_back(words_.use(u));
        }
        r.in_words = in_words(r);
        return r;
    }
    table_row row(group const& g)
    {
        table_row r = row_of(g.uses);
        auto const when = [&](outcome o) { return proof_.proves().among(g.outcome, std::uint64_t{1} << unsigned(o)); };
        node_ref const permitted = when(outcome::permitted), paused = when(outcome::paused),
                       prohibited = when(outcome::prohibited);
        r.permitted = conditions(permitted, permitted);
        r.paused = conditions(paused, paused);
        r.prohibited = conditions(prohibited, prohibited);
        r.paused_unless_prohibited = conditions(paused, sets_.unite(paused, prohibited));
        region_cover const others = covered(sets_.subtract(1, permitted), sets_.subtract(1, permitted));
        for (box const& b : others.boxes) r.needed.pieces.push_back(words_.outside(b));
        contract_words::append(r.needed.text, r.needed.pieces);
        r.needed_complete = others.complete;
        r.gaps = conditions(g.gaps, g.gaps);
        // What slips through is of more interest than what the baseline stops.
        node_ref const through = sets_.intersect(g.gaps, permitted);
        if (g.gaps != 0) r.gap_example = example(through != 0 ? through : g.gaps, in().uses[g.uses.front()]);
        return r;
    }
    /// The budget that is left is shared out among the lists that are yet to be made.
    region_cover covered(node_ref must, node_ref may)
    {
        cover_limits limits = options_.limits;
        std::uint64_t const spent = proof_.nodes().steps();
        std::uint64_t const left = options_.budget.steps > spent ? options_.budget.steps - spent : 0;
        limits.steps = std::min(limits.steps, left / (2 * lists_left_--));
        cover_.limit(limits);
        region_cover found = cover_.between(must, may);
        words_.sort(found.boxes);
        return found;
    }
    table_conditions conditions(node_ref must, node_ref may)
    {
        region_cover const cover = covered(must, may);
        table_conditions all;
        all.complete = cover.complete;
        for (box const& b : cover.boxes) {
            table_condition one{words_.pieces(b), {}};
            for (condition_piece& p : one.pieces) p.met = is_met(b, p.variable);
            contract_words::append(one.text, one.pieces);
            all.any_of.push_back(std::move(one));
        }
        return all;
    }
    /// Whether what the request holds lies in a box.
    bool is_met(box const& b, std::uint32_t variable) const
    {
        proof::variable const& v = in().variables[variable];
        if (request_ == nullptr) return false;
        std::uint32_t const subject = v.subject[0];
        switch (v.kind) {
        case variable_kind::evidence: return b.admits(v, in().cell_of(v, request_->evidence_age[subject]));
        case variable_kind::safeguard: return b.admits(v, in().cell_of(v, request_->safeguard_level[subject]));
        case variable_kind::chain: return b.admits(v, static_cast<std::uint32_t>(request_->chains[subject]));
        default: return false;
        }
    }
    std::string example(node_ref where, elementary_kind const& use)
    {
        std::vector<std::uint32_t> cells(in().variables.size);
        find_cells(in(), proof_.nodes(), where, cells.data());
        request_memory request{rules_, 1};
        give_cells(in(), cells.data(), use, 0, request.view());
        return describe(rules_, request.view());
    }
    /// Whole subtrees by their path, and what is left one by one.
    std::vector<std::string> in_words(table_row const& r) const
    {
        auto const has = [&](requested_kind k) {
            return std::find(r.kinds.begin(), r.kinds.end(), k) != r.kinds.end();
        };
        if (r.kinds.size() == in().uses.size && r.kinds.size() > 1) return {"all uses"};
        std::vector<bool> whole(rules_.uses.size, true);
        for (elementary_kind const& k : in().uses) {
            requested_kind const use = k.seen_by[0];
            if (use.form == kind_form::unlisted || has(use)) continue;
            for (std::uint32_t at = use.index; at != none; at = rules_.uses[at].parent) whole[at] = false;
        }
        std::vector<std::string> words;
        for (std::uint32_t u = 0; u < rules_.uses.size; ++u) {
            std::uint32_t const parent = rules_.uses[u].parent;
            std::string const path{rules_(rules_.uses[u].path)};
            if (whole[u] && (parent == none || !whole[parent])) words.push_back(path);
            if (!whole[u] && has({kind_form::other, u})) words.push_back(path + ".other");
        }
        if (has({kind_form::unlisted, none})) words.emplace_back("unlisted");
        return words;
    }

    rule_set const& rules_;
    request_view const* request_;
    table_options options_;
    contract_proof proof_;
    contract_words words_;
    cover_finder cover_;
    set_operations sets_;
    std::size_t lists_left_ = 1;
};

}  // namespace proof

}  // namespace redline::inline v0_1
