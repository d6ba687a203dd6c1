// Walks the nodes of one statement, and turns tokens into what rule sets hold.
#pragma once

#include "../core/names.hpp"
#include "../core/nearest.hpp"
#include "arrays.hpp"
#include "problems.hpp"
#include "syntax.hpp"
#include "utf8.hpp"

namespace redline::inline v0_1::text {

/// The nodes of one statement, from first to last. Past the last, the tag is `none`.
class node_reader {
public:
    constexpr node_reader(syntax_view const& of, statement const& s) noexcept
        : syntax_{of}, at_{of.nodes + s.first_node}, last_{of.nodes + s.last_node}
    {}
    constexpr bool done() const noexcept { return at_ == last_; }
    constexpr tag is() const noexcept { return at_ == last_ ? tag::none : at_->is; }
    constexpr bool is(tag t) const noexcept { return at_ != last_ && at_->is == t; }
    /// The token of the node, and on to the next.
    constexpr token const& take() noexcept { return syntax_.tokens[at_++->token]; }
    constexpr token const& here() const noexcept { return syntax_.tokens[at_->token]; }
    /// Steps over the node if it has this tag.
    constexpr bool skip(tag t) noexcept
    {
        if (!is(t)) return false;
        ++at_;
        return true;
    }

private:
    syntax_view const& syntax_;
    node const* at_;
    node const* last_;
};

constexpr text_ref ref_of(token const& t) noexcept { return {t.offset, t.length & 0x3FFFFFFFu, 0}; }

/// What all stages behind the grammar share: the names that are declared, where to report, and short ways to do both.
class resolving {
public:
    constexpr resolving(rule_set const& known, array_sinks& out, problems& wrong) noexcept
        : known_{known}, out_{out}, wrong_{wrong}
    {}

protected:
    constexpr std::string_view spelled(token const& t) const noexcept { return {wrong_.text + t.offset, t.length}; }
    constexpr place place_of(token const& t) const noexcept { return wrong_.at(t.offset, t.length, t.line); }

