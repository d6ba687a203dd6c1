// Decision logs by the command: `decide --log`, and all of `redline log`.
#include "support/catch.hpp"
#include "tools/command.hpp"

#include "redline/core/digest.hpp"

#include <map>
#include <set>

namespace {

using namespace redline_test;

constexpr char const* terms = R"(contract "Desk" version 1;
party lab; party city; role counsel of city; role ombuds independent; role safety_lead of lab;
use analysis; use watching; use watching.mass;
fact persons is count; fact urgent is flag; evidence red_team from lab valid 180 days;
1   permit all lawful uses;
2.1 prohibit watching.mass because "Never.";
2.2 require red_team for watching;
2.3 restrict analysis when persons over 100 to signed by review;
2.4 restrict analysis when urgent to signed by pass;
3.1 log paused, prohibited to ombuds within 3 days keep 7 years;
3.2 log permitted to ombuds, lab keep 30 days for analysis;
4.1 audit by ombuds for watching on 30 days notice;
4.2 audit by city when persons over 100 on 5 days notice;
signoff review { stage legal: counsel; }
signoff pass { stage legal: counsel; rests on urgent; valid once; }
)";

/// A folder with a contract, a log and requests.
struct desk {
    scratch_folder folder;
    std::string contract = folder.file("desk.redline", terms);
    std::string log = (folder.at() / "decisions.log").string();

    ran decide(json const& request, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> all = {"decide", contract, "--request", "-", "--log", log};
        all.insert(all.end(), more.begin(), more.end());
        return run(all, request.dump());
    }
    ran on_log(std::string const& command, std::vector<std::string> const& more = {}) const
    {
        std::vector<std::string> all = {"log", command, log};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    }
    std::vector<std::string> lines() const
    {
        std::vector<std::string> all;
        std::string const text = read_file(log);
        for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != text.npos; at = end + 1)
            all.push_back(text.substr(at, end - at));
        return all;
    }
    /// Some decisions: prohibited, paused, permitted and recorded, permitted and of no interest to anybody.
    void fill() const
    {
        auto const at = [](int day) { return "2026-06-0" + std::to_string(day) + "T12:00:00Z"; };
        CHECK(decide({{"use", "watching.mass"}, {"facts", {{"lawful", true}, {"persons", 7}}}},
                     {"--asked-by", "Ann \"B\" \xC3\x9C", "--at", at(1)})
                  .status == 4);
        CHECK(decide({{"use", "watching.other"}, {"facts", {{"lawful", true}, {"persons", 500}}}}, {"--at", at(2)})
                  .status == 3);
        CHECK(decide({{"use", "analysis"}, {"facts", {{"lawful", true}, {"persons", 5}, {"urgent", false}}}},
                     {"--at", at(3), "--asked-by", "bob"})
                  .status == 0);
        CHECK(decide({{"use", "watching.other"}, {"facts", {{"lawful", true}}}, {"evidence", {{"red_team", "3 days"}}}},
                     {"--at", at(4)})
                  .status == 0);
        CHECK(decide({{"use", "analysis"},
                      {"facts", {{"lawful", true}, {"persons", 18446744073709551615u}, {"urgent", false}}}},
                     {"--at", at(5)})
                  .status == 3);
    }
};

std::string sha256(std::string_view text)
{
    redline::sha256 hash;
    hash.add(text);
    std::string out;
    for (unsigned char const b : hash.finish().bytes)
        out.append(1, "0123456789abcdef"[b >> 4]).append(1, "0123456789abcdef"[b & 15]);
    return out;
}
std::size_t count_of(std::string const& text, std::string_view what)
{
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++n;
    return n;
}
bool has(std::string const& text, std::string_view what) { return text.find(what) != text.npos; }

}  // namespace

