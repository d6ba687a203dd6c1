// Batches on the heap: the memory that they are decided in, columns by name, and a list of deciding terms for each row.
#pragma once

#include "../names.hpp"
#include "../workspace.hpp"
#include "decide_batch.hpp"

#include <vector>

namespace redline::inline v0_1 {

/// The memory of `decide_batch` for a rule set and up to so many rows. Allocates when it is made, never again; one for each
/// thread that decides.
class batch_workspace {
public:
    /// Allocates; may throw bad_alloc.
    batch_workspace(rule_set const& rules, std::uint32_t most_rows)
        : order_(most_rows), faulty_(most_rows), buckets_(std::size_t{batch_buckets(rules)} + 1),
          candidates_(std::size_t{rules.terms.size} + 1), said_(candidates_.size()), cited_(candidates_.size()),
          sets_(2 * std::size_t{index_set_words(rules.terms.size)}),
          columns_(std::size_t{rules.slot_count} + rules.evidence.size + rules.safeguards.size + rules.chains.size),
          stamps_(std::size_t{stamps_of_definition} * rules.definitions.size), values_(rules.definitions.size)
    {
        view_.most_rows = most_rows;
        view_.order = order_.data();
        view_.faulty = faulty_.data();
        view_.buckets = buckets_.data();
        view_.candidates = candidates_.data();
        view_.said = said_.data();
        view_.cited = cited_.data();
        view_.gathered = {sets_.data(), rules.terms.size};
        view_.seen = {sets_.data() + index_set_words(rules.terms.size), rules.terms.size};
        view_.columns.slots = columns_.data();
        view_.columns.evidence = view_.columns.slots + rules.slot_count;
        view_.columns.safeguards = view_.columns.evidence + rules.evidence.size;
        view_.columns.chains = view_.columns.safeguards + rules.safeguards.size;
        view_.memo = {stamps_.data(), stamps_.data() + rules.definitions.size, values_.data(), 0};
    }
    batch_workspace(batch_workspace&&) = default;
    batch_workspace& operator=(batch_workspace&&) = default;

    /// What `decide_batch` takes; valid as long as this object is.
    batch_memory& view() noexcept { return view_; }

private:
    std::vector<std::uint32_t> order_;
    std::vector<std::uint8_t> faulty_;
    std::vector<std::uint32_t> buckets_;
    std::vector<batch_candidate> candidates_;
    std::vector<said_of_block> said_;
    std::vector<cited_term> cited_;
    std::vector<std::uint64_t> sets_;
    std::vector<block_column> columns_;
    std::vector<std::uint32_t> stamps_;
    std::vector<lane_readings> values_;
    batch_memory view_;
};

/// Columns by the names that a contract declares; says nothing of any row until it is told. Owns the list of columns, not the
/// arrays, which must outlive it. Each call gives false where the name is not declared as what it is given for, and changes
/// nothing then.
class named_columns {
public:
    /// `uses` has an entry for each row; `find_kind` gives them by their paths. Allocates; may throw bad_alloc.
    named_columns(rule_set const& rules, requested_kind const* uses, std::uint32_t rows)
        : rules_{rules}, slots_(rules.slot_count), attested_(rules.facts.size), ages_(rules.evidence.size),
          levels_(rules.safeguards.size), chains_(rules.chains.size)
    {
        view_.rows = rows;
        view_.uses = uses;
        view_.slots = slots_.data();
        view_.attested = attested_.data();
        view_.evidence_age = ages_.data();
        view_.safeguard_level = levels_.data();
        view_.chains = chains_.data();
    }
    named_columns(named_columns&&) = default;

