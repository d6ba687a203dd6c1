// What libFuzzer calls: one target, by the name that REDLINE_FUZZ_TARGET gives.
#include "targets.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    try {
        redline_fuzz::REDLINE_FUZZ_TARGET({reinterpret_cast<char const*>(data), size});
    }
    catch (redline_fuzz::finding const& found) {
        std::fprintf(stderr, "%s\n", found.what());
        std::abort();
    }
    return 0;
}
