// `redline apply` and `redline amend`, run as users run them.
#include "support/catch.hpp"
#include "tools/command.hpp"

#include <sys/stat.h>

namespace {

using namespace redline_test;

std::string const march = (source_dir() / "examples/amendments/agreement-2026-03-02.md").string();

constexpr std::string_view terms = "contract \"T\" version 1;\nuse u;\n1 permit all lawful uses;  # the baseline\n";
constexpr std::string_view first = "amendment \"A\" to \"T\" version 1 makes 2;\ninsert 2 prohibit u;\n";
constexpr std::string_view second = "amendment \"B\" to \"T\" version 2 makes 3;\nstrike 2;\nstrike 3;\n";

}  // namespace

TEST_CASE("apply prints or writes the consolidated contract", "[tools]")
{
    scratch_folder const folder;
    ran const printed = run({"apply", example("agreement/2026-02-28.redline"), march});
    CHECK(printed.status == 0);
    CHECK(printed.messages.empty());
    std::string const out = (folder.at() / "new.redline").string();
    ran const written = run({"apply", example("agreement/2026-02-28.redline"), march, "-o", out});
    CHECK(written.status == 0);
    CHECK(written.out.empty());
    CHECK(read_file(out) == printed.out);
    CHECK(run({"compare", out, example("agreement/2026-03-02.redline")}).status == 0);
    CHECK(run({"check", out}).status == 0);
}

TEST_CASE("apply reads standard input, and writes in place of its base", "[tools]")
{
    scratch_folder const folder;
    std::string const base = folder.file("base.redline", terms);
    REQUIRE(chmod(base.c_str(), 0640) == 0);
    CHECK(run({"apply", "-", folder.file("first.redline", first)}, terms).out == run({"apply", base, "-"}, first).out);
    CHECK(run({"apply", base, "-", "-o", base}, first).status == 0);
    CHECK(read_file(base) ==
          "contract \"T\" version 2;\nuse u;\n1 permit all lawful uses;  # the baseline\n2 prohibit u;\n");
    struct stat now {};
    REQUIRE(stat(base.c_str(), &now) == 0);
    CHECK((now.st_mode & 07777) == 0640);
    CHECK(run({"apply", "-", "-"}, terms).status == 2);
}

TEST_CASE("what cannot be applied is told at its place, and nothing is written", "[tools]")
{
    scratch_folder const folder;
    std::string const base = folder.file("base.redline", terms);
    std::string const one = folder.file("1.redline", first), two = folder.file("2.redline", second);
    std::string const out = folder.file("out.redline", "as it was\n");
    ran const wrong = run({"apply", base, one, two, "-o", out});
    CHECK(wrong.status == 1);
    CHECK(wrong.out.empty());
    CHECK(wrong.messages.find("2.redline:3:8: error RL1208: there is no term `3`") != std::string::npos);
    CHECK(wrong.messages.find("nothing was written") != std::string::npos);
    CHECK(read_file(out) == "as it was\n");

    ran const order = run({"apply", base, two, one});
    CHECK(order.status == 1);
    CHECK(order.messages.find("2.redline:1:30: error RL1206") != std::string::npos);

    ran const taken = run({"apply", base, folder.file("3.redline", std::string{first} + "insert 1 prohibit u;\n")});
    CHECK(taken.messages.find("3.redline:3:8: error RL1209") != std::string::npos);
    CHECK(taken.messages.find("it is at " + base + ":3:1") != std::string::npos);

    CHECK(run({"apply", base, one, "-o", (folder.at() / "none/out.redline").string()}).status == 2);
    CHECK(run({"apply", base, one, "-o", (folder.at() / "out.md").string()}).status == 2);
    CHECK(run({"apply", base, (folder.at() / "none.redline").string()}).status == 2);
    CHECK(run({"apply", base}).status == 2);
    // Nothing is left behind, whatever happened.
    std::size_t files = 0;
    for ([[maybe_unused]] auto const& f : std::filesystem::directory_iterator{folder.at()}) ++files;
    CHECK(files == 5);
}

TEST_CASE("amend writes what apply takes", "[tools]")
{
    scratch_folder const folder;
    for (std::string const name : {"amendment.redline", "amendment.md"}) {
        std::string const out = (folder.at() / name).string();
        CHECK(run({"amend", example("dispute/vendor.redline"), example("dispute/compromise.md"), "-o", out}).status ==
              0);
        CHECK(run({"check", out}).status == 0);
        std::string const made =
            folder.file("made.redline", run({"apply", example("dispute/vendor.redline"), out}).out);
        CHECK(last_line(run({"compare", made, example("dispute/compromise.md")}).out) == "equivalent");
    }
    ran const exact = run({"amend", example("agreement/2026-02-28.redline"), example("agreement/2026-03-02.redline")});
    CHECK(exact.status == 0);
    CHECK(exact.messages.empty());
    ran const refused = run({"amend", example("dispute/vendor.redline"), example("dispute/agency.redline")});
    CHECK(refused.status == 1);
    CHECK(refused.out.empty());
    CHECK(refused.messages.find("agency.redline:13:60: error RL1214: no amendment can say that version `1`") !=
          std::string::npos);
}

TEST_CASE("check looks at the sentences of an amendment", "[tools]")
{
    scratch_folder const folder;
    ran const good = run({"check", march});
    CHECK(good.status == 0);
    CHECK(good.out.find("looked up when it is applied") != std::string::npos);
    std::string const bad = folder.file("bad.redline", std::string{first} + "3 prohibit u;\nstrike party u;\n");
    ran const wrong = run({"check", bad, "--format", "json"});
    CHECK(wrong.status == 1);
    json const told = json::parse(wrong.out);
    CHECK(told["errors"] == 2);
    CHECK(told["diagnostics"][0]["code"] == "RL1204");
    CHECK(told["diagnostics"][1]["line"] == 4);
}
