// `redline fmt`: in place, by way of standard input, --check, --diff, and what it leaves alone.
#include "support/catch.hpp"
#include "tools/command.hpp"

using namespace redline_test;

namespace {

constexpr char const* loose =
    "contract \"T\" version 1;\nuse   analysis; # what it is for\n\n\n\n1 permit all lawful uses;\n";
constexpr char const* neat =
    "contract \"T\" version 1;\nuse analysis; # what it is for\n\n1  permit all lawful uses;\n";

}  // namespace

TEST_CASE("fmt: writes files in place, and only those that change", "[tools]")
{
    scratch_folder const folder;
    std::string const a = folder.file("a.redline", loose), b = folder.file("b.redline", neat);
    std::filesystem::permissions(a, std::filesystem::perms{0640});
    auto const written = std::filesystem::last_write_time(b);
    ran const r = run({"fmt", a, b});
    CHECK(r.status == 0);
    CHECK(r.out.empty());
    CHECK(r.messages.empty());
    CHECK(read_file(a) == neat);
    CHECK(std::filesystem::status(a).permissions() == std::filesystem::perms{0640});
    CHECK(std::filesystem::last_write_time(b) == written);
    CHECK(files_in(folder.at(), {".redline", ".redline-new"}).size() == 2);
}

TEST_CASE("fmt: a link stays one", "[tools]")
{
    scratch_folder const folder;
    std::string const a = folder.file("a.redline", loose);
    path const link = folder.at() / "link.redline";
    std::filesystem::create_symlink(a, link);
    CHECK(run({"fmt", link.string()}).status == 0);
    CHECK(std::filesystem::is_symlink(link));
    CHECK(read_file(a) == neat);
}

TEST_CASE("fmt: standard input comes out on standard output", "[tools]")
{
    ran const r = run({"fmt", "-"}, loose);
    CHECK(r.status == 0);
    CHECK(r.out == neat);
    CHECK(run({"fmt", "-"}, neat).out == neat);
    CHECK(run({"fmt", "-", "-"}, loose).status == 2);
}

TEST_CASE("fmt: --check lists what would change, and changes nothing", "[tools]")
{
    scratch_folder const folder;
    std::string const a = folder.file("a.redline", loose), b = folder.file("b.redline", neat);
    ran const r = run({"fmt", "--check", a, b});
    CHECK(r.status == 1);
    CHECK(r.out == a + "\n");
    CHECK(read_file(a) == loose);
    CHECK(run({"fmt", "--check", b}).status == 0);
    CHECK(run({"fmt", "--check", b}).out.empty());
    CHECK(run({"fmt", "--check", "-"}, loose).out == "<stdin>\n");
}

TEST_CASE("fmt: --diff shows what would change", "[tools]")
{
    scratch_folder const folder;
    std::string const a = folder.file("a.redline", loose);
    ran const r = run({"fmt", "--diff", a});
    CHECK(r.status == 0);
    CHECK(r.out == "--- " + a + "\n+++ " + a +
                       "\n@@ -1,6 +1,4 @@\n contract \"T\" version 1;\n-use   analysis; # what it is for\n"
                       "+use analysis; # what it is for\n \n-\n-\n-1 permit all lawful uses;\n"
                       "+1  permit all lawful uses;\n");
    CHECK(read_file(a) == loose);
    ran const both = run({"fmt", "--diff", "--check", a});
    CHECK(both.status == 1);
    CHECK(both.out == r.out);
    CHECK(run({"fmt", "--diff", "-"}, neat).out.empty());
    CHECK(run({"fmt", "--diff", "-"}, "contract \"T\" version 1;").out ==
          "--- <stdin>\n+++ <stdin>\n@@ -1 +1 @@\n-contract \"T\" version 1;\n\\ No newline at end of file\n"
          "+contract \"T\" version 1;\n");
}

TEST_CASE("fmt: a text that cannot be read is left as it is, and the others are not", "[tools]")
{
    scratch_folder const folder;
    std::string const wrong = "contract \"T\" version 1;\nuse   analysis\n1 permit all lawful uses;\n";
    std::string const a = folder.file("a.redline", wrong), b = folder.file("b.redline", loose);
    ran const r = run({"fmt", a, b});
    CHECK(r.status == 1);
    CHECK(r.messages.find(a + ":3:1: error RL0201: expected ") == 0);
    CHECK(r.messages.find(a + ": left as it is\n") != std::string::npos);
    CHECK(read_file(a) == wrong);
    CHECK(read_file(b) == neat);
    // Whoever pipes a text through an editor must not lose it.
    CHECK(run({"fmt", "-"}, wrong).out == wrong);
    CHECK(run({"fmt", "--check", "-"}, wrong).out.empty());
    // What is wrong otherwise is no matter.
    CHECK(run({"fmt", "-"}, "contract \"T\" version 1;1 permit what;").status == 0);
}

TEST_CASE("fmt: a file that cannot be read or written", "[tools]")
{
    CHECK(run({"fmt", "/nowhere/at/all.redline"}).status == 2);
    CHECK(run({"fmt"}).status == 2);
}

TEST_CASE("fmt: the diff of long texts leads from one to the other", "[tools]")
{
    // With enough differences that the search for the shortest way gives up.
    scratch_folder const folder;
    std::string text = "contract \"T\" version 1;\n1  permit all lawful uses;\n", after = text;
    for (unsigned i = 0; i != 3000; ++i) {
        std::string const name = "use u" + std::to_string(i);
        text += name + (i % 7 == 0 ? ";\n" : "  ;\n");
        after += name + ";\n";
    }
    std::string const a = folder.file("a.redline", text);
    std::string const diff = folder.file("a.diff", run({"fmt", "--diff", a}).out);
    if (std::system("patch --version >/dev/null 2>&1") != 0) return;
    CHECK(std::system(("patch -s '" + a + "' '" + diff + "'").c_str()) == 0);
    CHECK(read_file(a) == after);
}
