// Canonical JSON: the examples of RFC 8785, and that numbers come back.
#include "redline/record/canonical_json.hpp"

#include "support/catch.hpp"
#include "support/seed.hpp"

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

using namespace redline::record;

namespace {

template <class Value>
std::string canonical(Value const& value)
{
    std::string out;
    append_canonical(out, value);
    return out;
}

}  // namespace

TEST_CASE("numbers are written as in RFC 8785, appendix B", "[record]")
{
    struct {
        std::uint64_t bits;
        char const* text;
    } const examples[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (auto const& e : examples) CHECK(canonical(std::bit_cast<double>(e.bits)) == e.text);
    CHECK_THROWS_AS(canonical(std::numeric_limits<double>::quiet_NaN()), no_canonical_json);
    CHECK_THROWS_AS(canonical(std::numeric_limits<double>::infinity()), no_canonical_json);
    CHECK_THROWS_AS(canonical(-std::numeric_limits<double>::infinity()), no_canonical_json);
}

TEST_CASE("every number comes back, and whole ones are written alike", "[record]")
{
    std::mt19937_64 random{redline_test::seed_of_run()};
    for (int i = 0; i < 100'000; ++i) {
        double const d = std::bit_cast<double>(random());
        if (!std::isfinite(d)) continue;
        std::string const text = canonical(d);
        if (std::strtod(text.c_str(), nullptr) != d) FAIL(text);
        std::uint64_t const n = random() >> (11 + random() % 53);
        if (canonical(n) != canonical(static_cast<double>(n))) FAIL(n);
    }
    CHECK(canonical(largest_json_integer) == "9007199254740991");
    CHECK_THROWS_AS(canonical(largest_json_integer + 1), no_canonical_json);
}

TEST_CASE("strings and their order are as in RFC 8785, section 3.2", "[record]")
{
    CHECK(canonical(std::string_view{"\u20ac$\x0F\nA'B\"\\\\\"/"}) == "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    CHECK(canonical(std::string_view{"\b\t\n\f\r\x01\x1f\x7f"}) == "\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f\"");

    canonical_object o;
    o.add("\u20ac", std::string_view{"Euro Sign"}).add("\r", std::string_view{"Carriage Return"});
    o.add("\ufb33", std::string_view{"Hebrew Letter Dalet With Dagesh"}).add("1", std::string_view{"One"});
    o.add("\U0001F600", std::string_view{"Emoji: Grinning Face"}).add("\u0080", std::string_view{"Control"});
    o.add("\u00f6", std::string_view{"Latin Small Letter O With Diaeresis"});
    CHECK(o.text() == "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                      "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                      "\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");

    canonical_object whole;
    whole.raw("numbers", "[" + canonical(333333333.33333329) + "," + canonical(1E30) + "," + canonical(4.50) + "," +
                             canonical(2e-3) + "," + canonical(0.000000000000000000000000001) + "]");
    whole.add("string", std::string_view{"\u20ac$\x0F\nA'B\"\\\\\"/"}).raw("literals", "[null,true,false]");
    CHECK(whole.text() == "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                          "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    CHECK(canonical_object{}.text() == "{}");
}

TEST_CASE("what canonical JSON cannot hold is refused", "[record]")
{
    for (char const* text : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "a\xe2\x82", "\x80"})
        CHECK_THROWS_AS(canonical(std::string_view{text}), no_canonical_json);
    canonical_object twice;
    twice.add("a", std::uint64_t{1}).add("b", std::uint64_t{2}).add("a", std::uint64_t{3});
    CHECK_THROWS_AS(twice.text(), no_canonical_json);
    CHECK(stands_before("", "a"));
    CHECK_FALSE(stands_before("a", "a"));
    CHECK_FALSE(stands_before("ab", "a"));
}
