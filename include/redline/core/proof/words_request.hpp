// A request in words: what follows `given` in a scenario that asks the same.
#pragma once

#include "words_values.hpp"

namespace redline::inline v0_1::proof {

/// Text of at most `Room` characters; what does not fit is left out, and `cut` says so. constexpr, no heap.
template <std::uint32_t Room>
class fixed_words {
public:
    constexpr fixed_words& operator<<(std::string_view s) noexcept
    {
        for (char const c : s) {
            if (size_ == Room) {
                cut_ = true;
                return *this;
            }
            text_[size_++] = c;
        }
        return *this;
    }
    constexpr std::string_view view() const noexcept { return {text_, size_}; }
    constexpr bool cut() const noexcept { return cut_; }

private:
    char text_[Room] = {};
    std::uint32_t size_ = 0;
    bool cut_ = false;
};

namespace detail {

/// One value of a fact, by name or as a number.
template <class Out>
constexpr void write_fact_value(Out& out, rule_set const& rules, fact_entry const& fact, std::uint64_t value) noexcept
{
    switch (fact.type) {
    case fact_type::count: return write_number(out, value);
    case fact_type::duration: return write_duration(out, value);
    default: out << rules(rules.values[fact.values.first + static_cast<std::uint32_t>(value)]); return;
    }
}

/// A fact of which all is known, as a scenario gives it.
template <class Out>
constexpr void write_fact(Out& out, rule_set const& rules, fact_entry const& fact, request_view const& request) noexcept
{
    using namespace std::string_view_literals;
    std::string_view const name = rules(fact.name);
    switch (fact.type) {
    case fact_type::flag: out << (request.values[fact.slot] != 0 ? ""sv : "not "sv) << name; return;
    case fact_type::any_of: {
        out << name << " has "sv;
        bool any = false;
        for (std::uint32_t i = 0; i < slots_of(fact); ++i) {
            if (request.values[fact.slot + i] == 0) continue;
            out << (any ? " and "sv : ""sv) << rules(rules.values[fact.values.first + i]);
            any = true;
        }
        if (!any) out << "nothing"sv;
        return;
    }
    default: out << name << " is "sv; write_fact_value(out, rules, fact, request.values[fact.slot]);
    }
}

/// How much of a fact counts as known.
enum class knowledge : std::uint8_t { nothing, part, all };
constexpr knowledge known_of(fact_entry const& fact, request_view const& request) noexcept
{
    std::uint32_t known = 0;
    for (std::uint32_t i = 0; i < slots_of(fact); ++i) known += request.known[fact.slot + i] != 0 ? 1 : 0;
    return known == 0 ? knowledge::nothing : known == slots_of(fact) ? knowledge::all : knowledge::part;
}

/// A fact of type `any of` of which only some values are known: no scenario can say so, and these words are no
/// language.
template <class Out>
constexpr void write_part_of_fact(Out& out, rule_set const& rules, fact_entry const& fact,
                                  request_view const& request) noexcept
{
    using namespace std::string_view_literals;
    bool any = false;
    for (std::uint32_t i = 0; i < slots_of(fact); ++i) {
        if (request.known[fact.slot + i] == 0) continue;
        out << (any ? ", "sv : ""sv) << (request.values[fact.slot + i] != 0 ? ""sv : "not "sv) << rules(fact.name)
            << " has "sv << rules(rules.values[fact.values.first + i]);
        any = true;
    }
    out << " (the rest of "sv << rules(fact.name) << " not known)"sv;
}

}  // namespace detail

/// Calls `item` before each thing that a request says and puts the thing out: uses, mission, date, facts, and all that
/// was obtained, in the syntax of a scenario's `given` (language reference, "Grammar"). What a request leaves out is
/// left out: unknown facts, evidence not held, lowest levels, chains not asked. A fact that does not count, since
/// nobody attests it who may, is unknown, and so left out too. Linear in what the contract declares; constexpr, no
/// heap.
template <class Out, class Item>
constexpr void write_request_items(Out& out, rule_set const& rules, request_view const& request,
                                   Item const& item) noexcept
{
    using namespace std::string_view_literals;
    for (std::uint32_t i = 0; i < request.use_count; ++i) {
        item();
        out << "use "sv;
        write_kind(out, rules, name_space::uses, request.uses[i]);
    }
    if (request.mission.form != kind_form::unknown) {
        item();
        out << "mission "sv;
        write_kind(out, rules, name_space::missions, request.mission);
    }
    if (request.has_date) {
        item();
        out << "date "sv;
        write_day(out, request.date);
    }
    for (fact_entry const& fact : rules.facts) {
        detail::knowledge const known = detail::known_of(fact, request);
        if (known == detail::knowledge::nothing) continue;
        item();
        if (known == detail::knowledge::all) detail::write_fact(out, rules, fact, request);
        else detail::write_part_of_fact(out, rules, fact, request);
    }
    for (std::uint32_t i = 0; i < rules.evidence.size; ++i) {
        if (request.evidence_age[i] == unlimited) continue;
        item();
        out << rules(rules.evidence[i].name);
        if (request.evidence_age[i] == 0) continue;
        out << " aged "sv;
        write_duration(out, request.evidence_age[i]);
    }
    for (std::uint32_t i = 0; i < rules.safeguards.size; ++i) {
        if (request.safeguard_level[i] == 0) continue;
        item();
        out << rules(rules.safeguards[i].name) << " is "sv << level_name(rules, i, request.safeguard_level[i]);
    }
    for (std::uint32_t i = 0; i < rules.chains.size; ++i) {
        if (request.chains[i] == chain_state::not_asked) continue;
        constexpr std::string_view states[] = {"", " opened", " complete", " refused"};
        item();
        out << rules(rules.chains[i].name) << states[static_cast<unsigned>(request.chains[i])];
    }
}

/// The same as one list: `use weapons.autonomous, mission combat, date 2026-06-01, lawful, oversight is none`. A
/// request of a proof can be pasted behind `given`, and asks the same there.
template <class Out>
constexpr void write_request(Out& out, rule_set const& rules, request_view const& request) noexcept
{
    bool first = true;
    write_request_items(out, rules, request, [&] {
        if (!first) out << std::string_view{", "};
        first = false;
    });
}

/// A request in words, in memory of fixed size, for constant expressions.
template <std::uint32_t Room = 512>
constexpr fixed_words<Room> request_in_words(rule_set const& rules, request_view const& request) noexcept
{
    fixed_words<Room> out;
    write_request(out, rules, request);
    return out;
}

}  // namespace redline::inline v0_1::proof
