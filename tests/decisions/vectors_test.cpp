// The worked cases of tests/vectors: JSON, read here and given to the request writer by the types of the facts.
#include "decisions/vectors.hpp"
#include "redline/core/decide.hpp"
#include "redline/core/heap.hpp"
#include "support/catch.hpp"
#include "support/dump.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <sstream>

using namespace redline_test;

TEST_CASE("the worked cases come out as they were worked out", "[decisions][vectors]")
{
    auto texts = files_in(source_dir() / "tests/vectors", {".redline"});
    std::erase_if(texts, [](auto const& path) { return !path.filename().string().starts_with("decide-"); });
    REQUIRE(texts.size() == 60);
    std::size_t cases = 0;
    for (path const& file : texts) {
        contract const c = load(read_file(file));
        INFO(file.filename().string() << "\n" << dump(c.diagnostics));
        REQUIRE(c.ok);
        redline::request_memory request{c.rules};
        redline::workspace work{c.rules};
        std::istringstream lines{read_file(path{file}.replace_extension(".ndjson"))};
        std::size_t number = 0;
        for (std::string line; std::getline(lines, line);) {
            INFO("line " << ++number << ": " << line);
            json const one = json::parse(line);
            redline::clear(c.rules, request.view());
            redline::request_writer writer{c.rules, request.view()};
            bool const filled = fill(writer, one.at("request"));
            INFO(writer.error().member << " " << writer.error().name << ", expected " << writer.error().expected);
            CHECK(filled);
            CHECK(as_json(decide(c.rules, request.view(), work.view())) == with_sets(one.at("decision")));
            ++cases;
        }
    }
    CHECK(cases > 500);
}

TEST_CASE("the digest of a contract is that of its tokens", "[vectors]")
{
    contract const c = load(read_file(source_dir() / "tests/vectors/decide-00.redline"));
    REQUIRE(c.ok);
    CHECK(hex(*c.rules.digest) == "858d765f235d6ac3bf22280451dd812bad6d7c12d53c889f370e5d23a7994fc5");
}
