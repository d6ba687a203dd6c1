// What may have been meant by a name that isn't declared.
#include "redline/core/nearest.hpp"
#include "support/both.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace {

using redline::edit_distance;

/// The same distance by the book: a full table, no limit.
unsigned plain_distance(std::string const& a, std::string const& b)
{
    std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<unsigned>(i + j);
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

constexpr std::string_view nearest_of(std::string_view wrong, std::initializer_list<std::string_view> declared)
{
    redline::nearest_name nearest{wrong};
    for (std::string_view const name : declared) nearest.consider(name);
    return nearest.best();
}

}  // namespace

TEST_CASE("names are as far apart as what must be changed", "[core]")
{
    REDLINE_BOTH(edit_distance("", "", 3) == 0);
    REDLINE_BOTH(edit_distance("a", "", 3) == 1);
    REDLINE_BOTH(edit_distance("urgent", "urgent", 3) == 0);
    REDLINE_BOTH(edit_distance("urgnet", "urgent", 3) == 1);
    REDLINE_BOTH(edit_distance("urgen", "urgent", 3) == 1);
    REDLINE_BOTH(edit_distance("urgentt", "urgent", 3) == 1);
    REDLINE_BOTH(edit_distance("argent", "urgent", 3) == 1);
    REDLINE_BOTH(edit_distance("kitten", "sitting", 3) == 3);
    REDLINE_BOTH(edit_distance("kitten", "sitting", 2) == 3);
    REDLINE_BOTH(edit_distance("abcdefgh", "a", 3) == 4);
    REDLINE_BOTH(edit_distance("abcdef", "uvwxyz", 2) == 3);
}

TEST_CASE("long names are never near", "[core]")
{
    std::string const longest(48, 'a');
    std::string const longer(49, 'a');
    CHECK(edit_distance(longest, longest, 3) == 0);
    CHECK(edit_distance(longest, longest.substr(1), 3) == 1);
    CHECK(edit_distance(longer, longer, 3) == 4);
    CHECK(edit_distance(longest, longer, 3) == 4);
    CHECK(edit_distance(longer, "a", 3) == 4);
}

TEST_CASE("distances are those of the plain algorithm, up to the limit", "[core]")
{
    std::mt19937_64 random{7};
    auto const word = [&] {
        std::string w(random() % 12, ' ');
        for (char& c : w) c = static_cast<char>('a' + random() % 3);
        return w;
    };
    for (int k = 0; k < 20'000; ++k) {
        std::string const a = word(), b = word();
        auto const limit = static_cast<unsigned>(random() % 6);
        unsigned const due = plain_distance(a, b);
        INFO("'" << a << "' and '" << b << "', limit " << limit);
        unsigned const found = edit_distance(a, b, limit);
        if (due <= limit) REQUIRE(found == due);
        else REQUIRE(found > limit);
    }
}

TEST_CASE("the nearest name is suggested, and none that is far", "[core]")
{
    REDLINE_BOTH(nearest_of("urgnet", {"legal", "urgent", "urgency"}) == "urgent");
    REDLINE_BOTH(nearest_of("urgent", {"urgency", "urgent", "urgent2"}) == "urgent");
    REDLINE_BOTH(nearest_of("weapons", {"logistics", "analysis"}).empty());
    REDLINE_BOTH(nearest_of("ab", {"cd", "xb"}) == "xb");
    REDLINE_BOTH(nearest_of("a", {"b", "c"}).empty());
    REDLINE_BOTH(nearest_of("", {"a", ""}).empty());
    REDLINE_BOTH(nearest_of("abc", {}).empty());
    REDLINE_BOTH(nearest_of("oversigth", {"oversight", "over"}) == "oversight");
    REDLINE_BOTH(nearest_of("risk", {"rusk", "disk"}) == "rusk");
}
