// Words of conditions and requests: read back where they are the language's, and as they should be where they are not.
// REDLINE_CONTRACTS makes the run shorter or longer.
#include "core/contract_of.hpp"
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "proof/defined_words.hpp"
#include "redline/core/proof/memory.hpp"
#include "redline/core/proof/words.hpp"
#include "redline/core/scenario.hpp"
#include "support/files.hpp"

#include <set>

namespace {

using namespace redline_test;
using namespace redline::proof;

std::size_t contracts() { return number_from("REDLINE_CONTRACTS", 300); }

std::string random_contract(std::mt19937_64& rng) { return print(redline_oracle::generate_contract(rng)); }

/// All sets of cells of a variable but the empty and the full one, or of one with many cells, some of them.
std::vector<box> literals_of(space const& in, variable const& v, std::mt19937_64& rng)
{
    std::vector<box> found;
    std::uint64_t const sets = v.cell_count < 7 ? std::uint64_t{1} << v.cell_count : 64;
    for (std::uint64_t set = 1; set + 1 < sets; ++set) {
        box b{in};
        for (std::uint32_t cell = 0; cell < v.cell_count; ++cell)
            b.set(v, cell, v.cell_count < 7 ? (set >> cell & 1) != 0 : rng() % 3 == 0);
        if (!b.admits_all(v) && b.admits_some(v, 0, v.cell_count)) found.push_back(std::move(b));
    }
    return found;
}

/// What a box says, of a contract that is one of everything and these terms.
class said {
public:
    explicit said(std::string const& terms, space_options options = {})
        : bench_{"1 permit all lawful uses;\n" + terms}, space_{bench_.loaded.rules, nullptr, options},
          words_{space_.view()}
    {}
    /// Of the variable of a name (of a value, for `any of`), where it admits cells `1` of a text such as `0110`.
    std::string operator()(std::string const& name, std::string const& admitted, std::string const& value = {})
    {
        box b{space_.view()};
        admit(b, name, admitted, value);
        std::string text;
        words_.append(text, b);
        return text;
    }

    /// What is true outside of a box of one or two variables.
    std::string outside(std::string const& name, std::string const& admitted, std::string const& other = {},
                        std::string const& admitted_there = {})
    {
        box b{space_.view()};
        admit(b, name, admitted);
        if (!other.empty()) admit(b, other, admitted_there);
        return words_.outside(b).text;
    }

private:
    void admit(box& b, std::string const& name, std::string const& admitted, std::string const& value = {}) const
    {
        variable const& v = space_.view().variables[variable_of(name, value)];
        INFO(name << " has " << v.cell_count << " cells");
        REQUIRE(v.cell_count == admitted.size());
        for (std::uint32_t cell = 0; cell < v.cell_count; ++cell) b.set(v, cell, admitted[cell] == '1');
    }
    std::uint32_t variable_of(std::string const& name, std::string const& value) const
    {
        space const& in = space_.view();
        redline::rule_set const& rules = bench_.loaded.rules;
        if (name == "mission") return in.positions[0][in.subjects[0].mission];
        if (name == "date") return in.positions[0][in.subjects[0].date];
        redline::symbol const* const found = find_name(rules, redline::name_space::names, name);
        REQUIRE(found != nullptr);
        std::uint32_t const i = found->index;
        subject_positions const& p = in.subjects[0];
        switch (found->kind) {
        case redline::symbol_kind::evidence: return in.positions[0][p.evidence + i];
        case redline::symbol_kind::safeguard: return in.positions[0][p.safeguards + i];
        case redline::symbol_kind::chain: return in.positions[0][p.chains + i];
        default: break;
        }
        std::uint32_t at = rules.facts[i].slot;
        if (!value.empty()) at += find_name(rules, redline::name_space::fact_values, value, i)->index;
        return in.positions[0][p.slots + at];
    }

    bench bench_;
    space_on_heap space_;
    contract_words words_;
};

}  // namespace

