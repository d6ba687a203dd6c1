// Choices that are the same on every machine.
#pragma once

#include <cstdint>
#include <random>

namespace redline_bench {

class dice {
public:
    explicit dice(std::uint64_t seed) : engine_{seed} {}

    std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(engine_() % end); }
    std::uint32_t between(std::uint32_t first, std::uint32_t last) { return first + below(last - first + 1); }
    bool percent(std::uint32_t chance) { return below(100) < chance; }

private:
    std::mt19937_64 engine_;
};

}  // namespace redline_bench
