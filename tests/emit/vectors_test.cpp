// The worked cases of tests/vectors through generated headers.
#include "decisions/vectors.hpp"
#include "emit/against_load.hpp"
#include "vectors_headers.hpp"

#include <sstream>

using namespace redline_test;

namespace {

template <class Data>
std::size_t check_cases(std::string const& file, redline::constant_contract<Data> generated)
{
    INFO(file);
    redline::rule_set const& rules = generated.rules();
    redline::request_memory request{rules};
    redline::workspace work{rules};
    std::istringstream lines{read_file((source_dir() / file).replace_extension(".ndjson"))};
    std::size_t cases = 0;
    for (std::string line; std::getline(lines, line); ++cases) {
        INFO("line " << cases + 1 << ": " << line);
        json const one = json::parse(line);
        redline::clear(rules, request.view());
        redline::request_writer writer{rules, request.view()};
        CHECK(fill(writer, one.at("request")));
        CHECK(as_json(decide(rules, request.view(), work.view())) == with_sets(one.at("decision")));
        CHECK(name_of(outcome_of(rules, Data::outcomes(), request.view())) ==
              one.at("decision").at("outcome").get<std::string>());
    }
    return cases;
}

}  // namespace

TEST_CASE("the worked cases come out of generated headers as they were worked out", "[emit][vectors]")
{
    std::size_t cases = 0, texts = 0;
#define REDLINE_GENERATED(file, name) cases += check_cases(file, name), ++texts;
#include "vectors_list.inc"
#undef REDLINE_GENERATED
    CHECK(texts == 60);
    CHECK(cases > 500);
}