TEST_CASE("decide --log records what log terms demand, in lines that hang together", "[log]")
{
    desk const d;
    d.fill();
    std::vector<std::string> const lines = d.lines();
    REQUIRE(lines.size() == 4);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // An object whose members nlohmann sorts by bytes: canonical JSON, as no name here is outside of ASCII.
        nlohmann::json const record = nlohmann::json::parse(lines[i]);
        CHECK(record.dump() == lines[i]);
        if (i != 0) CHECK(record["after"] == sha256(lines[i - 1]));
        CHECK(has(record["contract"]["digest"].get<std::string>(), "sha256:"));
    }
    nlohmann::json const first = nlohmann::json::parse(lines[0]);
    CHECK(first["asked_by"] == "Ann \"B\" \xC3\x9C");
    CHECK(first["at"] == "2026-06-01T12:00:00Z");
    CHECK(first["decision"]["by"] == nlohmann::json{"2.1"});
    CHECK(first["decision"]["log"][0]["keep"] == "7 years");
    CHECK(first["request"]["facts"]["persons"] == 7);
    CHECK(nlohmann::json::parse(lines[3])["request"]["facts"]["persons"] == "18446744073709551615");

    ran r = d.on_log("verify");
    CHECK(r.status == 0);
    CHECK(has(r.out, "whole: 4 records in 1 file\n"));
    CHECK(has(r.out, "last record: sha256:" + sha256(lines[3])));
    CHECK(has(r.out, "not signed"));
    // Nothing is due, and all is asked for.
    CHECK(d.decide({{"use", "watching.other"}, {"facts", {{"lawful", true}}}, {"evidence", {{"red_team", "3 days"}}}},
                   {"--log-all"})
              .status == 0);
    CHECK(d.lines().size() == 5);
}

TEST_CASE("a stream of decisions is recorded in its order, before it is shown", "[log]")
{
    desk const d;
    std::string requests;
    for (int i = 0; i < 3000; ++i)
        requests += i % 100 == 7 ? "{}\n" : json{{"use", "watching.mass"}, {"facts", {{"persons", i}}}}.dump() + "\n";
    for (char const* threads : {"1", "3"}) {
        ran const r = run({"decide", d.contract, "--requests", "-", "--threads", threads, "--log", d.log}, requests);
        CHECK(r.status == 1);  // some are no requests
        CHECK(count_of(r.out, "\n") == 3000);
    }
    std::vector<std::string> const lines = d.lines();
    REQUIRE(lines.size() == 2 * 2970);
    int due = 0;
    for (std::string const& line : lines) {
        if (due % 100 == 7) ++due;
        if (json::parse(line)["request"]["facts"]["persons"] != due) FAIL(line);
        if (++due == 3000) due = 0;
    }
    CHECK(d.on_log("verify").status == 0);
    // No record, no decision.
    ran r = run({"decide", d.contract, "--request", "-", "--log", "/nowhere/at/all"}, R"({"use": "analysis"})");
    CHECK(r.status == 2);
    CHECK(r.out.empty());
    CHECK(has(r.messages, "/nowhere/at/all"));
    write_file(d.log, "{}\n");
    r = d.decide({{"use", "watching.mass"}});
    CHECK(r.status == 2);
    CHECK(r.out.empty());
    CHECK(has(r.messages, "records are missing"));
}

