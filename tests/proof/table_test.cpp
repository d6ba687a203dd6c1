// Tables of random contracts, read back from their words, say what decisions are; those of examples read as they should.
// REDLINE_CONTRACTS makes the run shorter or longer.
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "proof/table_words.hpp"
#include "redline/core/decide.hpp"
#include "redline/core/proof/table.hpp"
#include "redline/core/request_writer.hpp"
#include "support/files.hpp"

namespace {

using namespace redline_test;
using redline::table_row;

std::size_t contracts() { return number_from("REDLINE_CONTRACTS", 300); }

/// Whether a term other than the baseline has a say in a complete request: a permit that is true, a prohibit form that
/// pauses or prohibits.
bool some_term_speaks(redline::rule_set const& rules, redline::request_view const& request)
{
    redline::workspace work{rules};
    redline::definition_memo memo{};
    std::vector<std::uint32_t> stamps(rules.definitions.size), listed(rules.definitions.size);
    std::vector<redline::truth_readings> values(rules.definitions.size);
    memo = {stamps.data(), listed.data(), values.data(), 1};
    redline::condition_evaluator const of{rules, request, request.uses[0], memo};
    for (redline::term_entry const& t : rules.terms) {
        redline::truth const a = both(covers(rules, t.scope, request.uses[0]),
                                      of.value(t.when, redline::truth::yes, redline::reading::as_given));
        if (t.kind == redline::term_kind::permit && a == redline::truth::yes) return true;
        if (is_prohibit_form(t.kind) &&
            verdict_of_prohibition(a, of.readings(t.unless, redline::truth::no)) != redline::outcome::permitted)
            return true;
    }
    return false;
}

struct tally {
    std::size_t outcomes[3] = {}, gaps = 0, incomplete = 0;
};

/// Holds the row of a request's use against its decision.
void check_row(redline::rule_set const& rules, table_reader const& read, table_row const& row,
               redline::request_view const& request, tally& seen)
{
    redline::workspace work{rules};
    auto const outcome = decide(rules, request, work.view()).outcome;
    auto const holds = [&](redline::table_conditions const& list, bool due) {
        if (!list.complete) ++seen.incomplete;
        else CHECK(read.holds(list, request) == due);
    };
    INFO(redline::proof::describe(rules, request));
    holds(row.permitted, outcome == redline::outcome::permitted);
    holds(row.paused, outcome == redline::outcome::paused);
    holds(row.prohibited, outcome == redline::outcome::prohibited);
    if (outcome != redline::outcome::prohibited)
        holds(row.paused_unless_prohibited, outcome == redline::outcome::paused);
    if (row.needed_complete) CHECK(read.holds(row.needed, request) == (outcome == redline::outcome::permitted));
    bool const gap = !some_term_speaks(rules, request);
    holds(row.gaps, gap);
    seen.gaps += gap ? 1 : 0;
    ++seen.outcomes[static_cast<unsigned>(outcome)];
}

table_row const* row_of(redline::contract_table const& table, redline::requested_kind use)
{
    for (table_row const& row : table.rows)
        if (std::find(row.kinds.begin(), row.kinds.end(), use) != row.kinds.end()) return &row;
    return nullptr;
}

/// A random request of cells of a space.
void give_random(redline::proof::space const& in, std::mt19937_64& rng, redline::request_view& request)
{
    std::vector<std::uint32_t> cells;
    for (redline::proof::variable const& v : in.variables)
        cells.push_back(static_cast<std::uint32_t>(rng() % v.cell_count));
    give_cells(in, cells.data(), in.uses[static_cast<std::uint32_t>(rng() % in.uses.size)], 0, request);
}

std::vector<std::string> texts(redline::table_conditions const& list)
{
    std::vector<std::string> found;
    for (redline::table_condition const& c : list.any_of) found.push_back(c.text);
    return found;
}
std::vector<std::string> texts(std::vector<redline::proof::condition_piece> const& pieces, bool only_met = false)
{
    std::vector<std::string> found;
    for (redline::proof::condition_piece const& p : pieces)
        if (!only_met || p.met) found.push_back(p.text);
    return found;
}
using strings = std::vector<std::string>;

contract example(std::string const& name)
{
    contract const loaded = load(read_file(source_dir() / "examples" / "contracts" / name));
    INFO(dump(loaded.diagnostics));
    REQUIRE(loaded.ok);
    return loaded;
}

}  // namespace