    /// Missions, an entry for each row; of the form `unknown` where there is none.
    void missions(requested_kind const* of) noexcept { view_.missions = of; }
    /// Dates; `dated` says which rows have one, null: all.
    void dates(day_number const* of, bool const* dated = nullptr) noexcept
    {
        view_.dates = of;
        view_.dated = dated;
    }
    /// A fact that is no `any of`: flags, numbers, minutes, or the numbers of levels or values in the order they are declared
    /// in. `given` says in which rows, null: in all.
    bool fact(std::string_view name, number_column values, bool const* given = nullptr) noexcept
    {
        std::uint32_t const f = index_of(name, symbol_kind::fact);
        if (f == none || rules_.facts[f].type == fact_type::any_of) return false;
        slots_[rules_.facts[f].slot] = {values, given};
        return true;
    }
    /// One value of an `any of`: in which rows it holds.
    bool fact_has(std::string_view name, std::string_view value, number_column holds,
                  bool const* given = nullptr) noexcept
    {
        std::uint32_t const f = index_of(name, symbol_kind::fact);
        if (f == none || rules_.facts[f].type != fact_type::any_of) return false;
        symbol const* const found = find_name(rules_, name_space::fact_values, value, f);
        if (found == nullptr || found->kind != symbol_kind::value) return false;
        slots_[rules_.facts[f].slot + found->index] = {holds, given};
        return true;
    }
    /// Who attests a fact in all rows: a party or a role.
    bool attested(std::string_view name, std::string_view who) noexcept
    {
        std::uint32_t const f = index_of(name, symbol_kind::fact);
        symbol const* const found = find_name(rules_, name_space::names, who);
        bool const party = found != nullptr && found->kind == symbol_kind::party;
        if (f == none || (!party && (found == nullptr || found->kind != symbol_kind::role))) return false;
        attested_[f].everywhere = {party ? principal_kind::party : principal_kind::role, found->index};
        return true;
    }
    /// Who attests a fact, row by row.
    bool attested(std::string_view name, principal const* by_row) noexcept
    {
        std::uint32_t const f = index_of(name, symbol_kind::fact);
        if (f != none) attested_[f].by_row = by_row;
        return f != none;
    }
    /// Evidence by its age in minutes; the greatest number of the array's type where it is not held.
    bool evidence(std::string_view name, number_column minutes) noexcept
    {
        std::uint32_t const e = index_of(name, symbol_kind::evidence);
        if (e != none) ages_[e] = minutes;
        return e != none;
    }
    /// A safeguard by the number of its level, the lowest being 0.
    bool safeguard(std::string_view name, number_column levels) noexcept
    {
        std::uint32_t const s = index_of(name, symbol_kind::safeguard);
        if (s != none) levels_[s] = levels;
        return s != none;
    }
    /// Where a sign-off chain stands.
    bool signoff(std::string_view name, chain_state const* states) noexcept
    {
        std::uint32_t const c = index_of(name, symbol_kind::chain);
        if (c != none) chains_[c] = states;
        return c != none;
    }

    /// What `decide_batch` takes; valid as long as this object is.
    request_columns const& view() const noexcept { return view_; }

private:
    std::uint32_t index_of(std::string_view name, symbol_kind kind) const noexcept
    {
        symbol const* const found = find_name(rules_, name_space::names, name);
        return found != nullptr && found->kind == kind ? found->index : none;
    }

    rule_set const& rules_;
    std::vector<slot_column> slots_;
    std::vector<attesting_column> attested_;
    std::vector<number_column> ages_, levels_;
    std::vector<chain_state const*> chains_;
    request_columns view_;
};

/// A sink that keeps, of each row, the outcome, its ground, and the deciding terms, ascending. Its lists grow with what is
/// cited, and are used again for the next batch.
class batch_decisions {
public:
    /// For up to so many rows. Allocates; may throw bad_alloc.
    explicit batch_decisions(std::uint32_t most_rows) : rows_(most_rows) {}

    /// Takes what was decided. May allocate, and so throw bad_alloc.
    void operator()(batch_block const& b)
    {
        std::uint32_t next[lanes_of_block] = {};
        for (cited_term const& c : b.by) each_lane(c.lanes, [&](unsigned lane) { ++next[lane]; });
        auto begin = static_cast<std::uint32_t>(size_);
        for (unsigned lane = 0; lane < b.rows.size; ++lane) {
            rows_[b.rows[lane]] = {begin, next[lane], b.outcome(lane), b.ground(lane)};
            begin += next[lane];
            next[lane] = begin - next[lane];
        }
        size_ = begin;
        if (terms_.size() < size_) terms_.resize(size_ < 1024 ? 1024 : 2 * size_);
        for (cited_term const& c : b.by) each_lane(c.lanes, [&](unsigned lane) { terms_[next[lane]++] = c.term; });
    }
    /// Forgets all rows; to be called before another batch.
    void clear() noexcept { size_ = 0; }

    /// The outcome of a row.
    enum outcome outcome(std::uint32_t row) const noexcept { return rows_[row].outcome; }
    /// Why it is prohibited.
    enum ground ground(std::uint32_t row) const noexcept { return rows_[row].ground; }
    /// The terms that decide a row: what `decision::by` holds.
    array_view<std::uint32_t> by(std::uint32_t row) const noexcept
    {
        return {terms_.data() + rows_[row].first, rows_[row].count};
    }

private:
    struct one_row {
        std::uint32_t first = 0, count = 0;
        enum outcome outcome = outcome::prohibited;
        enum ground ground = ground::not_valid;
    };
    std::vector<one_row> rows_;
    std::vector<std::uint32_t> terms_;
    std::size_t size_ = 0;
};

}  // namespace redline::inline v0_1
