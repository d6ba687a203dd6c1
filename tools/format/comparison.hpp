// A comparison of two contracts in words, for both of its formats.
#pragma once

#include "region.hpp"
#include "term_changes.hpp"

#include "redline/core/proof/continuity.hpp"

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
    std::vector<json> due_to;  // the changed terms, as `term_in_words` names them
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

/// The notice that narrowing some uses owes under one `continuity` term.
struct notice_in_words {
    std::string term, notice;
    std::uint64_t minutes = 0;
    std::vector<std::string> uses;
    std::string effective_from, last_day;  // empty where the draft does not say, or the calendar does not reach back
};

/// Why there is no verdict on contracts whose comparison is not complete.
inline constexpr std::string_view too_large_to_compare =
    "the contracts are too large to be compared exactly, so there is no verdict";

struct comparison_in_words {
    comparison_verdict verdict = comparison_verdict::equivalent;
    std::vector<std::string> all_uses;  // to say of which changes they are all
    std::vector<change_in_words> changes;
    std::vector<chain_in_words> chains;
    std::vector<difference> differences;
    bool complete = true;  // each change's conditions are all there
    std::vector<changed_term_in_words> terms;
    bool terms_complete = true;  // false where it took too much to find out what each term changes
    std::vector<notice_in_words> notices;
};

/// Refers to nothing. `of` must be complete.
comparison_in_words in_words(contract_comparison const& of);
/// The parts of it.
std::vector<std::string> all_uses_of(contract_comparison const& of);
change_in_words in_words(outcome_change const& c, std::vector<std::string> const& all_uses);
chain_in_words in_words(chain_change const& c, contract_comparison const& of);
std::vector<notice_in_words> in_words(std::vector<owed_notice> const& owed, contract_comparison const& of,
                                      std::vector<std::string> const& all_uses);
std::vector<changed_term_in_words> in_words(changed_terms const& of, contract_comparison const& comparison,
                                            comparison_in_words const& changes);
group_in_words in_words(rule_set const& completed, rule_set const& other, signers_witness const& who);

/// Changes from the same to the same under the same conditions, of several uses; the mildest first. Refers to the changes
/// that it was made from.
struct change_group {
    change_in_words const* first = nullptr;
    std::vector<std::string> uses;
};
std::vector<change_group> grouped(std::vector<change_in_words> const& changes);

/// Parts of it for people. `changes`: uses of which the same is true on one line.
void show_changes(std::string& out, std::vector<change_in_words> const& changes,
                  std::vector<std::string> const& all_uses);
void show(std::string& out, chain_in_words const& c);
void show(std::string& out, notice_in_words const& n, std::vector<std::string> const& all_uses);
void show(std::string& out, difference const& d);
/// And as JSON.
json as_json(change_in_words const& c);
json as_json(chain_in_words const& c);
json as_json(difference const& d);
json as_json(notice_in_words const& n);

/// For people: the changes, uses of which the same is true on one line; chains; what each changed term does; notices owed;
/// what else differs. The verdict is the last line, and alone on it.
std::string comparison_as_text(comparison_in_words const& of);
/// `{"verdict": …, "changes": […], "chains": […], "differences": […], "complete": true}`; docs/command.md says what each is.
std::string comparison_as_json(comparison_in_words const& of);

}  // namespace redline::tool
