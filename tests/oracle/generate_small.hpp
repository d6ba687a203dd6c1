// An independent oracle: random contracts small enough to enumerate, full of what proofs are about.
#pragma once

#include "change.hpp"
#include "complete.hpp"
#include "evaluate.hpp"
#include "generate.hpp"

namespace redline_oracle {

inline void add_small_uses_and_missions(contract& c, dice& d)
{
    // Up to three deep; a name may begin like another, and a kind be called like a root.
    const std::vector<names> shapes{{"analysis", "cyber"},
                                    {"cyber", "cyber.mass", "cyber_ops"},
                                    {"weapons", "weapons.field", "weapons.field.mass", "cyber"},
                                    {"weapons", "weapons.field", "weapons.mass", "weapons.mass.cyber", "analysis"},
                                    {"cyber", "logistics"},
                                    {"logistics", "weapons", "weapons.field"}};
    for (const std::string& path : d.pick(shapes)) c.uses.push_back({path, ""});
    const std::vector<names> missions{{},
                                      {"combat"},
                                      {"combat", "routine"},
                                      {"combat", "combat.night", "relief"},
                                      {"relief", "relief.field", "relief.field.night"}};
    for (const std::string& path : d.pick(missions)) c.missions.push_back({path, d.percent(35), ""});
}

inline void add_small_facts(contract& c, dice& d)
{
    std::vector<fact> all{{"urgent", fact_type::flag, {}, {}, ""},
                          {"persons", fact_type::count, {}, {}, ""},
                          {"delay", fact_type::duration, {}, {}, ""},
                          {"oversight", fact_type::level, {"none", "low", "high"}, {}, ""},
                          {"network", fact_type::one_of, {"open_net", "secret", "urgent"}, {}, ""},
                          {"data", fact_type::any_of, {"biometric", "location", "speech"}, {}, ""},
                          {"origin", fact_type::any_of, {"abroad", "secret"}, {}, ""}};
    if (d.percent(30)) all.push_back({"lawful", fact_type::flag, {}, {}, ""});
    c.facts = d.some(all, 1, 3);
    for (fact& f : c.facts) f.from = random_attester(d);
}

inline signoff small_chain(const std::string& name, dice& d)
{
    const names quorums{"officer", "any of officer, clerk", "all of counsel, ombuds", "2 signers of ombuds", "counsel"};
    signoff s{name, {{"desk", d.pick(quorums), {}}}, {}, {}};
    if (d.percent(30)) s.stages.push_back({"final", d.pick(quorums), duration{2, "days"}});
    if (d.percent(30)) s.deputies.push_back({d.pick(names{"aide", "expert"}), s.stages.front().quorum});
    for (deputy& one : s.deputies)  // for a role that is asked for
        one.of = one.of.find("officer") != std::string::npos   ? "officer"
                 : one.of.find("counsel") != std::string::npos ? "counsel"
                                                               : "ombuds";
    return s;
}

inline void add_small_obtainables(contract& c, dice& d)
{
    c.safeguards =
        d.some(std::vector<safeguard>{{"output_filter", {}, ""}, {"watermark", {"missing", "present"}, ""}}, 0, 1);
    for (const std::string& name : d.some(names{"red_team", "legal_review"}, 0, 2))
        c.evidences.push_back({name, d.pick(names{"vendor", "agency", "counsel"}),
                               d.percent(50) ? std::optional(threshold_time(d)) : std::nullopt, ""});
    for (const std::string& name : d.some(names{"review", "exception"}, 0, 2))
        c.signoffs.push_back(small_chain(name, d));
    c.events = {"incident"};
    std::size_t number = 1;
    for (const evidence& e : c.evidences)
        if (d.percent(50)) {
            duty one{"90." + std::to_string(number++), d.pick(names{"vendor", "counsel"}), e.name, {}, {}, "incident"};
            (d.percent(70) ? one.every : one.within) = threshold_time(d);
            c.duties.push_back(one);
        }
}

/// A condition that can hold for nothing, or for little: what findings look for.
inline condition narrow_condition(const contract& c, dice& d)
{
    condition result = make(condition_kind::all);
    const condition first = random_condition(c, d, false, 1);
    if (d.percent(50)) {
        condition negated = make(condition_kind::negation);
        negated.children = {first};
        result.children = {first, negated};
    }
    else result.children = {first, random_condition(c, d, false, 1), random_condition(c, d, false, 1)};
    return result;
}

/// A term beside another: the same, of fewer requests or uses, without a way out, or a permit of what it prohibits.
inline term related_term(const contract& c, term t, dice& d)
{
    if (t.is_log()) return random_permit(c, d);
    const std::size_t choice = d.below(5);
    if (choice == 1) {
        condition narrower = make(condition_kind::all);
        if (t.when) narrower.children.push_back(*t.when);
        narrower.children.push_back(random_condition(c, d, false, 1));
        narrower.children.push_back(random_condition(c, d, false, 1));
        t.when = narrower;
    }
    if (choice == 2) {
        t.over = scope{false, {d.pick(paths_of(c.uses))}, {}};
        if (d.percent(50)) t.when = narrow_condition(c, d);
    }
    if (choice == 3 && t.kind == term_kind::prohibit) t.condition_of.reset();
    if (choice == 4) {
        term other;
        other.kind = t.is_permit() ? term_kind::prohibit : term_kind::permit;
        other.over = t.over;
        other.when = t.when;
        t = other;
    }
    t.trigger += t.trigger.empty() ? "" : "_too";
    return t;
}

inline void add_small_terms(contract& c, dice& d)
{
    term baseline;
    baseline.kind = d.percent(60) ? term_kind::permit_all_lawful : term_kind::permit_nothing_else;
    const std::size_t permits = d.between(baseline.kind == term_kind::permit_nothing_else ? 1 : 0, 2);
    for (std::size_t i = 0; i < permits; ++i) c.terms.push_back(random_permit(c, d));
    const std::size_t prohibits = d.between(1, 4);
    for (std::size_t i = 0; i < prohibits; ++i)
        c.terms.push_back(random_prohibit_form(c, d, "trigger_" + std::to_string(i)));
    if (d.percent(60)) c.terms.push_back(related_term(c, d.pick(c.terms), d));
    if (d.percent(25)) c.terms.push_back(random_log(c, d));
    if (d.percent(15)) c.terms[d.below(c.terms.size())].when = narrow_condition(c, d);
    if (c.missions.empty() && d.percent(20))  // of no mission it is never known
        c.terms[d.below(c.terms.size())].when = make(condition_kind::mission_sensitive);
    d.shuffle(c.terms);
    const std::size_t place = d.percent(60) ? 0 : d.below(c.terms.size() + 1);
    c.terms.insert(c.terms.begin() + static_cast<std::ptrdiff_t>(place), baseline);
    const names labels = random_labels(c.terms.size(), d);
    for (std::size_t i = 0; i < labels.size(); ++i) c.terms[i].label = labels[i];
}

inline contract any_small_contract(dice& d)
{
    contract c;
    c.title = "Small terms";
    if (d.percent(35)) {
        c.effective_from = "2026-03-01";
        if (d.percent(50)) c.effective_before = d.pick(names{"2026-07-15", "2027-02-28"});
    }
    c.parties = {{"agency", ""}, {"vendor", ""}};
    c.roles = {{"officer", "agency", ""}, {"clerk", "agency", ""},  {"aide", "agency", ""},
               {"counsel", "vendor", ""}, {"expert", "vendor", ""}, {"ombuds", {}, ""}};
    c.authorities = {{"directive", "Directive", "2023-01-25"}, {"statute", "An act", {}}};
    add_small_uses_and_missions(c, d);
    add_small_facts(c, d);
    add_small_obtainables(c, d);
    const std::size_t definitions = d.below(3);
    for (std::size_t i = 0; i < definitions; ++i)
        c.definitions.push_back({"defined_" + std::to_string(i), random_condition(c, d, d.percent(50), 2)});
    add_small_terms(c, d);
    return c;
}

inline constexpr std::uint64_t small_space = 20'000;

/// A random contract whose complete requests number from two for each use to `most`.
inline contract generate_small_contract(std::mt19937_64& rng, std::uint64_t most = small_space)
{
    dice d(rng);
    for (;;) {
        contract c = any_small_contract(d);
        const std::uint64_t size = space_size(c);
        if (size <= most && size >= 2 * complete_uses(c).size()) return c;
    }
}

/// A random request of one or two uses, most often one that is not permitted but could be.
inline request request_to_mend(const contract& c, dice& d)
{
    for (int tries = 0;; ++tries) {
        request r = random_request(c, d, d.percent(30));
        if (r.uses.size() > 2) r.uses.resize(2);
        if (d.percent(50)) r.evidence.clear(), r.safeguards.clear(), r.signoffs.clear();
        if (tries > 10) return r;
        request all = with_everything_obtained(c, with_everything_known(c, r, d));
        all.uses = r.uses;
        if (evaluate(c, r).outcome != outcome::permitted && evaluate(c, all).outcome == outcome::permitted) return r;
    }
}

}  // namespace redline_oracle
