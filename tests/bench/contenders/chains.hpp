// What somebody would write by hand instead of a contract, for each of those that are measured.
#pragma once

#include "runtime/plain_request.hpp"

#include <cstdint>

namespace redline_bench {

using chain = plain_outcome (*)(plain_request const&);

#define REDLINE_CHAINS(X) X(few, 20) X(few, 200) X(few, 2000) X(many, 20) X(many, 200) X(many, 2000)
#define REDLINE_LONG_CHAINS(X) X(few, 20000)
#define REDLINE_DECLARE(shape, terms)                                                                                  \
    plain_outcome nested_##shape##_##terms(plain_request const&);                                                      \
    plain_outcome flat_##shape##_##terms(plain_request const&);
REDLINE_CHAINS(REDLINE_DECLARE)
#undef REDLINE_DECLARE
#define REDLINE_DECLARE(shape, terms) plain_outcome nested_##shape##_##terms(plain_request const&);
REDLINE_LONG_CHAINS(REDLINE_DECLARE)
#undef REDLINE_DECLARE

/// The chains of a contract; `flat` is null where nobody would write it.
struct chains_of_contract {
    bool few = true;
    std::uint32_t terms = 0;
    chain nested = nullptr, flat = nullptr;
};
inline constexpr chains_of_contract all_chains[] = {
#define REDLINE_ROW(shape, terms) {#shape[0] == 'f', terms, nested_##shape##_##terms, flat_##shape##_##terms},
    REDLINE_CHAINS(REDLINE_ROW)
#undef REDLINE_ROW
#define REDLINE_ROW(shape, terms) {#shape[0] == 'f', terms, nested_##shape##_##terms, nullptr},
        REDLINE_LONG_CHAINS(REDLINE_ROW)
#undef REDLINE_ROW
};

}  // namespace redline_bench
