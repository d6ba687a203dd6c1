// Contracts to decide by, as models: written as a text, and as the C++ that somebody would write by hand instead.
#pragma once

#include "dice.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redline_bench {

inline constexpr std::array<std::string_view, 3> networks{"open", "secret", "top_secret"};
inline constexpr std::array<std::string_view, 4> oversights{"none", "spot_checks", "on_the_loop", "in_the_loop"};
inline constexpr std::array<std::string_view, 4> papers{"red_team", "legal_review", "bias_audit", "field_test"};

/// A use; those at or below it are numbered from its own number to `last`, which is excluded.
struct use {
    std::string path;
    std::uint32_t last = 0;
    bool leaf = false;
};

enum class question { network_is, network_is_not, oversight_least, oversight_under, persons_over, urgent, not_urgent };
struct atom {
    question asks = question::urgent;
    std::uint64_t operand = 0;
};
/// Evidence, not older than so many days.
struct paper {
    std::uint32_t which = 0;
    std::uint32_t days = 0;
};

/// `prohibit` with `papers` behind `unless`, all of which it takes; `require` of them; `restrict` to `given` or any of
/// them; or `log`.
enum class form { prohibit, require, restrict, log };
struct term {
    form is = form::prohibit;
    std::uint32_t use = 0;
    std::vector<atom> when;
    std::vector<paper> with;
    atom to{};
};

struct contract {
    std::vector<use> uses;
    std::vector<term> terms;
};

/// How the uses grow with the terms: so that about four terms speak of each use at any size, or ever more do.
enum class shape { few_per_use, many_per_use };

class contract_generator {
public:
    explicit contract_generator(std::uint32_t terms, shape of = shape::many_per_use)
        : random_{terms}, terms_{terms}, shape_{of}
    {}

    contract of_so_many_terms()
    {
        std::uint32_t const many[] = {2, 3, 5, 9}, few[] = {2, 5, 12, 27};
        unsigned const size = terms_ < 100 ? 0 : terms_ < 1000 ? 1 : terms_ < 10'000 ? 2 : 3;
        std::uint32_t const wide = shape_ == shape::few_per_use ? few[size] : many[size];
        for (std::uint32_t i = 0; i < wide; ++i) below("area_" + std::to_string(i), wide, 2);
        while (made_.terms.size() + 1 < terms_) made_.terms.push_back(one());  // the baseline is a term too
        return made_;
    }

private:
    void below(std::string const& path, std::uint32_t wide, std::uint32_t levels)
    {
        std::size_t const here = made_.uses.size();
        made_.uses.push_back({path, 0, levels == 0});
        for (std::uint32_t i = 0; levels != 0 && i < wide; ++i)
            below(path + (levels == 2 ? ".field_" : ".kind_") + std::to_string(i), wide, levels - 1);
        made_.uses[here].last = static_cast<std::uint32_t>(made_.uses.size());
    }
    term one()
    {
        term t;
        t.use = random_.below(static_cast<std::uint32_t>(made_.uses.size()));
        std::uint32_t const kind = random_.below(20);
        t.is = kind < 8 ? form::prohibit : kind < 14 ? form::require : kind < 19 ? form::restrict : form::log;
        std::uint32_t const atoms = t.is == form::log ? 1 : random_.between(1, 3);
        // Each about something else, so that no two contradict each other.
        std::uint32_t const about = random_.below(4);
        for (std::uint32_t i = 0; i < atoms; ++i) t.when.push_back(given((about + i) % 4));
        t.to = given((about + atoms) % 4);
        std::uint32_t const with = t.is == form::require ? random_.between(1, 2) : random_.below(2);
        std::uint32_t const first = random_.below(papers.size());
        for (std::uint32_t i = 0; i < with; ++i)
            t.with.push_back({(first + i) % static_cast<std::uint32_t>(papers.size()), random_.between(3, 12) * 10});
        return t;
    }
    atom given(std::uint32_t about)
    {
        bool const one = random_.percent(50);
        switch (about) {
        case 0: return {one ? question::network_is : question::network_is_not, random_.below(networks.size())};
        case 1:
            if (one) return {question::oversight_least, random_.between(1, 3)};
            return {question::oversight_under, random_.between(1, 2)};
        case 2: return {question::persons_over, 10 * random_.between(1, 900)};
        default: return {one ? question::urgent : question::not_urgent, 0};
        }
    }

    dice random_;
    std::uint32_t terms_;
    shape shape_;
    contract made_;
};

}  // namespace redline_bench
