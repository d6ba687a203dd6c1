// An enum that lacks a use of the contract.
// expect: lacks .*`trading.small_caps`|has an enum that lacks
// expect: redline::never_asked
// expect: `trading.small_caps`|name<'t', 'r', 'a', 'd', 'i', 'n', 'g', '.', 's', 'm'
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
enum class business { drafting, trading };
enum class network { open, secret };
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
