// Fills a request by the names that its contract declares, and says what cannot be taken.
#pragma once

#include "duration.hpp"
#include "names.hpp"
#include "nearest.hpp"
#include "request.hpp"

namespace redline::inline v0_1 {

/// Why a part of a request could not be taken.
enum class request_fault : std::uint8_t {
    nothing,
    unknown_name,  // no such use, mission, fact, evidence, safeguard, chain, value, level, party or role
    wrong_type,    // a value of another type than the fact has
    bad_date,
    bad_duration,
    given_twice,
    too_many_uses,
    no_use
};

/// What is wrong with a request. `member` is the part of the request, `name` what was given, `expected` says what would
/// be right, `nearest` is the nearest declared name or nothing. The views point to literals, to the contract's text and
/// to what was given.
struct request_error {
    request_fault fault = request_fault::nothing;
    std::string_view member{}, name{}, expected{}, nearest{};
};

/// Fills a request that says nothing yet; language reference, "What a request is".
///
/// Each call gives false where it could not be taken; the request is then not valid, and `error` tells of the first such
/// fault. constexpr, noexcept, no heap. Constant on average for each call, linear in the names after a fault.
class request_writer {
public:
    /// Fills `to`, a request of this rule set; both must outlive the writer.
    constexpr request_writer(rule_set const& rules, request_view& to) noexcept : rules_{rules}, to_{to} {}

    /// A use by its path; again for several, as many as there is room for.
    constexpr bool use(std::string_view path) noexcept
    {
        requested_kind const k =
            kind(path, name_space::uses, "use", "a declared use, `.other` below one, or `unlisted`");
        if (k.form == kind_form::unknown) return false;
        for (std::uint32_t i = 0; i < to_.use_count; ++i)
            if (to_.uses[i] == k) return fail(request_fault::given_twice, "use", path, "each use once");
        if (to_.use_count == to_.use_capacity) return fail(request_fault::too_many_uses, "use", path, "fewer uses");
        to_.uses[to_.use_count++] = k;
        return true;
    }
    /// A mission by its path.
    constexpr bool mission(std::string_view path) noexcept
    {
        if (to_.mission.form != kind_form::unknown)
            return fail(request_fault::given_twice, "mission", path, "one mission");
        to_.mission = kind(path, name_space::missions, "mission", "a declared mission, or `.other` below one");
        return to_.mission.form != kind_form::unknown;
    }
    /// A day, as `2026-06-01`.
    constexpr bool date(std::string_view day) noexcept
    {
        if (to_.has_date) return fail(request_fault::given_twice, "date", day, "one date");
        to_.has_date = read_date(day, to_.date);
        return to_.has_date || fail(request_fault::bad_date, "date", day, "a real day, as YYYY-MM-DD");
    }

