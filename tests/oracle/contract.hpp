// An independent oracle: a contract as a plain tree, for tests. Nothing here knows the library or shares code with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace redline_oracle {

/// A duration as written: `36 hours`, `1 day`.
struct duration {
    std::uint64_t number = 0;
    std::string unit = "days";  // minutes, hours, days, weeks, years, or the singular of one of them

    /// "`days` (24 hours), `weeks`, `years` (365 days); the singular is the same word."
    std::uint64_t minutes() const
    {
        if (unit.starts_with("minute")) return number;
        if (unit.starts_with("hour")) return number * 60;
        if (unit.starts_with("day")) return number * 60 * 24;
        if (unit.starts_with("week")) return number * 60 * 24 * 7;
        return number * 60 * 24 * 365;
    }
    std::string text() const { return std::to_string(number) + " " + unit; }
    bool operator==(const duration& other) const { return minutes() == other.minutes(); }
};

using names = std::vector<std::string>;  // also of paths and labels: `surveillance.mass` and `2.10` are one string each
using date = std::string;                // `YYYY-MM-DD`: the order of such texts is the order of the days

struct party {
    std::string name, text;
};
struct role {
    std::string name;
    std::optional<std::string> of;  // of nobody: independent
    std::string text;
};
struct authority {
    std::string name, text;
    std::optional<date> as_of;  // no date: as amended
};
struct use {
    std::string path, text;
};
struct mission {
    std::string path;
    bool sensitive = false;
    std::string text;
};

enum class fact_type { flag, count, duration, level, one_of, any_of };

struct fact {
    std::string name;
    fact_type type = fact_type::flag;
    names values;  // of a level: from the lowest up
    std::optional<std::string> from;
    std::string text;
};

struct safeguard {
    std::string name;
    names own_ladder;  // empty: the default ladder
    std::string text;

    /// "A safeguard with no ladder of its own has `absent < prototype < tested < validated`."
    names ladder() const
    {
        return own_ladder.empty() ? names{"absent", "prototype", "tested", "validated"} : own_ladder;
    }
};

struct evidence {
    std::string name, from;
    std::optional<duration> valid;
    std::string text;
};

// clang-format off
enum class condition_kind {
    all, any, negation,                        // `and`, `or`, `not`, over `children`
    defined, flag,                             // name
    fact_is, fact_has,                         // name, values; `any_of`: written `any of`
    at_least, at_most, over, under,            // name, and values, count or time by the fact's type
    mission_sensitive, mission_is, use_is,     // path, in name
    date_from, date_before,                    // day
    held, safeguard_at_least,                  // name; of evidence, `within` perhaps; of a safeguard, values
    signed_by, asked_of, waived_by             // name of a chain
};
// clang-format on

struct condition {
    condition_kind kind = condition_kind::all;
    std::vector<condition> children;
    std::string name;
    bool is_not = false;  // written `is not`: fact_is, mission_sensitive, mission_is, use_is
    bool any_of = false;
    names values;
    std::uint64_t count = 0;
    std::optional<duration> time;  // of a duration fact, or the `within` of evidence
    date day;
    bool parentheses = false;  // printed with parentheses that nothing needs
};

/// A condition that needs no more than its kind and perhaps a name.
inline condition make(condition_kind kind, const std::string& name = "")
{
    condition result;
    result.kind = kind;
    result.name = name;
    return result;
}

struct definition {
    std::string name;
    condition stands_for;
};

struct scope {
    bool all_uses = false;
    names paths, exceptions;
};

enum class term_kind { permit_all_lawful, permit_nothing_else, permit, prohibit, restrict, require, trigger, log };

struct term {
    std::string label;
    term_kind kind = term_kind::permit;
    std::optional<scope> over;  // left out by a baseline and perhaps by a log
    std::optional<condition> when;
    std::optional<condition> condition_of;  // `unless` of a prohibit, `to` of a restrict
    std::vector<condition> items;           // of a require, and `with` of a trigger: atoms
    std::string trigger, pause_for;         // of a trigger: its name, and the chain
    bool all_decisions = false;             // of a log, and what follows
    names kinds, to;
    std::optional<duration> within, keep;
    names citing;
    std::string because;

    bool is_baseline() const { return kind == term_kind::permit_all_lawful || kind == term_kind::permit_nothing_else; }
    bool is_permit() const { return is_baseline() || kind == term_kind::permit; }
    bool is_log() const { return kind == term_kind::log; }
};

/// `duty BY EVIDENCE every …`, or `within … of EVENT`. Of no consequence to a decision, so not among the terms.
struct duty {
    std::string label, by, evidence;
    std::optional<duration> every, within;
    std::string of_event;
};

struct deputy {
    std::string name, of;  // `deputy NAME for OF`
};
struct stage {
    std::string name;
    std::string quorum;  // as written: `officer`, `any of officer, counsel`, `2 signers of clerk`
    std::optional<duration> within;
};
struct signoff {
    std::string name;
    std::vector<stage> stages;
    std::optional<duration> valid;
    std::vector<deputy> deputies;
};

struct contract {
    std::string title;
    std::uint64_t version = 1;
    std::optional<date> effective_from, effective_before;
    std::vector<party> parties;
    std::vector<role> roles;
    std::vector<authority> authorities;
    std::vector<use> uses;
    std::vector<mission> missions;
    std::vector<fact> facts;  // `lawful` only when the text declares it
    std::vector<safeguard> safeguards;
    std::vector<evidence> evidences;
    std::vector<definition> definitions;
    std::vector<term> terms;
    std::vector<signoff> signoffs;
    names events;
    std::vector<duty> duties;
    bool terms_first = false;  // printed before the declarations
};

/// The item of `list` called `name`, or null.
template <class T>
const T* find(const std::vector<T>& list, const std::string& name)
{
    for (const T& item : list)
        if (item.name == name) return &item;
    return nullptr;
}

/// "The flag fact `lawful` is declared even when the text does not." Its place is then the first (see `pending`).
inline std::vector<fact> all_facts(const contract& c)
{
    std::vector<fact> result = c.facts;
    if (!find(result, "lawful")) result.insert(result.begin(), fact{"lawful", fact_type::flag, {}, {}, {}});
    return result;
}

}  // namespace redline_oracle
