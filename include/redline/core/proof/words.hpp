// Boxes of requests, and single requests, in the words of the contract.
#pragma once

#include "sort_stably.hpp"
#include "words_describe.hpp"
#include "words_variable.hpp"

namespace redline::inline v0_1::proof {

/// Says in words what boxes of a space admit. On the heap; made once for a space, which must outlive it.
///
/// What the condition language can say is said in it (language reference, "Grammar"), with numbers that the contract
/// itself names: `lawful`, `not urgent`, `persons over 10_000`, `mission is combat`, `red_team within 90 days`. The
/// language has no words for what was not obtained; there it is `red_team not held within 90 days`, `output_filter
/// below tested`, `review not complete`.
class contract_words {
public:
    explicit contract_words(space const& in) : in_{in}, variables_{in}
    {
        std::vector<bool> listed(in.variables.size);
        for (unsigned side = 0; side < most_sides; ++side) {
            if (in.rules[side] == nullptr) continue;
            for (std::uint32_t i = 0; i < in.subjects[side].end; ++i) {
                std::uint32_t const v = in.positions[side][i];
                if (!listed[v]) order_.push_back(v);
                listed[v] = true;
            }
        }
    }

    /// One piece for each variable that a box speaks of, in the order of mission, date, facts, evidence, safeguards and
    /// sign-off chains, as declared. They hold together: a condition is its pieces joined by `and`.
    std::vector<condition_piece> pieces(box const& b) const
    {
        std::vector<condition_piece> found;
        for (std::uint32_t const v : order_)
            if (!b.admits_all(in_.variables[v])) found.push_back(variables_.piece(b, v));
        return found;
    }
    /// Puts boxes into the order in which they read best, whatever order diagrams ask in: first what says least, then
    /// by what is declared first.
    void sort(std::vector<box>& boxes) const
    {
        struct entry {
            std::vector<std::uint32_t> key;
            box of;
        };
        std::vector<entry> entries;
        entries.reserve(boxes.size());
        for (box& b : boxes) entries.push_back({reading_key(b), std::move(b)});
        sort_stably(entries, [](entry const& a, entry const& b) { return a.key < b.key; });
        for (std::size_t i = 0; i < boxes.size(); ++i) boxes[i] = std::move(entries[i].of);
    }
    /// Appends a condition; `always` where it has no pieces.
    static void append(std::string& to, std::vector<condition_piece> const& pieces)
    {
        if (pieces.empty()) to += "always";
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (i != 0) to += " and ";
            to += pieces[i].text;
        }
    }
    void append(std::string& to, box const& b) const { append(to, pieces(b)); }
    /// What is true of all requests outside of a box: a piece that is an `or` of what its literals leave out; `never`
    /// where it leaves out nothing.
    condition_piece outside(box const& b) const
    {
        box others = b;
        for (variable const& v : in_.variables)
            if (!b.admits_all(v))
                for (std::uint32_t cell = 0; cell < v.cell_count; ++cell) others.set(v, cell, !b.admits(v, cell));
        std::vector<condition_piece> const some = pieces(others);
        if (some.empty()) return {"never", none, false};
        if (some.size() == 1) return some.front();
        condition_piece all{"(", none, true, joined_by::either};
        for (condition_piece const& p : some) {
            if (all.text.size() > 1) all.text += " or ";
            if (p.by == joined_by::both) all.text += "(" + p.text + ")";
            else if (p.by == joined_by::either) all.text.append(p.text, 1, p.text.size() - 2);
            else all.text += p.text;
            all.is_language = all.is_language && p.is_language;
        }
        all.text += ")";
        return all;
    }

    /// An elementary use as a request names it.
    std::string use(std::uint32_t index) const { return name_of_kind(in_, name_space::uses, in_.uses[index]); }

private:
    /// How many variables a box speaks of, which ones, and what it leaves out of them.
    std::vector<std::uint32_t> reading_key(box const& b) const
    {
        std::vector<std::uint32_t> key{b.literals(in_)};
        for (std::uint32_t i = 0; i < order_.size(); ++i)
            if (!b.admits_all(in_.variables[order_[i]])) key.push_back(i);
        for (std::uint32_t const v : order_)
            for (std::uint32_t cell = 0; cell < in_.variables[v].cell_count; ++cell)
                if (!b.admits(in_.variables[v], cell)) key.push_back(cell);
        return key;
    }

    space const& in_;
    variable_words variables_;
    std::vector<std::uint32_t> order_;  // variables, as conditions speak of them
};

}  // namespace redline::inline v0_1::proof
