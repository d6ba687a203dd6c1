// `redline explain`: what it prints of the example contracts, as approved in tests/tools/explained. REDLINE_APPROVE=1 writes
// these files anew; read what changed as those would who sign the contracts.
#include "support/catch.hpp"
#include "tools/command.hpp"

#include <cstdlib>

using namespace redline_test;

namespace {

path approved(std::string const& name) { return source_dir() / "tests/tools/explained" / name; }

void check_approved(std::string const& contract, std::string const& format, std::string const& name)
{
    ran const r = run({"explain", example(contract), "--format", format});
    INFO(contract << "\n" << r.messages);
    CHECK(r.status == 0);
    CHECK(r.messages.empty());
    if (std::getenv("REDLINE_APPROVE") != nullptr) write_file(approved(name), r.out);
    CHECK(r.out == read_file(approved(name)));
}

}  // namespace

TEST_CASE("explain: the example contracts", "[tools]")
{
    check_approved("dispute/agency.redline", "text", "agency.txt");
    check_approved("dispute/vendor.redline", "text", "vendor.txt");
    check_approved("dispute/compromise.md", "text", "compromise.txt");
    check_approved("agreement/2026-02-28.redline", "text", "2026-02-28.txt");
    check_approved("agreement/2026-03-02.redline", "text", "2026-03-02.txt");
    check_approved("usage_policy/llama3_1.redline", "text", "llama3_1.txt");
    check_approved("usage_policy/llama4.redline", "text", "llama4.txt");
    check_approved("dispute/vendor.redline", "markdown", "vendor.md");
}

TEST_CASE("explain: lines of text hold 100 columns, and no space at their ends", "[tools]")
{
    for (path const& file : files_in(approved(""), {".txt"})) {
        std::string const text = read_file(file);
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const end = text.find('\n', at);
            std::string const line = text.substr(at, end - at);
            INFO(file.string() << ": " << line);
            CHECK(line.size() <= 100);
            if (!line.empty()) CHECK(line.back() != ' ');
            at = end + 1;
        }
    }
}

TEST_CASE("explain: as JSON, everything that the text says", "[tools]")
{
    json const e = json::parse(run({"explain", example("dispute/vendor.redline"), "--format", "json"}).out);
    CHECK(e["title"] == "Frontier AI services for the Department");
    CHECK(e["version"] == 2);
    CHECK(e["digest"].get<std::string>().substr(0, 7) == "sha256:");
    CHECK(e["vocabulary"][0]["heading"] == "Parties");
    CHECK(e["vocabulary"][0]["names"][0] == json{{"name", "agency"}, {"meaning", "The Department."}});
    json const& red_lines = e["sections"][1];
    CHECK(red_lines["label"] == "2");
    CHECK(red_lines["title"] == "Red lines");
    json const& weapons = red_lines["terms"][1];
    CHECK(weapons["label"] == "2.2");
    CHECK(weapons["meaning"] ==
          "The use `weapons.autonomous` is prohibited unless the sign-off `exception` has granted a waiver.");
    CHECK(weapons["effects"] ==
          json::array({{{"prohibits", {"exception not asked or refused"}}, {"pauses", {"exception opened"}}}}));
    CHECK(weapons["because"].get<std::string>().find("Today's models") == 0);
    CHECK(e["signoffs"][0]["name"] == "review");
    CHECK(e["signoffs"][0]["steps"].size() == 2);
    CHECK(e["assertions"].size() == 5);
    CHECK(e["table"] == json::parse(run({"table", example("dispute/vendor.redline"), "--format", "json"}).out)["rows"]);
}

TEST_CASE("explain: a contract that is not valid, and calls that are wrong", "[tools]")
{
    ran const wrong = run({"explain", "-"}, "contract \"T\" version 1;\n");
    CHECK(wrong.status == 1);
    CHECK(wrong.out.empty());
    CHECK(wrong.messages.find("RL0501") != std::string::npos);
    CHECK(wrong.messages.find("is not valid, so it is not explained") != std::string::npos);
    CHECK(run({"explain", "-", "--format", "html"}, "").status == 2);
    CHECK(run({"explain"}).status == 2);
}

TEST_CASE("explain: text that Markdown would take for marks is escaped", "[tools]")
{
    std::string const text =
        "contract \"A *B* <C>\" version 1;\nparty p \"`x` | y\";\n1 permit all lawful uses because \"a_b\";\n";
    std::string const out = run({"explain", "-", "--format", "markdown"}, text).out;
    CHECK(out.find("# A \\*B\\* \\<C\\>, version 1\n") == 0);
    CHECK(out.find("- `p`: \\`x\\` \\| y.\n") != std::string::npos);
    CHECK(out.find("> a\\_b\n") != std::string::npos);
}
