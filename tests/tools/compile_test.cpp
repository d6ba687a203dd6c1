// `redline compile`: the header it writes and when, the list of files, and what it refuses.
#include "support/catch.hpp"
#include "tools/command.hpp"

#include <set>

using namespace redline_test;

namespace {

constexpr char const* text = "contract \"One\" version 1;\nuse planning;\n1 permit all lawful uses;\n";

std::size_t files_in_folder(path const& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder}, {}));
}

bool says(std::string const& all, std::string_view part) { return all.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("compile: a header, the same every time and from everywhere")
{
    scratch_folder const folder, other;
    std::string const contract = folder.file("one.redline", text);
    std::string const header = (folder.at() / "one.hpp").string();
    ran const r = run({"compile", contract, "-o", header});
    INFO(r.messages);
    CHECK(r.status == 0);
    CHECK(r.out.empty());
    std::string const made = read_file(header);
    CHECK(made.find("// Made by redline ") == 0);
    CHECK(says(made, " from one.redline. "));
    CHECK(says(made, "generated_contract<one_contract::data> one{};"));
    CHECK(!says(made, folder.at().string()));
    CHECK(run({"compile", other.file("one.redline", text), "-o", "-"}).out == made);
    // Nothing else is left there.
    CHECK(files_in_folder(folder.at()) == 2);
}

TEST_CASE("compile: names, from the file or given")
{
    scratch_folder const folder;
    std::string const contract = folder.file("my-terms.redline", text);
    CHECK(says(run({"compile", contract, "-o", "-"}).out, "> my_terms{};"));
    ran const given = run({"compile", contract, "-o", "-", "--name", "acme::law::terms"});
    CHECK(says(given.out, "namespace acme {\nnamespace law {\nnamespace terms_contract {\n"));
    ran const keyword = run({"compile", contract, "-o", "-", "--name", "acme::class"});
    CHECK(keyword.status == 2);
    CHECK(says(keyword.messages,
               "`acme::class` cannot be the name of the contract in C++: `class` is a keyword of C++\n"));
    ran const digit = run({"compile", folder.file("2026.redline", text), "-o", "-"});
    CHECK(digit.status == 2);
    CHECK(says(digit.messages, "a name begins with a letter, not with a digit; give it another with `--name`"));
    CHECK(run({"compile", "-", "-o", "-"}, text).status == 2);
    CHECK(run({"compile", "-", "-o", "-", "--name", "a"}, text).status == 0);
}

TEST_CASE("compile: a header that stays the same is not written")
{
    scratch_folder const folder;
    std::string const contract = folder.file("one.redline", text);
    std::string const header = (folder.at() / "one.hpp").string();
    REQUIRE(run({"compile", contract, "-o", header}).status == 0);
    auto const before = std::filesystem::last_write_time(header) - std::chrono::hours{1};
    std::filesystem::last_write_time(header, before);
    folder.file("one.redline", std::string{text} + "# a comment\n");
    CHECK(run({"compile", contract, "-o", header}).status == 0);
    CHECK(std::filesystem::last_write_time(header) == before);
    folder.file("one.redline", std::string{text} + "2 prohibit planning;\n");
    CHECK(run({"compile", contract, "-o", header}).status == 0);
    CHECK(std::filesystem::last_write_time(header) != before);
}

TEST_CASE("compile: a contract with errors leaves the header alone, and speaks as compilers do")
{
    scratch_folder const folder;
    std::string const contract = folder.file("one.redline", std::string{text} + "2 prohibit plannig;\n");
    std::string const header = folder.file("one.hpp", "as it was");
    ran const r = run({"compile", contract, "-o", header, "--depfile", (folder.at() / "one.d").string()});
    CHECK(r.status == 1);
    CHECK(r.messages.find(contract + ":4:12: error: `plannig` is not declared; expected a use [RL0301]\n") == 0);
    CHECK(read_file(header) == "as it was");
    CHECK(files_in_folder(folder.at()) == 2);
    // Warnings are shown, and no reason not to write.
    ran const warned = run({"compile", "-", "-o", "-", "--name", "a"}, std::string{text} + "party unheard_of;\n");
    CHECK(warned.status == 0);
    CHECK(warned.messages.find("<stdin>:4:7: warning: nothing uses `unheard_of`") == 0);
}

TEST_CASE("compile: the files that were read, for Make and Ninja")
{
    scratch_folder const folder;
    std::filesystem::create_directory(folder.at() / "a b");
    std::string const contract = folder.file("a b/one#$.redline", text);
    std::string const header = (folder.at() / "one.hpp").string(), list = (folder.at() / "one.d").string();
    REQUIRE(run({"compile", contract, "-o", header, "--name", "one", "--depfile", list}).status == 0);
    CHECK(read_file(list) == header + ": \\\n  " + folder.at().string() + "/a\\ b/one\\#$$.redline\n");
    CHECK(run({"compile", contract, "-o", "-", "--name", "one", "--depfile", list}).status == 2);
}

TEST_CASE("compile: without a table of outcomes")
{
    CHECK(says(run({"compile", "-", "-o", "-", "--name", "a"}, text).out, "outcome_rows[]"));
    CHECK(!says(run({"compile", "-", "-o", "-", "--name", "a", "--no-outcomes"}, text).out, "outcome_rows[]"));
}

TEST_CASE("compile: what cannot be read or written")
{
    scratch_folder const folder;
    std::string const contract = folder.file("one.redline", text);
    CHECK(run({"compile", "/no/such/file", "-o", "-"}).status == 2);
    CHECK(run({"compile", contract}).status == 2);
    ran const nowhere = run({"compile", contract, "-o", (folder.at() / "no" / "one.hpp").string()});
    CHECK(nowhere.status == 2);
    CHECK(says(nowhere.messages, "no/one.hpp: cannot be written: "));
    ran const at_folder = run({"compile", contract, "-o", folder.at().string()});
    CHECK(at_folder.status == 2);
    CHECK(says(at_folder.messages, "cannot be written: Is a directory"));
}