TEST_CASE("what was done to a log is found", "[log]")
{
    desk const d;
    d.fill();
    std::string const good = read_file(d.log);
    ran r = d.on_log("head");
    CHECK(r.status == 0);
    std::string const head = d.folder.file("kept.head", r.out);
    CHECK(d.on_log("verify", {"--head", head}).status == 0);

    std::string bad = good;
    bad.replace(bad.find("watching.mass"), 13, "watching.mess");
    write_file(d.log, bad);
    r = d.on_log("verify");
    CHECK(r.status == 1);
    CHECK(has(r.messages, "record 2: the record before this one was altered"));
    r = d.on_log("verify", {"--format", "json"});
    CHECK(r.status == 1);
    json const j = json::parse(r.out);
    CHECK(j["whole"] == false);
    CHECK(j["record"] == 2);
    for (char const* command : {"show", "export", "head"}) CHECK(d.on_log(command).status == 1);
    CHECK(run({"log", "audit", d.contract, d.log, "--role", "ombuds"}).status == 1);
    CHECK(d.on_log("replay", {"--contract", d.contract}).status == 1);

    write_file(d.log, good.substr(0, good.rfind('\n', good.size() - 2) + 1));
    r = d.on_log("verify");
    CHECK(r.status == 1);
    CHECK(has(r.messages, "records are missing at the end"));
    write_file(d.log, good + "{\"after\":\"12");
    r = d.on_log("verify");
    CHECK(r.status == 0);
    CHECK(has(r.out, "an unfinished record of 12 bytes"));
    r = d.decide({{"use", "watching.mass"}});
    CHECK(r.status == 4);
    CHECK(has(r.messages, "12 bytes, which a crash left at its end, was cut off"));
    CHECK(d.on_log("verify", {"--head", head}).status == 0);

    // Signed heads.
    std::string const key = (d.folder.at() / "key").string();
    std::string const made = run({"case", "keygen", "-o", key}).out;
    std::string const public_key = d.folder.file("public", made);
    desk const signed_log;
    CHECK(signed_log.decide({{"use", "watching.mass"}}, {"--key", key}).status == 4);
    r = signed_log.on_log("verify", {"--key", public_key});
    CHECK(r.status == 0);
    CHECK(has(r.out, "signed by " + json::parse(made)["key"].get<std::string>() + "\n"));
    CHECK(signed_log.on_log("verify", {"--key", json::parse(made)["key"]}).status == 0);
    r = signed_log.on_log("verify", {"--key", std::string(64, '0')});
    CHECK(r.status == 1);
    CHECK(has(r.messages, "signed by another key"));
    CHECK(d.on_log("verify", {"--key", public_key}).status == 1);
    CHECK(signed_log.decide({{"use", "watching.mass"}}).status == 2);
    // The head of another log.
    CHECK(signed_log.on_log("verify", {"--head", head}).status == 1);

    CHECK(run({"log", "verify", d.log + ".none"}).status == 2);
    CHECK(d.on_log("verify", {"--head", d.contract}).status == 2);
    CHECK(d.on_log("verify", {"--key", "zz"}).status == 2);
    CHECK(d.on_log("verfy").status == 2);
}

TEST_CASE("records that hang together and are none are refused, whatever they hold", "[log]")
{
    desk const d;
    std::string const origin(64, '7');
    std::string const deep = "\"decision\":" + std::string(200'000, '[') + std::string(200'000, ']') + "}";
    std::string const whole =
        R"("at":"2026-06-01T12:00:00Z","contract":{"title":"T","version":1},"decision":{"by":["1"],"exceptions":[],"log":[],"outcome":"paused"},)";
    std::string const members[] = {
        "}",
        "1}",
        "\"at\":1}",
        "\"at\":\"2026-06-01T12:00:00Z\"}",
        "\"\xff\":1}",
        deep,
        whole + "\"request\":1}",
        whole + "\"request\":{\"use\":[1]}}",
        whole + "\"masked\":{},\"request\":{\"use\":\"x\"}}",
        R"("at":"2026-06-01T12:00:00Z","contract":{"title":"T","version":-1},"decision":{"by":[],"log":[]},"request":{}})",
        R"("at":"2026-06-01T12:00:00Z","contract":{"title":"T","version":1},"decision":{"by":[],"exceptions":[],"log":[{"by":1}],"outcome":"paused"},"request":{}})",
    };
    for (std::string const& m : members) {
        std::string const line = R"({"after":")" + origin + "\"," + m;
        write_file(d.log, line + "\n");
        write_file(d.log + ".head", R"({"at":"1970-01-01T00:00:00Z","count":1,"file":0,"hash":")" + sha256(line) +
                                        R"(","log":"redline 1","origin":")" + origin + R"(","size":)" +
                                        std::to_string(line.size() + 1) + "}\n");
        CHECK(d.on_log("verify").status == 0);
        for (std::string const command : {"show", "export"}) {
            ran const r = d.on_log(command);
            CHECK(r.status == 1);
            CHECK(has(r.messages, "record 1 is none that Redline writes"));
        }
        CHECK(d.on_log("show", {"--format", "json"}).status == 1);
        CHECK(run({"log", "audit", d.contract, d.log, "--role", "ombuds"}).status == 1);
        CHECK(d.on_log("replay", {"--contract", d.contract}).status == 1);
    }
    // One that reads as a record, with sign-offs that are none and a request that is not one of any contract.
    std::string const line = R"({"after":")" + origin + "\"," + whole +
                             R"("request":{"facts":[],"use":"x"},"signoffs":[1,{"chain":2,"events":[3,{"event":4}]}]})";
    write_file(d.log, line + "\n");
    write_file(d.log + ".head", R"({"at":"1970-01-01T00:00:00Z","count":1,"file":0,"hash":")" + sha256(line) +
                                    R"(","log":"redline 1","origin":")" + origin + R"(","size":)" +
                                    std::to_string(line.size() + 1) + "}\n");
    CHECK(d.on_log("show").status == 0);
    CHECK(d.on_log("replay", {"--contract", d.contract}).status == 1);
}

