// What two contracts must not differ in to be compared: the types and values of facts, the ladders of safeguards.
#pragma once

#include "../names.hpp"

namespace redline::inline v0_1 {

/// A fact or a safeguard of two contracts that keeps them from being compared, by its index in either; or nothing.
struct incomparable_pair {
    symbol_kind kind = symbol_kind::nothing;  // fact, safeguard or nothing
    std::uint32_t before = none, after = none;

    constexpr explicit operator bool() const noexcept { return kind != symbol_kind::nothing; }
};

namespace proof {

/// Whether two lists of values are the same, one by one.
constexpr bool same_values_in_order(rule_set const& before, index_range x, rule_set const& after,
                                    index_range y) noexcept
{
    if (x.size() != y.size()) return false;
    for (std::uint32_t i = 0; i != x.size(); ++i)
        if (before(before.values[x.first + i]) != after(after.values[y.first + i])) return false;
    return true;
}
/// Whether a fact has a value of this name.
constexpr bool has_value(rule_set const& rules, std::uint32_t fact, std::string_view value) noexcept
{
    return find_name(rules, name_space::fact_values, value, fact) != nullptr;
}
/// Whether each value of one fact is one of the other's.
constexpr bool values_are_in(rule_set const& rules, index_range values, rule_set const& others,
                             std::uint32_t fact) noexcept
{
    for (std::uint32_t i = values.first; i != values.last; ++i)
        if (!has_value(others, fact, rules(rules.values[i]))) return false;
    return true;
}
/// The order of values counts for levels only.
constexpr bool same_type(rule_set const& before, std::uint32_t b, rule_set const& after, std::uint32_t a) noexcept
{
    fact_entry const& x = before.facts[b];
    fact_entry const& y = after.facts[a];
    if (x.type != y.type) return false;
    return x.type == fact_type::level ? same_values_in_order(before, x.values, after, y.values)
                                      : x.values.size() == y.values.size() && values_are_in(before, x.values, after, a);
}

}  // namespace proof

/// The first fact of `before` whose type or values `after` declares differently, else the first safeguard with another
/// ladder; names are aligned by spelling. Language reference, "Drafts". Linear on average; constexpr, no heap.
constexpr incomparable_pair incomparable_names(rule_set const& before, rule_set const& after) noexcept
{
    for (std::uint32_t f = 0; f < before.facts.size; ++f) {
        symbol const* const found = find_name(after, name_space::names, before(before.facts[f].name));
        if (found != nullptr && found->kind == symbol_kind::fact && !proof::same_type(before, f, after, found->index))
            return {symbol_kind::fact, f, found->index};
    }
    for (std::uint32_t s = 0; s < before.safeguards.size; ++s) {
        symbol const* const found = find_name(after, name_space::names, before(before.safeguards[s].name));
        if (found != nullptr && found->kind == symbol_kind::safeguard &&
            !proof::same_values_in_order(before, before.safeguards[s].values, after,
                                         after.safeguards[found->index].values))
            return {symbol_kind::safeguard, s, found->index};
    }
    return {};
}

namespace proof {

/// "flag", "level none < low".
template <class Out>
constexpr void write_type(Out& out, rule_set const& rules, fact_type type, index_range values) noexcept
{
    constexpr std::string_view types[] = {"flag", "count", "duration", "level", "one of", "any of"};
    out << types[static_cast<unsigned>(type)];
    for (std::uint32_t i = values.first; i != values.last; ++i) {
        out << (i == values.first          ? std::string_view{" "}
                : type == fact_type::level ? std::string_view{" < "}
                                           : std::string_view{", "});
        out << rules(rules.values[i]);
    }
}

}  // namespace proof

/// Why two contracts can't be compared, as one sentence without its end: "the fact `x` is declared as `flag` before and
/// as `count` after; …". `Out` is anything with `operator<<` for `std::string_view`. Writes nothing where nothing is in
/// the way. Linear, constexpr, no heap of its own.
template <class Out>
constexpr void write_incomparable(Out& out, incomparable_pair const& pair, rule_set const& before,
                                  rule_set const& after) noexcept
{
    using namespace std::string_view_literals;
    if (!pair) return;
    bool const fact = pair.kind == symbol_kind::fact;
    auto const declared = [&](rule_set const& rules, std::uint32_t i) {
        if (fact) proof::write_type(out, rules, rules.facts[i].type, rules.facts[i].values);
        else proof::write_type(out, rules, fact_type::level, rules.safeguards[i].values);
    };
    out << (fact ? "the fact `"sv : "the safeguard `"sv)
        << before(fact ? before.facts[pair.before].name : before.safeguards[pair.before].name)
        << "` is declared as `"sv;
    declared(before, pair.before);
    out << "` before and as `"sv;
    declared(after, pair.after);
    out << (fact ? "` after; facts whose type or values differ can't be compared"sv
                 : "` after; safeguards whose levels differ can't be compared"sv);
}

}  // namespace redline::inline v0_1
