// A decision that owns what it says, for rule sets whose sizes are known when they are compiled.
#pragma once

#include "named_request.hpp"

namespace redline::inline v0_1 {

/// A decision under a rule set of the sizes `S`. Owns its sets, so that it can be a constexpr variable. No heap.
template <rule_set_sizes S>
class fixed_decision {
public:
    /// Decides; a request that is not valid is prohibited with that ground. The rule set must outlive the decision.
    constexpr fixed_decision(rule_set const& rules, request_view const& request) noexcept : rules_{&rules}
    {
        std::uint32_t stamps[stamps_of_definition * S.definitions + 1] = {};
        truth_readings values[S.definitions + 1] = {};
        workspace_view work{S, words_, stamps, values};
        decision const d = redline::decide(rules, request, work);
        outcome_ = d.outcome;
        ground_ = d.ground;
        mission_ = d.pending.mission;
        date_ = d.pending.date;
        use_ = d.pending.use;
    }

    /// The outcome.
    constexpr enum outcome outcome() const noexcept { return outcome_; }
    /// Why it is prohibited.
    constexpr enum ground ground() const noexcept { return ground_; }
    /// Whether that is the outcome.
    constexpr bool permitted() const noexcept { return outcome_ == redline::outcome::permitted; }
    /// Whether that is the outcome.
    constexpr bool paused() const noexcept { return outcome_ == redline::outcome::paused; }
    /// Whether that is the outcome.
    constexpr bool prohibited() const noexcept { return outcome_ == redline::outcome::prohibited; }

    /// The whole decision, as `decide` gives it; its sets lie in this object.
    constexpr decision view() const noexcept
    {
        decision d{};
        d.outcome = outcome_;
        d.ground = ground_;
        d.rules = rules_;
        if (ground_ == redline::ground::not_valid) return d;
        workspace_view const sets = workspace_view::sets_of(S, const_cast<std::uint64_t*>(words_));
        d.by = prohibited() ? sets.prohibiting.view() : paused() ? sets.pausing.view() : sets.permitting.view();
        if (paused())
            d.pending = {sets.signoffs.view(),
                         sets.evidence.view(),
                         sets.safeguards.view(),
                         sets.facts.view(),
                         mission_,
                         date_,
                         use_};
        d.exceptions = sets.exceptions.view();
        d.log = sets.log.view();
        return d;
    }
    // The labels and names below are those of the contract. One that it does not declare is a compile error in a constant
    // expression, so that no test holds by a slip of the pen; at run time it is answered with false.

    /// Whether a term is among those that decide.
    constexpr bool by(std::string_view label) const noexcept { return names_term(view().by, label); }
    /// Whether a term was not applied only because somebody waived it.
    constexpr bool excepts(std::string_view label) const noexcept { return names_term(view().exceptions, label); }
    /// Whether a log term fires.
    constexpr bool logged_by(std::string_view label) const noexcept { return names_term(view().log, label); }
    /// Whether the request waits for a chain, evidence, a safeguard or a fact of this name, or for `mission`, `date`, `use`.
    constexpr bool pends_on(std::string_view name) const noexcept
    {
        pending_items const p = view().pending;
        if (name == "mission") return p.mission;
        if (name == "date") return p.date;
        if (name == "use") return p.use;
        symbol const* const s = find_name(*rules_, name_space::names, name);
        if (s == nullptr) {
            refuse_request("pends_on", name, "a declared name, `mission`, `date` or `use`");
            return false;
        }
        return s->kind == symbol_kind::chain       ? p.signoffs.contains(s->index)
               : s->kind == symbol_kind::evidence  ? p.evidence.contains(s->index)
               : s->kind == symbol_kind::safeguard ? p.safeguards.contains(s->index)
               : s->kind == symbol_kind::fact      ? p.facts.contains(s->index)
                                                   : false;
    }

private:
    constexpr bool names_term(index_set_view set, std::string_view label) const noexcept
    {
        std::uint32_t const term = find_term(*rules_, label);
        if (term == none) refuse_request("by", label, "the label of a term");
        return term != none && set.contains(term);
    }

    rule_set const* rules_;
    std::uint64_t words_[S.words()] = {};
    enum outcome outcome_ = redline::outcome::prohibited;
    enum ground ground_ = redline::ground::not_valid;
    bool mission_ = false, date_ = false, use_ = false;
};

}  // namespace redline::inline v0_1
