// Generates large contracts of the shape that real ones have: areas of use with facts of their own beside general ones.
#pragma once

#include "large_literals.hpp"

namespace redline_solver {

/// Generates terms, one after the other, over a vocabulary.
class large_generator : large_literals {
public:
    large_generator(large_contract& to, std::uint64_t seed, std::uint32_t locality) : large_literals{to, seed, locality}
    {}

    large_term term()
    {
        large_term t;
        bool const everywhere = dice_.percent(5);
        std::uint32_t const use = dice_.below(static_cast<std::uint32_t>(made_.uses.size()));
        std::uint32_t const area = everywhere ? general : made_.area_of_use[use];
        t.scope = everywhere ? "all uses" : scope(use);
        std::uint32_t const kind = dice_.below(100);
        if (kind < 6) {
            t.kind = large_kind::permit;
            t.when.push_back({lawful_, "", 0, false});
            t.when.push_back(literal(area, {}));
        }
        else if (kind < 48) {
            t.kind = large_kind::prohibit;
            t.when = literals(area, dice_.between(everywhere ? 2 : 1, 3), {});
            if (dice_.percent(75)) carve_out(t, area);
        }
        else if (kind < 66) {
            t.kind = large_kind::require;
            t.when = literals(area, dice_.between(everywhere ? 1 : 0, 2), {});
            for (std::uint32_t n = dice_.between(1, 2); n != 0; --n) t.items.push_back(item(t.items));
        }
        else if (kind < 84) {
            t.kind = large_kind::restrict;
            t.when = literals(area, dice_.between(1, 2), {});
            carve_out(t, area);
        }
        else if (kind < 94) {
            t.kind = large_kind::trigger;
            t.when.push_back(count_literal());
            if (dice_.percent(40)) t.when.push_back(literal(area, t.when));
            t.chain = made_.chains[dice_.below(static_cast<std::uint32_t>(made_.chains.size() - 1))];
            if (dice_.percent(30)) t.items.push_back(item({}));
        }
        else {
            t.kind = large_kind::log;
            if (dice_.percent(50)) t.when.push_back(literal(area, {}));
        }
        return t;
    }
    using large_literals::dice;

private:
    /// One to three uses of one area, the first of them given.
    std::string scope(std::uint32_t use)
    {
        std::string text = made_.uses[use];
        std::vector<std::uint32_t> here{use};
        for (std::uint32_t more = dice_.percent(70) ? 0 : dice_.between(1, 2); more != 0; --more) {
            std::uint32_t const other = dice_.below(static_cast<std::uint32_t>(made_.uses.size()));
            bool fits = made_.area_of_use[other] == made_.area_of_use[use];
            for (std::uint32_t const one : here) fits = fits && other != one;
            if (!fits) continue;
            here.push_back(other);
            text += ", " + made_.uses[other];
        }
        return text;
    }
    void carve_out(large_term& t, std::uint32_t area)
    {
        bool const given = dice_.percent(55);
        if (given) t.carved = literals(area, 1, t.when);
        if (!given || dice_.percent(50)) t.items.push_back(item({}));
        if (dice_.percent(20)) t.items.push_back({"waived by " + made_.chains.back(), 0});
    }
    large_item item(std::vector<large_item> const& beside)
    {
        for (;;) {
            large_item made;
            std::uint32_t const kind = dice_.below(100);
            if (kind < 50) {
                made.text = dice_.one_of(made_.evidence);
                if (dice_.percent(40)) made.days = 30 * dice_.between(1, 6);
            }
            else if (kind < 75) made.text = dice_.one_of(made_.safeguards) + " at least " + dice_.one_of(levels_);
            else
                made.text =
                    "signed by " + made_.chains[dice_.below(static_cast<std::uint32_t>(made_.chains.size() - 1))];
            bool fits = true;
            for (large_item const& other : beside) fits = fits && other.text != made.text;
            if (fits) return made;
        }
    }
    std::vector<std::string> const levels_{"prototype", "tested", "validated"};
};

/// A contract of so many terms, the baseline's included. Of the literals of a term about uses of one area, `locality` in
/// a hundred speak of that area's own facts, the others of general ones. The same for the same arguments everywhere.
inline large_contract generate_large(std::uint32_t terms, std::uint64_t seed = 1, std::uint32_t locality = 70)
{
    large_contract made = large_vocabulary(terms, seed);
    large_generator generate{made, seed * 1000 + terms, locality};
    for (std::uint32_t i = 1; i < terms; ++i) {
        made.terms.push_back(generate.term());
        made.terms.back().label = std::to_string(2 + i / 20) + "." + std::to_string(i % 20 + 1);
    }
    return made;
}

/// A next draft, in which about one term in fifty is another: a changed threshold or age, a term dropped, changed or
/// added.
inline large_contract revise(large_contract const& before, std::uint64_t seed, std::uint32_t locality = 70)
{
    large_contract after = before;
    ++after.version;
    large_generator generate{after, seed, locality};
    large_dice& dice = generate.dice();
    auto const count = static_cast<std::uint32_t>(before.terms.size());
    for (std::uint32_t changes = count / 50 + 1; changes != 0; --changes) {
        auto const at = dice.below(static_cast<std::uint32_t>(after.terms.size()));
        large_term& term = after.terms[at];
        std::uint32_t const how = dice.below(100);
        if (how < 50) {
            // Another number, where the term has one; else it is another term.
            bool changed = false;
            for (large_literal& l : term.when)
                if (l.number != 0 && !changed) changed = (l.number *= 2) != 0;
            for (large_item& i : term.items)
                if (i.days != 0 && !changed) changed = (i.days += 30) != 0;
            if (!changed)
                term = [&] {
                    large_term other = generate.term();
                    other.label = term.label;
                    return other;
                }();
        }
        else if (how < 75) after.terms.erase(after.terms.begin() + at);
        else {
            after.terms.push_back(generate.term());
            after.terms.back().label = "9999." + std::to_string(changes);
        }
    }
    return after;
}

}  // namespace redline_solver
