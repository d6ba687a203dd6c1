// Generates literals of conditions of large contracts: about an area's own facts, general ones, the mission or the date.
#pragma once

#include "large_vocabulary.hpp"

namespace redline_solver {

/// Generates literals over a vocabulary; `locality` as `generate_large` has it.
class large_literals {
public:
    large_literals(large_contract& to, std::uint64_t seed, std::uint32_t locality)
        : made_{to}, dice_{seed}, locality_{locality}
    {}
    large_dice& dice() { return dice_; }

protected:
    /// Literals each about something else, and about nothing that those in `beside` speak of.
    std::vector<large_literal> literals(std::uint32_t area, std::uint32_t count, std::vector<large_literal> beside)
    {
        std::vector<large_literal> made;
        for (; count != 0; --count) {
            made.push_back(literal(area, beside));
            beside.push_back(made.back());
        }
        return made;
    }
    large_literal literal(std::uint32_t area, std::vector<large_literal> const& beside)
    {
        for (;;) {
            large_literal const made = any_literal(area);
            bool fits = true;
            for (large_literal const& other : beside) fits = fits && other.fact != made.fact;
            if (fits) return made;
        }
    }
    large_literal count_literal()
    {
        for (;;) {
            std::uint32_t const f = dice_.below(static_cast<std::uint32_t>(made_.facts.size()));
            if (made_.facts[f].type == large_type::count) return {f, " over", threshold(), false};
        }
    }

    large_contract& made_;
    large_dice dice_;
    std::uint32_t const lawful_ = 0;

private:
    large_literal any_literal(std::uint32_t area)
    {
        std::uint32_t const kind = dice_.below(100);
        if (kind < 8) return {general, "mission is sensitive", 0, dice_.percent(25)};
        if (kind < 14) return {general, "mission is " + dice_.one_of(missions_), 0, dice_.percent(20)};
        if (kind < 17)
            return {general, dice_.percent(50) ? "date before 2027-01-01" : "date from 2028-01-01", 0, false};
        bool const local = area != general && dice_.percent(locality_);
        for (std::uint32_t tries = 0;; ++tries) {
            std::uint32_t const f = dice_.below(static_cast<std::uint32_t>(made_.facts.size()));
            large_fact const& fact = made_.facts[f];
            // An area may have no fact of its own.
            bool const fits = fact.area == (local ? area : general) || tries > 200;
            if (f != lawful_ && fits) return about(f);
        }
    }
    std::uint64_t threshold() { return thresholds_[dice_.below(8)]; }
    large_literal about(std::uint32_t f)
    {
        large_fact const& fact = made_.facts[f];
        auto const value = [&] { return "v" + std::to_string(dice_.below(fact.values)); };
        switch (fact.type) {
        case large_type::flag: return {f, "", 0, dice_.percent(50)};
        case large_type::level:
            return {
                f, (dice_.percent(50) ? " at least v" : " under v") + std::to_string(dice_.between(1, fact.values - 1)),
                0, false};
        case large_type::count: return {f, dice_.percent(70) ? " over" : " under", threshold(), false};
        case large_type::one_of: return {f, (dice_.percent(75) ? " is " : " is not ") + value(), 0, false};
        case large_type::any_of: return {f, " has " + value(), 0, dice_.percent(30)};
        }
        return {};
    }

    static constexpr std::uint64_t thresholds_[] = {10, 50, 100, 500, 1000, 5000, 10'000, 100'000};
    std::uint32_t locality_;
    std::vector<std::string> const missions_{"routine", "training", "combat", "combat.air", "combat.sea", "domestic"};
};

}  // namespace redline_solver
