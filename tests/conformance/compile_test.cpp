// Every good conformance text, compiled in a constant expression, gives the rule set, scenarios and assertions that load
// makes of it.
#include "redline/text/compile.hpp"
#include "support/catch.hpp"
#include "support/dump.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <string>

namespace {

using namespace redline_test;

template <class Contract>
struct text_of;
template <class Source>
struct text_of<redline::static_contract<Source> const> {
    using type = Source;
};

template <class Source>
void compare(std::string const& name, Source source)
{
    INFO(name);
    constexpr auto compiled = redline::compile(Source{}
#include "imported_texts.inc"
    );
    redline::rule_set const rules = compiled.rules_with_digest();
    contract const loaded = load(source());
    INFO(dump(loaded.diagnostics));
    REQUIRE(loaded.ok);
    CHECK(dump(rules, redline::text::constant::scenarios_of<typename text_of<decltype(compiled)>::type>) ==
          dump(loaded.rules, loaded.scenarios));
}

}  // namespace

TEST_CASE("texts compiled in constant expressions give the rule sets of load", "[conformance][constexpr]")
{
#define REDLINE_GOOD(name, text) compare(name, [] { return text; });
#include "good_texts.inc"
#undef REDLINE_GOOD
}
