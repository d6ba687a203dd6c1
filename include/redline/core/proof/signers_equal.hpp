// Whether two sign-off chains say the same about who may sign, by spelling.
#pragma once

#include "../name_key.hpp"
#include "../rule_set.hpp"

namespace redline::inline v0_1::proof {

/// Compares chains of two contracts in all that matters for who can complete them: stages, what they escalate to, bars,
/// deputies; the order of names within a list doesn't matter. True is certain; false may only mean that one thing is said in
/// two ways. Quadratic in the lengths of the lists; constexpr, no heap.
class equal_signing {
public:
    constexpr equal_signing(rule_set const& before, rule_set const& after) noexcept : a_{before}, b_{after} {}

    constexpr bool operator()(std::uint32_t before, std::uint32_t after) noexcept
    {
        add(before, after);
        for (std::uint32_t i = 0; i < pair_count_; ++i)
            if (!same_chain(a_.chains[pairs_[i].before], b_.chains[pairs_[i].after])) return false;
        return !full_;
    }

private:
    struct pair {
        std::uint32_t before = none, after = none;
    };

    /// Before its callers, or clang does not find it in constant expressions: whether each of either list is in the other.
    template <class T, class Same>
    constexpr bool same_lists(array_view<T> const& as, index_range x, array_view<T> const& bs, index_range y,
                              Same const& same) const noexcept
    {
        for (std::uint32_t i = x.first; i != x.last; ++i) {
            bool found = false;
            for (std::uint32_t j = y.first; j != y.last && !found; ++j) found = same(as[i], bs[j]);
            if (!found) return false;
        }
        for (std::uint32_t j = y.first; j != y.last; ++j) {
            bool found = false;
            for (std::uint32_t i = x.first; i != x.last && !found; ++i) found = same(as[i], bs[j]);
            if (!found) return false;
        }
        return true;
    }
    /// Notes that two chains have to be the same; false where only one is there.
    constexpr bool add(std::uint32_t before, std::uint32_t after) noexcept
    {
        if (before == none || after == none) return before == after;
        for (std::uint32_t i = 0; i < pair_count_; ++i)
            if (pairs_[i].before == before && pairs_[i].after == after) return true;
        if (pair_count_ == most_pairs) full_ = true;
        else pairs_[pair_count_++] = {before, after};
        return true;
    }
    constexpr bool same_chain(chain_entry const& x, chain_entry const& y) noexcept
    {
        if (x.signers_distinct != y.signers_distinct || x.asker_may_sign != y.asker_may_sign || !add(x.late, y.late) ||
            !add(x.refusal, y.refusal) || x.stages.size() != y.stages.size())
            return false;
        for (std::uint32_t i = 0; i < x.stages.size(); ++i)
            if (!same_stage(a_.stages[x.stages.first + i], b_.stages[y.stages.first + i], x.late != none)) return false;
        auto const same_deputy = [&](deputy_entry const& d, deputy_entry const& e) {
            return same_role(d.deputy, e.deputy) && same_role(d.of, e.of);
        };
        auto const same_bar = [&](principal const& p, principal const& q) { return same_principal(p, q); };
        return same_lists(a_.deputies, x.deputies, b_.deputies, y.deputies, same_deputy) &&
               same_lists(a_.principals, x.barred, b_.principals, y.barred, same_bar);
    }
    constexpr bool same_stage(stage_entry const& x, stage_entry const& y, bool timed) const noexcept
    {
        return x.number == y.number && x.persons == y.persons &&
               (!timed || (x.within == unlimited) == (y.within == unlimited)) &&
               same_lists(a_.chain_roles, x.members, b_.chain_roles, y.members,
                          [&](std::uint32_t r, std::uint32_t s) { return same_role(r, s); });
    }
    constexpr bool same_name(text_ref x, text_ref y) const noexcept
    {
        return x.length == y.length && same_text(a_(x), b_(y));
    }
    constexpr bool same_role(std::uint32_t r, std::uint32_t s) const noexcept
    {
        return same_name(a_.roles[r].name, b_.roles[s].name);
    }
    /// Parties are the same where they have the same roles too.
    constexpr bool same_principal(principal const& p, principal const& q) const noexcept
    {
        if (p.kind != q.kind) return false;
        if (p.kind == principal_kind::role) return same_role(p.index, q.index);
        if (!same_name(a_.parties[p.index].name, b_.parties[q.index].name)) return false;
        return roles_are_in(a_, p.index, b_, q.index) && roles_are_in(b_, q.index, a_, p.index);
    }
    static constexpr bool roles_are_in(rule_set const& x, std::uint32_t party, rule_set const& y,
                                       std::uint32_t other) noexcept
    {
        for (role_entry const& r : x.roles) {
            bool found = r.party != party;
            for (std::uint32_t s = 0; s < y.roles.size && !found; ++s)
                found = y.roles[s].party == other && y.roles[s].name.length == r.name.length &&
                        same_text(x(r.name), y(y.roles[s].name));
            if (!found) return false;
        }
        return true;
    }

    static constexpr std::uint32_t most_pairs = 16;
    rule_set const& a_;
    rule_set const& b_;
    pair pairs_[most_pairs] = {};
    std::uint32_t pair_count_ = 0;
    bool full_ = false;
};

}  // namespace redline::inline v0_1::proof
