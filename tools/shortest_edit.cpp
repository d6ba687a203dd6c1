#include "shortest_edit.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

using items = std::vector<std::string_view>;

/// The search for the shortest way gives up behind so many differences; then what is left is shown as replaced.
constexpr std::size_t most_differences = 2000;

/// The shortest way from one text to the other: E. W. Myers, "An O(ND) difference algorithm and its variations", 1986.
/// Lines that both begin and end with are taken off before.
class shortest_edit {
public:
    shortest_edit(items const& before, items const& after) : a_{before}, b_{after} {}

    std::vector<edit> find()
    {
        std::size_t const shorter = std::min(a_.size(), b_.size());
        while (head_ != shorter && a_[head_] == b_[head_]) ++head_;
        while (tail_ != shorter - head_ && a_[a_.size() - 1 - tail_] == b_[b_.size() - 1 - tail_]) ++tail_;
        n_ = a_.size() - head_ - tail_;
        m_ = b_.size() - head_ - tail_;
        for (std::size_t i = 0; i != tail_; ++i) way_.push_back({' ', a_.size() - 1 - i, b_.size() - 1 - i});
        if (!search()) replace_all();
        for (std::size_t i = head_; i-- != 0;) way_.push_back({' ', i, i});
        std::reverse(way_.begin(), way_.end());
        return std::move(way_);
    }

private:
    using furthest = std::vector<std::size_t>;  // by diagonal, from -d to d: how far in the text before

    bool search()
    {
        std::vector<furthest> tried;
        for (std::size_t d = 0; d <= most_differences; ++d) {
            furthest now(2 * d + 1);
            for (std::size_t k = 0; k <= 2 * d; k += 2) {
                std::size_t x = d == 0 ? 0 : reached(tried.back(), d, k);
                std::size_t y = x + d - k;  // the diagonal is x - y = k - d
                while (x < n_ && y < m_ && a_[head_ + x] == b_[head_ + y]) ++x, ++y;
                now[k] = x;
                if (x != n_ || y != m_) continue;
                tried.push_back(std::move(now));
                walk_back(tried);
                return true;
            }
            tried.push_back(std::move(now));
        }
        return false;
    }
    /// Whether the way to a diagonal comes down from the one above, by a line of the text after.
    static bool comes_down(furthest const& last, std::size_t d, std::size_t k)
    {
        return k == 0 || (k != 2 * d && last[k - 2] < last[k]);
    }
    /// Diagonal `k` of `d` is diagonal `k - 1` of `d - 1`.
    static std::size_t reached(furthest const& last, std::size_t d, std::size_t k)
    {
        return comes_down(last, d, k) ? last[k] : last[k - 2] + 1;
    }
    void walk_back(std::vector<furthest> const& tried)
    {
        std::size_t x = n_, y = m_;
        std::size_t k = n_ + (tried.size() - 1) - m_;
        for (std::size_t d = tried.size() - 1; d != 0; --d) {
            bool const down = comes_down(tried[d - 1], d, k);
            std::size_t const from_x = down ? tried[d - 1][k] : tried[d - 1][k - 2];
            std::size_t const from_y = from_x + d - k - (down ? 1 : 0) + (down ? 0 : 1);
            std::size_t const x_then = down ? from_x : from_x + 1;
            while (x > x_then) same(--x, --y);
            if (down) way_.push_back({'+', head_ + x, head_ + from_y});
            else way_.push_back({'-', head_ + from_x, head_ + y});
            x = from_x;
            y = from_y;
            k -= down ? 0 : 2;
        }
        while (x > 0) same(--x, --y);
    }
    void same(std::size_t x, std::size_t y) { way_.push_back({' ', head_ + x, head_ + y}); }
    void replace_all()
    {
        for (std::size_t i = m_; i-- != 0;) way_.push_back({'+', head_ + n_, head_ + i});
        for (std::size_t i = n_; i-- != 0;) way_.push_back({'-', head_ + i, head_});
    }

    items const& a_;
    items const& b_;
    std::size_t head_ = 0, tail_ = 0;
    std::size_t n_ = 0, m_ = 0;  // lines between head and tail
    std::vector<edit> way_;      // from its end
};

}  // namespace

std::vector<edit> shortest_way(items const& before, items const& after) { return shortest_edit{before, after}.find(); }

}  // namespace redline::tool
