// Imports and templates on the command line: where files are looked for, and in which file findings are shown.
#include "support/catch.hpp"
#include "tools/command.hpp"

using namespace redline_test;

namespace {

constexpr char const* doctrine = "contract \"Doctrine\" version 1;\nparty vendor;\nuse weapons;\n"
                                 "template gate(kinds) {\n  fact checked is flag;\n  evidence results from vendor;\n"
                                 "  1 require results for kinds;\n  2 prohibit kinds unless checked;\n}\n";
constexpr char const* contract =
    "contract \"One\" version 1;\nimport \"doctrine.redline\";\n"
    "1 permit all lawful uses;\n5 apply gate(weapons);\n"
    "scenario \"s\" { given use weapons, lawful, 5/checked, 5/results; expect permitted; }\n";

std::string replaced(std::string text, std::string const& what, std::string const& by)
{
    return text.replace(text.find(what), what.size(), by);
}

}  // namespace

TEST_CASE("imports are found beside the contract, or on the import path")
{
    scratch_folder const folder, library;
    std::string const file = folder.file("one.redline", contract);
    library.file("doctrine.redline", doctrine);
    CHECK(run({"check", file}).status == 1);
    ran const found = run({"check", "--import-path", library.at().string(), file});
    CHECK(found.status == 0);
    CHECK(found.messages.find("error") == std::string::npos);
    CHECK(run({"test", file, "--import-path", folder.at().string(), "--import-path", library.at().string()}).status ==
          0);
    folder.file("doctrine.redline", doctrine);
    CHECK(run({"check", file}).status == 0);
}

TEST_CASE("findings stand in their own files, with the application")
{
    scratch_folder const folder;
    std::string const imported =
        folder.file("doctrine.redline", replaced(doctrine, "unless checked", "unless chekced"));
    std::string const file = folder.file("one.redline", contract);
    ran const shown = run({"check", file});
    CHECK(shown.status == 1);
    CHECK(shown.messages.find(imported + ":8:27: error RL0301") != std::string::npos);
    CHECK(shown.messages.find("  2 prohibit kinds unless chekced;") != std::string::npos);
    CHECK(shown.messages.find(file + ":4:1: note: the template is applied here") != std::string::npos);

    json const all = json::parse(run({"check", file, "--format", "json"}).out);
    json const& d = all["diagnostics"][0];
    CHECK(d["file"] == imported);
    CHECK(d["line"] == 8);
    CHECK(d["applied"]["file"] == file);
    CHECK(d["applied"]["line"] == 4);

    json const sarif = json::parse(run({"check", file, "--format", "sarif"}).out);
    json const& r = sarif["runs"][0]["results"][0];
    CHECK(r["locations"][0]["physicalLocation"]["region"]["startLine"] == 8);
    CHECK(r["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 4);

    std::string const github = run({"check", file, "--format", "github"}).out;
    CHECK(github.find("file=" + imported) != std::string::npos);
    CHECK(github.find("the template is applied here: " + file + ":4") != std::string::npos);

    // An imported file is not mended behind its reader's back.
    CHECK(run({"check", file, "--fix"}).status == 1);
    CHECK(read_file(imported).find("chekced") != std::string::npos);
}

TEST_CASE("two places in two files are both shown")
{
    scratch_folder const folder;
    std::string const imported = folder.file("doctrine.redline", doctrine);
    std::string const file = folder.file("one.redline", replaced(contract, "1 permit", "party vendor;\n1 permit"));
    std::string const shown = run({"check", file}).messages;
    CHECK(shown.find(file + ":3:7: error RL0303") != std::string::npos);
    CHECK(shown.find(imported + ":2:7: note: first declared here") != std::string::npos);
}

TEST_CASE("requests and decisions call local names behind their label")
{
    scratch_folder const folder;
    folder.file("doctrine.redline", doctrine);
    std::string const file = folder.file("one.redline", contract);
    ran const paused =
        run({"decide", file, "--request", "-"}, R"({"use": "weapons", "facts": {"lawful": true, "5/checked": true}})");
    CHECK(paused.status == 3);
    json const d = json::parse(paused.out);
    CHECK(d["by"] == json::array({"5.1"}));
    CHECK(d["pending"]["evidence"] == json::array({"5/results"}));
    CHECK(
        run({"decide", file, "--request", "-"},
            R"({"use": "weapons", "facts": {"lawful": true, "5/checked": true}, "evidence": {"5/results": "1 days"}})")
            .status == 0);
    CHECK(run({"decide", file, "--request", "-"}, R"({"use": "weapons", "facts": {"checked": true}})").status == 1);
    ran const how = run({"how", file, "--request", "-", "--format", "json"}, R"({"use": "weapons"})");
    CHECK(how.status == 0);
    CHECK(json::parse(how.out)["ways"][0]["evidence"] == json::array({"5/results"}));
    CHECK(run({"table", file}).out.find("5/checked") != std::string::npos);
    // Two contracts whose templates are applied alike are compared by these names.
    std::string const other = folder.file("two.redline", replaced(contract, "5 apply gate(weapons);",
                                                                  "5 apply gate(weapons);\n"
                                                                  "6 prohibit weapons when not 5/checked;"));
    CHECK(run({"compare", file, other}).status == 0);
}

TEST_CASE("a test of a scenario that differs is shown in the contract")
{
    scratch_folder const folder;
    folder.file("doctrine.redline", doctrine);
    std::string const file = folder.file("one.redline", replaced(contract, "expect permitted", "expect paused") +
                                                            "assert never permitted for weapons;\n");
    ran const tested = run({"test", file});
    CHECK(tested.status == 1);
    CHECK(tested.out.find(file + ":5:") != std::string::npos);
    CHECK(tested.out.find(file + ":6:1: error RL0704") != std::string::npos);
    CHECK(tested.out.find("BROKEN  assert never permitted for weapons") != std::string::npos);
}

TEST_CASE("files outside of the folders that may be read are refused")
{
    scratch_folder const folder;
    std::filesystem::create_directories(folder.at() / "contracts");
    folder.file("doctrine.redline", doctrine);
    std::string const file = folder.file("contracts/one.redline", replaced(contract, "doctrine", "../doctrine"));
    ran const refused = run({"check", file});
    CHECK(refused.status == 1);
    CHECK(refused.messages.find("RL1001") != std::string::npos);
    CHECK(run({"check", file, "--import-path", folder.at().string()}).status == 0);
}
