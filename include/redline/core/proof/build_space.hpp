// Makes the request space of a contract, or of some that are compared.
#pragma once

#include "../alignment.hpp"
#include "space.hpp"

namespace redline::inline v0_1::proof {

/// What a space is to hold beside complete requests.
struct space_options {
    bool unknowns = false;                // facts, mission and date may be unknown as well
    request_view const* known = nullptr;  // facts, mission and date that it knows have that value, and no other
    std::uint32_t use = none;             // the elementary use that the order is for; else it is for all
    array_view<elementary_kind>
        uses{};  // those of another space of the same contracts, which outlives this one; else they
                 // are found anew
};

/// How much memory the space of a contract, of two or of three, takes at most. Linear; constexpr.
constexpr space_sizes sizes_of_space(rule_set const& before, rule_set const* after = nullptr,
                                     rule_set const* third = nullptr) noexcept
{
    space_sizes n{};
    n.variables = 2;
    n.cells = 8;
    n.uses = 1;
    for (rule_set const* rules : {&before, after, third}) {
        if (rules == nullptr) continue;
        n.positions += positions_of(*rules).end;
        n.variables += positions_of(*rules).end - 2;
        n.missions += rules->missions.size;
        n.uses += rules->uses.size;
        n.terms += rules->terms.size;
        n.members += 4 * rules->conditions.size + 64;
        for (condition_node const& c : rules->conditions) each_cut(c, [&](std::uint64_t) { ++n.cells; });
        n.cells += 3 * rules->slot_count + rules->values.size + 3 * rules->evidence.size + 2 * rules->safeguards.size +
                   4 * rules->chains.size + rules->missions.size + 2;
    }
    return n;
}

/// The use of one contract that stands at an index among the elementary uses of its space.
constexpr requested_kind elementary_use(rule_set const& rules, std::uint32_t index) noexcept
{
    if (index == rules.uses.size) return {kind_form::unlisted, none};
    return {is_leaf(rules.uses[index]) ? kind_form::declared : kind_form::other, index};
}

/// Makes a space; complexity n log n in the conditions. constexpr, noexcept, no heap.
///
/// Variables that the terms of a use ask for together stand together; where that says nothing, those that conditions ask
/// for most come first. docs/proof.md says how much that is worth.
class space_builder {
public:
    constexpr space_builder(space_memory const& memory, rule_set const& before, rule_set const* after,
                            space_options options, rule_set const* third = nullptr) noexcept
        : memory_{memory}, options_{options}
    {
        space_.rules[0] = &before;
        space_.rules[1] = after;
        space_.rules[2] = third;
    }

    constexpr space build() noexcept
    {
        sides_ = space_.rules[1] == nullptr ? 1 : space_.rules[2] == nullptr ? 2 : 3;
        std::uint32_t* positions = memory_.positions;
        for (unsigned side = 0; side < sides_; ++side) {
            space_.subjects[side] = positions_of(rules(side));
            space_.positions[side] = positions;
            subjects(side, positions);
            positions += space_.subjects[side].end;
        }
        missions();
        if (options_.uses.empty()) uses();
        space_.uses = options_.uses.empty() ? array_view<elementary_kind>{memory_.uses, use_count_} : options_.uses;
        cuts();
        order();
        cells();
        space_.variables = {memory_.variables, variable_count_};
        space_.missions = {memory_.missions, mission_count_};
        return space_;
    }

private:
    constexpr rule_set const& rules(unsigned side) const noexcept { return *space_.rules[side]; }

