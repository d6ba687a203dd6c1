// decide_batch: the outcomes of many requests, and the terms that decide them, 64 side by side.
#pragma once

#include "../consult.hpp"
#include "../proof/outcome_table.hpp"
#include "block.hpp"

namespace redline::inline v0_1 {

/// A term, and the lanes of a block that it decides.
struct cited_term {
    std::uint32_t term = none;
    lane_word lanes = 0;
};

/// What was decided of up to 64 rows that have the same use: lane `i` is the row `rows[i]`. Valid while it is told.
struct batch_block {
    array_view<std::uint32_t> rows{};
    lane_word paused = 0;
    lane_word prohibited = 0;
    lane_word forbidden = 0;      // of those, by a prohibit form; the others are not covered, or
    lane_word not_valid = 0;      // could not be decided at all
    array_view<cited_term> by{};  // what `decision::by` says of each lane; ascending

    /// The outcome of a lane.
    constexpr enum outcome outcome(unsigned lane) const noexcept
    {
        return static_cast<enum outcome>((prohibited >> lane & 1) * 2 + (paused >> lane & 1));
    }
    /// Why a lane is prohibited.
    constexpr enum ground ground(unsigned lane) const noexcept
    {
        if ((prohibited >> lane & 1) == 0) return ground::not_prohibited;
        if ((not_valid >> lane & 1) != 0) return ground::not_valid;
        return (forbidden >> lane & 1) != 0 ? ground::forbidden : ground::uncovered;
    }
};

/// What one term says of a block, lane by lane.
struct said_of_block {
    lane_word permits = 0, pauses = 0, prohibits = 0;
};
/// A term whose scope can cover the use at hand, and what the scope comes to.
struct batch_candidate {
    std::uint32_t term = none;
    truth scope = truth::no;
};

/// The memory of `decide_batch`, of somebody else; all of it starts as zeros, and serves one batch at a time.
struct batch_memory {
    std::uint32_t most_rows = 0;
    std::uint64_t blocks = 0;               // how many were decided here, ever
    std::uint32_t* order = nullptr;         // `most_rows`
    std::uint8_t* faulty = nullptr;         // `most_rows`
    std::uint32_t* buckets = nullptr;       // `batch_buckets` and one more
    batch_candidate* candidates = nullptr;  // one more than terms, as the next two
    said_of_block* said = nullptr;
    cited_term* cited = nullptr;
    index_set gathered{}, seen{};  // of terms
    block_columns columns{};
    definition_memo_of<lane_readings> memo{};  // an entry for each definition, as the memo of a workspace
};

/// In how many groups the rows of a batch may fall: by use, and those that are not valid.
constexpr std::uint32_t batch_buckets(rule_set const& rules) noexcept { return proof::program_count(rules) + 1; }

namespace detail {

/// One batch in the making.
template <class Sink>
class batch_decider {
public:
    constexpr batch_decider(rule_set const& rules, request_columns const& in, batch_memory& memory, Sink& sink) noexcept
        : rules_{rules}, in_{in}, memory_{memory}, sink_{sink}
    {}

    constexpr void run() noexcept
    {
        find_faults();
        sort_by_use();
        std::uint32_t const invalid = batch_buckets(rules_) - 1;
        for (std::uint32_t b = 0; b <= invalid; ++b) {
            std::uint32_t first = memory_.buckets[b];
            std::uint32_t const last = memory_.buckets[b + 1];
            if (first == last) continue;
            if (b != invalid) find_candidates(proof::use_of_program(rules_, b));
            for (; first != last;) {
                unsigned const count = last - first < lanes_of_block ? last - first : lanes_of_block;
                if (b == invalid) not_valid(memory_.order + first, count);
                else block(proof::use_of_program(rules_, b), memory_.order + first, count);
                first += count;
            }
        }
    }

private:
    // Rows that say what the rule set does not know are found before anything is asked of them.

