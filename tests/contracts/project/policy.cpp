// Tests of the contract; what is no test on purpose: static_assert(false).
#include <desk.hpp>
// clang-format off
namespace {

/* static_assert(false); */
constexpr char const* words = "static_assert(false); /* \" // ";
constexpr char const* raw = R"x(static_assert(false); )" static_assert(false))x";
constexpr int many = 10'000;
#define HOLDS(...) static_assert(__VA_ARGS__)
HOLDS(many == 10'000);

constexpr auto asked(std::string_view use) { return desk.request().use(use).flag("lawful"); }

static_assert(desk.decide(asked("analysis")).permitted(), "analysis goes ahead");
static_assert(desk.decide(asked("surveillance")).paused(),
              "surveillance waits (for [two] things; 'both')");
static_assert(desk.decide(asked("surveillance").evidence("red_team", "91 days"))
                  .pends_on("red_team"));
static_assert(words[0] == 's' && raw[0] == 's'); static_assert(many == 10'000);
constexpr bool in_a_function()
{
    static_assert(desk.rules().version == 1);
    return true;
}
static_assert(in_a_function(), "analysis goes ahead");

}  // namespace
