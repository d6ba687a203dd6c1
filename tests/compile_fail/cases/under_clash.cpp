// Contracts that declare one fact differently cannot stand together.
// expect: the fact `network` is declared |is declared differently by two contracts
// expect: Vendor: one of open, |'V', 'e', 'n', 'd', 'o', 'r', ':', ' ', 'o', 'n', 'e'
// expect: Statute: flag|'S', 't', 'a', 't', 'u', 't', 'e', ':', ' ', 'f', 'l', 'a', 'g'
#ifdef REDLINE_FAIL
#define NETWORK "fact network is flag;"
#else
#define NETWORK "fact network is one of secret, open;"
#endif
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
static_assert(both.decide(both.request().use("trading").flag("lawful")).permitted());
