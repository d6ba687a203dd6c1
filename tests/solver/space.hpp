// An independent oracle: the complete requests of one contract, or of two aligned by spelling, as numbers for z3.
#pragma once

#include "kind_tree.hpp"
#include "number.hpp"
#include "redline/core/rule_set.hpp"

#include <algorithm>
#include <cstddef>

namespace redline_solver {

using redline::rule_set;

/// One contract's view of a space: where its own indices lie among the numbers of all.
struct contract_side {
    rule_set const* rules = nullptr;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> uses{}, missions{};
    std::vector<bool> mission_declared{};  // by position; false: this contract is given no mission
    std::vector<number*> slots{}, evidence{}, safeguards{}, chains{};
};

/// The days from 0000-01-01 to 9999-12-31, counted from the first, since dates are numbers from 0 on.
inline constexpr std::int64_t first_day = -719528;
inline constexpr std::uint64_t last_day = 3652424;
inline std::int64_t day_from_first(std::int64_t day) { return day - first_day; }

/// The numbers that a complete request consists of. Language reference, "What is an error, and what is a warning",
/// and for two contracts "Drafts". Throws where two contracts can't be compared.
class space {
public:
    space(z3::context& made_in, style how, std::vector<rule_set const*> const& contracts) : context{made_in}, how_{how}
    {
        for (rule_set const* rules : contracts) {
            for (auto const& entry : rules->uses) uses.add(std::string{(*rules)(entry.path)});
            for (auto const& entry : rules->missions) missions.add(std::string{(*rules)(entry.path)});
        }
        uses.sort();
        missions.sort();
        use = &make("use", uses.paths.size());  // the last is `unlisted`
        mission = &make("mission", missions.paths.empty() ? 0 : missions.paths.size() - 1);
        for (rule_set const* rules : contracts) dates_of(*rules);
        std::uint64_t const first = windows_.empty() ? 0 : windows_.front().first;
        std::uint64_t last = first;
        for (auto const& window : windows_) last = std::max(last, window.second);
        date = &numbers_.emplace("date", number{context, "date", first, last, how_}).first->second;
        for (rule_set const* rules : contracts) sides.push_back(side_of(*rules));
    }
    space(space const&) = delete;
    space& operator=(space const&) = delete;

    /// The number of this name; nothing else may be made later that changes where it lies.
    std::map<std::string, number> const& numbers() const { return numbers_; }
    number& named(std::string const& name) { return numbers_.at(name); }

    /// What every complete request satisfies; to be asked for once all formulas are made.
    std::vector<z3::expr> axioms()
    {
        std::vector<z3::expr> all;
        if (windows_.size() != 1) {
            z3::expr some = context.bool_val(false);
            for (auto const& [first, last] : windows_) some = disjunction(some, date->within(first, last));
            all.push_back(some);
        }
        for (auto const& named : numbers_) named.second.axioms(all);
        return all;
    }
    std::uint32_t unlisted() const { return static_cast<std::uint32_t>(uses.paths.size()); }
    /// How a use is written: a path, with `.other` where children are declared below it, or `unlisted`.
    std::string name_of_use(std::uint32_t position) const
    {
        if (position == unlisted()) return "unlisted";
        auto const [first, last] = uses.at_or_below(uses.paths[position]);
        return uses.paths[position] + (first == last ? "" : ".other");
    }

    z3::context& context;
    kind_tree uses{}, missions{};
    number* use = nullptr;
    number* mission = nullptr;
    number* date = nullptr;
    std::vector<contract_side> sides{};

private:
    number& make(std::string const& name, std::uint64_t most)
    {
        auto const [at, made] = numbers_.emplace(name, number{context, name, 0, most, how_});
        if (!made && at->second.most() != most) throw std::runtime_error{"can't be compared: " + name};
        return at->second;
    }
    void dates_of(rule_set const& rules)
    {
        std::int64_t const first = rules.has_from ? day_from_first(rules.effective_from) : 0;
        std::int64_t const last = rules.has_before ? day_from_first(rules.effective_before) - 1
                                                   : static_cast<std::int64_t>(last_day);
        if (first > last) return;
        std::pair<std::uint64_t, std::uint64_t> const window{first, last};
        windows_.push_back(window);
        std::sort(windows_.begin(), windows_.end());
    }
    contract_side side_of(rule_set const& rules)
    {
        contract_side side;
        side.rules = &rules;
        auto const text = [&](redline::text_ref t) { return std::string{rules(t)}; };
        for (auto const& entry : rules.uses) side.uses.push_back(uses.at_or_below(text(entry.path)));
        side.mission_declared.resize(missions.paths.size());
        for (auto const& entry : rules.missions) {
            side.missions.push_back(missions.at_or_below(text(entry.path)));
            side.mission_declared[side.missions.back().first] = true;
        }
        for (auto const& fact : rules.facts) facts_of(rules, fact, side);
        for (auto const& entry : rules.evidence)  // an age in minutes, or that it is not held
            side.evidence.push_back(&make("evidence " + text(entry.name), redline::unlimited));
        for (auto const& entry : rules.safeguards) {
            same("safeguard " + text(entry.name), values_of(rules, entry.values));
            side.safeguards.push_back(&make("safeguard " + text(entry.name), entry.values.size() - 1));
        }
        for (auto const& entry : rules.chains) side.chains.push_back(&make("signoff " + text(entry.name), 3));
        return side;
    }
    static std::string values_of(rule_set const& rules, redline::index_range range)
    {
        std::string all;
        for (std::uint32_t v = range.first; v != range.last; ++v) (all += ' ') += rules(rules.values[v]);
        return all;
    }
    void same(std::string const& name, std::string const& type)
    {
        if (types_.emplace(name, type).first->second != type) throw std::runtime_error{"can't be compared: " + name};
    }
    void facts_of(rule_set const& rules, redline::fact_entry const& fact, contract_side& side)
    {
        std::string const name = "fact " + std::string{rules(fact.name)};
        same(name, std::to_string(static_cast<int>(fact.type)) + values_of(rules, fact.values));
        side.slots.resize(rules.slot_count);
        switch (fact.type) {
        case redline::fact_type::flag: side.slots[fact.slot] = &make(name, 1); break;
        case redline::fact_type::count: side.slots[fact.slot] = &make(name, ~std::uint64_t{0}); break;
        // "For ever" is no duration.
        case redline::fact_type::duration: side.slots[fact.slot] = &make(name, redline::unlimited - 1); break;
        case redline::fact_type::level:
        case redline::fact_type::one_of: side.slots[fact.slot] = &make(name, fact.values.size() - 1); break;
        case redline::fact_type::any_of:
            for (std::uint32_t v = 0; v != fact.values.size(); ++v)
                side.slots[fact.slot + v] =
                    &make(name + " " + std::string{rules(rules.values[fact.values.first + v])}, 1);
            break;
        }
    }

    style how_;
    std::map<std::string, number> numbers_;
    std::map<std::string, std::string> types_;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> windows_;
};

}  // namespace redline_solver
