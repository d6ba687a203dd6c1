// The second step of a table of outcomes: what is asked after the first rows, and the table itself.
#pragma once

#include "outcome_rows.hpp"

namespace redline::inline v0_1::proof {

/// How much a table of outcomes takes.
struct outcome_sizes {
    std::uint32_t programs = 0, questions = 0, thresholds = 0, width = 1;
    std::uint64_t rows = 0;
};

/// The memory of a table, of its sizes, which somebody else owns; `mission_cells` are filled already.
struct outcome_memory {
    outcome_program* programs = nullptr;
    outcome_question* questions = nullptr;
    std::uint64_t* thresholds = nullptr;
    std::uint32_t* rows = nullptr;
};

/// What came of the first step, and what the second takes meanwhile, of somebody else: an entry for each node of the
/// diagram and one more, in `stamps`, which are zeros, and those behind it; one for each level in `asked`.
struct outcome_workspace {
    node_ref const* roots = nullptr;
    outcome_first_row const* first_rows = nullptr;
    node_ref const* rows = nullptr;
    std::uint32_t* stamps = nullptr;
    std::uint32_t* places = nullptr;
    node_ref* here = nullptr;
    node_ref* next = nullptr;
    std::uint8_t* asked = nullptr;
};

/// Makes a table. Linear in what it writes, but that every program looks at every level. constexpr, noexcept, no heap.
class outcome_builder {
public:
    constexpr outcome_builder(space const& in, diagram const& of, outcome_workspace const& work) noexcept
        : in_{in}, of_{of}, work_{work}
    {}

    /// The sizes of the table. Where its rows have more entries than `most_rows`, these are not counted to their end.
    constexpr outcome_sizes measure(std::uint64_t most_rows) noexcept
    {
        memory_ = {};
        most_rows_ = most_rows;
        return run();
    }
    constexpr outcome_sizes write(outcome_memory const& memory) noexcept
    {
        memory_ = memory;
        run();
        for (std::uint32_t i = 0; i < outcome_rows_at_front * sizes_.width; ++i) memory.rows[i] = i - i % sizes_.width;
        return sizes_;
    }

private:
    constexpr outcome_sizes run() noexcept
    {
        constexpr std::uint32_t most_cells = 0xFFFF;
        sizes_ = {};
        sizes_.programs = program_count(*in_.rules[0]);
        for (variable const& v : in_.variables)
            if (v.cell_count > sizes_.width) sizes_.width = v.cell_count;
        sizes_.rows = sizes_.width > most_cells ? ~std::uint64_t{0}
                                                : outcome_rows_at_front * std::uint64_t{sizes_.width};
        for (std::uint32_t p = 0; p < sizes_.programs && sizes_.rows <= most_rows_; ++p) program(p);
        return sizes_;
    }
    constexpr std::uint32_t variable_of(node_ref r) const noexcept { return in_.variable_of_level[of_[r].level]; }

    constexpr void program(std::uint32_t p) noexcept
    {
        outcome_first_row const& first = work_.first_rows[p];
        if (first.like != p) {
            if (memory_.programs != nullptr) memory_.programs[p] = memory_.programs[first.like];
            return;
        }
        mark(work_.roots[p]);
        outcome_program made{sizes_.questions, first.facts, 0, static_cast<std::uint32_t>(sizes_.rows)};
        at_once();
        std::uint32_t variable = asked_from(0);
        outcome_question q = question(variable);
        first_row(first, q);
        while (variable != none) {
            std::uint32_t const next = asked_from(variable + 1);
            outcome_question const after = question(next);
            rows(variable, q, after);
            ask(q);
            ++made.one_by_one;
            variable = next;
            q = after;
        }
        if (memory_.programs != nullptr) memory_.programs[p] = made;
    }
    /// Marks the levels that a function asks about.
    constexpr void mark(node_ref root) noexcept
    {
        for (std::uint32_t level = 0; level < in_.variable_of_level.size; ++level) work_.asked[level] = 0;
        ++stamp_;
        std::uint32_t waiting = 0;
        auto const reach = [&](node_ref r) {
            if (is_terminal(r) || work_.stamps[r - terminal_count] == stamp_) return;
            work_.stamps[r - terminal_count] = stamp_;
            work_.here[waiting++] = r;
        };
        reach(root);
        while (waiting != 0) {
            diagram_node const& n = of_[work_.here[--waiting]];
            work_.asked[n.level] = 1;
            reach(n.below);
            reach(n.above);
        }
    }
    constexpr bool is_asked(variable const& v) const noexcept
    {
        for (std::uint32_t c = 1; c < v.cell_count; ++c)
            if (work_.asked[v.first_level + c - 1] != 0) return true;
        return false;
    }
    /// The next variable that is asked about, or `none`.
    constexpr std::uint32_t asked_from(std::uint32_t variable) const noexcept
    {
        while (variable < in_.variables.size && !is_asked(in_.variables[variable])) ++variable;
        return variable < in_.variables.size ? variable : none;
    }
    constexpr void ask(outcome_question const& q) noexcept
    {
        if (memory_.questions != nullptr) memory_.questions[sizes_.questions] = q;
        ++sizes_.questions;
    }
    /// The questions of the first row, whose variables are asked about no more.
    constexpr void at_once() noexcept
    {
        std::uint32_t size = 1;
        for (std::uint32_t i = asked_from(0); i != none; i = asked_from(i + 1)) {
            variable const& v = in_.variables[i];
            if (!outcome_rows::fits(in_, v, size)) continue;
            outcome_question q = by_value(v);
            q.thresholds = size;
            ask(q);
            size *= v.cell_count;
            for (std::uint32_t c = 1; c < v.cell_count; ++c) work_.asked[v.first_level + c - 1] = 0;
        }
    }
    constexpr std::uint32_t known_cells(variable const& v) const noexcept
    {
        return v.cell_count - (v.may_be_unknown ? 1 : 0);
    }
    static constexpr outcome_question by_value(variable const& v) noexcept
    {
        outcome_question q{};
        q.subject = v.subject[0];
        q.about = v.kind;
        q.last_cell = static_cast<std::uint16_t>(v.cell_count - (v.may_be_unknown ? 2 : 1));
        q.unknown_cell = static_cast<std::uint16_t>(v.cell_count - 1);
        return q;
    }
    /// How the cell of a variable is found, and its thresholds written. All but facts and evidence have values for cells.
    constexpr outcome_question question(std::uint32_t variable) noexcept
    {
        if (variable == none) return {};
        struct variable const& v = in_.variables[variable];
        outcome_question q = by_value(v);
        std::uint32_t const begin = sizes_.thresholds;
        std::uint32_t count = 0;
        for (std::uint32_t c = 1; c < known_cells(v); ++c)
            if (work_.asked[v.first_level + c - 1] != 0) threshold(in_.value(v, c) - 1), ++count;
        bool const tells_unknown = v.may_be_unknown && work_.asked[v.first_level + v.cell_count - 2] != 0;
        q.thresholds = begin;
        q.last_cell = static_cast<std::uint16_t>(count);
        q.unknown_cell = static_cast<std::uint16_t>(count + (tells_unknown ? 1 : 0));
        q.halvings = few_halvings;
        if (count > (1u << few_halvings) - 1) q.halvings = many_halvings;
        while ((std::uint64_t{1} << q.halvings) - 1 < count) ++q.halvings;
        q.is_fresh = v.kind == variable_kind::evidence && q.halvings == few_halvings;
        while (count++ < (std::uint32_t{1} << q.halvings) - 1) threshold(~std::uint64_t{0});
        return q;
    }
    constexpr void threshold(std::uint64_t value) noexcept
    {
        if (memory_.thresholds != nullptr) memory_.thresholds[sizes_.thresholds] = value;
        ++sizes_.thresholds;
    }
    static constexpr std::uint32_t cells_of(outcome_question const& q) noexcept
    {
        return std::uint32_t{q.unknown_cell > q.last_cell ? q.unknown_cell : q.last_cell} + 1;
    }

