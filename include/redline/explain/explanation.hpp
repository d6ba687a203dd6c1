// A contract in plain English, as data: what every form of an explanation is made from.
#pragma once

#include "../core/proof/table_rows.hpp"

namespace redline::inline v0_1 {

/// How text that the contract holds stands in an explanation: as it is, or with what Markdown would take for a mark
/// escaped. Names stand between backticks in both.
enum class markup : std::uint8_t { plain, markdown };

/// One entry of the vocabulary: a name, and what it means, in sentences.
struct explained_name {
    std::string name;  // bare
    std::string meaning;
};
/// The names of one kind, in the order of the text.
struct explained_names {
    std::string heading;
    std::vector<explained_name> names;
};

/// What a prohibit form comes to for some uses, exactly; in words of the contract.
struct explained_effect {
    std::vector<std::string> uses;  // empty where it is the same for all that the term speaks of
    table_conditions prohibits;
    table_conditions pauses;
};
/// A term: what it says, as sentences, and what it comes to where that depends on what can be brought about.
struct explained_term {
    std::string label;
    std::string meaning;
    std::vector<explained_effect> effects;
    std::string citing;  // a sentence, or nothing
    std::string reason;  // the text behind `because`, or nothing
};
/// A section and its terms; label and title are empty for terms that stand before any section.
struct explained_section {
    std::string label, title;
    std::vector<explained_term> terms;
};
/// A sign-off chain: how it is opened, its stages in order, and the rules that hold for all of them; sentences.
struct explained_chain {
    std::string name;  // bare
    std::string opening;
    std::vector<std::string> steps;
    std::vector<std::string> rules;
};

/// A contract in plain English. Free text of the contract stands on one line, whatever it held.
struct explanation {
    std::string title;
    std::uint64_t version = 0;
    std::string digest;                // `sha256:…`; empty where nobody computed it
    std::string in_effect;             // a sentence
    std::vector<std::string> reading;  // how all of it is to be read
    std::vector<explained_names> vocabulary;
    std::vector<explained_section> sections;
    std::vector<explained_chain> chains;
    std::vector<std::string> assertions;  // what is proved of every request
    contract_table table;                 // exactly what all terms come to together
    bool effects_too_large = false;       // there was too much for what terms come to by themselves
};

}  // namespace redline::inline v0_1
