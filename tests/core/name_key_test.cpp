// Keys of names: exact up to ten characters, a hash from there on.
#include "redline/core/name_key.hpp"
#include "support/both.hpp"
#include "support/catch.hpp"

#include <map>
#include <random>
#include <string>

namespace {

using redline::key_of;

}  // namespace

TEST_CASE("names of up to ten characters have keys of their own", "[core]")
{
    REDLINE_BOTH(key_of("a") == 1);
    REDLINE_BOTH(key_of("_") == 63);
    REDLINE_BOTH(key_of("ab") == (1u << 6 | 2u));
    REDLINE_BOTH(key_of("a") != key_of("A"));
    REDLINE_BOTH(key_of("abcdefghij") != key_of("abcdefghik"));
    REDLINE_BOTH(key_of("") == 0);

    std::mt19937_64 random{3};
    std::map<std::pair<std::size_t, std::uint64_t>, std::string> seen;
    for (int k = 0; k < 200'000; ++k) {
        std::string name(1 + random() % 10, ' ');
        for (char& c : name) c = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"[random() % 63];
        auto const [at, fresh] = seen.emplace(std::pair{name.size(), key_of(name)}, name);
        if (!fresh) REQUIRE(at->second == name);
    }
}

TEST_CASE("longer names differ in their keys by every character", "[core]")
{
    std::string const name = "a_rather_long_name_for_a_fact";
    for (std::size_t i = 0; i < name.size(); ++i) {
        std::string other = name;
        other[i] = 'Z';
        CHECK(key_of(other) != key_of(name));
    }
    REDLINE_BOTH(key_of("abcdefghijk") != key_of("bcdefghijka"));
    REDLINE_BOTH(key_of("weapons.autonomous.swarm") != key_of("weapons.autonomous_swarm"));
}

TEST_CASE("what no name holds counts as a separator", "[core]")
{
    REDLINE_BOTH(key_of("a.b") == key_of("a-b"));
    REDLINE_BOTH(key_of("a.b") != key_of("ab"));
}
