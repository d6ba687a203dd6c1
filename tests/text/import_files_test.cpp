// Imports from files: what is found, and that nothing else is read.
#include "redline/text/import_files.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

#include <stdlib.h>

namespace {

namespace fs = std::filesystem;

/// Folders: `root/contracts` with a contract, `root/library`, and `root/secret`, which nothing may lead to.
struct folders {
    fs::path root;

    folders()
    {
        std::string name = (fs::temp_directory_path() / "redline-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        root = name;
        for (char const* const folder : {"contracts/parts", "library/deep", "secret", "contracts_too"})
            fs::create_directories(root / folder);
        file("contracts/main.redline", "main");
        file("contracts/beside.redline", "beside");
        file("contracts/parts/below.md", "below");
        file("library/shared.redline", "shared");
        file("library/beside.redline", "shadowed");
        file("library/deep/deeper.redline", "deeper");
        file("secret/secret.redline", "secret");
        file("contracts_too/secret.redline", "secret");
    }
    ~folders()
    {
        std::error_code ignored;
        fs::remove_all(root, ignored);
    }
    void file(std::string const& name, std::string_view text) const { redline_test::write_file(root / name, text); }
    std::string main() const { return (root / "contracts/main.redline").string(); }
    redline::import_files reader() const { return redline::import_files{main(), {root / "library"}}; }
};

}  // namespace

TEST_CASE("imports are found beside the importing file, then on the search path", "[text]")
{
    folders const f;
    redline::import_files read = f.reader();
    redline::imported_source got = read("beside.redline", f.main());
    CHECK(got.found);
    CHECK(got.text == "beside");
    CHECK(got.name == (f.root / "contracts/beside.redline").string());
    CHECK(got.format == redline::text_format::plain);
    got = read("parts/below.md", f.main());
    CHECK(got.text == "below");
    CHECK(got.format == redline::text_format::literate);
    CHECK(read("shared.redline", f.main()).text == "shared");
    CHECK(read("deep/deeper.redline", f.main()).text == "deeper");
    // Relative to the file that imports, and back up again, as long as it stays inside.
    CHECK(read("../beside.redline", (f.root / "contracts/parts/below.md").string()).text == "beside");
    CHECK(read("../shared.redline", (f.root / "library/deep/deeper.redline").string()).text == "shared");
    CHECK(!read("nowhere.redline", f.main()).found);
    CHECK(!read("parts", f.main()).found);
    CHECK(!redline::import_files{f.main()}("shared.redline", f.main()).found);
}

TEST_CASE("no path leads out of the folders that may be read", "[text]")
{
    folders const f;
    redline::import_files read = f.reader();
    auto const refused = [&](std::string const& path) {
        redline::imported_source const got = read(path, f.main());
        INFO(path << ": " << got.text);
        return !got.found && got.text.empty() && !got.why.empty();
    };
    CHECK(refused("../secret/secret.redline"));
    CHECK(refused("parts/../../secret/secret.redline"));
    CHECK(refused("../contracts_too/secret.redline"));
    CHECK(refused((f.root / "secret/secret.redline").string()));
    CHECK(refused((f.root / "contracts/beside.redline").string()));
    CHECK(refused(std::string("beside.redline\0.md", 18)));
    fs::create_symlink(f.root / "secret/secret.redline", f.root / "contracts/link.redline");
    fs::create_directory_symlink(f.root / "secret", f.root / "contracts/linked");
    fs::create_symlink(f.root / "contracts/loop.redline", f.root / "contracts/loop.redline");
    CHECK(refused("link.redline"));
    CHECK(refused("linked/secret.redline"));
    CHECK(refused("loop.redline"));
    fs::create_symlink(f.root / "library/shared.redline", f.root / "contracts/inside.redline");
    CHECK(read("inside.redline", f.main()).text == "shared");
}

TEST_CASE("a file has one name, however it is reached", "[text]")
{
    folders const f;
    redline::import_files read = f.reader();
    std::string const first = read("shared.redline", f.main()).name;
    CHECK(read("deep/../shared.redline", f.main()).name == first);
    fs::create_symlink(f.root / "library/shared.redline", f.root / "contracts/again.redline");
    CHECK(read("again.redline", f.main()).name == first);
    CHECK(read("main.redline", f.main()).name == f.main());
}

TEST_CASE("a file that is too large is not read", "[text]")
{
    folders const f;
    f.file("contracts/large.redline", std::string((std::size_t{16} << 20) + 1, ' '));
    redline::imported_source const got = f.reader()("large.redline", f.main());
    CHECK(!got.found);
    CHECK(got.why.find("16 MiB") != std::string::npos);
}