TEST_CASE("tables say what decisions are", "[proof][table]")
{
    tally seen;
    for (std::uint64_t seed = 1; seed <= contracts(); ++seed) {
        std::mt19937_64 rng{seed};
        std::string const text = print(redline_oracle::generate_contract(rng));
        contract const loaded = load(text);
        INFO("seed " << seed << "\n" << text);
        REQUIRE(loaded.ok);
        redline::contract_table const table = redline::table(loaded.rules);
        REQUIRE_FALSE(table.too_large);
        table_reader const read{loaded.rules, text, table};
        redline::proof::space_on_heap const memory{loaded.rules};
        std::size_t uses = 0;
        for (table_row const& row : table.rows) uses += row.uses.size();
        CHECK(uses == memory.view().uses.size);
        redline::request_memory request{loaded.rules, 1};
        for (int i = 0; i < 30; ++i) {
            give_random(memory.view(), rng, request.view());
            table_row const* const row = row_of(table, request.view().uses[0]);
            REQUIRE(row != nullptr);
            check_row(loaded.rules, read, *row, request.view(), seen);
        }
    }
    CAPTURE(seen.incomplete);
    for (std::size_t const count : seen.outcomes) CHECK(count > contracts());
    CHECK(seen.gaps > contracts());
    CHECK(seen.incomplete < contracts());
}

TEST_CASE("residuals say what decisions are of requests that go on from theirs", "[proof][table]")
{
    tally seen;
    std::size_t fixed = 0;
    for (std::uint64_t seed = 1; seed <= contracts(); ++seed) {
        std::mt19937_64 rng{seed};
        std::string const text = print(redline_oracle::generate_contract(rng));
        contract const loaded = load(text);
        redline::rule_set const& rules = loaded.rules;
        INFO("seed " << seed << "\n" << text);
        redline::proof::space_on_heap const memory{rules};
        redline::request_memory known{rules, 1}, request{rules, 1};
        give_random(memory.view(), rng, known.view());
        // Forgets some of it: facts by what is given of them, the mission and the date, and at times the use.
        for (std::uint32_t f = 0; f < rules.facts.size; ++f) {
            if (rng() % 2 == 0) continue;
            for (std::uint32_t s = 0; s < slots_of(rules.facts[f]); ++s)
                known.view().given[rules.facts[f].slot + s] = 0;
            settle(rules, known.view(), f);
        }
        bool const forgets_mission = rng() % 2 == 0, forgets_date = rng() % 2 == 0;
        if (forgets_mission) known.view().mission = {};
        if (forgets_date) known.view().has_date = false;
        if (rng() % 3 == 0) known.view().use_count = 0;
        redline::contract_table const table = redline::residual(rules, known.view());
        REQUIRE((table.valid && !table.too_large));
        fixed += table.known.size();
        table_reader const read{rules, text, table};
        for (int i = 0; i < 30; ++i) {
            redline::request_view& r = request.view();
            give_random(memory.view(), rng, r);
            for (std::uint32_t s = 0; s < rules.slot_count; ++s)
                if (known.view().known[s] != 0) r.values[s] = known.view().values[s];
            if (!forgets_mission) r.mission = known.view().mission;
            if (!forgets_date) r.date = known.view().date;
            bool const asked = known.view().use_count == 0 || r.uses[0] == known.view().uses[0];
            table_row const* row = row_of(table, r.uses[0]);
            CHECK((row != nullptr) == asked);
            if (row != nullptr) check_row(rules, read, *row, r, seen);
            // What the request that is known holds makes pieces true or not.
            for (table_row const& any : table.rows)
                for (redline::table_condition const& c : any.paused.any_of)
                    for (redline::proof::condition_piece const& p : c.pieces)
                        if (!p.is_language) CHECK(p.met == read.holds(p, known.view()));
        }
    }
    for (std::size_t const count : seen.outcomes) CHECK(count > contracts() / 2);
    CHECK(fixed > contracts());
}

