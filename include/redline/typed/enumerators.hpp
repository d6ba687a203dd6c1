// The enumerators of an enum by name, read from what the compiler calls them.
#pragma once

#include "../core/array_view.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

namespace redline::inline v0_1 {

/// The values of an enum among which enumerators are looked for: `first` to `last`, that one included, as far as the
/// enum's type holds them. To be specialised for an enum whose enumerators have others; a value outside is never given to
/// a contract, and a request that holds one is not valid. The compiler's time grows with the range.
template <class E>
struct enumerator_range {
    static constexpr std::int64_t first = 0;
    static constexpr std::int64_t last = 127;
};

namespace typed {

struct enumerator {
    std::string_view name{};
    std::int64_t value = 0;
};

/// Whether an enum has a fixed type, as every `enum class` has: only then may it hold any value of its range.
template <class E>
constexpr bool has_fixed_type() noexcept
{
    return requires { E{0}; };
}

/// How compilers call a list of values of an enum: `… Values = {place::sea, place::land, (place)2}]`, the list in angle
/// brackets with clang. One function for all values costs them less than one for each.
template <class E, E... Values>
constexpr char const* spelled() noexcept
{
    return __PRETTY_FUNCTION__;
}

/// Calls `visit` with what each value of such a list is called, in its order. Commas within brackets part nothing: types
/// that enums are members of may hold them.
template <class Visit>
constexpr void each_spelled(std::string_view list, Visit const& visit) noexcept
{
    constexpr std::string_view before = "Values = ";
    list.remove_prefix(list.rfind(before) + before.size() + 1);
    std::size_t from = 0;
    int depth = 0;
    for (std::size_t at = 0; at < list.size(); ++at) {
        char const c = list[at];
        bool const closes = c == ')' || c == '}' || c == '>' || c == ']';
        if ((closes || c == ',') && depth == 0) {
            std::string_view const all = list.substr(from, at - from);
            visit(all);
            if (closes) return;
            from = at + 2;
        }
        else if (closes) --depth;
        else if (c == '(' || c == '{' || c == '<' || c == '[') ++depth;
    }
}

/// The name in what a value is called, or nothing where it has none: that is called by a cast, `(place)2`.
constexpr std::string_view name_of_value(std::string_view called) noexcept
{
    std::size_t from = called.size();
    while (from != 0 && called[from - 1] != ':' && called[from - 1] != ')') --from;
    if (from != 0 && called[from - 1] == ')') return {};
    std::string_view const name = called.substr(from);
    bool const number = name.empty() || (name[0] >= '0' && name[0] <= '9') || name[0] == '-';
    return number ? std::string_view{} : name;
}

/// The range of an enum, as far as its type goes.
template <class E>
inline constexpr auto range_of = [] {
    using type = std::underlying_type_t<E>;
    struct {
        std::int64_t first = enumerator_range<E>::first, last = enumerator_range<E>::last;
    } range;
    constexpr auto lowest = static_cast<std::int64_t>(std::numeric_limits<type>::min());
    constexpr auto highest = static_cast<std::uint64_t>(std::numeric_limits<type>::max());
    if (lowest > range.first) range.first = lowest;
    if (range.last >= 0 && highest < static_cast<std::uint64_t>(range.last))
        range.last = static_cast<std::int64_t>(highest);
    return range;
}();

template <class E, std::size_t... I>
constexpr char const* spelled_range(std::index_sequence<I...>) noexcept
{
    return spelled<E, static_cast<E>(range_of<E>.first + static_cast<std::int64_t>(I))...>();
}
template <class E>
inline constexpr std::string_view spelled_values =
    spelled_range<E>(std::make_index_sequence<static_cast<std::size_t>(range_of<E>.last - range_of<E>.first + 1)>{});

template <class E>
inline constexpr std::size_t enumerator_count = [] {
    std::size_t count = 0;
    each_spelled(spelled_values<E>, [&](std::string_view called) { count += name_of_value(called).empty() ? 0 : 1; });
    return count;
}();

template <std::size_t Count>
struct enumerator_list {
    enumerator of[Count + 1] = {};
};
template <class E>
inline constexpr auto enumerator_entries = [] {
    enumerator_list<enumerator_count<E>> list{};
    std::size_t count = 0;
    std::int64_t value = range_of<E>.first;
    each_spelled(spelled_values<E>, [&](std::string_view called) {
        std::string_view const name = name_of_value(called);
        if (!name.empty()) list.of[count++] = {name, value};
        ++value;
    });
    return list;
}();

/// The enumerators of an enum in the order of their values; of two of one value, the one that the compiler calls it by.
/// Empty for an enum without a fixed type. Constant data; linear in the enum's `enumerator_range`.
template <class E>
constexpr array_view<enumerator> enumerators_of() noexcept
{
    if constexpr (has_fixed_type<E>())
        return {enumerator_entries<E>.of, static_cast<std::uint32_t>(enumerator_count<E>)};
    else return {};
}

/// For each value from that of the first enumerator to that of the last, the place of its enumerator, or `none`.
template <class E>
inline constexpr auto enumerator_places = [] {
    constexpr auto const& entries = enumerator_entries<E>.of;
    struct {
        std::uint32_t of[static_cast<std::size_t>(entries[enumerator_count<E> - 1].value - entries[0].value + 1)] = {};
    } table{};
    for (std::uint32_t& place : table.of) place = none;
    for (std::uint32_t i = 0; i < enumerator_count<E>; ++i) table.of[entries[i].value - entries[0].value] = i;
    return table;
}();

/// The place of a value among the enumerators of its enum, or `none` where it has no name. Constant; constexpr, no heap.
template <class E>
constexpr std::uint32_t place_of(E value) noexcept
{
    if constexpr (enumerator_count<E> == 0) return none;
    else {
        constexpr std::size_t values = sizeof enumerator_places<E>.of / sizeof(std::uint32_t);
        // Without signs, so that one comparison leaves out what is below as well.
        auto const at =
            static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(enumerator_entries<E>.of[0].value);
        if constexpr (values == enumerator_count<E>) return at < values ? static_cast<std::uint32_t>(at) : none;
        else return at < values ? enumerator_places<E>.of[at] : none;
    }
}

}  // namespace typed
}  // namespace redline::inline v0_1
