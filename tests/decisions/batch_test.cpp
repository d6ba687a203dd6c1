// Batches give, of each row, the outcome, ground and deciding terms that `decide` gives: over random contracts and columns.
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"
#include "support/random_filler.hpp"
#include "support/seed.hpp"

#include "redline/batch.hpp"
#include "redline/core/decide.hpp"
#include "redline/core/heap.hpp"

#include <deque>
#include <memory>

namespace {

using namespace redline_test;

/// A column of numbers in one of the widths that hold all of them.
class numbers {
public:
    explicit numbers(std::size_t rows) : of_8_(rows), of_16_(rows), of_32_(rows), of_64_(rows), flags_{new bool[rows]{}}
    {}

    /// `greatest_is_none`: what is `unlimited` stands for nothing.
    void set(std::size_t row, std::uint64_t value, bool greatest_is_none = false)
    {
        of_64_[row] = value;
        of_32_[row] = static_cast<std::uint32_t>(value);
        of_16_[row] = static_cast<std::uint16_t>(value);
        of_8_[row] = static_cast<std::uint8_t>(value);
        flags_[row] = value != 0;
        bool const none = greatest_is_none && value == redline::unlimited;
        std::uint64_t const above = none ? 0 : value + (greatest_is_none ? 1 : 0);
        if (above > highest_) highest_ = above;
    }
    redline::number_column column(unsigned width) const
    {
        if (width == 0 && highest_ <= 1) return flags_.get();
        if (width <= 1 && highest_ <= 0xFF) return of_8_.data();
        if (width <= 2 && highest_ <= 0xFFFF) return of_16_.data();
        if (width <= 3 && highest_ <= 0xFFFFFFFF) return of_32_.data();
        return of_64_.data();
    }

private:
    std::vector<std::uint8_t> of_8_;
    std::vector<std::uint16_t> of_16_;
    std::vector<std::uint32_t> of_32_;
    std::vector<std::uint64_t> of_64_;
    std::unique_ptr<bool[]> flags_;
    std::uint64_t highest_ = 0;
};

/// Random requests of one rule set, as requests and as columns.
class table {
public:
    table(redline::rule_set const& rules, std::uint32_t rows, std::uint64_t seed)
        : rules_{rules}, rng_{seed}, uses_(rows), missions_(rows), dates_(rows), dated_{new bool[rows]{}}
    {
        random_filler fill{rules, seed};
        for (std::uint32_t row = 0; row < rows; ++row) {
            requests.emplace_back(rules);
            redline::request_view& r = requests.back().view();
            fill(r);
            r.use_count = 1;
            r.valid = true;
            for (std::uint32_t f = 0; f < rules.facts.size; ++f) {
                r.attested[f] = attester(rules.facts[f].from);
                settle(rules, r, f);
            }
        }
        if (below(2) == 0)  // as whoever sorts by use has them
            std::sort(requests.begin(), requests.end(),
                      [](redline::request_memory const& a, redline::request_memory const& b) {
                          return a.view().uses[0].index < b.view().uses[0].index;
                      });
        columns_.rows = rows;
        columns_.uses = uses_.data();
        columns_.missions = missions_.data();
        columns_.dates = dates_.data();
        columns_.dated = dated_.get();
        for (std::uint32_t row = 0; row < rows; ++row) {
            redline::request_view const& r = requests[row].view();
            uses_[row] = r.uses[0];
            missions_[row] = r.mission;
            dates_[row] = r.date;
            dated_[row] = r.has_date;
        }
        for (std::uint32_t s = 0; s < rules.slot_count; ++s) {
            bool* const given = flags(rows);
            numbers& n = column(rows, [&](redline::request_view const& r) { return r.values[s]; });
            for (std::uint32_t row = 0; row < rows; ++row) given[row] = requests[row].view().given[s] != 0;
            slots_.push_back({n.column(below(5)), given});
        }
        for (std::uint32_t f = 0; f < rules.facts.size; ++f) {
            principals_.emplace_back();
            for (redline::request_memory const& r : requests) principals_.back().push_back(r.view().attested[f]);
            attested_.push_back({{}, principals_.back().data()});
        }
        for (std::uint32_t e = 0; e < rules.evidence.size; ++e)
            ages_.push_back(column(
                                rows, [&](redline::request_view const& r) { return r.evidence_age[e]; }, true)
                                .column(below(5)));
        for (std::uint32_t g = 0; g < rules.safeguards.size; ++g)
            levels_.push_back(
                column(rows, [&](redline::request_view const& r) { return r.safeguard_level[g]; }).column(below(5)));
        for (std::uint32_t c = 0; c < rules.chains.size; ++c) {
            states_.emplace_back();
            for (redline::request_memory const& r : requests) states_.back().push_back(r.view().chains[c]);
            chains_.push_back(states_.back().data());
        }
        columns_.slots = slots_.data();
        columns_.attested = attested_.data();
        columns_.evidence_age = ages_.data();
        columns_.safeguard_level = levels_.data();
        columns_.chains = chains_.data();
    }

