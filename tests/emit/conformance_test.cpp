// Every good conformance text through a generated header gives the rule set and the decisions of load.
#include "conformance_headers.hpp"
#include "emit/against_load.hpp"

using namespace redline_test;

TEST_CASE("good conformance texts as generated headers are what load makes of them", "[emit][conformance]")
{
    std::size_t outcomes[3] = {}, texts = 0;
#define REDLINE_GENERATED(file, name) check_against_load(file, name, outcomes), ++texts;
#include "conformance_list.inc"
#undef REDLINE_GENERATED
    CHECK(texts > 80);
    for (std::size_t const of_outcome : outcomes) CHECK(of_outcome > 200);
}