    /// A variable for each thing that a side's requests may speak of; those of an earlier side's name are the same.
    constexpr void subjects(unsigned side, std::uint32_t* positions) noexcept
    {
        rule_set const& of = rules(side);
        subject_positions const& p = space_.subjects[side];
        positions[p.mission] = single(variable_kind::mission, side);
        positions[p.date] = single(variable_kind::date, side);
        for (std::uint32_t f = 0; f < of.facts.size; ++f) {
            fact_entry const& fact = of.facts[f];
            earlier_entry const there = earlier(side, symbol_kind::fact, fact.name);
            for (std::uint32_t i = 0; i < slots_of(fact); ++i) {
                std::uint32_t slot = none;
                if (there.index != none) {
                    slot = rules(there.side).facts[there.index].slot + i;
                    if (fact.type == fact_type::any_of)
                        slot = slot_of_value(there, of(of.values[fact.values.first + i]));
                }
                std::uint32_t const v = aligned(variable_kind::slot, side, fact.slot + i, {there.side, slot},
                                                space_.subjects[there.side].slots);
                memory_.variables[v].fact[side] = f;
                positions[p.slots + fact.slot + i] = v;
            }
        }
        for (std::uint32_t i = 0; i < of.evidence.size; ++i)
            positions[p.evidence + i] =
                aligned(variable_kind::evidence, side, i, symbol_kind::evidence, of.evidence[i].name);
        for (std::uint32_t i = 0; i < of.safeguards.size; ++i)
            positions[p.safeguards + i] =
                aligned(variable_kind::safeguard, side, i, symbol_kind::safeguard, of.safeguards[i].name);
        for (std::uint32_t i = 0; i < of.chains.size; ++i)
            positions[p.chains + i] = aligned(variable_kind::chain, side, i, symbol_kind::chain, of.chains[i].name);
    }
    /// What an earlier side calls by some name: its index there, or `none`.
    struct earlier_entry {
        unsigned side = 0;
        std::uint32_t index = none;
    };
    constexpr std::uint32_t single(variable_kind kind, unsigned side) noexcept
    {
        std::uint32_t const v = kind == variable_kind::mission ? 0 : 1;
        if (side == 0) added(kind);
        memory_.variables[v].subject[side] = 0;
        return v;
    }
    constexpr std::uint32_t added(variable_kind kind) noexcept
    {
        memory_.variables[variable_count_] = {};
        memory_.variables[variable_count_].kind = kind;
        memory_.asked[variable_count_] = 0;
        return variable_count_++;
    }
    /// The variable of a subject: that of an earlier side's, or a new one.
    constexpr std::uint32_t aligned(variable_kind kind, unsigned side, std::uint32_t subject, earlier_entry there,
                                    std::uint32_t first) noexcept
    {
        std::uint32_t const v = there.index == none ? added(kind) : space_.positions[there.side][first + there.index];
        memory_.variables[v].subject[side] = subject;
        return v;
    }
    constexpr std::uint32_t aligned(variable_kind kind, unsigned side, std::uint32_t subject, symbol_kind as,
                                    text_ref name) noexcept
    {
        earlier_entry const there = earlier(side, as, name);
        subject_positions const& p = space_.subjects[there.side];
        return aligned(kind, side, subject, there,
                       kind == variable_kind::evidence    ? p.evidence
                       : kind == variable_kind::safeguard ? p.safeguards
                                                          : p.chains);
    }
    constexpr earlier_entry earlier(unsigned side, symbol_kind kind, text_ref name) const noexcept
    {
        for (unsigned s = 0; s < side; ++s) {
            symbol const* const found = find_name(rules(s), name_space::names, rules(side)(name));
            if (found != nullptr && found->kind == kind) return {s, found->index};
        }
        return {};
    }
    constexpr std::uint32_t slot_of_value(earlier_entry fact, std::string_view value) const noexcept
    {
        symbol const* const found = find_name(rules(fact.side), name_space::fact_values, value, fact.index);
        return found == nullptr ? none : rules(fact.side).facts[fact.index].slot + found->index;
    }

    static constexpr array_view<kind_entry> kinds(rule_set const& r, name_space space) noexcept
    {
        return space == name_space::uses ? r.uses : r.missions;
    }
    /// How a side sees a kind that the other declares.
    constexpr requested_kind seen(unsigned by, unsigned from, std::uint32_t kind, name_space space,
                                  bool leaf) const noexcept
    {
        return aligned_kind(rules(by), space, rules(from)(kinds(rules(from), space)[kind].path),
                            leaf ? kind_form::declared : kind_form::other);
    }
    /// The kinds of one side known to the last, those left out that an earlier one has.
    template <class Add>
    constexpr void elementary(unsigned side, name_space space, Add const& add) noexcept
    {
        array_view<kind_entry> const of = kinds(rules(side), space);
        for (std::uint32_t i = 0; i < of.size; ++i) {
            bool leaf = is_leaf(of[i]);
            elementary_kind k{};
            bool had = false;
            for (unsigned other = 0; other < sides_; ++other) {
                if (other == side) continue;
                symbol const* const found = find_name(rules(other), space, rules(side)(of[i].path));
                if (found == nullptr) continue;
                had = had || other < side;
                leaf = leaf && is_leaf(kinds(rules(other), space)[found->index]);
            }
            if (had) continue;
            for (unsigned other = 0; other < sides_; ++other)
                if (other != side) k.seen_by[other] = seen(other, side, i, space, leaf);
            k.seen_by[side] = {leaf ? kind_form::declared : kind_form::other, i};
            add(k, of[i].enter);
        }
    }
    constexpr void missions() noexcept
    {
        for (unsigned side = 0; side < sides_; ++side) {
            std::uint32_t const before = mission_count_;
            std::uint32_t added = 0;
            elementary(side, name_space::missions, [&](elementary_kind const& k, std::uint32_t enter) {
                // In the order of the tree, so that what lies below a mission is a stretch of cells.
                memory_.missions[sides_ == 1 ? enter : before + added] = k;
                ++added;
            });
            mission_count_ += added;
        }
    }
    constexpr void uses() noexcept
    {
        for (unsigned side = 0; side < sides_; ++side)
            elementary(side, name_space::uses,
                       [&](elementary_kind const& k, std::uint32_t) { memory_.uses[use_count_++] = k; });
        elementary_kind unlisted{};
        for (requested_kind& k : unlisted.seen_by) k = {kind_form::unlisted, none};
        memory_.uses[use_count_++] = unlisted;
    }

