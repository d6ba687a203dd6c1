// A contract as a file of its own, read by the compiler: with `#embed`, no other tool takes part.
#include <redline/text/compile.hpp>

namespace {

constexpr unsigned char bytes[] = {
#embed CONTRACT
};
// The same as characters, with a NUL at the end.
constexpr auto text = [] {
    struct {
        char of[sizeof bytes + 1];
    } copy{};
    for (std::size_t i = 0; i != sizeof bytes; ++i) copy.of[i] = static_cast<char>(bytes[i]);
    return copy;
}();

constexpr auto desk = redline::compile([] { return text.of; });
static_assert(desk.decide(desk.request().use("analysis").flag("lawful")).permitted());
static_assert(desk.rules()(desk.rules().title) == "Research desk");

}  // namespace
