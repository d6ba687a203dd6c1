// Names looked up in the table of a contract, colliding keys included.
#include "redline/core/names.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <optional>
#include <random>
#include <string>

namespace {

using namespace redline_test;
using redline::find_name;
using redline::name_space;

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
constexpr std::uint64_t multiplier = 0x100000001b3u;

/// 1 / multiplier, modulo 2^64.
std::uint64_t inverse()
{
    std::uint64_t x = multiplier;
    for (int i = 0; i < 6; ++i) x *= 2 - multiplier * x;
    return x;
}

/// Another name with the same key that begins with `c` and `d`, if there is one. The key of a name of twelve characters
/// is ((k ^ c) * m ^ d) * m, where k has six bits for each of its last ten characters, and four for the one before.
std::optional<std::string> twin(std::uint64_t key, unsigned c, unsigned d)
{
    std::uint64_t k = (key * inverse() ^ d) * inverse() ^ c;
    std::string name(12, ' ');
    name[0] = letters[c - 1];
    name[1] = letters[d - 1];
    for (std::size_t i = 12; i-- != 2; k >>= 6) {
        if ((k & 63) == 0) return {};
        name[i] = letters[(k & 63) - 1];
    }
    if (k != (d & 15) || (name[0] >= '0' && name[0] <= '9')) return {};
    return name;
}

std::string other_name_of_key(std::string const& name)
{
    for (unsigned c = 1; c <= 63; ++c)
        for (unsigned d = 1; d <= 63; ++d)
            if (auto const found = twin(redline::key_of(name), c, d); found && *found != name) return *found;
    return {};
}

}  // namespace

TEST_CASE("names with one key are told apart by their text", "[core]")
{
    std::string const one = "abcdefghijkl";
    std::string const other = other_name_of_key(one);
    REQUIRE_FALSE(other.empty());
    INFO(one << " and " << other);
    REQUIRE(redline::key_of(one) == redline::key_of(other));

    std::string const text = "contract \"T\" version 1;\nuse analysis;\nfact " + one + " is flag;\nfact " + other +
                             " is count;\n1 permit all lawful uses;\n2 prohibit analysis when " + other +
                             " over 3 and " + one + ";\n";
    contract const c = load(text);
    INFO(dump(c.diagnostics));
    REQUIRE(c.ok);
    CHECK(find_name(c.rules, name_space::names, one)->index == 1);
    CHECK(find_name(c.rules, name_space::names, other)->index == 2);

    contract const only_one = load("contract \"T\" version 1;\nfact " + one + " is flag;\n1 permit all lawful uses;\n");
    REQUIRE(only_one.ok);
    CHECK(find_name(only_one.rules, name_space::names, one) != nullptr);
    CHECK(find_name(only_one.rules, name_space::names, other) == nullptr);

    contract const wrong = load("contract \"T\" version 1;\nuse analysis;\nfact " + one +
                                " is flag;\n1 permit all lawful uses;\n2 prohibit analysis when " + other + ";\n");
    REQUIRE(wrong.diagnostics.size == 1);
    CHECK(wrong.diagnostics[0].is == redline::text::code::unknown_name);
}

TEST_CASE("a name is found in its own space, and under its own owner", "[core]")
{
    contract const c = load(R"(contract "T" version 1;
party agency;
role officer of agency;
use weapons; use weapons.autonomous;
mission weapons;
fact network is one of open, secret;
fact data is any of secret, voice;
safeguard filter; safeguard mark is level open < shut;
signoff review { stage only: officer; stage last: officer; }
signoff board { stage only: officer; }
section 1 "One";
1 permit all lawful uses;
1.10.0 prohibit weapons;
)");
    INFO(dump(c.diagnostics));
    REQUIRE(c.ok);
    redline::rule_set const& r = c.rules;
    auto const index = [&](name_space space, std::string_view name, std::uint32_t owner = 0) {
        redline::symbol const* const s = find_name(r, space, name, owner);
        return s == nullptr ? redline::none : s->index;
    };
    CHECK(index(name_space::names, "lawful") == 0);
    CHECK(index(name_space::names, "network") == 1);
    CHECK(index(name_space::names, "weapons") == redline::none);
    CHECK(index(name_space::uses, "weapons") == 0);
    CHECK(index(name_space::uses, "weapons.autonomous") == 1);
    CHECK(index(name_space::missions, "weapons.autonomous") == redline::none);
    CHECK(index(name_space::fact_values, "secret", 1) == 1);
    CHECK(index(name_space::fact_values, "secret", 2) == 0);
    CHECK(index(name_space::fact_values, "voice", 1) == redline::none);
    CHECK(index(name_space::safeguard_values, "tested", redline::none) == 2);
    CHECK(index(name_space::safeguard_values, "shut", 1) == 1);
    CHECK(index(name_space::safeguard_values, "tested", 1) == redline::none);
    CHECK(index(name_space::stages, "last", 0) == 1);
    CHECK(index(name_space::stages, "last", 1) == redline::none);
    CHECK(index(name_space::sections, "1") == 0);
    CHECK(redline::find_term(r, "1") == 0);
    CHECK(redline::find_term(r, "1.10.0") == 1);
    CHECK(redline::find_term(r, "1.10") == redline::none);
    CHECK(redline::find_term(r, "") == redline::none);
}

TEST_CASE("strings that are no names are not found, whatever their keys", "[core]")
{
    contract const c = load("contract \"T\" version 1;\nuse a;\nuse a.b;\n1 permit all lawful uses;\n");
    REQUIRE(c.ok);
    using namespace std::string_view_literals;
    for (std::string_view const name : {"a-b"sv, "a b"sv, "a\0b"sv, "a/b"sv, ""sv, "."sv, "a."sv, "a..b"sv, "\xFF"sv})
        CHECK(find_name(c.rules, name_space::uses, name) == nullptr);
    CHECK(find_name(c.rules, name_space::uses, "a.b") != nullptr);
    CHECK(find_name(redline::rule_set{}, name_space::names, "a") == nullptr);
    std::string const huge(1'000'000, 'x');
    CHECK(find_name(c.rules, name_space::uses, huge) == nullptr);
}
