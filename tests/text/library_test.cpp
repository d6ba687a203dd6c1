// The template library of examples/library: every template is used by a contract, whose scenarios and assertions hold.
#include "redline/text/import_files.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <set>

namespace {

using namespace redline_test;

path library() { return source_dir() / "examples/library"; }

}  // namespace

TEST_CASE("contracts that use the library have no errors and no warnings", "[text]")
{
    std::set<std::string> used;
    for (path const& file : files_in(library() / "in_use", {".redline", ".md"})) {
        redline::load_options options;
        options.format = file.extension() == ".md" ? redline::text_format::literate : redline::text_format::plain;
        options.warnings = redline::warnings_wanted::yes;
        options.name = file.string();
        options.imports = redline::import_files{file.string(), {library()}};
        contract const c = load(read_file(file), options);
        INFO(file.string() << "\n" << dump(c.diagnostics));
        CHECK(c.ok);
        CHECK(c.diagnostics.empty());
        CHECK(c.scenarios.entries.size >= 4);
        CHECK(!c.scenarios.assertions.empty());
        for (redline::contract_source const& s : c.sources) used.insert(path{s.name}.filename().string());
    }
    auto const templates = files_in(library(), {".redline"});
    CHECK(templates.size() == 8);
    std::string const page = read_file(library() / "README.md");
    for (path const& file : templates) {
        INFO(file.string());
        CHECK(used.count(file.filename().string()) == 1);
        CHECK(page.find("(" + file.filename().string() + ")") != std::string::npos);
    }
}