TEST_CASE("a log is shown, filtered and exported", "[log]")
{
    desk const d;
    d.fill();
    ran r = d.on_log("show");
    CHECK(r.status == 0);
    CHECK(has(r.out,
              "1  2026-06-01T12:00:00Z  prohibited (forbidden) by 2.1: watching.mass, asked by Ann \"B\" \xC3\x9C\n"
              "      under Desk, version 1\n"
              "      3.1 tells ombuds until 2026-06-04T12:00:00Z, kept 7 years\n"));
    CHECK(last_line(r.out) == "4 of 4 records");
    auto const shown = [&](std::vector<std::string> const& filter) { return last_line(d.on_log("show", filter).out); };
    CHECK(shown({"--outcome", "paused"}) == "2 of 4 records");
    CHECK(shown({"--use", "watching"}) == "2 of 4 records");
    CHECK(shown({"--use", "watching.mass"}) == "1 of 4 records");
    CHECK(shown({"--use", "watch"}) == "0 of 4 records");
    CHECK(shown({"--term", "2.1"}) == "1 of 4 records");
    CHECK(shown({"--term", "3.2"}) == "1 of 4 records");
    CHECK(shown({"--asked-by", "bob"}) == "1 of 4 records");
    CHECK(shown({"--since", "2026-06-02T12:00:00Z", "--until", "2026-06-03T12:00:00Z"}) == "2 of 4 records");
    CHECK(d.on_log("show", {"--since", "June"}).status == 2);
    CHECK(d.on_log("show", {"--outcome", "denied"}).status == 2);
    CHECK(json::parse(last_line(d.on_log("show", {"--format", "json"}).out))["number"] == 4);

    json const all = json::parse(d.on_log("export").out);
    REQUIRE(all.size() == 4);
    CHECK(all[2]["asked_by"] == "bob");
    CHECK(json::parse(d.on_log("export", {"--use", "nothing"}).out) == json::array());
    // What no term has kept any longer.
    CHECK(json::parse(d.on_log("export", {"--drop-expired", "--on", "2026-07-03T12:00:00Z"}).out).size() == 4);
    CHECK(json::parse(d.on_log("export", {"--drop-expired", "--on", "2026-07-03T12:00:01Z"}).out).size() == 3);
    r = d.on_log("export", {"--format", "csv"});
    CHECK(count_of(r.out, "\r\n") == 5);
    CHECK(has(r.out,
              "1,2026-06-01T12:00:00Z,\"Ann \"\"B\"\" \xC3\x9C\",prohibited,forbidden,2.1,,watching.mass,,,3.1,ombuds,"
              "2033-05-30T12:00:00Z,,Desk,1,sha256:"));
}

TEST_CASE("files are closed, and go when nothing in them need be kept", "[log]")
{
    desk const d;
    auto const at = [&](std::string const& day, std::string const& use) {
        return d.decide({{"use", use}, {"facts", {{"lawful", true}, {"persons", 1}, {"urgent", false}}}},
                        {"--log-close", "daily", "--at", day + "T10:00:00Z"});
    };
    CHECK(at("2026-06-01", "analysis").status == 0);
    CHECK(at("2026-06-01", "analysis").status == 0);
    CHECK(at("2026-06-02", "watching.mass").status == 4);
    CHECK(at("2026-06-03", "analysis").status == 0);
    CHECK(has(d.on_log("verify").out, "4 records in 3 files"));
    ran r = d.on_log("expired", {"--on", "2026-07-02T00:00:00Z"});
    CHECK(r.status == 0);
    CHECK(has(r.out, ".000001: 2 of 2 records need not be kept any longer: the file may go; leave its head\n"));
    CHECK(has(r.out, ".000002: 0 of 1 records need not be kept any longer, the last until 2033-05-31T10:00:00Z\n"));
    CHECK(json::parse(
              d.on_log("expired", {"--on", "2026-06-05T00:00:00Z", "--format", "json"}).out)["files"][0]["may_go"] ==
          false);
    std::filesystem::remove(d.log + ".000001");
    r = d.on_log("verify");
    CHECK(r.status == 0);
    CHECK(has(r.out, "1 closed file dropped: the first record that is there is number 3"));
    CHECK(has(d.on_log("show").out, "3  2026-06-02T10:00:00Z  prohibited"));
    CHECK(run({"log", "verify", d.log + ".000002"}).status == 0);
    CHECK(d.decide({{"use", "watching.mass"}}, {"--log-close", "often"}).status == 2);
}

