// Conditions of a rule set as contract text: from postfix nodes back to what a contract says.
#pragma once

#include "term_text_atom.hpp"

#include <vector>

namespace redline::inline v0_1 {

/// Appends conditions to a string in the exact syntax of the language, with the fewest parentheses: loaded again, the text
/// gives the very same nodes. As atoms (`atom_writer`), they come out as they were resolved: `not mission is x` as `mission
/// is not x`, and nothing shows parentheses that were not needed.
///
/// Language reference, "Grammar". Linear in the text, times how deep parentheses and `not` stand in one another. Allocates.
class condition_writer : public atom_writer {
public:
    using atom_writer::atom_writer;

    /// A range of `conditions`; nothing where it is empty, as it is for an absent `when`.
    void condition(index_range of)
    {
        std::vector<operand> waiting;
        for (std::uint32_t i = of.first; i != of.last; ++i) {
            condition_node const& n = rules_.conditions[i];
            if (n.op == condition_op::negation) {
                enclose(waiting.back(), binds_most);
                put_before(waiting.back(), "not ");
                waiting.back().binds = binds_most;
            }
            else if (n.op == condition_op::both || n.op == condition_op::either) join(waiting, n.op);
            else {
                bool const negated = says_is(n.op) && i + 1 != of.last &&
                                     rules_.conditions[i + 1].op == condition_op::negation;
                if (negated) ++i;
                waiting.push_back({written([&] { atom(n, negated); }), binds_most});
            }
        }
        for (operand const& whole : waiting) *this << whole.text;
    }
    /// A range of `conditions` that a list of items came to, without their `and`.
    void items(index_range of)
    {
        bool first = true;
        for (std::uint32_t i = of.first; i != of.last; ++i) {
            if (rules_.conditions[i].op == condition_op::both) continue;
            if (!first) *this << ", ";
            first = false;
            atom(rules_.conditions[i], false);
        }
    }

private:
    /// How tightly a condition holds together: `or`, `and`, then atoms and `not`.
    static constexpr unsigned binds_least = 0, binds_most = 2;
    /// A condition that waits for its operator.
    struct operand {
        std::string text;
        unsigned binds = binds_most;
    };

    static void enclose(operand& part, unsigned place)
    {
        if (part.binds >= place) return;
        put_before(part, "(");
        part.text += ")";
    }
    /// Not `insert`: gcc 12 warns of it where nothing is wrong (its bug 105651).
    static void put_before(operand& part, std::string_view text)
    {
        std::string all{text};
        all += part.text;
        part.text = std::move(all);
    }
    static void join(std::vector<operand>& waiting, condition_op op)
    {
        unsigned const binds = op == condition_op::both ? 1 : binds_least;
        operand right = std::move(waiting.back());
        waiting.pop_back();
        operand& left = waiting.back();
        // Operators group from the left, so the same one on the right needs parentheses.
        enclose(left, binds);
        enclose(right, binds + 1);
        left.text += op == condition_op::both ? " and " : " or ";
        left.text += right.text;
        left.binds = binds;
    }
};

}  // namespace redline::inline v0_1