TEST_CASE("words of conditions mean what their boxes admit", "[proof][words]")
{
    std::size_t language = 0, others = 0;
    for (std::uint64_t seed = 1; seed <= contracts(); ++seed) {
        std::mt19937_64 rng{seed};
        std::string const text = random_contract(rng);
        contract const loaded = load(text);
        REQUIRE(loaded.ok);
        space_on_heap const memory{loaded.rules};
        space const& in = memory.view();
        contract_words words{in};
        redline::request_memory request{loaded.rules, 1};
        defined_words read;
        std::vector<std::pair<box, condition_piece>> found;
        std::set<std::string> different;
        for (variable const& v : in.variables)
            for (box& b : literals_of(in, v, rng)) {
                std::vector<condition_piece> const pieces = words.pieces(b);
                REQUIRE(pieces.size() == 1);
                bool const is_new = different.insert(pieces.front().text).second;
                INFO("seed " << seed << ": " << pieces.front().text);
                if (v.cell_count < 7) CHECK(is_new);  // other sets, other words
                if (pieces.front().is_language) read.add(pieces.front().text);
                found.emplace_back(std::move(b), pieces.front());
            }
        read.read(text);
        for (auto const& [b, piece] : found) {
            ++(piece.is_language ? language : others);
            if (!piece.is_language) continue;
            variable const& v = in.variables[piece.variable];
            for (std::uint32_t cell = 0; cell < v.cell_count; ++cell) {
                give(in, v, cell, 0, request.view());
                INFO("seed " << seed << ": " << piece.text << ", cell " << cell << " of " << v.cell_count);
                CHECK(read(piece.text, request.view()) == redline::truth_of(b.admits(v, cell)));
            }
        }
    }
    CHECK(language > contracts() * 20);
    CHECK(others > contracts() * 5);
}

TEST_CASE("of what may be unknown, other sets have other words", "[proof][words]")
{
    for (std::uint64_t seed = 1; seed <= contracts() / 5; ++seed) {
        std::mt19937_64 rng{seed};
        contract const loaded = load(random_contract(rng));
        REQUIRE(loaded.ok);
        space_on_heap const memory{loaded.rules, nullptr, {true, nullptr}};
        contract_words words{memory.view()};
        std::set<std::string> different;
        for (variable const& v : memory.view().variables)
            for (box const& b : literals_of(memory.view(), v, rng)) {
                condition_piece const piece = words.pieces(b).front();
                INFO("seed " << seed << ": " << piece.text);
                if (v.cell_count < 7) CHECK(different.insert(piece.text).second);
                CHECK((!v.is_given() || !piece.is_language));
            }
    }
}

TEST_CASE("numbers are those that the contract names", "[proof][words]")
{
    said says{"2 prohibit weapons when persons over 10_000 or delay at least 3 days or delay is 90 minutes;\n"
              "3 prohibit analysis when persons under 5 or delay at most 24 hours;\n"
              "4 prohibit analysis when risk at least mid or risk is high;\n"
              "5 prohibit analysis when persons is 10^12 or network is open;\n"
              "6 permit analysis when date from 2026-03-01 and date before 2026-07-01 and mission is combat.air;"};
    // 0, 5, 6, 10_000, 10_001, 10^12, 10^12 + 1
    CHECK(says("persons", "0000111") == "persons over 10_000");
    CHECK(says("persons", "1111000") == "persons at most 10_000");
    CHECK(says("persons", "1000000") == "persons under 5");
    CHECK(says("persons", "0111111") == "persons at least 5");
    CHECK(says("persons", "0111000") == "persons at least 5 and persons at most 10_000");
    CHECK(says("persons", "0000010") == "persons is 10^12");
    CHECK(says("persons", "1111101") == "persons is not 10^12");
    CHECK(says("persons", "1000111") == "(persons under 5 or persons over 10_000)");
    CHECK(says("persons", "1000101") == "(persons under 5 or (persons over 10_000 and persons under 10^12) or "
                                        "persons over 10^12)");
    // 0, 90 minutes, 91 minutes, 1 day, 1 day and a minute, 3 days, 3 days and a minute
    CHECK(says("delay", "0000011") == "delay at least 3 days");
    CHECK(says("delay", "1111100") == "delay under 3 days");
    CHECK(says("delay", "0000111") == "delay over 1 day");
    CHECK(says("delay", "0100000") == "delay is 90 minutes");
    CHECK(says("risk", "011") == "risk at least mid");
    CHECK(says("risk", "001") == "risk is high");
    CHECK(says("risk", "110") == "risk at most mid");
    CHECK(says("risk", "101") == "risk is not mid");
    CHECK(says("network", "10") == "network is open");
    CHECK(says("date", "011") == "date from 2026-03-01");
    CHECK(says("date", "010") == "date from 2026-03-01 and date before 2026-07-01");
    CHECK(says("date", "101") == "(date before 2026-03-01 or date from 2026-07-01)");
    CHECK(says("urgent", "10") == "not urgent");
    CHECK(says("data", "01", "voice") == "data has voice");
    CHECK(says("data", "10", "voice") == "not data has voice");
    CHECK(says("urgent", "11") == "always");
    // What lies outside of a box is an `or`.
    CHECK(says.outside("persons", "1100000") == "persons at least 6");
    CHECK(says.outside("persons", "0111000", "date", "010") ==
          "(date before 2026-03-01 or date from 2026-07-01 or persons under 5 or persons over 10_000)");
    CHECK(says.outside("persons", "1000111", "urgent", "01") ==
          "(not urgent or (persons at least 5 and persons at most 10_000))");
}

