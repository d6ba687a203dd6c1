// Decisions as JSON, on one line: docs/command.md, "A decision as JSON".
#pragma once

#include "redline/core/decision.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redline::tool {

/// Pieces of text behind one another in one string.
class text_pieces {
public:
    void end_piece() { ends_.push_back(all_.size()); }
    std::string& last() noexcept { return all_; }
    std::string_view operator[](std::uint32_t i) const noexcept
    {
        std::size_t const from = i == 0 ? 0 : ends_[i - 1];
        return std::string_view{all_}.substr(from, ends_[i] - from);
    }

private:
    std::string all_;
    std::vector<std::size_t> ends_;
};

/// Writes the decisions of one rule set. All that a contract says is made into JSON once, when the writer is made; to
/// write a decision is then to copy. May be used by several threads at once.
class decision_writer {
public:
    explicit decision_writer(rule_set const& rules);

    /// Adds a decision to `out`, without a line break; allocates nothing but room there.
    void write(decision const& d, std::string& out) const;
    std::string text(decision const& d) const
    {
        std::string out;
        write(d, out);
        return out;
    }

private:
    text_pieces labels_;   // "3.1"
    text_pieces logs_;     // {"by": "4.1", …}, for log terms
    text_pieces because_;  // "3.1": "…", or nothing
    text_pieces citing_;   // "3.1": ["…"], or nothing
    text_pieces chains_, evidence_, safeguards_, facts_;
    std::string contract_;  // , "contract": {…}}
};

/// A duration in the largest unit that divides it, of years, days, hours and minutes: `3 days`.
std::string duration_in_words(std::uint64_t minutes);

}  // namespace redline::tool
