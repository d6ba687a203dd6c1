// An independent oracle: what a request is, as a plain model, and as the JSON of the language's page.
#pragma once

#include "contract.hpp"

#include <map>
#include <variant>

namespace redline_oracle {

/// The value of an `any of`: "either the set of values that hold, which may be empty, or for some of the values whether
/// they hold".
struct any_of_value {
    bool whole = true;  // true: what is not in `holds` does not hold; false: it is unknown
    std::map<std::string, bool> holds;
};

using fact_value = std::variant<bool, std::uint64_t, duration, std::string, any_of_value>;

enum class chain_state { opened, complete, refused };

struct request {
    names uses;
    std::optional<std::string> mission;
    std::optional<date> day;
    std::map<std::string, fact_value> facts;
    std::map<std::string, std::string> attested;
    std::map<std::string, duration> evidence;       // its age; not in here: not held
    std::map<std::string, std::string> safeguards;  // its level; not in here: the lowest
    std::map<std::string, chain_state> signoffs;    // not in here: not asked
};

inline std::string print_json(const any_of_value& value)
{
    std::string text;
    for (const auto& [name, holds] : value.holds) {
        if (value.whole && !holds) continue;
        if (!text.empty()) text += ", ";
        text += "\"" + name + "\"";
        if (!value.whole) text += holds ? ": true" : ": false";
    }
    return value.whole ? "[" + text + "]" : "{" + text + "}";
}

inline std::string print_json(const fact_value& value)
{
    if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const std::uint64_t* count = std::get_if<std::uint64_t>(&value)) return std::to_string(*count);
    if (const duration* time = std::get_if<duration>(&value)) return "\"" + time->text() + "\"";
    if (const std::string* name = std::get_if<std::string>(&value)) return "\"" + *name + "\"";
    return print_json(std::get<any_of_value>(value));
}

inline std::string print_json(const std::string& value) { return "\"" + value + "\""; }
inline std::string print_json(const duration& value) { return "\"" + value.text() + "\""; }
inline std::string print_json(chain_state state)
{
    return state == chain_state::opened     ? "\"opened\""
           : state == chain_state::complete ? "\"complete\""
                                            : "\"refused\"";
}

/// `, "name": {…}`, or nothing for a map that is empty.
template <class T>
std::string print_member(const std::string& name, const std::map<std::string, T>& map)
{
    std::string text;
    for (const auto& [key, value] : map) text += (text.empty() ? "\"" : ", \"") + key + "\": " + print_json(value);
    return map.empty() ? "" : ", \"" + name + "\": {" + text + "}";
}

/// The request on one line.
inline std::string print_json(const request& r)
{
    std::string text = "{\"use\": ";
    if (r.uses.size() == 1) text += "\"" + r.uses.front() + "\"";
    else {
        for (std::size_t i = 0; i < r.uses.size(); ++i) text += (i == 0 ? "[\"" : ", \"") + r.uses[i] + "\"";
        text += "]";
    }
    if (r.mission) text += ", \"mission\": \"" + *r.mission + "\"";
    if (r.day) text += ", \"date\": \"" + *r.day + "\"";
    text += print_member("facts", r.facts);
    text += print_member("attested", r.attested);
    text += print_member("evidence", r.evidence);
    text += print_member("safeguards", r.safeguards);
    text += print_member("signoffs", r.signoffs);
    return text + "}";
}

}  // namespace redline_oracle
