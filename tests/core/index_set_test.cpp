// Sets of indices: filled, walked in order and emptied, with a summary over many words.
#include "redline/core/index_set.hpp"
#include "support/both.hpp"
#include "support/catch.hpp"

#include <random>
#include <set>
#include <vector>

namespace {

using redline::index_set;

/// A set over memory that started as zeros.
struct owned_set {
    explicit owned_set(std::uint32_t limit) : words(redline::index_set_words(limit)), set{words.data(), limit} {}
    std::vector<std::uint64_t> words;
    index_set set;
};

std::vector<std::uint32_t> listed(redline::index_set_view view) { return {view.begin(), view.end()}; }

std::vector<std::uint32_t> visited(index_set const& set)
{
    std::vector<std::uint32_t> found;
    set.each([&](std::uint32_t i) { found.push_back(i); });
    return found;
}

constexpr bool works_in_constant_expressions()
{
    std::uint64_t words[redline::index_set_words(200)] = {};
    index_set set{words, 200};
    for (std::uint32_t const i : {199u, 0u, 64u, 63u, 0u}) set.add(i);
    std::uint32_t sum = 0;
    for (std::uint32_t const i : set.view()) sum = sum * 10 + i;
    bool const filled = set.view().size() == 4 && set.view().contains(63) && !set.view().contains(65) &&
                        sum == 63 * 100 + 64 * 10 + 199;
    set.clear();
    return filled && set.view().empty() && words[0] == 0 && words[3] == 0 && words[4] == 0;
}

}  // namespace

TEST_CASE("a set takes its bits and a summary of them", "[core]")
{
    REDLINE_BOTH(redline::index_set_words(0) == 0);
    REDLINE_BOTH(redline::index_set_words(1) == 2);
    REDLINE_BOTH(redline::index_set_words(64) == 2);
    REDLINE_BOTH(redline::index_set_words(65) == 3);
    REDLINE_BOTH(redline::index_set_words(4096) == 64 + 1);
    REDLINE_BOTH(redline::index_set_words(4097) == 65 + 2);
    REDLINE_BOTH(works_in_constant_expressions());
}

TEST_CASE("a set that holds nothing is empty", "[core]")
{
    CHECK(redline::index_set_view{}.empty());
    CHECK_FALSE(redline::index_set_view{}.contains(0));
    owned_set none{0};
    none.set.clear();
    CHECK(none.set.view().empty());
    CHECK(visited(none.set).empty());
    owned_set some{1000};
    CHECK(some.set.view().empty());
    CHECK(some.set.view().begin() == some.set.view().end());
    CHECK(some.set.view().size() == 0);
    CHECK_FALSE(some.set.view().contains(1'000'000));
}

TEST_CASE("sets hold what was put in, in order, whatever their size", "[core]")
{
    std::mt19937_64 random{1};
    for (std::uint32_t const limit : {1u, 2u, 63u, 64u, 65u, 128u, 4095u, 4096u, 4097u, 5000u, 70'000u, 300'000u}) {
        INFO("limit " << limit);
        owned_set owned{limit};
        for (int round = 0; round < 20; ++round) {
            std::set<std::uint32_t> due;
            auto const count = random() % 40;
            for (std::uint64_t k = 0; k < count; ++k) due.insert(static_cast<std::uint32_t>(random() % limit));
            if (round % 3 == 0) due.insert({0, limit - 1});
            for (std::uint32_t const i : due) owned.set.add(i);
            std::vector<std::uint32_t> const sorted(due.begin(), due.end());
            REQUIRE(listed(owned.set.view()) == sorted);
            REQUIRE(visited(owned.set) == sorted);
            REQUIRE(owned.set.view().size() == due.size());
            REQUIRE(owned.set.view().empty() == due.empty());
            for (std::uint32_t const i : due) REQUIRE(owned.set.view().contains(i));
            owned.set.clear();
            for (std::uint64_t const word : owned.words) REQUIRE(word == 0);
        }
    }
}

TEST_CASE("an iterator counts on before it moves", "[core]")
{
    owned_set owned{100};
    owned.set.add(3);
    owned.set.add(70);
    auto at = owned.set.view().begin();
    CHECK(*at++ == 3);
    CHECK(*at == 70);
    CHECK(++at == owned.set.view().end());
}
