// `redline compare`: verdicts, witnesses that `decide` confirms, and what is refused.
#include "support/catch.hpp"
#include "tools/command.hpp"

using namespace redline_test;

namespace {

struct pair_of_examples {
    char const* before;
    char const* after;
    int status;
    char const* verdict;
};
constexpr pair_of_examples pairs[] = {
    {"dispute/agency.redline", "dispute/vendor.redline", 5, "incomparable"},
    {"dispute/agency.redline", "dispute/compromise.md", 3, "narrower"},
    {"dispute/vendor.redline", "dispute/compromise.md", 5, "incomparable"},
    {"agreement/2026-02-28.redline", "agreement/2026-03-02.redline", 3, "narrower"},
    {"agreement/2026-03-02.redline", "agreement/2026-02-28.redline", 4, "wider"},
    {"usage_policy/llama3_1.redline", "usage_policy/llama4.redline", 5, "incomparable"},
};

json compared(std::string const& before, std::string const& after)
{
    return json::parse(run({"compare", before, after, "--format", "json"}).out);
}

constexpr char const* head = "redline 1;\ncontract \"One\" version 1;\nparty vendor;\nfact lawful is flag;\n";

}  // namespace

TEST_CASE("compare: the verdict is the last line, and the exit status")
{
    for (pair_of_examples const& p : pairs) {
        INFO(p.before << " -> " << p.after);
        ran const text = run({"compare", example(p.before), example(p.after)});
        CHECK(text.status == p.status);
        CHECK(last_line(text.out) == p.verdict);
        CHECK(text.messages.empty());
        ran const as_json = run({"compare", example(p.before), example(p.after), "--format", "json"});
        CHECK(as_json.status == p.status);
        json const all = json::parse(as_json.out);
        CHECK(all["verdict"] == p.verdict);
        CHECK(all["complete"] == true);
        CHECK(!all["changes"].empty());
    }
}

TEST_CASE("compare: decide gives each witness the outcomes that it is a witness of")
{
    std::size_t witnesses = 0;
    for (pair_of_examples const& p : pairs) {
        INFO(p.before << " -> " << p.after);
        std::vector<json> before, after;
        std::vector<std::string> from, to;
        json const all = compared(example(p.before), example(p.after));
        for (json const& c : all["changes"]) {
            after.push_back(c["witness"]);
            before.push_back(c.value("witness_before", c["witness"]));
            from.push_back(c["from"]);
            to.push_back(c["to"]);
            CHECK(!c["when"].empty());
        }
        CHECK(all_decided(example(p.before), before) == from);
        CHECK(all_decided(example(p.after), after) == to);
        witnesses += before.size();
    }
    CHECK(witnesses > 100);
}

TEST_CASE("compare: an example can be pasted into a scenario of the new contract")
{
    std::string const after = read_file(example("agreement/2026-03-02.redline"));
    std::string const text =
        run({"compare", example("agreement/2026-02-28.redline"), example("agreement/2026-03-02.redline")}).out;
    std::string const begin = "  for example: ";
    std::string scenarios = after;
    std::size_t count = 0;
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
        std::size_t const from = at + begin.size();
        // Everything that changed there came to be prohibited.
        scenarios += "\nscenario \"pasted " + std::to_string(count++) + "\" {\n  given " +
                     text.substr(from, text.find('\n', from) - from) + ";\n  expect prohibited;\n}\n";
    }
    CHECK(count > 5);
    scratch_folder const folder;
    ran const tested = run({"test", folder.file("pasted.redline", scenarios)});
    INFO(tested.out << tested.messages);
    CHECK(tested.status == 0);
}

TEST_CASE("compare: a contract and itself are equivalent, and one may come from standard input")
{
    for (pair_of_examples const& p : pairs) {
        ran const same = run({"compare", example(p.before), example(p.before)});
        CHECK(same.status == 0);
        CHECK(same.out == "equivalent\n");
    }
    std::string const vendor = example("dispute/vendor.redline");
    CHECK(run({"compare", vendor, "-"}, read_file(vendor)).out == "equivalent\n");
    CHECK(run({"compare", "-", vendor}, read_file(vendor)).status == 0);
    json const all = compared(vendor, vendor);
    CHECK(all["changes"].empty());
    CHECK(all["differences"].empty());
    CHECK(all["chains"].empty());
}

TEST_CASE("compare: uses under the same conditions stand on one line")
{
    scratch_folder const folder;
    std::string const uses =
        std::string{head} +
        "use weapons;\nuse weapons.armed;\nuse planning;\nfact urgent is flag;\n1 permit all lawful uses;\n";
    std::string const before = folder.file("before.redline", uses + "2 prohibit weapons;\n");
    std::string const after = folder.file("after.redline", uses + "2 prohibit weapons unless urgent;\n");
    ran const r = run({"compare", before, after});
    INFO(r.out << r.messages);
    CHECK(r.status == 4);
    CHECK(r.out.find("weapons: prohibited -> permitted when lawful and urgent\n  for example: use weapons.other, ") ==
          0);
    CHECK(last_line(r.out) == "wider");
    json const all = compared(before, after);
    REQUIRE(all["changes"].size() == 2);
    CHECK(all["changes"][0]["when"] == json::array({"lawful and urgent"}));
    CHECK(all["changes"][0]["witness"]["facts"]["urgent"] == true);
}

TEST_CASE("compare: who can sign")
{
    scratch_folder const folder;
    std::string const text =
        std::string{head} +
        "use planning;\nrole counsel of vendor;\nrole lead of vendor;\nsignoff review {\n  stage first: ";
    std::string const behind = ";\n}\n1 permit all lawful uses;\n2 require signed by review for planning;\n";
    std::string const before = folder.file("before.redline", text + "counsel" + behind);
    std::string const after = folder.file("after.redline", text + "lead" + behind);
    ran const r = run({"compare", before, after});
    INFO(r.out << r.messages);
    CHECK(r.status == 5);
    CHECK(r.out.find("sign-off review: incomparable\n") == 0);
    CHECK(r.out.find("person 1 signs as `lead` in stage `first` of `review`") != std::string::npos);
    json const all = compared(before, after);
    REQUIRE(all["chains"].size() == 1);
    CHECK(all["chains"][0]["narrower"]["steps"][0]["role"] == "counsel");
}

TEST_CASE("compare: where there is no verdict, none is printed")
{
    scratch_folder const folder;
    std::string const before =
        folder.file("before.redline", std::string{head} + "fact f is flag;\n1 permit all lawful uses;\n");
    std::string const after =
        folder.file("after.redline", std::string{head} + "fact f is count;\n1 permit all lawful uses;\n");
    std::string const wrong = folder.file("wrong.redline", std::string{head} + "1 permit nothing at all;\n");

    ran r = run({"compare", before, after});
    CHECK(r.status == 1);
    CHECK(r.out.empty());
    CHECK(r.messages.find("the fact `f` is declared as `flag` before and as `count` after") != std::string::npos);
    r = run({"compare", before, after, "--format", "json"});
    CHECK(r.status == 1);
    CHECK(json::parse(r.out).contains("error"));
    CHECK(!json::parse(r.out).contains("verdict"));

    r = run({"compare", before, wrong});
    CHECK(r.status == 1);
    CHECK(r.out.empty());
    CHECK(r.messages.find("is not valid") != std::string::npos);

    CHECK(run({"compare", before, (folder.at() / "missing").string()}).status == 2);
    CHECK(run({"compare", before}).status == 2);
    CHECK(run({"compare", "-", "-"}).status == 2);
    CHECK(run({"compare", before, after, "--format", "xml"}).status == 2);
}
