// `redline case`: every event of a chain by the command, what it refuses, and a hundred at once.
#include "support/catch.hpp"
#include "tools/command.hpp"

#include <fcntl.h>

using namespace redline_test;

namespace {

constexpr char const* text = R"(contract "Desk" version 3;
party lab; party city;
role safety_lead of lab; role counsel of city; role officer of city; role ombuds independent; role owner of city;
use surveillance; use analysis;
fact persons is count; fact urgent is flag;
1 permit all lawful uses;
2 restrict surveillance to signed by review;
3 restrict analysis to signed by single or urgent;
signoff review {
  stage safety: safety_lead within 2 days; stage legal: 2 of counsel, officer, ombuds within 5 days;
  late: escalate to board; signers distinct; not by owner; deputy officer for counsel; rests on persons; valid 30 days;
}
signoff board { stage all_of_them: all of counsel, ombuds within 10 days; revocable by ombuds; }
signoff single { stage only: counsel; valid once; }
signoff crowd { stage only: 1000 signers of counsel; }
)";

/// A contract with a case file, and `redline case` on them.
class desk {
public:
    explicit desk(std::string const& of = text) : contract_{folder_.file("desk.redline", of)} {}

    ran run(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), "case");
        arguments.insert(arguments.begin() + 2, {contract_, "--cases", cases()});
        return redline_test::run(arguments);
    }
    /// An event at an hour of 2026-06-01 or after.
    ran at(std::string const& when, std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(), {"--at", "2026-06-" + when + ":00:00Z"});
        return run(arguments);
    }
    ran sign(std::string const& when, std::string const& person, std::string const& role, int id = 1) const
    {
        return at(when, {"sign", "--case", std::to_string(id), "--person", person, "--role", role});
    }
    ran open(std::string const& when, std::string const& chain, json const& request,
             std::string const& person = "ann") const
    {
        return at(when, {"open", "--chain", chain, "--request", request_file(request), "--person", person});
    }
    json shown(std::string const& when, int id = 1) const
    {
        return json::parse(at(when, {"show", "--case", std::to_string(id), "--format", "json"}).out);
    }
    std::string request_file(json const& request) const { return folder_.file("request.json", request.dump()); }
    std::string cases() const { return (folder_.at() / "cases").string(); }
    std::string const& contract() const { return contract_; }
    scratch_folder const& folder() const { return folder_; }

private:
    scratch_folder folder_;
    std::string contract_;
};

json const surveillance = {{"use", "surveillance"}, {"facts", {{"lawful", true}, {"persons", 3}}}};
json const analysis = {{"use", "analysis"}, {"facts", {{"lawful", true}}}};

}  // namespace

TEST_CASE("case: from opening to complete")
{
    desk const d;
    CHECK(d.open("01T08", "review", surveillance).out ==
          "case 1: review, open: stage safety, 0 of 1 signed, until 2026-06-03T08:00:00Z; waits for safety_lead\n");
    CHECK(d.sign("02T08", "bob", "safety_lead").out == "case 1: review, open: stage legal, 0 of 2 signed, until "
                                                       "2026-06-07T08:00:00Z; waits for counsel, officer or ombuds\n");
    CHECK(d.at("03T08",
               {"sign", "--case", "1", "--person", "cid", "--role", "officer", "--for", "counsel", "--stage", "legal"})
              .status == 0);
    CHECK(d.sign("04T08", "dot", "ombuds").out == "case 1: review, complete, until 2026-07-04T08:00:00Z\n");
    ran const shown = d.at("05T08", {"show", "--case", "1"});
    CHECK(shown.out.find("  2026-06-03T08:00:00Z  signed by cid as officer for counsel, stage legal\n") !=
          std::string::npos);
    json const j = d.shown("05T08");
    CHECK(j["standing"] == "complete");
    CHECK(j["until"] == "2026-07-04T08:00:00Z");
    CHECK(j["events"].size() == 4);
    CHECK(j["request"] == surveillance);
    CHECK(j["contract"]["version"] == 3);
    // It lapses by itself.
    CHECK(json::parse(
              d.run({"show", "--case", "1", "--format", "json", "--at", "2026-07-04T08:00:01Z"}).out)["standing"] ==
          "lapsed");
}

