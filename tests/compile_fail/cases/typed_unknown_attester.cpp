// An attestation by somebody whom the contract does not declare.
// expect: `counsl`, which is no party or |, which is no party or role of the contract
// expect: did you mean .*`counsel`|name<'c', 'o', 'u', 'n', 's', 'l'>, .*name<'c', 'o', 'u', 'n', 's', 'e', 'l'>
#include "redline/text/compile.hpp"
#include "redline/typed.hpp"

constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
party bank;
role counsel of bank;
use drafting;
fact lawful is flag from counsel;
1 permit all lawful uses;
)";
});
enum class business { drafting };

#ifdef REDLINE_FAIL
using lawful_type = redline::attested_by<"counsl", bool>;
#else
using lawful_type = redline::attested_by<"counsel", bool>;
#endif
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (lawful_type, lawful));
};
constexpr auto desk = redline::bind<task>(terms);
static_assert(sizeof desk == 1);
