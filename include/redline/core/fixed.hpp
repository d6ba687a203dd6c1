// Requests, workspaces and decisions of fixed size, for rule sets whose sizes are known when they are compiled.
#pragma once

#include "request_writer.hpp"
#include "decide.hpp"

namespace redline::inline v0_1 {

/// A workspace for a rule set of the sizes `S`, without heap.
template <rule_set_sizes S>
class fixed_workspace {
public:
    /// Views of the memory; valid as long as this object stays where it is.
    constexpr workspace_view view() noexcept { return {S, words_, stamps_, values_}; }
    constexpr workspace_view view() const noexcept = delete;

private:
    std::uint64_t words_[S.words()] = {};
    std::uint32_t stamps_[stamps_of_definition * S.definitions + 1] = {};
    truth_readings values_[S.definitions + 1] = {};
};

/// A request of a rule set of the sizes `S`, without heap; says nothing until it is filled.
template <rule_set_sizes S, std::uint32_t MostUses = 4>
class fixed_request {
public:
    /// A request that says nothing yet.
    constexpr explicit fixed_request(rule_set const& rules) noexcept
    {
        request_view v = view();
        clear(rules, v);
        keep(v);
    }
    /// A view of the arrays and a copy of the rest; `keep` takes the rest back.
    constexpr request_view view() noexcept
    {
        request_view v = rest_;
        v.uses = uses_;
        v.use_capacity = MostUses;
        v.values = values_;
        v.given = given_;
        v.known = known_;
        v.attested = attested_;
        v.evidence_age = ages_;
        v.safeguard_level = levels_;
        v.chains = chains_;
        return v;
    }
    /// Takes over what a view counts: uses, mission, date, validity.
    constexpr void keep(request_view const& v) noexcept
    {
        rest_.use_count = v.use_count;
        rest_.mission = v.mission;
        rest_.has_date = v.has_date;
        rest_.date = v.date;
        rest_.valid = v.valid;
    }

private:
    requested_kind uses_[MostUses] = {};
    std::uint64_t values_[S.slots + 1] = {};
    std::uint8_t given_[S.slots + 1] = {};
    std::uint8_t known_[S.slots + 1] = {};
    principal attested_[S.facts + 1] = {};
    std::uint64_t ages_[S.evidence + 1] = {};
    std::uint32_t levels_[S.safeguards + 1] = {};
    chain_state chains_[S.chains + 1] = {};
    request_view rest_{};
};

}  // namespace redline::inline v0_1
