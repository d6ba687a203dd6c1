// Diagnostics in words: one text for the terminal, for JSON and for compile errors.
#pragma once

#include "../core/nearest.hpp"
#include "diagnostic.hpp"
#include "message_amendment.hpp"
#include "sink.hpp"

namespace redline::inline v0_1::text {

/// The room that any message fits in; names longer than that are cut.
inline constexpr std::uint32_t message_room = 1024;

/// Writes text into memory of fixed size, and drops what does not fit. constexpr, no heap.
class message_writer {
public:
    constexpr message_writer(char* memory, std::uint32_t room) noexcept : out_{memory, room} {}

    constexpr message_writer& operator<<(std::string_view s) noexcept
    {
        for (char const c : s) out_.push(c);
        return *this;
    }
    constexpr message_writer& operator<<(std::uint64_t n) noexcept
    {
        char digits[20] = {};
        unsigned count = 0;
        do digits[count++] = static_cast<char>('0' + n % 10);
        while ((n /= 10) != 0);
        while (count != 0) out_.push(digits[--count]);
        return *this;
    }
    /// Something that stands in the contract's text, in quotes; cut where it is long.
    constexpr message_writer& quote(std::string_view s) noexcept
    {
        std::size_t longest = 60;
        if (s.size() <= longest) return *this << "`" << s << "`";
        while (longest != 0 && (static_cast<unsigned char>(s[longest]) & 0xC0u) == 0x80u) --longest;
        return *this << "`" << s.substr(0, longest) << "…`";
    }
    /// Something that was put together for this message, as it is.
    constexpr message_writer& put_together(std::string_view s) noexcept { return *this << s; }
    /// A word or sign of the language, in quotes.
    constexpr message_writer& quote_word(std::string_view s) noexcept { return quote(s); }
    constexpr std::string_view text() const noexcept { return {out_.data, out_.size}; }

private:
    sink<char> out_;
};

/// The code of a diagnostic as it is printed: `RL` and four digits.
struct code_text {
    char letters[6];
    constexpr std::string_view view() const noexcept { return {letters, 6}; }
};
constexpr code_text text_of(code c) noexcept
{
    auto const n = static_cast<unsigned>(c);
    return {{'R', 'L', static_cast<char>('0' + n / 1000 % 10), static_cast<char>('0' + n / 100 % 10),
             static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)}};
}

