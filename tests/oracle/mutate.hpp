// An independent oracle: drafts of a contract: a copy with terms and vocabulary added, dropped and changed.
#pragma once

#include "align.hpp"
#include "compare.hpp"
#include "generate_small.hpp"

namespace redline_oracle {

/// Whether a condition speaks of what a key names (see `key_of`), or of a use or mission at or below a path; by way of
/// definitions, too.
inline bool mentions(const contract& c, const condition& in, const std::string& key, const std::string& path = "")
{
    for (const condition& atom : atoms(in, c)) {
        if (key_of(atom) != key) continue;
        if (path.empty() || atom.name == path || is_below(atom.name, path)) return true;
    }
    return false;
}

inline bool mentions(const contract& c, const term& t, const std::string& key, const std::string& path = "")
{
    return (!t.is_baseline() && mentions(c, when_of(t), key, path)) || mentions(c, unless_of(t), key, path);
}

/// Drops the terms and definitions that speak of something, so that it can be dropped.
inline void forget(contract& c, const std::string& key, const std::string& path = "")
{
    const contract was = c;  // definitions are read from it
    std::erase_if(c.terms, [&](const term& t) { return mentions(was, t, key, path); });
    std::erase_if(c.definitions, [&](const definition& d) { return mentions(was, d.stands_for, key, path); });
}

template <class T>
std::string random_name(const std::vector<T>& list, dice& d)
{
    return list.empty() ? "" : d.pick(list).name;
}

inline void drop_use(contract& c, dice& d)
{
    const std::string path = d.pick(c.uses).path;
    const auto gone = [&](const std::string& one) { return one == path || is_below(one, path); };
    if (std::all_of(c.uses.begin(), c.uses.end(), [&](const use& u) { return gone(u.path); })) return;
    forget(c, "use", path);
    std::erase_if(c.terms, [&](term& t) {
        if (!t.over) return false;
        std::erase_if(t.over->paths, gone);
        std::erase_if(t.over->exceptions, gone);
        return !t.over->all_uses && t.over->paths.empty();
    });
    std::erase_if(c.uses, [&](const use& u) { return gone(u.path); });
}

inline void drop_mission(contract& c, dice& d)
{
    if (c.missions.empty()) return;
    const std::string path = d.pick(c.missions).path;
    forget(c, "mission", path);
    std::erase_if(c.missions, [&](const mission& m) { return m.path == path || is_below(m.path, path); });
    // What is said of missions needs one.
    if (c.missions.empty()) forget(c, "mission");
}

/// Drops a fact, evidence, a safeguard or a chain, with the terms and duties that speak of it.
inline void drop_name(contract& c, dice& d)
{
    const auto drop = [&](auto& list, const std::string& kind) {
        const std::string name = random_name(list, d);
        if (name.empty()) return;
        forget(c, kind + ":" + name);
        std::erase_if(list, [&](const auto& one) { return one.name == name; });
        std::erase_if(c.duties, [&](const duty& one) { return kind == "evidence" && one.evidence == name; });
    };
    const std::size_t choice = d.below(4);
    if (choice == 0 && c.facts.size() > 1) drop(c.facts, "fact");
    if (choice == 1) drop(c.evidences, "evidence");
    if (choice == 2) drop(c.safeguards, "safeguard");
    if (choice == 3) drop(c.signoffs, "signoff");
}

inline std::string free_label(const contract& c)
{
    for (std::size_t number = 1;; ++number) {
        const std::string label = "70." + std::to_string(number);
        if (std::none_of(c.terms.begin(), c.terms.end(), [&](const term& t) { return t.label == label; })) return label;
    }
}

inline void insert_term(contract& c, term t, dice& d)
{
    t.label = free_label(c);
    if (t.kind == term_kind::trigger) t.trigger = "trigger_" + std::to_string(d.between(1000, 999'999));
    c.terms.insert(c.terms.begin() + static_cast<std::ptrdiff_t>(d.below(c.terms.size() + 1)), t);
}

inline term random_term(const contract& c, dice& d)
{
    if (d.percent(30)) return random_permit(c, d);
    return random_prohibit_form(c, d, "");
}

inline void add_use(contract& c, dice& d)
{
    std::string path = d.pick(names{"drone", "logistics", "cyber"});
    const std::string kind = d.pick(names{"mass", "swarm"});
    if (d.percent(65)) path = d.pick(c.uses).path + "." + kind;
    if (has_path(use_paths(c), path)) return;
    c.uses.push_back({path, ""});
    if (d.percent(60)) {
        term t = random_term(c, d);
        t.over = scope{false, {path}, {}};
        insert_term(c, t, d);
    }
}

inline void add_mission(contract& c, dice& d)
{
    std::string path = d.pick(names{"patrol", "routine"});
    const std::string kind = d.pick(names{"night", "sea"});
    if (!c.missions.empty() && d.percent(60)) path = d.pick(c.missions).path + "." + kind;
    if (has_path(mission_paths(c), path)) return;
    c.missions.push_back({path, d.percent(35), ""});
    term t = random_term(c, d);
    t.when = make(condition_kind::mission_is, path);
    if (d.percent(60)) insert_term(c, t, d);
}

inline void add_name(contract& c, dice& d)
{
    const std::size_t choice = d.below(3);
    if (choice == 0 && !find(c.facts, "abroad")) {
        c.facts.push_back({"abroad", fact_type::flag, {}, random_attester(d), ""});
        term t = random_term(c, d);
        t.when = make(condition_kind::flag, "abroad");
        if (d.percent(75)) insert_term(c, t, d);
    }
    term t;
    t.kind = term_kind::require;
    t.over = random_scope(c, d);
    if (choice == 1 && !find(c.evidences, "impact_study")) {
        c.evidences.push_back({"impact_study", "vendor", {}, ""});
        t.items = {make(condition_kind::held, "impact_study")};
        if (d.percent(75)) insert_term(c, t, d);
    }
    if (choice == 2 && !find(c.signoffs, "board")) {
        c.signoffs.push_back(small_chain("board", d));
        t.items = {make(d.percent(70) ? condition_kind::signed_by : condition_kind::waived_by, "board")};
        if (d.percent(75)) insert_term(c, t, d);
    }
}

/// Who attests a fact or gives evidence, how long that is valid, which missions are sensitive, when it is in effect.
inline void change_declaration(contract& c, dice& d)
{
    const std::size_t choice = d.below(6);
    if (choice == 0 && !c.facts.empty()) c.facts[d.below(c.facts.size())].from = random_attester(d);
    if (choice == 1 && !find(c.facts, "lawful"))
        c.facts.push_back({"lawful", fact_type::flag, {}, random_attester(d), ""});
    if (choice == 2 && !c.evidences.empty()) c.evidences[d.below(c.evidences.size())].from = "ombuds";
    if (choice == 3 && !c.evidences.empty()) c.evidences[d.below(c.evidences.size())].valid = threshold_time(d);
    if (choice == 4 && !c.missions.empty()) {
        mission& m = c.missions[d.below(c.missions.size())];
        m.sensitive = !m.sensitive;
    }
    if (choice == 5) {
        c.effective_from = d.pick(names{"2026-03-01", "2026-07-15", "2025-12-31"});
        c.effective_before.reset();
        if (d.percent(50)) c.effective_before = d.pick(names{"2027-02-28", "2028-02-29"});
    }
}

inline void change_term(contract& c, dice& d)
{
    const std::size_t at = d.below(c.terms.size());
    term& t = c.terms[at];
    if (t.is_baseline()) {
        if (d.percent(40))
            t.kind = t.kind == term_kind::permit_all_lawful ? term_kind::permit_nothing_else
                                                            : term_kind::permit_all_lawful;
        return;
    }
    const std::size_t choice = d.below(6);
    if (choice == 0) c.terms.erase(c.terms.begin() + static_cast<std::ptrdiff_t>(at));
    else if (choice == 1) insert_term(c, random_term(c, d), d);
    else if (choice == 2) insert_term(c, related_term(c, t, d), d);
    else if (choice == 3) t.when = random_condition(c, d, false, 2);
    else if (choice == 4 && t.over) t.over = random_scope(c, d);
    else if (t.condition_of) t.condition_of = random_condition(c, d, true, 2);
}

/// One to three changes; some change nothing that is decided.
inline contract mutated(contract c, dice& d)
{
    const std::size_t changes = d.between(1, 3);
    for (std::size_t i = 0; i < changes; ++i) {
        const std::size_t choice = d.below(100);
        if (choice < 50) change_term(c, d);
        else if (choice < 58) add_use(c, d);
        else if (choice < 65) drop_use(c, d);
        else if (choice < 70) add_mission(c, d);
        else if (choice < 75) drop_mission(c, d);
        else if (choice < 82) add_name(c, d);
        else if (choice < 88) drop_name(c, d);
        else change_declaration(c, d);
    }
    c.version += 1;
    return c;
}

/// A contract and a draft that follows it, or the draft first; their joint requests number at most `most`.
inline std::pair<contract, contract> generate_small_pair(std::mt19937_64& rng, std::uint64_t most = small_space)
{
    dice d(rng);
    for (;;) {
        contract before = generate_small_contract(rng, most);
        contract after = mutated(before, d);
        if (d.percent(30)) std::swap(before, after);
        if (space_size(before, after) <= most) return {before, after};
    }
}

}  // namespace redline_oracle
