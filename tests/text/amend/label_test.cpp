// The order of labels, and amendments read in constant expressions by the walker.
#include "redline/text/amend/key.hpp"
#include "redline/text/walker.hpp"
#include "support/catch.hpp"

namespace {

using redline::text::amend::label_before;
namespace rt = redline::text;

static_assert(label_before("1", "2"));
static_assert(label_before("2", "2.1"));
static_assert(label_before("2.9", "2.10"));
static_assert(label_before("2.9.9", "2.10"));
static_assert(label_before("9", "10"));
static_assert(label_before("0", "0.0"));
static_assert(!label_before("2", "2"));
static_assert(!label_before("2.1", "2"));
static_assert(!label_before("10", "9.1"));
static_assert(!label_before("18446744073709551616.1", "18446744073709551616"));

struct reading {
    rt::statement statements[16] = {};
    rt::diagnostic wrong[2] = {};
    std::uint32_t count = 0;
    std::uint32_t problems = 0;
};

/// Lexes and reads an amendment, in a constant expression or not.
constexpr reading read(char const* text)
{
    reading result{};
    rt::problems wrong{text, result.wrong, 2};
    rt::token tokens[128] = {};
    rt::lexer scanner{0, redline::none, 1, wrong};
    std::uint32_t count = 0;
    do scanner.next(tokens[count]);
    while (tokens[count++].is != rt::terminal::end);
    tokens[count] = tokens[count + 1] = tokens[count - 1];
    rt::node nodes[264] = {};
    rt::builder to;
    to.tokens = tokens;
    to.nodes = {nodes, 264};
    rt::sink<rt::statement> statements{result.statements, 16};
    rt::reader<rt::walking_engine>{to, statements, wrong}.amendment(tokens, tokens + count);
    result.count = statements.size;
    result.problems = wrong.found.size;
    return result;
}

constexpr char const* good =
    R"(redline 1; amendment "A" to "T" version 1 makes 2 effective from 2026-01-01 before 2027-01-01;
strike 2.1; strike red_team; strike use weapons.autonomous; strike mission combat; strike section 3; strike scenario "S";
strike assert never permitted for weapons when not lawful;
replace 2 with prohibit weapons unless waived by exception citing directive because "So.";
insert 2.2 log all decisions to ombuds;
use weapons.drones; 3 permit all uses;)";

constexpr char const* bad = R"(amendment "A" to "T" version 1 makes 2; strike party vendor; insert prohibit weapons;)";

}  // namespace

TEST_CASE("the walker reads amendments in constant expressions", "[amend][constexpr]")
{
    constexpr reading read_good = read(good);
    static_assert(read_good.problems == 0);
    static_assert(read_good.count == 13);
    constexpr rt::tag due[] = {rt::tag::version_of_language,
                               rt::tag::amendment,
                               rt::tag::strike_term,
                               rt::tag::strike_name,
                               rt::tag::strike_use,
                               rt::tag::strike_mission,
                               rt::tag::strike_section,
                               rt::tag::strike_scenario,
                               rt::tag::strike_assertion,
                               rt::tag::replace,
                               rt::tag::insert,
                               rt::tag::use,
                               rt::tag::label};
    for (std::uint32_t i = 0; i != read_good.count; ++i) {
        INFO(i);
        CHECK(read_good.statements[i].is == due[i]);
    }
    constexpr reading read_bad = read(bad);
    static_assert(read_bad.problems == 2);
    static_assert(read_bad.wrong[0].is == rt::code::unexpected && read_bad.wrong[0].where.column == 48);
    CHECK(read(bad).wrong[1].where.column == read_bad.wrong[1].where.column);
}
