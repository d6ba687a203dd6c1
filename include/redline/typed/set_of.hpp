// Sets of enumerators: what an `any of` holds, wholly or partly known.
#pragma once

#include "enumerators.hpp"

#include <initializer_list>

namespace redline::inline v0_1 {

/// A set of enumerators, for a fact that is `any of` values: exactly those in it hold, and an empty one says that none
/// does. Language reference, "What a request is".
///
/// A value that is no named enumerator makes the set not valid, and so a request that holds it. constexpr, no heap.
template <class E>
class set_of {
    static_assert(std::is_enum_v<E> && typed::has_fixed_type<E>(),
                  "redline: set_of takes an enum that has a type: `enum class`, or `enum name : int`");

public:
    constexpr set_of() noexcept = default;
    /// Exactly these values hold. One that is no named enumerator makes the set not valid.
    constexpr set_of(std::initializer_list<E> values) noexcept
    {
        for (E const v : values) add(v);
    }
    /// Says that a value holds, or that it does not. One that is no named enumerator makes the set not valid.
    constexpr set_of& add(E value, bool holds = true) noexcept
    {
        std::uint32_t const place = typed::place_of(value);
        if (place == none) valid_ = false;
        else holds_[place] = holds;
        return *this;
    }
    /// Whether a value holds; false for what is no named enumerator.
    constexpr bool contains(E value) const noexcept
    {
        std::uint32_t const place = typed::place_of(value);
        return place != none && holds_[place];
    }
    /// Whether every value that was added is an enumerator.
    constexpr bool valid() const noexcept { return valid_; }

    friend constexpr bool operator==(set_of const&, set_of const&) noexcept = default;

private:
    bool holds_[typed::enumerator_count<E> + 1] = {};
    bool valid_ = true;
};

/// For some of the values of an `any of`, whether they hold; the others are unknown, and so are all at first. Language
/// reference, "What a request is". As for `set_of`, constexpr, no heap.
template <class E>
class partly_known_set_of {
    static_assert(std::is_enum_v<E> && typed::has_fixed_type<E>(),
                  "redline: partly_known_set_of takes an enum that has a type: `enum class`, or `enum name : int`");

public:
    constexpr partly_known_set_of() noexcept = default;
    /// Says whether a value holds. One that is no named enumerator makes the set not valid.
    constexpr partly_known_set_of& has(E value, bool holds = true) noexcept
    {
        known_.add(value);
        holds_.add(value, holds);
        return *this;
    }
    /// Whether it is known if a value holds.
    constexpr bool knows(E value) const noexcept { return known_.contains(value); }
    /// Whether a value is known to hold; false where that is unknown.
    constexpr bool contains(E value) const noexcept { return holds_.contains(value); }
    /// Whether every value that was given is an enumerator.
    constexpr bool valid() const noexcept { return known_.valid(); }

    friend constexpr bool operator==(partly_known_set_of const&, partly_known_set_of const&) noexcept = default;

private:
    set_of<E> known_{}, holds_{};
};

}  // namespace redline::inline v0_1
