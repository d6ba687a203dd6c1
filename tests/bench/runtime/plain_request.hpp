// A request as a program without Redline would have it, and what it would decide.
#pragma once

#include <cstdint>

namespace redline_bench {

struct plain_request {
    std::uint32_t use = 0;
    std::uint32_t network = 0;
    std::uint32_t oversight = 0;
    bool urgent = false;
    std::uint64_t persons = 0;
    std::uint32_t days[4] = {};  // of evidence; `not_held` where it isn't
};
inline constexpr std::uint32_t not_held = 0xFFFFFFFFu;

enum class plain_outcome { permitted, paused, prohibited };

}  // namespace redline_bench
