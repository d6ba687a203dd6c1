// What the grammar would take at a place of a text that is being written.
#pragma once

#include "read_text.hpp"

#include <algorithm>

namespace redline::inline v0_1::text {

/// What may stand at a place.
struct expectation_at {
    terminal_set terminals{};  // words, signs and kinds of tokens that would be right
    tag_set tags{};            // which nodes those would make: what a name would be to the sentence
    std::vector<node> before;  // the nodes of what stands before it in its sentence, as far as they were taken
    std::uint32_t first = 0;   // the first token of the sentence
    std::uint32_t cut = 0;     // the first token that was not looked at
    bool starts = false;       // a new sentence would begin
};

/// Asks the grammar what may stand at an offset of a text that was read, where all that stands behind it were not there. A
/// word that holds the offset, or ends there, is taken to be the one that is being written, and not looked at. Nothing is
/// expected behind something that is wrong. Linear in the sentence, and in the statements; allocates.
template <class Engine>
expectation_at expected_at(text_read const& read, document_kind kind, std::uint32_t offset)
{
    expectation_at result;
    std::vector<token> const& all = read.tokens;
    std::uint32_t cut = 0;
    // Three tokens behind the last mark the end.
    while (cut + 3 < all.size() && all[cut].offset + all[cut].length < offset) ++cut;
    if (cut + 3 < all.size() && all[cut].offset < offset) {
        terminal const is = all[cut].is;
        bool const word = (all[cut].classes & (is_name | is_path | is_label | is_request_path)) != 0 ||
                          static_cast<std::uint8_t>(is) >= first_word || is == terminal::unit || is == terminal::date ||
                          is == terminal::other_path;
        if (!word || all[cut].offset + all[cut].length < offset) ++cut;
    }
    result.cut = cut;

    std::uint32_t first = 0;
    sentence what = kind == document_kind::contract ? sentence::statement : sentence::amended;
    syntax_view const& in = read.syntax;
    std::uint32_t behind = 0;  // the end of the last sentence before the place
    for (std::uint32_t i = 0; i != in.statement_count && in.statements[i].first_token < cut; ++i) {
        statement const& s = in.statements[i];
        token const& last_token = all[s.last_token == 0 ? 0 : s.last_token - 1];
        bool const ended = s.last_token <= cut && (!s.broken || last_token.is == terminal::semicolon ||
                                                   last_token.is == terminal::close_brace);
        first = ended ? s.last_token : s.first_token;
        behind = s.last_token;
    }
    if (behind < cut && first < behind) first = behind;
    result.first = first;
    result.starts = first == cut;
    terminal const begins = first < cut ? all[first].is : terminal::none;
    if (first == 0 || (all[0].is == terminal::redline && first == 3)) {
        if (first == cut) {
            if (first == 0) result.terminals.add(terminal::redline);
            result.terminals.add(terminal::contract);
            result.terminals.add(terminal::amendment);
            return result;
        }
        if (begins == terminal::redline) what = sentence::language;
        if (begins == terminal::contract) what = sentence::header;
        if (begins == terminal::amendment) what = sentence::amendment;
    }

    std::vector<token> tokens(all.begin() + first, all.begin() + cut);
    token end = all.back();
    end.is = terminal::end;
    end.classes = 0;
    for (unsigned i = 0; i != 3; ++i) tokens.push_back(end);
    std::vector<node> nodes(tokens.size() * 2 + 8);
    builder to;
    to.tokens = tokens.data();
    to.text = read.syntax.text;
    to.nodes = {nodes.data(), static_cast<std::uint32_t>(nodes.size())};
    to.explaining = true;
    to.begin();
    token const* at = tokens.data();
    bool const whole = Engine::parse(what, at, tokens.data() + tokens.size(), to);
    if (!whole && to.furthest == tokens.data() + (cut - first)) {
        result.terminals = to.expected;
        result.tags = to.expected_tags;
    }
    nodes.resize(std::min<std::size_t>(to.nodes.size, nodes.size()));
    result.before = std::move(nodes);
    return result;
}

}  // namespace redline::inline v0_1::text
