// A value that no request can hold, in a constant expression.
// expect: typed_negative_count.cpp:24:
// expect: "persons"|string<'p', 'e', 'r', 's', 'o', 'n', 's'>
// expect: "a number that is not negative"
#include "redline/text/compile.hpp"
#include "redline/typed.hpp"

constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
fact persons is count;
1 permit all lawful uses;
2 prohibit drafting when persons over 500;
)";
});
enum class business { drafting };
struct task {
    BOOST_HANA_DEFINE_STRUCT(task, (business, use), (bool, lawful), (int, persons));
};
constexpr auto desk = redline::bind<task>(terms);

#ifdef REDLINE_FAIL
static_assert(desk.decide({business::drafting, true, -1}).permitted());
#else
static_assert(desk.decide({business::drafting, true, 1}).permitted());
#endif