    template <class Wrong>
    constexpr void mark(Wrong const& wrong) noexcept
    {
        // Nearly always there is none: that is asked first, without writing.
        bool any = false;
        for (std::uint32_t row = 0; row < in_.rows; ++row) any |= wrong(row);
        for (std::uint32_t row = 0; any && row < in_.rows; ++row)
            if (wrong(row)) memory_.faulty[row] = 1;
    }
    constexpr void mark_above(number_column const& values, bool const* given, std::uint64_t highest) noexcept
    {
        values.with_array([&](auto const* array) {
            if (given == nullptr) mark([&](std::uint32_t row) { return array[row] > highest; });
            else mark([&](std::uint32_t row) { return given[row] & (array[row] > highest); });
        });
    }
    constexpr bool is_wrong(requested_kind k, std::uint32_t count) const noexcept
    {
        bool const indexed = k.form == kind_form::declared || k.form == kind_form::other;
        return indexed ? k.index >= count : k.form > kind_form::unlisted;
    }
    constexpr void find_faults() noexcept
    {
        for (std::uint32_t row = 0; row < in_.rows; ++row) memory_.faulty[row] = is_decidable(rules_) ? 0 : 1;
        mark([&](std::uint32_t row) {
            return in_.uses[row].form == kind_form::unknown || is_wrong(in_.uses[row], rules_.uses.size);
        });
        if (in_.missions != nullptr)
            mark([&](std::uint32_t row) {
                return in_.missions[row].form == kind_form::unlisted ||
                       is_wrong(in_.missions[row], rules_.missions.size);
            });
        for (std::uint32_t f = 0; in_.slots != nullptr && f < rules_.facts.size; ++f) {
            std::uint64_t const highest = highest_value(rules_.facts[f]);
            if (highest == ~std::uint64_t{0}) continue;
            std::uint32_t const first = rules_.facts[f].slot;
            for (std::uint32_t s = first; s < first + slots_of(rules_.facts[f]); ++s)
                mark_above(in_.slots[s].values, in_.slots[s].given, highest);
        }
        for (std::uint32_t s = 0; in_.safeguard_level != nullptr && s < rules_.safeguards.size; ++s)
            mark_above(in_.safeguard_level[s], nullptr, rules_.safeguards[s].values.size() - 1);
        for (std::uint32_t c = 0; in_.chains != nullptr && c < rules_.chains.size; ++c)
            if (in_.chains[c] != nullptr)
                mark([&](std::uint32_t row) { return in_.chains[c][row] > chain_state::refused; });
    }

    constexpr std::uint32_t bucket_of(std::uint32_t row) const noexcept
    {
        if (memory_.faulty[row] != 0) return batch_buckets(rules_) - 1;
        return proof::program_of(rules_, in_.uses[row]);
    }
    /// Counts, and puts each row behind those before it of the same use.
    constexpr void sort_by_use() noexcept
    {
        std::uint32_t const count = batch_buckets(rules_);
        std::uint32_t* const begins = memory_.buckets;
        for (std::uint32_t b = 0; b <= count; ++b) begins[b] = 0;
        for (std::uint32_t row = 0; row < in_.rows; ++row) ++begins[bucket_of(row)];
        std::uint32_t sum = 0;
        for (std::uint32_t b = 0; b <= count; ++b) {
            sum += begins[b];
            begins[b] = sum;
        }
        for (std::uint32_t row = in_.rows; row-- != 0;) memory_.order[--begins[bucket_of(row)]] = row;
    }

    /// The terms that are to be asked for a use, and the baseline, ascending.
    constexpr void find_candidates(requested_kind use) noexcept
    {
        candidate_terms const of_use{rules_, use, memory_.seen};
        memory_.gathered.clear();
        memory_.gathered.add(rules_.baseline);
        of_use.each([&](std::uint32_t t) {
            if (rules_.terms[t].kind != term_kind::log) memory_.gathered.add(t);
        });
        candidates_ = 0;
        memory_.gathered.each([&](std::uint32_t t) {
            truth const scope = of_use.covers_use(rules_.terms[t].scope);
            if (t == rules_.baseline) baseline_ = candidates_;
            if (t == rules_.baseline || scope != truth::no) memory_.candidates[candidates_++] = {t, scope};
        });
    }

    /// Takes what a term says of a block.
    struct said_by_term {
        said_of_block& of;
        lane_truth& coverage;

