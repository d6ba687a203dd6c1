#include "by_code.hpp"
#include "forms.hpp"

#include "redline/text/message.hpp"
#include "redline/text/reader.hpp"

namespace redline::tool {

using text::terminal;

namespace {

/// What people write, and the word of the language that they mean; `sure` where it says the very same.
struct other_word {
    std::string_view written;
    terminal meant;
    bool sure;
};
constexpr other_word other_words[] = {
    {"forbid", terminal::prohibit, true},
    {"forbids", terminal::prohibit, true},
    {"ban", terminal::prohibit, true},
    {"deny", terminal::prohibit, true},
    {"disallow", terminal::prohibit, true},
    {"allow", terminal::permit, true},
    {"allows", terminal::permit, true},
    {"grant", terminal::permit, false},
    {"authorize", terminal::permit, false},
    {"authorise", terminal::permit, false},
    {"limit", terminal::restrict, false},
    {"need", terminal::require, false},
    {"needs", terminal::require, false},
    {"must", terminal::require, false},
    {"record", terminal::log, true},
    {"if", terminal::when, true},
    {"where", terminal::when, true},
    {"whenever", terminal::when, true},
    {"excluding", terminal::except, true},
    {"exclude", terminal::except, true},
    {"greater", terminal::over, true},
    {"more", terminal::over, true},
    {"above", terminal::over, true},
    {"exceeds", terminal::over, true},
    {"exceeding", terminal::over, true},
    {"less", terminal::under, true},
    {"fewer", terminal::under, true},
    {"below", terminal::under, true},
    {"equals", terminal::is, true},
    {"are", terminal::is, true},
    {"be", terminal::is, true},
    {"contains", terminal::has, true},
    {"includes", terminal::has, true},
    {"include", terminal::has, true},
    {"and", terminal::comma, true},
    {"or", terminal::comma, false},
    {"after", terminal::from, false},
    {"since", terminal::from, false},
    {"until", terminal::before, false},
    {"approved", terminal::signed_, false},
    {"of", terminal::from, true},
    {"from", terminal::of, true},
    {"reason", terminal::because, true},
    {"under", terminal::citing, false},
    {"number", terminal::count, true},
    {"boolean", terminal::flag, true},
    {"bool", terminal::flag, true},
    {"<", terminal::under, true},
    {"group", terminal::party, false},
    {"condition", terminal::define, false},
    {"chain", terminal::signoff, false},
    {"approval", terminal::signoff, false},
    {"test", terminal::scenario, false},
    {"example", terminal::scenario, false},
    {"control", terminal::safeguard, false},
    {"document", terminal::evidence, false},
    {"law", terminal::authority, false},
    {"approve", terminal::sign, false},
};

std::string quoted(std::string_view word) { return "`" + std::string{word} + "`"; }

/// Whether the sentence before is complete but for its `;`.
bool lacks_semicolon(text::diagnostic const& d, place_in_tokens const& here)
{
    if (!d.expected.has(terminal::semicolon) || here.is(-1) == terminal::end) return false;
    if (here.is(0) == terminal::close_brace || here.is(0) == terminal::end) return true;
    if (text::starts_statement(&here.at(0))) return true;
    if (!here.at(0).first_on_line) return false;
    switch (here.is(0)) {
    case terminal::expect:
    case terminal::given:
    case terminal::stage:
    case terminal::late:
    case terminal::refusal:
    case terminal::signers:
    case terminal::not_:
    case terminal::deputy:
    case terminal::revocable:
    case terminal::rests:
    case terminal::asker:
    case terminal::valid: return true;
    default: return false;
    }
}

hint missing_semicolon(place_in_tokens const& here)
{
    text::token const& before = here.at(-1);
    hint h;
    h.help =
        "a sentence ends with `;`; put one behind " + quoted(here.word(-1)) + " in line " + std::to_string(before.line);
    h.edits.push_back({before.offset + before.length, 0, ";"});
    return h;
}

/// `1,000`, whose comma or last digits were not expected.
hint thousands(place_in_tokens const& here)
{
    for (std::ptrdiff_t const comma : {0, -1}) {
        if (here.is(comma) != terminal::comma || here.is(comma - 1) != terminal::integer) continue;
        if (!here.glued(comma - 1) || !here.glued(comma) || here.at(comma + 1).length != 3) continue;
        if (here.word(comma + 1).find_first_not_of("0123456789") != std::string_view::npos) continue;
        hint h;
        std::string const whole{here.word(comma - 1)};
        h.help = "a number has no commas; write `" + whole + "_" + std::string{here.word(comma + 1)} + "`";
        h.edits.push_back({here.at(comma).offset, 1, "_"});
        return h;
    }
    return {};
}

/// Two words where one name is due, as `safety lead`.
hint name_of_two_words(text::diagnostic const& d, place_in_tokens const& here)
{
    bool const after_name = here.is_plain_name(-1) && here.is_plain_name(0) && here.at(-1).line == here.at(0).line;
    if (!after_name || d.expected.has(terminal::name)) return {};
    std::string const name = std::string{here.word(-1)} + "_" + std::string{here.word(0)};
    if (!here.holds(name)) return {};
    hint h;
    h.help = "a name is one word; write `" + name + "`";
    std::uint32_t const from = here.at(-1).offset;
    h.edits.push_back({from, here.at(0).offset + here.at(0).length - from, name});
    return h;
}

/// Whether the list that a token stands in is of `any of` several.
bool in_any_of(place_in_tokens const& here)
{
    for (std::ptrdiff_t back = -1; back > -64; --back) {
        if (here.is(back) == terminal::any) return true;
        if (here.is(back) != terminal::comma && here.is(back) != terminal::of && !here.is_plain_name(back)) break;
    }
    return false;
}

/// A word of everyday language for one that is expected; a conjunction in a list for its comma.
hint meant_word(text::diagnostic const& d, place_in_tokens const& here)
{
    for (other_word const& w : other_words) {
        if (w.written != here.word(0) || !d.expected.has(w.meant)) continue;
        // Where conditions are joined by the word itself, it isn't meant for a comma.
        if (d.expected.has(here.is(0))) continue;
        hint h;
        // A comma in a list of items is an `and`, in one behind `any of` an `or`.
        bool const lists = w.meant == terminal::comma, any = lists && in_any_of(here);
        h.suggestion = spelling(w.meant);
        if (lists ? any != (here.is(0) == terminal::or_) : !w.sure) return h;
        text::token const& t = here.at(0);
        std::uint32_t from = t.offset, end = t.offset + t.length;
        if (lists) from = here.at(-1).offset + here.at(-1).length;
        else if (here.word(1) == "than") end = here.at(1).offset + here.at(1).length;
        h.edits.push_back({from, end - from, h.suggestion});
        return h;
    }
    return {};
}

/// `is at least`, `is over`: one word too many.
hint needless_is(place_in_tokens const& here)
{
    bool const compares = here.is(0) == terminal::at || here.is(0) == terminal::over || here.is(0) == terminal::under ||
                          here.is(0) == terminal::within || here.is(0) == terminal::has;
    if (here.is(-1) != terminal::is || !compares) return {};
    hint h;
    std::string phrase{here.word(0)};
    if (here.is(0) == terminal::at) phrase.append(" ").append(here.word(1));
    h.help = "leave out `is` before `" + phrase + "`";
    h.edits.push_back({here.at(-1).offset, here.at(0).offset - here.at(-1).offset, {}});
    return h;
}

/// What a kind of token looks like, where another stands in its place.
std::string shape_of_expected(text::diagnostic const& d, place_in_tokens const& here)
{
    bool const word = static_cast<std::uint8_t>(here.is(0)) >= text::first_word || here.is_plain_name(0);
    if (d.expected.has(terminal::unit)) {
        if (here.word(0).substr(0, 5) == "month") return "months differ in length; write days, as in `90 days`";
        if (here.is(0) != terminal::comma && !d.expected.has(terminal::semicolon) && d.expected.bits[0] != 0 && !word)
            return "a duration is a number and a unit, as in `30 days`";
    }
    if (d.expected.has(terminal::date)) return "a date is written year, month, day, as in `2026-03-01`";
    if (d.expected.has(terminal::string) && word && !d.expected.has(here.is(0)))
        if (here.is_plain_name(0))
            return "text stands in quotation marks, as in `\"" + std::string{here.word(0)} + " …\"`";
    if (d.expected.has(terminal::integer) && here.is(-1) == terminal::version)
        return "a version is a whole number, as in `version 1`";
    if (d.expected.has(terminal::name) && text::detail::is_reserved(here.word(0)) && here.is(0) != terminal::semicolon)
        if (here.is(-1) == terminal::less_than || here.is(-1) == terminal::comma || here.is(-1) == terminal::level ||
            here.is(-2) == terminal::semicolon || here.is(-2) == terminal::close_brace)
            return quoted(here.word(0)) + " is a word of the language, and no name; choose another";
    return {};
}

}  // namespace

hint hint_of_unexpected(text::diagnostic const& d, place_in_tokens const& here)
{
    if (d.is == text::code::no_contract)
        return {
            "a contract begins with its title and its version, as in `contract \"Research desk\" version 1;`", {}, {}};
    if (lacks_semicolon(d, here)) return missing_semicolon(here);
    if (d.expected.has(terminal::close_brace) && text::starts_statement(&here.at(0))) {
        hint h;
        h.help = "what began with `{` ends with `}`; put one before " + quoted(here.word(0));
        h.edits.push_back({here.at(0).offset, 0, "}\n"});
        return h;
    }
    if (d.expected.has(terminal::label) && d.expected.has(terminal::section)) {
        if (here.is(0) == terminal::close_brace) {
            hint h;
            h.help = "there is no `{` that this `}` ends; leave it out";
            h.edits.push_back({here.at(0).offset, 1, {}});
            return h;
        }
        std::string_view const verb = here.word(0);
        text::token const labelled[] = {{0, 0, 0, terminal::label, text::is_label, true, 0}, here.at(0), here.at(1)};
        if (text::starts_statement(labelled))
            return {"a term begins with its label, as in `2.1 " + std::string{verb} + " …`", {}, {}};
        if (here.is(0) == terminal::open_parenthesis) return {"a label is numbers joined by dots, as in `2.1`", {}, {}};
    }
    if (hint h = thousands(here); !h.help.empty()) return h;
    if (hint h = needless_is(here); !h.help.empty()) return h;
    // A list of items has commas, and its nearest word is `for`.
    if (here.is(0) == terminal::or_ && d.expected.has(terminal::comma) && here.first_word() == "require")
        return {"all that is listed here is required; for one of several, write `restrict … to … or …`", {}, {}};
    if (!text::suggestion_of(d).empty()) return {};
    if (hint h = meant_word(d, here); !h.suggestion.empty()) return h;
    if (hint h = name_of_two_words(d, here); !h.help.empty()) return h;
    if (std::string shape = shape_of_expected(d, here); !shape.empty()) return {std::move(shape), {}, {}};
    std::string const form = form_of(here.first_word());
    if (form.empty()) return {};
    bool const optional = form.find('[') != form.npos;
    return {"the form is " + form + (optional ? ", where `[ ]` may be left out" : ""), {}, {}};
}

}  // namespace redline::tool
