// A duration finer than the language counts.
// expect: `review` |name<'r', 'e', 'v', 'i', 'e', 'w'>
// expect: `std::chrono` .*minutes|its age in `std::chrono` minutes, hours, days or weeks
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
enum class business { drafting, trading, trading_small_caps };
enum class network { open, secret };

#ifdef REDLINE_FAIL
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (redline::attested_by<"counsel", bool>, lawful),
                             (network, network_), (int, persons), (std::chrono::seconds, review));
};
#else
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (redline::attested_by<"counsel", bool>, lawful),
                             (network, network_), (int, persons), (std::chrono::hours, review));
};
#endif

constexpr auto desk = redline::bind<task>(terms);
static_assert(sizeof desk == 1);
