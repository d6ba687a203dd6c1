// An independent oracle: what conditions, terms and contracts come to for every request of a space at once.
#pragma once

#include "evaluate.hpp"
#include "space.hpp"

#include <functional>

namespace redline_oracle {

using column = std::vector<truth>;            // by the number of the request
using outcome_column = std::vector<outcome>;  // of a term: `permitted` where it has no say

/// Conditions as columns: atoms are looked up as `condition.hpp` values them, once for each value of what they are
/// about, then joined as there.
class columns {
public:
    columns(const contract& terms, const space& over)
        : terms_(terms), over_(over), size_(static_cast<std::size_t>(space_size(over)))
    {}

    /// What depends on the value of one dimension only; where the space has no such dimension, on its base.
    column by(const std::string& key, const std::function<truth(const situation&)>& worth) const
    {
        const auto worth_of = [&](const request& r) {
            const std::string one_use = r.uses.empty() ? "" : r.uses.front();
            return worth(situation{terms_, r, one_use});
        };
        std::size_t block = size_;
        for (const dimension& d : over_.dimensions) {
            if (d.values.empty()) break;
            block /= d.values.size();
            if (d.key != key) continue;
            column table;
            for (const request& one : d.values) table.push_back(worth_of(joined(over_.base, one)));
            column result;
            result.reserve(size_);
            while (result.size() < size_)
                for (const truth is : table) result.insert(result.end(), block, is);
            return result;
        }
        return column(size_, worth_of(over_.base));
    }

    column value(const condition& c, world w) const
    {
        if (c.kind == condition_kind::all || c.kind == condition_kind::any) {
            column result(size_, of(c.kind == condition_kind::all));
            for (const condition& child : c.children)
                result = c.kind == condition_kind::all ? both(std::move(result), value(child, w))
                                                       : either(std::move(result), value(child, w));
            return result;
        }
        if (c.kind == condition_kind::negation) return negate(value(c.children.front(), w));
        if (c.kind == condition_kind::defined) return value(find(terms_.definitions, c.name)->stands_for, w);
        return by(key_of(c), [&](const situation& s) { return redline_oracle::value(c, s, w); });
    }
    column scope(const redline_oracle::scope& over) const
    {
        return by("use", [&](const situation& s) { return scope_is_true(over, s.one_use); });
    }

    column a_of(const term& t) const { return both(scope(scope_of(t)), value(when_of(t), world::as_it_is)); }
    column coverage() const
    {
        column result(size_, truth::no);
        for (const term& t : terms_.terms)
            if (t.is_permit() && t.kind != term_kind::permit_nothing_else) result = either(std::move(result), a_of(t));
        return both(std::move(result), by("date", [](const situation& s) { return in_effect(s); }));
    }

    /// Where a prohibit form, or the baseline, prohibits and pauses.
    outcome_column verdict(const term& t) const
    {
        outcome_column result(size_, outcome::permitted);
        if (is_prohibit_form(t)) {
            const column a = a_of(t);
            const column b = both(a, negate(value(unless_of(t), world::as_it_is)));
            const column b_plus = both(a, negate(value(unless_of(t), world::obtained)));
            for (std::size_t i = 0; i < size_; ++i)
                result[i] = b_plus[i] == truth::yes ? outcome::prohibited
                            : b[i] == truth::no     ? outcome::permitted
                                                    : outcome::paused;
        }
        if (t.is_baseline()) {
            const column covered = coverage();
            for (std::size_t i = 0; i < size_; ++i)
                result[i] = covered[i] == truth::no        ? outcome::prohibited
                            : covered[i] == truth::unknown ? outcome::paused
                                                           : outcome::permitted;
        }
        return result;
    }
    outcome_column outcomes() const
    {
        outcome_column result(size_, outcome::permitted);
        for (const term& t : terms_.terms) {
            if (!is_prohibit_form(t) && !t.is_baseline()) continue;
            const outcome_column one = verdict(t);
            for (std::size_t i = 0; i < size_; ++i) result[i] = std::max(result[i], one[i]);
        }
        return result;
    }
    std::size_t size() const { return size_; }

    static column both(column a, const column& b)
    {
        for (std::size_t i = 0; i < a.size(); ++i) a[i] = std::min(a[i], b[i]);
        return a;
    }
    static column either(column a, const column& b)
    {
        for (std::size_t i = 0; i < a.size(); ++i) a[i] = std::max(a[i], b[i]);
        return a;
    }
    static column negate(column a)
    {
        for (truth& one : a) one = redline_oracle::negate(one);
        return a;
    }

private:
    const contract& terms_;
    const space& over_;
    std::size_t size_;
};

}  // namespace redline_oracle
