// A table from pairs of numbers to a number, for what was worked out before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace redline::inline v0_1::proof {

/// Remembers a number for each key, which is never 0; open addressing, at most half full. Constant on average.
class memo_table {
public:
    static constexpr std::uint32_t absent = 0xFFFFFFFFu;

    std::uint32_t find(std::uint64_t key) const noexcept
    {
        std::size_t at = hash(key) & (entries_.size() - 1);
        while (entries_[at].key != 0 && entries_[at].key != key) at = (at + 1) & (entries_.size() - 1);
        return entries_[at].key == 0 ? absent : entries_[at].value;
    }
    /// Remembers `value` for a key that is not there yet, and gives it.
    std::uint32_t add(std::uint64_t key, std::uint32_t value)
    {
        if (++count_ * 2 > entries_.size()) grow();
        place({key, value});
        return value;
    }

private:
    struct entry {
        std::uint64_t key = 0;
        std::uint32_t value = 0;
    };

    static std::size_t hash(std::uint64_t key) noexcept
    {
        key = (key ^ (key >> 32)) * 0x9E3779B97F4A7C15u;
        return static_cast<std::size_t>(key ^ (key >> 29));
    }
    void place(entry const& e) noexcept
    {
        std::size_t at = hash(e.key) & (entries_.size() - 1);
        while (entries_[at].key != 0) at = (at + 1) & (entries_.size() - 1);
        entries_[at] = e;
    }
    void grow()
    {
        std::vector<entry> const before = std::move(entries_);
        entries_.assign(before.size() * 2, {});
        for (entry const& e : before)
            if (e.key != 0) place(e);
    }

    std::vector<entry> entries_ = std::vector<entry>(64);  // a power of two of places
    std::size_t count_ = 0;
};

}  // namespace redline::inline v0_1::proof
