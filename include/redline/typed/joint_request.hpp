// A request under several contracts that is filled by name.
#pragma once

#include "joint_decision.hpp"

#include "../core/alignment.hpp"
#include "../core/named_request.hpp"

namespace redline::inline v0_1 {

/// A request under several contracts, filled by the names that they declare; language reference, "What a request is", and
/// "Drafts" on how vocabularies are aligned.
///
/// A name that one contract knows suffices: to the others it is not given, and a use is what they declare above it, its
/// `.other`, or `unlisted`. In a constant expression, a name that no contract declares or a value of the wrong type is a
/// compile error; at run time the first fault is kept in `error`, and such a request is never permitted. No heap.
template <compiled_contract... Contracts>
class joint_request {
    // Before their callers, or clang does not find them in constant expressions.
    static constexpr std::uint32_t most_uses = 4;

    template <class Visit>
    constexpr void each(Visit const& visit) noexcept
    {
        [&]<std::size_t... I>(std::index_sequence<I...>)
        {
            (visit(Contracts::rules(), boost::hana::at_c<I>(memory_)), ...);
        }
        (std::index_sequence_for<Contracts...>{});
    }
    constexpr joint_request& fail(request_error const& e) noexcept
    {
        if (e.fault == request_fault::nothing) return *this;
        if (valid()) error_ = e;
        refuse_request(e.member, e.name, e.expected);
        return *this;
    }
    template <class Memory, class Write>
    constexpr void write(rule_set const& rules, Memory& memory, Write const& with) noexcept
    {
        request_view view = memory.view();
        request_writer writer{rules, view};
        if (!with(writer)) fail(writer.error());
        memory.keep(view);
    }
    constexpr joint_request& unknown(std::string_view member, std::string_view name, std::string_view expected,
                                     name_space space, symbol_kind kind) noexcept
    {
        nearest_name nearest{name};
        for (rule_set const* rules : {&Contracts::rules()...})
            nearest.consider(nearest_declared(*rules, space, name, 0, kind));
        return fail({request_fault::unknown_name, member, name, expected, nearest.best()});
    }
    static constexpr bool declares(rule_set const& rules, std::string_view name, symbol_kind kind) noexcept
    {
        symbol const* const found = find_name(rules, name_space::names, name);
        return found != nullptr && found->kind == kind;
    }
    static constexpr bool declares_principal(rule_set const& rules, std::string_view name) noexcept
    {
        return declares(rules, name, symbol_kind::party) || declares(rules, name, symbol_kind::role);
    }
    /// Writes what the contracts that declare a name take.
    template <class Write>
    constexpr joint_request& fill(std::string_view name, symbol_kind kind, std::string_view member,
                                  std::string_view expected, Write const& with) noexcept
    {
        bool known = false;
        each([&](rule_set const& rules, auto& memory) {
            if (!declares(rules, name, kind)) return;
            known = true;
            write(rules, memory, with);
        });
        return known ? *this : unknown(member, name, expected, name_space::names, kind);
    }
    template <class Write>
    constexpr joint_request& fill_fact(std::string_view name, Write const& with) noexcept
    {
        return fill(name, symbol_kind::fact, "facts", "a declared fact", with);
    }
    /// The path of what a request names, and its form; unknown where no contract knows it.
    static constexpr kind_form form_of(name_space space, std::string_view& path) noexcept
    {
        kind_form form = kind_form::unknown;
        for (rule_set const* rules : {&Contracts::rules()...})
            if (form == kind_form::unknown) form = find_kind(*rules, space, path).form;
        if (form == kind_form::other) path.remove_suffix(std::string_view{".other"}.size());
        return form;
    }

public:
    constexpr joint_request() noexcept : memory_{fixed_request<Contracts::sizes, most_uses>{Contracts::rules()}...} {}

