// Contenders, measured in rounds that they take turns in; what came out, as medians and quartiles.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <time.h>
#include <vector>

namespace redline_bench {

/// Nanoseconds that this thread had a processor: machines have other work too.
inline double processor_time()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

/// The middle of what was measured, and the quarter of it below and above which the others lie.
struct spread {
    double low = 0, middle = 0, high = 0;

    static spread of(std::vector<double> values)
    {
        if (values.empty()) return {};
        std::sort(values.begin(), values.end());
        auto const at = [&](std::size_t quarters) { return values[(values.size() - 1) * quarters / 4]; };
        return {at(1), at(2), at(3)};
    }
};

/// One contender on one contract.
struct result {
    std::string contender;
    spread nanoseconds{};  // a decision
    spread ratio{};        // to the hand-written chain, in the same round
};
/// All that was measured of one contract.
struct contract_results {
    std::string shape;
    std::uint32_t terms = 0;
    std::vector<result> results;
};

/// A contender: its name, how many requests it decides, and what does it and writes each outcome.
struct contender {
    std::string name;
    std::size_t requests;
    std::function<void(std::uint8_t* answers)> decide;
    std::function<bool(std::uint8_t const* answers)> is_right;
};

/// Each contender once in each of so many rounds, all of them on requests in the same order; `before` makes the order. Ends the
/// program at the first answer that is wrong. Ratios are to the first contender.
inline std::vector<result> in_rounds(int rounds, std::vector<contender> const& contenders,
                                     std::function<void()> const& before)
{
    std::vector<std::vector<double>> times(contenders.size()), ratios(contenders.size());
    std::vector<std::uint8_t> answers;
    for (int round = 0; round < rounds; ++round) {
        before();
        double floor = 0;
        for (std::size_t i = 0; i < contenders.size(); ++i) {
            contender const& c = contenders[i];
            answers.assign(c.requests, 0xFF);
            double const start = processor_time();
            c.decide(answers.data());
            double const took = processor_time() - start;
            if (!c.is_right(answers.data())) {
                std::fprintf(stderr, "%s decided otherwise than the others\n", c.name.c_str());
                std::exit(1);
            }
            double const each = took / static_cast<double>(c.requests);
            if (i == 0) floor = each;
            times[i].push_back(each);
            ratios[i].push_back(each / floor);
        }
    }
    std::vector<result> all;
    for (std::size_t i = 0; i < contenders.size(); ++i)
        all.push_back({contenders[i].name, spread::of(times[i]), spread::of(ratios[i])});
    return all;
}

}  // namespace redline_bench
