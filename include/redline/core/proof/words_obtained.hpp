// Evidence, safeguards and sign-off chains in words: what can be brought about, and what was not.
#pragma once

#include "words_cells.hpp"
#include "words_named.hpp"

namespace redline::inline v0_1::proof {

/// Says what was obtained in the language, and what was not, for which it has no words, in others like it: its
/// complement of `red_team within 90 days` is `red_team not held within 90 days`.
class obtained_words {
public:
    obtained_words(said_cells const& cells, named_thresholds const& named) : cells_{cells}, named_{named} {}

    expression say()
    {
        switch (cells_.entry().kind) {
        case variable_kind::evidence: return cells_.any_run([&](cell_run r) { return evidence(r); });
        case variable_kind::safeguard: return cells_.any_run([&](cell_run r) { return safeguard(r); });
        default: return chain();
        }
    }
    /// Whether all that was said is a condition of the language.
    bool is_language() const noexcept { return is_language_; }

private:
    expression other_words(std::string const& words)
    {
        is_language_ = false;
        return {cells_.name() + words, {}, 1};
    }
    /// Cells are ages, the youngest first; the last is evidence that is not held.
    expression evidence(cell_run r)
    {
        // An atom without a window asks for what is still valid; where nothing lapses, for all that is held.
        std::uint64_t const valid = cells_.rules().evidence[cells_.subject()].valid;
        std::uint64_t const oldest_held = valid == unlimited ? unlimited - 1 : valid;
        auto const is_held_at_all = [&](std::uint32_t cell) {
            return cells_.value(cell) == unlimited && oldest_held != unlimited - 1;
        };
        auto const within = [&](std::uint32_t cell) {
            std::uint64_t const oldest = cells_.value(cell) - 1;
            bool const bare = oldest == oldest_held || oldest == unlimited - 1;
            return bare ? std::string{} : " within " + duration_in_words(oldest);
        };
        if (r.first == 0) {
            if (is_held_at_all(r.last)) return other_words(" of any age");
            return {cells_.name() + within(r.last), {}, 1};
        }
        if (r.last == cells_.size()) {
            if (!is_held_at_all(r.first)) return other_words(" not held" + within(r.first));
            is_language_ = false;
            return {"no " + cells_.name() + " of any age", {}, 1};
        }
        std::string const older = " older than " + duration_in_words(cells_.value(r.first) - 1);
        if (is_held_at_all(r.last)) return other_words(older);
        return other_words((within(r.last).empty() ? " held" : within(r.last)) + " but" + older);
    }
    expression safeguard(cell_run r)
    {
        auto const level = [&](std::uint32_t cell) {
            auto const number = static_cast<std::uint32_t>(cells_.value(cell));
            return std::string{level_name(cells_.rules(), cells_.subject(), number)};
        };
        if (r.last == cells_.size()) return {cells_.name() + " at least " + level(r.first), {}, 1};
        if (r.first == 0) return other_words(" below " + level(r.last));
        return other_words(" at least " + level(r.first) + " but below " + level(r.last));
    }
    expression chain()
    {
        constexpr std::string_view words[] = {"not asked", "opened", "complete", "refused"};
        std::vector<std::string> states;
        for (std::uint32_t state = 0; state < cells_.size(); ++state)
            if (cells_.admitted()[state]) states.emplace_back(words[state]);
        auto const has = [&](chain_state s) { return bool{cells_.admitted()[static_cast<unsigned>(s)]}; };
        if (states.size() == 1 && has(chain_state::complete))
            return {(named_.only_waives(cells_.index()) ? "waived by " : "signed by ") + cells_.name(), {}, 1};
        if (states.size() == 2 && has(chain_state::complete) && has(chain_state::opened))
            return {"asked of " + cells_.name(), {}, 1};
        if (states.size() == 3 && !has(chain_state::complete)) return other_words(" not complete");
        if (states.size() == 3 && !has(chain_state::refused)) return other_words(" not refused");
        return other_words(" " + listed(states, " or "));
    }

    said_cells const& cells_;
    named_thresholds const& named_;
    bool is_language_ = true;
};

}  // namespace redline::inline v0_1::proof
