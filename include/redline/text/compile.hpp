// compile: from contract text in C++ source to a rule set, in constant expressions.
#pragma once

#include "constant/assertions.hpp"
#include "constant/digest.hpp"
#include "constant/drafts.hpp"
#include "constant/error.hpp"
#include "constant/scenarios.hpp"
#include "constant/static_contract.hpp"

namespace redline::inline v0_1 {

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

/// What is wrong with a draft: a contract that imports others or applies templates, with the texts that it imports.
template <class Draft>
struct wrong_in_draft {
    static constexpr std::string_view name_of(std::uint32_t source) noexcept { return Draft::names[source]; }
    static constexpr diagnostic const* first() noexcept
    {
        if constexpr (constexpr diagnostic const* d = wrong_draft<Draft>(); d != nullptr) return d;
        else if constexpr (first_wrong<Draft>() != nullptr) return &located;
        else return nullptr;
    }

private:
    /// What the stages found in the expanded text, at its place in the text that people wrote.
    static constexpr diagnostic located = [] {
        diagnostic d{};
        if constexpr (wrong_draft<Draft>() == nullptr) {
            d = *first_wrong<Draft>();
            expansion<Draft>::map.locate(d);
        }
        return d;
    }();
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
///
/// The texts that it imports follow, each made by `imported<"path">(…)`; those that it does not import cost nothing but to
/// be read.
template <class Source, class... Imported>
constexpr auto compile(Source, Imported...) noexcept
{
    using namespace text::constant;
    if constexpr (wrong_sentence<Source> == nullptr && text::needs_expansion(tags_of<Source>)) {
        using draft = expanded<Source, Imported...>;
        constexpr text::diagnostic const* wrong = wrong_in_draft<draft>::first();
        if constexpr (wrong != nullptr) show<wrong_in_draft<draft>>();
        else return static_contract<draft>{};
    }
    else {
        constexpr text::diagnostic const* wrong = first_wrong<Source>();
        if constexpr (wrong != nullptr) show<wrong_text<Source>>();
        else return static_contract<Source>{};
    }
}

}  // namespace redline::inline v0_1
