// Edits of a text: what is taken out of it and put into it, all at once.
#pragma once

#include "layout.hpp"

#include <algorithm>
#include <vector>

namespace redline::inline v0_1::text::amend {

/// One edit: a stretch of the text goes, and something stands there instead.
struct edit {
    stretch of{};
    std::uint32_t order = 0;  // among what is put in at one place
    pieced_text instead{};
};

/// The edits of one text. Stretches that are taken out may overlap; nothing is put into one.
class edits {
public:
    explicit edits(document const& of) noexcept : d_{of}, lines_{of} {}

    void replace(stretch of, pieced_text instead) { all_.push_back({of, 0, std::move(instead)}); }
    void put(std::uint32_t at, std::uint32_t order, pieced_text text)
    {
        all_.push_back({{at, at}, order, std::move(text)});
    }

    /// Takes out statements, in the order of the text: each with its line and the comment behind it. Comments on the lines
    /// directly above go where all the statements below them go, up to the next comment or blank line; and of two blank
    /// lines or more that would meet, those above go too. Call it when all has been put in.
    void strike(std::vector<bool> const& struck)
    {
        for (std::uint32_t i = 0; i != d_.size(); ++i) {
            if (!struck[i]) continue;
            if (!lines_.has_its_lines(i)) {
                strike_inside(i, struck);
                continue;
            }
            std::uint32_t last = i;
            while (!lines_.ends_group(last) && struck[last + 1] && lines_.has_its_lines(last + 1)) ++last;
            take({lines_.line_start(d_.from(d_[i])), lines_.next_line(d_.to(d_[last]))});
            strike_around(i, last);
            i = last;
        }
    }

    /// The text as it is then, put together from the pieces of what it was.
    pieced_text apply(pieced_text const& was)
    {
        std::sort(all_.begin(), all_.end(), [](edit const& a, edit const& b) {
            if (a.of.from != b.of.from) return a.of.from < b.of.from;
            if (a.of.empty() != b.of.empty()) return a.of.empty();
            return a.order < b.order;
        });
        pieced_text is;
        std::uint32_t at = 0;
        for (edit const& e : all_) {
            if (e.of.from > at) is.append(was, at, e.of.from);
            at = std::max(at, e.of.from);
            is.append(e.instead);
            at = std::max(at, e.of.to);
        }
        is.append(was, at, was.size());
        return is;
    }

private:
    void take(stretch of)
    {
        if (!of.empty()) all_.push_back({of, 0, {}});
    }
    /// A statement that shares a line with others.
    void strike_inside(std::uint32_t i, std::vector<bool> const& struck)
    {
        std::uint32_t from = d_.from(d_[i]);
        if (!lines_.last_on_line(i)) return take({from, d_.from(d_[i + 1])});
        // The comment behind the last one of a line goes with it only if all of the line goes.
        bool all = true;
        for (std::uint32_t k = i; all && !lines_.first_on_line(k); --k) all = struck[k - 1];
        if (all) return take({lines_.line_start(from), lines_.next_line(d_.to(d_[i]))});
        if (!struck[i - 1]) from = d_.to(d_[i - 1]);
        take({from, lines_.line_end(d_.to(d_[i]))});
    }
    /// What stands around the lines of statements that go.
    void strike_around(std::uint32_t first, std::uint32_t last)
    {
        std::uint32_t const from = lines_.line_start(d_.from(d_[first])), to = lines_.next_line(d_.to(d_[last]));
        lines_above const above = lines_.above(first);
        if (!lines_.ends_group(last)) return;
        for (edit const& e : all_)
            if (!e.instead.text().empty() && e.of.from >= from && e.of.from <= to) return;
        take(above.heading);
        if (lines_.blank_below(last)) take(above.blank);
    }

    document const& d_;
    layout lines_;
    std::vector<edit> all_;
};

}  // namespace redline::inline v0_1::text::amend
