// Contracts made to take long: as many names and terms as are read and one more, names whose keys collide, escalations in
// the worst order, scenarios under many terms. Each limit from both sides.
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include "redline/core/decide.hpp"
#include "redline/core/heap.hpp"
#include "redline/core/names.hpp"
#include "redline/text/layout.hpp"

#include <algorithm>
#include <ctime>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace redline_test;
using redline::text::code;

std::string const head = "contract \"T\" version 1;\nuse a;\nuse b;\n1 permit all lawful uses;\n";

/// Seconds of the processor since it was made.
class stopwatch {
public:
    double seconds() const { return static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC; }

private:
    std::clock_t start_ = std::clock();
};

/// The one thing that is wrong with a text, in words.
std::string wrong(contract const& c)
{
    if (c.diagnostics.size != 1) return dump(c.diagnostics);
    std::string const told = dump(c.diagnostics[0]);
    return told.substr(told.find("RL"));
}

/// Different names of 13 characters whose keys are one and the same: from the wanted key, the last ten characters follow
/// from the first three (`long_key`, backwards).
std::vector<std::string> colliding_names(std::size_t count)
{
    constexpr std::uint64_t prime = 0x100000001b3u;
    std::uint64_t inverse = prime;
    for (int i = 0; i < 6; ++i) inverse *= 2 - prime * inverse;
    REQUIRE(prime * inverse == 1);
    std::string characters(64, '\0');
    for (unsigned c = 0; c < 256; ++c)
        if (redline::name_codes.of[c] != 0) characters[redline::name_codes.of[c]] = static_cast<char>(c);
    std::vector<std::string> names;
    for (unsigned first = 1; first <= 52; ++first)
        for (unsigned second = 1; second < 64; ++second)
            for (unsigned third = 1; third < 64 && names.size() < count; ++third) {
                std::uint64_t key = 0x123456789abcdefu * prime;
                for (unsigned const code : {third, second, first}) key = key * inverse ^ code;
                // Of the third character, four bits are left in the key of the last ten.
                if (key >> 60 != (third & 15u)) continue;
                std::string name{characters[first], characters[second], characters[third]};
                for (unsigned shift = 60; shift != 0;) name += characters[key >> (shift -= 6) & 63];
                if (name.find('\0') == std::string::npos) names.push_back(name);
            }
    REQUIRE(names.size() == count);
    return names;
}

}  // namespace

TEST_CASE("names whose keys collide are read to a limit, and each is found", "[limits]")
{
    auto const declared = [](std::vector<std::string> const& names) {
        std::string text = head;
        for (std::string const& n : names) text += "fact " + n + " is flag;\n";
        for (std::size_t i = 0; i < names.size(); ++i)
            text += "2." + std::to_string(i) + " prohibit a when " + names[i] + ";\n";
        return text;
    };
    std::vector<std::string> names = colliding_names(5000);
    for (std::string const& n : names) REQUIRE(redline::key_of(n) == redline::key_of(names[0]));
    std::vector<std::string> const few(names.begin(), names.begin() + 600);
    contract const c = load(declared(few));
    REQUIRE(c.ok);
    for (std::string const& n : few) CHECK(find_name(c.rules, redline::name_space::names, n) != nullptr);
    CHECK(find_name(c.rules, redline::name_space::names, names[4000]) == nullptr);

    contract const many = load(declared(names));
    REQUIRE(!many.ok);
    CHECK(many.diagnostics[0].is == code::too_many);
    std::string const told = dump(many.diagnostics[0]);
    CHECK(told.find("RL0802 too many names whose keys collide, at `") != std::string::npos);
    CHECK(told.find("expected at most 1024") != std::string::npos);
    CHECK(dump(many.diagnostics) == dump(load(declared(names), engine::walker).diagnostics));
}

TEST_CASE("names that follow a pattern do not come near that limit", "[limits]")
{
    std::string text = head;
    for (int i = 0; i < 100'000; ++i) {
        std::string const n = std::to_string(i);
        text += "fact measured_quantity_" + n + " is flag;\nevent e" + n + ";\nuse a.x" + n + ";\n";
    }
    contract const c = load(text);
    REQUIRE(c.ok);
    std::uint32_t longest = 0, in_row = 0;
    for (redline::symbol const& s : c.rules.symbols) {
        in_row = s.kind == redline::symbol_kind::nothing ? 0 : in_row + 1;
        longest = std::max(longest, in_row);
    }
    CHECK(longest > 1);
    CHECK(longest < redline::probe_limit / 2);
}

