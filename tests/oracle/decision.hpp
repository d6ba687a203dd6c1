// An independent oracle: a decision as a plain struct that can be compared and read.
#pragma once

#include "contract.hpp"

namespace redline_oracle {

enum class outcome : std::uint8_t { permitted, paused, prohibited };  // from the mildest to the strictest
enum class ground { forbidden, uncovered };

struct pending {
    names signoffs, evidence, safeguards, facts;
    bool mission = false, date = false, use = false;
    bool operator==(const pending&) const = default;
    bool empty() const
    {
        return signoffs.empty() && evidence.empty() && safeguards.empty() && facts.empty() && !mission && !date && !use;
    }
};

struct log_entry {
    std::string by;  // the label of the log term
    names to;
    std::optional<duration> within, keep;
    bool operator==(const log_entry&) const = default;
};

/// All but the contract's digest, and what travels with the terms cited (`because`, `citing`): those the model holds.
struct decision {
    redline_oracle::outcome outcome = outcome::permitted;
    std::optional<redline_oracle::ground> ground;  // when prohibited
    names by;
    std::optional<redline_oracle::pending> pending;  // when paused
    names exceptions;
    std::vector<log_entry> log;
    bool operator==(const decision&) const = default;
};

inline std::string dump(outcome o)
{
    return o == outcome::permitted ? "permitted" : o == outcome::paused ? "paused" : "prohibited";
}

inline std::string dump(const names& list)
{
    std::string text;
    for (const std::string& name : list) text += (text.empty() ? "\"" : ", \"") + name + "\"";
    return "[" + text + "]";
}

inline std::string dump(const pending& p)
{
    const auto yes_no = [](bool b) { return b ? "true" : "false"; };
    return "{\"signoffs\": " + dump(p.signoffs) + ", \"evidence\": " + dump(p.evidence) +
           ", \"safeguards\": " + dump(p.safeguards) + ", \"facts\": " + dump(p.facts) +
           ", \"mission\": " + yes_no(p.mission) + ", \"date\": " + yes_no(p.date) + ", \"use\": " + yes_no(p.use) +
           "}";
}

inline std::string dump(const log_entry& entry)
{
    std::string text = "{\"by\": \"" + entry.by + "\", \"to\": " + dump(entry.to);
    if (entry.within) text += ", \"within\": \"" + entry.within->text() + "\"";
    if (entry.keep) text += ", \"keep\": \"" + entry.keep->text() + "\"";
    return text + "}";
}

/// The decision on one line, as JSON with its members in the order of the command's page.
inline std::string dump(const decision& d)
{
    std::string text = "{\"outcome\": \"" + dump(d.outcome) + "\"";
    if (d.ground)
        text += *d.ground == ground::forbidden ? ", \"ground\": \"forbidden\"" : ", \"ground\": \"uncovered\"";
    text += ", \"by\": " + dump(d.by);
    if (d.pending) text += ", \"pending\": " + dump(*d.pending);
    text += ", \"exceptions\": " + dump(d.exceptions) + ", \"log\": [";
    for (std::size_t i = 0; i < d.log.size(); ++i) text += (i == 0 ? "" : ", ") + dump(d.log[i]);
    return text + "]}";
}

}  // namespace redline_oracle