    std::vector<redline::request_memory> requests;
    redline::request_columns const& columns() const { return columns_; }

private:
    std::uint32_t below(std::size_t end) { return static_cast<std::uint32_t>(rng_() % end); }
    redline::principal attester(redline::principal from)
    {
        switch (below(4)) {
        case 0: return {};
        case 1: {
            bool const party = below(2) == 0 && !rules_.parties.empty();
            if (party) return {redline::principal_kind::party, below(rules_.parties.size)};
            if (rules_.roles.empty()) return {};
            return {redline::principal_kind::role, below(rules_.roles.size)};
        }
        default: return from;
        }
    }
    bool* flags(std::uint32_t rows)
    {
        flags_.emplace_back(new bool[rows]{});
        return flags_.back().get();
    }
    template <class Of>
    numbers& column(std::uint32_t rows, Of const& of, bool greatest_is_none = false)
    {
        numbers_.emplace_back(rows);
        for (std::uint32_t row = 0; row < rows; ++row)
            numbers_.back().set(row, of(requests[row].view()), greatest_is_none);
        return numbers_.back();
    }

    redline::rule_set const& rules_;
    std::mt19937_64 rng_;
    std::vector<redline::requested_kind> uses_, missions_;
    std::vector<redline::day_number> dates_;
    std::unique_ptr<bool[]> dated_;
    std::deque<numbers> numbers_;
    std::deque<std::unique_ptr<bool[]>> flags_;
    std::deque<std::vector<redline::principal>> principals_;
    std::deque<std::vector<redline::chain_state>> states_;
    std::vector<redline::slot_column> slots_;
    std::vector<redline::attesting_column> attested_;
    std::vector<redline::number_column> ages_, levels_;
    std::vector<redline::chain_state const*> chains_;
    redline::request_columns columns_;
};

std::vector<std::uint32_t> list(redline::index_set_view of) { return {of.begin(), of.end()}; }
std::vector<std::uint32_t> list(redline::array_view<std::uint32_t> of) { return {of.begin(), of.end()}; }

contract loaded(std::string const& text)
{
    contract const c = load(text);
    INFO(text << "\n" << dump(c.diagnostics));
    REQUIRE(c.ok);
    return c;
}

}  // namespace