        constexpr void permits(std::uint32_t, lane_truth applies) const noexcept
        {
            coverage = either(coverage, applies);
            of.permits = is_yes(applies);
        }
        constexpr void forbids(std::uint32_t, lane_truth applies, lane_readings const& unless) const noexcept
        {
            lane_word const says = has_say(applies, unless);
            of.prohibits = both_hold(says, is_final(applies, unless));
            of.pauses = says & ~of.prohibits;
        }
        constexpr void logs(std::uint32_t, lane_truth) const noexcept {}
    };

    constexpr void block(requested_kind use, std::uint32_t const* rows, unsigned count) noexcept
    {
        memory_.memo.forget(rules_.definitions.size);
        lane_atoms const atoms{rules_, in_, memory_.columns, use, rows, count, ++memory_.blocks};
        condition_evaluator_of<lane_atoms> const evaluate{rules_, atoms, memory_.memo};
        lane_truth coverage{};
        batch_block made{{rows, count}};
        for (std::uint32_t i = 0; i < candidates_; ++i) {
            batch_candidate const c = memory_.candidates[i];
            memory_.said[i] = {};
            if (c.scope != truth::no)
                consult(rules_, evaluate, c.term, c.scope, said_by_term{memory_.said[i], coverage});
            made.forbidden |= memory_.said[i].prohibits;
            made.paused |= memory_.said[i].pauses;
        }
        coverage = both(coverage, in_effect_of(rules_, atoms));
        said_of_block& baseline = memory_.said[baseline_];
        baseline.prohibits |= lacks_coverage(coverage);
        baseline.pauses |= leaves_coverage_open(coverage);
        made.prohibited = (made.forbidden | baseline.prohibits) & atoms.live();
        made.paused = (made.paused | baseline.pauses) & atoms.live() & ~made.prohibited;
        lane_word const permitted = atoms.live() & ~made.prohibited & ~made.paused;
        made.forbidden &= made.prohibited;
        for (std::uint32_t i = 0; i < candidates_; ++i) {
            said_of_block const& said = memory_.said[i];
            lane_word const lanes = (said.prohibits & made.prohibited) | (said.pauses & made.paused) |
                                    (said.permits & permitted);
            memory_.cited[made.by.size] = {memory_.candidates[i].term, lanes};
            made.by.size += lanes != 0 ? 1 : 0;
        }
        made.by.data = memory_.cited;
        sink_(made);
    }
    constexpr void not_valid(std::uint32_t const* rows, unsigned count) noexcept
    {
        batch_block made{{rows, count}};
        made.not_valid = made.prohibited = ~lane_word{0} >> (lanes_of_block - count);
        sink_(made);
    }

    rule_set const& rules_;
    request_columns const& in_;
    batch_memory& memory_;
    Sink& sink_;
    std::uint32_t candidates_ = 0, baseline_ = 0;
};

}  // namespace detail

/// Decides many requests under a rule set: of each row, the outcome and the deciding terms are those that `decide` gives;
/// language reference, "What is decided".
///
/// Calls `sink` with a `batch_block` for every up to 64 rows, in no order of rows; each row comes once. `in` has at most as many rows
/// as `memory` is made for; where it has more, nothing is decided, and the answer is false. Every condition is evaluated once
/// for each block whose use its term covers. What is pending, exceptions and logs: ask `decide` for the rows that matter.
/// constexpr; noexcept if `sink` is, and never allocates. Fastest for a thousand rows and more.
template <class Sink>
constexpr bool decide_batch(rule_set const& rules, request_columns const& in, batch_memory& memory, Sink&& sink)
{
    if (in.rows > memory.most_rows || (in.rows != 0 && in.uses == nullptr)) return false;
    detail::batch_decider<std::remove_reference_t<Sink>>{rules, in, memory, sink}.run();
    return true;
}

/// A sink that writes the outcome of each row.
struct batch_outcomes {
    outcome* to = nullptr;  // by row

    constexpr void operator()(batch_block const& b) const noexcept
    {
        for (unsigned lane = 0; lane < b.rows.size; ++lane) to[b.rows[lane]] = b.outcome(lane);
    }
};

}  // namespace redline::inline v0_1
