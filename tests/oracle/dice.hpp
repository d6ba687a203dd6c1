// An independent oracle: random choices, the same on every machine for the same seed, and the numbers they choose from.
#pragma once

#include "contract.hpp"

#include <algorithm>
#include <random>
#include <utility>

namespace redline_oracle {

/// Choices without the distributions of the standard library, whose results differ between its makers.
class dice {
public:
    explicit dice(std::mt19937_64& engine) : engine_(engine) {}

    std::size_t below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }
    std::size_t between(std::size_t first, std::size_t last) { return first + below(last - first + 1); }
    bool percent(std::size_t chance) { return below(100) < chance; }

    template <class T>
    const T& pick(const std::vector<T>& list)
    {
        return list[below(list.size())];
    }

    template <class T>
    void shuffle(std::vector<T>& list)
    {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
    }

    /// `least` to `most` different items of a list, in random order; fewer if the list is shorter.
    template <class T>
    std::vector<T> some(std::vector<T> list, std::size_t least, std::size_t most)
    {
        shuffle(list);
        list.resize(std::min(list.size(), between(least, most)));
        return list;
    }

private:
    std::mt19937_64& engine_;
};

/// What contracts name, and (beside these, one less and one more) what requests give.
inline std::uint64_t threshold_count(dice& d)
{
    return d.pick(std::vector<std::uint64_t>{0, 1, 10, 10, 1000, 1000, 10'000, 1'099'511'627'776, UINT64_MAX});
}
inline std::uint64_t near_count(dice& d)
{
    const std::uint64_t count = threshold_count(d);
    const std::size_t way = d.below(3);
    return way == 1 && count != 0 ? count - 1 : way == 2 && count != UINT64_MAX ? count + 1 : count;
}

inline duration threshold_time(dice& d)
{
    return d.pick(std::vector<duration>{{30, "minutes"},
                                        {1, "hour"},
                                        {36, "hours"},
                                        {1, "day"},
                                        {24, "hours"},
                                        {2, "weeks"},
                                        {14, "days"},
                                        {30, "days"},
                                        {90, "days"},
                                        {180, "days"},
                                        {1, "year"}});
}
inline duration near_time(dice& d)
{
    const duration time = threshold_time(d);
    const std::size_t way = d.below(8);
    if (way == 0) return {time.minutes() - 1, "minutes"};
    if (way == 1) return {time.minutes() + 1, "minutes"};
    if (way == 2) return {0, "days"};
    if (way == 3) return {time.minutes(), "minutes"};
    if (way == 4) return {d.between(1, 200), "days"};
    return time;
}

inline date threshold_date(dice& d) { return d.pick(names{"2026-03-01", "2026-07-15", "2027-02-28", "2028-02-29"}); }
inline date near_date(dice& d)
{
    return d.pick(names{"2025-12-31", "2026-02-28", "2026-03-01", "2026-03-02", "2026-07-14", "2026-07-15",
                        "2026-07-16", "2027-02-27", "2027-02-28", "2027-03-01", "2028-02-28", "2028-02-29",
                        "2028-03-01"});
}

}  // namespace redline_oracle
