#include "by_code.hpp"

#include "redline/core/calendar.hpp"

#include <array>
#include <optional>

namespace redline::tool {

using text::terminal;

namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool in_a_name(char c) noexcept
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// The character at an offset, or NUL.
char at(std::string_view text, std::size_t offset) { return offset < text.size() ? text[offset] : '\0'; }

bool is_one_of(std::string_view what, std::initializer_list<std::string_view> all)
{
    for (std::string_view const one : all)
        if (one == what) return true;
    return false;
}

/// What a sign is called in the language.
struct sign {
    std::string_view written, meant;
};
constexpr sign signs[] = {{">=", "at least"}, {"=>", "at least"}, {"<=", "at most"}, {"=<", "at most"},
                          {"≥", "at least"},  {"≤", "at most"},   {"==", "is"},      {"!=", "is not"},
                          {"≠", "is not"},    {"&&", "and"},      {"||", "or"},      {">", "over"},
                          {"=", "is"},        {"&", "and"},       {"|", "or"},       {"!", "not"}};

/// The characters of signs that stand together at an offset, from the first of them.
std::string_view run_of_signs(std::string_view text, std::size_t offset)
{
    constexpr std::string_view all = "<>=!&|";
    std::size_t from = offset, end = offset;
    while (from != 0 && all.find(text[from - 1]) != all.npos) --from;
    while (end < text.size() && all.find(text[end]) != all.npos) ++end;
    return end == from ? text.substr(from, 0) : text.substr(from, end - from);
}

hint hint_of_sign(text::diagnostic const& d, std::string_view text)
{
    std::string_view run = run_of_signs(text, d.where.offset);
    if (run.empty()) run = d.subject;
    auto const from =
        static_cast<std::uint32_t>(run.data() == d.subject.data() ? d.where.offset : run.data() - text.data());
    // Told at the first sign of several.
    for (std::uint32_t before = from; before < d.where.offset; ++before)
        if (text[before] != '<') return {};
    for (sign const& s : signs) {
        if (s.written != run) continue;
        hint h;
        h.help = "write `" + std::string{s.meant} + "`";
        std::string words{s.meant};
        if (at(text, from + run.size()) != ' ') words += ' ';
        h.edits.push_back({from, static_cast<std::uint32_t>(run.size()), std::move(words)});
        return h;
    }
    return {};
}

/// Quotation marks that are not straight; both of a pair are replaced, since one alone mends nothing.
hint hint_of_quotation_mark(text::diagnostic const& d, std::string_view text)
{
    auto const is_mark = [](std::string_view s) { return is_one_of(s, {"“", "”", "„", "«", "»", "‟", "″"}); };
    if (!is_mark(d.subject)) return {};
    hint h;
    h.help = "text stands between straight quotation marks, `\"`";
    std::size_t const line_end = std::min(text.find('\n', d.where.offset), text.size());
    h.edits.push_back({d.where.offset, d.where.length, "\""});
    for (std::size_t next = d.where.offset + d.where.length; next < line_end; ++next)
        for (std::size_t const length : {std::size_t{2}, std::size_t{3}})
            if (is_mark(text.substr(next, length)) && h.edits.size() == 1)
                h.edits.push_back({static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(length), "\""});
    return h;
}

/// A hyphen or dash within what looks like one name.
hint hint_of_hyphen(text::diagnostic const& d, place_in_tokens const& here, std::string_view text)
{
    if (!is_one_of(d.subject, {"-", "‐", "‑", "–", "—"})) return {};
    std::size_t from = d.where.offset, end = d.where.offset + d.where.length;
    if (from == 0 || !in_a_name(text[from - 1]) || !in_a_name(at(text, end))) return {};
    while (from != 0 && in_a_name(text[from - 1])) --from;
    while (end < text.size() && in_a_name(text[end])) ++end;
    std::string name{text.substr(from, d.where.offset - from)};
    name += '_';
    name += text.substr(d.where.offset + d.where.length, end - d.where.offset - d.where.length);
    hint h;
    h.help = "a name has letters, digits and `_`; write `" + name + "`";
    if (here.holds(name))
        h.edits.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end - from), name});
    return h;
}