    constexpr void add_cut(std::uint32_t v, std::uint64_t value) noexcept { memory_.cuts[cut_count_++] = {v, value}; }
    constexpr bool is_known(variable const& v) const noexcept
    {
        if (options_.known == nullptr) return false;
        switch (v.kind) {
        case variable_kind::slot: return options_.known->known[v.subject[0]] != 0;
        case variable_kind::mission: return options_.known->mission.form != kind_form::unknown;
        case variable_kind::date: return options_.known->has_date;
        default: return false;
        }
    }
    /// The values at which cells begin.
    constexpr void cuts() noexcept
    {
        for (unsigned side = 0; side < sides_; ++side)
            for (condition_node const& n : rules(side).conditions) {
                if (n.op == condition_op::has_any) count_slots(side, n.alternatives());
                std::uint32_t const position = position_of(space_.subjects[side], rules(side), n);
                if (position == none) continue;
                std::uint32_t const v = space_.positions[side][position];
                ++memory_.asked[v];
                if (has_cells_for_all(memory_.variables[v]) || is_known(memory_.variables[v])) continue;
                bool const day = memory_.variables[v].kind == variable_kind::date;
                each_cut(n, [&](std::uint64_t value) {
                    if (day) value = cell_of_day(static_cast<day_number>(static_cast<std::uint32_t>(value)));
                    if (value <= highest(memory_.variables[v])) add_cut(v, value);
                });
            }
        for (std::uint32_t v = 0; v < variable_count_; ++v) cuts_of_all(v);
    }
    constexpr void count_slots(unsigned side, index_range slots) noexcept
    {
        for (std::uint32_t i = slots.first + 1; i < slots.last; ++i)
            ++memory_.asked[space_.positions[side][space_.subjects[side].slots + rules(side).alternatives[i]]];
    }
    /// Whether a variable has a cell for every value.
    constexpr bool has_cells_for_all(variable const& v) const noexcept
    {
        if (v.kind == variable_kind::mission || v.kind == variable_kind::chain) return true;
        if (v.kind != variable_kind::slot) return false;
        fact_type const type = fact_of(v).type;
        return type != fact_type::count && type != fact_type::duration;
    }
    constexpr fact_entry const& fact_of(variable const& v) const noexcept
    {
        unsigned const side = v.first_side();
        return rules(side).facts[v.fact[side]];
    }
    constexpr std::uint64_t highest(variable const& v) const noexcept
    {
        switch (v.kind) {
        case variable_kind::mission: return mission_count_ == 0 ? 0 : mission_count_ - 1;
        case variable_kind::chain: return static_cast<std::uint64_t>(chain_state::refused);
        case variable_kind::date: return cell_of_day(last_day);
        case variable_kind::evidence: return unlimited;
        case variable_kind::safeguard: {
            unsigned const side = v.first_side();
            index_range const levels = rules(side).safeguards[v.subject[side]].values;
            return levels.size() - 1;
        }
        case variable_kind::slot: break;
        }
        return highest_value(fact_of(v));
    }
    constexpr void cuts_of_all(std::uint32_t index) noexcept
    {
        variable const& v = memory_.variables[index];
        if (is_known(v)) return known_cut(index);
        add_cut(index, 0);
        if (has_cells_for_all(v))
            for (std::uint64_t value = 1; value <= highest(v); ++value) add_cut(index, value);
        if (v.kind == variable_kind::evidence) add_cut(index, unlimited);
        if (v.kind == variable_kind::date)
            for (unsigned side = 0; side < sides_; ++side) {
                if (rules(side).has_from) add_cut(index, cell_of_day(rules(side).effective_from));
                if (rules(side).has_before) add_cut(index, cell_of_day(rules(side).effective_before));
            }
    }
    /// The one cell of what a request knows.
    constexpr void known_cut(std::uint32_t index) noexcept
    {
        variable& v = memory_.variables[index];
        v.is_fixed = true;
        switch (v.kind) {
        case variable_kind::slot: return add_cut(index, options_.known->values[v.subject[0]]);
        case variable_kind::date: return add_cut(index, cell_of_day(options_.known->date));
        default: break;
        }
        // A mission as the request names it, known to the last or not, is the only one there is.
        memory_.missions[0].seen_by[0] = options_.known->mission;
        mission_count_ = 1;
        add_cut(index, 0);
    }

