// Small damage to a text: what a tired author, a bad editor or a broken file does to it. Same seed, same damage.
#pragma once

#include "generate.hpp"

#include <array>

namespace redline_sentences {

enum class mutation {
    token_deleted,
    token_doubled,
    tokens_swapped,
    token_replaced,
    word_put,
    character_flipped,
    character_inserted,
    character_deleted,
    truncated,
    lines_swapped
};
inline constexpr std::size_t mutation_count = 10;

struct piece {
    std::size_t begin = 0, size = 0;
};

// Where the tokens of a text are, roughly: it takes any bytes. A string that is not closed ends with its line.
inline std::vector<piece> pieces(std::string_view text)
{
    std::vector<piece> result;
    auto const is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
               c == '^' || c == '-';
    };
    for (std::size_t at = 0; at < text.size();) {
        char const c = text[at];
        std::size_t end = at + 1;
        if (c == '"') {
            while (end < text.size() && text[end] != '"' && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
            end = std::min(text.size(), end < text.size() && text[end] == '"' ? end + 1 : end);
        }
        else if (c == '#') {
            end = std::min(text.size(), text.find('\n', at));
        }
        else if (is_word(c)) {
            while (end < text.size() && is_word(text[end])) ++end;
        }
        if (std::string_view(" \t\r\n#").find(c) == std::string_view::npos) result.push_back({at, end - at});
        at = end;
    }
    return result;
}

class mutator {
public:
    // `keywords` are put into texts: the words and signs of the grammar, as a rule.
    mutator(std::uint64_t seed, std::vector<std::string> keywords) : random_(seed), keywords_(std::move(keywords)) {}
    mutator(std::uint64_t seed, grammar const& g) : mutator(seed, words(g))
    {
        for (std::string& sign : words(g, "document", true)) keywords_.push_back(std::move(sign));
    }

    std::string operator()(std::string_view text)
    {
        return (*this)(text, static_cast<mutation>(pick(random_, mutation_count)));
    }

    // Where there is nothing to do it to, the text as it was.
    std::string operator()(std::string_view text, mutation what)
    {
        std::string result(text);
        auto const found = pieces(text);
        auto const at = [&](std::size_t count) { return pick(random_, count); };
        switch (what) {
        case mutation::token_deleted:
            if (!found.empty()) {
                piece const p = found[at(found.size())];
                result.erase(p.begin, p.size);
            }
            break;
        case mutation::token_doubled:
            if (!found.empty()) {
                piece const p = found[at(found.size())];
                result.insert(p.begin, result.substr(p.begin, p.size) + " ");
            }
            break;
        case mutation::tokens_swapped:
            if (found.size() > 1) {
                std::size_t const first = at(found.size() - 1);
                std::size_t const second = once_in(random_, 2) ? first + 1 : first + 1 + at(found.size() - first - 1);
                swap(result, found[first], found[second]);
            }
            break;
        case mutation::token_replaced:
            if (!found.empty()) {
                piece const p = found[at(found.size())], q = found[at(found.size())];
                result.replace(p.begin, p.size, text.substr(q.begin, q.size));
            }
            break;
        case mutation::word_put:
            if (!found.empty() && !keywords_.empty()) {
                piece const p = found[at(found.size())];
                std::string const& word = keywords_[at(keywords_.size())];
                if (once_in(random_, 2)) result.replace(p.begin, p.size, word);
                else result.insert(p.begin, word + " ");
            }
            break;
        case mutation::character_flipped:
            if (!result.empty()) {
                char& c = result[at(result.size())];
                c = static_cast<char>(static_cast<unsigned char>(c) ^ (1U << at(8)));
            }
            break;
        case mutation::character_inserted: result.insert(at(result.size() + 1), odd()); break;
        case mutation::character_deleted:
            if (!result.empty()) result.erase(at(result.size()), 1);
            break;
        case mutation::truncated: result.resize(at(result.size() + 1)); break;
        case mutation::lines_swapped: swap_lines(result); break;
        }
        return result;
    }

    // `count` mutations, one on top of the other.
    std::string operator()(std::string_view text, std::size_t count)
    {
        std::string result(text);
        for (; count > 0; --count) result = (*this)(result);
        return result;
    }

private:
    // `first` stands before `second`.
    static void swap(std::string& text, piece first, piece second)
    {
        std::string const one = text.substr(first.begin, first.size), two = text.substr(second.begin, second.size);
        text.replace(second.begin, second.size, one);
        text.replace(first.begin, first.size, two);
    }

    void swap_lines(std::string& text)
    {
        std::vector<piece> lines;
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t const end = std::min(text.size(), text.find('\n', begin));
            lines.push_back({begin, end - begin});
            begin = end + 1;
        }
        if (lines.size() < 2) return;
        std::size_t const first = pick(random_, lines.size() - 1);
        swap(text, lines[first], lines[first + 1 + pick(random_, lines.size() - first - 1)]);
    }

    std::string odd()
    {
        using namespace std::string_view_literals;
        static constexpr std::array bytes{"\""sv,
                                          "\\"sv,
                                          "#"sv,
                                          ";"sv,
                                          "{"sv,
                                          "}"sv,
                                          "("sv,
                                          ")"sv,
                                          "<"sv,
                                          ","sv,
                                          "."sv,
                                          "_"sv,
                                          "^"sv,
                                          "-"sv,
                                          "0"sv,
                                          "9"sv,
                                          " "sv,
                                          "\t"sv,
                                          "\n"sv,
                                          "\r"sv,
                                          "\r\n"sv,
                                          "\0"sv,
                                          "\x01"sv,
                                          "\x7f"sv,
                                          "\x80"sv,
                                          "\xff"sv,
                                          "\xc3"sv,
                                          "\xc0\xaf"sv,
                                          "\xed\xa0\x80"sv,
                                          "\xf4\x90\x80\x80"sv,
                                          "\xef\xbb\xbf"sv,
                                          "\xc3\xa4"sv,
                                          "\xe2\x80\x9c"sv,
                                          "\xc2\xa0"sv,
                                          "\xe2\x80\xa8"sv,
                                          "\xf0\x9f\x98\x80"sv,
                                          "\\u{110000}"sv,
                                          "18446744073709551616"sv};
        return std::string(bytes[pick(random_, bytes.size())]);
    }

    std::mt19937_64 random_;
    std::vector<std::string> keywords_;
};

}  // namespace redline_sentences
