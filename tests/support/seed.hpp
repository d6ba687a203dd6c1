// The seed of tests that make what they test at random.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

namespace redline_test {

/// The same at every run, so that a test that passed passes again; or REDLINE_SEED, to look elsewhere.
inline std::uint64_t seed_of_run()
{
    char const* const given = std::getenv("REDLINE_SEED");
    return given == nullptr ? 1 : std::stoull(given);
}

}  // namespace redline_test
