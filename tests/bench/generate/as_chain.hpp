// A model of a contract as what somebody would write by hand: one `if` after the other, inside one for each use.
#pragma once

#include "contract.hpp"

namespace redline_bench {

inline std::string as_chain(atom const& a)
{
    std::string const n = std::to_string(a.operand);
    switch (a.asks) {
    case question::network_is: return "r.network == " + n;
    case question::network_is_not: return "r.network != " + n;
    case question::oversight_least: return "r.oversight >= " + n;
    case question::oversight_under: return "r.oversight < " + n;
    case question::persons_over: return "r.persons > " + n;
    case question::urgent: return "r.urgent";
    default: return "!r.urgent";
    }
}
inline std::string as_chain(paper const& p)
{
    return "r.days[" + std::to_string(p.which) + "] <= " + std::to_string(p.days);
}

/// Terms that log are left out: the chain gives outcomes only.
inline std::string as_chain(term const& t)
{
    auto const list = [](auto const& of, char const* between) {
        std::string text;
        for (auto const& one : of) text += (text.empty() ? "" : between) + as_chain(one);
        return text;
    };
    std::string const when = list(t.when, " && ");
    switch (t.is) {
    case form::prohibit:
        if (t.with.empty()) return "if (" + when + ") return plain_outcome::prohibited;\n";
        return "if (" + when + " && !(" + list(t.with, " && ") + ")) waits = true;\n";
    case form::require: return "if (" + when + " && !(" + list(t.with, " && ") + ")) waits = true;\n";
    case form::restrict:
        if (t.with.empty()) return "if (" + when + " && !(" + as_chain(t.to) + ")) return plain_outcome::prohibited;\n";
        return "if (" + when + " && !(" + as_chain(t.to) + " || " + list(t.with, " || ") + ")) waits = true;\n";
    default: return "";
    }
}

/// Writes the terms of a use and of those below it, and goes to the next use beside it.
inline std::string as_chain(contract const& c, std::uint32_t& use)
{
    std::uint32_t const here = use++;
    std::string text =
        "if (r.use >= " + std::to_string(here) + " && r.use < " + std::to_string(c.uses[here].last) + ") {\n";
    for (term const& t : c.terms)
        if (t.use == here) text += as_chain(t);
    while (use != c.uses[here].last) text += as_chain(c, use);
    return text + "}\n";
}

/// The chain as a program grows that nobody sorts: every term is asked, whatever the use.
inline std::string as_flat_chain(contract const& c, std::string const& name)
{
    // In pieces, since compilers take more than linear time for a function.
    std::string pieces, calls;
    std::size_t const piece = 250;
    for (std::size_t first = 0; first < c.terms.size(); first += piece) {
        std::string const number = std::to_string(first / piece);
        pieces += "plain_outcome piece_" + number + "(plain_request const& r, bool& waits)\n{\n(void)waits;\n";
        for (std::size_t i = first; i < c.terms.size() && i < first + piece; ++i) {
            std::string const then = as_chain(c.terms[i]);
            if (then.empty()) continue;
            std::string const use = std::to_string(c.terms[i].use), last = std::to_string(c.uses[c.terms[i].use].last);
            pieces += "if (r.use >= " + use + " && r.use < " + last + ") { " + then + "}\n";
        }
        pieces += "return plain_outcome::permitted;\n}\n";
        calls += "if (piece_" + number + "(r, waits) == plain_outcome::prohibited) return plain_outcome::prohibited;\n";
    }
    return "namespace {\n" + pieces + "}\nplain_outcome flat_" + name +
           "(plain_request const& r)\n{\nbool waits = false;\n" + calls +
           "return waits ? plain_outcome::paused : plain_outcome::permitted;\n}\n";
}

/// The chain inside one `if` for each use, and a function for each use at the top.
inline std::string as_nested_chain(contract const& c, std::string const& name)
{
    std::string areas, calls;
    for (std::uint32_t use = 0; use != c.uses.size();) {
        std::string const number = std::to_string(use);
        std::uint32_t const last = c.uses[use].last;
        areas += "plain_outcome area_" + number + "(plain_request const& r, bool& waits)\n{\n(void)waits;\n" +
                 as_chain(c, use) + "return plain_outcome::permitted;\n}\n";
        calls += "if (r.use >= " + number + " && r.use < " + std::to_string(last) + " && area_" + number +
                 "(r, waits) == plain_outcome::prohibited) return plain_outcome::prohibited;\n";
    }
    return "namespace {\n" + areas + "}\nplain_outcome nested_" + name +
           "(plain_request const& r)\n{\nbool waits = false;\n" + calls +
           "return waits ? plain_outcome::paused : plain_outcome::permitted;\n}\n";
}

/// A source file with the chains of one contract, as `flat_SHAPE_TERMS` and `nested_SHAPE_TERMS`; a flat one that is too long to be
/// written by anybody is left out.
inline std::string as_chains(contract const& c, std::string const& name)
{
    std::string text = "#include \"runtime/plain_request.hpp\"\nnamespace redline_bench {\n";
    text += as_nested_chain(c, name);
    if (c.terms.size() < 10'000) text += as_flat_chain(c, name);
    return text + "}\n";
}

}  // namespace redline_bench
