// What the language server answers, one function for each question; each stands in a file of its own.
#pragma once

#include "checker.hpp"

namespace redline::tool::lsp {

/// What answers are made from.
struct session {
    workspace documents;
    checker checks;
    json capabilities;  // of the client
};

/// A place in a document that a question is about.
struct asked_place {
    document_ptr of;
    project_ptr in;
    std::uint32_t offset = 0;
    text::name_place const* name = nullptr;    // the name that stands there, or null
    text::named_thing const* thing = nullptr;  // what it names, or null
};

/// The place that `textDocument` and `position` of parameters tell.
asked_place place_of(session& s, json const& parameters);
/// The document that `textDocument` of parameters tells.
document_ptr document_of(session& s, json const& parameters);
/// The place of a name, as a location.
json location_of(project const& p, text::name_place const& at);
/// A thing of one project in another, or null.
text::named_thing const* same_thing(project const& from, text::named_thing const& t, project const& to);

json answer_completion(session& s, json const& parameters);
json answer_hover(session& s, json const& parameters);
json answer_definition(session& s, json const& parameters);
json answer_references(session& s, json const& parameters);
json answer_highlights(session& s, json const& parameters);
json answer_prepare_rename(session& s, json const& parameters);
json answer_rename(session& s, json const& parameters);
json answer_formatting(session& s, json const& parameters);
json answer_range_formatting(session& s, json const& parameters);
json answer_symbols(session& s, json const& parameters);
json answer_folding(session& s, json const& parameters);
json answer_code_actions(session& s, json const& parameters);
json answer_inlay_hints(session& s, json const& parameters);
json answer_semantic_tokens(session& s, json const& parameters);

/// The names of the kinds of tokens that `answer_semantic_tokens` counts by, and of what modifies them.
json semantic_token_types();
json semantic_token_modifiers();

/// What is shown of a document's findings, by the paths of the documents they stand in; all documents of the contract are
/// there, those without findings too.
std::map<std::string, json> diagnostics_of(session& s, checked const& c);

/// A fact and the like, in words: "fact", "sign-off chain".
std::string_view kind_in_words(text::named_thing const& t) noexcept;

}  // namespace redline::tool::lsp
