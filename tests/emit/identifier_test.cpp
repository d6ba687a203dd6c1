// Names of generated contracts: which are taken, which are refused and why, and which a file's name comes to.
#include "redline/emit/identifier.hpp"
#include "support/catch.hpp"

using namespace redline::emit;

namespace {

std::string why_not(std::string_view name)
{
    std::string wrong;
    qualified_name const read = read_name(name, wrong);
    CHECK(read.last.empty() == !wrong.empty());
    return wrong;
}

}  // namespace

TEST_CASE("names of generated contracts", "[emit]")
{
    std::string wrong;
    qualified_name const name = read_name("acme::terms::frontier", wrong);
    CHECK(wrong.empty());
    CHECK(name.namespaces == std::vector<std::string>{"acme", "terms"});
    CHECK(name.last == "frontier");
    for (char const* const good : {"frontier", "Frontier2", "f", "a_b", "acme::redline", "final", "module"}) {
        INFO(good);
        CHECK(why_not(good).empty());
    }
}

TEST_CASE("names that C++ does not take", "[emit]")
{
    CHECK(why_not("2026_02_28") == "a name begins with a letter, not with a digit");
    CHECK(why_not("class") == "`class` is a keyword of C++");
    CHECK(why_not("acme::and") == "`and` is a keyword of C++");
    CHECK(why_not("co_yield") == "`co_yield` is a keyword of C++");
    CHECK(why_not("std::frontier") == "`std` is a namespace of somebody else");
    CHECK(why_not("redline") == "`redline` is a namespace of somebody else");
    for (char const* const empty : {"", "::a", "a::", "a::::b"}) {
        INFO(empty);
        CHECK(why_not(empty) == "nothing stands where a name is expected");
    }
    for (char const* const other : {"a-b", "a b", "a:b", "fr\xC3\xBCh", "a;b", "a\nb"}) {
        INFO(other);
        CHECK(why_not(other) == "a name has letters (a to z, A to Z), digits and `_` only");
    }
    for (char const* const kept : {"a__b", "__a", "_A", "acme::_Z"}) {
        INFO(kept);
        CHECK(why_not(kept) == "C++ keeps names that hold `__`, or begin with `_` and a capital, to itself");
    }
}

TEST_CASE("the name that a file's name comes to", "[emit]")
{
    CHECK(name_of_file("contracts/frontier.redline") == "frontier");
    CHECK(name_of_file("frontier-v2.redline.md") == "frontier_v2");
    CHECK(name_of_file("/a.b/c d.md") == "c_d");
    CHECK(name_of_file("2026-02-28.redline") == "2026_02_28");
    CHECK(name_of_file("plain") == "plain");
    CHECK(name_of_file(".redline").empty());
}
