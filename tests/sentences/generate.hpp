// Random sentences of the grammar: what can be read, whether or not it means anything. Same seed, same sentence.
#pragma once

#include "ebnf.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>

namespace redline_sentences {

// One of 0 … count - 1. Not a standard distribution: those differ between standard libraries.
inline std::size_t pick(std::mt19937_64& random, std::size_t count)
{
    return static_cast<std::size_t>(random() % count);
}
inline bool once_in(std::mt19937_64& random, std::size_t count) { return pick(random, count) == 0; }

struct generate_options {
    std::size_t max_tokens = 400;    // from here on, the shortest way out of every rule
    std::size_t max_statement = 80;  // the same, of one statement
    std::size_t max_depth = 40;      // rules within rules; the same
    std::size_t repeats = 3;         // of a repetition, on average
    std::size_t statements = 12;     // of the repetitions of `document`, `template` and `amendment`, on average
    std::size_t odd = 40;            // one token in so many is odd: a reserved word as a name, a number too large, …
    std::set<std::string, std::less<>> exclude{};  // rules that no sentence holds
    std::set<std::string, std::less<>> rare{"import", "template", "apply",
                                            "amendment"};  // one choice in twenty at most
    std::vector<std::string> names{"agency",    "vendor",    "counsel", "officer", "lead",    "review",  "board",
                                   "audit_log", "oversight", "network", "data",    "persons", "urgent",  "lawful",
                                   "filter",    "red_team",  "low",     "high",    "tested",  "incident"};
    std::vector<std::string> paths{"weapons", "weapons.autonomous", "surveillance", "surveillance.mass", "analysis",
                                   "combat",  "combat.air",         "routine",      "weapons.other",     "unlisted",
                                   "a.b.c"};
};

// Drafts (import, template, apply, amendment) left out: a document is one contract.
inline generate_options contracts_only()
{
    generate_options options;
    options.exclude = options.rare;
    return options;
}

class generator {
public:
    // `g` must outlive the generator.
    generator(grammar const& g, std::uint64_t seed, generate_options options = {})
        : grammar_(&g), options_(std::move(options)), random_(seed), keywords_(words(g))
    {
        for (bool changed = true; changed;) {  // the least number of tokens of each rule, to a fixed point
            changed = false;
            for (auto const& [name, body] : g.rules) {
                if (options_.exclude.contains(name)) continue;
                std::size_t const found = token_rules.contains(name) ? 1 : least(body);
                if (found < cost(name)) cost_[name] = found, changed = true;
            }
        }
    }

    std::vector<std::string> tokens(std::string const& start = "document")
    {
        if (cost(start) == endless) throw std::invalid_argument("no sentence of '" + start + "' is left");
        out_.clear();
        depth_ = begun_ = 0;
        rule(start);
        return out_;
    }

    std::string sentence(std::string const& start = "document") { return laid_out(tokens(start)); }

    // Single spaces, and a new line after `;`, `{` and `}`.
    static std::string laid_out(std::vector<std::string> const& tokens)
    {
        std::string text;
        for (std::string const& token : tokens) {
            text += token;
            text += token == ";" || token == "{" || token == "}" ? '\n' : ' ';
        }
        return text;
    }

private:
    static constexpr std::size_t endless = std::numeric_limits<std::size_t>::max() / 4;

    std::size_t cost(std::string const& name) const
    {
        if (options_.exclude.contains(name)) return endless;
        auto const found = cost_.find(name);
        return found == cost_.end() ? endless : found->second;
    }

    std::size_t least(node const& n) const
    {
        if (n.what == node::kind::word) return 1;
        if (n.what == node::kind::rule) return cost(n.text);
        if (n.what == node::kind::optional || n.what == node::kind::repeat) return 0;
        std::size_t result = n.what == node::kind::choice ? endless : 0;
        for (node const& part : n.parts) {
            std::size_t const one = least(part);
            result = n.what == node::kind::choice ? std::min(result, one) : std::min(endless, result + one);
        }
        return result;
    }

