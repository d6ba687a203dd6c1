// compile: from contract text in C++ source to a rule set, in constant expressions.
#pragma once

#include "constant/assertions.hpp"
#include "constant/digest.hpp"
#include "constant/error.hpp"
#include "constant/scenarios.hpp"
#include "constant/static_contract.hpp"

namespace redline {

namespace text::constant {

/// The first thing that is wrong with the terms, chains and scenarios of the parts of a text, or null.
template <class Source, std::uint32_t Part = 0>
constexpr diagnostic const* wrong_statement() noexcept
{
    if constexpr (Part == part_count<Source>) return nullptr;
    else if constexpr (stated<Source, Part>.wrong) return &stated<Source, Part>.first_wrong;
    else return wrong_statement<Source, Part + 1>();
}

/// The first thing that is wrong with a text, or null. A stage runs only where the one before it found nothing.
template <class Source>
constexpr diagnostic const* first_wrong() noexcept
{
    if constexpr (wrong_sentence<Source> != nullptr) return wrong_sentence<Source>;
    else if constexpr (declared<Source>.wrong) return &declared<Source>.first_wrong;
    else if constexpr (constexpr diagnostic const* d = wrong_statement<Source>(); d != nullptr) return d;
    else if constexpr (whole<Source>.wrong) return &whole<Source>.first_wrong;
    else if constexpr (constexpr diagnostic const* s = failed_scenario<Source>(); s != nullptr) return s;
    else return failed_assertion<stated_by<Source>>();
}

/// What is wrong with a text.
template <class Source>
struct wrong_text {
    static constexpr diagnostic const* first() noexcept { return first_wrong<Source>(); }
};

}  // namespace text::constant

/// Compiles a contract in a constant expression.
///
///     constexpr auto terms = redline::compile([] { return R"(
///         contract "Desk" version 1;
///         use drafting;
///         1 permit all lawful uses;
///     )"; });
///
/// `source` is a lambda without captures that returns the text. Wrong text, scenarios that come out otherwise and
/// assertions that do not hold included, is a compile error that names `contract_error` with the line and column in the
/// text, the code and the message. The result has the same rule set that `load` makes of the text. Needs no heap and
/// leaves nothing to do at run time.
template <class Source>
constexpr auto compile(Source) noexcept
{
    constexpr text::diagnostic const* wrong = text::constant::first_wrong<Source>();
    if constexpr (wrong != nullptr) text::constant::show<text::constant::wrong_text<Source>>();
    else return static_contract<Source>{};
}

}  // namespace redline