TEST_CASE("an audit shows exactly what the role may see", "[log]")
{
    desk const d;
    d.fill();
    auto const audit = [&](std::string const& role, std::vector<std::string> more = {}) {
        std::vector<std::string> all = {"log", "audit", d.contract, d.log, "--role", role};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    };
    ran r = audit("ombuds");
    CHECK(r.status == 0);
    CHECK(last_line(r.out) == "2 of 4 records may be audited by ombuds");
    CHECK(has(r.messages, "term 4.1, on 30 days notice"));
    CHECK(has(r.out, "1  2026-06-01"));
    CHECK(has(r.out, "2  2026-06-02"));
    // `counsel` is a role of the city.
    CHECK(last_line(audit("counsel").out) == "2 of 4 records may be audited by counsel");
    std::string const lines = audit("city", {"--format", "json"}).out;
    CHECK(json::parse(lines.substr(0, lines.find('\n')))["number"] == 2);
    CHECK(json::parse(last_line(lines))["number"] == 4);
    CHECK(json::parse(last_line(lines))["audited_by"] == json{"4.2"});
    r = audit("safety_lead");
    CHECK(r.status == 1);
    CHECK(has(r.messages, "no `audit` term of the contract is for `safety_lead`"));
    r = audit("ombud");
    CHECK(r.status == 1);
    CHECK(has(r.messages, "did you mean `ombuds`?"));
    // Records of another contract are not for this one to show.
    std::string const other = d.folder.file("other.redline", std::string{terms} + "use more;");
    r = run({"log", "audit", other, d.log, "--role", "ombuds"});
    CHECK(last_line(r.out) == "0 of 4 records may be audited by ombuds");
    CHECK(has(r.messages, "4 records are of decisions under another contract"));
}

TEST_CASE("every logged decision comes out again, and a draft shows what it would have changed", "[log]")
{
    desk const d;
    d.fill();
    ran r = d.on_log("replay", {"--contract", d.contract});
    CHECK(r.status == 0);
    CHECK(r.out == "4 records: decided again, 4 the same\n");

    std::string text = terms;
    text.replace(text.find("version 1"), 9, "version 2");
    text.replace(text.find("2.1 prohibit watching.mass because \"Never.\";"), 44,
                 "2.1 prohibit analysis when persons under 10;");
    std::string const draft = d.folder.file("draft.redline", text);
    r = d.on_log("replay", {"--contract", d.contract, "--against", draft});
    CHECK(r.status == 1);
    CHECK(has(r.out, "record 1: prohibited; under the draft, it would have been paused by 2.2\n"));
    CHECK(has(r.out, "record 3: permitted; under the draft, it would have been prohibited (forbidden) by 2.1\n"));
    CHECK(last_line(r.out) == "under the draft: 2 the same, 1 stricter, 1 milder");
    json const j =
        json::parse(d.on_log("replay", {"--contract", d.contract, "--against", draft, "--format", "json"}).out);
    CHECK(j["replayed"]["same"] == 4);
    CHECK(j["against"]["stricter"] == 1);
    CHECK(j["differences"].size() == 2);
    // A contract that was not named; one is as good as the other where both are.
    r = d.on_log("replay", {"--contract", draft});
    CHECK(r.status == 1);
    CHECK(has(r.out, "4 under contracts that were not named"));
    CHECK(d.on_log("replay", {"--contract", draft, "--contract", d.contract}).status == 0);
    // Names that the draft lacks are not given, a use is what it has above it.
    std::string const small = d.folder.file("small.redline", R"(contract "S" version 1 effective from 2027-01-01;
        party p; use watching; 1 permit all lawful uses; 2 prohibit watching when use is watching;)");
    r = d.on_log("replay", {"--contract", d.contract, "--against", small});
    CHECK(r.status == 1);
    CHECK(has(r.messages, "the draft is not in effect") == false);  // no request has a date
    r = d.on_log("replay", {"--contract", d.contract, "--against", small, "--on", "2027-06-01"});
    CHECK(last_line(r.out) == "under the draft: 2 the same, 1 stricter, 1 milder");
    std::string const clash = d.folder.file("clash.redline", R"(contract "S" version 1;
        party p; use watching; fact persons is flag; 1 permit all lawful uses;)");
    r = d.on_log("replay", {"--contract", d.contract, "--against", clash});
    CHECK(r.status == 1);
    CHECK(has(r.messages, "`persons` is declared as `count` before and as `flag` after"));
}