    bool spent() const
    {
        return out_.size() >= options_.max_tokens || out_.size() - begun_ >= options_.max_statement ||
               depth_ >= options_.max_depth;
    }

    void rule(std::string const& name)
    {
        if (token_rules.contains(name)) return out_.push_back(token(name));
        std::string const outer = std::exchange(within_, name);
        bool const begins = name == "statement" || name == "change";
        if (begins) begun_ = out_.size();
        ++depth_;
        walk(grammar_->rules.at(name));
        --depth_;
        if (begins) begun_ = out_.size();
        within_ = outer;
    }

    void walk(node const& n)
    {
        switch (n.what) {
        case node::kind::word: out_.push_back(n.text); return;
        case node::kind::rule: return rule(n.text);
        case node::kind::sequence:
            for (node const& part : n.parts) walk(part);
            return;
        case node::kind::choice: return walk(chosen(n));
        case node::kind::optional:
            if (least(n.parts.front()) < endless && !spent() && once_in(random_, 2)) walk(n.parts.front());
            return;
        case node::kind::repeat: {
            bool const many = within_ == "document" || within_ == "template" || within_ == "amendment";
            std::size_t const mean = many && depth_ < 3 ? options_.statements : options_.repeats;
            if (least(n.parts.front()) >= endless) return;
            while (!spent() && !once_in(random_, mean + 1)) walk(n.parts.front());
        }
        }
    }

    bool is_rare(node const& n) const
    {
        node const& head = n.what == node::kind::sequence ? n.parts.front() : n;
        return head.what == node::kind::rule && options_.rare.contains(head.text);
    }

    node const& chosen(node const& n)
    {
        std::size_t lowest = endless;
        std::vector<node const*> open;
        for (node const& part : n.parts) lowest = std::min(lowest, least(part));
        bool const rarely = once_in(random_, 20);
        for (node const& part : n.parts)
            if (spent() ? least(part) == lowest : least(part) < endless && (rarely || !is_rare(part)))
                open.push_back(&part);
        if (open.empty())  // all that is left is rare
            for (node const& part : n.parts)
                if (least(part) < endless) open.push_back(&part);
        return *open[pick(random_, open.size())];
    }

    std::string any(std::vector<std::string> const& from) { return from[pick(random_, from.size())]; }

    std::string token(std::string const& name)
    {
        bool const odd = options_.odd != 0 && once_in(random_, options_.odd);
        if (name == "name") return odd ? any(keywords_) : any(options_.names);
        if (name == "path") return odd ? any(options_.paths) + "." + any(keywords_) : any(options_.paths);
        if (name == "string")
            return odd ? any({"\"\\u{1F600}\"", "\"\\q\"", "\"\\u{D800}\"", "\"open", "\"\"", "\"\xc3\xa4 \\\\ \\n\""})
                       : any({"\"A text\"", "\"B \\\"quoted\\\"\"", "\"# no comment\"", "\"doctrine.redline\""});
        if (name == "date")
            return odd ? any({"2026-02-30", "2023-02-29", "2026-2-3", "9999-12-31"})
                       : any({"2026-01-01", "2026-03-01", "2024-02-29", "2027-12-31"});
        if (name == "label") {
            if (odd) return any({"01", "1.00", "0", "4.10.3", "18446744073709551616", "1_0"});
            std::string const first = std::to_string(1 + pick(random_, 9));
            return once_in(random_, 4) ? first : first + "." + std::to_string(pick(random_, 12));
        }
        if (odd) return any({"18446744073709551615", "18446744073709551616", "10^19", "10^20", "1_", "0", "007"});
        return any({"0", "1", "1", "2", "2", "3", "7", "30", "90", "10_000", "10^6"});
    }

    grammar const* grammar_;
    generate_options options_;
    std::mt19937_64 random_;
    std::vector<std::string> keywords_;
    std::map<std::string, std::size_t, std::less<>> cost_;
    std::vector<std::string> out_;
    std::string within_;
    std::size_t depth_ = 0;
    std::size_t begun_ = 0;  // where the statement begins that is being made
};

}  // namespace redline_sentences
