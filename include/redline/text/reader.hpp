// Reads a document statement by statement, whichever engine runs the grammar.
#pragma once

#include "builder.hpp"
#include "problems.hpp"
#include "syntax.hpp"

namespace redline::inline v0_1::text {

/// Which sentence of the grammar an engine is asked to read.
enum class sentence : std::uint8_t { language, header, statement, amendment, amended };

/// Whether a token may start a statement. Some words of statements also stand inside of others (`use`, `mission`,
/// `log`), so a look at what follows decides. Used to find the next statement behind a broken one.
constexpr bool starts_statement(token const* at) noexcept
{
    token const& next = at[1];
    bool const named = (next.classes & is_path) != 0 &&
                       (at[2].is == terminal::semicolon || at[2].is == terminal::string ||
                        at[2].is == terminal::sensitive || at[2].first_on_line);
    switch (at->is) {
    case terminal::use:
    case terminal::mission:
    case terminal::party:
    case terminal::event: return named;
    case terminal::role:
    case terminal::fact:
    case terminal::safeguard:
    case terminal::evidence:
    case terminal::define:
    case terminal::authority:
    case terminal::signoff: return (next.classes & is_name) != 0;
    case terminal::section:
    case terminal::scenario:
    case terminal::assert_:
    case terminal::contract: return true;
    case terminal::import_:
    case terminal::template_:
    case terminal::amendment: return true;
    case terminal::strike:
    case terminal::replace:
    case terminal::insert: return true;
    default: break;
    }
    if ((at->classes & is_label) == 0) return false;
    switch (next.is) {
    case terminal::permit:
    case terminal::prohibit:
    case terminal::restrict:
    case terminal::require:
    case terminal::trigger:
    case terminal::log:
    case terminal::audit:
    case terminal::duty:
    case terminal::continuity:
    case terminal::apply: return true;
    default: return false;
    }
}

/// The token behind a broken statement that began at `start` and failed at `failed`: behind the next `;` or `}` that
/// closes what the statement opened, or at a line that starts another statement, whichever is first.
constexpr token const* behind_broken(token const* start, token const* failed) noexcept
{
    // A block whose brace is missing still ends at its closing one.
    bool const block = start->is == terminal::signoff || start->is == terminal::scenario;
    unsigned depth = 0;
    for (token const* at = start;; ++at) {
        bool const past = at >= failed && at != start;
        if (at->is == terminal::end) return at;
        bool const inside_template = start->is == terminal::template_ && depth != 0;
        if (past && at->first_on_line && starts_statement(at) && !inside_template) return at;
        if (at->is == terminal::open_brace) ++depth;
        if (at->is == terminal::close_brace) {
            if (depth != 0) --depth;
            if (depth == 0 && at >= failed) return at + 1;
        }
        if (at->is == terminal::semicolon && depth == 0 && at >= failed && !block) return at + 1;
    }
}

/// Reads tokens into statements. `Engine` has `static bool parse(sentence, token const*& at, token const* last, builder&)`.
///
/// The tokens end in one whose terminal is `end`. Every statement is tried, so each broken one gives one diagnostic.
/// Linear in the tokens; constexpr with a constexpr engine, no heap.
template <class Engine>
class reader {
public:
    constexpr reader(builder& to, sink<statement>& statements, problems& wrong) noexcept
        : to_{to}, statements_{statements}, wrong_{wrong}, wrong_tokens_{wrong.found.size}
    {
        to_.text = wrong.text;
    }

    /// A whole document, or its first part: the language version and the header, then statements.
    constexpr void document(token const* at, token const* last) noexcept
    {
        if (at->is == terminal::redline) at = one(sentence::language, at, last);
        if (at->is == terminal::contract) at = one(sentence::header, at, last);
        else at = missing_header(at);
        statements(at, last);
    }
    /// A part of a document that follows other parts.
    constexpr void statements(token const* at, token const* last) noexcept
    {
        while (at->is != terminal::end) at = one(sentence::statement, at, last);
    }
    /// A whole amendment: the language version and the header, then changes and declarations.
    constexpr void amendment(token const* at, token const* last) noexcept
    {
        amends_ = true;
        if (at->is == terminal::redline) at = one(sentence::language, at, last);
        if (at->is == terminal::amendment) at = one(sentence::amendment, at, last);
        else {
            report_start(code::no_amendment, *at);
            if (at->is == terminal::contract) return;  // a whole contract: one mistake, not one for each of its terms
            if (at->is != terminal::end && !starts_statement(at)) at = unread(at, at);
        }
        while (at->is != terminal::end) at = one(sentence::amended, at, last);
    }

private:
    constexpr token const* one(sentence what, token const* start, token const* last) noexcept
    {
        std::uint32_t const first_node = to_.nodes.size;
        token const* at = start;
        to_.begin();
        bool const read = Engine::parse(what, at, last, to_);
        if (!read) return broken(what, start, last, first_node);
        tag const is = to_.nodes.data[first_node].is;
        statements_.push({is, index(start), index(at), first_node, to_.nodes.size, false});
        // Of a template, what it holds counts where it is applied.
        std::uint32_t const counted = is == tag::template_ ? first_node + 1 : to_.nodes.size;
        for (std::uint32_t i = first_node; i != counted; ++i)
            ++to_.counts.of[static_cast<std::uint8_t>(to_.nodes.data[i].is)];
        return at;
    }

