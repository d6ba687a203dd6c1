// Kleene's truth tables, written out.
#include "redline/core/truth.hpp"
#include "support/both.hpp"
#include "support/catch.hpp"

namespace {

using redline::truth;
constexpr truth f = truth::no, u = truth::unknown, t = truth::yes;
constexpr truth all[] = {f, u, t};

constexpr truth and_table[3][3] = {{f, f, f}, {f, u, u}, {f, u, t}};
constexpr truth or_table[3][3] = {{f, u, t}, {u, u, t}, {t, t, t}};
constexpr truth not_table[3] = {t, u, f};

constexpr bool tables_hold()
{
    for (unsigned i = 0; i < 3; ++i) {
        if (redline::negation(all[i]) != not_table[i]) return false;
        for (unsigned j = 0; j < 3; ++j)
            if (redline::both(all[i], all[j]) != and_table[i][j] || redline::either(all[i], all[j]) != or_table[i][j])
                return false;
    }
    return true;
}

}  // namespace

TEST_CASE("truth has three values", "[core]")
{
    REDLINE_BOTH(tables_hold());
    REDLINE_BOTH(redline::truth_of(true) == t);
    REDLINE_BOTH(redline::truth_of(false) == f);
}
