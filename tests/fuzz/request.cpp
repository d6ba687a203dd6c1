// Fuzzed: requests as JSON, read by the command's reader; nlohmann's JSON, which it does not use for that, as a second opinion.
#include "fuzz/targets.hpp"
#include "json/decision_writer.hpp"
#include "json/request_json.hpp"
#include "json/request_reader.hpp"
#include "redline/core/decide.hpp"
#include "redline/core/heap.hpp"
#include "support/load.hpp"

#include <memory>
#include <set>
#include <vector>

namespace {

using namespace redline_fuzz;
using redline::request_view;
using redline::rule_set;
using redline::tool::json;

/// Something of every kind that a request can name.
constexpr std::string_view terms = R"(
contract "Fuzzed requests" version 1 effective from 2026-01-01;
party agency; party vendor;
role counsel of agency; role ombuds independent;
use weapons; use weapons.autonomous; use weapons.autonomous.swarm; use analysis;
mission routine; mission combat sensitive; mission combat.night;
fact lawful is flag from counsel;
fact oversight is level none < on_the_loop < in_the_loop;
fact network is one of unclassified, secret from agency;
fact persons is count;
fact delay is duration;
fact data is any of biometric, location, communications;
safeguard output_filter; safeguard breaker is level open < closed;
evidence red_team from vendor valid 180 days;
evidence legal_review from agency;
1 permit all lawful uses;
2.1 prohibit weapons.autonomous unless waived by exception or output_filter at least tested;
2.2 restrict weapons when mission is combat and persons over 10_000 to signed by review or breaker at least closed;
2.3 prohibit analysis when data has any of biometric, location and date before 2027-01-01 and delay under 2 days;
2.4 prohibit analysis when network is secret and oversight at most on_the_loop;
3 require red_team within 90 days, legal_review for weapons;
4 log paused, prohibited, exceptions to ombuds within 3 days keep 7 years;
signoff review { stage only: counsel; }
signoff exception { stage only: ombuds; }
)";

/// The contract and what reads and decides requests of it, made once.
struct desk {
    redline_test::contract contract = redline_test::load(terms, redline_test::engine::walker);
    redline::tool::request_reader reader{contract.rules};
    redline::tool::decision_writer writer{contract.rules};
    redline::request_memory one{contract.rules, redline::tool::request_reader::most_uses(contract.rules)};
    redline::request_memory other{contract.rules, redline::tool::request_reader::most_uses(contract.rules)};
    redline::workspace work{contract.rules};

    /// Reads a text behind which only so much may be read as the reader asks for.
    bool read(std::string_view text, redline::request_memory& to)
    {
        std::vector<char> padded(text.begin(), text.end());
        padded.resize(text.size() + redline::tool::json_padding, '"');
        padded.shrink_to_fit();
        return reader.read_padded({padded.data(), text.size()}, to.view());
    }
    std::string decided(redline::request_memory& r)
    {
        return writer.text(decide(contract.rules, r.view(), work.view()));
    }
};

/// Whether a text is JSON in which no object names a member twice.
bool is_unambiguous(std::string_view text)
{
    std::vector<std::set<std::string>> seen;
    bool twice = false;
    json const read = json::parse(
        text.begin(), text.end(),
        [&](int, json::parse_event_t what, json& of) {
            if (what == json::parse_event_t::object_start) seen.emplace_back();
            if (what == json::parse_event_t::object_end) seen.pop_back();
            if (what == json::parse_event_t::key) twice = twice || !seen.back().insert(of.get<std::string>()).second;
            return true;
        },
        false);
    return read.is_object() && !twice;
}

/// Whether nlohmann's JSON takes a string for UTF-8.
bool is_utf8(std::string const& s)
{
    try {
        return !json(s).dump().empty();
    }
    catch (json::exception const&) {
        return false;
    }
}

bool same(rule_set const& rules, request_view const& a, request_view const& b)
{
    bool alike = a.use_count == b.use_count && a.mission == b.mission && a.has_date == b.has_date &&
                 (!a.has_date || a.date == b.date) && a.valid == b.valid;
    for (std::uint32_t i = 0; alike && i < a.use_count; ++i) alike = a.uses[i] == b.uses[i];
    for (std::uint32_t i = 0; i < rules.slot_count; ++i)
        alike = alike && a.known[i] == b.known[i] && (a.known[i] == 0 || a.values[i] == b.values[i]);
    for (std::uint32_t i = 0; i < rules.evidence.size; ++i) alike = alike && a.evidence_age[i] == b.evidence_age[i];
    for (std::uint32_t i = 0; i < rules.safeguards.size; ++i)
        alike = alike && a.safeguard_level[i] == b.safeguard_level[i];
    for (std::uint32_t i = 0; i < rules.chains.size; ++i) alike = alike && a.chains[i] == b.chains[i];
    return alike;
}

}  // namespace

void redline_fuzz::request(std::string_view input)
{
    static desk d;
    rule_set const& rules = d.contract.rules;
    hold(d.contract.ok, "the contract of this target is none");
    if (!d.read(input, d.one)) {
        std::string const why = d.reader.message();
        hold(!why.empty(), "refused without a reason");
        hold(is_utf8(why), "the reason is no UTF-8: " + why);
        hold(!d.one.view().valid, "refused, and still valid");
        hold(decide(rules, d.one.view(), d.work.view()).outcome == redline::outcome::prohibited,
             "a request that is not valid is not prohibited");
        return;
    }
    hold(is_unambiguous(input), "what was taken is no JSON object, or names something twice");
    std::string const decided = d.decided(d.one);
    hold(json::accept(decided), "a decision that is no JSON: " + decided);
    json const given = json::parse(input);
    hold(given.contains("use") && given["use"].size() == d.one.view().use_count, "other uses were taken");
    // Facts that do not count are left out, and all that says nothing; what decides is the same.
    std::string const written = redline::tool::request_as_json(rules, d.one.view()).dump();
    hold(d.read(written, d.other), "what was taken can't be read again: " + written + ": " + d.reader.message());
    hold(same(rules, d.one.view(), d.other.view()), "what was taken is read again as another request: " + written);
    hold(d.decided(d.other) == decided, "what was taken is decided otherwise when it is read again: " + written);
}