    constexpr void first_row(outcome_first_row const& row, outcome_question const& after) noexcept
    {
        std::uint64_t const begin = sizes_.rows;
        sizes_.rows += row.size;
        start();
        for (std::uint32_t i = 0; i < row.size; ++i) write(begin + i, entered(work_.rows[row.begin + i], after));
        go_on();
    }
    /// The rows of a question: one for each function that may be left when it is asked.
    constexpr void rows(std::uint32_t variable, outcome_question const& q, outcome_question const& after) noexcept
    {
        struct variable const& v = in_.variables[variable];
        std::uint32_t const cells = cells_of(q);
        std::uint64_t entry = sizes_.rows;
        sizes_.rows += std::uint64_t{here_} * cells;
        start();
        for (std::uint32_t i = 0; i < here_; ++i)
            for (std::uint32_t cell = 0, c = 0; cell < cells; ++cell, ++c) {
                if (cell != 0)
                    while (work_.asked[v.first_level + c - 1] == 0) ++c;
                write(entry++, entered(left(work_.here[i], variable, c), after));
            }
        go_on();
    }
    /// What is left of a function where a variable, the first that it may ask about, lies in a cell.
    constexpr node_ref left(node_ref r, std::uint32_t variable, std::uint32_t cell) const noexcept
    {
        while (!is_terminal(r) && variable_of(r) == variable && in_.cell_at(of_[r].level) <= cell) r = of_[r].above;
        return !is_terminal(r) && variable_of(r) == variable ? of_[r].below : r;
    }
    constexpr void start() noexcept
    {
        ++stamp_;
        next_ = 0;
    }
    constexpr void go_on() noexcept
    {
        node_ref* const swapped = work_.here;
        work_.here = work_.next;
        work_.next = swapped;
        here_ = next_;
    }
    /// Where the row of a function begins, among those of the next question, which lie behind all others.
    constexpr std::uint64_t entered(node_ref r, outcome_question const& after) noexcept
    {
        if (is_terminal(r)) return std::uint64_t{r} * sizes_.width;
        std::uint32_t const i = r - terminal_count;
        if (work_.stamps[i] != stamp_) {
            work_.stamps[i] = stamp_;
            work_.places[i] = next_;
            work_.next[next_++] = r;
        }
        return sizes_.rows + std::uint64_t{work_.places[i]} * cells_of(after);
    }
    constexpr void write(std::uint64_t entry, std::uint64_t to) noexcept
    {
        if (memory_.rows != nullptr) memory_.rows[entry] = static_cast<std::uint32_t>(to);
    }

    space const& in_;
    diagram const& of_;
    outcome_workspace work_;
    outcome_memory memory_{};
    outcome_sizes sizes_{};
    std::uint64_t most_rows_ = ~std::uint64_t{0};
    std::uint32_t stamp_ = 0, here_ = 0, next_ = 0;
};

}  // namespace redline::inline v0_1::proof
