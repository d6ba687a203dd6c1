// What a statement is called, for changes to find it: the space of its name, and the name.
#pragma once

#include "document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace redline::inline v0_1::text::amend {

/// The spaces of what an amendment can touch. What is in none of them has no name, and can only be added.
enum class space : std::uint8_t { none, names, uses, missions, sections, terms, scenarios, assertions };

/// How a thing of a space is called in messages; nothing for names, which tell by themselves.
constexpr std::string_view word_of(space s) noexcept
{
    switch (s) {
    case space::uses: return "use";
    case space::missions: return "mission";
    case space::sections: return "section";
    case space::terms: return "term";
    case space::scenarios: return "scenario";
    case space::assertions: return "assertion";
    default: return "name";
    }
}

/// The kinds of statements in the order in which contracts usually state them; also where the first of its kind goes.
enum class rank : std::uint8_t {
    // clang-format off
    header, other, party, role, authority, use, mission, fact, safeguard, evidence, event, define, labelled, signoff,
    scenario, assertion
    // clang-format on
};
constexpr rank rank_of(tag is) noexcept
{
    switch (is) {
    case tag::none:
    case tag::version_of_language:
    case tag::amendment:
    case tag::title: return rank::header;
    case tag::party: return rank::party;
    case tag::role: return rank::role;
    case tag::authority: return rank::authority;
    case tag::use: return rank::use;
    case tag::mission: return rank::mission;
    case tag::fact: return rank::fact;
    case tag::safeguard: return rank::safeguard;
    case tag::evidence: return rank::evidence;
    case tag::event: return rank::event;
    case tag::define: return rank::define;
    case tag::section:
    case tag::label: return rank::labelled;
    case tag::signoff: return rank::signoff;
    case tag::scenario: return rank::scenario;
    case tag::assert_: return rank::assertion;
    default: return rank::other;
    }
}

/// The space that a declaration, a term, a section or a scenario has its name in.
constexpr space space_of_statement(tag is) noexcept
{
    switch (is) {
    case tag::use: return space::uses;
    case tag::mission: return space::missions;
    case tag::section: return space::sections;
    case tag::label: return space::terms;
    case tag::scenario: return space::scenarios;
    case tag::assert_: return space::assertions;
    case tag::party:
    case tag::role:
    case tag::authority:
    case tag::fact:
    case tag::safeguard:
    case tag::evidence:
    case tag::event:
    case tag::define:
    case tag::template_:
    case tag::signoff: return space::names;
    default: return space::none;
    }
}

/// The space of what a change names; none for what is no change.
constexpr space space_of_change(tag is) noexcept
{
    switch (is) {
    case tag::replace:
    case tag::insert:
    case tag::strike_term: return space::terms;
    case tag::strike_name: return space::names;
    case tag::strike_use: return space::uses;
    case tag::strike_mission: return space::missions;
    case tag::strike_section: return space::sections;
    case tag::strike_scenario: return space::scenarios;
    case tag::strike_assertion: return space::assertions;
    default: return space::none;
    }
}
constexpr bool is_strike(tag is) noexcept { return is >= tag::strike_term && is <= tag::strike_assertion; }

/// A statement's tokens, one space between them; with `behind`, those from there on.
inline std::string tokens_of(document const& d, statement const& s, std::uint32_t behind = 0)
{
    std::string all;
    for (std::uint32_t i = s.first_token + behind; i != s.last_token; ++i) {
        if (!all.empty()) all += ' ';
        all += d.spelled(d.token_at(i));
    }
    return all;
}

/// A name in its space; of a scenario, its title without quotes and escapes; of an assertion, all of its tokens.
using key = std::pair<space, std::string>;

/// The key of a statement that has one, and of what a change names.
inline key key_of(document const& d, statement const& s)
{
    space const in = space_of_change(s.is) != space::none ? space_of_change(s.is) : space_of_statement(s.is);
    if (in == space::none || s.broken) return {space::none, {}};
    if (in == space::assertions) return {in, tokens_of(d, s, is_strike(s.is) ? 1 : 0)};
    token const& t = d.token_of(s);
    return {in, in == space::scenarios ? d.value_of(t) : std::string{d.spelled(t)}};
}

/// What a message says is changed: the token that names it; of an assertion, all that it says.
inline token named_by(document const& d, statement const& s)
{
    token t = d.token_of(s);
    bool const whole = s.is == tag::assert_ || s.is == tag::strike_assertion;
    if (whole) t.length = d.last(s).offset - t.offset;
    return t;
}

/// Whether one label comes before another: part by part, by number; `2` before `2.1`, `2.9` before `2.10`.
constexpr bool label_before(std::string_view a, std::string_view b) noexcept
{
    for (;;) {
        std::string_view const one = a.substr(0, a.find('.')), other = b.substr(0, b.find('.'));
        if (one.size() != other.size()) return one.size() < other.size();  // no leading zeros
        if (one != other) return one < other;
        if (one.size() == b.size()) return false;
        if (one.size() == a.size()) return true;
        a.remove_prefix(one.size() + 1);
        b.remove_prefix(other.size() + 1);
    }
}

}  // namespace redline::inline v0_1::text::amend
