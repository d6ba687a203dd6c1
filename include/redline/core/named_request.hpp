// A request of fixed size that is filled by name, in constant expressions or at run time.
#pragma once

#include "fixed.hpp"

#include <type_traits>

namespace redline::inline v0_1 {

/// Not constexpr on purpose: a request with a fault, in a constant expression, ends here, and compilers show the call.
inline void request_is_not_valid(std::string_view member, std::string_view name, std::string_view expected) noexcept
{
    static_cast<void>(member);
    static_cast<void>(name);
    static_cast<void>(expected);
}

/// Makes a constant evaluation fail and show what is wrong; does nothing at run time.
constexpr void refuse_request(std::string_view member, std::string_view name, std::string_view expected) noexcept
{
    // Not the nearest name: it points into the contract, and compilers would print the whole of that.
    if (std::is_constant_evaluated()) request_is_not_valid(member, name, expected);
}

/// A request of a rule set of the sizes `S`, filled by the names that the contract declares; language reference, "What a
/// request is".
///
///     terms.request().use("weapons.autonomous").mission("combat").flag("lawful").fact("oversight", "none")
///
/// In a constant expression, a name that the contract does not declare or a value of the wrong type is a compile error. At
/// run time the first fault is kept in `error`, and such a request is never permitted. No heap.
template <rule_set_sizes S, std::uint32_t MostUses = 4>
class named_request {
public:
    /// Says nothing yet; the rule set must outlive it.
    constexpr explicit named_request(rule_set const& rules) noexcept : rules_{&rules}, memory_{rules} {}

    /// A use by its path, as `weapons.other`; again for several.
    constexpr named_request& use(std::string_view path) noexcept
    {
        return fill([&](request_writer& w) { return w.use(path); });
    }
    /// A mission by its path.
    constexpr named_request& mission(std::string_view path) noexcept
    {
        return fill([&](request_writer& w) { return w.mission(path); });
    }
    /// A day, as `2026-06-01`.
    constexpr named_request& date(std::string_view day) noexcept
    {
        return fill([&](request_writer& w) { return w.date(day); });
    }
    /// A flag.
    constexpr named_request& flag(std::string_view name, bool value = true) noexcept
    {
        return fill([&](request_writer& w) { return w.fact(name, value); });
    }
    /// A count.
    constexpr named_request& count(std::string_view name, std::uint64_t value) noexcept
    {
        return fill([&](request_writer& w) { return w.fact(name, value); });
    }
    /// A level, a value of `one of`, or a duration such as `12 days`.
    constexpr named_request& fact(std::string_view name, std::string_view value) noexcept
    {
        return fill([&](request_writer& w) { return w.fact(name, value); });
    }
    /// An `any of` of which exactly the values given by `has` after this call hold.
    constexpr named_request& only(std::string_view name) noexcept
    {
        return fill([&](request_writer& w) { return w.fact_is_set(name); });
    }
    /// Whether one value of an `any of` holds.
    constexpr named_request& has(std::string_view name, std::string_view value, bool holds = true) noexcept
    {
        return fill([&](request_writer& w) { return w.fact_has(name, value, holds); });
    }
    /// Which party or role says what a fact is.
    constexpr named_request& attested(std::string_view fact, std::string_view by) noexcept
    {
        return fill([&](request_writer& w) { return w.attested(fact, by); });
    }
    /// Evidence that is held, and its age, as `12 days`.
    constexpr named_request& evidence(std::string_view name, std::string_view age = "0 minutes") noexcept
    {
        return fill([&](request_writer& w) { return w.evidence(name, age); });
    }
    /// The level of a safeguard.
    constexpr named_request& safeguard(std::string_view name, std::string_view level) noexcept
    {
        return fill([&](request_writer& w) { return w.safeguard(name, level); });
    }
    /// Where a sign-off chain stands: `opened`, `complete` or `refused`.
    constexpr named_request& signoff(std::string_view name, std::string_view state) noexcept
    {
        return fill([&](request_writer& w) { return w.signoff(name, state); });
    }

    /// Whether nothing that was given had a fault.
    constexpr bool valid() const noexcept { return error_.fault == request_fault::nothing; }
    /// The first fault; its views point to what was given.
    constexpr request_error const& error() const noexcept { return error_; }
    /// What `decide` takes; valid as long as this object stays where it is.
    constexpr request_view view() noexcept { return memory_.view(); }

private:
    template <class Fill>
    constexpr named_request& fill(Fill const& with) noexcept
    {
        request_view view = memory_.view();
        request_writer writer{*rules_, view};
        if (!with(writer)) {
            request_error const& e = writer.error();
            if (valid()) error_ = e;
            refuse_request(e.member, e.name, e.expected);
        }
        memory_.keep(view);
        return *this;
    }

    rule_set const* rules_;
    fixed_request<S, MostUses> memory_;
    request_error error_{};
};

}  // namespace redline::inline v0_1
