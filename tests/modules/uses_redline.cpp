// A program that imports all: a contract in the source, and one that is read.
import redline;

constexpr auto desk = redline::compile([] {
    return R"(
    contract "Desk" version 1;
    use drafting;
    1 permit all lawful uses;
    assert never permitted for drafting when not lawful;
)";
});
static_assert(desk.decide(desk.request().use("drafting").flag("lawful")).permitted());

int main()
{
    auto const loaded = redline::load("contract \"Desk\" version 1; use drafting; 1 permit all lawful uses;");
    return loaded.ok() && loaded.rules().terms.size == 1 ? 0 : 1;
}
