// What mutated headers are made of: each change of them is in the program, and the environment says which one is on.
//
// Included before all else by `mutate.py`. In constant expressions no mutant is on: they kill nobody, and cost nothing.
#pragma once

#include <cstdlib>
#include <type_traits>

namespace redline_mutant {

/// The mutant that is on, by its number; 0: none.
inline int const active = [] {
    char const* const number = std::getenv("REDLINE_MUTANT");
    return number == nullptr ? 0 : std::atoi(number);
}();

constexpr bool on(int mutant) noexcept
{
    if (std::is_constant_evaluated()) return false;
    return active == mutant;
}

/// `a < b` is written `a < comparison{n} < b`: the operators keep their precedence, and operands need not be found.
struct comparison {
    int mutant;
};
template <class T>
struct left_of {
    T const& left;
    int mutant;
};
// What each becomes: the nearest other one.
#define REDLINE_COMPARISON(is, becomes)                                                                                \
    template <class T>                                                                                                 \
    constexpr left_of<T> operator is(T const& left, comparison c) noexcept                                             \
    {                                                                                                                  \
        return {left, c.mutant};                                                                                       \
    }                                                                                                                  \
    template <class T, class U>                                                                                        \
    constexpr bool operator is(left_of<T> a, U const& b) noexcept                                                      \
    {                                                                                                                  \
        return on(a.mutant) ? static_cast<bool>(a.left becomes b) : static_cast<bool>(a.left is b);                    \
    }
REDLINE_COMPARISON(<, <=)
REDLINE_COMPARISON(<=, <)
REDLINE_COMPARISON(>, >=)
REDLINE_COMPARISON(>=, >)
REDLINE_COMPARISON(==, !=)
REDLINE_COMPARISON(!=, ==)
#undef REDLINE_COMPARISON

/// `a & b` is written `a & bits{n} & b`.
struct bits {
    int mutant;
};
template <class T>
constexpr left_of<T> operator&(T const& left, bits b) noexcept
{
    return {left, b.mutant};
}
template <class T>
constexpr left_of<T> operator|(T const& left, bits b) noexcept
{
    return {left, b.mutant};
}
template <class T, class U>
constexpr auto operator&(left_of<T> a, U const& b) noexcept
{
    return on(a.mutant) ? a.left | b : a.left & b;
}
template <class T, class U>
constexpr auto operator|(left_of<T> a, U const& b) noexcept
{
    return on(a.mutant) ? a.left & b : a.left | b;
}

/// `!a` is written `negation{n} != a`.
struct negation {
    int mutant;
};
template <class T>
constexpr bool operator!=(negation n, T const& a) noexcept
{
    return static_cast<bool>(a) == on(n.mutant);
}

/// A default or a constant: the other truth value, or the next of an enumeration of three.
constexpr bool value(int mutant, bool is) noexcept { return is != on(mutant); }
template <class Truth>
constexpr Truth next_of_three(int mutant, Truth is) noexcept
{
    return on(mutant) ? static_cast<Truth>((static_cast<int>(is) + 1) % 3) : is;
}

}  // namespace redline_mutant
