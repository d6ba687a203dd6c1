// Models of large contracts, and how they are written as text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace redline_solver {

enum class large_type : std::uint8_t { flag, level, count, one_of, any_of };
/// A fact; `area` is the index of the area of uses it is about, `general` for all of them.
struct large_fact {
    std::string name;
    large_type type = large_type::flag;
    std::uint32_t values = 0;
    std::uint32_t area = 0;
};
inline constexpr std::uint32_t general = ~std::uint32_t{0};

/// An atom of a condition, perhaps negated: of a fact, or where `fact` is `general`, of the mission or the date.
struct large_literal {
    std::uint32_t fact = general;
    std::string text;          // what stands behind the fact's name, up to the number
    std::uint64_t number = 0;  // a threshold; 0: none
    bool negated = false;
};
struct large_item {
    std::string text;
    std::uint32_t days = 0;  // evidence within so many days; 0: as the text says
};
enum class large_kind : std::uint8_t { permit, prohibit, restrict, require, trigger, log };
/// A term: `when`, and behind `unless` or `to` the literals (`carved`) and items, any of which suffices.
struct large_term {
    large_kind kind = large_kind::prohibit;
    std::string scope, label;
    std::vector<large_literal> when, carved;
    std::vector<large_item> items;
    std::string chain;  // of a trigger
};
struct large_contract {
    std::string declarations;
    std::vector<std::string> uses;           // paths, parents first
    std::vector<std::uint32_t> area_of_use;  // which area each lies in
    std::vector<large_fact> facts;
    std::vector<std::string> evidence, safeguards, chains;
    std::vector<large_term> terms;
    std::uint64_t version = 1;
};

inline std::string as_text(large_contract const& c, large_literal const& l)
{
    std::string text = l.negated ? "not " : "";
    if (l.fact != general) text += c.facts[l.fact].name;
    text += l.text;
    return l.number == 0 ? text : text + " " + std::to_string(l.number);
}
inline std::string as_text(large_contract const&, large_item const& i)
{
    return i.days == 0 ? i.text : i.text + " within " + std::to_string(i.days) + " days";
}
template <class Part>
std::string as_list(large_contract const& c, std::vector<Part> const& parts, char const* between)
{
    std::string text;
    for (Part const& part : parts) text += (text.empty() ? "" : between) + as_text(c, part);
    return text;
}

inline std::string as_text(large_contract const& c, large_term const& t)
{
    std::string const when = t.when.empty() ? "" : " when " + as_list(c, t.when, " and ");
    std::string suffices = as_list(c, t.carved, " or ");
    if (!suffices.empty() && !t.items.empty()) suffices += " or ";
    suffices += as_list(c, t.items, " or ");
    switch (t.kind) {
    case large_kind::permit: return "permit " + t.scope + when;
    case large_kind::prohibit: return "prohibit " + t.scope + when + (suffices.empty() ? "" : " unless " + suffices);
    case large_kind::restrict: return "restrict " + t.scope + when + " to " + suffices;
    case large_kind::require: return "require " + as_list(c, t.items, ", ") + " for " + t.scope + when;
    case large_kind::trigger:
        return "trigger scale_" + std::to_string(&t - c.terms.data()) + " for " + t.scope + when + " pause for " +
               t.chain + (t.items.empty() ? "" : " with " + as_list(c, t.items, ", "));
    case large_kind::log: return "log paused, prohibited, exceptions to ombuds within 3 days for " + t.scope + when;
    }
    return {};
}
/// The contract's text; it loads without errors.
inline std::string as_text(large_contract const& c)
{
    std::string text = "contract \"A large agreement\" version " + std::to_string(c.version) +
                       " effective from 2026-03-01 before 2029-03-01;\n" + c.declarations +
                       "1 permit all lawful uses;\n";
    for (large_term const& t : c.terms) text += t.label + " " + as_text(c, t) + ";\n";
    return text;
}

}  // namespace redline_solver
