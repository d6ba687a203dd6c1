#include "line_diff.hpp"

#include <algorithm>
#include <vector>

namespace redline::tool {

namespace {

using lines = std::vector<std::string_view>;

/// Lines with their ends.
lines lines_of(std::string_view text)
{
    lines all;
    while (!text.empty()) {
        std::size_t const end = std::min(text.find('\n'), text.size() - 1) + 1;
        all.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return all;
}

/// One line of both texts, or of one of them.
struct edit {
    char sign = ' ';
    std::size_t before = 0, after = 0;  // where it stands, or would stand, in each
};

/// The search for the shortest way gives up behind so many differences; then what is left is shown as replaced.
constexpr std::size_t most_differences = 2000;

/// The shortest way from one text to the other: E. W. Myers, "An O(ND) difference algorithm and its variations", 1986.
/// Lines that both begin and end with are taken off before.
class shortest_edit {
public:
    shortest_edit(lines const& before, lines const& after) : a_{before}, b_{after} {}

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

    lines const& a_;
    lines const& b_;
    std::size_t head_ = 0, tail_ = 0;
    std::size_t n_ = 0, m_ = 0;  // lines between head and tail
    std::vector<edit> way_;      // from its end
};

/// `12,3`: where a hunk begins, from 1, and how many lines of one side it shows; of none, the line before.
std::string range(std::size_t first, std::size_t count)
{
    return std::to_string(count == 0 ? first : first + 1) + (count == 1 ? "" : "," + std::to_string(count));
}

constexpr std::size_t context = 3;

}  // namespace

std::string unified_diff(std::string const& name, std::string_view before, std::string_view after)
{
    lines const a = lines_of(before), b = lines_of(after);
    std::vector<edit> const way = shortest_edit{a, b}.find();
    std::string out;
    for (std::size_t i = 0; i != way.size();) {
        if (way[i].sign == ' ') {
            ++i;
            continue;
        }
        std::size_t const first = i < context ? 0 : i - context;
        // A hunk ends where twice the context is alike.
        std::size_t last = i;
        for (std::size_t at = i; at != way.size() && at - last <= 2 * context; ++at)
            if (way[at].sign != ' ') last = at;
        std::size_t const end = std::min(last + 1 + context, way.size());
        std::size_t removed = 0, added = 0;
        std::string hunk;
        for (std::size_t at = first; at != end; ++at) {
            edit const& e = way[at];
            std::string_view const line = e.sign == '+' ? b[e.after] : a[e.before];
            removed += e.sign == '+' ? 0 : 1;
            added += e.sign == '-' ? 0 : 1;
            hunk.append(1, e.sign).append(line);
            if (line.back() != '\n') hunk += "\n\\ No newline at end of file\n";
        }
        if (out.empty()) out = "--- " + name + "\n+++ " + name + "\n";
        out += "@@ -" + range(way[first].before, removed) + " +" + range(way[first].after, added) + " @@\n" + hunk;
        i = end;
    }
    return out;
}

}  // namespace redline::tool
