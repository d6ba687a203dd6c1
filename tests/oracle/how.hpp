// An independent oracle: what would have to hold for a request to be permitted, as `redline how` says it.
#pragma once

#include "change.hpp"
#include "columns.hpp"
#include "complete.hpp"

namespace redline_oracle {

/// What a way asks for, whatever the values: `evidence:…`, `signoff:…`, `fact:…`, `mission`, `date` with 1, and
/// `safeguard:…` with the rank of its level.
using support = std::map<std::string, std::size_t>;

/// Whether one asks for nothing that the other doesn't, and for no higher level. The same support is within itself.
inline bool is_within(const support& less, const support& more)
{
    return std::all_of(less.begin(), less.end(), [&](const auto& asked) {
        const auto other = more.find(asked.first);
        return other != more.end() && asked.second <= other->second;
    });
}

/// A change of a request (a request that says only what is new), with what it asks for.
struct way {
    support asks;
    request change;
};

inline support support_of(const contract& c, const request& change)
{
    support result;
    for (const auto& [name, age] : change.evidence) result["evidence:" + name] = 1;
    for (const auto& [name, state] : change.signoffs) result["signoff:" + name] = 1;
    for (const auto& [name, value] : change.facts) result["fact:" + name] = 1;
    for (const auto& [name, level] : change.safeguards)
        result["safeguard:" + name] = static_cast<std::size_t>(rank(find(c.safeguards, name)->ladder(), level));
    if (change.mission) result["mission"] = 1;
    if (change.day) result["date"] = 1;
    return result;
}

/// The values that agree with what is known of a fact: all, or those sets that hold what is known to hold and nothing
/// that is known not to.
inline std::vector<fact_value> open_values(const fact& f, const std::optional<fact_value>& known,
                                           const std::vector<condition>& atoms)
{
    std::vector<fact_value> result;
    for (const fact_value& one : fact_cells(f, atoms)) {
        bool agrees = true;
        if (known)
            for (const auto& [name, is] : std::get<any_of_value>(*known).holds)
                agrees = agrees && (holds(std::get<any_of_value>(one), name) == truth::yes) == is;
        if (agrees) result.push_back(one);
    }
    return result;
}

/// What may be changed of a request; the first value of each changes nothing. "sets of evidence, safeguards, chains to
/// ask and complete (one that was refused, by a new case) and values for what is unknown"; the uses stay.
inline space possible_changes(const contract& c, const request& r)
{
    const std::vector<condition> atoms = all_atoms(c);
    space result{r, {}};
    const auto dimension_of = [&](const std::string& key) -> std::vector<request>& {
        result.dimensions.push_back({key, {request{}}});
        return result.dimensions.back().values;
    };
    if (!r.mission || has_children(mission_paths(c), *r.mission)) {
        std::vector<request>& values = dimension_of("mission");
        for (const std::string& one : complete_kinds(mission_paths(c)))
            if (!r.mission || is_below(one, *r.mission)) values.emplace_back(), values.back().mission = one;
    }
    if (!r.day) {
        std::vector<request>& values = dimension_of("date");
        for (const date& day : day_cells({&c}, atoms)) values.emplace_back(), values.back().day = day;
    }
    for (const fact& f : all_facts(c)) {
        const std::optional<fact_value> known = known_value(c, r, f);
        if (known && is_whole(f, *known)) continue;
        std::vector<request>& values = dimension_of("fact:" + f.name);
        for (const fact_value& one : open_values(f, known, atoms)) values.push_back(saying(f, one));
    }
    for (const evidence& e : c.evidences) {
        request fresh;
        fresh.evidence[e.name] = duration{0, "days"};
        dimension_of("evidence:" + e.name).push_back(fresh);
    }
    for (const safeguard& s : c.safeguards) {
        const names ladder = s.ladder();
        const auto given = r.safeguards.find(s.name);
        const std::ptrdiff_t now = given == r.safeguards.end() ? 0 : rank(ladder, given->second);
        std::vector<request>& values = dimension_of("safeguard:" + s.name);
        for (const std::string& level : ladder)
            if (rank(ladder, level) > now) values.emplace_back(), values.back().safeguards[s.name] = level;
    }
    for (const signoff& s : c.signoffs) {
        request complete;
        complete.signoffs[s.name] = chain_state::complete;
        dimension_of("signoff:" + s.name).push_back(complete);
    }
    merge_alike({{c, atoms, &result}});
    return result;
}

/// "all smallest sets": every change after which the request is permitted, such that with nothing less of the same
/// change (a member left out, a safeguard one level lower) it is. Enough to try one step: the promises make the changes
/// after which it is permitted closed under more.
inline std::vector<way> smallest_ways(const contract& c, const request& r)
{
    const space over = possible_changes(c, r);
    outcome_column strictest;
    for (const std::string& one_use : r.uses) {
        space of_use = over;
        of_use.base.uses = {one_use};
        const outcome_column one = columns(c, of_use).outcomes();
        if (strictest.empty()) strictest = one;
        for (std::size_t i = 0; i < one.size(); ++i) strictest[i] = std::max(strictest[i], one[i]);
    }
    std::vector<way> result;
    for (std::size_t i = 0; i < strictest.size(); ++i) {
        if (strictest[i] != outcome::permitted) continue;
        const std::vector<std::size_t> values = values_at(over, i);
        bool smallest = true;
        request change;
        std::size_t block = strictest.size();
        for (std::size_t k = 0; k < values.size(); ++k) {
            const dimension& d = over.dimensions[k];
            block /= d.values.size();
            if (values[k] == 0) continue;
            change = joined(change, d.values[values[k]]);
            const std::size_t down = d.key.starts_with("safeguard:") ? 1 : values[k];
            smallest = smallest && strictest[i - down * block] != outcome::permitted;
        }
        if (smallest) result.push_back({support_of(c, change), change});
    }
    return result;
}

/// The supports of all smallest ways, whatever the values of facts, mission and date. One may be within another: where
/// one value of a fact needs a signature and another does not.
inline std::set<support> supports(const std::vector<way>& ways)
{
    std::set<support> result;
    for (const way& one : ways) result.insert(one.asks);
    return result;
}

/// Those of them that none other is within: the minimal supports ignoring which values.
inline std::set<support> minimal_supports(const std::vector<way>& ways)
{
    const std::set<support> all = supports(ways);
    std::set<support> result;
    for (const support& one : all)
        if (std::none_of(all.begin(), all.end(),
                         [&](const support& other) { return other != one && is_within(other, one); }))
            result.insert(one);
    return result;
}

/// Whether a request is permitted after a change.
inline bool works(const contract& c, const request& r, const request& change)
{
    return evaluate(c, joined(r, change)).outcome == outcome::permitted;
}

/// Whether a change works and is as small as can be: no longer works with any one thing left out, or one safeguard at
/// the next lower level (left out, where that is no higher than the request's own).
inline bool is_smallest(const contract& c, const request& r, const request& change)
{
    if (!works(c, r, change)) return false;
    bool result = true;
    const auto without = [&](auto member, const std::string& name) {
        request less = change;
        (less.*member).erase(name);
        if (!less.facts.contains(name)) less.attested.erase(name);  // a fact goes with its attestation
        result = result && !works(c, r, less);
    };
    for (const auto& one : change.facts) without(&request::facts, one.first);
    for (const auto& one : change.evidence) without(&request::evidence, one.first);
    for (const auto& one : change.signoffs) without(&request::signoffs, one.first);
    for (const auto& [name, level] : change.safeguards) {
        const names ladder = find(c.safeguards, name)->ladder();
        const std::ptrdiff_t lower = rank(ladder, level) - 1;
        const auto given = r.safeguards.find(name);
        const std::ptrdiff_t now = given == r.safeguards.end() ? 0 : rank(ladder, given->second);
        if (lower < now) return false;  // nothing to obtain
        request less = change;
        if (lower > now) less.safeguards[name] = ladder[static_cast<std::size_t>(lower)];
        else less.safeguards.erase(name);
        result = result && !works(c, r, less);
    }
    request no_mission = change, no_day = change;
    no_mission.mission.reset();
    no_day.day.reset();
    return result && !(change.mission && works(c, r, no_mission)) && !(change.day && works(c, r, no_day));
}

/// One support as text: `{evidence:legal_review, safeguard:filter=tested, signoff:review, fact:persons}`.
inline std::string dump(const contract& c, const support& of)
{
    names texts;
    for (const auto& [key, level] : of) {
        std::string text = key;
        if (key.starts_with("safeguard:")) text += "=" + find(c.safeguards, key.substr(10))->ladder()[level];
        texts.push_back(text);
    }
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + text;
    return "{" + list + "}";
}

}  // namespace redline_oracle