namespace detail {

/// Whether a terminal is written as it is, and so stands in quotes.
constexpr bool is_written(terminal t) noexcept { return static_cast<std::uint8_t>(t) >= first_punctuation; }

/// "`when`, `unless` or `;`": what would have been right.
template <class Out>
constexpr void write_expected(Out& out, terminal_set const& expected) noexcept
{
    unsigned count = 0;
    for (std::uint8_t i = 0; i < terminal_count; ++i) count += expected.has(static_cast<terminal>(i)) ? 1u : 0u;
    unsigned const shown = count <= 10 ? count : 8;
    unsigned written = 0;
    for (std::uint8_t i = 0; i < terminal_count && written < shown; ++i) {
        auto const t = static_cast<terminal>(i);
        if (!expected.has(t)) continue;
        if (written != 0) out << (written + 1 == count ? " or " : ", ");
        if (is_written(t)) out.quote_word(spelling(t));
        else out << spelling(t);
        ++written;
    }
    if (count > shown) out << ", or one of " << std::uint64_t{count - shown} << " more";
}

/// The expected word that is nearest to what was found instead.
constexpr std::string_view nearest_expected(diagnostic const& d) noexcept
{
    nearest_name nearest{d.subject};
    for (std::uint8_t i = first_word; i < terminal_count; ++i)
        if (d.expected.has(static_cast<terminal>(i))) nearest.consider(spelling(static_cast<terminal>(i)));
    if (d.expected.has(terminal::unit))
        for (time_unit const& unit : time_units) nearest.consider(unit.plural);
    return nearest.best();
}

/// " (U+00A0)", for a character that may look like another or like nothing.
template <class Out>
constexpr void write_code_point(Out& out, std::string_view character) noexcept
{
    if (character.size() < 2) return;
    char32_t value = static_cast<unsigned char>(character[0]) & (0x7Fu >> character.size());
    for (char const c : character.substr(1)) value = value << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
    out << " (U+";
    for (int shift = value > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
        std::string_view const digits = "0123456789ABCDEF";
        out << digits.substr(value >> shift & 15, 1);
    }
    out << ")";
}

/// What may be said of a fact of some type, which is given in words.
constexpr std::string_view way_to_say(std::string_view type) noexcept
{
    return type == "any of several values"   ? "`has` and a value"
           : type == "one of several values" ? "`is` and a value"
           : type == "a flag"                ? "it alone, or with `not` before it"
                                             : "`is`, or another comparison, and a value";
}

constexpr bool is_reserved(std::string_view s) noexcept { return words.find(key_of(s), s) != nullptr; }

template <class Out>
constexpr void write_found(Out& out, diagnostic const& d) noexcept
{
    if (d.subject.empty()) out << "the end of the text";
    else {
        if (is_reserved(d.subject)) out << "the reserved word ";
        out.quote(d.subject);
    }
}

/// What may be meant otherwise, and what to do.
template <class Out>
constexpr void write_warning(Out& out, diagnostic const& d) noexcept
{
    auto const subject = [&](std::string_view before, std::string_view behind) {
        out << before;
        out.quote(d.subject);
        out << behind;
    };
    switch (d.is) {
    case code::never_has_a_say:
        subject("term ", " never has a say, whatever the request; mend its conditions, or delete it");
        break;
    case code::anticipated:
        subject("term ", " changes no outcome: wherever it has a say, term ");
        out.quote(d.detail);
        out << " is as strict or stricter; delete it, or mend one of the two";
        break;
    case code::when_never_true:
        subject("the `when` of ", " can't be true; mend it, or delete what stands under it");
        break;
    case code::permit_covered:
        subject("term ", " permits nothing: all that it covers is prohibited; delete it, or narrow what prohibits");
        break;
    case code::permit_without_lawful:
        subject("term ", " also permits what is not lawful; expected `lawful` in its `when`, joined by `and`");
        break;
    case code::mixed_and_or:
        subject("", d.subject == "or" ? " stands beside `and` without parentheses; put them around what `and` joins"
                                      : " stands beside `or` without parentheses; put them around what `and` joins");
        break;
    case code::unused_name: subject("nothing uses ", "; use it, or delete its declaration"); break;
    case code::evidence_lapses:
        subject("", " lapses before duty ");
        out.quote(d.detail);
        out << " renews it; let it be valid for longer, or be renewed sooner";
        break;
    case code::one_party_chain:
        subject("every role of the chain ", " is of the party ");
        out.quote(d.detail);
        out << "; expected a role of another party, or an independent one";
        break;
    case code::findings_incomplete:
        out << "the contract is too large to look for terms that are in vain: that takes more than " << d.limit
            << " nodes";
        break;
    case code::too_many_warnings: out << "there are more than " << d.limit << " warnings; the rest is left out"; break;
    default: break;
    }
}

/// What is wrong with an import, a template or an application.
template <class Out>
constexpr void write_of_draft(Out& out, diagnostic const& d) noexcept
{
    auto const subject = [&](std::string_view before, std::string_view behind) {
        out << before;
        out.quote(d.subject);
        out << behind;
    };
    switch (d.is) {
    case code::import_not_read:
        subject("the import ", " is not read: ");
        out.put_together(d.detail);
        break;
    case code::import_circle:
        subject("the import ", " leads round in a circle: ");
        out.put_together(d.detail);
        break;
    case code::import_path:
        subject("", " is no path of an import; expected a relative path, its parts joined by `/`, without escapes");
        break;
    case code::too_many_imports:
        subject("the import ", " is one too many; expected at most ");
        out << d.limit << d.detail;
        break;
    case code::import_without_contract: subject("the import ", " brings in an amendment; expected a contract"); break;
    case code::unknown_template: subject("", " is not declared; expected a template"); break;
    case code::argument_count:
        subject("the template ", " is applied to ");
        out << d.number << (d.number == 1 ? " argument" : " arguments") << "; expected " << d.limit;
        break;
    case code::argument_does_not_fit:
        subject("", " does not fit here; expected ");
        out << d.detail;
        break;
    case code::parameter_twice: subject("", " stands twice among the parameters; parameters are unique"); break;
    case code::parameter_of_two_kinds:
        subject("no argument fits all places of the parameter ", "; expected it where ");
        out << d.detail << " may stand";
        break;
    case code::template_circle:
        subject("the template ", " is applied, by way of ");
        out.quote(d.detail);
        out << ", within itself; expected templates without circles";
        break;
    case code::expansion_too_large:
        subject("", " comes to too much; expected at most ");
        out << d.limit << " " << d.detail;
        break;
    default: break;
    }
}

}  // namespace detail

