// Ways that ask for the same things, as boxes of values: the largest ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace redline::inline v0_1::proof {

/// A set of cells of one variable; two that are compared are of the same variable.
class cell_set {
public:
    void add(std::uint32_t first, std::uint32_t last)
    {
        if (words_.size() <= last / 64) words_.resize(last / 64 + 1);
        for (std::uint32_t c = first; c <= last; ++c) words_[c / 64] |= std::uint64_t{1} << c % 64;
    }
    bool has(std::uint32_t cell) const noexcept
    {
        return cell / 64 < words_.size() && (words_[cell / 64] >> cell % 64 & 1) != 0;
    }
    /// One more than the last cell that may be in it.
    std::uint32_t end() const noexcept { return static_cast<std::uint32_t>(words_.size() * 64); }
    bool empty() const noexcept
    {
        for (std::uint64_t const w : words_)
            if (w != 0) return false;
        return true;
    }
    bool is_within(cell_set const& other) const noexcept
    {
        for (std::size_t i = 0; i < words_.size(); ++i)
            if ((words_[i] & ~other.word(i)) != 0) return false;
        return true;
    }
    friend cell_set both(cell_set a, cell_set const& b)
    {
        for (std::size_t i = 0; i < a.words_.size(); ++i) a.words_[i] &= b.word(i);
        return a;
    }
    friend cell_set either(cell_set a, cell_set const& b)
    {
        if (a.words_.size() < b.words_.size()) a.words_.resize(b.words_.size());
        for (std::size_t i = 0; i < a.words_.size(); ++i) a.words_[i] |= b.word(i);
        return a;
    }

private:
    std::uint64_t word(std::size_t i) const noexcept { return i < words_.size() ? words_[i] : 0; }

    std::vector<std::uint64_t> words_;
};

/// A set of cells for each of some variables: every choice of one from each.
using cell_box = std::vector<cell_set>;

inline bool is_within(cell_box const& less, cell_box const& more) noexcept
{
    for (std::size_t i = 0; i < less.size(); ++i)
        if (!less[i].is_within(more[i])) return false;
    return true;
}

/// The largest box that crosses from one box into another along a variable, or an empty one where the two don't meet in
/// all others.
inline cell_box across(cell_box const& a, cell_box const& b, std::size_t along)
{
    cell_box result;
    for (std::size_t i = 0; i < a.size(); ++i) {
        result.push_back(i == along ? either(a[i], b[i]) : both(a[i], b[i]));
        if (result.back().empty()) return {};
    }
    return result;
}

/// Makes of some boxes all largest boxes that lie within their union, by iterated consensus: joins two wherever they
/// meet, until nothing larger comes of it. `spend` is told of each comparison, and stops it by giving false; then, or
/// once there are more than `most`, the boxes cover the same but need not be the largest, nor all. Whether it came to
/// its end.
template <class Spend>
bool enlarge(std::vector<cell_box>& boxes, std::size_t most, Spend const& spend)
{
    std::vector<char> covered(boxes.size(), 0);
    std::size_t count = boxes.size();
    bool ended = true;
    auto const add = [&](cell_box&& box) {
        if (box.empty()) return;
        for (std::size_t k = 0; k < boxes.size(); ++k)
            if (covered[k] == 0 && is_within(box, boxes[k])) return;
        for (std::size_t k = 0; k < boxes.size(); ++k)
            if (covered[k] == 0 && is_within(boxes[k], box)) covered[k] = 1, --count;
        ++count;
        boxes.push_back(std::move(box));
        covered.push_back(0);
    };
    for (std::size_t i = 0; i < boxes.size() && ended; ++i)
        for (std::size_t j = 0; j < i && covered[i] == 0 && ended; ++j)
            for (std::size_t v = 0; v < boxes[i].size() && covered[i] == 0 && covered[j] == 0; ++v) {
                ended = count <= most && spend(boxes.size());
                if (!ended) break;
                add(across(boxes[i], boxes[j], v));
            }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (covered[i] == 0) {
            if (kept != i) boxes[kept] = std::move(boxes[i]);
            ++kept;
        }
    boxes.resize(kept);
    return ended;
}

}  // namespace redline::inline v0_1::proof