    /// Puts variables together that terms ask for together.
    constexpr void together(std::uint32_t* by_rank) noexcept
    {
        variable_order order{memory_.order, variable_count_};
        for (unsigned side = 0; side < sides_; ++side)
            for (term_entry const& t : rules(side).terms) {
                if (t.kind > term_kind::trigger) continue;
                if (options_.use != none &&
                    covers(rules(side), t.scope, space_.uses[options_.use].seen_by[side]) == truth::no)
                    continue;
                order.add(rules(side), t, [&](condition_node const& n) {
                    std::uint32_t const position = position_of(space_.subjects[side], rules(side), n);
                    return position == none ? none : space_.positions[side][position];
                });
            }
        order.improve(by_rank);
    }
    /// Sorts the variables.
    constexpr void order() noexcept
    {
        std::uint32_t* const by_rank = memory_.variable_of_level;  // not needed yet, and long enough
        for (std::uint32_t i = 0; i < variable_count_; ++i) by_rank[i] = i;
        auto const before = [&](std::uint32_t a, std::uint32_t b) {
            return memory_.asked[a] != memory_.asked[b] ? memory_.asked[a] > memory_.asked[b] : a < b;
        };
        sort(by_rank, variable_count_, before);
        together(by_rank);
        for (std::uint32_t rank = 0; rank < variable_count_; ++rank) memory_.renamed[by_rank[rank]] = rank;
        // Moves every variable to its rank, circle by circle; `by_rank` says what has not moved yet.
        for (std::uint32_t start = 0; start < variable_count_; ++start) {
            if (by_rank[start] == start) continue;
            variable const first = memory_.variables[start];
            std::uint32_t to = start;
            while (by_rank[to] != start) {
                std::uint32_t const from = by_rank[to];
                memory_.variables[to] = memory_.variables[from];
                by_rank[to] = to;
                to = from;
            }
            memory_.variables[to] = first;
            by_rank[to] = to;
        }
        for (unsigned side = 0, at = 0; side < sides_; ++side)
            for (std::uint32_t i = 0; i < space_.subjects[side].end; ++i, ++at)
                memory_.positions[at] = memory_.renamed[memory_.positions[at]];
        for (std::uint32_t i = 0; i < cut_count_; ++i)
            memory_.cuts[i].variable = memory_.renamed[memory_.cuts[i].variable];
        sort(memory_.cuts, cut_count_, [](cut_entry const& a, cut_entry const& b) {
            return a.variable != b.variable ? a.variable < b.variable : a.value < b.value;
        });
    }
    /// The cells of each variable from its cuts, and its levels.
    constexpr void cells() noexcept
    {
        std::uint32_t cut = 0;
        std::uint32_t cell = 0;
        std::uint32_t level = 0;
        for (std::uint32_t i = 0; i < variable_count_; ++i) {
            variable& v = memory_.variables[i];
            v.first_cell = cell;
            v.first_level = level;
            for (; cut < cut_count_ && memory_.cuts[cut].variable == i; ++cut) {
                std::uint64_t const value = memory_.cuts[cut].value;
                bool const again = cell != v.first_cell && memory_.cells[cell - 1] == value;
                bool const days_off = v.kind == variable_kind::date && !v.is_fixed && !some_side_in_effect(value);
                if (!again && !days_off) memory_.cells[cell++] = value;
            }
            if (options_.unknowns && v.is_given() && !v.is_fixed) {
                v.may_be_unknown = true;
                memory_.cells[cell++] = ~std::uint64_t{0};
            }
            v.cell_count = cell - v.first_cell;
            for (std::uint32_t c = 1; c < v.cell_count; ++c) memory_.variable_of_level[level++] = i;
        }
        space_.cells = {memory_.cells, cell};
        space_.variable_of_level = {memory_.variable_of_level, level};
    }
    constexpr bool some_side_in_effect(std::uint64_t day) const noexcept
    {
        request_view on{};
        on.has_date = true;
        on.date = day_of_cell(day);
        for (unsigned side = 0; side < sides_; ++side)
            if (in_effect(rules(side), on) == truth::yes) return true;
        return false;
    }

    space_memory memory_;
    space_options options_;
    space space_{};
    unsigned sides_ = 1;
    std::uint32_t variable_count_ = 0, mission_count_ = 0, use_count_ = 0, cut_count_ = 0;
};

}  // namespace redline::inline v0_1::proof
