// A set of indices in memory that somebody else owns, walked in ascending order.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace redline::inline v0_1 {

/// How many 64-bit words a set of indices below `n` takes: its bits, and a summary of which words hold any.
constexpr std::uint32_t index_set_words(std::uint32_t n) noexcept
{
    std::uint32_t const words = (n + 63) / 64;
    return words + (words + 63) / 64;
}

/// A read-only set of indices. Iteration is ascending: the order of the text, or of declaration. Never allocates.
class index_set_view {
public:
    /// A forward iterator over the indices.
    class iterator {
    public:
        using value_type = std::uint32_t;
        using difference_type = std::ptrdiff_t;

        constexpr iterator() noexcept = default;
        /// At the first index of `size` words.
        constexpr iterator(std::uint64_t const* words, std::uint32_t size) noexcept : words_{words}, size_{size}
        {
            find();
        }
        constexpr std::uint32_t operator*() const noexcept
        {
            return at_ * 64 + static_cast<std::uint32_t>(std::countr_zero(left_));
        }
        constexpr iterator& operator++() noexcept
        {
            left_ &= left_ - 1;
            if (left_ == 0) {
                ++at_;
                find();
            }
            return *this;
        }
        constexpr iterator operator++(int) noexcept
        {
            iterator const before = *this;
            ++*this;
            return before;
        }
        friend constexpr bool operator==(iterator const& a, iterator const& b) noexcept
        {
            return a.at_ == b.at_ && a.left_ == b.left_;
        }

    private:
        friend class index_set_view;
        constexpr void find() noexcept
        {
            for (; at_ < size_; ++at_)
                if ((left_ = words_[at_]) != 0) return;
            left_ = 0;
        }
        std::uint64_t const* words_ = nullptr;
        std::uint32_t size_ = 0;
        std::uint32_t at_ = 0;
        std::uint64_t left_ = 0;
    };

    constexpr index_set_view() noexcept = default;
    /// Of the words of an `index_set` for indices below `limit`.
    constexpr index_set_view(std::uint64_t const* words, std::uint32_t limit) noexcept
        : words_{words}, size_{(limit + 63) / 64}
    {}
    constexpr iterator begin() const noexcept { return {words_, size_}; }
    constexpr iterator end() const noexcept
    {
        iterator past{};
        past.at_ = size_;
        return past;
    }
    constexpr bool empty() const noexcept { return begin() == end(); }
    constexpr std::uint32_t size() const noexcept
    {
        std::uint32_t count = 0;
        for (std::uint32_t i = 0; i < size_; ++i) count += static_cast<std::uint32_t>(std::popcount(words_[i]));
        return count;
    }
    /// Whether an index, of whatever size, is in the set.
    constexpr bool contains(std::uint32_t i) const noexcept
    {
        return i / 64 < size_ && (words_[i / 64] >> (i % 64) & 1) != 0;
    }

private:
    std::uint64_t const* words_ = nullptr;
    std::uint32_t size_ = 0;
};

/// A set of indices that can be filled and emptied; its memory starts as zeros. Emptying costs what was put in, not what
/// there is room for.
class index_set {
public:
    constexpr index_set() noexcept = default;
    /// In `index_set_words(limit)` words, which are zero.
    constexpr index_set(std::uint64_t* words, std::uint32_t limit) noexcept
        : words_{words}, limit_{limit}, size_{(limit + 63) / 64}
    {}
    /// Puts in an index below the limit.
    constexpr void add(std::uint32_t i) noexcept
    {
        std::uint32_t const word = i / 64;
        words_[word] |= std::uint64_t{1} << (i % 64);
        words_[size_ + word / 64] |= std::uint64_t{1} << (word % 64);
    }
    /// Puts in what may be there already; gives whether it was not.
    constexpr bool insert(std::uint32_t i) noexcept
    {
        bool const is_new = (words_[i / 64] >> (i % 64) & 1) == 0;
        if (is_new) add(i);
        return is_new;
    }
    /// Takes everything out.
    constexpr void clear() noexcept
    {
        // A few words are zeroed unseen: faster than asking which of them hold anything, and than a loop or `memset`.
        switch (size_) {
        case 4: words_[3] = 0; [[fallthrough]];
        case 3: words_[2] = 0; [[fallthrough]];
        case 2: words_[1] = 0; [[fallthrough]];
        case 1:
            words_[0] = 0;
            words_[size_] = 0;
            [[fallthrough]];
        case 0: return;
        default: break;
        }
        for (std::uint32_t s = 0; s < (size_ + 63) / 64; ++s) {
            for (std::uint64_t left = words_[size_ + s]; left != 0; left &= left - 1)
                words_[s * 64 + static_cast<std::uint32_t>(std::countr_zero(left))] = 0;
            words_[size_ + s] = 0;
        }
    }
    /// Calls `visit` with every index, ascending; what it adds to this set meanwhile may or may not be visited.
    template <class Visit>
    constexpr void each(Visit&& visit) const noexcept
    {
        for (std::uint32_t s = 0; s < (size_ + 63) / 64; ++s)
            for (std::uint64_t words = words_[size_ + s]; words != 0; words &= words - 1) {
                std::uint32_t const word = s * 64 + static_cast<std::uint32_t>(std::countr_zero(words));
                for (std::uint64_t bits = words_[word]; bits != 0; bits &= bits - 1)
                    visit(word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
            }
    }
    /// Whether an index below the limit is in the set.
    constexpr bool contains(std::uint32_t i) const noexcept { return (words_[i / 64] >> (i % 64) & 1) != 0; }
    /// The set, to be read; changes with it.
    constexpr index_set_view view() const noexcept { return {words_, limit_}; }

private:
    std::uint64_t* words_ = nullptr;
    std::uint32_t limit_ = 0;
    std::uint32_t size_ = 0;
};

}  // namespace redline::inline v0_1