TEST_CASE("case: every event, and what is refused")
{
    desk const d;
    d.open("01T08", "review", surveillance);
    auto const refused = [&](ran const& r, std::string const& why) {
        INFO(r.messages << r.out);
        CHECK(r.status == 1);
        CHECK(r.out.empty());
        CHECK(r.messages.find("refused: " + why) != std::string::npos);
        return r.status == 1;
    };
    refused(d.open("01T09", "review", surveillance), "this sign-off has been asked for already, and is open: case 1");
    refused(d.open("01T09", "reviw", surveillance),
            "`reviw` is not a sign-off chain of the contract; did you mean `review`?");
    refused(d.sign("01T09", "ann", "safety_lead"), "the person is barred: whoever asks");
    refused(d.sign("01T09", "bob", "counsel"), "the open stage does not ask for this role");
    refused(d.sign("01T09", "bob", "counsle"), "no such role");
    refused(d.sign("01T09", "bob", "safety_lead", 9), "there is no such case");
    CHECK(d.at("01T10", {"acting", "--case", "1", "--person", "bob", "--role", "owner"}).status == 0);
    refused(d.sign("01T11", "bob", "safety_lead"), "the person is barred: acts for this case in a role of `not by` "
                                                   "(sign-off `review`, role `owner`)");
    // A clock that jumped back.
    refused(d.sign("01T09", "cid", "safety_lead"), "it is earlier than the last event of the case");
    CHECK(d.sign("01T11", "cid", "safety_lead").status == 0);
    CHECK(d.sign("01T12", "dot", "counsel").status == 0);
    refused(d.at("01T12", {"sign", "--case", "1", "--person", "eve", "--role", "ombuds", "--stage", "safety"}),
            "the stage that is meant is not the open one");
    CHECK(d.at("01T13", {"recuse", "--case", "1", "--person", "dot"}).status == 0);
    refused(d.sign("01T14", "dot", "officer"), "the person is barred: recused from this case");
    CHECK(d.at("01T14", {"refuse", "--case", "1", "--person", "eve", "--role", "ombuds"}).status == 0);
    refused(d.at("01T14", {"withdraw", "--case", "1", "--person", "eve"}), "only whoever asked");
    refused(d.at("01T14", {"revoke", "--case", "1", "--person", "eve", "--role", "ombuds"}),
            "the chain is not revocable by this role (role `ombuds`)");
    // The stage is late on the sixth day: the board's, which the ombuds may revoke.
    ran const ticked = d.at("07T08", {"tick"});
    CHECK(ticked.out ==
          "case 1: review, open: stage all_of_them of board, 0 of 2 signed, until 2026-06-16T11:00:00Z; waits "
          "for counsel or ombuds\n");
    CHECK(d.at("07T08", {"tick"}).out.empty());
    CHECK(d.at("07T09", {"revoke", "--case", "1", "--person", "eve", "--role", "ombuds"}).out ==
          "case 1: review, refused\n");
    refused(d.at("07T09", {"withdraw", "--case", "1", "--person", "ann"}), "it comes after the end of the case");
    // One that ended can be asked again.
    CHECK(d.open("08T08", "review", surveillance).status == 0);
    CHECK(d.at("08T08", {"withdraw", "--case", "2", "--person", "ann"}).out == "case 2: review, withdrawn\n");
    CHECK(d.at("09T08", {"list"}).out == "case 1: review, refused\ncase 2: review, withdrawn\n");
    CHECK(json::parse(d.at("09T08", {"list", "--format", "json"}).out)["cases"].size() == 2);
    // JSON says why, too.
    ran const r =
        d.at("09T08", {"sign", "--case", "2", "--person", "bob", "--role", "safety_lead", "--format", "json"});
    CHECK(json::parse(r.out)["error"].get<std::string>().find("refused: it comes after the end") == 0);
}

