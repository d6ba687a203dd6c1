// What all dumps share: names, lists, scopes and conditions of a rule set as text.
#pragma once

#include "redline/core/names.hpp"
#include "redline/core/rule_set.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace redline_test {

/// A string in quotes, on one line.
inline std::string quoted(std::string_view s)
{
    std::string text = "\"";
    for (char const c : s) {
        if (c == '"' || c == '\\') text += '\\';
        if (c == '\n') text += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20) text += "\\" + std::to_string(static_cast<unsigned>(c));
        else text += c;
    }
    return text + "\"";
}

inline std::string hex(redline::sha256_digest const& d)
{
    std::string text;
    for (std::uint8_t const byte : d.bytes) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

inline std::string two_digits(std::int32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// `YYYY-MM-DD`.
inline std::string day(redline::day_number number)
{
    redline::calendar_day const d = redline::day_of(number);
    std::string const year = std::to_string(d.year);
    return std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year + "-" + two_digits(d.month) + "-" +
           two_digits(d.day);
}

class condition_dump {
protected:
    explicit condition_dump(redline::rule_set const& rules) : r{rules} {}

    std::string name(redline::text_ref t) const { return std::string{r(t)}; }
    std::string term_label(std::uint32_t t) const { return t == redline::none ? "none" : name(r.terms[t].label); }
    static std::string mark(bool is, std::string_view word) { return is ? " " + std::string{word} : std::string{}; }
    static std::string time(std::string_view word, std::uint64_t minutes)
    {
        return minutes == redline::unlimited ? std::string{} : " " + std::string{word} + " " + std::to_string(minutes);
    }
    template <class Text>
    static std::string list(redline::index_range of, Text const& text)
    {
        std::string all = of.empty() ? "" : " ";
        for (std::uint32_t i = of.first; i != of.last; ++i) all += (i == of.first ? "" : ", ") + text(i);
        return all;
    }
    std::string principal(redline::principal p) const
    {
        return p.kind == redline::principal_kind::party  ? "party " + name(r.parties[p.index].name)
               : p.kind == redline::principal_kind::role ? "role " + name(r.roles[p.index].name)
                                                         : "nobody";
    }
    std::string principals(redline::index_range of) const
    {
        return of.empty() ? " nobody" : list(of, [&](std::uint32_t i) { return principal(r.principals[i]); });
    }
    std::string scope(redline::scope_entry const& s) const
    {
        auto const path = [&](std::uint32_t i) { return name(r.uses[r.scope_paths[i]].path); };
        return (s.all ? " for all" : " for") + list(s.paths, path) + (s.exceptions.empty() ? "" : " except") +
               list(s.exceptions, path);
    }

    /// The nodes in their order, each atom in brackets.
    std::string condition(redline::index_range of) const
    {
        std::string text;
        for (std::uint32_t i = of.first; i != of.last; ++i) text += " " + node(r.conditions[i]);
        return text;
    }
    std::string node(redline::condition_node const& n) const
    {
        using enum redline::condition_op;
        auto const compared = [&](std::string_view how) {
            return "[" + slot(n.subject) + " " + std::string{how} + " " + value(n.subject, n.operand) + "]";
        };
        auto const of_chain = [&](std::string_view how) {
            return "[" + std::string{how} + " " + name(r.chains[n.subject].name) + "]";
        };
        auto const operand_day = [&] { return day(static_cast<std::int32_t>(static_cast<std::uint32_t>(n.operand))); };
        switch (n.op) {
        case flag: return "[" + slot(n.subject) + "]";
        case has: return "[has " + slot(n.subject) + "]";
        case equals: return compared("is");
        case at_least: return compared("at least");
        case at_most: return compared("at most");
        case over: return compared("over");
        case under: return compared("under");
        case equals_any:
            return "[" + slot(n.subject) + " is any of" +
                   list(n.alternatives(), [&](std::uint32_t i) { return value(n.subject, r.alternatives[i]); }) + "]";
        case has_any:
            return "[has any of" + list(n.alternatives(), [&](std::uint32_t i) { return slot(r.alternatives[i]); }) +
                   "]";
        case mission_is: return "[mission is " + name(r.missions[n.subject].path) + "]";
        case mission_sensitive: return "[mission is sensitive]";
        case use_is: return "[use is " + name(r.uses[n.subject].path) + "]";
        case date_from: return "[date from " + operand_day() + "]";
        case date_before: return "[date before " + operand_day() + "]";
        case evidence: return "[" + name(r.evidence[n.subject].name) + " within " + std::to_string(n.operand) + "]";
        case safeguard: {
            auto const& s = r.safeguards[n.subject];
            return "[" + name(s.name) + " at least " +
                   name(r.values[s.values.first + static_cast<std::uint32_t>(n.operand)]) + "]";
        }
        case signed_by: return of_chain("signed by");
        case waived_by: return of_chain("waived by");
        case asked_of: return of_chain("asked of");
        case definition: return "[define " + name(r.definitions[n.subject].name) + "]";
        case both: return "and";
        case either: return "or";
        case negation: return "not";
        }
        return "?";
    }
    redline::fact_entry const& fact_of(std::uint32_t slot_index) const
    {
        std::uint32_t f = 0;
        while (f + 1 < r.facts.size && r.facts[f + 1].slot <= slot_index) ++f;
        return r.facts[f];
    }
    std::string slot(std::uint32_t index) const
    {
        redline::fact_entry const& f = fact_of(index);
        return name(f.name) + (f.type == redline::fact_type::any_of
                                   ? "." + name(r.values[f.values.first + index - f.slot])
                                   : std::string{});
    }
    std::string value(std::uint32_t slot_index, std::uint64_t v) const
    {
        redline::fact_entry const& f = fact_of(slot_index);
        bool const named = f.type == redline::fact_type::level || f.type == redline::fact_type::one_of;
        return named ? name(r.values[f.values.first + static_cast<std::uint32_t>(v)]) : std::to_string(v);
    }

    redline::rule_set const& r;
};

}  // namespace redline_test
