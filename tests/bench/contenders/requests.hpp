// The same requests in every form that a contender takes, in an order that is another in each round.
#pragma once

#include "generate/requests.hpp"

#include "redline/core/batch/memory.hpp"
#include "redline/core/request_writer.hpp"

#include <cstdlib>
#include <functional>
#include <memory>

namespace redline_bench {

/// A request with its arrays, as a program keeps it that allocates nothing.
struct packed_request {
    redline::request_view view;
    redline::requested_kind use[1];
    std::uint64_t values[8];
    std::uint64_t ages[4];
    std::uint8_t given[8], known[8];
    redline::principal attested[8];

    void point()
    {
        view.uses = use;
        view.use_capacity = 1;
        view.values = values;
        view.given = given;
        view.known = known;
        view.attested = attested;
        view.evidence_age = ages;
    }
};

inline void fill(packed_request& to, redline::rule_set const& rules, contract const& c, plain_request const& r)
{
    to.point();
    clear(rules, to.view);
    redline::request_writer w{rules, to.view};
    w.use(c.uses[r.use].path);
    w.fact("lawful", true);
    w.fact("network", networks[r.network]);
    w.fact("oversight", oversights[r.oversight]);
    w.fact("persons", r.persons);
    w.fact("urgent", r.urgent);
    for (std::size_t i = 0; i < papers.size(); ++i)
        if (r.days[i] != not_held) w.evidence(papers[i], std::uint64_t{r.days[i]} * 24 * 60);
    if (!w.complete()) std::abort();
}

/// Requests as columns.
class request_table {
public:
    request_table(redline::rule_set const& rules, std::size_t rows)
        : uses_(rows), network_(rows), oversight_(rows),
          persons_(rows), yes_{new bool[rows]}, urgent_{new bool[rows]}, days_{std::vector<std::uint32_t>(rows),
                                                                               std::vector<std::uint32_t>(rows),
                                                                               std::vector<std::uint32_t>(rows),
                                                                               std::vector<std::uint32_t>(rows)},
          columns_{rules, uses_.data(), static_cast<std::uint32_t>(rows)}
    {
        for (std::size_t i = 0; i < rows; ++i) yes_[i] = true;
        bool known = columns_.fact("lawful", yes_.get()) && columns_.fact("network", network_.data()) &&
                     columns_.fact("oversight", oversight_.data()) && columns_.fact("persons", persons_.data()) &&
                     columns_.fact("urgent", urgent_.get());
        for (std::size_t p = 0; p < papers.size(); ++p)
            known = known && columns_.evidence(papers[p], redline::number_column{days_[p].data()});
        if (!known) std::abort();
    }
    void set(std::size_t row, redline::requested_kind use, plain_request const& r)
    {
        uses_[row] = use;
        network_[row] = static_cast<std::uint8_t>(r.network);
        oversight_[row] = static_cast<std::uint8_t>(r.oversight);
        persons_[row] = static_cast<std::uint32_t>(r.persons);
        urgent_[row] = r.urgent;
        for (std::size_t p = 0; p < papers.size(); ++p)
            days_[p][row] = r.days[p] == not_held ? not_held : r.days[p] * 24 * 60;
    }
    redline::request_columns const& view() const { return columns_.view(); }

private:
    std::vector<redline::requested_kind> uses_;
    std::vector<std::uint8_t> network_, oversight_;
    std::vector<std::uint32_t> persons_;
    std::unique_ptr<bool[]> yes_, urgent_;
    std::vector<std::uint32_t> days_[4];
    redline::named_columns columns_;
};

/// 4,096 requests, and what each comes to.
class workload {
public:
    static constexpr std::size_t count = 4096;
    static constexpr std::size_t many = 16 * count;

    workload(contract const& c, redline::rule_set const& rules)
        : order(count), plain(count), packed(count), due(count), table(rules, count), large_table(rules, many),
          all_plain_(count), all_packed_(count)
    {
        if (rules.slot_count > 8 || rules.facts.size > 8 || rules.evidence.size > 4) std::abort();
        request_generator generate{c};
        hand_written_table const decide{c};
        for (std::size_t i = 0; i < count; ++i) {
            all_plain_[i] = generate.next();
            fill(all_packed_[i], rules, c, all_plain_[i]);
            order[i] = i;
            ++of[static_cast<unsigned>(decide(all_plain_[i]))];
        }
        large_order_.resize(many);
        for (std::size_t i = 0; i < many; ++i) large_order_[i] = i % count;
        decide_due_ = [decide](plain_request const& r) { return decide(r); };
        shuffle();
    }
    /// Another order, so that no processor learns the requests by heart.
    void shuffle()
    {
        shuffle(order);
        shuffle(large_order_);
        for (std::size_t i = 0; i < count; ++i) {
            plain[i] = all_plain_[order[i]];
            packed[i] = all_packed_[order[i]];
            packed[i].point();
            due[i] = static_cast<std::uint8_t>(decide_due_(plain[i]));
            table.set(i, packed[i].use[0], plain[i]);
        }
        for (std::size_t i = 0; i < many; ++i)
            large_table.set(i, all_packed_[large_order_[i]].use[0], all_plain_[large_order_[i]]);
    }
    std::uint8_t due_of_large(std::size_t row) const
    {
        return static_cast<std::uint8_t>(decide_due_(all_plain_[large_order_[row]]));
    }
    std::vector<plain_request> const& in_first_order() const { return all_plain_; }

    std::vector<std::size_t> order;
    std::vector<plain_request> plain;
    std::vector<packed_request> packed;
    std::vector<std::uint8_t> due;
    request_table table, large_table;
    std::size_t of[3] = {};

private:
    void shuffle(std::vector<std::size_t>& of_rows)
    {
        for (std::size_t i = of_rows.size() - 1; i != 0; --i)
            std::swap(of_rows[i], of_rows[random_.below(static_cast<std::uint32_t>(i) + 1)]);
    }
    std::vector<plain_request> all_plain_;
    std::vector<packed_request> all_packed_;
    std::vector<std::size_t> large_order_;
    std::function<plain_outcome(plain_request const&)> decide_due_;
    dice random_{11};
};

}  // namespace redline_bench
