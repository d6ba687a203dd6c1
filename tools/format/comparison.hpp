// A comparison of two contracts in words, for both of its formats.
#pragma once

#include "../json/request_json.hpp"

#include "redline/core/proof/compare.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// Where the outcome of one use went from one to another, and a request for which it did. The contract before may have
/// other words for that request: it is then `witness_before` there.
struct change_in_words {
    std::string use;
    outcome from = outcome::permitted, to = outcome::permitted;
    std::vector<std::string> when;  // one of these holds
    bool complete = true;           // false where these are not all
    std::string example;
    std::vector<std::string> only_before;  // what the contract before reads in place of parts of the example
    json witness, witness_before;
};

/// Who can complete one of two chains of a name and not the other.
struct group_in_words {
    std::vector<std::string> persons;  // what is to be known of each: who asked, who acts in what
    std::vector<std::string> steps;
    json as_json;
    bool empty() const noexcept { return steps.empty(); }
};
struct chain_in_words {
    std::string name, verdict;
    group_in_words wider, narrower;  // can complete the new and not the old; the old and not the new
};

struct comparison_in_words {
    comparison_verdict verdict = comparison_verdict::equivalent;
    std::vector<std::string> all_uses;  // to say of which changes they are all; empty where there are none
    std::vector<change_in_words> changes;
    std::vector<chain_in_words> chains;
    std::vector<difference> differences;
    bool complete = true;  // each change's conditions are all there
};

/// Refers to nothing. `of` must be complete.
comparison_in_words in_words(contract_comparison const& of);
group_in_words in_words(rule_set const& completed, rule_set const& other, signers_witness const& who);

/// For people: the changes, uses of which the same is true on one line; chains; what else differs. The verdict is the last
/// line, and alone on it.
std::string comparison_as_text(comparison_in_words const& of);
/// `{"verdict": …, "changes": […], "chains": […], "differences": […], "complete": true}`; docs/command.md says what each is.
std::string comparison_as_json(comparison_in_words const& of);

}  // namespace redline::tool
