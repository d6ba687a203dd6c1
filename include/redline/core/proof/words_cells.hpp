// Cells of one variable that are to be put into words, and what the contract calls them.
#pragma once

#include "cover_box.hpp"
#include "words_piece.hpp"
#include "words_request.hpp"

namespace redline::inline v0_1::proof {

/// Cells of one variable that follow one another: `first` to `last`, the last excluded.
struct cell_run {
    std::uint32_t first = 0, last = 0;
};

/// Which cells of a variable a box admits, those where it isn't known left out; names are those of a side that has it.
class said_cells {
public:
    said_cells(space const& in, box const& b, std::uint32_t variable)
        : in_{in}, v_{in.variables[variable]}, variable_{variable}
    {
        bool const on_both = v_.kind == variable_kind::mission || v_.kind == variable_kind::date;
        side_ = on_both ? 0 : v_.first_side();
        admitted_.resize(v_.cell_count - (v_.may_be_unknown ? 1 : 0));
        for (std::uint32_t cell = 0; cell < admitted_.size(); ++cell) admitted_[cell] = b.admits(v_, cell);
    }

    variable const& entry() const noexcept { return v_; }
    std::uint32_t index() const noexcept { return variable_; }
    std::uint32_t subject() const noexcept { return v_.subject[side_]; }
    rule_set const& rules() const noexcept { return *in_.rules[side_]; }
    fact_entry const& fact() const noexcept { return rules().facts[v_.fact[side_]]; }
    std::vector<bool> const& admitted() const noexcept { return admitted_; }
    std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(admitted_.size()); }
    std::uint64_t value(std::uint32_t cell) const noexcept { return in_.value(v_, cell); }

    /// Runs of the cells that are admitted, or of those that are not.
    std::vector<cell_run> runs(bool of) const
    {
        std::vector<cell_run> found;
        for (std::uint32_t cell = 0; cell < size(); ++cell) {
            if (admitted_[cell] != of) continue;
            if (found.empty() || found.back().last != cell) found.push_back({cell, cell});
            found.back().last = cell + 1;
        }
        return found;
    }
    /// One expression for each run, joined by `or`.
    template <class Say>
    expression any_run(Say const& say) const
    {
        std::vector<expression> parts;
        for (cell_run const r : runs(true)) parts.push_back(say(r));
        return join(parts, joined_by::either);
    }

    /// How the variable is called; of a value of `any of`, the atom that asks for it.
    std::string name() const
    {
        switch (v_.kind) {
        case variable_kind::mission: return "mission";
        case variable_kind::date: return "date";
        case variable_kind::evidence: return text(rules().evidence[subject()].name);
        case variable_kind::safeguard: return text(rules().safeguards[subject()].name);
        case variable_kind::chain: return text(rules().chains[subject()].name);
        case variable_kind::slot: break;
        }
        if (fact().type != fact_type::any_of) return text(fact().name);
        return text(fact().name) + " has " + value_name(subject() - fact().slot);
    }
    /// A value of the fact, by its number on the side whose names are used.
    std::string value_name(std::uint64_t value) const
    {
        return text(rules().values[fact().values.first + static_cast<std::uint32_t>(value)]);
    }
    /// The value of `one of` that a cell stands for.
    std::string name_in(std::uint32_t cell) const { return value_name(value_for(in_, v_, cell, side_)); }

private:
    std::string text(text_ref r) const { return std::string{rules()(r)}; }

    space const& in_;
    variable const& v_;
    std::uint32_t variable_;
    unsigned side_ = 0;
    std::vector<bool> admitted_;
};

}  // namespace redline::inline v0_1::proof
