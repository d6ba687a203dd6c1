// An enum that may not hold every value of its range.
// expect: enum .*without a fixed type|has an enum without a fixed type; expected `enum class`
// expect: `network_`|name<'n', 'e', 't', 'w', 'o', 'r', 'k', '_'>
#include "redline/text/compile.hpp"
#include "redline/typed.hpp"

constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
party bank;
role counsel of bank;
use drafting; use trading; use trading.small_caps;
fact lawful is flag from counsel;
fact network is one of open, secret;
fact persons is count;
evidence review from bank valid 10 days;
1 permit all lawful uses;
2 require review for trading;
)";
});

#ifdef REDLINE_FAIL
enum class business { drafting, trading, trading_small_caps };
enum network { open, secret };
#else
enum class business { drafting, trading, trading_small_caps };
enum class network { open, secret };
#endif
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (redline::attested_by<"counsel", bool>, lawful),
                             (network, network_), (int, persons));
};
constexpr auto desk = redline::bind<task>(terms);
static_assert(sizeof desk == 1);
