// `redline compare` on what terms change and with a base, `redline conform`, `redline statements`; and what the examples come
// to, kept in tests/tools/expected. With REDLINE_UPDATE_EXPECTED set, what they come to now is written there.
#include "support/catch.hpp"
#include "tools/command.hpp"

#include <cstdlib>

using namespace redline_test;

namespace {

constexpr char const* head = "redline 1;\ncontract \"One\" version 1;\nparty vendor;\nuse weapons;\nuse planning;\n"
                             "fact urgent is flag;\nfact lawful is flag;\nevidence red_team from vendor;\n"
                             "1 permit all lawful uses;\n";

json as_json(std::vector<std::string> arguments, int status)
{
    arguments.insert(arguments.end(), {"--format", "json"});
    ran const r = run(arguments);
    INFO(r.out << r.messages);
    CHECK(r.status == status);
    return json::parse(r.out);
}

/// What a call prints in the folder of the examples, and its exit status.
struct kept_call {
    char const* file;
    std::vector<std::string> arguments;
    int status;
};

std::string in_examples(std::vector<std::string> const& arguments, int& status)
{
    std::filesystem::path const here = std::filesystem::current_path();
    std::filesystem::current_path(source_dir() / "examples/contracts");
    ran const r = run(arguments);
    std::filesystem::current_path(here);
    CHECK(r.messages.empty());
    status = r.status;
    return r.out;
}

}  // namespace

TEST_CASE("compare: what each changed term does, and which terms a change is due to")
{
    scratch_folder const folder;
    std::string const before =
        folder.file("before.redline",
                    std::string{head} + "2 prohibit weapons;\n3 prohibit weapons when urgent;\n4 prohibit planning;\n");
    std::string const after = folder.file(
        "after.redline", std::string{head} + "5 prohibit planning unless red_team;\n6 prohibit planning;\n");
    ran const r = run({"compare", before, after});
    INFO(r.out << r.messages);
    CHECK(r.status == 4);
    CHECK(r.out.find("  due to: 2 (struck), 3 (struck)\n") != std::string::npos);
    CHECK(r.out.find("  2 struck: prohibit weapons\n    weapons: prohibited -> permitted, all of these\n"
                     "      in part together with 3 (struck)\n") != std::string::npos);
    CHECK(r.out.find(
              "  3 struck: prohibit weapons when urgent\n    weapons: prohibited -> permitted, of these when urgent\n"
              "      together with 2 (struck)\n") != std::string::npos);
    CHECK(r.out.find("  5 added: prohibit planning unless red_team\n    changes no outcome\n") != std::string::npos);
    CHECK(r.out.find("renumbered, with nothing else changed: 4 -> 6\n") != std::string::npos);

    json const all = as_json({"compare", before, after}, 4);
    CHECK(all["terms_complete"] == true);
    CHECK(all["notices"].empty());
    REQUIRE(all["changes"].size() == 1);
    CHECK(all["changes"][0]["terms"] ==
          json::parse(R"([{"label": "2", "change": "struck"}, {"label": "3", "change": "struck"}])"));
    REQUIRE(all["terms"].size() == 4);
    json const& second = all["terms"][1];
    CHECK(second["label"] == "3");
    CHECK(second["change"] == "struck");
    CHECK(second["before"] == "prohibit weapons when urgent");
    CHECK(!second.contains("after"));
    CHECK(second["effect"] == "wider");
    REQUIRE(second["changes"].size() == 1);
    json const& one = second["changes"][0];
    CHECK(one["of_these_when"] == json::array({"urgent"}));
    CHECK(one["by_itself"] == "never");
    CHECK(one["with"] == json::parse(R"([{"label": "2", "change": "struck"}])"));
    CHECK(decided(before, one["witness"]) == "prohibited");
    CHECK(decided(after, one["witness"]) == "permitted");
    CHECK(all["terms"][3]["label_before"] == "4");
    CHECK(all["terms"][3]["effect"] == "none");
}

