// Reads grammar/redline.ebnf, the normative grammar, into a table of rules. Standard library only.
#pragma once

#include <cstddef>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redline_sentences {

struct node {
    enum class kind { word, rule, sequence, choice, optional, repeat };
    kind what = kind::sequence;
    std::string text;         // of a word or the name of a rule
    std::vector<node> parts;  // of all others; an optional and a repeat have one
};

struct grammar {
    std::map<std::string, node, std::less<>> rules;
    std::vector<std::string> order;  // the names of the rules, as written
};

// What is wrong with the grammar file, and where.
struct ebnf_error : std::runtime_error {
    std::size_t line, column;
    ebnf_error(std::size_t at_line, std::size_t at_column, std::string const& message)
        : std::runtime_error("grammar:" + std::to_string(at_line) + ":" + std::to_string(at_column) + ": " + message),
          line(at_line), column(at_column)
    {}
};

// The tokens that texts are made of, besides words and signs; and what the grammar can only describe in a comment.
inline std::set<std::string, std::less<>> const token_rules{"name", "path", "label", "integer", "date", "string"};
inline std::set<std::string, std::less<>> const described{"quotation_mark", "backslash", "line_feed", "character"};

class ebnf_reader {
public:
    explicit ebnf_reader(std::string_view text) : text_(text) {}

    grammar read()
    {
        grammar result;
        for (next(); token_ != "";) {
            std::string const name = token_;
            if (!is_name()) fail("expected the name of a rule, not " + shown());
            if (result.rules.contains(name)) fail("rule '" + name + "' is there twice");
            next();
            take("=");
            node body = choice();
            take(";");
            result.rules.emplace(name, std::move(body));
            result.order.push_back(name);
        }
        for (auto const& [name, where] : used_)
            if (!result.rules.contains(name) && !described.contains(name))
                throw ebnf_error(where.first, where.second, "no rule is named '" + name + "'");
        return result;
    }

private:
    node choice()
    {
        node result{node::kind::choice, "", {}};
        result.parts.push_back(sequence());
        while (token_ == "|") {
            next();
            result.parts.push_back(sequence());
        }
        return result.parts.size() == 1 ? node(result.parts.front()) : result;
    }

    node sequence()
    {
        node result{node::kind::sequence, "", {}};
        while (token_ != "" && std::string_view("=|)]};").find(token_) == std::string_view::npos)
            result.parts.push_back(element());
        if (result.parts.empty()) fail("expected a word, a rule or a bracket, not " + shown());
        return result.parts.size() == 1 ? node(result.parts.front()) : result;
    }

    node element()
    {
        std::string const token = token_;
        if (token == "(" || token == "[" || token == "{") {
            next();
            node inner = choice();
            take(token == "(" ? ")" : token == "[" ? "]" : "}");
            if (token == "(") return inner;
            return {token == "[" ? node::kind::optional : node::kind::repeat, "", {std::move(inner)}};
        }
        node leaf{node::kind::word, token, {}};
        if (token.front() == '"') {
            leaf.text = token.substr(1, token.size() - 2);
            if (leaf.text.empty()) fail("an empty word");
        }
        else {
            leaf.what = node::kind::rule;
            used_.emplace(token, std::pair{line_, column_});
        }
        next();
        return leaf;
    }

    void next()
    {
        skip();
        line_ = at_line_;
        column_ = at_column_;
        token_.clear();
        if (pos_ == text_.size()) return;
        char const c = text_[pos_];
        if (c == '"') {
            std::size_t const end = text_.find_first_of("\"\n", pos_ + 1);
            if (end == std::string_view::npos || text_[end] == '\n') fail("a quoted word is not closed on its line");
            advance(end + 1 - pos_);
        }
        else if (letter(c)) {
            std::size_t end = pos_;
            while (end < text_.size() && letter(text_[end])) ++end;
            advance(end - pos_);
        }
        else if (std::string_view("=|[]{}();").find(c) != std::string_view::npos) {
            advance(1);
        }
        else {
            fail("a character that is not of the notation: '" + std::string(1, c) + "'");
        }
    }

    void skip()
    {
        for (;;) {
            if (pos_ < text_.size() && std::string_view(" \t\r\n").find(text_[pos_]) != std::string_view::npos) {
                advance(1);
            }
            else if (text_.substr(pos_, 2) == "(*") {
                std::size_t const end = text_.find("*)", pos_ + 2);
                if (end == std::string_view::npos) throw ebnf_error(at_line_, at_column_, "a comment is not closed");
                advance(end + 2 - pos_);
            }
            else {
                token_.clear();
                return;
            }
        }
    }

    void advance(std::size_t count)
    {
        token_ = text_.substr(pos_, count);
        for (char const c : token_) {
            ++pos_;
            ++at_column_;
            if (c == '\n') ++at_line_, at_column_ = 1;
        }
    }

    void take(std::string_view sign)
    {
        if (token_ != sign) fail("expected '" + std::string(sign) + "', not " + shown());
        next();
    }

    static bool letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
    bool is_name() const { return !token_.empty() && letter(token_.front()); }
    std::string shown() const { return token_.empty() ? "the end of the text" : "'" + token_ + "'"; }
    [[noreturn]] void fail(std::string const& message) const { throw ebnf_error(line_, column_, message); }

    std::string_view text_;
    std::string token_;  // empty at the end of the text
    std::size_t pos_ = 0, line_ = 1, column_ = 1, at_line_ = 1, at_column_ = 1;
    std::map<std::string, std::pair<std::size_t, std::size_t>> used_;  // where each rule is first asked for
};

inline grammar read_ebnf(std::string_view text) { return ebnf_reader(text).read(); }

inline grammar read_ebnf_file(std::string const& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    return read_ebnf(std::string(std::istreambuf_iterator<char>(in), {}));
}

// Every rule that `start` comes to, itself included. It does not look into the tokens.
inline std::set<std::string, std::less<>> reached(grammar const& g, std::string const& start)
{
    std::set<std::string, std::less<>> seen;
    std::vector<std::string> open{start};
    auto const walk = [&](auto const& self, node const& n) -> void {
        if (n.what == node::kind::rule) open.push_back(n.text);
        for (node const& part : n.parts) self(self, part);
    };
    while (!open.empty()) {
        std::string const name = open.back();
        open.pop_back();
        if (!seen.insert(name).second || token_rules.contains(name)) continue;
        if (auto const found = g.rules.find(name); found != g.rules.end()) walk(walk, found->second);
    }
    return seen;
}

// Every quoted word of the rules that `start` comes to, sorted: keywords, and with `signs` the punctuation instead.
inline std::vector<std::string> words(grammar const& g, std::string const& start = "document", bool signs = false)
{
    std::set<std::string> found;
    auto const walk = [&](auto const& self, node const& n) -> void {
        bool const alphabetic = !n.text.empty() && n.text.front() >= 'a' && n.text.front() <= 'z';
        if (n.what == node::kind::word && alphabetic != signs) found.insert(n.text);
        for (node const& part : n.parts) self(self, part);
    };
    for (std::string const& name : reached(g, start))
        if (auto const rule = g.rules.find(name); rule != g.rules.end() && !token_rules.contains(name))
            walk(walk, rule->second);
    return {found.begin(), found.end()};
}

}  // namespace redline_sentences