TEST_CASE("case: what a sign-off rests on")
{
    desk const d;
    d.open("01T08", "review", surveillance);
    json other = surveillance;
    other["facts"]["urgent"] = true;  // which the chain does not rest on
    auto const sign_for = [&](json const& request) {
        return d.at("01T09", {"sign", "--case", "1", "--person", "bob", "--role", "safety_lead", "--request",
                              d.request_file(request)});
    };
    json changed = surveillance;
    changed["facts"]["persons"] = 4;
    ran const refused = sign_for(changed);
    CHECK(refused.status == 1);
    CHECK(refused.messages.find("the case is for another request") != std::string::npos);
    CHECK(sign_for(other).status == 0);
    ran const shown = d.at("02T08", {"show", "--case", "1", "--request", d.request_file(changed)});
    CHECK(shown.out.find("case 1: review, void for this request; else open") == 0);
    CHECK(json::parse(d.at("02T08", {"show", "--case", "1", "--format", "json", "--request", d.request_file(changed)})
                          .out)["void"] == true);

    // Another version of the contract.
    desk const later{std::string{text}.replace(std::string{text}.find("version 3"), 9, "version 4")};
    ran const under = run(
        {"case", "sign", later.contract(), "--cases", d.cases(), "--case", "1", "--person", "x", "--role", "counsel"});
    CHECK(under.status == 1);
    CHECK(under.messages.find("the case stands under another version of the contract") != std::string::npos);
    CHECK(run({"case", "list", later.contract(), "--cases", d.cases()})
              .out.find("case 1: review, under another contract: Desk, version 3") == 0);
}

TEST_CASE("case: decisions with what stands in the case file, and a sign-off that is used once")
{
    desk const d;
    auto const decided = [&](json const& request, std::string const& when) {
        ran const r = run({"decide", d.contract(), "--request", d.request_file(request), "--cases", d.cases(), "--at",
                           "2026-06-" + when + ":00:00Z"});
        return json::parse(r.out).value("outcome", r.messages);
    };
    auto const use = [&](json const& request, std::string const& when) {
        return d.at(when, {"use", "--case", "1", "--request", d.request_file(request)});
    };
    d.open("01T08", "single", analysis);
    CHECK(decided(analysis, "01T09") == "paused");
    CHECK(use(analysis, "01T09").messages.find("only a complete sign-off is used") != std::string::npos);
    d.sign("01T10", "bob", "counsel");
    CHECK(decided(analysis, "01T11") == "permitted");
    json urgent = analysis;
    urgent["facts"]["urgent"] = true;
    CHECK(use(urgent, "01T11").messages.find("the case is for another request") != std::string::npos);
    CHECK(use(analysis, "01T12").out == "case 1: single, used\n");
    CHECK(use(analysis, "01T12").messages.find("it comes after the end") != std::string::npos);
    CHECK(decided(analysis, "01T13") == "paused");
    json told = analysis;
    told["signoffs"] = {{"single", "complete"}};
    CHECK(run({"decide", d.contract(), "--request", d.request_file(told), "--cases", d.cases()}).status == 1);
}

