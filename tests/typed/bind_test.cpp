// bind: a program's struct as a request, in constant expressions and when the program runs.
#include "missions.hpp"
#include "support/both.hpp"

using namespace typed_test;
using namespace std::chrono_literals;

namespace {

constexpr auto desk = redline::bind<plan>(frontier);

/// Permitted: a routine analysis of which everything is known.
constexpr plan routine = [] {
    plan m{};
    m.use = activity::analysis;
    m.mission = theatre::routine;
    m.date = 2026y / 6 / 1;
    m.lawful = {true, attester::counsel};
    m.oversight = overseen::none;
    m.network = secrecy::secret;
    m.persons = 10;
    m.retention = 24h;
    m.data = {redline::set_of<kind_of_data>{}, attester::agency};
    return m;
}();

/// That plan with a change.
template <class Change>
constexpr plan with(Change const& change)
{
    plan m = routine;
    change(m);
    return m;
}
template <class Change>
constexpr auto decided(Change const& change)
{
    return desk.decide(with(change));
}
/// At run time: no constant expression may hold a value that no request can.
template <class Change>
bool is_not_valid(Change const& change)
{
    auto const d = decided(change);
    return d.prohibited() && d.ground() == redline::ground::not_valid && !desk.request(with(change)).view().valid;
}

}  // namespace

TEST_CASE("a bound struct is decided", "[typed]")
{
    REDLINE_BOTH(desk.decide(redline_test::opaque(routine)).permitted());
    REDLINE_BOTH(desk.outcome(routine) == redline::outcome::permitted);
    static constexpr auto armed = decided([](plan& m) {
        m.use = activity::weapons_autonomous;
        m.mission = theatre::combat;
        m.oversight = overseen::in_the_loop;
        m.output_filter = redline::maturity::tested;
        m.red_team = std::chrono::days{12};
        m.review = review_state::complete;
    });
    REDLINE_BOTH(armed.paused());
    REDLINE_BOTH(armed.pends_on("legal_review"));
    REDLINE_BOTH(!armed.pends_on("red_team"));
    REDLINE_BOTH(!armed.pends_on("review"));
    REDLINE_BOTH(armed.by("3.1"));
    REDLINE_BOTH(!armed.by("3.4"));
}

TEST_CASE("enumerators stand for uses by their path", "[typed]")
{
    REDLINE_BOTH(decided([](plan& m) { m.use = activity::surveillance_mass; }).by("2.2"));
    REDLINE_BOTH(decided([](plan& m) { m.use = activity::surveillance; }).pends_on("use"));
    REDLINE_BOTH(!decided([](plan& m) { m.use = activity::surveillance_other; }).pends_on("use"));
    REDLINE_BOTH(decided([](plan& m) { m.use = activity::unlisted; }).permitted());
    REDLINE_BOTH(decided([](plan& m) { m.mission = theatre::domestic; }).by("2.4"));
}

TEST_CASE("a fact counts only when attested by whom the contract asks", "[typed]")
{
    REDLINE_BOTH(decided([](plan& m) { m.lawful = {false, attester::counsel}; }).prohibited());
    REDLINE_BOTH(decided([](plan& m) { m.lawful = {true, attester::owner}; }).pends_on("lawful"));
    // A role of the party that the contract names.
    static constexpr auto by_a_role = decided([](plan& m) {
        m.use = activity::surveillance_other;
        m.data = {redline::set_of<kind_of_data>{kind_of_data::location}, attester::owner};
    });
    REDLINE_BOTH(by_a_role.by("2.3"));
}

// At run time: clang 14 copies no optional that was emptied in a constant expression.
TEST_CASE("what is empty is not known", "[typed]")
{
    CHECK(decided([](plan& m) { m.mission = std::nullopt; }).pends_on("mission"));
    CHECK(decided([](plan& m) { m.date = std::nullopt; }).pends_on("date"));
    CHECK(decided([](plan& m) { m.lawful = {true, std::nullopt}; }).pends_on("lawful"));
    CHECK(decided([](plan& m) { m.lawful = {std::nullopt, attester::counsel}; }).pends_on("lawful"));
    CHECK(!decided([](plan&) {}).pends_on("lawful"));
}

