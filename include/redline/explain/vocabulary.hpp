// The vocabulary of a contract as definitions.
#pragma once

#include "english_terms.hpp"

namespace redline::explaining {

/// Defines every declared name, by kind and in the order of the text; language reference, "Declarations".
class vocabulary : public english_terms {
public:
    using english_terms::english_terms;

    std::vector<explained_names> all() const
    {
        std::vector<explained_names> groups;
        auto const add = [&](char const* heading, auto const& entries, auto const& meaning) {
            if (entries.empty()) return;
            explained_names g{heading, {}};
            for (auto const& e : entries) g.names.push_back(meaning(e));
            groups.push_back(std::move(g));
        };
        auto const described = [&](text_ref of, std::string what, text_ref description) {
            if (!description.empty()) what += (what.empty() ? "" : ": ") + free_text(description);
            return explained_name{name(of), std::move(what)};
        };
        add("Parties", rules_.parties,
            [&](party_entry const& p) { return described(p.name, "a party", p.description); });
        add("Roles", rules_.roles, [&](role_entry const& r) {
            return described(
                r.name, r.party == none ? "an independent role" : "a role of " + name(rules_.parties[r.party].name),
                r.description);
        });
        add("Uses", rules_.uses,
            [&](kind_entry const& k) { return described(k.path, kind(k, rules_.uses, "a use"), k.description); });
        add("Missions", rules_.missions, [&](kind_entry const& k) {
            return described(k.path,
                             kind(k, rules_.missions, k.sensitive ? "a sensitive mission" : "a mission") +
                                 (k.sensitive && k.parent != none ? ", sensitive" : ""),
                             k.description);
        });
        add("Authorities", rules_.authorities, [&](authority_entry const& a) {
            return explained_name{name(a.name), free_text(a.title) + ", " + standing(a)};
        });
        add("Facts that a request states", rules_.facts,
            [&](fact_entry const& f) { return described(f.name, type(f) + attested(f.from), f.description); });
        add("Safeguards", rules_.safeguards, [&](safeguard_entry const& s) {
            return described(s.name, "a safeguard, of one of these levels, lowest first: " + values(s.values),
                             s.description);
        });
        add("Evidence", rules_.evidence, [&](evidence_entry const& e) {
            return described(e.name,
                             "evidence from " + who(e.from) +
                                 (e.valid == unlimited ? "" : ", of use for " + duration(e.valid)),
                             e.description);
        });
        add("Events", rules_.events,
            [&](event_entry const& e) { return described(e.name, "an event", e.description); });
        add("Defined conditions", rules_.definitions, [&](definition_entry const& d) {
            return explained_name{name(d.name), "met when " + condition(d.condition)};
        });
        return groups;
    }

private:
    std::string kind(kind_entry const& k, array_view<kind_entry> among, char const* top) const
    {
        return k.parent == none ? top : "a kind of " + name(among[k.parent].path);
    }
    std::string values(index_range of) const
    {
        return and_list(each(of, [&](std::uint32_t i) { return name(rules_.values[i]); }));
    }
    std::string type(fact_entry const& f) const
    {
        switch (f.type) {
        case fact_type::flag: return "true or false";
        case fact_type::count: return "a number";
        case fact_type::duration: return "a length of time";
        case fact_type::level: return "one of these levels, lowest first: " + values(f.values);
        case fact_type::one_of: return "one of these: " + values(f.values);
        case fact_type::any_of: return "any of these, or none: " + values(f.values);
        }
        return {};
    }
    std::string attested(principal const& from) const
    {
        if (from.kind == principal_kind::nobody) return {};
        return "; it counts only when " + who(from) + (from.kind == principal_kind::party ? ", or a role of it," : "") +
               " attests it";
    }
};

}  // namespace redline::explaining