TEST_CASE("missions are said as trees", "[proof][words]")
{
    // routine; combat, combat.air sensitive, combat.air.night; relief sensitive
    said says{"2 prohibit weapons when mission is combat;"};
    // routine, combat.other, combat.air.other, combat.air.night, relief
    CHECK(says("mission", "01110") == "mission is combat");
    CHECK(says("mission", "10001") == "mission is not combat");
    CHECK(says("mission", "00110") == "mission is combat.air");
    CHECK(says("mission", "00111") == "mission is sensitive");
    CHECK(says("mission", "11000") == "mission is not sensitive");
    CHECK(says("mission", "01000") == "mission is combat and mission is not combat.air");
    CHECK(says("mission", "01010") ==
          "mission is combat and not (mission is combat.air and mission is not combat.air.night)");
    CHECK(says("mission", "10010") == "(mission is routine or mission is combat.air.night)");
    CHECK(says("mission", "00001") == "mission is relief");
    CHECK(says("mission", "11101") == "mission is not combat.air.night");
}

TEST_CASE("what was not obtained has words too", "[proof][words]")
{
    said says{"2 require red_team within 2 days, red_team, study, filter at least tested for weapons;\n"
              "3 prohibit weapons unless signed by review or waived by exception;\n"};
    // up to 2 days, up to 10 days, older, not held
    CHECK(says("red_team", "1000") == "red_team within 2 days");
    CHECK(says("red_team", "1100") == "red_team");
    CHECK(says("red_team", "0011") == "red_team not held");
    CHECK(says("red_team", "0111") == "red_team not held within 2 days");
    CHECK(says("red_team", "0100") == "red_team held but older than 2 days");
    CHECK(says("red_team", "1011") == "(red_team within 2 days or red_team not held)");
    CHECK(says("red_team", "0010") == "red_team older than 10 days");
    CHECK(says("red_team", "1110") == "red_team of any age");
    CHECK(says("red_team", "0001") == "no red_team of any age");
    CHECK(says("study", "10") == "study");
    CHECK(says("study", "01") == "study not held");
    CHECK(says("filter", "001") == "filter at least validated");
    CHECK(says("filter", "011") == "filter at least tested");
    CHECK(says("filter", "100") == "filter below tested");
    CHECK(says("filter", "010") == "filter at least tested but below validated");
    // not asked, opened, complete, refused
    CHECK(says("review", "0010") == "signed by review");
    CHECK(says("exception", "0010") == "waived by exception");
    CHECK(says("review", "0110") == "asked of review");
    CHECK(says("review", "1101") == "review not complete");
    CHECK(says("review", "1110") == "review not refused");
    CHECK(says("review", "1001") == "review not asked or refused");
    CHECK(says("review", "1011") == "review not asked, complete or refused");
    CHECK(says("review", "0100") == "review opened");
}

