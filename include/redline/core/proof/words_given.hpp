// Values, numbers and days in words: what describes a request.
#pragma once

#include "words_cells.hpp"
#include "words_named.hpp"

#include <algorithm>

namespace redline::inline v0_1::proof {

/// `network is secret`, `network is any of secret, open`.
inline expression is_among(std::string const& name, std::string const& is, std::vector<std::string> const& values)
{
    return {name + is + (values.size() == 1 ? "" : "any of ") + listed(values, ", "), {}, 1};
}

/// A fact of the type `one of`, by those of its values that are fewer.
inline expression values_in_words(said_cells const& c)
{
    std::vector<std::string> yes, no;
    for (std::uint32_t cell = 0; cell < c.size(); ++cell) (c.admitted()[cell] ? yes : no).push_back(c.name_in(cell));
    return no.size() < yes.size() ? is_among(c.name(), " is not ", no) : is_among(c.name(), " is ", yes);
}

/// The date, as stretches of days.
inline expression days_in_words(said_cells const& c)
{
    auto const day = [&](std::uint32_t cell) { return day_in_words(day_of_cell(c.value(cell))); };
    return c.any_run([&](cell_run r) {
        std::vector<expression> parts;
        if (r.first != 0) parts.push_back({"date from " + day(r.first), {}, 1});
        if (r.last != c.size()) parts.push_back({"date before " + day(r.last), {}, 1});
        return join(parts, joined_by::both);
    });
}

/// A level, a count or a duration: intervals, single values and holes, by the numbers that the contract names.
class ordered_words {
public:
    ordered_words(said_cells const& cells, named_thresholds const& named)
        : cells_{cells}, named_{named}, type_{cells.fact().type}
    {}

    expression say() const
    {
        std::vector<cell_run> const yes = cells_.runs(true), no = cells_.runs(false);
        auto const single = [&](cell_run r) { return is_single(r); };
        bool const inner = no.front().first != 0 && no.back().last != cells_.size();
        if ((inner || no.size() > 1) && std::all_of(no.begin(), no.end(), single) && no.size() <= yes.size()) {
            std::vector<expression> parts;
            parts.reserve(no.size());
            for (cell_run const r : no) parts.push_back(compared(" is not ", cells_.value(r.first)));
            return join(parts, joined_by::both);
        }
        if (type_ == fact_type::level && yes.size() > 1) {
            std::vector<std::string> names;
            for (cell_run const r : yes)
                for (std::uint64_t level = cells_.value(r.first); level <= last_value(r); ++level)
                    names.push_back(cells_.value_name(level));
            return is_among(cells_.name(), " is ", names);
        }
        return cells_.any_run([&](cell_run r) { return interval(r); });
    }

private:
    std::uint64_t last_value(cell_run r) const
    {
        return r.last == cells_.size() ? highest_value(cells_.fact()) : cells_.value(r.last) - 1;
    }
    bool is_single(cell_run r) const { return cells_.value(r.first) == last_value(r); }
    expression compared(std::string_view how, std::uint64_t n) const
    {
        std::string const number = type_ == fact_type::level   ? cells_.value_name(n)
                                   : type_ == fact_type::count ? number_in_words(n)
                                                               : duration_in_words(n);
        return {cells_.name() + std::string{how} + number, {}, 1};
    }
    bool is_over(std::uint64_t threshold) const
    {
        return named_.form_of(cells_.index(), threshold) == threshold_form::over;
    }
    expression interval(cell_run r) const
    {
        if (is_single(r)) return compared(" is ", cells_.value(r.first));
        std::vector<expression> parts;
        if (r.first != 0) {
            std::uint64_t const n = cells_.value(r.first);
            parts.push_back(is_over(n) ? compared(" over ", n - 1) : compared(" at least ", n));
        }
        if (r.last != cells_.size()) {
            std::uint64_t const n = cells_.value(r.last);
            bool const at_most = is_over(n) || type_ == fact_type::level;
            parts.push_back(at_most ? compared(" at most ", n - 1) : compared(" under ", n));
        }
        return join(parts, joined_by::both);
    }

    said_cells const& cells_;
    named_thresholds const& named_;
    fact_type type_;
};

}  // namespace redline::inline v0_1::proof
