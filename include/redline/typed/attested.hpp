// Values with who attests them.
#pragma once

#include "../core/fixed_text.hpp"

namespace redline::inline v0_1 {

/// A value of a fact, and who attests it: an enumerator of an enum of the program's own whose enumerators are parties and
/// roles of the contract by name, or `std::optional` of one where it may be nobody. Language reference, "What a request
/// is". `attested<bool, signer> lawful{true, signer::general_counsel};`
template <class T, class By>
struct attested {
    T value{};
    By by{};
};

/// A value of a fact that one party or role of the contract always attests, by its name.
template <fixed_text Who, class T>
struct attested_by {
    T value{};

    constexpr attested_by() = default;
    /// From the value alone; not explicit, as who attests it is in the type.
    constexpr attested_by(T const& v) : value{v} {}
};

}  // namespace redline::inline v0_1
