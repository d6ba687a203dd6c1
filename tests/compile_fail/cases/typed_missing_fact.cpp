// A fact of the contract that the struct lacks, and that is not left unknown on purpose.
// expect: the struct lacks the fact .*`persons`|the struct lacks the fact
// expect: a count |a count of the contract: an integer
// expect: redline::left_unknown
// expect: `persons`|name<'p', 'e', 'r', 's', 'o', 'n', 's'>
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
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (redline::attested_by<"counsel", bool>, lawful),
                             (network, network_), (std::optional<std::chrono::days>, review));
};

#ifdef REDLINE_FAIL
constexpr auto desk = redline::bind<task>(terms);
#else
constexpr auto desk = redline::bind<task>(terms, redline::left_unknown<"persons">);
#endif
static_assert(sizeof desk == 1);
