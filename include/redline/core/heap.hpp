// Requests and workspaces on the heap, for rule sets whose sizes are known at run time only.
#pragma once

#include "workspace.hpp"

#include <vector>

namespace redline {

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

}  // namespace redline