    /// Runs a statement that failed again, to find out what was expected, and reports it.
    constexpr token const* broken(sentence what, token const* start, token const* last,
                                  std::uint32_t first_node) noexcept
    {
        to_.explaining = true;
        to_.furthest = nullptr;
        to_.too_deep = nullptr;
        to_.expected = {};
        to_.begin();
        to_.nodes.size = first_node;
        token const* at = start;
        Engine::parse(what, at, last, to_);
        to_.explaining = false;
        to_.nodes.size = first_node;
        token const* const failed = to_.too_deep != nullptr ? to_.too_deep : to_.furthest;
        if (!follows(start, failed)) report(start, failed);
        return unread(start, failed);
    }
    /// Steps over a statement that could not be read.
    constexpr token const* unread(token const* start, token const* failed) noexcept
    {
        token const* const next = behind_broken(start, failed);
        std::uint32_t const node = to_.nodes.size;
        statements_.push({tag::none, index(start), index(next), node, node, true});
        return next;
    }
    /// Whether a statement that failed holds a token that the lexer found wrong, no later than where it failed: then the
    /// one mistake is told already.
    constexpr bool follows(token const* start, token const* failed) const noexcept
    {
        if (wrong_.found.overflowed) return true;
        for (std::uint32_t i = 0; i < wrong_tokens_; ++i) {
            place const& p = wrong_.found.data[i].where;
            bool const within = p.offset >= start->offset || (p.line == start->line && start->first_on_line);
            if (within && p.line >= start->line && p.offset <= failed->offset + failed->length) return true;
        }
        return false;
    }

    constexpr void report(token const* start, token const* failed) noexcept
    {
        diagnostic d{};
        d.is = code::unexpected;
        d.where = place_of(*failed);
        d.subject = spelling(*failed, wrong_.text);
        d.expected = to_.expected;
        if (to_.too_deep != nullptr) {
            d.is = code::nested_too_deep;
            d.limit = nesting_limit;
            d.expected = {};
        }
        else if (!amends_ && failed == start && is_change(start->is)) {
            d.is = code::change_misplaced;
            d.expected = {};
        }
        else if (failed->is == terminal::integer && to_.expected.has(terminal::label)) {
            d.is = code::bad_label;
            d.expected = {};
        }
        else if (failed->is == terminal::end && opened(start) != nullptr) {
            d.is = code::unclosed_block;
            d.related = place_of(*opened(start));
        }
        wrong_.report(d);
    }
    /// The brace that a statement opened and never closed, or null.
    static constexpr token const* opened(token const* at) noexcept
    {
        token const* brace = nullptr;
        for (; at->is != terminal::end; ++at) {
            if (at->is == terminal::open_brace) brace = at;
            if (at->is == terminal::close_brace) brace = nullptr;
        }
        return brace;
    }
    /// Reports that there is no header, and steps over what stands in its place, if that is no statement.
    constexpr token const* missing_header(token const* at) noexcept
    {
        bool const amends = at->is == terminal::amendment;
        report_start(amends ? code::is_amendment : code::no_contract, *at);
        if (amends)
            while (at->is != terminal::end) ++at;
        return at->is == terminal::end || starts_statement(at) ? at : unread(at, at);
    }
    /// Reports what a text begins with instead of the header that is due.
    constexpr void report_start(code is, token const& at) noexcept
    {
        diagnostic d{};
        d.is = is;
        d.where = place_of(at);
        d.subject = spelling(at, wrong_.text);
        d.expected.add(is == code::no_amendment ? terminal::amendment : terminal::contract);
        wrong_.report(d);
    }
    static constexpr bool is_change(terminal t) noexcept
    {
        return t == terminal::strike || t == terminal::replace || t == terminal::insert;
    }
    constexpr place place_of(token const& t) const noexcept { return wrong_.at(t.offset, t.length, t.line); }
    constexpr std::uint32_t index(token const* at) const noexcept
    {
        return static_cast<std::uint32_t>(at - to_.tokens);
    }

    builder& to_;
    sink<statement>& statements_;
    problems& wrong_;
    bool amends_ = false;
    std::uint32_t wrong_tokens_;  // how many of the problems are the lexer's
};

}  // namespace redline::inline v0_1::text
