// One part of a contract's text, read in one constant evaluation.
#pragma once

#include "../arrays.hpp"
#include "../lexer.hpp"
#include "../walker.hpp"

namespace redline::inline v0_1::text::constant {

/// After how many tokens a part ends, at the next end of a statement. A part must fit into what a compiler evaluates at a
/// time: clang about a million steps, g++ 262,144 turns of a loop. Memory is kept for statements of half that length; a
/// longer one doubles it.
inline constexpr std::uint32_t part_tokens = 1024;

/// The tokens and statements of a part, and where the next begins.
template <std::uint32_t Capacity>
struct part {
    token tokens[Capacity + 2] = {};
    node nodes[Capacity * 2 + 8] = {};
    statement statements[Capacity / 2 + 8] = {};
    std::uint32_t token_count = 0;
    std::uint32_t node_count = 0;
    std::uint32_t statement_count = 0;
    tag_counts counts{};
    diagnostic first_wrong{};
    bool wrong = false;
    bool too_small = false;  // a statement is longer than there is room: to be read again with more
    bool last = false;
    std::uint32_t end = 0;
    std::uint32_t end_line = 0;
};

/// Scans tokens up to the end of a statement behind `part_tokens`, or to the end of the text.
template <std::uint32_t Capacity>
constexpr void scan_part(part<Capacity>& p, lexer& scanner) noexcept
{
    std::uint32_t depth = 0;
    for (std::uint32_t n = 0; n != Capacity;) {
        token& t = p.tokens[n++];
        scanner.next(t);
        terminal const is = t.is;
        bool ends = false;
        if (is == terminal::end) {
            p.last = true;
            p.token_count = n - 1;
            ends = true;
        }
        else if (is == terminal::semicolon) ends = depth == 0 && n >= part_tokens;
        else if (is == terminal::open_brace) ++depth;
        else if (is == terminal::close_brace) ends = --depth == 0 && n >= part_tokens;
        else if (is == terminal::string && (t.classes & has_escape) != 0) p.counts.decoded += t.length;
        if (!ends) continue;
        if (!p.last) p.token_count = n;
        p.tokens[p.token_count].is = terminal::end;
        p.tokens[p.token_count].line = scanner.line();
        p.tokens[p.token_count].offset = scanner.offset();
        p.end = scanner.offset();
        p.end_line = scanner.line();
        return;
    }
    p.too_small = true;
}

/// Reads a part of a text; the first one begins with a header, where the text is of a whole document.
template <std::uint32_t Capacity>
constexpr part<Capacity> read_part(char const* text, std::uint32_t from, std::uint32_t line, bool of_document = true,
                                   bool local_names = false) noexcept
{
    part<Capacity> p{};
    diagnostic memory[2] = {};
    problems wrong{text, memory, 2};
    lexer scanner{from, none, line, wrong};
    scan_part(p, scanner);
    if (p.too_small) return p;
    builder to;
    to.nodes = {p.nodes, Capacity * 2 + 8};
    to.tokens = p.tokens;
    to.local_names = local_names;
    sink<statement> read{p.statements, Capacity / 2 + 8};
    reader<walking_engine> reads{to, read, wrong};
    if (from == 0 && of_document) reads.document(p.tokens, p.tokens + p.token_count);
    else reads.statements(p.tokens, p.tokens + p.token_count);
    p.node_count = to.nodes.size;
    p.statement_count = read.size;
    to.counts.decoded = p.counts.decoded;
    p.counts = to.counts;
    p.wrong = wrong.any();
    p.first_wrong = memory[1].is != code::none && memory[1].where.offset < memory[0].where.offset ? memory[1]
                                                                                                  : memory[0];
    return p;
}

/// The text of a source: a captureless lambda that returns it.
template <class Source>
inline constexpr char const* source_text = Source{}();
/// Whether a source is made of others, by expanding what they import and apply.
template <class Source>
inline constexpr bool is_expanded = false;

template <class Source, std::uint32_t From, std::uint32_t Line, std::uint32_t Capacity>
inline constexpr part<Capacity> part_at = read_part<Capacity>(source_text<Source>, From, Line, true,
                                                              is_expanded<Source>);

/// A part of a text, with as much memory as its longest statement needs; `next` is the part behind it.
template <class Source, std::uint32_t From, std::uint32_t Line, std::uint32_t Capacity = part_tokens * 3 / 2>
constexpr auto const& part_of() noexcept
{
    if constexpr (part_at<Source, From, Line, Capacity>.too_small) return part_of<Source, From, Line, Capacity * 2>();
    else return part_at<Source, From, Line, Capacity>;
}

/// How many parts a text has.
template <class Source, std::uint32_t From = 0, std::uint32_t Line = 1>
constexpr std::uint32_t count_parts() noexcept
{
    constexpr auto const& p = part_of<Source, From, Line>();
    if constexpr (p.last || p.wrong) return 1;
    else return 1 + count_parts<Source, p.end, p.end_line>();
}

/// One part as all later stages see it.
struct part_view {
    syntax_view syntax{};
    tag_counts const* counts = nullptr;
    diagnostic const* wrong = nullptr;  // null where nothing is
};
template <std::uint32_t Count>
struct part_list {
    part_view of[Count] = {};
};

template <class Source, std::uint32_t From, std::uint32_t Line>
constexpr void collect_parts(part_view* to) noexcept
{
    constexpr auto const& p = part_of<Source, From, Line>();
    *to = {{source_text<Source>, p.tokens, p.nodes, p.statements, p.token_count, p.node_count, p.statement_count},
           &p.counts,
           p.wrong ? &p.first_wrong : nullptr};
    if constexpr (!p.last && !p.wrong) collect_parts<Source, p.end, p.end_line>(to + 1);
}

/// The parts of a text, in its order; behind one that is wrong nothing is read.
template <class Source>
inline constexpr auto parts_of = [] {
    part_list<count_parts<Source>()> list{};
    collect_parts<Source, 0, 1>(list.of);
    return list;
}();
template <class Source>
inline constexpr std::uint32_t part_count = sizeof(parts_of<Source>.of) / sizeof(part_view);

}  // namespace redline::inline v0_1::text::constant
