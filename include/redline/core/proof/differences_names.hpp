// Differences of two contracts in their headers and in what they declare, names aligned by spelling.
#pragma once

#include "attestation.hpp"
#include "differences_kinds.hpp"
#include "differences_text.hpp"

namespace redline::inline v0_1::proof {

/// Appends the differences of headers and declarations. Run time only: allocates.
class name_differences {
public:
    name_differences(rule_set const& before, rule_set const& after, std::vector<difference>& to)
        : before_{before}, after_{after}, to_{to}
    {}

    void header()
    {
        said(difference_kind::title, [](declaration_writer& w, rule_set const& r) { w.string(r(r.title)); });
        said(difference_kind::version, [](declaration_writer& w, rule_set const& r) { write_number(w, r.version); });
        said(difference_kind::effective, [](declaration_writer& w, rule_set const&) { w.effective(); });
    }
    void declarations()
    {
        names(difference_kind::party, symbol_kind::party, &rule_set::parties);
        names(difference_kind::role, symbol_kind::role, &rule_set::roles);
        names(difference_kind::authority, symbol_kind::authority, &rule_set::authorities);
        names(difference_kind::use, symbol_kind::use, &rule_set::uses, name_space::uses);
        names(difference_kind::mission, symbol_kind::mission, &rule_set::missions, name_space::missions);
        names(difference_kind::fact, symbol_kind::fact, &rule_set::facts);
        names(difference_kind::evidence, symbol_kind::evidence, &rule_set::evidence);
        names(difference_kind::safeguard, symbol_kind::safeguard, &rule_set::safeguards);
        names(difference_kind::event, symbol_kind::event, &rule_set::events);
        names(difference_kind::definition, symbol_kind::definition, &rule_set::definitions);
        names(difference_kind::trigger, symbol_kind::trigger, &rule_set::triggers);
    }

private:
    template <class Write>
    static std::string written(rule_set const& rules, Write const& write)
    {
        std::string text;
        declaration_writer out{rules, text};
        write(out);
        return text;
    }
    template <class T>
    static std::string says(rule_set const& rules, T const& entry)
    {
        return written(rules, [&](declaration_writer& w) { w.says(entry); });
    }
    /// Equal for declarations that mean the same.
    template <class T>
    static std::string meaning(rule_set const&, T const&, std::string const& text)
    {
        return text;
    }
    static std::string meaning(rule_set const& rules, fact_entry const& f, std::string const&)
    {
        return written(rules, [&](declaration_writer& w) { w.says(f, value_order::of_meaning); });
    }
    template <class T>
    static text_ref name_in(T const& entry) noexcept
    {
        return entry.name;
    }
    static text_ref name_in(kind_entry const& entry) noexcept { return entry.path; }

    /// Something of the header; empty where a contract doesn't say it.
    template <class Write>
    void said(difference_kind kind, Write const& write)
    {
        std::string const was = written(before_, [&](declaration_writer& w) { write(w, before_); });
        std::string const is = written(after_, [&](declaration_writer& w) { write(w, after_); });
        if (was == is) return;
        change_kind const change = was.empty()  ? change_kind::added
                                   : is.empty() ? change_kind::dropped
                                                : change_kind::changed;
        to_.push_back({kind, change, {}, was, is});
    }
    /// What `before` declares, in its order, then what only `after` does.
    template <class T>
    void names(difference_kind kind, symbol_kind as, array_view<T> rule_set::*all, name_space space = name_space::names)
    {
        for (T const& entry : before_.*all) {
            std::string const name{before_(name_in(entry))};
            std::string const was = says(before_, entry);
            symbol const* const found = find_name(after_, space, name);
            if (found == nullptr || found->kind != as) {
                to_.push_back({kind, change_kind::dropped, name, was, {}});
                continue;
            }
            T const& other = (after_.*all)[found->index];
            std::string const is = says(after_, other);
            if (meaning(before_, entry, was) != meaning(after_, other, is))
                to_.push_back({kind, change_kind::changed, name, was, is, effect_of(entry, other)});
        }
        for (T const& entry : after_.*all) {
            std::string const name{after_(name_in(entry))};
            symbol const* const found = find_name(before_, space, name);
            if (found == nullptr || found->kind != as)
                to_.push_back({kind, change_kind::added, name, {}, says(after_, entry)});
        }
    }

    template <class T>
    static difference_effect effect_of(T const&, T const&) noexcept
    {
        return difference_effect::neither;
    }
    difference_effect effect_of(fact_entry const& was, fact_entry const& is) const
    {
        return effect_of(was.from, is.from);
    }
    difference_effect effect_of(evidence_entry const& was, evidence_entry const& is) const
    {
        return effect_of(was.from, is.from);
    }
    /// Who attests: asked for anew, no longer, or somebody else; by spelling.
    difference_effect effect_of(principal const& was, principal const& is) const noexcept
    {
        proof::differing_ways const ways = proof::change_of_from(before_, was, after_, is);
        if (ways.narrower == ways.wider) return ways.wider ? difference_effect::both : difference_effect::neither;
        return ways.narrower ? difference_effect::narrower : difference_effect::wider;
    }

    rule_set const& before_;
    rule_set const& after_;
    std::vector<difference>& to_;
};

}  // namespace redline::inline v0_1::proof