TEST_CASE("a replay says which decisions rest on what is masked", "[log]")
{
    desk const d;
    auto const decide = [&](json const& request) {
        return d.decide(request, {"--mask", "persons", "--log-all"}).status;
    };
    json const base = {{"lawful", true}, {"urgent", false}};
    auto const with = [&](int persons) {
        json f = base;
        f["persons"] = persons;
        return f;
    };
    CHECK(decide({{"use", "analysis"}, {"facts", with(5)}}) == 0);       // rests on `persons`
    CHECK(decide({{"use", "analysis"}, {"facts", with(500)}}) == 3);     // so does this
    CHECK(decide({{"use", "watching.mass"}, {"facts", with(5)}}) == 4);  // this does not
    CHECK(decide({{"use", "watching.other"}, {"facts", with(5)}}) == 3);
    for (std::string const& line : d.lines()) {
        CHECK(json::parse(line)["masked"] == json{"persons"});
        CHECK_FALSE(json::parse(line)["request"]["facts"].contains("persons"));
    }
    ran const r = d.on_log("replay", {"--contract", d.contract});
    CHECK(r.status == 1);
    CHECK(has(r.out, "record 1: permitted; it rests on what is masked: persons\n"));
    CHECK(has(r.out, "record 2: paused; it rests on what is masked: persons\n"));
    CHECK(last_line(r.out) == "4 records: decided again, 2 the same, 2 that cannot be told");
    CHECK(has(d.on_log("show").out, "      masked: persons\n"));
    ran const wrong = d.decide({{"use", "analysis"}}, {"--mask", "person"});
    CHECK(wrong.status == 2);
    CHECK(has(wrong.messages, "did you mean `persons`?"));
}

TEST_CASE("a record holds the sign-offs that it rests on, and one that is good once is used", "[log]")
{
    desk const d;
    std::string const cases = (d.folder.at() / "desk.cases").string();
    json const request = {{"use", "analysis"}, {"facts", {{"lawful", true}, {"persons", 5}, {"urgent", true}}}};
    std::string const file = d.folder.file("request.json", request.dump());
    std::string const key = (d.folder.at() / "key").string();
    run({"case", "keygen", "-o", key});
    CHECK(run({"case", "open", d.contract, "--cases", cases, "--chain", "pass", "--request", file, "--person", "ann"})
              .status == 0);
    CHECK(run({"case", "sign", d.contract, "--cases", cases, "--case", "1", "--person", "bob", "--role", "counsel",
               "--key", key})
              .status == 0);
    CHECK(d.decide(request, {"--cases", cases}).status == 0);
    json const record = json::parse(d.lines().at(0));
    CHECK(record["request"]["signoffs"]["pass"] == "complete");
    REQUIRE(record["signoffs"].size() == 1);
    json const& signoff = record["signoffs"][0];
    CHECK(signoff["chain"] == "pass");
    REQUIRE(signoff["events"].size() == 3);
    CHECK(signoff["events"][1]["event"] == "signed");
    CHECK(signoff["events"][1]["person"] == "bob");
    CHECK(signoff["events"][1]["signature"].get<std::string>().size() == 128);
    CHECK(signoff["events"][2]["event"] == "used");
    CHECK(has(d.on_log("show").out,
              "sign-off pass, case 1; opened by ann; signed by bob as counsel, with a signature; used"));
    // It was good for one decision.
    CHECK(d.decide(request, {"--cases", cases}).status == 3);
    CHECK(d.on_log("replay", {"--contract", d.contract}).status == 0);
}
