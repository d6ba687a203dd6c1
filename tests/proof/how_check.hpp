// Tries ways by single decisions: that they work, that nothing less does, and that their values are all.
#pragma once

#include "proof/how_items.hpp"

#include <random>

namespace redline_test {

/// Whether a changed request holds what a way asks for.
inline bool holds(redline::way const& w, redline::request_view const& r)
{
    auto const among = [](auto const& ranges, auto value) {
        return std::any_of(ranges.begin(), ranges.end(),
                           [&](auto const& range) { return value >= range.first && value <= range.last; });
    };
    bool all = w.missions.empty() || std::find(w.missions.begin(), w.missions.end(), r.mission) != w.missions.end();
    all = all && (w.dates.empty() || (r.has_date && among(w.dates, r.date)));
    for (std::uint32_t const e : w.evidence) all = all && r.evidence_age[e] == 0;
    for (redline::wanted_safeguard const& s : w.safeguards) all = all && r.safeguard_level[s.safeguard] >= s.level;
    for (std::uint32_t const c : w.chains) all = all && r.chains[c] == redline::chain_state::complete;
    for (redline::wanted_fact const& f : w.facts)
        all = all && r.known[f.slot] != 0 && among(f.values, r.values[f.slot]);
    return all;
}

/// Tries the ways of one request.
class way_check {
public:
    way_check(redline::rule_set const& rules, redline::request_view const& request)
        : rules_{rules}, request_{request}, all_{items_of(rules, request)}, work_{rules}
    {}

    bool permits(redline::request_view const& r)
    {
        return decide(rules_, r, work_.view()).outcome == redline::outcome::permitted;
    }

    /// What is wrong with a way, or nothing.
    char const* fault_of(redline::way const& w, std::mt19937_64& rng)
    {
        std::vector<how_item> const items = wanted(w);
        if (items.size() != w.size()) return "asks for what can't be changed";
        for (how_item const& i : items)
            if (i.values.empty()) return "asks for a value that nothing has";
        bool every = false;
        if (!each_choice(items, rng, every)) return "a choice of it is not permitted, or not as small as can be";
        for (std::size_t i = 0; i < items.size() && every; ++i)
            for (std::uint64_t const more : items[i].refused) {
                std::vector<how_item> other = items;
                other[i].values = {more};
                if (each_choice(other, rng, every)) return "another value would do with all choices of the rest";
            }
        redline::request_memory with = copy_of(rules_, request_);
        apply(rules_, w, with.view());
        if (!holds(w, with.view()) || !permits(with.view())) return "applied, it is not permitted";
        return nullptr;
    }
    /// Whether whatever permits the request holds one of its ways, tried at random.
    bool is_complete(std::vector<redline::way> const& ways, std::mt19937_64& rng, int tries)
    {
        for (int t = 0; t < tries; ++t) {
            redline::request_memory with = copy_of(rules_, request_);
            std::uint64_t const chance = rng() % 100;
            for (how_item const& i : all_)
                if (rng() % 100 < chance) change(rules_, i, i.values[rng() % i.values.size()], with.view());
            bool const held =
                std::any_of(ways.begin(), ways.end(), [&](redline::way const& w) { return holds(w, with.view()); });
            if (permits(with.view()) != held) return false;
        }
        return true;
    }

private:
    static constexpr std::size_t most_choices = 64;

    /// The things that a way asks for, their values parted.
    std::vector<how_item> wanted(redline::way const& w) const
    {
        std::vector<how_item> items;
        redline::request_memory with = copy_of(rules_, request_);
        for (how_item const& one : all_) {
            redline::way only;  // this thing of the way, and no other
            using redline::proof::variable_kind;
            auto const keep = [&](auto const& from, auto& to, auto const& is) {
                for (auto const& x : from)
                    if (is(x)) to.push_back(x);
            };
            auto const same = [&](std::uint32_t x) { return x == one.subject; };
            switch (one.kind) {
            case variable_kind::slot: keep(w.facts, only.facts, [&](auto const& f) { return same(f.slot); }); break;
            case variable_kind::mission: only.missions = w.missions; break;
            case variable_kind::date: only.dates = w.dates; break;
            case variable_kind::evidence: keep(w.evidence, only.evidence, same); break;
            case variable_kind::safeguard:
                keep(w.safeguards, only.safeguards, [&](auto const& s) { return same(s.safeguard); });
                break;
            case variable_kind::chain: keep(w.chains, only.chains, same); break;
            }
            if (only.size() == 0) continue;
            how_item item = one;
            item.values.clear();
            for (std::uint64_t const value : one.values) {
                change(rules_, one, value, with.view());
                (holds(only, with.view()) ? item.values : item.refused).push_back(value);
            }
            if (one.kind == variable_kind::safeguard) {
                item.values.resize(1);  // the lowest that does
                item.refused.clear();
            }
            items.push_back(item);
        }
        return items;
    }

    /// Whether each choice of values is a smallest way: all of them if they are few, which `every` tells, else some.
    bool each_choice(std::vector<how_item> const& items, std::mt19937_64& rng, bool& every)
    {
        std::size_t count = 1;
        for (how_item const& i : items) count = std::min(count * i.values.size(), most_choices + 1);
        every = count <= most_choices;
        for (std::size_t n = 0; n < count; ++n) {
            std::vector<std::uint64_t> chosen;
            std::size_t rest = n;
            for (how_item const& i : items) {
                chosen.push_back(i.values[every ? rest % i.values.size() : rng() % i.values.size()]);
                rest /= i.values.size();
            }
            if (!is_smallest(items, chosen)) return false;
        }
        return true;
    }
    bool is_smallest(std::vector<how_item> const& items, std::vector<std::uint64_t> const& chosen)
    {
        for (std::size_t less = 0; less <= items.size(); ++less) {
            redline::request_memory with = copy_of(rules_, request_);
            for (std::size_t i = 0; i < items.size(); ++i) {
                bool const lower = i == less && items[i].kind == redline::proof::variable_kind::safeguard;
                if (i != less || lower) change(rules_, items[i], chosen[i] - (lower ? 1 : 0), with.view());
            }
            if (permits(with.view()) != (less == items.size())) return false;
        }
        return true;
    }

    redline::rule_set const& rules_;
    redline::request_view const& request_;
    std::vector<how_item> all_;
    redline::workspace work_;
};

}  // namespace redline_test
