// An enum with a use that the contract does not declare.
// expect: `trading_small_cap`, which is no .*use of |, which is no use of the contract
// expect: did you mean .*`trading.small_caps`|did you mean .*name<'t', 'r', 'a', 'd', 'i', 'n', 'g', '.', 's'|name<'t', 'r', 'a', 'd', 'i', 'n', 'g', '.', 's'
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
enum class business { drafting, trading, trading_small_caps, trading_small_cap };
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