    /// A flag.
    constexpr bool fact(std::string_view name, bool value) noexcept
    {
        std::uint32_t const f = fact_index(name);
        if (f == none) return false;
        if (rules_.facts[f].type != fact_type::flag) return wrong_type(f, name);
        return set(f, rules_.facts[f].slot, value ? 1 : 0, name);
    }
    /// A count.
    constexpr bool fact(std::string_view name, std::uint64_t value) noexcept
    {
        std::uint32_t const f = fact_index(name);
        if (f == none) return false;
        if (rules_.facts[f].type != fact_type::count) return wrong_type(f, name);
        return set(f, rules_.facts[f].slot, value, name);
    }
    /// A level, a value of `one of`, or a duration such as `12 days`.
    constexpr bool fact(std::string_view name, std::string_view value) noexcept
    {
        std::uint32_t const f = fact_index(name);
        if (f == none) return false;
        fact_entry const& entry = rules_.facts[f];
        if (entry.type == fact_type::duration) {
            std::uint64_t minutes = 0;
            if (!read_duration(value, minutes))
                return fail(request_fault::bad_duration, name, value,
                            "a number and minutes, hours, days, weeks or years");
            return set(f, entry.slot, minutes, name);
        }
        if (entry.type != fact_type::level && entry.type != fact_type::one_of) return wrong_type(f, name);
        std::uint32_t const v = value_index(f, name, value);
        return v != none && set(f, entry.slot, v, name);
    }
    /// As with a `std::string_view`: a literal is no flag.
    constexpr bool fact(std::string_view name, char const* value) noexcept
    {
        return fact(name, std::string_view{value});
    }
    /// Whether one value of an `any of` holds; its other values stay as they are.
    constexpr bool fact_has(std::string_view name, std::string_view value, bool holds = true) noexcept
    {
        std::uint32_t const f = fact_index(name);
        if (f == none) return false;
        if (rules_.facts[f].type != fact_type::any_of) return wrong_type(f, name);
        std::uint32_t const v = value_index(f, name, value);
        return v != none && set(f, rules_.facts[f].slot + v, holds ? 1 : 0, name);
    }
    /// The set of values of an `any of` that hold is given: none but those named by `fact_has` after this call.
    constexpr bool fact_is_set(std::string_view name) noexcept
    {
        std::uint32_t const f = fact_index(name);
        if (f == none) return false;
        fact_entry const& entry = rules_.facts[f];
        if (entry.type != fact_type::any_of) return wrong_type(f, name);
        for (std::uint32_t s = entry.slot; s < entry.slot + slots_of(entry); ++s) {
            if (to_.given[s] != 0) return fail(request_fault::given_twice, "facts", name, "each fact once");
            to_.values[s] = 0;
            to_.given[s] = 1;
        }
        settle(rules_, to_, f);
        return true;
    }
    /// Who attests a fact: a party or a role.
    constexpr bool attested(std::string_view name, std::string_view who) noexcept
    {
        std::uint32_t const f = fact_index(name, "attested");
        if (f == none) return false;
        symbol const* const found = find_name(rules_, name_space::names, who);
        bool const party = found != nullptr && found->kind == symbol_kind::party;
        if (!party && (found == nullptr || found->kind != symbol_kind::role)) {
            std::string_view nearest = nearest_declared(rules_, name_space::names, who, 0, symbol_kind::role);
            if (nearest.empty()) nearest = nearest_declared(rules_, name_space::names, who, 0, symbol_kind::party);
            return fail(request_fault::unknown_name, "attested", who, "a party or a role", nearest);
        }
        to_.attested[f] = {party ? principal_kind::party : principal_kind::role, found->index};
        settle(rules_, to_, f);
        return true;
    }

    /// Evidence held, with its age, such as `12 days`.
    constexpr bool evidence(std::string_view name, std::string_view age) noexcept
    {
        std::uint64_t minutes = 0;
        if (!read_duration(age, minutes))
            return fail(request_fault::bad_duration, name, age, "a number and minutes, hours, days, weeks or years");
        return evidence(name, minutes);
    }
    /// As with a `std::string_view`.
    constexpr bool evidence(std::string_view name, char const* age) noexcept
    {
        return evidence(name, std::string_view{age});
    }
    /// Evidence held, with its age in minutes.
    constexpr bool evidence(std::string_view name, std::uint64_t minutes) noexcept
    {
        std::uint32_t const e = index_of(name, symbol_kind::evidence, "evidence", "declared evidence");
        if (e == none) return false;
        if (to_.evidence_age[e] != unlimited)
            return fail(request_fault::given_twice, "evidence", name, "each piece once");
        to_.evidence_age[e] = minutes < unlimited ? minutes : unlimited - 1;
        return true;
    }
    /// The level of a safeguard by its name.
    constexpr bool safeguard(std::string_view name, std::string_view level) noexcept
    {
        std::uint32_t const s = index_of(name, symbol_kind::safeguard, "safeguards", "a declared safeguard");
        if (s == none) return false;
        std::uint32_t const owner = owner_of_levels(rules_.safeguards[s], s);
        symbol const* const found = find_name(rules_, name_space::safeguard_values, level, owner);
        if (found == nullptr)
            return unknown(name, level, "a level of the safeguard", name_space::safeguard_values, owner);
        to_.safeguard_level[s] = found->index;
        return true;
    }
    /// Where a sign-off chain stands: `opened`, `complete` or `refused`.
    constexpr bool signoff(std::string_view name, std::string_view state) noexcept
    {
        std::uint32_t const c = index_of(name, symbol_kind::chain, "signoffs", "a declared sign-off chain");
        if (c == none) return false;
        constexpr std::string_view states[] = {"opened", "complete", "refused"};
        for (std::uint8_t i = 0; i < 3; ++i) {
            if (state != states[i]) continue;
            if (to_.chains[c] != chain_state::not_asked)
                return fail(request_fault::given_twice, "signoffs", name, "each chain once");
            to_.chains[c] = static_cast<chain_state>(i + 1);
            return true;
        }
        nearest_name nearest{state};
        for (std::string_view const s : states) nearest.consider(s);
        return fail(request_fault::unknown_name, name, state, "`opened`, `complete` or `refused`", nearest.best());
    }

