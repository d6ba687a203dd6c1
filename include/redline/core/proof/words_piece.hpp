// Pieces of conditions in words, and how they are put together.
#pragma once

#include "words_string.hpp"
#include "words_values.hpp"

#include <string>
#include <vector>

namespace redline::inline v0_1::proof {

/// How an expression's outermost operator binds.
enum class joined_by : std::uint8_t { nothing, both, either };

/// What a condition says of one variable. Pieces of one condition are joined by `and`; one that is an `or` stands in
/// parentheses. In `is_language` text is exactly a condition of the language, and stands where obtainable atoms may, if
/// the variable is obtainable.
struct condition_piece {
    std::string text;
    std::uint32_t variable = none;  // of the space; `none` of a piece about several
    bool is_language = true;
    joined_by by = joined_by::nothing;
    bool met = false;  // in a residual: what the request holds already makes it true
};

inline std::string number_in_words(std::uint64_t number)
{
    std::string text;
    string_words out{text};
    write_number(out, number);
    return text;
}
inline std::string duration_in_words(std::uint64_t minutes)
{
    std::string text;
    string_words out{text};
    write_duration(out, minutes);
    return text;
}
inline std::string day_in_words(day_number day)
{
    std::string text;
    string_words out{text};
    write_day(out, day);
    return text;
}

/// `a`, `a, b`, `a, b or c`.
inline std::string listed(std::vector<std::string> const& items, std::string_view last_between)
{
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0) text += i + 1 == items.size() ? last_between : std::string_view{", "};
        text += items[i];
    }
    return text;
}

/// A condition with its outermost operator, and of how many atoms it is made.
struct expression {
    std::string text;
    joined_by by = joined_by::nothing;
    std::uint32_t atoms = 0;
};

/// Several expressions joined by one operator, with parentheses around those joined by the other.
inline expression join(std::vector<expression> const& parts, joined_by by)
{
    if (parts.size() == 1) return parts.front();
    expression all{{}, by, 0};
    for (expression const& part : parts) {
        if (!all.text.empty()) all.text += by == joined_by::both ? " and " : " or ";
        bool const apart = part.by != joined_by::nothing && part.by != by;
        all.text += apart ? "(" + part.text + ")" : part.text;
        all.atoms += part.atoms;
    }
    return all;
}

/// An expression as a piece that others are joined to by `and`.
inline std::string as_conjunct(expression const& e) { return e.by == joined_by::either ? "(" + e.text + ")" : e.text; }

}  // namespace redline::inline v0_1::proof
