// Requests, workspaces and cases on the heap, for rule sets whose sizes are known at run time only.
#pragma once

#include "chain/take.hpp"
#include "workspace.hpp"

#include <vector>

namespace redline::inline v0_1 {

/// A request of a rule set, its arrays on the heap. Allocates when it is made, and never again; says nothing at first.
class request_memory {
public:
    /// Memory for a request that says nothing yet. Allocates; may throw bad_alloc.
    explicit request_memory(rule_set const& rules, std::uint32_t most_uses = 16)
        : uses_(most_uses), values_(rules.slot_count), given_(rules.slot_count), known_(rules.slot_count),
          attested_(rules.facts.size), ages_(rules.evidence.size), levels_(rules.safeguards.size),
          chains_(rules.chains.size)
    {
        view_.uses = uses_.data();
        view_.use_capacity = most_uses;
        view_.values = values_.data();
        view_.given = given_.data();
        view_.known = known_.data();
        view_.attested = attested_.data();
        view_.evidence_age = ages_.data();
        view_.safeguard_level = levels_.data();
        view_.chains = chains_.data();
        clear(rules, view_);
    }
    request_memory(request_memory&&) = default;
    request_memory& operator=(request_memory&&) = default;

    /// The request; valid as long as this object is.
    request_view& view() noexcept { return view_; }
    /// The request, to be read.
    request_view const& view() const noexcept { return view_; }

private:
    std::vector<requested_kind> uses_;
    std::vector<std::uint64_t> values_;
    std::vector<std::uint8_t> given_, known_;
    std::vector<principal> attested_;
    std::vector<std::uint64_t> ages_;
    std::vector<std::uint32_t> levels_;
    std::vector<chain_state> chains_;
    request_view view_;
};

/// A workspace for decisions under a rule set, its memory on the heap. Allocates when it is made, never again; one for each
/// thread that decides.
class workspace {
public:
    /// Memory for one decision at a time. Allocates; may throw bad_alloc.
    explicit workspace(rule_set const& rules)
        : words_(sizes_of(rules).words()), stamps_(stamps_of_definition * rules.definitions.size),
          values_(rules.definitions.size), view_{sizes_of(rules), words_.data(), stamps_.data(), values_.data()}
    {}
    workspace(workspace&&) = default;
    workspace& operator=(workspace&&) = default;

    /// What `decide` takes; valid as long as this object is.
    workspace_view& view() noexcept { return view_; }

private:
    std::vector<std::uint64_t> words_;
    std::vector<std::uint32_t> stamps_;
    std::vector<truth_readings> values_;
    workspace_view view_;
};

/// A case of a rule set, its memory on the heap. Allocates when it is made, and where an event may need more room for acts.
class case_memory {
public:
    /// A case of a chain, by its index, for which nobody has asked yet.
    case_memory(rule_set const& rules, std::uint32_t chain, std::uint32_t most_uses = 16)
        : path_(rules.chains.size, none), uses_(most_uses), values_(rules.slot_count), known_(rules.slot_count)
    {
        head_.chain = chain;
    }

    /// `take` with room for what the event may add; strong guarantee where there is no memory.
    event_result take(rule_set const& rules, chain_event const& e)
    {
        if (acts_.size() == head_.act_count) acts_.resize(acts_.empty() ? 8 : 2 * acts_.size());
        return redline::take(rules, view(), e);
    }
    /// What a request is to say of the chain at a time. Allocates a copy of the case.
    chain_state state_for(rule_set const& rules, request_view const& r, case_time now) const
    {
        case_memory copy{*this};
        return redline::state_for(rules, copy.view(), r, now);
    }
    /// The case, to be read; valid until the next `take`, and as long as this object stays where it is.
    case_reading reading() const noexcept
    {
        return {&head_, path_.data(), acts_.data(), uses_.data(), values_.data(), known_.data()};
    }
    /// What of it has the same size for every contract.
    case_head const& head() const noexcept { return head_; }

private:
    case_view view() noexcept
    {
        return {&head_,         path_.data(),
                acts_.data(),   static_cast<std::uint32_t>(acts_.size()),
                uses_.data(),   static_cast<std::uint32_t>(uses_.size()),
                values_.data(), known_.data()};
    }

    case_head head_{};
    std::vector<std::uint32_t> path_;
    std::vector<case_act> acts_;
    std::vector<requested_kind> uses_;
    std::vector<std::uint64_t> values_;
    std::vector<std::uint8_t> known_;
};

}  // namespace redline::inline v0_1
