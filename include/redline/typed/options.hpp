// What a program tells `bind` beside its struct: what it leaves unknown, never asks for, and calls otherwise.
#pragma once

#include "../core/fixed_text.hpp"

namespace redline::inline v0_1 {

template <fixed_text... Names>
struct left_unknown_t {};
/// Facts of the contract that the struct has no member for, on purpose; `mission` and `date` as well. They stay unknown:
/// `bind<Mission>(terms, left_unknown<"persons", "date">)`.
template <fixed_text... Names>
inline constexpr left_unknown_t<Names...> left_unknown{};

template <fixed_text... Paths>
struct never_asked_t {};
/// Uses and missions of the contract that the struct's enums have no enumerator for, on purpose: those at or below these
/// paths: `bind<Mission>(terms, never_asked<"weapons">)`.
template <fixed_text... Paths>
inline constexpr never_asked_t<Paths...> never_asked{};

template <fixed_text Name, fixed_text InContract>
struct renamed_t {};
/// What a member or an enumerator called `Name` stands for in the contract, where the two can't be spelt alike:
/// `bind<Mission>(terms, renamed<"red_team", "5/red_team">)`. For several, it is given several times.
template <fixed_text Name, fixed_text InContract>
inline constexpr renamed_t<Name, InContract> renamed{};

}  // namespace redline::inline v0_1
