// An attestation by somebody whose word does not make the fact count.
// expect: is never .*attested by `counsel`|is never attested by
// expect: would .*never count|would never count
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
using lawful_type = redline::attested_by<"bank", bool>;
#else
using lawful_type = redline::attested_by<"counsel", bool>;
#endif
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (lawful_type, lawful));
};
constexpr auto desk = redline::bind<task>(terms);
static_assert(sizeof desk == 1);
