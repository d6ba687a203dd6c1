// What a member's type can say, as plain data: so that checks are written once, over values.
#pragma once

#include "attested.hpp"
#include "enumerators.hpp"
#include "list_of.hpp"
#include "set_of.hpp"

#include "../core/calendar.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <span>

namespace redline::inline v0_1::typed {

enum class shape_kind : std::uint8_t {
    other,        // nothing that a request can hold
    flag,         // bool
    count,        // an integer
    age,          // a duration that is a whole number of minutes
    fine_age,     // a duration that may not be
    choice,       // an enum
    loose_enum,   // an enum that may not hold every value of its range
    set,          // set_of
    partial_set,  // partly_known_set_of
    day,          // a day of the calendar
    several       // a range of an enum
};

/// What a member's type comes to, wrappers taken off. `values` are the enumerators of its enum, `attesters` those of who
/// may attest it; `attester` is who always does.
struct shape {
    shape_kind is = shape_kind::other;
    bool optional = false;
    bool attested = false;
    array_view<enumerator> values{};
    array_view<enumerator> attesters{};
    std::string_view attester{};
    bool loose_attesters = false;
};

using whole_minutes = std::chrono::duration<std::int64_t, std::ratio<60>>;

template <class T>
inline constexpr bool is_duration = false;
template <class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = true;

template <class T>
inline constexpr bool is_character = std::is_same_v<T, char> || std::is_same_v<T, wchar_t> ||
                                     std::is_same_v<T, char8_t> || std::is_same_v<T, char16_t> ||
                                     std::is_same_v<T, char32_t>;

template <class T>
inline constexpr bool is_day = std::is_same_v<T, std::chrono::year_month_day> ||
                               std::is_same_v<T, std::chrono::sys_days> || std::is_same_v<T, std::chrono::local_days> ||
                               std::is_same_v<T, calendar_day>;

/// The shape of a type without wrappers.
template <class T>
constexpr shape_kind kind_of() noexcept
{
    if constexpr (std::is_same_v<T, bool>) return shape_kind::flag;
    else if constexpr (std::is_integral_v<T> && !is_character<T>) return shape_kind::count;
    // What converts without a cast loses nothing: the rule of `std::chrono` itself.
    else if constexpr (is_duration<T>)
        return std::is_convertible_v<T, whole_minutes> ? shape_kind::age : shape_kind::fine_age;
    else if constexpr (is_day<T>) return shape_kind::day;
    else if constexpr (std::is_enum_v<T>) return has_fixed_type<T>() ? shape_kind::choice : shape_kind::loose_enum;
    else return shape_kind::other;
}

template <class T>
struct without_optional {
    using type = T;
};
template <class T>
struct without_optional<std::optional<T>> {
    using type = T;
};

/// The element of what can be walked from `begin` to `end`, or void.
template <class T>
constexpr auto element_of() noexcept
{
    if constexpr (requires(T const& list) {
                      list.begin() != list.end();
                      *list.begin();
                  })
        return std::type_identity<std::remove_cvref_t<decltype(*std::declval<T const&>().begin())>>{};
    else return std::type_identity<void>{};
}
/// The enum of a list of uses, `std::optional` around each or not; else void.
template <class T>
struct listed {
    using type = typename without_optional<typename decltype(element_of<T>())::type>::type;
};

template <class T>
struct shape_reader {
    static constexpr shape read() noexcept
    {
        shape s{};
        s.is = kind_of<T>();
        if constexpr (std::is_enum_v<T>) s.values = enumerators_of<T>();
        else if constexpr (std::is_enum_v<typename listed<T>::type>) {
            using element = typename listed<T>::type;
            s.is = has_fixed_type<element>() ? shape_kind::several : shape_kind::loose_enum;
            s.values = enumerators_of<element>();
        }
        return s;
    }
};
template <class E>
struct shape_reader<set_of<E>> {
    static constexpr shape read() noexcept { return {shape_kind::set, false, false, enumerators_of<E>()}; }
};
template <class E>
struct shape_reader<partly_known_set_of<E>> {
    static constexpr shape read() noexcept { return {shape_kind::partial_set, false, false, enumerators_of<E>()}; }
};
template <class T>
struct shape_reader<std::optional<T>> {
    static constexpr shape read() noexcept
    {
        shape s = shape_reader<T>::read();
        s.optional = true;
        return s;
    }
};
template <class T, class By>
struct shape_reader<attested<T, By>> {
    static constexpr shape read() noexcept
    {
        using who = typename without_optional<By>::type;
        shape s = shape_reader<T>::read();
        s.attested = true;
        if constexpr (std::is_enum_v<who>) s.attesters = enumerators_of<who>();
        s.loose_attesters = kind_of<who>() != shape_kind::choice;
        return s;
    }
};
template <fixed_text Who, class T>
struct shape_reader<attested_by<Who, T>> {
    static constexpr shape read() noexcept
    {
        shape s = shape_reader<T>::read();
        s.attested = true;
        s.attester = Who.view();
        return s;
    }
};

/// What a type can say. constexpr, no heap.
template <class T>
constexpr shape shape_of() noexcept
{
    return shape_reader<T>::read();
}

}  // namespace redline::inline v0_1::typed
