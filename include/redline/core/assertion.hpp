// Assertions of a contract as flat data: what it says of every complete request.
#pragma once

#include "decision.hpp"

namespace redline::inline v0_1 {

/// What an assertion says of the requests that it speaks of: that they always or never have an outcome, or that they are
/// permitted once all is obtained that can be, and nothing refused.
enum class assertion_claim : std::uint8_t { always, never, attainable };

/// One `assert`; language reference, "Assertions". It speaks of the complete requests of one use for which `scope` and
/// `when` are true and `without` is false.
struct assertion_entry {
    assertion_claim claim = assertion_claim::always;
    enum outcome outcome = outcome::permitted;  // of an `attainable` one, the outcome that is attained
    scope_entry scope{};
    index_range when{};        // a given condition; empty where there is none
    index_range without{};     // the `or` of its items; empty where there are none
    std::uint32_t offset = 0;  // of the word `assert` in the text
    std::uint32_t length = 0;
    std::uint32_t line = 0;
};

/// The word of the language.
constexpr std::string_view name_of(assertion_claim c) noexcept
{
    return c == assertion_claim::always ? "always" : c == assertion_claim::never ? "never" : "always attainable";
}

}  // namespace redline::inline v0_1
