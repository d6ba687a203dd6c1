// The contracts of examples/ have neither errors nor warnings, and assert something that holds.
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

namespace {

using namespace redline_test;

contract load_example(path const& file)
{
    format const as = file.extension() == ".md" ? format::literate : format::plain;
    return load(read_file(file), engine::spirit, as, warnings::yes);
}

}  // namespace

TEST_CASE("the example contracts have no errors and no warnings", "[text]")
{
    unsigned contracts = 0;
    for (char const* const folder : {"agreement", "dispute", "usage_policy"})
        for (path const& file : files_in(source_dir() / "examples/contracts" / folder, {".redline", ".md"})) {
            contract const c = load_example(file);
            INFO(file.string() << "\n" << dump(c.diagnostics));
            CHECK(c.ok);
            CHECK(c.diagnostics.empty());
            CHECK(c.scenarios.entries.size >= 10);
            CHECK(c.scenarios.assertions.size >= 2);
            ++contracts;
        }
    CHECK(contracts == 7);
}
