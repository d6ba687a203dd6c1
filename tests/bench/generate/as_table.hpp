// A model of a contract as the table that somebody would write by hand, who knows these terms: a row of masks and limits for each,
// sorted by use.
#pragma once

#include "contract.hpp"
#include "runtime/plain_request.hpp"

namespace redline_bench {

class hand_written_table {
public:
    explicit hand_written_table(contract const& c) : first_(c.uses.size() + 1)
    {
        for (std::uint32_t u = 0; u < c.uses.size(); ++u) {
            first_[u] = static_cast<std::uint32_t>(rows_.size());
            if (!c.uses[u].leaf) continue;
            for (term const& t : c.terms)
                if (t.is != form::log && u >= t.use && u < c.uses[t.use].last) rows_.push_back(row_of(t));
        }
        first_[c.uses.size()] = static_cast<std::uint32_t>(rows_.size());
    }

    /// The outcome of a request whose use is a leaf.
    plain_outcome operator()(plain_request const& r) const
    {
        bool waits = false;
        row const* const last = rows_.data() + first_[r.use + 1];
        for (row const* t = rows_.data() + first_[r.use]; t != last; ++t) {
            if (!t->when.holds(r)) continue;
            if (t->any_paper ? t->to.holds(r) || is_any_fresh(*t, r) : are_all_fresh(*t, r) || t->to.holds(r)) continue;
            if (t->prohibits) return plain_outcome::prohibited;
            waits = true;
        }
        return waits ? plain_outcome::paused : plain_outcome::permitted;
    }

private:
    struct given {
        std::uint8_t networks = 0xFF, oversights = 0xFF, urgent = 3;
        std::uint64_t persons_from = 0;

        bool holds(plain_request const& r) const
        {
            return ((networks >> r.network) & (oversights >> r.oversight) & (urgent >> (r.urgent ? 1 : 0)) & 1) != 0 &&
                   r.persons >= persons_from;
        }
    };
    struct row {
        given when{}, to{};
        std::uint32_t days[4] = {};
        std::uint8_t papers = 0;
        bool any_paper = false, prohibits = false;
    };
    static bool are_all_fresh(row const& t, plain_request const& r)
    {
        if (t.papers == 0) return false;
        for (unsigned p = 0; p < 4; ++p)
            if ((t.papers >> p & 1) != 0 && r.days[p] > t.days[p]) return false;
        return true;
    }
    static bool is_any_fresh(row const& t, plain_request const& r)
    {
        for (unsigned p = 0; p < 4; ++p)
            if ((t.papers >> p & 1) != 0 && r.days[p] <= t.days[p]) return true;
        return false;
    }
    static void narrow(given& g, atom const& a)
    {
        auto const bit = [&](std::uint64_t of) { return static_cast<std::uint8_t>(1u << of); };
        auto const below = [&](std::uint64_t of) { return static_cast<std::uint8_t>((1u << of) - 1); };
        switch (a.asks) {
        case question::network_is: g.networks = bit(a.operand); break;
        case question::network_is_not: g.networks = static_cast<std::uint8_t>(~bit(a.operand)); break;
        case question::oversight_least: g.oversights = static_cast<std::uint8_t>(~below(a.operand)); break;
        case question::oversight_under: g.oversights = below(a.operand); break;
        case question::persons_over: g.persons_from = a.operand + 1; break;
        case question::urgent: g.urgent = 2; break;
        default: g.urgent = 1; break;
        }
    }
    static row row_of(term const& t)
    {
        row r;
        for (atom const& a : t.when) narrow(r.when, a);
        for (paper const& p : t.with) {
            r.papers = static_cast<std::uint8_t>(r.papers | 1u << p.which);
            r.days[p.which] = p.days;
        }
        r.any_paper = t.is == form::restrict;
        if (t.is == form::restrict) narrow(r.to, t.to);
        else r.to.urgent = 0;  // never
        r.prohibits = t.with.empty();
        return r;
    }

    std::vector<std::uint32_t> first_;
    std::vector<row> rows_;
};

}  // namespace redline_bench
