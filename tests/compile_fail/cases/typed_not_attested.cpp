// A fact that counts only when somebody attests it, as a bare value.
// expect: the member `lawful` counts only |counts only when attested by
// expect: attested by `counsel`|name<'l', 'a', 'w', 'f', 'u', 'l'>, .*name<'c', 'o', 'u', 'n', 's', 'e', 'l'>
// expect: redline::attested
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
using lawful_type = bool;
#else
using lawful_type = redline::attested_by<"counsel", bool>;
#endif
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (lawful_type, lawful));
};
constexpr auto desk = redline::bind<task>(terms);
static_assert(sizeof desk == 1);
