// Inputs that fuzzers found something with, and the seeds that they start from: nothing is found with them any more.
#include "fuzz/targets.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

namespace {

namespace fs = std::filesystem;
using redline_fuzz::target;

/// Runs a target on every file of a folder; how many there were.
std::size_t replay(target const& t, fs::path const& folder)
{
    std::size_t count = 0;
    if (!fs::exists(folder)) return count;
    for (auto const& entry : fs::directory_iterator{folder}) {
        INFO(t.name << ": " << entry.path().string());
        std::string const input = redline_test::read_file(entry.path());
        // Where a target reads behind its input, sanitizers see it.
        std::vector<char> const exact(input.begin(), input.end());
        CHECK_NOTHROW(t.run({exact.data(), exact.size()}));
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("nothing is found with what fuzzers found once", "[fuzz]")
{
    for (auto const& folder : fs::directory_iterator{redline_test::source_dir() / "tests/fuzz/found"}) {
        if (!folder.is_directory()) continue;
        auto const* const end = std::end(redline_fuzz::targets);
        auto const* const t = std::find_if(std::begin(redline_fuzz::targets), end, [&](target const& any) {
            return any.name == folder.path().filename().string();
        });
        INFO(folder.path().string());
        REQUIRE(t != end);
        CHECK(replay(*t, folder.path()) != 0);
    }
}

TEST_CASE("a target sees what is wrong", "[fuzz]")
{
    CHECK_THROWS_AS(redline_fuzz::hold(false, "it does not hold"), redline_fuzz::finding);
    // The inputs that targets need to be more than readers of nothing.
    redline_fuzz::text("contract \"T\" version 1;\nuse a;\nfact f is flag;\n1 permit all lawful uses;\n");
    redline_fuzz::literate("# T\n```redline\ncontract \"T\" version 1;\n1 permit all lawful uses;\n```\n");
    redline_fuzz::request(R"({"use": "analysis", "facts": {"persons": 18446744073709551615}})");
    redline_fuzz::layout("contract \"T\" version 1;1 permit nothing else;");
    redline_fuzz::amendment("contract \"T\" version 1;\nuse a;\n1 permit all lawful uses;\n====\n"
                            "amendment \"A\" to \"T\" version 1 makes 2;\ninsert 2 prohibit a;\n");
    redline_fuzz::chain(std::string(200, '\7'));
}
