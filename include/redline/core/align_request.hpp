// A request of one contract as another one sees it: names aligned by spelling.
#pragma once

#include "alignment.hpp"
#include "proof/differences_incomparable.hpp"

namespace redline::inline v0_1 {

namespace detail {

/// Copies a request from the names of one contract to those of another.
class request_aligner {
public:
    constexpr request_aligner(rule_set const& from, request_view const& given, rule_set const& to,
                              request_view& out) noexcept
        : from_{from}, given_{given}, to_{to}, out_{out}
    {}

    constexpr bool done() noexcept
    {
        clear(to_, out_);
        if (!uses()) return false;
        requested_kind const m = given_.mission;
        if (m.form != kind_form::unknown)
            out_.mission = aligned_kind(to_, name_space::missions, from_(from_.missions[m.index].path), m.form);
        out_.has_date = given_.has_date;
        out_.date = given_.date;
        for (std::uint32_t f = 0; f < from_.facts.size; ++f) fact(f);
        for (std::uint32_t e = 0; e < from_.evidence.size; ++e)
            if (std::uint32_t const at = found(from_.evidence[e].name, symbol_kind::evidence); at != none)
                out_.evidence_age[at] = given_.evidence_age[e];
        for (std::uint32_t s = 0; s < from_.safeguards.size; ++s)
            if (std::uint32_t const at = found(from_.safeguards[s].name, symbol_kind::safeguard); at != none)
                out_.safeguard_level[at] = given_.safeguard_level[s];
        for (std::uint32_t c = 0; c < from_.chains.size; ++c)
            if (std::uint32_t const at = found(from_.chains[c].name, symbol_kind::chain); at != none)
                out_.chains[at] = given_.chains[c];
        out_.valid = given_.valid;
        return true;
    }

private:
    constexpr std::uint32_t found(text_ref name, symbol_kind kind) const noexcept
    {
        symbol const* const s = find_name(to_, name_space::names, from_(name));
        return s != nullptr && s->kind == kind ? s->index : none;
    }
    constexpr bool uses() noexcept
    {
        for (std::uint32_t i = 0; i < given_.use_count; ++i) {
            requested_kind const u = given_.uses[i];
            std::string_view const path = u.form == kind_form::unlisted ? std::string_view{}
                                                                        : from_(from_.uses[u.index].path);
            requested_kind const there = aligned_kind(to_, name_space::uses, path, u.form);
            bool is_new = true;
            // Two uses may be one to a contract that lacks both.
            for (std::uint32_t j = 0; j < out_.use_count; ++j) is_new = is_new && !(out_.uses[j] == there);
            if (!is_new) continue;
            if (out_.use_count == out_.use_capacity) return false;
            out_.uses[out_.use_count++] = there;
        }
        return true;
    }
    constexpr principal aligned(principal who) const noexcept
    {
        if (who.kind == principal_kind::nobody) return {};
        bool const party = who.kind == principal_kind::party;
        std::uint32_t const at = found(party ? from_.parties[who.index].name : from_.roles[who.index].name,
                                       party ? symbol_kind::party : symbol_kind::role);
        return at == none ? principal{} : principal{who.kind, at};
    }
    constexpr void fact(std::uint32_t f) noexcept
    {
        std::uint32_t const at = found(from_.facts[f].name, symbol_kind::fact);
        if (at == none) return;
        fact_entry const& here = from_.facts[f];
        fact_entry const& there = to_.facts[at];
        out_.attested[at] = aligned(given_.attested[f]);
        for (std::uint32_t i = 0; i < slots_of(here); ++i) {
            if (given_.given[here.slot + i] == 0) continue;
            std::uint64_t value = given_.values[here.slot + i];
            std::uint32_t slot = there.slot;
            if (here.type == fact_type::any_of) slot += value_there(here, i, at);
            else if (here.type == fact_type::one_of) value = value_there(here, static_cast<std::uint32_t>(value), at);
            out_.values[slot] = value;
            out_.given[slot] = 1;
        }
        settle(to_, out_, at);
    }
    /// The order of values counts for levels only.
    constexpr std::uint32_t value_there(fact_entry const& here, std::uint32_t value, std::uint32_t at) const noexcept
    {
        return find_name(to_, name_space::fact_values, from_(from_.values[here.values.first + value]), at)->index;
    }

    rule_set const& from_;
    request_view const& given_;
    rule_set const& to_;
    request_view& out_;
};

}  // namespace detail

/// Makes `out`, a request of the rule set `to`, what `given` is to that contract: what it does not declare is not given, and a
/// use that it lacks is its nearest declared ancestor's `.other`, or `unlisted`; an attestation by whom it does not know is
/// none. Language reference, "Drafts". The two must be comparable: `incomparable_names` of them is nothing. False where `out`
/// has no room for the uses. Linear on average, quadratic in the uses; constexpr, noexcept, no heap.
constexpr bool align_request(rule_set const& from, request_view const& given, rule_set const& to,
                             request_view& out) noexcept
{
    return detail::request_aligner{from, given, to, out}.done();
}

}  // namespace redline::inline v0_1
