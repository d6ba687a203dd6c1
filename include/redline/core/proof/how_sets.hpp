// Sets of ways as shared nodes: what a way does not mention stays as it is, and takes no node.
#pragma once

#include "how_memo.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace redline::inline v0_1::proof {

/// A set of ways: none at all, the one way that asks for nothing more, or a node.
using way_set = std::uint32_t;
inline constexpr way_set no_way = 0;
inline constexpr way_set nothing_more = 1;

/// Ways that bring a variable into one of the cells `first` to `last`, both included, and go on as `to` says.
struct way_arc {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    way_set to = no_way;

    friend bool operator==(way_arc const&, way_arc const&) = default;
};
/// Ways that leave a variable as it is, and ways that change it; `fewest` and `most` things does a way of it ask for.
struct way_node {
    std::uint32_t variable = 0;
    way_set unchanged = no_way;
    std::uint32_t first_arc = 0;
    std::uint32_t arc_count = 0;
    std::uint32_t fewest = 0;
    std::uint32_t most = 0;
};

/// Sets of ways that share all that is equal: equal sets are equal numbers. A zero-suppressed decision diagram whose
/// variables have many values. `full` is true once it passed its limit; no set that was made then means anything.
class way_sets {
public:
    /// `most_entries` bounds nodes and arcs together; 24 and 12 bytes each, and as much again to find them.
    explicit way_sets(std::uint32_t most_entries) : most_entries_{most_entries}, nodes_(2) {}

    bool full() const noexcept { return full_; }
    way_node const& operator[](way_set s) const noexcept { return nodes_[s]; }
    way_arc const* arcs_of(way_set s) const noexcept { return arcs_.data() + nodes_[s].first_arc; }

    /// The set of the ways of `unchanged`, and of those that begin with an arc. Arcs ascend and don't overlap; those
    /// that lead to no way are dropped, neighbours that lead to the same are joined. Linear in the arcs.
    way_set make(std::uint32_t variable, way_set unchanged, std::vector<way_arc>& arcs)
    {
        join(arcs);
        if (arcs.empty()) return unchanged;
        std::uint64_t key = key_of(variable, unchanged, arcs);
        for (std::uint32_t s; (s = found_.find(key)) != memo_table::absent; ++key)
            if (is(s, variable, unchanged, arcs)) return s;
        if (nodes_.size() + arcs_.size() + arcs.size() >= most_entries_) {
            full_ = true;
            return no_way;
        }
        way_node made{variable,
                      unchanged,
                      static_cast<std::uint32_t>(arcs_.size()),
                      static_cast<std::uint32_t>(arcs.size()),
                      ~std::uint32_t{0},
                      0};
        if (unchanged != no_way) made.fewest = nodes_[unchanged].fewest, made.most = nodes_[unchanged].most;
        for (way_arc const& a : arcs) {
            made.fewest = std::min(made.fewest, nodes_[a.to].fewest + 1);
            made.most = std::max(made.most, nodes_[a.to].most + 1);
        }
        arcs_.insert(arcs_.end(), arcs.begin(), arcs.end());
        nodes_.push_back(made);
        return found_.add(key, static_cast<way_set>(nodes_.size() - 1));
    }

private:
    static void join(std::vector<way_arc>& arcs) noexcept
    {
        std::size_t kept = 0;
        for (way_arc const& a : arcs) {
            if (a.to == no_way) continue;
            bool const goes_on = kept != 0 && arcs[kept - 1].last + 1 == a.first && arcs[kept - 1].to == a.to;
            if (goes_on) arcs[kept - 1].last = a.last;
            else arcs[kept++] = a;
        }
        arcs.resize(kept);
    }
    static std::uint64_t key_of(std::uint32_t variable, way_set unchanged, std::vector<way_arc> const& arcs) noexcept
    {
        std::uint64_t key = (std::uint64_t{variable} << 32) + unchanged;
        auto const mix = [&](std::uint64_t more) { key = ((key ^ (key >> 29)) + more) * 0x9E3779B97F4A7C15u; };
        for (way_arc const& a : arcs) {
            mix((std::uint64_t{a.first} << 32) + a.last);
            mix(a.to);
        }
        return (key ^ (key >> 32)) | std::uint64_t{1} << 63;  // not 0, nor 0 soon behind it
    }
    bool is(way_set s, std::uint32_t variable, way_set unchanged, std::vector<way_arc> const& arcs) const noexcept
    {
        way_node const& n = nodes_[s];
        return n.variable == variable && n.unchanged == unchanged && n.arc_count == arcs.size() &&
               std::equal(arcs.begin(), arcs.end(), arcs_of(s));
    }

    std::uint32_t most_entries_;
    std::vector<way_node> nodes_;  // the first two stand for the sets that are no nodes
    std::vector<way_arc> arcs_;
    memo_table found_;  // by what a set is made of; the next key is tried where sets differ
    bool full_ = false;
};

}  // namespace redline::inline v0_1::proof
