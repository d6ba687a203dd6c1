// What a set of cells of one variable says, in words of the contract.
#pragma once

#include "words_given.hpp"
#include "words_missions.hpp"
#include "words_obtained.hpp"

namespace redline::inline v0_1::proof {

/// Says of each variable of a space what a box admits. On the heap; made once for a space, which must outlive it.
class variable_words {
public:
    explicit variable_words(space const& in) : in_{in}, named_{in}, missions_{in} {}

    /// The literal of a variable; the box must admit one of its cells, and not all.
    condition_piece piece(box const& b, std::uint32_t variable) const
    {
        said_cells const cells{in_, b, variable};
        auto const& v = cells.entry();
        std::vector<bool> const& admitted = cells.admitted();
        bool const unknown = v.may_be_unknown && b.admits(v, cells.size());
        bool const some = std::find(admitted.begin(), admitted.end(), true) != admitted.end();
        bool const all = std::find(admitted.begin(), admitted.end(), false) == admitted.end();
        expression said{cells.name() + (some ? " known" : " not known"), {}, 1};
        bool is_language = !v.may_be_unknown;
        if (some && !all) {
            expression const is_unknown{cells.name() + " not known", {}, 1};
            said = known_values(cells, is_language);
            if (unknown) said = join({said, is_unknown}, joined_by::either);
        }
        return {as_conjunct(said), variable, is_language, said.by};
    }

private:
    expression known_values(said_cells const& cells, bool& is_language) const
    {
        switch (cells.entry().kind) {
        case variable_kind::mission: return missions_.say(cells.admitted());
        case variable_kind::date: return days_in_words(cells);
        case variable_kind::slot: break;
        default: {
            obtained_words words{cells, named_};
            expression said = words.say();
            is_language = is_language && words.is_language();
            return said;
        }
        }
        switch (cells.fact().type) {
        case fact_type::flag:
        case fact_type::any_of: return {(cells.admitted()[1] ? "" : "not ") + cells.name(), {}, 1};
        case fact_type::one_of: return values_in_words(cells);
        default: return ordered_words{cells, named_}.say();
        }
    }

    space const& in_;
    named_thresholds named_;
    mission_words missions_;
};

}  // namespace redline::inline v0_1::proof