    /// The last check: a request has at least one use.
    constexpr bool complete() noexcept
    {
        return to_.use_count != 0 ? to_.valid : fail(request_fault::no_use, "use", {}, "at least one use");
    }
    /// The type that a fact has, for those who have to read its value from somewhere; none where it isn't declared.
    constexpr fact_entry const* fact_named(std::string_view name) const noexcept
    {
        symbol const* const found = find_name(rules_, name_space::names, name);
        return found == nullptr || found->kind != symbol_kind::fact ? nullptr : &rules_.facts[found->index];
    }
    /// The first fault; `request_fault::nothing` where there was none.
    constexpr request_error const& error() const noexcept { return error_; }
    /// Notes a fault that somebody else found.
    constexpr bool fail(request_fault fault, std::string_view member, std::string_view name, std::string_view expected,
                        std::string_view nearest = {}) noexcept
    {
        if (to_.valid) error_ = {fault, member, name, expected, nearest};
        to_.valid = false;
        return false;
    }
    /// A value of another type than a fact has.
    constexpr bool wrong_type(std::uint32_t fact, std::string_view name) noexcept
    {
        constexpr std::string_view due[] = {
            "true or false",       "an unsigned integer",   "a duration such as \"12 days\"",
            "the name of a level", "the name of one value", "a list of values, or values with true or false"};
        return fail(request_fault::wrong_type, "facts", name, due[static_cast<unsigned>(rules_.facts[fact].type)]);
    }
    constexpr bool wrong_type(std::string_view name) noexcept
    {
        std::uint32_t const f = fact_index(name);
        return f != none && wrong_type(f, name);
    }

private:
    constexpr bool unknown(std::string_view member, std::string_view name, std::string_view expected, name_space space,
                           std::uint32_t owner = 0, symbol_kind kind = symbol_kind::nothing) noexcept
    {
        std::string_view nearest = nearest_declared(rules_, space, name, owner, kind);
        return fail(request_fault::unknown_name, member, name, expected, nearest);
    }
    constexpr requested_kind kind(std::string_view path, name_space space, std::string_view member,
                                  std::string_view expected) noexcept
    {
        requested_kind const found = find_kind(rules_, space, path);
        if (found.form == kind_form::unknown) unknown(member, path, expected, space);
        return found;
    }
    constexpr std::uint32_t index_of(std::string_view name, symbol_kind kind, std::string_view member,
                                     std::string_view expected) noexcept
    {
        symbol const* const found = find_name(rules_, name_space::names, name);
        if (found != nullptr && found->kind == kind) return found->index;
        unknown(member, name, expected, name_space::names, 0, kind);
        return none;
    }
    constexpr std::uint32_t fact_index(std::string_view name, std::string_view member = "facts") noexcept
    {
        return index_of(name, symbol_kind::fact, member, "a declared fact");
    }
    constexpr std::uint32_t value_index(std::uint32_t fact, std::string_view member, std::string_view value) noexcept
    {
        symbol const* const found = find_name(rules_, name_space::fact_values, value, fact);
        if (found != nullptr) return found->index;
        unknown(member, value, "a value of the fact", name_space::fact_values, fact);
        return none;
    }
    constexpr bool set(std::uint32_t fact, std::uint32_t slot, std::uint64_t value, std::string_view name) noexcept
    {
        bool const one_slot = rules_.facts[fact].type != fact_type::any_of;
        if (one_slot && to_.given[slot] != 0) return fail(request_fault::given_twice, "facts", name, "each fact once");
        set_slot(rules_, to_, fact, slot, value);
        return true;
    }

    rule_set const& rules_;
    request_view& to_;
    request_error error_{};
};

}  // namespace redline::inline v0_1
