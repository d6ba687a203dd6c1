// An independent oracle: random contracts without errors, the same for the same seed.
#pragma once

#include "generate_condition.hpp"
#include "generate_request.hpp"
#include "generate_vocabulary.hpp"

namespace redline_oracle {

/// Definitions of both flavours: of given atoms only, and with obtainable ones; each may use those before it.
inline void add_definitions(contract& c, dice& d)
{
    const std::size_t count = d.below(4);
    for (std::size_t i = 0; i < count; ++i)
        c.definitions.push_back({"defined_" + std::to_string(i), random_condition(c, d, d.percent(50), 2)});
}

inline term random_log(const contract& c, dice& d)
{
    term t;
    t.kind = term_kind::log;
    t.all_decisions = d.percent(25);
    if (!t.all_decisions) t.kinds = d.some(names{"permitted", "paused", "prohibited", "exceptions"}, 1, 3);
    t.to = d.some(names{"ombuds", "agency", "counsel"}, 1, 2);
    if (d.percent(40)) t.within = threshold_time(d);
    if (d.percent(60)) t.keep = duration{d.between(1, 7), "years"};
    if (d.percent(50)) t.over = random_scope(c, d);
    if (d.percent(50)) t.when = random_condition(c, d, false, 2);
    return t;
}

inline term random_permit(const contract& c, dice& d)
{
    term t;
    t.over = random_scope(c, d);
    if (d.percent(60)) t.when = random_condition(c, d, false, 2);
    return t;
}

/// What `require` and `with` list: atoms that can be obtained.
inline std::vector<condition> random_items(const contract& c, dice& d, std::size_t least, std::size_t most)
{
    std::vector<condition> result;
    const std::size_t count = d.between(least, most);
    for (std::size_t i = 0; i < count; ++i) result.push_back(obtainable_atom_of(c, d));
    return result;
}

/// One of the four ways to write a prohibit form.
inline term random_prohibit_form(const contract& c, dice& d, const std::string& trigger_name)
{
    term t;
    t.over = random_scope(c, d);
    const std::size_t choice = d.below(100);
    if (choice < 25 && has_obtainables(c)) {
        t.kind = term_kind::require;
        t.items = random_items(c, d, 1, 3);
        if (d.percent(50)) t.when = random_condition(c, d, false, 2);
    }
    else if (choice < 45 && !c.signoffs.empty()) {
        t.kind = term_kind::trigger;
        t.trigger = trigger_name;
        t.pause_for = d.pick(c.signoffs).name;
        t.when = random_condition(c, d, false, 2);
        if (d.percent(50)) t.items = random_items(c, d, 1, 2);
    }
    else if (choice < 70) {
        t.kind = term_kind::restrict;
        t.condition_of = random_condition(c, d, true);
        if (d.percent(60)) t.when = random_condition(c, d, false, 2);
    }
    else {
        t.kind = term_kind::prohibit;
        if (d.percent(85)) t.condition_of = random_condition(c, d, true);
        if (d.percent(70) || !t.condition_of) t.when = random_condition(c, d, false, 2);
    }
    return t;
}

/// Unique labels, most often rising: `1`, `2.1`, `2.2`, `2.10`, `3.0.1`.
inline names random_labels(std::size_t count, dice& d)
{
    names result;
    std::size_t section = 1, number = 0;
    while (result.size() < count) {
        if (d.percent(25) || result.empty()) {
            number = 0;
            result.push_back(std::to_string(section++));
        }
        else {
            number += d.percent(15) ? 9 : 1;
            result.push_back(std::to_string(section) + (d.percent(10) ? ".0." : ".") + std::to_string(number));
        }
    }
    if (d.percent(25)) d.shuffle(result);
    return result;
}

inline void add_terms(contract& c, dice& d)
{
    term baseline;
    baseline.kind = d.percent(65) ? term_kind::permit_all_lawful : term_kind::permit_nothing_else;
    const bool nothing_else = baseline.kind == term_kind::permit_nothing_else;

    const std::size_t permits = nothing_else ? d.between(1, 4) : d.below(3);
    for (std::size_t i = 0; i < permits; ++i) c.terms.push_back(random_permit(c, d));
    const std::size_t prohibits = d.between(0, 5);
    for (std::size_t i = 0; i < prohibits; ++i)
        c.terms.push_back(random_prohibit_form(c, d, "trigger_" + std::to_string(i)));
    const std::size_t logs = d.below(4);
    for (std::size_t i = 0; i < logs; ++i) c.terms.push_back(random_log(c, d));
    d.shuffle(c.terms);
    const std::size_t place = d.percent(60) ? 0 : d.below(c.terms.size() + 1);
    c.terms.insert(c.terms.begin() + static_cast<std::ptrdiff_t>(place), baseline);

    const names labels = random_labels(c.terms.size(), d);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        c.terms[i].label = labels[i];
        if (d.percent(15)) c.terms[i].citing = d.some(names{"directive", "statute"}, 1, 2);
        if (d.percent(15)) c.terms[i].because = "It says \"so\" in " + labels[i] + ".";
    }
}

inline contract generate_contract(std::mt19937_64& rng)
{
    dice d(rng);
    contract c;
    c.title = d.percent(80) ? "Random terms" : "Random \"terms\"\nof two lines \\ and an \xC3\xA9";
    c.version = d.between(1, 9);
    if (d.percent(35)) {
        c.effective_from = "2026-03-01";
        if (d.percent(50)) c.effective_before = d.pick(names{"2026-07-15", "2027-02-28", "2028-02-29"});
    }
    add_vocabulary(c, d);
    add_definitions(c, d);
    add_terms(c, d);
    c.terms_first = d.percent(20);
    return c;
}

}  // namespace redline_oracle
