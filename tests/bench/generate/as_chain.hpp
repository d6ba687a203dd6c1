// A model of a contract as what somebody would write by hand: one `if` after the other, inside one for each use.
#pragma once

#include "as_text.hpp"

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

/// A source file that defines `rival_TERMS`.
inline std::string as_chain(contract const& c)
{
    std::string const terms = std::to_string(c.terms.size() + 1);
    std::string text = "#include \"runtime/plain_request.hpp\"\nnamespace redline_bench {\nnamespace {\n"
                       "plain_outcome chain(plain_request const& r)\n{\nbool waits = false;\n";
    for (std::uint32_t use = 0; use != c.uses.size();) text += as_chain(c, use);
    text += "return waits ? plain_outcome::paused : plain_outcome::permitted;\n}\n";
    // In pieces, since no compiler has to take a long string.
    text += "constexpr char const text[] =\n";
    std::string const contract_text = as_text(c);
    for (std::size_t at = 0; at < contract_text.size();) {
        std::size_t const end = contract_text.find('\n', at) + 1;
        text += "R\"redline(" + contract_text.substr(at, end - at) + ")redline\"\n";
        at = end;
    }
    return text + ";\n}\nrival rival_" + terms + "() { return {" + terms + ", text, chain}; }\n}\n";
}

}  // namespace redline_bench
