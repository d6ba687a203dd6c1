// An independent oracle: the tokens of a contract's text, one statement at a time. For texts without errors.
#pragma once

#include "contract.hpp"

#include <stdexcept>

namespace redline_oracle {

/// The tokens of a text; a string keeps its opening quotation mark and loses the other.
inline names tokens_of(const std::string& text)
{
    const std::string in_words = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.^-";
    names result;
    for (std::size_t i = 0; i < text.size();) {
        const char one = text[i];
        if (one == ' ' || one == '\n' || one == '\t' || one == '\r') ++i;
        else if (one == '#') i = std::min(text.find('\n', i), text.size());
        else if (one == '"') {
            std::string string = "\"";
            for (++i; text.at(i) != '"'; ++i) {
                if (text[i] == '\\') ++i;
                string += text.at(i) == 'n' && text[i - 1] == '\\' ? '\n' : text[i];
            }
            result.push_back(string);
            ++i;
        }
        else if (in_words.find(one) != std::string::npos) {
            const std::size_t end = std::min(text.find_first_not_of(in_words, i), text.size());
            result.push_back(text.substr(i, end - i));
            i = end;
        }
        else result.push_back(std::string(1, text[i++]));
    }
    return result;
}

/// Statements, without the `;` at their ends.
inline std::vector<names> statements_of(const std::string& text)
{
    std::vector<names> result(1);
    int depth = 0;
    for (const std::string& token : tokens_of(text)) {
        depth += token == "{" ? 1 : token == "}" ? -1 : 0;
        if (depth != 0 || token != ";") result.back().push_back(token);
        if (depth == 0 && (token == ";" || token == "}")) result.emplace_back();
    }
    result.pop_back();
    return result;
}

inline bool is_number(const std::string& token) { return !token.empty() && token[0] >= '0' && token[0] <= '9'; }

/// Reads tokens one after the other.
class token_reader {
public:
    explicit token_reader(const names& tokens) : tokens_(tokens) {}

    bool at_end() const { return at_ == tokens_.size(); }
    std::string peek(std::size_t ahead = 0) const { return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : ""; }
    std::string next() { return tokens_.at(at_++); }
    bool accept(const std::string& token)
    {
        if (peek() != token) return false;
        ++at_;
        return true;
    }
    void expect(const std::string& token)
    {
        if (!accept(token)) throw std::invalid_argument("expected " + token + ", not " + peek());
    }
    std::string optional_string() { return peek().starts_with('"') ? next().substr(1) : ""; }
    names list(const std::string& between = ",")
    {
        names result{next()};
        while (accept(between)) result.push_back(next());
        return result;
    }
    /// `17`, `10_000`, `10^4`.
    std::uint64_t integer()
    {
        std::string digits = next();
        std::erase(digits, '_');
        if (!digits.starts_with("10^")) return std::stoull(digits);
        std::uint64_t result = 1;
        for (unsigned long power = std::stoul(digits.substr(3)); power > 0; --power) result *= 10;
        return result;
    }
    duration time()
    {
        const std::uint64_t number = integer();
        return {number, next()};
    }

private:
    const names& tokens_;
    std::size_t at_ = 0;
};

}  // namespace redline_oracle
