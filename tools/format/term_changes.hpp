// What each changed term of a draft does, in words, for both formats of a comparison.
#pragma once

#include "region.hpp"

#include "redline/core/proof/attribution.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// Where outcomes went, or would go, from one to another because of one term.
struct term_effect_in_words {
    std::string use;
    outcome from = outcome::permitted, to = outcome::permitted;
    conditions_in_words when;  // of an effect, of the requests that went so; else of all
    witness_in_words example;  // as the new contract reads it
    json witness_before;       // as the old one does, where that is otherwise; else null
    std::string by_itself;     // `always`, `sometimes` or `never`
    std::vector<json> with;    // the terms that it takes elsewhere
};

struct changed_term_in_words {
    json named;                // `{"label": "2.1", "change": "struck"}`; of the header's days, no label
    std::string label;         // empty for the header's days
    std::string label_before;  // where another, the old one; else empty
    std::string kind;
    std::string before, after;  // its text in each, on one line; empty where it has it not
    std::string verdict;        // `narrower`, `wider`, `both` or `none`
    std::vector<term_effect_in_words> effects, alone, left_out;
};

/// The same effect on several uses. Refers to the effects that it was made from.
struct effect_group {
    term_effect_in_words const* first = nullptr;
    std::vector<std::string> uses;
};
std::vector<effect_group> grouped(std::vector<term_effect_in_words> const& effects);

/// A changed term as other parts of a comparison refer to it.
json term_in_words(changed_terms const& of, changed_term const& t);
/// The same for people: `2.1 (struck)`.
std::string named_in_words(json const& term);

/// A section of text, and members of JSON.
void show(std::string& out, std::vector<changed_term_in_words> const& terms, std::vector<std::string> const& all_uses);
json as_json(changed_term_in_words const& t);

/// Conditions behind a change: ` when …`, `, always`, each further one on a line of its own behind `indent`.
void show_when(std::string& out, conditions_in_words const& when, std::string const& indent);

}  // namespace redline::tool
