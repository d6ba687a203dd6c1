// From a program's struct to a request of a contract: member by member, nothing looked up by name.
#pragma once

#include "binding.hpp"
#include "show.hpp"

namespace redline::inline v0_1::typed {

/// A duration in minutes; false where it is negative or too long to be counted in them.
template <class Rep, class Period>
constexpr bool in_minutes(std::chrono::duration<Rep, Period> const& d, std::uint64_t& to) noexcept
{
    // A whole number, or it would not have passed the check.
    constexpr auto factor = static_cast<std::uint64_t>(std::ratio_divide<Period, std::ratio<60>>::num);
    if (d.count() < Rep{0} || static_cast<std::uint64_t>(d.count()) > (unlimited - 1) / factor) return false;
    to = static_cast<std::uint64_t>(d.count()) * factor;
    return true;
}

/// The number of a day; false where it is none of the calendar.
constexpr bool in_days(calendar_day d, day_number& to) noexcept
{
    if (!is_real_day(d)) return false;
    to = number_of(d);
    return true;
}
constexpr bool in_days(std::chrono::year_month_day const& d, day_number& to) noexcept
{
    return in_days(calendar_day{static_cast<int>(d.year()), static_cast<std::int32_t>(static_cast<unsigned>(d.month())),
                                static_cast<std::int32_t>(static_cast<unsigned>(d.day()))},
                   to);
}
template <class Clock, class Duration>
constexpr bool in_days(std::chrono::time_point<Clock, Duration> const& d, day_number& to) noexcept
{
    constexpr day_number first = number_of({0, 1, 1});
    constexpr day_number last = number_of({9999, 12, 31});
    auto const day = d.time_since_epoch().count();
    if (day < first || day > last) return false;
    to = static_cast<day_number>(day);
    return true;
}

/// What a value of each shape must be, where its type allows others.
constexpr std::string_view valid_value_of(shape_kind kind) noexcept
{
    switch (kind) {
    case shape_kind::count: return "a number that is not negative";
    case shape_kind::age: return "a duration that is not negative";
    case shape_kind::day: return "a day of the calendar";
    case shape_kind::several: return "named enumerators, each once";
    default: return "a named enumerator";
    }
}

template <std::size_t Size>
constexpr text::constant::words<Size> words_of(std::string_view s) noexcept
{
    text::constant::words<Size> w{};
    for (std::size_t i = 0; i < Size; ++i) w.text[i] = s[i];
    w.text[Size] = '\0';  // written out, or clang shows numbers
    return w;
}
/// Not constexpr on purpose: a value that no request can hold, in a constant expression, ends here, and compilers show the
/// call: of which member, and what it must be.
template <class Name, auto... MemberAndExpected>
inline void no_request_holds_this_value() noexcept
{}
/// Makes a constant evaluation fail and show what is wrong; does nothing at run time. Older clangs show characters only one
/// by one, as of the type `Name`, and what else is fixed as an argument of this call.
template <class Name, auto... MemberAndExpected>
constexpr void refuse_value([[maybe_unused]] std::string_view expected) noexcept
{
    if (std::is_constant_evaluated()) no_request_holds_this_value<Name, MemberAndExpected...>();
}

/// Gives one member of a struct to a request of one contract. Each function gives false where a value is none that a
/// request can hold. constexpr, noexcept, no heap.
template <class Binding, class Contract, std::size_t Member>
class member_filler {
    static constexpr target to = target_at<Binding, Contract, Member>;
    static constexpr name_space kinds_space = to.is == part::mission ? name_space::missions : name_space::uses;

    // Each before its callers, or clang does not find it in constant expressions.
    static constexpr fact_entry const& fact() noexcept { return Contract::rules().facts[to.index]; }
    static constexpr void set(request_view& r, std::uint64_t value) noexcept
    {
        set_slot(Contract::rules(), r, to.index, fact().slot, value);
    }
    static constexpr void add_use(request_view& r, requested_kind use) noexcept
    {
        // Two uses of the struct may be one to a contract that knows neither.
        for (std::uint32_t i = 0; i < r.use_count; ++i)
            if (r.uses[i] == use) return;
        r.uses[r.use_count++] = use;
    }

