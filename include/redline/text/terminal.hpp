// The terminals of the grammar: kinds of tokens, and the reserved words.
#pragma once

#include "../core/name_key.hpp"
#include "../core/time_unit.hpp"

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1::text {

/// What a token is to the grammar. Reserved words and punctuation are terminals of their own.
enum class terminal : std::uint8_t {
    none,
    end,  // after the last token of a text
    name,
    path,        // names joined by dots
    other_path,  // a path that ends in `.other`
    local_name,  // a name behind a label and a slash: what an application of a template declares
    local_path,  // a path behind a label and a slash
    label,       // numbers joined by dots; a plain integer serves as one too
    integer,
    date,
    string,
    unit,  // minutes, hours, days, weeks, years
    // clang-format off
    semicolon, comma, open_brace, close_brace, open_parenthesis, close_parenthesis, colon, less_than,
    // Reserved words, in the order of `reserved_words`.
    redline, contract, version, effective, from, before,
    section, party, role, of, independent, authority, as, amended, use, mission, sensitive, fact, is, flag, count,
    duration, level, one, any, safeguard, evidence, valid, event, define,
    citing, because, permit, all, lawful, uses, nothing, else_, when, prohibit, unless, restrict, to, require, for_,
    trigger, pause, with, log, decisions, permitted, paused, prohibited, exceptions, within, keep, audit, by, on,
    notice, duty, every, continuity, except, at, least, signed_, waived, asked, or_, and_, not_, date_word, has, most,
    over, under,
    signoff, stage, signers, late, refusal, refuse, escalate, distinct, deputy, revocable, rests, asker, may, sign,
    once,
    scenario, given, expect, aged, opened, complete, refused, pending, excepting, logged,
    assert_, always, never, attainable, without,
    import_, template_, apply, amendment, makes, strike, replace, insert,
    other, unlisted,
    terminal_count
};
// clang-format on

inline constexpr std::uint8_t first_punctuation = static_cast<std::uint8_t>(terminal::semicolon);
inline constexpr std::uint8_t first_word = static_cast<std::uint8_t>(terminal::redline);
inline constexpr std::uint8_t terminal_count = static_cast<std::uint8_t>(terminal::terminal_count);

/// The reserved words, in the order of their terminals; language reference, "Words".
inline constexpr std::string_view reserved_words[] = {
    // clang-format off
    "redline", "contract", "version", "effective", "from", "before",
    "section", "party", "role", "of", "independent", "authority", "as", "amended", "use", "mission", "sensitive",
    "fact", "is", "flag", "count", "duration", "level", "one", "any", "safeguard", "evidence", "valid", "event",
    "define", "citing", "because", "permit", "all", "lawful", "uses", "nothing", "else", "when", "prohibit", "unless",
    "restrict", "to", "require", "for", "trigger", "pause", "with", "log", "decisions", "permitted", "paused",
    "prohibited", "exceptions", "within", "keep", "audit", "by", "on", "notice", "duty", "every", "continuity",
    "except", "at", "least", "signed", "waived", "asked", "or", "and", "not", "date", "has", "most", "over", "under",
    "signoff", "stage", "signers", "late", "refusal", "refuse", "escalate", "distinct", "deputy", "revocable", "rests",
    "asker", "may", "sign", "once", "scenario", "given", "expect", "aged", "opened", "complete", "refused", "pending",
    "excepting", "logged", "assert", "always", "never", "attainable", "without", "import", "template", "apply",
    "amendment", "makes", "strike", "replace", "insert", "other", "unlisted",
    // clang-format on
};
static_assert(sizeof(reserved_words) / sizeof(*reserved_words) == terminal_count - first_word);

inline constexpr std::string_view punctuation_words[] = {";", ",", "{", "}", "(", ")", ":", "<"};

/// How a terminal is named in a message: a word or sign of the language as it is written, a kind of token in words.
constexpr std::string_view spelling(terminal t) noexcept
{
    auto const i = static_cast<std::uint8_t>(t);
    if (i >= first_word && i < terminal_count) return reserved_words[i - first_word];
    if (i >= first_punctuation && i < first_word) return punctuation_words[i - first_punctuation];
    switch (t) {
    case terminal::end: return "the end of the text";
    case terminal::name: return "a name";
    case terminal::path: return "a path";
    case terminal::other_path: return "a path that ends in .other";
    case terminal::local_name: return "a name behind a label and a slash";
    case terminal::local_path: return "a path behind a label and a slash";
    case terminal::label: return "a label";
    case terminal::integer: return "an integer";
    case terminal::date: return "a date";
    case terminal::string: return "a string";
    case terminal::unit: return "a unit of time (minutes, hours, days, weeks or years)";
    default: return "nothing";
    }
}

/// A reserved word as the lexer finds it: its key, its length, and what it stands for.
struct word_entry {
    std::uint64_t key;
    std::uint32_t minutes;  // of a unit, else 0
    std::uint8_t length;    // 0: an empty place of the table
    terminal is;
};

/// All reserved words by their key, with open addressing.
struct word_table {
    static constexpr unsigned places = 512;
    word_entry at[places];

    static constexpr unsigned place_of(std::uint64_t key) noexcept
    {
        return static_cast<unsigned>((key * 0x9e3779b97f4a7c15u) >> 55);
    }
    /// The entry for a name of that key, or null where it isn't reserved.
    constexpr word_entry const* find(std::uint64_t key, std::string_view const& name) const noexcept
    {
        for (unsigned place = place_of(key); at[place].length != 0; place = (place + 1) % places) {
            word_entry const& entry = at[place];
            if (entry.key != key || entry.length != name.size()) continue;
            if (entry.length <= exact_key_length || spelling(entry.is) == name) return &entry;
        }
        return nullptr;
    }
    constexpr void add(std::string_view word, terminal is, std::uint32_t minutes) noexcept
    {
        unsigned place = place_of(key_of(word));
        while (at[place].length != 0) place = (place + 1) % places;
        at[place] = {key_of(word), minutes, static_cast<std::uint8_t>(word.size()), is};
    }
};

inline constexpr word_table words = [] {
    word_table table{};
    for (word_entry& place : table.at) place = {0, 0, 0, terminal::none};
    for (std::uint8_t i = first_word; i < terminal_count; ++i)
        table.add(reserved_words[i - first_word], static_cast<terminal>(i), 0);
    for (time_unit const& unit : time_units) {
        table.add(unit.plural, terminal::unit, unit.minutes);
        table.add(unit.singular, terminal::unit, unit.minutes);
    }
    return table;
}();

}  // namespace redline::inline v0_1::text
