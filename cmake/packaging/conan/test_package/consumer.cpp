// A contract in the source and one that is read: ends with 0 where both decide.
#include <redline/redline.hpp>

constexpr auto desk = redline::compile([] {
    return R"(
    contract "Desk" version 1;
    use drafting;
    1 permit all lawful uses;
)";
});
static_assert(desk.decide(desk.request().use("drafting").flag("lawful")).permitted());

int main()
{
    redline::loaded_contract const loaded =
        redline::load("contract \"Desk\" version 1; use drafting; 1 permit all lawful uses;");
    return loaded.ok() && loaded.rules().terms.size == 1 ? 0 : 1;
}