TEST_CASE("durations, dates, sets and levels arrive as they are", "[typed]")
{
    REDLINE_BOTH(decided([](plan& m) { m.retention = 720h; }).permitted());
    REDLINE_BOTH(decided([](plan& m) { m.retention = 721h; }).by("3.5"));
    REDLINE_BOTH(decided([](plan& m) { m.retention = 721h, m.monitor = switched::live; }).permitted());
    REDLINE_BOTH(decided([](plan& m) { m.persons = 10'000; }).permitted());
    REDLINE_BOTH(decided([](plan& m) { m.persons = 10'001; }).by("3.3"));
    REDLINE_BOTH(decided([](plan& m) { m.persons = 10'001, m.tested_abroad = true; }).pends_on("review"));
    REDLINE_BOTH(!decided([](plan& m) { m.persons = 10'001, m.tested_abroad = true; }).pends_on("tested_abroad"));
    REDLINE_BOTH(decided([](plan& m) { m.date = 2026y / 2 / 28; }).by("1"));
    static constexpr auto of_sets = [](redline::set_of<kind_of_data> const& set) {
        return decided([&](plan& m) {
            m.use = activity::surveillance_other;
            m.data.value = set;
        });
    };
    REDLINE_BOTH(of_sets({kind_of_data::biometric}).by("2.3"));
    REDLINE_BOTH(!of_sets({kind_of_data::communications}).by("2.3"));
    // An underscore at the end keeps a member apart from a keyword.
    static constexpr auto unlawful = [](bool open) {
        return decided([&](plan& m) {
            m.use = activity::logistics;
            m.lawful = {false, attester::counsel};
            m.public_ = open;
        });
    };
    REDLINE_BOTH(unlawful(true).by("1.1"));
    REDLINE_BOTH(unlawful(false).by("1"));
}

TEST_CASE("the state of a sign-off is an enum of the program's own, or chain_state", "[typed]")
{
    static constexpr auto domestic = [](redline::chain_state s) {
        return decided([&](plan& m) {
            m.mission = theatre::domestic;
            m.exception = s;
            m.output_filter = redline::maturity::validated;
        });
    };
    REDLINE_BOTH(domestic(redline::chain_state::not_asked).by("2.4"));
    REDLINE_BOTH(domestic(redline::chain_state::opened).pends_on("exception"));
    REDLINE_BOTH(domestic(redline::chain_state::complete).excepts("2.4"));
    REDLINE_BOTH(domestic(redline::chain_state::refused).prohibited());
    static constexpr auto large = [](review_state s) {
        return decided([&](plan& m) {
            m.persons = 20'000;
            m.tested_abroad = true;
            m.review = s;
        });
    };
    REDLINE_BOTH(large(review_state::opened).paused());
    REDLINE_BOTH(large(review_state::complete).permitted());
    REDLINE_BOTH(large(review_state::refused).prohibited());
}

TEST_CASE("a value that no request can hold makes a request not valid", "[typed]")
{
    CHECK(is_not_valid([](plan& m) { m.persons = -1; }));
    CHECK(is_not_valid([](plan& m) { m.retention = -1h; }));
    CHECK(is_not_valid([](plan& m) { m.red_team = std::chrono::days{-3}; }));
    CHECK(is_not_valid([](plan& m) { m.date = 2026y / 2 / 30; }));
    CHECK(is_not_valid([](plan& m) { m.date = std::chrono::year{10'000} / 1 / 1; }));
    CHECK(is_not_valid([](plan& m) { m.use = static_cast<activity>(3); }));
    CHECK(is_not_valid([](plan& m) { m.use = static_cast<activity>(200); }));
    CHECK(is_not_valid([](plan& m) { m.network = static_cast<secrecy>(0); }));
    CHECK(is_not_valid([](plan& m) { m.lawful.by = static_cast<attester>(-1); }));
    CHECK(is_not_valid([](plan& m) { m.review = static_cast<review_state>(9); }));
    CHECK(is_not_valid([](plan& m) { m.data.value->add(static_cast<kind_of_data>(77)); }));
    CHECK(!is_not_valid([](plan& m) { m.persons = 0; }));
    CHECK(!is_not_valid([](plan& m) { m.date = std::chrono::year{9'999} / 12 / 31; }));
}

TEST_CASE("a request of a struct can be decided in a workspace of the program's own", "[typed]")
{
    redline::fixed_workspace<frontier.sizes> memory;
    redline::workspace_view work = memory.view();
    auto request = desk.request(routine);
    CHECK(redline::decide(desk.rules(), request.view(), work).outcome == redline::outcome::permitted);
}

namespace {

constexpr auto small = redline::compile([] {
    return R"(contract "Small" version 1;
party bank; role clerk of bank;
use drafting; use trading; use trading.small_caps; use trading_desk;
fact delay is duration;
fact amount is count from bank;
fact mode is one of default, private;
evidence permanent from bank;
1 permit nothing else;
2 permit trading, drafting, trading_desk when amount under 100;
3 prohibit trading.small_caps when mode is private;
4 require permanent for trading;
)";
});

enum class business { drafting, trading, trading_other, small_cap, own_desk };
enum class style { default_, private_ };

/// Adapted, and not defined: members that the contract has no use for are left out.
struct order {
    std::string_view note{};
    std::array<std::optional<business>, 2> uses{};
    redline::attested_by<"clerk", std::uint64_t> amount{};
    style mode{};
    bool held{};
};

}  // namespace

BOOST_HANA_ADAPT_STRUCT(order, uses, amount, mode, held);

TEST_CASE("a struct is adapted, uses are several, and names that cannot be spelt alike are given", "[typed]")
{
    static constexpr auto trades = redline::bind<order>(
        small, redline::left_unknown<"delay">, redline::renamed<"held", "permanent">,
        redline::renamed<"small_cap", "trading.small_caps">, redline::renamed<"own_desk", "trading_desk">);
    static constexpr auto decided_order = [](std::array<std::optional<business>, 2> uses, std::uint64_t amount,
                                             style mode, bool held) {
        return trades.decide({"", uses, amount, mode, held});
    };
    REDLINE_BOTH(decided_order({business::drafting, business::trading_other}, 99, style::private_, true).permitted());
    REDLINE_BOTH(decided_order({business::drafting, std::nullopt}, 100, style::private_, true).by("1"));
    REDLINE_BOTH(decided_order({business::small_cap, std::nullopt}, 99, style::private_, true).by("3"));
    REDLINE_BOTH(decided_order({business::small_cap, std::nullopt}, 99, style::default_, true).permitted());
    REDLINE_BOTH(
        decided_order({business::drafting, business::small_cap}, 99, style::default_, false).pends_on("permanent"));
    REDLINE_BOTH(decided_order({business::own_desk, std::nullopt}, 99, style::private_, false).permitted());
    // The same use twice, or none, is no request.
    auto const twice = decided_order({business::drafting, business::drafting}, 1, style::private_, true);
    CHECK(twice.ground() == redline::ground::not_valid);
    auto const nothing = decided_order({}, 1, style::private_, true);
    CHECK(nothing.ground() == redline::ground::not_valid);
}
