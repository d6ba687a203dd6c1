// An independent oracle: from what each term says to the decision on a request, literally as in "What is decided".
#pragma once

#include "decision.hpp"
#include "terms.hpp"

#include <set>

namespace redline_oracle {

/// "the `signoffs`, `evidence` and `safeguards` whose atoms in X are not true, chains that were refused left out; the
/// `facts` (and `mission`, `date`, `use`) whose atoms in W or X are unknown, and `use` when the scope as a whole is."
struct pending_sets {
    std::set<std::string> signoffs, evidence, safeguards, facts;
    bool mission = false, date = false, use = false;

    void add(const condition& atom, const situation& s)
    {
        const truth is = value(atom, s, world::as_it_is);
        if (is_obtainable(atom.kind)) {
            if (is == truth::yes) return;
            const auto chain = s.request.signoffs.find(atom.name);
            if (atom.kind == condition_kind::held) evidence.insert(atom.name);
            else if (atom.kind == condition_kind::safeguard_at_least) safeguards.insert(atom.name);
            else if (chain == s.request.signoffs.end() || chain->second != chain_state::refused)
                signoffs.insert(atom.name);
        }
        else if (is == truth::unknown) {
            if (atom.kind == condition_kind::mission_is || atom.kind == condition_kind::mission_sensitive)
                mission = true;
            else if (atom.kind == condition_kind::date_from || atom.kind == condition_kind::date_before) date = true;
            else if (atom.kind == condition_kind::use_is) use = true;
            else facts.insert(atom.name);
        }
    }
    void add(const term& t, const situation& s)
    {
        for (const condition& atom : atoms(when_of(t), s.terms)) add(atom, s);
        for (const condition& atom : atoms(unless_of(t), s.terms)) add(atom, s);
        if (scope_is_true(scope_of(t), s.one_use) == truth::unknown) use = true;
    }
};

/// What one use of a request comes to, its lists not yet in order.
struct use_decision {
    redline_oracle::outcome outcome = outcome::permitted;
    bool forbidden = false;
    std::set<std::string> by, exceptions;
    pending_sets pending;
};

inline use_decision decide_one_use(const situation& s)
{
    use_decision result;
    std::set<std::string> prohibiting, pausing, permitting;
    const truth covered = coverage(s);
    for (const term& t : s.terms.terms) {
        if (is_prohibit_form(t)) {
            if (prohibits(t, s)) prohibiting.insert(t.label), result.forbidden = true;
            if (pauses(t, s)) pausing.insert(t.label), result.pending.add(t, s);
            // "`exceptions`: the terms whose A is not false and whose X is true, but would not be with every `waived
            // by` false"
            if (a_of(t, s) != truth::no && value(unless_of(t), s, world::as_it_is) == truth::yes &&
                value(unless_of(t), s, world::unwaived) != truth::yes)
                result.exceptions.insert(t.label);
        }
        if (t.is_permit() && t.kind != term_kind::permit_nothing_else && a_of(t, s) == truth::yes)
            permitting.insert(t.label);
        // Coverage "False: the baseline's term prohibits. Unknown: it pauses."
        if (t.is_baseline() && covered == truth::no) prohibiting.insert(t.label);
        if (t.is_baseline() && covered == truth::unknown) pausing.insert(t.label);
    }
    // "For the baseline: the same of every permit term whose scope is not false, and of the header's dates."
    if (covered == truth::unknown) {
        for (const term& t : s.terms.terms)
            if (t.is_permit() && t.kind != term_kind::permit_nothing_else &&
                scope_is_true(scope_of(t), s.one_use) != truth::no)
                result.pending.add(t, s);
        if (in_effect(s) == truth::unknown) result.pending.date = true;
    }
    // "The outcome is the strictest: `prohibited` if any term prohibits, else `paused` if any pauses, else
    // `permitted`."
    if (!prohibiting.empty()) result.outcome = outcome::prohibited, result.by = prohibiting;
    else if (!pausing.empty()) result.outcome = outcome::paused, result.by = pausing;
    else result.outcome = outcome::permitted, result.by = permitting;
    return result;
}

/// "A request with several uses is decided for each: the outcome is the strictest; `ground`, `by` and `pending` are
/// merged over the uses that come out so (`forbidden` if one is), `exceptions` over all".
inline use_decision merge(const std::vector<use_decision>& parts)
{
    use_decision result;
    for (const use_decision& part : parts) result.outcome = std::max(result.outcome, part.outcome);
    for (const use_decision& part : parts) {
        result.exceptions.insert(part.exceptions.begin(), part.exceptions.end());
        if (part.outcome != result.outcome) continue;
        result.by.insert(part.by.begin(), part.by.end());
        result.forbidden = result.forbidden || part.forbidden;
        result.pending.signoffs.insert(part.pending.signoffs.begin(), part.pending.signoffs.end());
        result.pending.evidence.insert(part.pending.evidence.begin(), part.pending.evidence.end());
        result.pending.safeguards.insert(part.pending.safeguards.begin(), part.pending.safeguards.end());
        result.pending.facts.insert(part.pending.facts.begin(), part.pending.facts.end());
        result.pending.mission = result.pending.mission || part.pending.mission;
        result.pending.date = result.pending.date || part.pending.date;
        result.pending.use = result.pending.use || part.pending.use;
    }
    return result;
}

/// "a log term fires when its kinds hold that outcome or those exceptions, and its scope and `when` are not false for
/// any of the uses": for at least one of them.
inline bool fires(const term& t, const contract& c, const request& r, const use_decision& merged)
{
    const auto has = [&](const std::string& kind) {
        return t.all_decisions || std::find(t.kinds.begin(), t.kinds.end(), kind) != t.kinds.end();
    };
    if (!has(dump(merged.outcome)) && !(has("exceptions") && !merged.exceptions.empty())) return false;
    return std::any_of(r.uses.begin(), r.uses.end(), [&](const std::string& one_use) {
        return a_of(t, {c, r, one_use}) != truth::no;
    });
}

/// "each list in the order of the text (of declaration, for names) and without repetition"
template <class T, class Name>
names in_order(const std::vector<T>& declared, Name name, const std::set<std::string>& wanted)
{
    names result;
    for (const T& item : declared)
        if (wanted.contains(item.*name)) result.push_back(item.*name);
    return result;
}

inline decision evaluate(const contract& c, const request& r)
{
    std::vector<use_decision> parts;
    for (const std::string& one_use : r.uses) parts.push_back(decide_one_use({c, r, one_use}));
    const use_decision merged = merge(parts);

    decision result;
    result.outcome = merged.outcome;
    result.by = in_order(c.terms, &term::label, merged.by);
    result.exceptions = in_order(c.terms, &term::label, merged.exceptions);
    // "when prohibited its `ground`: `forbidden` when a prohibit form prohibits, else `uncovered`"
    if (merged.outcome == outcome::prohibited) result.ground = merged.forbidden ? ground::forbidden : ground::uncovered;
    if (merged.outcome == outcome::paused) {
        const pending_sets& p = merged.pending;
        result.pending = pending{in_order(c.signoffs, &signoff::name, p.signoffs),
                                 in_order(c.evidences, &evidence::name, p.evidence),
                                 in_order(c.safeguards, &safeguard::name, p.safeguards),
                                 in_order(all_facts(c), &fact::name, p.facts),  // "`lawful`, undeclared, comes first"
                                 p.mission,
                                 p.date,
                                 p.use};
    }
    for (const term& t : c.terms)
        if (t.is_log() && fires(t, c, r, merged)) result.log.push_back({t.label, t.to, t.within, t.keep});
    return result;
}

}  // namespace redline_oracle