TEST_CASE("what is not known is said", "[proof][words]")
{
    said says{"2 prohibit weapons when persons over 10 and urgent;", {true, nullptr}};
    CHECK(says("persons", "0010") == "persons over 10");
    CHECK(says("persons", "0001") == "persons not known");
    CHECK(says("persons", "1110") == "persons known");
    CHECK(says("persons", "0011") == "(persons over 10 or persons not known)");
    CHECK(says("urgent", "001") == "urgent not known");
}

TEST_CASE("of two contracts, each thing has the name of the one that has it", "[proof][words]")
{
    std::string const head =
        "contract \"T\" version 1;\nparty p;\nuse desk;\nuse desk.left;\n1 permit all lawful uses;\n";
    contract const before =
        load(head + "fact old is flag; mission a; fact net is one of x, y;\n2 prohibit desk when old;");
    contract const after =
        load(head + "use desk.right; fact new is count; mission a; mission a.b; fact net is one of y, x;\n"
                    "2 prohibit desk when new over 3 and net is x;");
    REQUIRE(before.ok);
    REQUIRE(after.ok);
    space_on_heap const memory{before.rules, &after.rules};
    space const& in = memory.view();
    contract_words words{in};
    std::set<std::string> uses, all;
    for (std::uint32_t u = 0; u < in.uses.size; ++u) uses.insert(words.use(u));
    CHECK(uses == std::set<std::string>{"desk.left", "desk.right", "desk.other", "unlisted"});
    for (std::uint32_t i = 0; i < in.variables.size; ++i) {
        variable const& v = in.variables[i];
        for (std::uint32_t cell = 0; v.cell_count > 1 && cell < v.cell_count; ++cell) {
            box b{in};
            b.set_all(v, false);
            b.set(v, cell, true);
            all.insert(words.pieces(b).front().text);
        }
    }
    CHECK(all == std::set<std::string>{"old", "not old", "lawful", "not lawful", "net is x", "net is y", "new is 3",
                                       "new under 3", "new over 3", "mission is a.b", "mission is not a.b"});
}

TEST_CASE("a request in words is a scenario's", "[proof][words]")
{
    std::size_t items = 0;
    for (std::uint64_t seed = 1; seed <= contracts(); ++seed) {
        std::mt19937_64 rng{seed};
        std::string const text = random_contract(rng);
        contract const loaded = load(text);
        REQUIRE(loaded.ok);
        space_on_heap const memory{loaded.rules};
        space const& in = memory.view();
        redline::request_memory request{loaded.rules, 1};
        redline::workspace work{loaded.rules};
        std::vector<std::uint32_t> cells;
        for (variable const& v : in.variables) cells.push_back(static_cast<std::uint32_t>(rng() % v.cell_count));
        give_cells(in, cells.data(), in.uses[static_cast<std::uint32_t>(rng() % in.uses.size)], 0, request.view());
        constexpr char const* outcomes[] = {"permitted", "paused", "prohibited"};
        auto const outcome = static_cast<unsigned>(decide(loaded.rules, request.view(), work.view()).outcome);
        std::string const words = describe(loaded.rules, request.view());
        std::string const with = text + "\nscenario \"s\" { given " + words + "; expect " + outcomes[outcome] + "; }";
        contract const again = load(with);
        INFO("seed " << seed << "\n" << with << dump(again.diagnostics));
        REQUIRE(again.ok);
        redline::request_memory given{again.rules, 1};
        give(again.rules, again.scenarios, again.scenarios.entries[0], given.view());
        redline::request_view const &a = request.view(), &b = given.view();
        CHECK(a.uses[0] == b.uses[0]);
        CHECK(a.mission == b.mission);
        CHECK((a.has_date == b.has_date && a.date == b.date));
        for (std::uint32_t s = 0; s < loaded.rules.slot_count; ++s)
            CHECK((a.known[s] == b.known[s] && a.values[s] == b.values[s]));
        for (std::uint32_t e = 0; e < loaded.rules.evidence.size; ++e) CHECK(a.evidence_age[e] == b.evidence_age[e]);
        for (std::uint32_t s = 0; s < loaded.rules.safeguards.size; ++s)
            CHECK(a.safeguard_level[s] == b.safeguard_level[s]);
        for (std::uint32_t c = 0; c < loaded.rules.chains.size; ++c) CHECK(a.chains[c] == b.chains[c]);
        // The same piece by piece, and in memory of fixed size.
        std::vector<std::string> const apart = describe_items(loaded.rules, request.view());
        items += apart.size();
        CHECK(listed(apart, ", ") == words);
        CHECK(request_in_words<4096>(loaded.rules, request.view()).view() == words);
        auto const few = request_in_words<10>(loaded.rules, request.view());
        CHECK(few.cut());
        CHECK(few.view() == words.substr(0, 10));
    }
    CHECK(items > contracts() * 5);
}

