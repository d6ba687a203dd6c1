// Decisions that are recorded as they are made: what a record says, what is masked, and no permit without one.
#include "record/log_support.hpp"
#include "redline/core/align_request.hpp"
#include "redline/core/audit.hpp"
#include "redline/core/heap.hpp"
#include "redline/core/request_writer.hpp"
#include "redline/record/decision_recorder.hpp"
#include "support/catch.hpp"
#include "support/load.hpp"

#include <csignal>
#include <sys/resource.h>

using namespace redline_test;
using redline::outcome, redline::request_writer;

namespace {

constexpr char const* terms = R"(
contract "Desk \"A\"" version 3;
party lab; party city; role counsel of city; role safety_lead of lab; role ombuds independent;
use analysis; use watching; use watching.mass; mission field; 
fact lawful is flag from counsel; fact persons is count; fact wait is duration; fact seen is one of near, far;
fact data is any of face, voice, place; fact depth is level low < high;
safeguard filter; evidence red_team from lab valid 180 days;
1   permit all lawful uses;
2.1 prohibit watching.mass;
2.2 require red_team for watching;
2.3 restrict watching to signed by review;
3.1 log paused, prohibited to ombuds, lab within 3 days keep 7 years;
3.2 log permitted to ombuds for watching;
4.1 audit by ombuds for watching when persons over 10 on 30 days notice;
4.2 audit by city for analysis on 5 days notice;
signoff review { stage first: safety_lead; }
)";

/// A contract, a request of it and all that a decision takes.
struct desk {
    contract loaded = load(terms, engine::walker);
    redline::rule_set const& rules = loaded.rules;
    redline::request_memory request{rules};
    redline::workspace work{rules};
    request_writer with{rules, request.view()};

    std::uint32_t fact(char const* name) const
    {
        return redline::find_name(rules, redline::name_space::names, name)->index;
    }
};

std::string only_record(std::string const& at)
{
    std::string text;
    read_log(at, {},
             [&](std::uint64_t, std::string_view line) { text += std::string{line.substr(link_length)} + "\n"; });
    return text;
}

}  // namespace