TEST_CASE("a batch decides every row as decide does", "[decisions][batch]")
{
    std::size_t of[3] = {}, cited = 0;
    for (std::uint64_t i = 0; i < 400; ++i) {
        std::uint64_t const seed = seed_of_run() * 1'000'003 + i;
        std::mt19937_64 rng{seed};
        contract const c = loaded(print(redline_oracle::generate_contract(rng)));
        // From a single row to many blocks.
        auto const rows = static_cast<std::uint32_t>(i % 10 == 0 ? 1 + rng() % 70 : 700);
        table const made{c.rules, rows, rng()};
        redline::workspace work{c.rules};
        redline::batch_workspace batch{c.rules, rows};
        redline::batch_decisions decided{rows};
        // The memory is used again; what it held says nothing.
        for (int again = 0; again < 2; ++again) {
            decided.clear();
            REQUIRE(decide_batch(c.rules, made.columns(), batch.view(), decided));
        }
        std::vector<redline::outcome> outcomes(rows, redline::outcome::permitted);
        REQUIRE(decide_batch(c.rules, made.columns(), batch.view(), redline::batch_outcomes{outcomes.data()}));
        for (std::uint32_t row = 0; row < rows; ++row) {
            redline::decision const d = decide(c.rules, made.requests[row].view(), work.view());
            ++of[static_cast<unsigned>(d.outcome)];
            cited += d.by.size();
            if (decided.outcome(row) == d.outcome && outcomes[row] == d.outcome && decided.ground(row) == d.ground &&
                list(decided.by(row)) == list(d.by))
                continue;
            INFO("seed " << seed << ", row " << row << "\n" << c.rules.text);
            CHECK(decided.outcome(row) == d.outcome);
            CHECK(decided.ground(row) == d.ground);
            REQUIRE(list(decided.by(row)) == list(d.by));
            FAIL("the outcomes written differ");
        }
    }
    for (std::size_t const of_outcome : of) CHECK(of_outcome > 10'000);
    CHECK(cited > 100'000);
}

namespace {

char const* const desk = R"(contract "Desk" version 1;
party bank; party vendor; role officer of bank;
use trading; use trading.large; use drafting;
fact amount is count;
fact risk is level low < high;
fact data is any of names, places;
fact vetted is flag from bank;
mission routine;
safeguard filter;
evidence review from vendor valid 90 days;
signoff head { stage only: officer; }
1 permit all lawful uses;
2 require review for trading when amount over 1000;
3 prohibit trading.large unless signed by head;
4 prohibit drafting when data has names and not vetted;
5 require filter at least tested for trading when risk is high;
)";

}  // namespace

TEST_CASE("columns are found by name, and those that are not there say nothing", "[decisions][batch]")
{
    contract const c = loaded(desk);
    redline::rule_set const& rules = c.rules;
    auto const use = [&](char const* path) { return find_kind(rules, redline::name_space::uses, path); };
    redline::requested_kind const uses[] = {use("trading.other"), use("trading.other"), use("drafting"),
                                            use("drafting")};
    bool const lawful[] = {true, true, true, false};
    std::uint32_t const amount[] = {1000, 1001, 0, 0};
    redline::named_columns columns{rules, uses, 4};
    redline::batch_workspace work{rules, 4};
    redline::batch_decisions made{4};
    auto const outcomes = [&] {
        made.clear();
        REQUIRE(decide_batch(rules, columns.view(), work.view(), made));
        std::string text;
        for (std::uint32_t row = 0; row < 4; ++row) text.append(name_of(made.outcome(row))).append(" ");
        return text;
    };
    CHECK(outcomes() == "paused paused paused paused ");
    CHECK(columns.fact("lawful", lawful));
    CHECK(columns.fact("amount", amount));
    std::uint8_t const risk[] = {0, 0, 1, 1};
    CHECK(columns.fact("risk", risk));
    bool const no[] = {false, false, false, false}, yes[] = {true, true, true, true};
    CHECK(columns.fact_has("data", "names", yes));
    CHECK(columns.fact("vetted", yes));
    // Nobody attests that it is vetted.
    CHECK(outcomes() == "permitted paused paused prohibited ");
    CHECK(columns.attested("vetted", "vendor"));
    CHECK(outcomes() == "permitted paused paused prohibited ");
    CHECK(columns.attested("vetted", "officer"));
    CHECK(outcomes() == "permitted paused permitted prohibited ");
    CHECK(rules(rules.terms[made.by(1)[0]].label) == "2");
    CHECK(made.ground(3) == redline::ground::uncovered);
    std::uint16_t const review[] = {0xFFFF, 60, 0, 0};
    CHECK(columns.evidence("review", review));
    CHECK(outcomes() == "permitted permitted permitted prohibited ");
    CHECK(columns.fact("vetted", no));
    CHECK(outcomes() == "permitted permitted prohibited prohibited ");
    CHECK(made.ground(2) == redline::ground::forbidden);

    CHECK_FALSE(columns.fact("amounts", amount));
    CHECK_FALSE(columns.fact("data", yes));
    CHECK_FALSE(columns.fact("review", amount));
    CHECK_FALSE(columns.fact_has("data", "weather", yes));
    CHECK_FALSE(columns.fact_has("risk", "low", yes));
    CHECK_FALSE(columns.attested("vetted", "nobody"));
    CHECK_FALSE(columns.attested("vetted", "review"));
    CHECK_FALSE(columns.evidence("filter", amount));
    CHECK_FALSE(columns.safeguard("review", amount));
    CHECK_FALSE(columns.signoff("officer", nullptr));
}

TEST_CASE("rows that say what the contract does not know are prohibited, and only they", "[decisions][batch]")
{
    contract const c = loaded(desk);
    redline::rule_set const& rules = c.rules;
    redline::requested_kind const drafting = find_kind(rules, redline::name_space::uses, "drafting");
    std::vector<redline::requested_kind> uses(70, drafting);
    std::vector<redline::requested_kind> missions(70);
    std::vector<std::uint8_t> lawful(70, 1), risk(70, 1), filter(70, 3);
    std::vector<redline::chain_state> head(70, redline::chain_state::complete);
    redline::named_columns columns{rules, uses.data(), 70};
    columns.missions(missions.data());
    CHECK(columns.fact("lawful", lawful.data()));
    CHECK(columns.fact("risk", risk.data()));
    std::vector<std::uint8_t> const none(70, 0);
    CHECK(columns.fact_has("data", "names", none.data()));
    CHECK(columns.safeguard("filter", filter.data()));
    CHECK(columns.signoff("head", head.data()));
    redline::batch_workspace work{rules, 70};
    redline::batch_decisions made{70};
    auto const only_wrong = [&](std::uint32_t row) {
        made.clear();
        REQUIRE(decide_batch(rules, columns.view(), work.view(), made));
        for (std::uint32_t r = 0; r < 70; ++r) {
            INFO(r);
            CHECK(made.ground(r) == (r == row ? redline::ground::not_valid : redline::ground::not_prohibited));
            CHECK((made.outcome(r) == redline::outcome::permitted) == (r != row));
            CHECK(made.by(r).empty() == (r == row));
        }
    };
    only_wrong(70);
    uses[3] = {};
    only_wrong(3);
    uses[3] = {redline::kind_form::declared, rules.uses.size};
    only_wrong(3);
    uses[3] = drafting;
    missions[69] = {redline::kind_form::unlisted, redline::none};
    only_wrong(69);
    missions[69] = {redline::kind_form::other, 1};
    only_wrong(69);
    missions[69] = {};
    lawful[0] = 2;
    only_wrong(0);
    lawful[0] = 1;
    risk[1] = 2;
    only_wrong(1);
    risk[1] = 0;
    filter[63] = 4;
    only_wrong(63);
    filter[63] = 0;
    head[64] = static_cast<redline::chain_state>(4);
    only_wrong(64);
    head[64] = redline::chain_state::not_asked;
    only_wrong(70);
    // More rows than there is memory for, and rows without uses, are refused whole.
    redline::batch_workspace small{rules, 69};
    CHECK_FALSE(decide_batch(rules, columns.view(), small.view(), made));
    redline::request_columns const nothing{};
    CHECK(decide_batch(rules, nothing, small.view(), made));
    redline::request_columns without_uses = columns.view();
    without_uses.uses = nullptr;
    CHECK_FALSE(decide_batch(rules, without_uses, work.view(), made));
}

TEST_CASE("a rule set of a language that is not known prohibits every row", "[decisions][batch]")
{
    contract const c = loaded(desk);
    redline::rule_set rules = c.rules;
    rules.language = redline::language_version + 1;
    std::vector<redline::requested_kind> const uses(3, find_kind(rules, redline::name_space::uses, "drafting"));
    redline::named_columns const columns{rules, uses.data(), 3};
    redline::batch_workspace work{rules, 3};
    redline::batch_decisions made{3};
    REQUIRE(decide_batch(rules, columns.view(), work.view(), made));
    for (std::uint32_t row = 0; row < 3; ++row) CHECK(made.ground(row) == redline::ground::not_valid);
}