    /// The place of a name where it was declared; its line is counted, so only ask for a message.
    constexpr place place_of(text_ref r) const noexcept
    {
        if (r.source != 0) return {};
        return wrong_.at(r.offset, r.length, wrong_.line_of(r.offset));
    }
    /// The nearest declared name; none where a text is so full of wrong ones that looking takes too long.
    constexpr std::string_view nearest(name_space space, std::string_view wrong, std::uint32_t owner = 0,
                                       symbol_kind kind = symbol_kind::nothing) const noexcept
    {
        if (!wrong_.may_look_through(known_.symbols.size)) return {};
        return nearest_declared(known_, space, wrong, owner, kind);
    }
    constexpr diagnostic& report(code is, token const& t, std::string_view detail = {}) noexcept
    {
        diagnostic& d = wrong_.report(is, t.offset, t.length, t.line);
        d.detail = detail;
        return d;
    }
    /// The symbol of a name that a token spells, or null. Labels have no key of their own.
    constexpr symbol const* find(name_space space, token const& t, std::uint32_t owner = 0) const noexcept
    {
        std::string_view const name{wrong_.text + t.offset, t.length};
        std::uint64_t const key = (t.classes & (is_name | is_path)) != 0 ? t.value : key_of(name);
        std::uint32_t const at = place_of_name(known_.symbols, known_, name, key, space, owner);
        if (at == none) return nullptr;
        symbol const& found = known_.symbols[at];
        return found.kind == symbol_kind::nothing ? nullptr : &found;
    }
    /// The index of a name of one kind; `none`, with a diagnostic, where it isn't declared or is something else. `what`
    /// says what is due there.
    constexpr std::uint32_t index_of(token const& t, symbol_kind kind, std::string_view what,
                                     name_space space = name_space::names, std::uint32_t owner = 0) noexcept
    {
        symbol const* const found = find(space, t, owner);
        if (found == nullptr) {
            unknown(t, what, space, owner, kind);
            return none;
        }
        if (found->kind == kind) return found->index;
        if (found->kind != symbol_kind::broken) wrong_kind(t, what, *found);
        return none;
    }
    constexpr principal principal_of(token const& t) noexcept
    {
        symbol const* const found = find(name_space::names, t);
        if (found == nullptr) unknown(t, "a party or a role", name_space::names, 0, symbol_kind::nothing);
        else if (found->kind == symbol_kind::party) return {principal_kind::party, found->index};
        else if (found->kind == symbol_kind::role) return {principal_kind::role, found->index};
        else if (found->kind != symbol_kind::broken) wrong_kind(t, "a party or a role", *found);
        return {};
    }
    constexpr void unknown(token const& t, std::string_view what, name_space space, std::uint32_t owner,
                           symbol_kind kind) noexcept
    {
        if (holds_reserved(spelled(t))) return;
        if (space <= name_space::missions)
            for (name_space const other : {name_space::names, name_space::uses, name_space::missions})
                if (symbol const* const found = find(other, t); found != nullptr) {
                    if (found->kind != symbol_kind::broken) wrong_kind(t, what, *found);
                    return;
                }
        diagnostic& d = report(space == name_space::labels        ? code::unknown_label
                               : space >= name_space::fact_values ? code::unknown_value
                                                                  : code::unknown_name,
                               t, what);
        // The nearest name of the kind that is due; a name of another kind only where none of that kind is near.
        d.suggestion = nearest(space, spelled(t), owner, kind);
        if (d.suggestion.empty()) d.suggestion = nearest(space, spelled(t), owner);
    }
    /// Whether a part of a path is a reserved word, which the lexer has told.
    static constexpr bool holds_reserved(std::string_view path) noexcept
    {
        for (std::size_t at = 0; at <= path.size();) {
            std::size_t end = at;
            while (end < path.size() && path[end] != '.') ++end;
            std::string_view const part = path.substr(at, end - at);
            word_entry const* const word = words.find(key_of(part), part);
            if (part.size() != path.size() && word != nullptr && word->is != terminal::lawful) return true;
            at = end + 1;
        }
        return false;
    }
    constexpr void wrong_kind(token const& t, std::string_view what, symbol const& found) noexcept
    {
        diagnostic& d = report(code::wrong_kind, t, what);
        d.suggestion = name_of_kind(found.kind);
        d.related = place_of(found.name);
    }
    static constexpr std::string_view name_of_kind(symbol_kind k) noexcept
    {
        switch (k) {
        case symbol_kind::party: return "a party";
        case symbol_kind::role: return "a role";
        case symbol_kind::authority: return "an authority";
        case symbol_kind::fact: return "a fact";
        case symbol_kind::safeguard: return "a safeguard";
        case symbol_kind::evidence: return "evidence";
        case symbol_kind::event: return "an event";
        case symbol_kind::definition: return "a definition";
        case symbol_kind::trigger: return "a trigger";
        case symbol_kind::chain: return "a sign-off chain";
        case symbol_kind::use: return "a use";
        case symbol_kind::mission: return "a mission";
        case symbol_kind::template_: return "a template";
        default: return "something else";
        }
    }

    /// A string without its quotes and escapes.
    constexpr text_ref string_of(token const& t) noexcept
    {
        std::uint32_t const length = t.length < 2 ? 0 : t.length - 2;
        if ((t.classes & has_escape) == 0) return {t.offset + 1, length & 0x3FFFFFFFu, 0};
        std::uint32_t const first = out_.decoded.next();
        char const* at = wrong_.text + t.offset + 1;
        char const* const last = at + length;
        while (at < last) {
            char32_t character = 0;
            char const* const after = *at == '\\' ? read_escape(at, character) : nullptr;
            if (after == nullptr) out_.decoded.push(*at++);
            else {
                char bytes[4] = {};
                int const count = write_character(character, bytes);
                for (int i = 0; i < count; ++i) out_.decoded.push(bytes[i]);
                at = after;
            }
        }
        std::uint32_t const end = out_.decoded.next();
        // What an escape saves is filled up, so that how much a text decodes to is known before it is decoded.
        while (out_.decoded.next() - first < t.length) out_.decoded.push('\0');
        return {first, (end - first) & 0x3FFFFFFFu, 1};
    }

    /// An integer and a unit, in minutes; a diagnostic where that is too large.
    constexpr std::uint64_t duration(node_reader& nodes) noexcept
    {
        token const& number = nodes.take();
        token const& of_time = nodes.take();
        if (of_time.value != 0 && number.value > (unlimited - 1) / of_time.value) {
            report(code::number_too_large, number, "a duration of fewer than 2^64 - 1 minutes");
            return 0;
        }
        return number.value * of_time.value;
    }

    rule_set const& known_;
    array_sinks& out_;
    problems& wrong_;
};

}  // namespace redline::inline v0_1::text
