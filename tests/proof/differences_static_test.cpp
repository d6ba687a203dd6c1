// Whether two contracts can be compared, found out while compiling.
#include "redline/core/proof/differences_incomparable.hpp"
#include "redline/redline.hpp"
#include "support/both.hpp"

namespace {

constexpr auto before = redline::compile([] {
    return R"(contract "T" version 1; use work; fact same is any of a, b; fact net is one of open, secret; safeguard s;
              1 permit all lawful uses;)";
});
constexpr auto after = redline::compile([] {
    return R"(contract "T" version 2; use work; safeguard s is level low < high; fact net is one of secret, closed;
              fact same is any of b, a; 1 permit all lawful uses;)";
});
constexpr auto other_ladder = redline::compile([] {
    return R"(contract "T" version 3; use work; safeguard s is level low < high; fact net is one of secret, open;
              1 permit all lawful uses;)";
});

/// Text of fixed room.
struct fixed_text {
    char letters[200] = {};
    std::size_t size = 0;

    constexpr fixed_text& operator<<(std::string_view s) noexcept
    {
        for (char const c : s) letters[size++] = c;
        return *this;
    }
    constexpr std::string_view view() const noexcept { return {letters, size}; }
};
constexpr fixed_text said(redline::rule_set const& was, redline::rule_set const& is) noexcept
{
    fixed_text text;
    write_incomparable(text, redline::incomparable_names(was, is), was, is);
    return text;
}

}  // namespace

TEST_CASE("what keeps contracts from being compared is known while compiling", "[proof]")
{
    constexpr auto same = redline::incomparable_names(before.rules(), before.rules());
    REDLINE_BOTH(!same);
    constexpr auto fact = redline::incomparable_names(before.rules(), after.rules());
    REDLINE_BOTH(fact.kind == redline::symbol_kind::fact);
    REDLINE_BOTH(before.rules()(before.rules().facts[fact.before].name) == "net");
    REDLINE_BOTH(after.rules()(after.rules().facts[fact.after].name) == "net");
    constexpr auto safeguard = redline::incomparable_names(before.rules(), other_ladder.rules());
    REDLINE_BOTH(safeguard.kind == redline::symbol_kind::safeguard);
    REDLINE_BOTH(
        said(before.rules(), after.rules()).view() ==
        "the fact `net` is declared as `one of open, secret` before and as `one of secret, closed` after; facts "
        "whose type or values differ can't be compared");
    REDLINE_BOTH(said(before.rules(), before.rules()).view().empty());
}