TEST_CASE("a request's words leave out what it leaves out", "[proof][words]")
{
    bench b;
    redline::request_writer w = b.fresh();
    w.use("weapons.autonomous.other");
    w.use("unlisted");
    w.mission("combat");
    w.fact("persons", std::uint64_t{12'000});
    w.fact("delay", "36 hours");
    w.fact("vetted", true);  // nobody attests it
    w.fact_is_set("data");
    w.fact_has("sealed", "voice", false);
    w.attested("sealed", "officer");
    w.evidence("red_team", "14 days");
    w.evidence("study", "0 days");
    w.signoff("review", "refused");
    REQUIRE(w.complete());
    CHECK(describe(b.loaded.rules, b.request.view()) ==
          "use weapons.autonomous.other, use unlisted, mission combat, persons is 12_000, delay is 36 hours, "
          "data has nothing, not sealed has voice (the rest of sealed not known), red_team aged 14 days, study, "
          "review refused");
}

TEST_CASE("numbers are written as the language reads them", "[proof][words]")
{
    constexpr auto number = [](std::uint64_t n) {
        fixed_words<40> out;
        redline::write_number(out, n);
        return out;
    };
    constexpr auto duration = [](std::uint64_t minutes) {
        fixed_words<60> out;
        redline::write_duration(out, minutes);
        return out;
    };
    STATIC_REQUIRE(number(0).view() == "0");
    STATIC_REQUIRE(number(9999).view() == "9999");
    STATIC_REQUIRE(number(10'000).view() == "10_000");
    STATIC_REQUIRE(number(1'234'567).view() == "1_234_567");
    STATIC_REQUIRE(number(1'000'000'000).view() == "10^9");
    STATIC_REQUIRE(number(18'446'744'073'709'551'615u).view() == "18_446_744_073_709_551_615");
    STATIC_REQUIRE(duration(0).view() == "0 days");
    STATIC_REQUIRE(duration(1).view() == "1 minute");
    STATIC_REQUIRE(duration(120).view() == "2 hours");
    STATIC_REQUIRE(duration(14 * 1440).view() == "14 days");
    STATIC_REQUIRE(duration(2 * 525'600).view() == "2 years");
    STATIC_REQUIRE(duration(1441).view() == "1441 minutes");
    constexpr auto day = [](redline::calendar_day d) {
        fixed_words<10> out;
        redline::write_day(out, redline::number_of(d));
        return out;
    };
    STATIC_REQUIRE(day({2026, 3, 1}).view() == "2026-03-01");
    STATIC_REQUIRE(day({7, 12, 31}).view() == "0007-12-31");
}

namespace {

/// A request of a rule set of one use and one flag, made and described in one constant evaluation.
constexpr auto described(std::uint64_t urgent)
{
    constexpr char text[] = "deskurgent";
    redline::kind_entry use{};
    use.path = {0, 4, 0};
    redline::fact_entry fact{};
    fact.name = {4, 6, 0};
    redline::rule_set rules{};
    rules.text = text;
    rules.slot_count = 1;
    rules.uses = {&use, 1};
    rules.facts = {&fact, 1};
    redline::requested_kind asked{redline::kind_form::declared, 0};
    std::uint64_t value = urgent;
    std::uint8_t known = 1;
    redline::request_view request{};
    request.uses = &asked;
    request.use_count = 1;
    request.values = &value;
    request.known = &known;
    return request_in_words<64>(rules, request);
}

}  // namespace

TEST_CASE("requests are put into words in constant expressions", "[proof][words]")
{
    STATIC_REQUIRE(described(1).view() == "use desk, urgent");
    STATIC_REQUIRE(described(0).view() == "use desk, not urgent");
}