    /// A use by its path, as `weapons.other`; again for several, up to four. One that is given twice is a fault.
    constexpr joint_request& use(std::string_view path) noexcept
    {
        std::string_view const given = path;
        kind_form const form = form_of(name_space::uses, path);
        if (form == kind_form::unknown)
            return unknown("use", given, "a declared use, `.other` below one, or `unlisted`", name_space::uses,
                           symbol_kind::nothing);
        bool is_new = false;
        bool has_room = true;
        each([&](rule_set const& rules, auto& memory) {
            requested_kind const k = aligned_kind(rules, name_space::uses, path, form);
            request_view view = memory.view();
            for (std::uint32_t i = 0; i < view.use_count; ++i)
                if (view.uses[i] == k) return;
            is_new = true;
            has_room = has_room && view.use_count != view.use_capacity;
            if (has_room) view.uses[view.use_count++] = k;
            memory.keep(view);
        });
        // Of two uses, each contract that knows one tells it from the other.
        if (!is_new) return fail({request_fault::given_twice, "use", given, "each use once", {}});
        return has_room ? *this : fail({request_fault::too_many_uses, "use", given, "fewer uses", {}});
    }
    /// A mission by its path. A second one is a fault.
    constexpr joint_request& mission(std::string_view path) noexcept
    {
        std::string_view const given = path;
        kind_form const form = form_of(name_space::missions, path);
        if (form == kind_form::unknown)
            return unknown("mission", given, "a declared mission, or `.other` below one", name_space::missions,
                           symbol_kind::nothing);
        if (has_mission_) return fail({request_fault::given_twice, "mission", given, "one mission", {}});
        has_mission_ = true;
        each([&](rule_set const& rules, auto& memory) {
            request_view view = memory.view();
            view.mission = aligned_kind(rules, name_space::missions, path, form);
            memory.keep(view);
        });
        return *this;
    }
    /// A day, as `2026-06-01`.
    constexpr joint_request& date(std::string_view day) noexcept
    {
        each([&](rule_set const& rules, auto& memory) {
            write(rules, memory, [&](request_writer& w) { return w.date(day); });
        });
        return *this;
    }
    /// A flag.
    constexpr joint_request& flag(std::string_view name, bool value = true) noexcept
    {
        return fill_fact(name, [&](request_writer& w) { return w.fact(name, value); });
    }
    /// A count.
    constexpr joint_request& count(std::string_view name, std::uint64_t value) noexcept
    {
        return fill_fact(name, [&](request_writer& w) { return w.fact(name, value); });
    }
    /// A level, a value of `one of`, or a duration such as `12 days`.
    constexpr joint_request& fact(std::string_view name, std::string_view value) noexcept
    {
        return fill_fact(name, [&](request_writer& w) { return w.fact(name, value); });
    }
    /// An `any of` of which exactly the values given by `has` after this call hold.
    constexpr joint_request& only(std::string_view name) noexcept
    {
        return fill_fact(name, [&](request_writer& w) { return w.fact_is_set(name); });
    }
    /// Whether one value of an `any of` holds.
    constexpr joint_request& has(std::string_view name, std::string_view value, bool holds = true) noexcept
    {
        return fill_fact(name, [&](request_writer& w) { return w.fact_has(name, value, holds); });
    }
    /// Who says so; to a contract that knows no such party or role, nobody does.
    constexpr joint_request& attested(std::string_view fact, std::string_view by) noexcept
    {
        bool known = false;
        fill(fact, symbol_kind::fact, "attested", "a declared fact", [](request_writer&) { return true; });
        each([&](rule_set const& rules, auto& memory) {
            if (!declares_principal(rules, by)) return;
            known = true;
            if (declares(rules, fact, symbol_kind::fact))
                write(rules, memory, [&](request_writer& w) { return w.attested(fact, by); });
        });
        return known ? *this : unknown("attested", by, "a party or a role", name_space::names, symbol_kind::role);
    }
    /// Evidence that is held, and its age, as `12 days`.
    constexpr joint_request& evidence(std::string_view name, std::string_view age = "0 minutes") noexcept
    {
        return fill(name, symbol_kind::evidence, "evidence", "declared evidence",
                    [&](request_writer& w) { return w.evidence(name, age); });
    }
    /// The level of a safeguard.
    constexpr joint_request& safeguard(std::string_view name, std::string_view level) noexcept
    {
        return fill(name, symbol_kind::safeguard, "safeguards", "a declared safeguard",
                    [&](request_writer& w) { return w.safeguard(name, level); });
    }
    /// Where a sign-off chain stands: `opened`, `complete` or `refused`.
    constexpr joint_request& signoff(std::string_view name, std::string_view state) noexcept
    {
        return fill(name, symbol_kind::chain, "signoffs", "a declared sign-off chain",
                    [&](request_writer& w) { return w.signoff(name, state); });
    }

    /// Whether nothing that was given had a fault.
    constexpr bool valid() const noexcept { return error_.fault == request_fault::nothing; }
    /// The first fault; its views point to what was given.
    constexpr request_error const& error() const noexcept { return error_; }

    /// What each contract says, and all together.
    constexpr joint_decision<Contracts...> decided() noexcept
    {
        return [&]<std::size_t... I>(std::index_sequence<I...> places)
        {
            request_view views[] = {boost::hana::at_c<I>(memory_).view()...};
            views[0].valid = views[0].valid && valid();
            return typed::decide_each<Contracts...>(views, places);
        }
        (std::index_sequence_for<Contracts...>{});
    }

private:
    boost::hana::tuple<fixed_request<Contracts::sizes, most_uses>...> memory_;
    request_error error_{};
    bool has_mission_ = false;
};

}  // namespace redline::inline v0_1
