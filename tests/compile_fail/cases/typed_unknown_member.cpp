// A member that the contract does not know.
// expect: binding_error<.*the member `persns`|wrong_binding.*the member
// expect: is nothing |is nothing that the contract knows
// expect: did you .*mean `persons`[?]|did you mean .*
// expect: mean `persons`|name<'p', 'e', 'r', 's', 'n', 's'>, .*name<'p', 'e', 'r', 's', 'o', 'n', 's'>
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
                             (network, network_), (int, persns));
};
#else
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (redline::attested_by<"counsel", bool>, lawful),
                             (network, network_), (int, persons));
};
#endif

constexpr auto desk = redline::bind<task>(terms);
static_assert(sizeof desk == 1);