    static constexpr bool give(request_view& r, bool value) noexcept
    {
        if constexpr (to.is == part::evidence) {
            if (value) r.evidence_age[to.index] = 0;
        }
        else set(r, value ? 1 : 0);
        return true;
    }
    template <class T>
    requires(std::is_integral_v<T>) static constexpr bool give(request_view& r, T value) noexcept
    {
        if constexpr (std::is_signed_v<T>)
            if (value < 0) return false;
        set(r, static_cast<std::uint64_t>(value));
        return true;
    }
    template <class Rep, class Period>
    static constexpr bool give(request_view& r, std::chrono::duration<Rep, Period> const& value) noexcept
    {
        std::uint64_t minutes = 0;
        if (!in_minutes(value, minutes)) return false;
        if constexpr (to.is == part::evidence) r.evidence_age[to.index] = minutes;
        else set(r, minutes);
        return true;
    }
    template <class T>
    requires(is_day<T>) static constexpr bool give(request_view& r, T const& value) noexcept
    {
        r.has_date = in_days(value, r.date);
        return r.has_date;
    }
    template <class E>
    requires(std::is_enum_v<E>) static constexpr bool give(request_view& r, E value) noexcept
    {
        std::uint32_t const place = place_of(value);
        if (place == none) return false;
        if constexpr (to.is == part::use) add_use(r, kinds_by_place<Binding, Contract, Member, kinds_space>.of[place]);
        else if constexpr (to.is == part::mission)
            r.mission = kinds_by_place<Binding, Contract, Member, kinds_space>.of[place];
        else {
            std::uint32_t const index = values_by_place<Binding, Contract, Member>.of[place];
            if constexpr (to.is == part::fact) set(r, index);
            else if constexpr (to.is == part::safeguard) r.safeguard_level[to.index] = index;
            else r.chains[to.index] = static_cast<chain_state>(index);
        }
        return true;
    }
    /// One value of an `any of`.
    static constexpr void set_value(request_view& r, std::uint32_t place, bool holds) noexcept
    {
        std::uint32_t const slot = fact().slot + values_by_place<Binding, Contract, Member>.of[place];
        r.values[slot] = holds ? 1 : 0;
        r.given[slot] = 1;
    }
    template <class E>
    static constexpr bool give(request_view& r, set_of<E> const& value) noexcept
    {
        for (std::uint32_t i = 0; i < enumerator_count<E>; ++i)
            set_value(r, i, value.contains(static_cast<E>(enumerator_entries<E>.of[i].value)));
        settle(Contract::rules(), r, to.index);
        return value.valid();
    }
    template <class E>
    static constexpr bool give(request_view& r, partly_known_set_of<E> const& value) noexcept
    {
        for (std::uint32_t i = 0; i < enumerator_count<E>; ++i) {
            E const e = static_cast<E>(enumerator_entries<E>.of[i].value);
            if (value.knows(e)) set_value(r, i, value.contains(e));
        }
        settle(Contract::rules(), r, to.index);
        return value.valid();
    }
    template <class List>
    requires(std::is_enum_v<typename listed<List>::type>) static constexpr bool give(request_view& r,
                                                                                     List const& list) noexcept
    {
        bool given[shape_at<Binding, Member>.values.size + 1] = {};
        auto const one = [&](typename listed<List>::type value) {
            std::uint32_t const place = place_of(value);
            if (place == none || given[place]) return false;
            given[place] = true;
            add_use(r, kinds_by_place<Binding, Contract, Member, kinds_space>.of[place]);
            return true;
        };
        for (auto const& entry : list) {
            if constexpr (std::is_enum_v<std::remove_cvref_t<decltype(entry)>>) {
                if (!one(entry)) return false;
            }
            else if (entry && !one(*entry)) return false;
        }
        if constexpr (requires { list.valid(); }) return list.valid();
        else return true;
    }
    template <class T>
    static constexpr bool give(request_view& r, std::optional<T> const& value) noexcept
    {
        return !value || give(r, *value);
    }
    template <class By>
    static constexpr bool attest(request_view& r, By const& by) noexcept
    {
        if constexpr (std::is_enum_v<By>) {
            std::uint32_t const place = place_of(by);
            if (place == none) return false;
            r.attested[to.index] = attesters_by_place<Binding, Contract, Member>.of[place];
            return true;
        }
        else return !by || attest(r, *by);
    }
    // The attestation first, which setting a value looks at.
    template <class T, class By>
    static constexpr bool give(request_view& r, attested<T, By> const& value) noexcept
    {
        return attest(r, value.by) && give(r, value.value);
    }
    template <fixed_text Who, class T>
    static constexpr bool give(request_view& r, attested_by<Who, T> const& value) noexcept
    {
        constexpr principal who = principal_of(Binding::words, Contract::rules(), Who.view());
        r.attested[to.index] = who;
        return give(r, value.value);
    }

public:
    static constexpr void fill(request_view& r, typename Binding::struct_type const& s) noexcept
    {
        if constexpr (to.is != part::nothing) {
            using read = member<typename Binding::struct_type, Member>;
            constexpr std::string_view expected = valid_value_of(shape_at<Binding, Member>.is);
            if (give(r, read::of(s))) return;
            r.valid = false;
#if defined(__clang__) && __clang_major__ < 16
            refuse_value<typename read::name_type>(expected);
#else
            constexpr std::string_view name = read::name();
            refuse_value<void, words_of<name.size()>(name), words_of<expected.size()>(expected)>(expected);
#endif
        }
    }
};

/// Gives a struct to a request of one contract that says nothing yet. Linear in the members; constexpr, noexcept, no heap.
///
/// A struct that does not fit is a compile error where it is bound, and no request where it is used after that: its uses
/// shall not hide that error behind others.
template <class Binding, class Contract>
constexpr void fill(request_view& r, typename Binding::struct_type const& s) noexcept
{
    if constexpr (!fits<Binding>) {
        r.valid = false;
        static_cast<void>(s);
    }
    else [&]<std::size_t... Member>(std::index_sequence<Member...>)
        {
            (member_filler<Binding, Contract, Member>::fill(r, s), ...);
        }
    (std::make_index_sequence<Binding::size>{});
}

/// How many uses a request of the struct can hold: one, or each enumerator once.
template <class Binding>
inline constexpr std::uint32_t most_uses_of = [] {
    std::uint32_t most = 1;
    for (described_member const& m : Binding::members)
        if (m.type.is == shape_kind::several && m.type.values.size > most) most = m.type.values.size;
    return most;
}();

}  // namespace redline::inline v0_1::typed
