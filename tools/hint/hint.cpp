#include "hint.hpp"

#include "by_code.hpp"

#include "redline/text/message.hpp"
#include "redline/text/tokens_of.hpp"

namespace redline::tool {

using text::code;

namespace {

constexpr std::size_t longest_text = std::size_t{1} << 20;

text_in_tokens cut(std::string_view text, text_format format)
{
    text_in_tokens cut;
    cut.text = text.substr(0, text.find('\0'));
    text::diagnostic memory[1];
    text::problems wrong{cut.text.c_str(), memory, 1};
    std::vector<text::token> const found = text::tokens_of(cut.text, format, wrong);
    text::token const none{0, 0, 1, text::terminal::end, 0, true, 0};
    cut.tokens.reserve(found.size() + 2);
    cut.tokens.push_back(none);
    cut.tokens.insert(cut.tokens.end(), found.begin(), found.end());
    cut.tokens.push_back(found.back());
    return cut;
}

std::string quoted(std::string_view word) { return "`" + std::string{word} + "`"; }

/// How something that is due in a place is declared.
std::string declaration_of(std::string_view due, std::string_view name)
{
    struct form {
        std::string_view due, before, behind;
    };
    constexpr form forms[] = {{"a use", "use ", ";"},
                              {"a mission", "mission ", ";"},
                              {"a role", "role ", " of …;"},
                              {"a party", "party ", ";"},
                              {"a party or a role", "party ", ";"},
                              {"an authority", "authority ", " \"…\" as of …;"},
                              {"an event", "event ", ";"},
                              {"a sign-off chain", "signoff ", " { stage …: …; }"},
                              {"evidence or a safeguard", "evidence ", " from …;"}};
    for (form const& f : forms)
        if (f.due == due)
            return "declare it, as in `" + std::string{f.before} + std::string{name} + std::string{f.behind} + "`";
    return {};
}

/// The values that may stand where one does that a fact or safeguard does not have.
hint values(place_in_tokens const& here)
{
    std::string_view const owner = here.owner_of_value();
    std::string const all = here.values_of(owner);
    if (all.empty()) return {};
    return {quoted(owner) + " is " + all, {}, {}};
}

hint of_wrong_value(text::diagnostic const& d, place_in_tokens const& here)
{
    if (d.detail == "a number with a unit of time")
        return {"add a unit, as in `" + std::string{d.subject} + " days`", {}, {}};
    if (d.detail == "a number without a unit" && here.is(1) == text::terminal::unit) {
        std::uint32_t const end = here.at(0).offset + here.at(0).length;
        return {"leave out " + quoted(here.word(1)), {}, {{end, here.at(1).offset + here.at(1).length - end, {}}}};
    }
    if (here.is(1) == text::terminal::is && here.is(2) == text::terminal::integer && here.is(3) == text::terminal::unit)
        return {"write " + quoted(std::string{here.word(0)} + " aged " + std::string{here.word(2)} + " " +
                                  std::string{here.word(3)}),
                {},
                {{here.at(1).offset, here.at(1).length, "aged"}}};
    return values(here);
}

/// `lawful is true`.
hint of_flag_with_value(place_in_tokens const& here)
{
    std::string const name{here.word(0)};
    hint h{"write " + quoted(name) + " where it is true, and " + quoted("not " + name) + " where it is false", {}, {}};
    std::string_view const value = here.word(2);
    bool const yes = value == "true" || value == "yes", no = value == "false" || value == "no";
    if (here.is(1) == text::terminal::is && (yes || no)) {
        std::uint32_t const from = here.at(0).offset;
        h.edits.push_back({from, here.at(2).offset + here.at(2).length - from, (no ? "not " : "") + name});
    }
    return h;
}

hint of_quorum(text::diagnostic const& d)
{
    std::string const most = std::to_string(d.limit);
    return {"ask for at most " + most + ", or name more roles", {}, {}};
}

hint by_code(text::diagnostic const& d, place_in_tokens const& here, std::string_view text)
{
    switch (d.is) {
    case code::unexpected:
    case code::no_contract: return hint_of_unexpected(d, here);
    case code::stray_character:
    case code::unclosed_string:
    case code::bad_date:
    case code::bad_label: return hint_of_token(d, here, text);
    case code::unclosed_block: return {"put the `}` where what began with `{` ends", {}, {}};
    case code::unknown_name:
        // An `.other` is never declared: its parent is what is missing.
        if (!d.suggestion.empty() || d.subject.find(".other") != d.subject.npos) return {};
        return {declaration_of(d.detail, d.subject), {}, {}};
    case code::wrong_kind: {
        std::string const roles = d.suggestion == "a party" && d.detail == "a role" ? here.roles_of(d.subject)
                                                                                    : std::string{};
        return roles.empty() ? hint{} : hint{"name a role of this party: " + roles, {}, {}};
    }
    case code::declared_twice: return {"give one of the two another name, or delete it if it is the same", {}, {}};
    case code::label_twice:
        return {"give one of the two another label; " + quoted(here.free_label(d.subject)) + " is free", {}, {}};
    case code::unknown_value: return d.suggestion.empty() ? values(here) : hint{};
    case code::value_of_wrong_type: return of_wrong_value(d, here);
    case code::needs_value: {
        std::string const all = here.values_of(d.subject);
        return all.empty() ? hint{} : hint{quoted(d.subject) + " is " + all, {}, {}};
    }
    case code::flag_has_no_value: return of_flag_with_value(here);
    case code::quorum_too_large: return of_quorum(d);
    case code::quorum_names_twice:
        return {"name each role once; several persons of one role are `2 signers of …`", {}, {}};
    case code::escalation_circle: return {"let one of these chains say `refuse` in place of `escalate to`", {}, {}};
    case code::chain_never_met: return {"ask for fewer roles or for others, or take theirs out of `not by`", {}, {}};
    case code::scenario_differs:
        if (d.detail != "outcome" || d.second.empty()) return {};
        return {"if that is as it should be, write `expect " + std::string{d.suggestion} + " by " +
                    std::string{d.second} + "`; if not, mend the terms",
                {},
                {}};
    case code::permit_covered:
        return {
            "no permit overrides a prohibition; write the exception into the prohibition, behind `except` or `unless`",
            {},
            {}};
    default: return {};
    }
}

}  // namespace

hint hints::of(text::diagnostic const& d, std::string_view text, text_format format)
{
    if (text.size() > longest_text || d.where.line == 0) return {};
    auto const [at, fresh] = cut_.try_emplace(text.data());
    if (fresh) at->second = cut(text, format);
    if (d.where.offset > at->second.text.size()) return {};  // behind a NUL
    return by_code(d, place_in_tokens{at->second, d.where.offset}, at->second.text);
}

}  // namespace redline::tool