/// What a diagnostic suggests: the nearest valid thing, or nothing.
constexpr std::string_view suggestion_of(diagnostic const& d) noexcept
{
    switch (d.is) {
    case code::unexpected:
    case code::no_amendment:
    case code::no_contract: return detail::nearest_expected(d);
    case code::unknown_name:
    case code::unknown_label:
    case code::unknown_value:
    case code::unknown_template:
    case code::nothing_there:
    case code::undeclared_parent: return d.suggestion;
    default: return {};
    }
}

/// Writes what is wrong and what was expected, without the place: one sentence, or two. `Out` is a `message_writer`, or
/// what takes the same pieces.
template <class Out>
constexpr void write_message(Out& out, diagnostic const& d) noexcept
{
    auto const subject = [&](std::string_view before, std::string_view behind) {
        out << before;
        out.quote(d.subject);
        out << behind;
    };
    auto const due = [&](std::string_view before) { out << before << d.detail; };
    switch (d.is) {
    case code::none: break;
    case code::not_utf8: out << "this byte is not UTF-8; a contract's text is UTF-8"; break;
    case code::control_character: out << "a control character may not stand in a contract"; break;
    case code::stray_character:
        out.quote(d.subject);
        detail::write_code_point(out, d.subject);
        out << " is no character of the language";
        break;
    case code::unclosed_string:
        out << "this string is not closed on its line; expected `\"` (a line break in a string is written `\\n`)";
        break;
    case code::bad_escape:
        subject("", " is no escape; expected `\\\"`, `\\\\`, `\\n` or `\\u{…}` with the number of a character");
        break;
    case code::bad_number:
        subject("", " is no integer; expected digits, with single `_` between them, or `10^` and digits");
        break;
    case code::number_too_large:
        subject("", " is too large; expected ");
        if (d.detail.empty()) out << "a number below 2^64";
        else out << d.detail;
        break;
    case code::bad_date: subject("", " is no day of the calendar; expected YYYY-MM-DD"); break;
    case code::bad_label:
        if (!d.subject.empty() && (d.subject.front() < '0' || d.subject.front() > '9'))
            subject("", " is no path; expected names joined by dots, and a name begins with a letter or `_`");
        else subject("", " is no label; expected numbers joined by dots, without leading zeros");
        break;
    case code::reserved_in_path:
        subject(
            "",
            " is a reserved word and may not be part of a path; only requests and scenarios may end one in `.other`");
        break;
    case code::reordering_character:
        out << "this invisible character changes the order in which text is shown; it may not stand in a contract";
        break;
    case code::unclosed_fence:
        out << "this block of contract text is not closed; expected a line that ends the fence";
        break;
    case code::unexpected:
        out << "expected ";
        detail::write_expected(out, d.expected);
        out << ", found ";
        detail::write_found(out, d);
        break;
    case code::unclosed_block: out << "expected `}` before the end of the text"; break;
    case code::nested_too_deep:
        out << "nested deeper than " << d.limit << " levels; give a part of it a name with `define`";
        break;
    case code::no_contract:
        out << "expected `contract \"…\" version N;` at the start, found ";
        detail::write_found(out, d);
        break;
    case code::unknown_version: subject("language version ", " is not known; expected 1"); break;
    case code::unknown_name:
    case code::unknown_value:
    case code::unknown_label:
        subject("", " is not declared; expected ");
        out << d.detail;
        break;
    case code::wrong_kind:
        subject("", " is ");
        out << d.suggestion << "; expected " << d.detail;
        break;
    case code::declared_twice: subject("", " is declared already; names are unique"); break;
    case code::undeclared_parent:
        subject("", " needs its parent ");
        out.quote(d.detail);
        out << " declared before it";
        break;
    case code::label_twice: subject("label ", " is taken; labels of terms are unique"); break;
    case code::section_twice: subject("section ", " stands already; labels of sections are unique"); break;
    case code::named_twice: subject("", " is named twice in one list"); break;
    case code::definition_circle:
        subject("the definition ", " stands, by way of ");
        out.quote(d.detail);
        out << ", in itself; expected definitions without circles";
        break;
    case code::value_of_wrong_type:
        subject("", " does not fit here; expected ");
        out << d.detail;
        break;
    case code::no_order:
        subject("", " is ");
        due("");
        out << ", which has no order; expected " << detail::way_to_say(d.detail);
        break;
    case code::not_a_set:
        subject("", " is ");
        due("");
        out << "; `has` asks for a fact that is `any of` several values";
        break;
    case code::flag_has_no_value:
        subject("", " is a flag, true or false; expected it alone, or with `not` before it");
        break;
    case code::needs_value:
        subject("", " is ");
        due("");
        out << "; expected " << detail::way_to_say(d.detail) << " behind it";
        break;
    case code::level_twice: subject("", " stands twice among these values; values are unique"); break;
    case code::dates_reversed: subject("", " is not after the day the contract is effective from"); break;
    case code::no_baseline:
        out << "the contract has no baseline; expected a term `permit all lawful uses` or `permit nothing else`";
        break;
    case code::two_baselines: subject("term ", " is a second baseline; a contract has exactly one"); break;
    case code::obtainable_misplaced:
        subject("", " can be brought about, and may not stand in this condition; put it behind `unless` or `to`, or "
                    "among the items of `require`");
        break;
    case code::obtainable_negated:
        subject("",
                " can be brought about, and may not stand under `not`; obtaining more would make an outcome stricter");
        break;
    case code::given_as_item:
        subject("", " describes the request and is no item; `restrict … to …` asks for it");
        break;
    case code::bare_safeguard: subject("", " is a safeguard; expected `at least` and a level behind it"); break;
    case code::bare_evidence_window:
        subject("", " is evidence; only `within` and a duration may stand behind it");
        break;
    case code::quorum_of_nothing: out << "a quorum of nothing; expected at least one signature"; break;
    case code::quorum_too_large:
        out << "a quorum of " << d.number << " of " << d.limit << (d.limit == 1 ? " role" : " roles");
        out << "; expected as many roles as must sign, or more";
        break;
    case code::quorum_names_twice: subject("", " is named twice in one quorum"); break;
    case code::rule_twice: subject("the rule at ", " stands already; it may stand once in a chain"); break;
    case code::escalation_circle:
        subject("the chain ", " escalates, by way of ");
        out.quote(d.detail);
        out << ", to itself; expected escalations without circles";
        break;
    case code::chain_never_met:
        subject("the stage ", " of the chain ");
        out.quote(d.detail);
        out << " can never be met: too few of its roles may sign";
        break;
    case code::deputy_of_itself: subject("", " can't be its own deputy"); break;
    case code::scenario_differs:
        if (d.detail == "outcome") {
            subject("expected ", ", but it comes out ");
            out.quote(d.suggestion);
            if (!d.second.empty()) {
                out << " by ";
                out.quote(d.second);
            }
        }
        else if (d.suggestion.empty()) {
            subject("expected ", " behind ");
            out.quote(d.detail);
            out << ", but it is not there";
        }
        else {
            out.quote(d.suggestion);
            out << " stands behind ";
            out.quote(d.detail);
            out << ", though it is not listed; a list that is given is exact";
        }
        break;
    case code::assertion_broken:
        out << "some request breaks this assertion; mend the terms, or claim less";
        if (!d.detail.empty()) {
            out << ": ";
            out.put_together(d.detail);
        }
        break;
    case code::given_twice: subject("", " is given twice in one scenario"); break;
    case code::scenario_without_use: out << "this scenario gives no use; expected `use` and a path"; break;
    case code::too_long: out << "the text has " << d.number << " bytes; at most " << d.limit << " are read"; break;
    case code::no_memory: out << "there is not enough memory to read this text"; break;
    case code::too_many:
        if (d.subject.empty() && !d.detail.empty())
            out << "the contract has more than " << d.limit << " " << d.detail << ", the most that are read";
        else if (d.subject.empty()) out << "there are more than " << d.limit << " diagnostics; the rest is left out";
        else {
            out << "too many " << (d.detail.empty() ? "here" : d.detail);
            subject(", at ", "; expected at most ");
            out << d.limit;
        }
        break;
    case code::proof_too_large:
        out << "this assertion is neither proved nor broken: its proof takes more than " << d.limit
            << " nodes; make several of it, for fewer uses each or with a narrower `when`";
        break;
    default:
        detail::write_warning(out, d);
        detail::write_of_draft(out, d);
        detail::write_amendment_error(out, d);
        break;
    }
    std::string_view const nearest = suggestion_of(d);
    if (!nearest.empty()) {
        out << "; did you mean ";
        out.quote(nearest);
        out << "?";
    }
}

}  // namespace redline::inline v0_1::text