TEST_CASE("compare: of the examples, decide gives each term's witness the outcomes that it is a witness of")
{
    std::size_t witnesses = 0;
    for (auto const& [was, is, status] :
         {std::tuple{"dispute/agency.redline", "dispute/compromise.md", 3},
          std::tuple{"dispute/vendor.redline", "dispute/compromise.md", 5},
          std::tuple{"usage_policy/llama3_1.redline", "usage_policy/llama4.redline", 5}}) {
        std::vector<json> before, after;
        std::vector<std::string> from, to;
        json const all = as_json({"compare", example(was), example(is)}, status);
        CHECK(all["terms_complete"] == true);
        for (json const& t : all["terms"])
            for (json const& c : t["changes"]) {
                after.push_back(c["witness"]);
                before.push_back(c.value("witness_before", c["witness"]));
                from.push_back(c["from"]);
                to.push_back(c["to"]);
            }
        for (json const& c : all["changes"]) CHECK(!c["terms"].empty());
        CHECK(all_decided(example(was), before) == from);
        CHECK(all_decided(example(is), after) == to);
        witnesses += before.size();
    }
    CHECK(witnesses > 100);
}

TEST_CASE("compare: the notice that continuity asks for")
{
    scratch_folder const folder;
    std::string const promise = "4 continuity planning notice 90 days;\n";
    std::string const before = folder.file("before.redline", head + promise);
    std::string const undated = folder.file("undated.redline", head + promise + "5 prohibit planning when urgent;\n");
    std::string text = read_file(undated);
    text.insert(text.find("version 1") + 9, " effective from 2026-04-01");
    std::string const dated = folder.file("dated.redline", text);
    CHECK(
        run({"compare", before, undated})
            .out.find("continuity 4: narrowing planning owes 90 days notice; the draft does not say from when it is in "
                      "effect\n") != std::string::npos);
    CHECK(run({"compare", before, dated})
              .out.find("continuity 4: narrowing planning owes 90 days notice, by 2026-01-01, counted back from "
                        "2026-04-01\n") != std::string::npos);
    json const all = as_json({"compare", before, dated}, 3);
    CHECK(all["notices"] == json::parse(R"([{"term": "4", "uses": ["planning"], "notice": "90 days",
                                             "effective_from": "2026-04-01", "last_day": "2026-01-01"}])"));
}

TEST_CASE("compare: two drafts of a base")
{
    scratch_folder const folder;
    std::string const base = folder.file("base.redline", std::string{head} + "2 prohibit planning when urgent;\n");
    std::string const theirs = folder.file(
        "theirs.redline", std::string{head} + "3 prohibit weapons;\n5 prohibit planning when not urgent;\n");
    std::string const ours = folder.file("ours.redline", std::string{head} + "3 require red_team for weapons;\n");
    ran const r = run({"compare", "--base", base, theirs, ours});
    INFO(r.out << r.messages);
    CHECK(r.status == 5);
    CHECK(last_line(r.out) == "conflict");
    CHECK(r.out.find(
              "in conflict:\n  weapons: base permitted, theirs prohibited, ours paused when lawful and red_team not "
              "held\n    for example: ") == 0);
    CHECK(r.out.find("both change alike:\n  planning: prohibited -> permitted when urgent and lawful\n") !=
          std::string::npos);
    CHECK(r.out.find("theirs alone changes:\n") != std::string::npos);
    CHECK(r.out.find("ours alone changes:") == std::string::npos);
    CHECK(r.out.find("  2 struck by both: 2 prohibit planning when urgent\n") != std::string::npos);
    CHECK(r.out.find(
              "  3 each otherwise\n    base   nothing\n    theirs 3 prohibit weapons\n    ours   3 require red_team "
              "for weapons\n") != std::string::npos);
    CHECK(
        r.out.find("  5 added by theirs: 5 prohibit planning when not urgent\n  1 other is as in the base in both\n") !=
        std::string::npos);

    json const all = as_json({"compare", theirs, ours, "--base", base}, 5);
    CHECK(all["conflict"] == true);
    CHECK(all["kept"] == 1);
    for (json const& c : all["changes"]) {
        CHECK(decided(base, c.value("witness_base", c["witness"])) == c["base"]);
        CHECK(decided(theirs, c.value("witness_theirs", c["witness"])) == c["theirs"]);
        CHECK(decided(ours, c["witness"]) == c["ours"]);
    }
    ran const none = run({"compare", "--base", base, theirs, base});
    CHECK(none.status == 0);
    CHECK(last_line(none.out) == "no conflict");
    CHECK(run({"compare", "--base", base, theirs, theirs}).status == 0);
    CHECK(run({"compare", "--base", base, base, base}).out == "no conflict\n");

    std::string const other = folder.file("other.redline",
                                          "contract \"One\" version 1;\nuse weapons;\nfact urgent is count;\n"
                                          "1 permit all lawful uses;\n");
    ran const unlike = run({"compare", "--base", base, theirs, other});
    CHECK(unlike.status == 1);
    CHECK(unlike.out.empty());
    CHECK(unlike.messages.find("base and ours: the fact `urgent`") != std::string::npos);
    CHECK(run({"compare", "--base", base, theirs}).status == 2);
}

