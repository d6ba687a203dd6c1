// What each prohibit form of a contract comes to by itself: when it prohibits, and when it pauses.
#pragma once

#include "table_make.hpp"

namespace redline::inline v0_1 {

/// What a term says of uses of which it says the same, over complete requests and exactly, as `table_row` says it of all
/// terms together.
struct effect_by_use {
    std::vector<requested_kind> kinds;  // known to the last
    std::vector<std::string> in_words;  // the same, whole subtrees by their path; `all uses` where these are all
    table_conditions prohibits;
    table_conditions pauses;
};
/// What one term says by itself, for the uses of which it has a say.
struct effects_of_term {
    std::uint32_t term = none;
    std::vector<effect_by_use> by_use;  // uses of which the term has no say are left out
};
/// What each prohibit form of a contract says by itself: what `effects_of_terms` gives.
struct contract_effects {
    std::vector<effects_of_term> terms;  // prohibit forms, in the order of the text
    bool too_large = false;              // passes the budget of nodes or steps: there are none
};

namespace proof {

/// Works out terms by themselves, and puts them into words. On the heap.
class effect_maker : table_maker {
public:
    effect_maker(rule_set const& rules, table_options const& options) : table_maker{rules, nullptr, options} {}

    /// Of all terms, or of one alone.
    contract_effects make(std::uint32_t only = none)
    {
        std::vector<said> all;
        for (std::uint32_t t = 0; t < rules_.terms.size; ++t)
            if (is_prohibit_form(rules_.terms[t].kind) && (only == none || only == t)) said_by(t, all);
        contract_effects found;
        lists_left_ = 2 * all.size();
        for (said const& s : all) {
            if (found.terms.empty() || found.terms.back().term != s.term) found.terms.push_back({s.term, {}});
            table_row const uses = row_of(s.uses);
            found.terms.back().by_use.push_back(
                {uses.kinds, uses.in_words, when(s.says, outcome::prohibited), when(s.says, outcome::paused)});
        }
        found.too_large = proof_.nodes().full();
        if (found.too_large) found.terms.clear();
        return found;
    }

private:
    struct said {
        std::uint32_t term = none;
        node_ref says = 0;
        std::vector<std::uint32_t> uses;
    };

    /// Functions that are equal are one node.
    void said_by(std::uint32_t term, std::vector<said>& all)
    {
        std::size_t const first = all.size();
        for (std::uint32_t u = 0; u < in().uses.size && !proof_.nodes().full(); ++u) {
            proof_.contract().for_use(in().uses[u].seen_by[0]);
            node_ref const says = proof_.contract().says(term);
            if (says == terminal_of(outcome::permitted)) continue;
            std::size_t i = first;
            while (i != all.size() && all[i].says != says) ++i;
            if (i == all.size()) all.push_back({term, says, {}});
            all[i].uses.push_back(u);
        }
    }
    table_conditions when(node_ref says, outcome o)
    {
        node_ref const where = proof_.proves().among(says, std::uint64_t{1} << static_cast<unsigned>(o));
        return conditions(where, where);
    }
};

}  // namespace proof

/// What each prohibit form of a contract comes to by itself. Exact, over complete requests; run time only.
inline contract_effects effects_of_terms(rule_set const& rules, table_options const& options = {})
{
    return proof::effect_maker{rules, options}.make();
}
/// The same of one term, whose index it is; there is nothing of one that is no prohibit form.
inline contract_effects effects_of_one_term(rule_set const& rules, std::uint32_t term,
                                            table_options const& options = {})
{
    return proof::effect_maker{rules, options}.make(term);
}

}  // namespace redline::inline v0_1
