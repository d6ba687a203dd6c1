// A model of a contract as a text.
#pragma once

#include "contract.hpp"

namespace redline_bench {

inline std::string as_text(atom const& a)
{
    switch (a.asks) {
    case question::network_is: return "network is " + std::string{networks[a.operand]};
    case question::network_is_not: return "network is not " + std::string{networks[a.operand]};
    case question::oversight_least: return "oversight at least " + std::string{oversights[a.operand]};
    case question::oversight_under: return "oversight under " + std::string{oversights[a.operand]};
    case question::persons_over: return "persons over " + std::to_string(a.operand);
    case question::urgent: return "urgent";
    default: return "not urgent";
    }
}
inline std::string as_text(paper const& p)
{
    return std::string{papers[p.which]} + " within " + std::to_string(p.days) + " days";
}

inline std::string as_text(term const& t, std::string const& use)
{
    auto const list = [](auto const& of, char const* between) {
        std::string text;
        for (auto const& one : of) text += (text.empty() ? "" : between) + as_text(one);
        return text;
    };
    std::string const when = t.when.empty() ? "" : " when " + list(t.when, " and ");
    switch (t.is) {
    case form::prohibit:
        return "prohibit " + use + when + (t.with.empty() ? "" : " unless " + list(t.with, " and ")) +
               " because \"Somebody decides on each of these.\"";
    case form::require: return "require " + list(t.with, ", ") + " for " + use + when;
    case form::restrict:
        return "restrict " + use + when + " to " + as_text(t.to) +
               (t.with.empty() ? "" : " or " + list(t.with, " or "));
    default: return "log paused, prohibited to ombuds within 3 days keep 7 years for " + use + when;
    }
}

inline std::string as_text(contract const& c)
{
    auto const list = [](auto const& of, char const* between) {
        std::string text;
        for (std::string_view const one : of) (text += text.empty() ? "" : between) += one;
        return text;
    };
    std::string text = "contract \"Many terms\" version 1;\nparty agency;\nparty vendor;\nrole ombuds independent;\n";
    text += "fact network is one of " + list(networks, ", ") + ";\nfact oversight is level " + list(oversights, " < ") +
            ";\nfact persons is count;\nfact urgent is flag;\n";
    for (std::string_view const p : papers) text.append("evidence ").append(p).append(" from vendor;\n");
    for (use const& u : c.uses) text += "use " + u.path + ";\n";
    text += "1 permit all lawful uses;\n";
    for (std::size_t i = 0; i < c.terms.size(); ++i)
        text += "2." + std::to_string(i + 1) + " " + as_text(c.terms[i], c.uses[c.terms[i].use].path) + ";\n";
    return text;
}

}  // namespace redline_bench
