// What was measured, as JSON.
#pragma once

#include "rounds.hpp"

#include <cstdio>
#include <cstdlib>

namespace redline_bench {

inline void write_json(std::string const& path, std::vector<contract_results> const& all)
{
    std::FILE* const to = std::fopen(path.c_str(), "w");
    if (to == nullptr) {
        std::fprintf(stderr, "%s cannot be written\n", path.c_str());
        std::exit(1);
    }
    auto const list = [&](char const* name, spread const& s) {
        std::fprintf(to, ", \"%s\": {\"low\": %.4g, \"middle\": %.4g, \"high\": %.4g}", name, s.low, s.middle, s.high);
    };
    std::fputs("[", to);
    char const* comma = "\n";
    for (contract_results const& c : all)
        for (result const& r : c.results) {
            std::fprintf(to, "%s  {\"shape\": \"%s\", \"terms\": %u, \"contender\": \"%s\"", comma, c.shape.c_str(),
                         c.terms, r.contender.c_str());
            list("nanoseconds", r.nanoseconds);
            list("ratio", r.ratio);
            std::fputs("}", to);
            comma = ",\n";
        }
    std::fputs("\n]\n", to);
    std::fclose(to);
}

}  // namespace redline_bench
