// What declarations and headers say behind their names, as contract text.
#pragma once

#include "differences_incomparable.hpp"
#include "term_text_chain.hpp"

namespace redline::inline v0_1::proof {

/// Whether values are written as the contract has them, or where their order means nothing, sorted: then equal texts mean
/// the same.
enum class value_order : std::uint8_t { of_contract, of_meaning };

/// Appends what each kind of declaration says of its name, descriptions left out; nothing for those that say no more.
/// Language reference, "Grammar". Allocates.
class declaration_writer : public chain_writer {
public:
    using chain_writer::chain_writer;

    void says(party_entry const&) {}
    void says(event_entry const&) {}
    void says(trigger_entry const&) {}
    void says(role_entry const& r)
    {
        if (r.party == none) *this << "independent";
        else *this << "of " << name(rules_.parties[r.party].name);
    }
    /// Of a mission; also one that is sensitive because it lies below another says so.
    void says(kind_entry const& k)
    {
        if (k.sensitive) *this << "sensitive";
    }
    void says(authority_entry const& a)
    {
        string(name(a.title));
        if (a.amended) *this << " as amended";
        else {
            *this << " as of ";
            day(a.as_of);
        }
    }
    void says(fact_entry const& f, value_order order = value_order::of_contract)
    {
        bool const unordered = f.type == fact_type::one_of || f.type == fact_type::any_of;
        *this << "is ";
        write_type(*this, rules_, f.type, unordered && order == value_order::of_meaning ? index_range{} : f.values);
        if (unordered && order == value_order::of_meaning) sorted_values(f.values);
        if (f.from.kind == principal_kind::nobody) return;
        *this << " from ";
        principal(f.from);
    }
    void says(evidence_entry const& e)
    {
        *this << "from ";
        principal(e.from);
        time(" valid ", e.valid);
    }
    /// The ladder, also where it is the one that every safeguard has that declares none.
    void says(safeguard_entry const& s)
    {
        *this << "is ";
        write_type(*this, rules_, fact_type::level, s.values);
    }
    void says(definition_entry const& d) { condition(d.condition); }
    void says(chain_entry const& c) { braces(c); }

    /// `from 2026-03-01 before 2028-03-01`; nothing where the header gives no day.
    void effective()
    {
        if (!rules_.has_from) return;
        *this << "from ";
        day(rules_.effective_from);
        if (!rules_.has_before) return;
        *this << " before ";
        day(rules_.effective_before);
    }

private:
    void sorted_values(index_range of)
    {
        std::vector<std::string_view> all;
        for (std::uint32_t i = of.first; i != of.last; ++i) all.push_back(name(rules_.values[i]));
        std::sort(all.begin(), all.end());
        for (std::string_view const value : all) *this << " " << value;
    }
};

}  // namespace redline::inline v0_1::proof
