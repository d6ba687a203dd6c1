// The vocabulary of a contract as definitions.
#pragma once

#include "english_terms.hpp"

namespace redline::inline v0_1::explaining {

/// Defines every declared name, by kind and in the order of the text; language reference, "Declarations".
class vocabulary : public english_terms {
public:
    /// Made as `english` is, from a rule set that must outlive it.
    using english_terms::english_terms;

    /// All names that the contract declares, by kind; a kind of which it declares none is left out. Allocates.
    std::vector<explained_names> all() const
    {
        std::vector<explained_names> groups;
        auto const add = [&](char const* heading, auto const& entries, auto const& meaning) {
            if (entries.empty()) return;
            explained_names g{heading, {}};
            for (auto const& e : entries) g.names.push_back(meaning(e));
            groups.push_back(std::move(g));
        };
        add("Parties", rules_.parties, [&](party_entry const& p) { return described(p.name, p.description, ""); });
        add("Roles", rules_.roles, [&](role_entry const& r) {
            return described(r.name, r.description,
                             r.party == none ? "An independent role." : "A role of " + party(r.party) + ".");
        });
        add("Uses", rules_.uses, [&](kind_entry const& k) {
            return described(k.path, k.description, k.parent == none ? "" : kind_of(rules_.uses[k.parent]) + ".");
        });
        add("Missions", rules_.missions, [&](kind_entry const& k) {
            std::string what = k.parent == none ? "" : kind_of(rules_.missions[k.parent]);
            if (k.sensitive) what += what.empty() ? "Sensitive" : ", and sensitive";
            return described(k.path, k.description, what.empty() ? what : what + ".");
        });
        add("Authorities", rules_.authorities, [&](authority_entry const& a) {
            return explained_name{std::string{rules_(a.name)}, free_text(a.title) + ", " + standing(a) + "."};
        });
        add("Facts that a request states", rules_.facts,
            [&](fact_entry const& f) { return described(f.name, f.description, type(f) + attested(f.from) + "."); });
        add("Safeguards", rules_.safeguards, [&](safeguard_entry const& s) {
            return described(s.name, s.description, "Its levels, lowest first: " + values(s.values) + ".");
        });
        add("Evidence", rules_.evidence, [&](evidence_entry const& e) {
            std::string const valid = e.valid == unlimited ? "" : ", of use for " + duration(e.valid);
            return described(e.name, e.description, "Given by " + who(e.from) + valid + ".");
        });
        add("Events", rules_.events, [&](event_entry const& e) { return described(e.name, e.description, ""); });
        add("Conditions that have a name", rules_.definitions, [&](definition_entry const& d) {
            return explained_name{std::string{rules_(d.name)}, "Met when " + condition(d.condition) + "."};
        });
        return groups;
    }

private:
    /// The description as a sentence, where there is one, and what else there is to say.
    explained_name described(text_ref of, text_ref description, std::string const& what) const
    {
        std::string text = free_text(description);
        if (!text.empty() && std::string_view{".!?"}.find(text.back()) == std::string_view::npos) text += '.';
        if (!text.empty() && !what.empty()) text += ' ';
        text += what;
        return {std::string{rules_(of)}, text.empty() ? "Not described." : text};
    }
    std::string party(std::uint32_t p) const { return name(rules_.parties[p].name); }
    std::string kind_of(kind_entry const& parent) const { return "A kind of " + name(parent.path); }
    std::string values(index_range of) const
    {
        return proof::listed(each(of, [&](std::uint32_t i) { return name(rules_.values[i]); }), ", ");
    }
    std::string type(fact_entry const& f) const
    {
        switch (f.type) {
        case fact_type::flag: return "True or false";
        case fact_type::count: return "A number";
        case fact_type::duration: return "A length of time";
        case fact_type::level: return "One of these levels, lowest first: " + values(f.values);
        case fact_type::one_of: return "One of these: " + values(f.values);
        case fact_type::any_of: return "Any of these, or none: " + values(f.values);
        }
        return {};
    }
    std::string attested(principal const& from) const
    {
        if (from.kind == principal_kind::nobody) return {};
        bool const party = from.kind == principal_kind::party;
        return "; counts only when attested by " + who(from) + (party ? " or a role of it" : "");
    }
};

}  // namespace redline::inline v0_1::explaining