TEST_CASE("case: signatures")
{
    desk const d;
    d.open("01T08", "review", surveillance);
    auto const key = [&](std::string const& name) {
        std::string const file = (d.folder().at() / name).string();
        ran const made = run({"case", "keygen", "-o", file});
        REQUIRE(made.status == 0);
        return std::pair{file, json::parse(made.out)["key"].get<std::string>()};
    };
    auto const [bob, bob_public] = key("bob");
    auto const [eve, eve_public] = key("eve");
    CHECK(run({"case", "keygen", "-o", bob}).status == 2);
    auto const permissions = std::filesystem::status(bob).permissions();
    CHECK((permissions & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    std::string const keys = d.folder().file(
        "keys.json",
        json{{"keys",
              {{{"person", "bob"}, {"role", "safety_lead"}, {"key", bob_public}, {"until", "2026-06-02T00:00:00Z"}},
               {{"person", "dot"}, {"role", "counsel"}, {"key", eve_public}}}}}
            .dump());
    auto const sign = [&](std::string const& when, std::string const& person, std::string const& role,
                          std::vector<std::string> more) {
        std::vector<std::string> all{"sign", "--case", "1", "--person", person, "--role", role, "--keys", keys};
        all.insert(all.end(), more.begin(), more.end());
        return d.at(when, all);
    };
    CHECK(sign("01T09", "bob", "safety_lead", {}).messages.find("the act is not signed") != std::string::npos);
    CHECK(sign("01T09", "bob", "safety_lead", {"--key", eve}).messages.find("not by a key of this person") !=
          std::string::npos);
    CHECK(sign("01T09", "cid", "safety_lead", {"--key", bob}).messages.find("no key is listed") != std::string::npos);
    CHECK(sign("02T09", "bob", "safety_lead", {"--key", bob}).messages.find("no longer counted") != std::string::npos);
    CHECK(sign("01T09", "bob", "safety_lead", {"--key", bob}).status == 0);
    CHECK(sign("02T09", "dot", "counsel", {"--key", eve}).status == 0);
    ran const checked = d.at("03T08", {"show", "--case", "1", "--keys", keys});
    CHECK(checked.status == 0);
    CHECK(checked.out.find("signed by bob as safety_lead, stage safety: the signature counts\n") != std::string::npos);
    d.sign("03T08", "eve", "ombuds");
    ran const unsigned_act = d.at("03T08", {"show", "--case", "1", "--keys", keys});
    CHECK(unsigned_act.status == 1);
    CHECK(unsigned_act.out.find("signed by eve as ombuds, stage legal: not signed\n") != std::string::npos);

    std::string const wrong = d.folder().file("wrong.json", R"({"keys": [{"person": "bob", "key": "12"}]})");
    ran const r = d.at("03T08", {"show", "--case", "1", "--keys", wrong});
    CHECK(r.status == 2);
    CHECK(r.messages.find("key 1: expected 64 hexadecimal digits as `key`") != std::string::npos);
}

TEST_CASE("case: used wrongly")
{
    desk const d;
    CHECK(run({"case"}).status == 2);
    CHECK(run({"case", "opne"}).messages.find("did you mean `open`?") != std::string::npos);
    CHECK(d.run({"show", "--case", "1"}).status == 2);  // there is no case file
    CHECK(!std::filesystem::exists(d.cases()));
    d.open("01T08", "review", surveillance);
    CHECK(d.run({"show", "--case", "1", "--at", "yesterday"}).status == 2);
    CHECK(d.run({"show", "--case", "1", "--fromat", "json"}).messages.find("did you mean `--format`?") !=
          std::string::npos);
    CHECK(run({"case", "list", d.contract(), "--cases", d.contract()}).status == 2);
    CHECK(run({"case", "list", d.contract(), "--cases", d.contract()}).messages.find("not a database") !=
          std::string::npos);
}

TEST_CASE("case: what is exported is every case and every event")
{
    desk const d;
    d.open("01T08", "review", surveillance);
    d.sign("01T09", "bob", "safety_lead");
    std::string const out = run({"case", "export", "--cases", d.cases()}).out;
    std::vector<json> lines;
    for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1)
        lines.push_back(json::parse(out.substr(at, out.find('\n', at) - at)));
    REQUIRE(lines.size() == 3);
    CHECK(lines[0]["request"] == surveillance);
    CHECK(lines[2] == json{{"case", 1},
                           {"number", 2},
                           {"event", "signed"},
                           {"at", "2026-06-01T09:00:00Z"},
                           {"person", "bob"},
                           {"role", "safety_lead"},
                           {"chain", "review"},
                           {"stage", "safety"}});
}

TEST_CASE("case: a hundred sign at once")
{
    desk const d;
    d.open("01T08", "crowd", analysis);
    std::vector<pid_t> all;
    for (int i = 0; i < 100; ++i) {
        pid_t const child = fork();
        if (child == 0) {
            int const nowhere = ::open("/dev/null", O_WRONLY);
            dup2(nowhere, 1);
            dup2(nowhere, 2);
            std::string const person = "p" + std::to_string(i / 2);
            execl(REDLINE_COMMAND, "redline", "case", "sign", d.contract().c_str(), "--cases", d.cases().c_str(),
                  "--case", "1", "--person", person.c_str(), "--role", "counsel", "--at", "2026-06-02T08:00:00Z",
                  nullptr);
            _exit(99);
        }
        all.push_back(child);
    }
    int taken = 0, refused = 0;
    for (pid_t const child : all) {
        int status = 0;
        waitpid(child, &status, 0);
        taken += WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 1 : 0;
        refused += WIFEXITED(status) && WEXITSTATUS(status) == 1 ? 1 : 0;
    }
    CHECK(taken == 50);
    CHECK(refused == 50);
    CHECK(d.shown("03T08")["open"]["signatures"] == 50);
    CHECK(d.shown("03T08")["events"].size() == 51);
}
