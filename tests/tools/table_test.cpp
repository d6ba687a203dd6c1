// `redline table`: rows, gaps, and what a request leaves to ask.
#include "support/catch.hpp"
#include "tools/command.hpp"

#include <set>

using namespace redline_test;

namespace {

constexpr char const* text =
    "redline 1;\ncontract \"One\" version 1;\nparty vendor;\nuse weapons;\nuse weapons.armed;\nuse planning;\nfact "
    "lawful is flag;\n"
    "fact urgent is flag;\nevidence red_team from vendor valid 90 days;\n1 permit all lawful uses;\n"
    "2 prohibit weapons unless urgent;\n3 require red_team for planning;\n";

}  // namespace

TEST_CASE("table: what each use comes down to")
{
    scratch_folder const folder;
    std::string const contract = folder.file("c.redline", text);
    ran const r = run({"table", contract});
    INFO(r.out << r.messages);
    CHECK(r.status == 0);
    CHECK(r.out.find("weapons\n  prohibited  when not lawful\n          or  when not urgent\n  else paused  never\n  "
                     "permitted   when lawful and urgent\n") == 0);
    CHECK(r.out.find("for example: use ") != std::string::npos);

    json const rows = json::parse(run({"table", "-", "--format", "json"}, text).out)["rows"];
    REQUIRE(rows.size() == 3);
    CHECK(rows[0]["uses"] == json::array({"weapons.other", "weapons.armed"}));
    CHECK(rows[0]["permitted"] == json::array({"lawful and urgent"}));
    CHECK(rows[0]["paused"].empty());
    CHECK(rows[1]["uses"] == json::array({"planning"}));
    CHECK(rows[1]["prohibited"] == json::array({"not lawful"}));
    CHECK(!rows[2]["gaps"].empty());
}

TEST_CASE("table: every use of the examples stands in one row")
{
    for (char const* const name : {"dispute/agency.redline", "dispute/vendor.redline", "dispute/compromise.md",
                                   "agreement/2026-03-02.redline", "usage_policy/llama4.redline"}) {
        INFO(name);
        json const rows = json::parse(run({"table", example(name), "--format", "json"}).out)["rows"];
        std::set<std::string> uses;
        std::size_t count = 0;
        for (json const& row : rows) {
            for (json const& use : row["uses"]) uses.insert(std::string{use});
            count += row["uses"].size();
            CHECK(row["permitted"].size() + row["paused"].size() + row["prohibited"].size() != 0);
        }
        CHECK(uses.size() == count);
        CHECK(uses.count("unlisted") == 1);
        CHECK(run({"table", example(name)}).status == 0);
    }
}

TEST_CASE("table: what a request leaves to ask")
{
    scratch_folder const folder;
    std::string const contract = folder.file("c.redline", text);
    std::string const request =
        R"({"use": "planning", "facts": {"lawful": true, "urgent": true}, "evidence": {"red_team": "5 days"}})";
    ran const r = run({"table", contract, "--request", "-"}, request);
    INFO(r.out << r.messages);
    CHECK(r.out.find("known: lawful, urgent\nheld:  red_team aged 5 days\nplanning\n") == 0);
    CHECK(r.out.find("(which it is)") != std::string::npos);
    json const all = json::parse(run({"table", contract, "--request", "-", "--format", "json"}, request).out);
    CHECK(all["known"] == json::array({"lawful", "urgent"}));
    CHECK(all["rows"].size() == 1);
    CHECK(run({"table", contract, "--request", "-"}, "{}").status == 1);
}

TEST_CASE("table: what is not valid, or can't be read")
{
    CHECK(run({"table", "-"}, "redline 1;").status == 1);
    CHECK(run({"table", "/no/such/file"}).status == 2);
    CHECK(run({"table"}).status == 2);
}