TEST_CASE("the table of an example", "[proof][table]")
{
    contract const vendor = example("dispute/vendor.redline");
    redline::contract_table const table = redline::table(vendor.rules);
    strings groups;
    for (table_row const& row : table.rows) groups.push_back(redline::proof::listed(row.in_words, ", "));
    CHECK(groups == strings{"weapons.other", "weapons.autonomous", "weapons.decision_support",
                            "surveillance.other, analysis", "surveillance.mass", "surveillance.targeted", "logistics",
                            "unlisted"});
    table_row const& weapons = table.rows[0];
    CHECK(texts(weapons.needed.pieces) == strings{"lawful", "(mission is not sensitive or red_team within 90 days)",
                                                  "(mission is not sensitive or output_filter at least tested)",
                                                  "(mission is not combat or signed by review)",
                                                  "(oversight is in_the_loop or not outputs has commands)"});
    CHECK(texts(weapons.prohibited) == strings{"not lawful", "mission is combat and review refused",
                                               "oversight at most on_the_loop and outputs has commands"});
    CHECK(texts(weapons.paused_unless_prohibited) ==
          strings{"mission is sensitive and red_team not held within 90 days",
                  "mission is sensitive and output_filter below tested", "mission is combat and review not complete"});
    CHECK(texts(table.rows[3].permitted) ==
          strings{"mission is not sensitive and lawful",
                  "mission is not domestic and lawful and red_team within 90 days and output_filter at least tested",
                  "lawful and red_team within 90 days and output_filter at least tested and waived by exception",
                  "lawful and not data has biometric and not data has location and red_team within 90 days and "
                  "output_filter at least tested"});
    CHECK(table.rows[4].prohibited.always());
    CHECK(table.rows[4].permitted.never());
    CHECK(table.rows[4].paused.never());

    contract const agency = example("dispute/agency.redline");
    redline::contract_table const other = redline::table(agency.rules);
    CHECK(other.rows[0].uses == strings{"weapons.other", "weapons.decision_support"});
    CHECK(other.rows[2].in_words == strings{"surveillance"});
    CHECK(other.rows[3].in_words == strings{"analysis", "logistics", "unlisted"});
    CHECK(other.rows[3].gaps.always());
    CHECK(other.rows[3].gap_example == "use analysis, mission routine, date 2026-06-01, lawful, not court_order");
}

TEST_CASE("uses that are alike are one row, by the name of their tree or as all uses", "[proof][table]")
{
    std::string const text = "contract \"T\" version 1;\nuse desk; use desk.left; use desk.right; use field;\n"
                             "1 permit all lawful uses;\n";
    contract const one = load(text);
    CHECK(redline::table(one.rules).rows.at(0).in_words == strings{"all uses"});
    contract const two = load(text + "2 prohibit field;\n");
    CHECK(redline::table(two.rules).rows.at(0).in_words == strings{"desk", "unlisted"});
    contract const three = load(text + "2 prohibit desk.left;\n");
    CHECK(redline::table(three.rules).rows.at(0).in_words == strings{"desk.other", "desk.right", "field", "unlisted"});
}

TEST_CASE("the residual of an example", "[proof][table]")
{
    contract const vendor = example("dispute/vendor.redline");
    redline::request_memory request{vendor.rules};
    redline::request_writer w{vendor.rules, request.view()};
    w.use("weapons.decision_support");
    w.mission("combat");
    w.fact("lawful", true);
    w.attested("lawful", "general_counsel");
    w.fact("oversight", "none");  // nobody attests it, so it is not known
    w.evidence("red_team", "20 days");
    w.signoff("review", "opened");
    redline::contract_table const table = redline::residual(vendor.rules, request.view());
    CHECK(table.known == strings{"mission combat", "lawful"});
    CHECK(table.held == strings{"red_team aged 20 days", "review opened"});
    REQUIRE(table.rows.size() == 1);
    table_row const& row = table.rows[0];
    CHECK(row.uses == strings{"weapons.decision_support"});
    CHECK(texts(row.permitted) == strings{"oversight is in_the_loop and red_team within 90 days and legal_review and "
                                          "scenario_test and output_filter at least tested and signed by review",
                                          "not outputs has commands and red_team within 90 days and legal_review and "
                                          "scenario_test and output_filter at least tested and signed by review"});
    CHECK(texts(row.permitted.any_of[0].pieces, true) == strings{"red_team within 90 days"});
    CHECK(texts(row.prohibited) == strings{"review refused", "oversight at most on_the_loop and outputs has commands"});
    CHECK(redline::residual(vendor.rules,
                            [&] {
                                request.view().valid = false;
                                return request.view();
                            }())
              .valid == false);
}

TEST_CASE("a table that passes its budget says so", "[proof][table]")
{
    contract const vendor = example("dispute/vendor.redline");
    redline::contract_table const few_steps = redline::table(vendor.rules, {{1u << 20, 100}, {}});
    CHECK(few_steps.too_large);
    CHECK(few_steps.rows.empty());
    redline::contract_table const few_boxes = redline::table(vendor.rules, {{}, {2, 1u << 20}});
    CHECK_FALSE(few_boxes.too_large);
    CHECK_FALSE(few_boxes.rows[0].permitted.complete);
    CHECK(few_boxes.rows[0].permitted.any_of.size() == 2);
}
