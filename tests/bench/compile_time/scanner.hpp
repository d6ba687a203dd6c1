// The floor for compile times: walks a text in constant expressions and counts its words, as one would write it by hand.
// A text is walked in chunks, each a constant evaluation of its own, so that it passes at default limits.
#pragma once

struct counted {
    unsigned end = 0;
    unsigned line = 1;
    unsigned names = 0, numbers = 0, strings = 0, comments = 0, signs = 0;
};

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

constexpr counted count(char const* text, unsigned from, unsigned line)
{
    unsigned const chunk = 8192;
    counted c{};
    c.line = line;
    unsigned i = from;
    while (text[i] != '\0' && i < from + chunk) {
        if (is_space(text[i])) {
            if (text[i] == '\n') ++c.line;
            ++i;
        }
        else if (is_letter(text[i])) {
            while (is_letter(text[i]) || is_digit(text[i]) || text[i] == '.') ++i;
            ++c.names;
        }
        else if (is_digit(text[i])) {
            while (is_digit(text[i]) || text[i] == '.' || text[i] == '_' || text[i] == '-') ++i;
            ++c.numbers;
        }
        else if (text[i] == '"') {
            ++i;
            while (text[i] != '"' && text[i] != '\n' && text[i] != '\0') {
                if (text[i] == '\\' && text[i + 1] != '\0') ++i;
                ++i;
            }
            if (text[i] == '"') ++i;
            ++c.strings;
        }
        else if (text[i] == '#') {
            while (text[i] != '\n' && text[i] != '\0') ++i;
            ++c.comments;
        }
        else {
            ++i;
            ++c.signs;
        }
    }
    c.end = i;
    return c;
}

template <class Source, unsigned From, unsigned Line>
inline constexpr counted chunk_at = count(Source{}(), From, Line);

/// How many words a text has, a captureless lambda that returns it.
template <class Source, unsigned From = 0, unsigned Line = 1>
constexpr unsigned words()
{
    constexpr counted const& c = chunk_at<Source, From, Line>;
    constexpr unsigned here = c.names + c.numbers + c.strings + c.signs;
    if constexpr (Source{}()[c.end] == '\0') return here;
    else return here + words<Source, c.end, c.line>();
}
