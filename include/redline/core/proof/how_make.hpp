// From cells to a way: values, levels and days instead of cells.
#pragma once

#include "how_list.hpp"
#include "how_way.hpp"

namespace redline::inline v0_1::proof {

/// Makes a way of what it asks for, and its box. Linear in the cells of the variables that it asks for.
class way_maker {
public:
    /// `missions` are what the cells of the mission stand for.
    way_maker(space const& in, std::vector<requested_kind> const& missions) : in_{in}, missions_{missions} {}

    way operator()(asked_for const& asked, cell_box const& box) const
    {
        way result;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            variable const& v = in_.variables[asked[i].first];
            std::uint32_t const cell = asked[i].second;
            std::uint32_t const subject = v.subject[0];
            switch (v.kind) {
            case variable_kind::slot: result.facts.push_back({v.fact[0], subject, values_of(v, box[i])}); break;
            case variable_kind::mission:
                for (std::uint32_t m = 0; m < missions_.size(); ++m)
                    if (box[i].has(m)) result.missions.push_back(missions_[m]);
                break;
            case variable_kind::date:
                for (value_range const& r : values_of(v, box[i]))
                    result.dates.push_back({day_of_cell(r.first), day_of_cell(r.last)});
                break;
            case variable_kind::evidence: result.evidence.push_back(subject); break;
            case variable_kind::safeguard:
                result.safeguards.push_back({subject, static_cast<std::uint32_t>(in_.value(v, cell))});
                break;
            case variable_kind::chain: result.chains.push_back(subject); break;
            }
        }
        std::sort(result.evidence.begin(), result.evidence.end());
        std::sort(result.safeguards.begin(), result.safeguards.end());
        std::sort(result.chains.begin(), result.chains.end());
        std::sort(result.facts.begin(), result.facts.end());
        return result;
    }

private:
    rule_set const& rules() const noexcept { return *in_.rules[0]; }
    /// The values of some cells, neighbours joined.
    std::vector<value_range> values_of(variable const& v, cell_set const& cells) const
    {
        std::vector<value_range> result;
        std::uint32_t const end = v.cell_count - (v.may_be_unknown ? 1 : 0);
        for (std::uint32_t c = 0; c < end; ++c) {
            if (!cells.has(c)) continue;
            std::uint64_t const first = in_.value(v, c);
            std::uint64_t const last = c + 1 < end ? in_.value(v, c + 1) - 1 : highest(v);
            if (!result.empty() && result.back().last + 1 == first) result.back().last = last;
            else result.push_back({first, last});
        }
        return result;
    }
    std::uint64_t highest(variable const& v) const noexcept
    {
        if (v.kind == variable_kind::date)
            return cell_of_day(rules().has_before ? rules().effective_before - 1 : last_day);
        return highest_value(rules().facts[v.fact[0]]);
    }

    space const& in_;
    std::vector<requested_kind> const& missions_;
};

}  // namespace redline::inline v0_1::proof