hint hint_of_stray(text::diagnostic const& d, place_in_tokens const& here, std::string_view text)
{
    if (hint h = hint_of_quotation_mark(d, text); !h.help.empty()) return h;
    if (hint h = hint_of_hyphen(d, here, text); !h.help.empty()) return h;
    std::uint32_t const from = d.where.offset;
    if (d.subject == "/") {
        if (from != 0 && text[from - 1] == '/') return {};
        if (at(text, from + 1) == '/') return {"a comment begins with `#`", {}, {{from, 2, "#"}}};
        if (at(text, from + 1) == '*') return {"a comment begins with `#` and ends with its line", {}, {}};
        if (from != 0 && is_digit(text[from - 1]) && is_digit(at(text, from + 1)))
            return {"a date is written year, month, day, as in `2026-03-01`", {}, {}};
    }
    if (is_one_of(d.subject, {"\u00A0", "\u202F", "\u2009", "\u2007"}))
        return {"put an ordinary space here", {}, {{from, d.where.length, " "}}};
    if (is_one_of(d.subject, {"'", "‘", "’"})) return {"text stands between quotation marks, `\"`", {}, {}};
    if (d.subject == "%") return {"there are no percentages; a fact counts, or has levels", {}, {}};
    if (d.subject == "§") return {"a label is numbers joined by dots, as in `2.1`", {}, {}};
    if (d.subject == ".") return {"a sentence ends with `;`, and text stands in quotation marks", {}, {}};
    return hint_of_sign(d, text);
}

/// Up to three numbers between which one separator stands: the parts of a date.
std::optional<std::array<unsigned, 3>> three_numbers(std::string_view written, char separator)
{
    std::array<unsigned, 3> parts{};
    std::size_t part = 0, digits = 0;
    for (char const c : written) {
        if (c == separator && digits != 0 && part < 2) {
            ++part;
            digits = 0;
        }
        else if (is_digit(c) && ++digits <= 4) parts[part] = parts[part] * 10 + static_cast<unsigned>(c - '0');
        else return std::nullopt;
    }
    if (part != 2 || digits == 0) return std::nullopt;
    return parts;
}

std::string two_digits(unsigned n) { return std::string(n < 10 ? 1 : 0, '0') + std::to_string(n); }

std::string as_date(unsigned year, unsigned month, unsigned day)
{
    if (year < 1000 || year > 9999 || month == 0 || month > 12 || day == 0 || day > 31) return {};
    return std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day);
}

hint replaced_by_date(text::diagnostic const& d, std::string const& date, bool sure)
{
    if (date.empty()) return {};
    hint h;
    h.help = "a date is written year, month, day: `" + date + "`";
    if (sure) h.edits.push_back({d.where.offset, d.where.length, date});
    return h;
}

hint hint_of_label(text::diagnostic const& d)
{
    // `01.03.2026`, where the day comes first as it does wherever dots are used.
    if (auto const parts = three_numbers(d.subject, '.'); parts && (*parts)[2] >= 1000)
        return replaced_by_date(d, as_date((*parts)[2], (*parts)[1], (*parts)[0]), false);
    std::string_view const label = d.subject;
    if (label.size() > 1 && label.back() == '.' && is_digit(label[label.size() - 2])) {
        std::string const without{label.substr(0, label.size() - 1)};
        return {
            "a label has no dot at its end; write `" + without + "`", {}, {{d.where.offset, d.where.length, without}}};
    }
    return {};
}

}  // namespace

hint hint_of_token(text::diagnostic const& d, place_in_tokens const& here, std::string_view text)
{
    switch (d.is) {
    case text::code::stray_character: return hint_of_stray(d, here, text);
    case text::code::bad_label: return hint_of_label(d);
    case text::code::bad_date:
        if (auto const p = three_numbers(d.subject, '-'))
            if (std::string const date = as_date((*p)[0], (*p)[1], (*p)[2]); date != d.subject)
                return replaced_by_date(d, date, true);
        return {};
    case text::code::unclosed_string: {
        // The mark is missing before the `;` that ends the line, if anywhere.
        std::size_t end = std::min<std::size_t>(d.where.offset + d.where.length, text.size());
        while (end > d.where.offset + 1 && (text[end - 1] == ' ' || text[end - 1] == '\r')) --end;
        if (end <= d.where.offset + 2 || text[end - 1] != ';') return {};
        hint h;
        h.help = "put `\"` before the `;`";
        h.edits.push_back({static_cast<std::uint32_t>(end - 1), 0, "\""});
        return h;
    }
    default: return {};
    }
}

}  // namespace redline::tool
