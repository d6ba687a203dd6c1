// Every conformance text of an amendment gives exactly what stands beside it, by either engine. With REDLINE_UPDATE=1 in
// the environment, what it gives now is written there: for review, not for belief.
#include "conformance/amendments.hpp"
#include "support/catch.hpp"

#include <cstdlib>

namespace {

using namespace redline_test;

bool updating()
{
    char const* const update = std::getenv("REDLINE_UPDATE");
    return update != nullptr && std::string_view{update} == "1";
}

}  // namespace

TEST_CASE("every amendment of the conformance texts gives what is expected of it", "[conformance]")
{
    auto const cases = amendment_cases();
    REQUIRE(cases.size() > 50);
    std::size_t files = 0;
    for (amendment_case const& c : cases) {
        INFO(c.name);
        files += c.files.size() + 1;
        std::string const result = c.result();
        CHECK(c.result(engine::walker) == result);
        if (updating()) write_file(c.expected_file(), result);
        CHECK(std::filesystem::exists(c.expected_file()));
        if (std::filesystem::exists(c.expected_file())) CHECK(result == read_file(c.expected_file()));
    }
    CHECK(files_in(cases.front().files.front().parent_path(), {".redline", ".md", ".expected"}).size() == files);
}
