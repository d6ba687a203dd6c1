// Questions about every request, and comparisons, of contracts out of generated headers.
#include "examples_headers.hpp"
#include "redline/text/compare_compiled.hpp"
#include "redline/text/compile.hpp"
#include "redline/text/questions.hpp"
#include "support/catch.hpp"

namespace {

using namespace generated::examples;

constexpr auto in_source = redline::compile([] {
    return R"(
    contract "In source" version 1;
    use drafting;
    1 permit nothing else;
)";
});

}  // namespace

TEST_CASE("generated contracts are asked about every request", "[emit][proof]")
{
    STATIC_REQUIRE(redline::never_permits<"surveillance.mass when mission is domestic">(of_compromise));
    STATIC_REQUIRE(!redline::never_permits<"logistics">(of_compromise));
    STATIC_REQUIRE(redline::always_attainable<"analysis, logistics when lawful">(of_compromise));
}

TEST_CASE("generated contracts are compared with each other and with those in source", "[emit][proof]")
{
    STATIC_REQUIRE(redline::equivalent(of_agency, of_agency));
    STATIC_REQUIRE(!redline::no_wider(of_agency, of_vendor));
    STATIC_REQUIRE(!redline::no_wider(of_agency, in_source));
    STATIC_REQUIRE(!redline::equivalent(in_source, of_agency));
}
