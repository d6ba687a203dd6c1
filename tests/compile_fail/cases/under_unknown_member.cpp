// A member that none of several contracts knows.
// expect: the member `persns`|the member
// expect: did you .*mean `persons`|name<'p', 'e', 'r', 's', 'n', 's'>, .*name<'p', 'e', 'r', 's', 'o', 'n', 's'>
#define NETWORK ""
#include "redline/text/compile.hpp"
#include "redline/typed.hpp"

constexpr auto vendor = redline::compile([] {
    return R"(
contract "Vendor" version 1;
use drafting;
fact network is one of open, secret;
1 permit all lawful uses;
)";
});
constexpr auto statute = redline::compile([] {
    return R"(
contract "Statute" version 1;
use drafting; use trading;
fact persons is count;
)" NETWORK R"(
1 permit all lawful uses;
)";
});
constexpr auto both = redline::under(vendor, statute);
enum class business { drafting, trading };
enum class secrecy { open, secret };
#ifdef REDLINE_FAIL
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (bool, lawful), (secrecy, network), (int, persns));
};
#else
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (bool, lawful), (secrecy, network), (int, persons));
};
#endif
constexpr auto desk = redline::bind<task>(both);
static_assert(sizeof desk == 1);
