// Random requests of a rule set, most of them next to where its outcomes change.
#pragma once

#include "redline/core/proof/variable.hpp"

#include <random>
#include <vector>

namespace redline_test {

/// Fills requests with whatever a rule set knows, most of it next to where its conditions change.
class random_filler {
public:
    random_filler(redline::rule_set const& rules, std::uint64_t seed) : rules_{rules}, rng_{seed}
    {
        for (redline::condition_node const& n : rules.conditions) {
            numbers_.push_back(n.operand);
            if (n.op == redline::condition_op::date_from || n.op == redline::condition_op::date_before)
                days_.push_back(static_cast<redline::day_number>(static_cast<std::uint32_t>(n.operand)));
        }
        numbers_.insert(numbers_.end(), {0, ~std::uint64_t{0}});
        days_.push_back(redline::proof::some_day);
        if (rules.has_from) days_.push_back(rules.effective_from);
        if (rules.has_before) days_.push_back(rules.effective_before);
    }

    void operator()(redline::request_view& r)
    {
        clear(rules_, r);
        bool const complete = percent(40);
        r.use_count = percent(70) ? 1 : 1 + below(3);
        for (std::uint32_t i = 0; i < r.use_count; ++i)
            r.uses[i] = percent(5) || rules_.uses.size == 0
                            ? redline::requested_kind{redline::kind_form::unlisted, redline::none}
                            : kind(rules_.uses.size);
        if (rules_.missions.size != 0 && percent(complete ? 100 : 75)) r.mission = kind(rules_.missions.size);
        r.has_date = percent(complete ? 100 : 75);
        r.date = days_[below(days_.size())] + static_cast<redline::day_number>(below(3)) - 1;
        for (redline::fact_entry const& f : rules_.facts)
            for (std::uint32_t slot = f.slot; slot != f.slot + slots_of(f); ++slot) {
                r.values[slot] = value(f);
                r.given[slot] = r.known[slot] = percent(complete ? 100 : 75) ? 1 : 0;
            }
        for (std::uint32_t i = 0; i < rules_.evidence.size; ++i)
            r.evidence_age[i] = percent(20) ? redline::unlimited : near_number();
        for (std::uint32_t i = 0; i < rules_.safeguards.size; ++i)
            r.safeguard_level[i] = below(rules_.safeguards[i].values.size());
        for (std::uint32_t i = 0; i < rules_.chains.size; ++i)
            r.chains[i] = static_cast<redline::chain_state>(below(4));
        r.valid = !percent(1);
    }

private:
    std::uint32_t below(std::size_t end) { return static_cast<std::uint32_t>(rng_() % end); }
    bool percent(std::uint32_t chance) { return below(100) < chance; }
    std::uint64_t near_number() { return numbers_[below(numbers_.size())] + below(3) - 1; }
    redline::requested_kind kind(std::uint32_t count)
    {
        return {percent(70) ? redline::kind_form::declared : redline::kind_form::other, below(count)};
    }
    std::uint64_t value(redline::fact_entry const& f)
    {
        switch (f.type) {
        case redline::fact_type::flag:
        case redline::fact_type::any_of: return below(2);
        case redline::fact_type::level:
        case redline::fact_type::one_of: return below(f.values.size());
        default: return near_number();
        }
    }

    redline::rule_set const& rules_;
    std::mt19937_64 rng_;
    std::vector<std::uint64_t> numbers_;
    std::vector<redline::day_number> days_;
};

}  // namespace redline_test