TEST_CASE("so many names are declared, and no more", "[limits]")
{
    // Beside these: `lawful`, the four levels of safeguards, the label of a term.
    constexpr std::uint32_t others = 6;
    std::string text = "contract \"T\" version 1;\n1 permit all lawful uses;\n";
    for (std::uint32_t i = 0; i < redline::names_limit - others; ++i) text += "use u" + std::to_string(i) + ";\n";
    CHECK(load(text).ok);
    CHECK(wrong(load(text + "use v;\n")) ==
          "RL0802 the contract has more than 1048576 names, the most that are read\n");
}

TEST_CASE("so many terms are read, and no more", "[limits]")
{
    std::string text = head;
    for (std::uint32_t i = 2; i <= redline::terms_limit; ++i) text += std::to_string(i) + " prohibit b;\n";
    contract const c = load(text);
    REQUIRE(c.ok);
    REQUIRE(c.rules.terms.size == redline::terms_limit);
    redline::request_memory request{c.rules};
    redline::workspace work{c.rules};
    request.view().uses[0] = {redline::kind_form::declared, 1};
    request.view().use_count = 1;
    CHECK(decide(c.rules, request.view(), work.view()).outcome == redline::outcome::prohibited);
    CHECK(wrong(load(text + "0 prohibit a;\n")) ==
          "RL0802 the contract has more than 524288 terms, the most that are read\n");
}

TEST_CASE("escalations are followed in any order of the chains", "[limits]")
{
    constexpr std::size_t count = 100'000;
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    std::mt19937_64 random{7};
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    auto const chains = [&](std::size_t behind_last) {
        std::vector<std::string> next(count);
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t const to = i + 1 < count ? order[i + 1] : behind_last;
            if (to == count) continue;
            // Two ways, of which one or the other comes first, or both lead on.
            std::string const way = (i % 3 == 0 ? "late" : "refusal") + std::string{": escalate to c"};
            next[order[i]] = way + std::to_string(to) + "; ";
            if (i % 5 == 0 && i % 3 != 0) next[order[i]] += "late: escalate to c" + std::to_string(to) + "; ";
        }
        std::string text = head + "role r independent;\n";
        for (std::size_t i = 0; i < count; ++i)
            text += "signoff c" + std::to_string(i) + " { stage s: r; " + next[i] + "}\n";
        return text;
    };
    stopwatch const time;
    contract const ends = load(chains(count));
    REQUIRE(ends.ok);
    for (redline::chain_entry const& c : ends.rules.chains) REQUIRE(c.ends);
    // What was used to find the way back is gone.
    CHECK(ends.rules.chains[static_cast<std::uint32_t>(order[0])].late == order[1]);
    CHECK(ends.rules.chains[static_cast<std::uint32_t>(order[1])].refusal == order[2]);
    for (std::size_t const to : {order[0], order[count / 2], order[count - 1]}) {
        contract const circle = load(chains(to));
        REQUIRE(circle.diagnostics.size == 1);
        CHECK(circle.diagnostics[0].is == code::escalation_circle);
    }
    CHECK(time.seconds() < 60);
}

TEST_CASE("scenarios may take so many steps together, and no more", "[limits]")
{
    // For each: what a request says of `lawful`, as a slot and as a fact; two things given; and of one use, the terms, the
    // baseline's condition, and the paths.
    constexpr std::uint64_t terms = 20'000, steps = 2 + 2 + (terms + 1) + 1 + terms;
    constexpr std::uint64_t most = redline::scenario_steps_limit / steps;
    std::string text = head;
    for (std::uint64_t i = 0; i < terms; ++i) text += "2." + std::to_string(i) + " prohibit b;\n";
    for (std::uint64_t i = 0; i < most; ++i) text += "scenario \"s\" { given use a, lawful; expect permitted; }\n";
    CHECK(load(text).ok);
    CHECK(wrong(load(text + "scenario \"s\" { given use a; expect permitted; }\n")) ==
          "RL0802 too many steps of scenarios, at `permitted`; expected at most 1073741824\n");
}

TEST_CASE("a text that is laid out has the same limit as one that is read", "[limits]")
{
    std::string text = head + "# ";
    text.resize(redline::text_limit, 'x');
    CHECK(redline::lay_out(text).ok);
    redline::laid_out_text const out = redline::lay_out(text + "x");
    REQUIRE(out.diagnostics.size() == 1);
    CHECK((!out.ok && out.diagnostics[0].is == code::too_long));
}