TEST_CASE("a record says all of a decision, in canonical order", "[record]")
{
    scratch_folder const folder;
    std::string const at = (folder.at() / "log").string();
    desk d;
    REQUIRE(d.loaded.ok);
    d.with.use("watching.mass");
    d.with.use("analysis");
    d.with.mission("field.other");
    d.with.date("2026-06-01");
    d.with.fact("lawful", true);
    d.with.attested("lawful", "counsel");
    d.with.fact("persons", std::uint64_t{9'007'199'254'740'993});
    d.with.fact("wait", "48 hours");
    d.with.fact("seen", "far");
    d.with.fact_has("data", "voice", false);
    d.with.fact_has("data", "face");
    d.with.fact("depth", "high");
    d.with.evidence("red_team", "12 days");
    d.with.safeguard("filter", "tested");
    d.with.signoff("review", "opened");
    REQUIRE(d.with.complete());
    signoff_record const signoff{{4, "abc", "", "", 0, "review", "5a", ""},
                                 {{4, 1, "opened", "ann", "", "", "", "", 60, ""},
                                  {4, 2, "signed", "bob", "safety_lead", "", "review", "one", 120, "0f"}}};
    log_writer log{at};
    decision_recorder recorder{log, d.rules};
    recorded_decision const r =
        recorder.decide_and_record(d.request.view(), d.work.view(), {"ann \"b\"", 1'780'315'200, {&signoff, 1}});
    CHECK(r.recorded);
    CHECK(r.made.outcome == outcome::prohibited);
    std::string const digest = [&] {
        std::array<unsigned char, 32> bytes;
        std::memcpy(bytes.data(), d.rules.digest->bytes, 32);
        return to_hex(bytes);
    }();
    CHECK(
        only_record(at) ==
        "\"asked_by\":\"ann \\\"b\\\"\",\"at\":\"2026-06-01T12:00:00Z\",\"contract\":{\"digest\":\"sha256:" + digest +
            "\",\"title\":\"Desk \\\"A\\\"\",\"version\":3},"
            "\"decision\":{\"by\":[\"2.1\"],\"exceptions\":[],\"ground\":\"forbidden\",\"log\":[{\"by\":\"3.1\","
            "\"keep\":"
            "\"7 years\",\"to\":[\"ombuds\",\"lab\"],\"within\":\"3 days\"}],\"outcome\":\"prohibited\"},"
            "\"request\":{\"attested\":{\"lawful\":\"counsel\"},\"date\":\"2026-06-01\",\"evidence\":{\"red_team\":"
            "\"12 "
            "days\"},\"facts\":{\"data\":{\"face\":true,\"voice\":false},\"depth\":\"high\",\"lawful\":true,"
            "\"persons\":"
            "\"9007199254740993\",\"seen\":\"far\",\"wait\":\"2 days\"},\"mission\":\"field.other\",\"safeguards\":{"
            "\"filter\":\"tested\"},\"signoffs\":{\"review\":\"opened\"},\"use\":[\"watching.mass\",\"analysis\"]},"
            "\"signoffs\":[{\"case\":4,\"chain\":\"review\",\"events\":[{\"at\":\"1970-01-01T00:01:00Z\",\"event\":"
            "\"opened\",\"person\":\"ann\"},{\"at\":\"1970-01-01T00:02:00Z\",\"chain\":\"review\",\"event\":\"signed\","
            "\"person\":\"bob\",\"role\":\"safety_lead\",\"signature\":\"0f\",\"stage\":\"one\"}],\"subject\":\"5a\","
            "\"token\":\"abc\"}]}\n");
}

TEST_CASE("log terms say what is recorded, unless all is; what is masked is named and left out", "[record]")
{
    scratch_folder const folder;
    std::string const at = (folder.at() / "log").string();
    desk d;
    d.with.use("analysis");
    d.with.fact("lawful", true);
    d.with.attested("lawful", "counsel");
    d.with.fact("persons", std::uint64_t{3});
    log_writer log{at};
    decision_recorder demanded{log, d.rules};
    recorded_decision r = demanded.decide_and_record(d.request.view(), d.work.view(), {{}, 5, {}});
    CHECK(r.made.outcome == outcome::permitted);
    CHECK_FALSE(r.recorded);
    CHECK(r.why.empty());
    CHECK(log.head().count == 0);

    std::uint32_t const masked[] = {d.fact("persons"), d.fact("data")};
    decision_recorder all{log, d.rules, {log_policy::everything, false, {masked, 2}}};
    CHECK(all.decide_and_record(d.request.view(), d.work.view(), {{}, 5, {}}).recorded);
    std::string const text = only_record(at);
    CHECK(text.find(
              "\"masked\":[\"persons\"],\"request\":{\"attested\":{\"lawful\":\"counsel\"},\"facts\":{\"lawful\":true},"
              "\"use\":\"analysis\"}}") != std::string::npos);
    CHECK(text.find("\"by\":[\"1\"]") != std::string::npos);

    // Added together, they are recorded when `flush` returns.
    redline::decision const made = redline::decide(d.rules, d.request.view(), d.work.view());
    CHECK(all.add(d.request.view(), made, {}));
    CHECK(all.add(d.request.view(), made, {}));
    CHECK_FALSE(demanded.add(d.request.view(), made, {}));
    log.flush();
    CHECK(verify_log(at).records == 3);
}

TEST_CASE("no record, no permit", "[record]")
{
    scratch_folder const folder;
    std::string const at = (folder.at() / "log").string();
    pid_t const child = start_process([&] {
        desk d;
        d.with.use("analysis");
        d.with.fact("lawful", true);
        d.with.attested("lawful", "counsel");
        log_writer log{at};
        decision_recorder strict{log, d.rules, {log_policy::everything, false, {}}};
        decision_recorder lax{log, d.rules, {log_policy::everything, true, {}}};
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit const nothing{10, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &nothing);
        recorded_decision r = strict.decide_and_record(d.request.view(), d.work.view(), {});
        if (r.recorded || r.made.outcome != outcome::prohibited || r.made.ground != redline::ground::not_valid ||
            r.why.empty() || !r.made.by.empty())
            return 1;
        r = lax.decide_and_record(d.request.view(), d.work.view(), {});
        if (r.recorded || r.made.outcome != outcome::permitted || r.why.empty()) return 2;
        setrlimit(RLIMIT_FSIZE, &before);
        r = strict.decide_and_record(d.request.view(), d.work.view(), {});
        if (!r.recorded || r.made.outcome != outcome::permitted || !r.why.empty()) return 3;
        // Who asks must be written in UTF-8, or there is no record.
        r = strict.decide_and_record(d.request.view(), d.work.view(), {"\xff", 0, {}});
        return r.recorded || r.made.outcome != outcome::prohibited ? 4 : 0;
    });
    CHECK(end_of(child) == 0);
    CHECK(verify_log(at).records == 1);
}

TEST_CASE("an audit term speaks of the requests of its scope and condition", "[record]")
{
    desk d;
    auto const named = [&](char const* name) {
        redline::symbol const* const s = redline::find_name(d.rules, redline::name_space::names, name);
        return redline::principal{s->kind == redline::symbol_kind::party ? redline::principal_kind::party
                                                                         : redline::principal_kind::role,
                                  s->index};
    };
    redline::term_entry const& by_ombuds = d.rules.terms[redline::find_term(d.rules, "4.1")];
    redline::term_entry const& by_city = d.rules.terms[redline::find_term(d.rules, "4.2")];
    CHECK(redline::may_audit_by(d.rules, by_ombuds, named("ombuds")));
    CHECK_FALSE(redline::may_audit_by(d.rules, by_ombuds, named("city")));
    CHECK(redline::may_audit_by(d.rules, by_city, named("city")));
    CHECK(redline::may_audit_by(d.rules, by_city, named("counsel")));  // a role of that party
    CHECK_FALSE(redline::may_audit_by(d.rules, by_city, named("safety_lead")));
    CHECK_FALSE(redline::may_audit_by(d.rules, by_city, {}));
    CHECK_FALSE(redline::may_audit_by(d.rules, d.rules.terms[0], named("ombuds")));

    auto const audited = [&](redline::term_entry const& t) {
        return redline::is_audited(d.rules, t, d.request.view(), d.work.view());
    };
    d.with.use("watching.mass");
    CHECK(audited(by_ombuds));  // how many persons is not known
    CHECK_FALSE(audited(by_city));
    d.with.fact("persons", std::uint64_t{10});
    CHECK_FALSE(audited(by_ombuds));
    d.with.use("analysis");
    CHECK(audited(by_city));
}

TEST_CASE("a request is taken to another contract by its names", "[record]")
{
    desk d;
    contract const other = load(R"(
contract "Other" version 1; party city; role counsel of city; party agency;
use watching; use other_things; 
fact data is any of place, face, voice; fact seen is one of far, near; fact lawful is flag from agency;
fact depth is level low < high; fact extra is flag; fact persons is count; evidence red_team from city;
1 permit all lawful uses; safeguard filter;
)",
                                engine::walker);
    REQUIRE(other.ok);
    REQUIRE_FALSE(redline::incomparable_names(d.rules, other.rules));
    d.with.use("watching.mass");
    d.with.use("analysis");
    d.with.use("unlisted");
    d.with.mission("field");
    d.with.date("2026-06-01");
    d.with.fact("lawful", true);
    d.with.attested("lawful", "counsel");
    d.with.fact("seen", "far");
    d.with.fact_has("data", "voice");
    d.with.fact("depth", "high");
    d.with.fact("persons", std::uint64_t{7});
    d.with.evidence("red_team", "12 days");
    d.with.safeguard("filter", "tested");
    d.with.signoff("review", "complete");
    REQUIRE(d.with.complete());
    redline::request_memory there{other.rules};
    REQUIRE(redline::align_request(d.rules, d.request.view(), other.rules, there.view()));
    // The same, filled by name.
    redline::request_memory due{other.rules};
    request_writer w{other.rules, due.view()};
    w.use("watching.other");
    w.use("unlisted");  // `analysis`, which it lacks, is the same to it
    w.date("2026-06-01");
    w.fact("lawful", true);
    w.attested("lawful", "counsel");
    w.fact("seen", "far");
    w.fact_has("data", "voice");
    w.fact("depth", "high");
    w.fact("persons", std::uint64_t{7});
    w.evidence("red_team", "12 days");
    w.safeguard("filter", "tested");
    REQUIRE(w.complete());
    auto const written = [&](redline::request_memory const& r) {
        redline::decision nothing{};
        return record_writer{other.rules}.entry(r.view(), nothing, {}).members;
    };
    CHECK(written(there) == written(due));
    for (std::uint32_t s = 0; s < other.rules.slot_count; ++s) CHECK(there.view().known[s] == due.view().known[s]);
    redline::request_memory small{other.rules, 1};
    CHECK_FALSE(redline::align_request(d.rules, d.request.view(), other.rules, small.view()));
}
