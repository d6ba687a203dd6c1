// What a contract comes to, per use, as plain data.
#pragma once

#include "../request.hpp"
#include "words_piece.hpp"

namespace redline::inline v0_1 {

/// A conjunction of what it says of each variable; `text` is all of it, `always` where it says nothing.
struct table_condition {
    std::vector<proof::condition_piece> pieces;
    std::string text;
};
/// A disjunction: the requests for which one of the conditions holds. Where `complete` is false there were more than
/// the limits allow, and these are some of them.
struct table_conditions {
    std::vector<table_condition> any_of;
    bool complete = true;

    /// Whether none of the conditions can hold.
    bool never() const noexcept { return complete && any_of.empty(); }
    /// Whether one of the conditions always holds.
    bool always() const noexcept { return any_of.size() == 1 && any_of.front().pieces.empty(); }
};

/// Uses of which a contract says the same. Every condition is over complete requests (language reference, "What is an
/// error, and what is a warning"), in as few conditions as could be found, and none of these could be left out.
struct table_row {
    std::vector<requested_kind> kinds;  // known to the last
    std::vector<std::string> uses;      // the same, as requests name them
    std::vector<std::string> in_words;  // the same, whole subtrees by their path; `all uses` where these are all
    table_conditions permitted;         // exactly when it is permitted
    table_conditions paused;            // exactly when it pauses
    table_conditions prohibited;        // exactly when it is prohibited
    /// When it pauses unless it is prohibited: fewer and shorter, for those who read `prohibited` first.
    table_conditions paused_unless_prohibited;
    /// The other way to say `permitted`: all of these must hold, each one piece that may be an `or`.
    table_condition needed;
    bool needed_complete = true;
    /// The requests of which no term but the baseline has a say; one of them as a scenario gives it.
    table_conditions gaps;
    std::string gap_example;
};

/// What a contract comes to, a row for each group of uses, in the order of the text; of a residual, also what its
/// request says, as a scenario gives it.
struct contract_table {
    std::vector<table_row> rows;
    bool too_large = false;  // the contract passes the budget of nodes or steps: there are no rows
    bool valid = true;       // false where a residual was asked of a request that is not valid: there are no rows
    std::vector<std::string> known;  // facts, mission, date
    std::vector<std::string> held;   // evidence, safeguards and sign-off chains
};

}  // namespace redline::inline v0_1
