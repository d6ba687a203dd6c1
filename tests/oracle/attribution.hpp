// An independent oracle: what each change of terms does, by making every set of the changes to the first contract. What
// is said is by the request's number in the joint space.
#pragma once

#include "compare.hpp"

#include <bit>

namespace redline_oracle {

/// A term of each of two contracts, or of one: what a draft may change.
struct term_pair {
    const term* before = nullptr;
    const term* after = nullptr;
};

/// What the contracts come to with some of the changes made, for every request: outcomes of prohibit forms, of permits
/// (the mildest counts), and of the days, side by side.
class partial_drafts {
public:
    partial_drafts(const contract& before, const contract& after, const std::vector<term_pair>& pairs,
                   const joint_space& over)
        : changes_(pairs.size() + 1)
    {
        const columns was(before, over.before), is(after, over.after);
        const auto read = [](const columns& c, const term* t, side& to) {
            to.says.assign(c.size(), outcome::permitted);
            to.covers.assign(c.size(), outcome::prohibited);
            if (t && is_prohibit_form(*t)) to.says = c.verdict(*t);
            if (t && t->is_permit() && t->kind != term_kind::permit_nothing_else) to.covers = coverage(c.a_of(*t));
        };
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            read(was, pairs[i].before, changes_[i].sides[0]);
            read(is, pairs[i].after, changes_[i].sides[1]);
        }
        const auto effect = [](const situation& s) { return in_effect(s); };
        changes_.back().sides[0] = {coverage(was.by("date", effect)), outcome_column(was.size(), outcome::prohibited)};
        changes_.back().sides[1] = {coverage(is.by("date", effect)), outcome_column(is.size(), outcome::prohibited)};
        size_ = was.size();
    }

    std::size_t size() const { return size_; }
    std::size_t changes() const { return changes_.size(); }
    /// Whether a change is one, for a request.
    bool differs(std::size_t change, std::size_t request) const
    {
        const side& a = changes_[change].sides[0];
        const side& b = changes_[change].sides[1];
        return a.says[request] != b.says[request] || a.covers[request] != b.covers[request];
    }
    /// The outcome with the changes of a set made, given as bits.
    outcome with(std::uint64_t made, std::size_t request) const
    {
        outcome strictest = outcome::permitted, covered = outcome::prohibited;
        for (std::size_t i = 0; i < changes_.size(); ++i) {
            const side& s = changes_[i].sides[made >> i & 1];
            strictest = std::max(strictest, s.says[request]);
            covered = std::min(covered, s.covers[request]);
        }
        return std::max(strictest, covered);
    }
    /// The smallest sets of changes that give a request the outcome that all of them do, or where that is milder, one as mild
    /// at least; none where they do nothing.
    std::vector<std::uint64_t> smallest(std::size_t request) const
    {
        const std::uint64_t all = (std::uint64_t{1} << changes_.size()) - 1;
        const outcome from = with(0, request), to = with(all, request);
        std::vector<std::uint64_t> found;
        if (from == to) return found;
        std::uint64_t different = 0;
        for (std::size_t i = 0; i < changes_.size(); ++i)
            if (differs(i, request)) different |= std::uint64_t{1} << i;
        // In the order of their numbers, a set comes behind all that are within it.
        for (std::uint64_t made = 0; made <= all; ++made) {
            if ((made & ~different) != 0) continue;
            const outcome is = with(made, request);
            if (to < from ? is > to : is != to) continue;
            const bool smaller =
                std::any_of(found.begin(), found.end(), [&](std::uint64_t f) { return (f & ~made) == 0; });
            if (!smaller) found.push_back(made);
        }
        return found;
    }

private:
    struct side {
        outcome_column says, covers;
    };
    struct one_change {
        side sides[2];
    };
    static outcome_column coverage(const column& covered)
    {
        outcome_column result;
        for (const truth is : covered)
            result.push_back(is == truth::no        ? outcome::prohibited
                             : is == truth::unknown ? outcome::paused
                                                    : outcome::permitted);
        return result;
    }

    std::vector<one_change> changes_;  // the days come last
    std::size_t size_ = 0;
};

}  // namespace redline_oracle