TEST_CASE("compare: two drafts that have others sign and attest")
{
    scratch_folder const folder;
    auto const draft = [&](char const* name, std::string const& who) {
        return folder.file(name,
                           "contract \"One\" version 1;\nparty vendor;\nrole counsel of vendor; role lead of vendor;\n"
                           "role desk of vendor;\nuse planning;\nfact lawful is flag from " +
                               who + ";\nsignoff review { stage first: " + who +
                               "; }\n1 permit all lawful uses;\n2 require signed by review for planning;\n");
    };
    std::string const base = draft("base.redline", "counsel"), theirs = draft("theirs.redline", "lead"),
                      ours = draft("ours.redline", "desk");
    ran const r = run({"compare", "--base", base, theirs, ours});
    INFO(r.out << r.messages);
    CHECK(r.status == 5);
    CHECK(r.out ==
          "in conflict:\n  sign-off review: other persons can complete it in each\n  fact lawful: others attest it "
          "in each\nconflict\n");
    CHECK(as_json({"compare", "--base", base, theirs, ours}, 5)["names"].size() == 2);
    CHECK(run({"compare", "--base", base, theirs, base}).status == 0);
    CHECK(run({"compare", "--base", base, theirs, theirs}).status == 0);
}

TEST_CASE("conform: contracts against a doctrine")
{
    ran const r = run({"conform", example("dispute/agency.redline"), example("dispute/compromise.md"),
                       example("dispute/vendor.redline")});
    INFO(r.out << r.messages);
    CHECK(r.status == 4);
    CHECK(last_line(r.out) == "1 of 2 contracts conform");
    CHECK(run({"conform", example("dispute/agency.redline"), example("dispute/compromise.md")}).status == 0);
    json const all = as_json({"conform", example("dispute/agency.redline"), example("dispute/compromise.md"),
                              example("dispute/vendor.redline")},
                             4);
    CHECK(all["conform"] == false);
    CHECK(all["doctrine"]["version"] == 1);
    REQUIRE(all["contracts"].size() == 2);
    CHECK(all["contracts"][0]["conforms"] == true);
    CHECK(!all["contracts"][0].contains("changes"));
    CHECK(all["contracts"][1]["conforms"] == false);
    CHECK(all["contracts"][1]["verdict"] == "incomparable");
    REQUIRE(!all["contracts"][1]["changes"].empty());
    for (json const& c : all["contracts"][1]["changes"]) {
        CHECK(decided(example("dispute/agency.redline"), c.value("witness_before", c["witness"])) == c["from"]);
        CHECK(decided(example("dispute/vendor.redline"), c["witness"]) == c["to"]);
        CHECK(c["from"] != "permitted");
    }
}

TEST_CASE("conform: what cannot be said is no conformity, and who signs and attests counts")
{
    scratch_folder const folder;
    std::string const doctrine = folder.file("doctrine.redline", head);
    std::string const wrong = folder.file("wrong.redline", std::string{head} + "2 prohibit weapon;\n");
    std::string const unlike = folder.file("unlike.redline",
                                           "contract \"One\" version 1;\nuse weapons;\nfact urgent is count;\n"
                                           "1 permit nothing else;\n");
    ran r = run({"conform", doctrine, doctrine, wrong, unlike});
    INFO(r.out << r.messages);
    CHECK(r.status == 1);
    CHECK(r.out.find("conforms          equivalent") != std::string::npos);
    CHECK(r.out.find("not known         it is not valid") != std::string::npos);
    CHECK(r.out.find("not known         the fact `urgent`") != std::string::npos);
    CHECK(last_line(r.out) == "1 of 3 contracts conform");
    json const all = as_json({"conform", doctrine, unlike}, 1);
    CHECK(all["conform"] == false);
    CHECK(all["contracts"][0].contains("error"));
    CHECK(run({"conform", wrong, doctrine}).status == 1);
    CHECK(run({"conform", doctrine}).status == 2);

    auto const signed_by = [&](char const* name, std::string const& quorum, std::string const& from) {
        return folder.file(name,
                           "contract \"Two\" version 1;\nparty vendor;\nrole counsel of vendor; role lead of vendor;\n"
                           "use planning;\nfact lawful is flag" +
                               from + ";\nsignoff review { stage first: " + quorum +
                               "; }\n1 permit all lawful uses;\n2 require signed by review for planning;\n");
    };
    std::string const strict = signed_by("strict.redline", "all of counsel, lead", " from counsel");
    std::string const loose = signed_by("loose.redline", "any of counsel, lead", " from counsel");
    std::string const unattested = signed_by("unattested.redline", "all of counsel, lead", "");
    CHECK(run({"conform", loose, strict}).status == 0);
    r = run({"conform", strict, loose, unattested});
    INFO(r.out);
    CHECK(r.status == 4);
    CHECK(r.out.find("sign-off review: wider\n  can complete it now, and could not before:\n") != std::string::npos);
    CHECK(r.out.find("  fact lawful changed (wider): is flag from counsel -> is flag\n") != std::string::npos);
    CHECK(last_line(r.out) == "0 of 2 contracts conform");
}

TEST_CASE("statements: one a line, whatever the layout, and nothing is hidden")
{
    scratch_folder const folder;
    std::string const one =
        "contract \"One\" version 1; use a;\n# comment\n1 permit all lawful uses; 2 prohibit a when (lawful) "
        "unless not lawful;\nsignoff review {stage x:y;valid once;} scenario \"s\" {given use a;}";
    std::string const lines =
        "contract \"One\" version 1;\nuse a;\n1 permit all lawful uses;\n2 prohibit a when (lawful) "
        "unless not lawful;\nsignoff review {\n  stage x: y;\n  valid once;\n}\nscenario \"s\" {\n  "
        "given use a;\n}\n";
    CHECK(run({"statements", folder.file("one.redline", one)}).out == lines);
    CHECK(run({"statements", folder.file("lines.redline", lines)}).out == lines);
    CHECK(run({"statements", folder.file("prose.md", "Prose\n\n```redline\n" + one + "\n```\nMore\n")}).out == lines);
    std::string const wrong = "contract \"One version 1;\n   use ? a;\n";
    CHECK(run({"statements", folder.file("wrong.redline", wrong)}).out == wrong);
    CHECK(run({"statements", folder.file("empty.redline", "")}).out.empty());
    CHECK(run({"statements", (folder.at() / "missing").string()}).status == 2);
    // The very same contract, as its digest says.
    std::string const example_text = run({"statements", example("dispute/compromise.md")}).out;
    ran const same = run({"compare", example("dispute/compromise.md"), folder.file("again.redline", example_text)});
    CHECK(same.out == "equivalent\n");
}

TEST_CASE("what the examples come to is what is kept")
{
    kept_call const calls[] = {
        {"agency-vendor.txt", {"compare", "dispute/agency.redline", "dispute/vendor.redline"}, 5},
        {"agency-compromise.txt", {"compare", "dispute/agency.redline", "dispute/compromise.md"}, 3},
        {"vendor-compromise.txt", {"compare", "dispute/vendor.redline", "dispute/compromise.md"}, 5},
        {"agreement.txt", {"compare", "agreement/2026-02-28.redline", "agreement/2026-03-02.redline"}, 3},
        {"usage-policy.txt", {"compare", "usage_policy/llama3_1.redline", "usage_policy/llama4.redline"}, 5},
        {"three-ways.txt",
         {"compare", "--base", "dispute/agency.redline", "dispute/vendor.redline", "dispute/compromise.md"},
         5},
        {"conform-agency.txt",
         {"conform", "dispute/agency.redline", "dispute/compromise.md", "dispute/vendor.redline"},
         4},
        {"conform-agreement.txt", {"conform", "agreement/2026-02-28.redline", "agreement/2026-03-02.redline"}, 0},
        {"conform-usage-policy.txt", {"conform", "usage_policy/llama3_1.redline", "usage_policy/llama4.redline"}, 4},
    };
    for (kept_call const& c : calls) {
        int status = -1;
        std::string const out = in_examples(c.arguments, status);
        INFO(c.file);
        CHECK(status == c.status);
        path const at = source_dir() / "tests/tools/expected" / c.file;
        if (std::getenv("REDLINE_UPDATE_EXPECTED") != nullptr) write_file(at, out);
        CHECK(out == read_file(at));
    }
}
