// A rule set and its scenarios as readable text, complete and stable: what the ways in are compared by, and what
// grammar/conformance expects. Names are resolved, durations are minutes, conditions stand in postfix order.
#pragma once

#include "dump_conditions.hpp"
#include "dump_scenarios.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace redline_test {

/// Writes all of a rule set but its conditions and scenarios, which dump_conditions.hpp and dump_scenarios.hpp do.
class rule_set_dump : condition_dump {
public:
    explicit rule_set_dump(redline::rule_set const& rules) : condition_dump{rules} {}

    std::string text()
    {
        header();
        vocabulary();
        for (auto const& d : r.definitions)
            line("define " + name(d.name) + " as" + condition(d.condition) + mark(d.obtainable, "obtainable") +
                 mark(d.waivable, "waivable") + " depth " + std::to_string(d.depth));
        for (auto const& t : r.terms) term(t);
        for (auto const& c : r.chains) chain(c);
        index();
        symbols();
        sizes();
        return out_;
    }

private:
    void line(std::string const& text) { out_ += text + "\n"; }

    void header()
    {
        std::string effective;
        if (r.has_from) effective += " effective from " + day(r.effective_from);
        if (r.has_before) effective += " before " + day(r.effective_before);
        if (r.language != redline::language_version) line("language " + std::to_string(r.language));
        line("contract " + redline_test::quoted(name(r.title)) + " version " + std::to_string(r.version) + effective);
        line("digest " + (r.digest == nullptr ? "none" : hex(*r.digest)));
        line("baseline " + term_label(r.baseline) + ", lawful is fact " + std::to_string(r.lawful) + ", slots " +
             std::to_string(r.slot_count));
    }
    std::string described(redline::text_ref d) const { return d.empty() ? "" : " " + redline_test::quoted(name(d)); }

    void kinds(std::string const& word, redline::array_view<redline::kind_entry> all)
    {
        for (auto const& k : all)
            line(word + " " + name(k.path) + (k.parent == redline::none ? "" : " below " + name(all[k.parent].path)) +
                 " [" + std::to_string(k.enter) + ", " + std::to_string(k.leave) + ")" +
                 mark(k.sensitive, "sensitive") + mark(k.sensitive_below, "sensitive_below") +
                 described(k.description));
    }
    std::string values(redline::index_range of) const
    {
        return list(of, [&](std::uint32_t i) { return name(r.values[i]); });
    }
    void vocabulary()
    {
        for (auto const& s : r.sections) line("section " + name(s.label) + " " + redline_test::quoted(name(s.title)));
        for (auto const& p : r.parties) line("party " + name(p.name) + described(p.description));
        for (auto const& p : r.roles)
            line("role " + name(p.name) +
                 (p.party == redline::none ? " independent" : " of " + name(r.parties[p.party].name)) +
                 described(p.description));
        for (auto const& a : r.authorities)
            line("authority " + name(a.name) + " " + redline_test::quoted(name(a.title)) +
                 (a.amended ? " as amended" : " as of " + day(a.as_of)));
        kinds("use", r.uses);
        kinds("mission", r.missions);
        static constexpr char const* types[] = {"flag", "count", "duration", "level", "one of", "any of"};
        for (auto const& f : r.facts)
            line("fact " + name(f.name) + " is " + types[static_cast<unsigned>(f.type)] + values(f.values) + " slot " +
                 std::to_string(f.slot) + from(f.from) + described(f.description));
        for (auto const& s : r.safeguards)
            line("safeguard " + name(s.name) + " is" + values(s.values) + described(s.description));
        for (auto const& e : r.evidence)
            line("evidence " + name(e.name) + from(e.from) + time("valid", e.valid) + described(e.description));
        for (auto const& e : r.events) line("event " + name(e.name) + described(e.description));
    }
    std::string from(redline::principal p) const
    {
        return p.kind == redline::principal_kind::nobody ? "" : " from " + principal(p);
    }

    void term(redline::term_entry const& t)
    {
        static constexpr char const* kinds[] = {"permit_all_lawful",
                                                "permit_nothing_else",
                                                "permit",
                                                "prohibit",
                                                "restrict",
                                                "require",
                                                "trigger",
                                                "log",
                                                "audit",
                                                "duty",
                                                "continuity"};
        line("term " + name(t.label) + " line " + std::to_string(t.line) + " " + kinds[static_cast<unsigned>(t.kind)] +
             (t.section == redline::none ? "" : " section " + name(r.sections[t.section].label)) + scope(t.scope) +
             (t.when.empty() ? "" : " when" + condition(t.when)) +
             (t.unless.empty() ? "" : " unless" + condition(t.unless)) + mark(t.waivable, "waivable") + detail(t) +
             (t.cites.empty()
                  ? ""
                  : " citing" + list(t.cites, [&](std::uint32_t i) { return name(r.authorities[r.cites[i]].name); })) +
             (t.because.empty() ? "" : " because " + redline_test::quoted(name(t.because))));
    }
    std::string detail(redline::term_entry const& t) const
    {
        using enum redline::term_kind;
        if (t.kind == trigger) {
            auto const& e = r.triggers[t.detail];
            return " named " + name(e.name) + " for " + name(r.chains[e.chain].name);
        }
        if (t.kind == log) {
            auto const& e = r.logs[t.detail];
            return std::string{" of"} + mark((e.kinds & 1) != 0, "permitted") + mark((e.kinds & 2) != 0, "paused") +
                   mark((e.kinds & 4) != 0, "prohibited") + mark((e.kinds & 8) != 0, "exceptions") + " to" +
                   principals(e.told) + time("within", e.within) + time("keep", e.keep);
        }
        if (t.kind == audit)
            return " by " + principal(r.audits[t.detail].by) + time("notice", r.audits[t.detail].notice);
        if (t.kind == continuity) return time("notice", r.continuities[t.detail].notice);
        if (t.kind != duty) return "";
        auto const& e = r.duties[t.detail];
        return " of " + principal(e.of) + " for " +
               name(e.kind == redline::duty_object::evidence ? r.evidence[e.object].name
                                                             : r.safeguards[e.object].name) +
               time("every", e.every) + time("within", e.within) +
               (e.event == redline::none ? "" : " of " + name(r.events[e.event].name));
    }

    std::string role(std::uint32_t i) const { return name(r.roles[i].name); }
    void chain(redline::chain_entry const& c)
    {
        auto const end = [&](std::uint32_t to) { return to == redline::none ? "refuse" : name(r.chains[to].name); };
        line("signoff " + name(c.name) + " late " + end(c.late) + " refusal " + end(c.refusal) +
             mark(c.signers_distinct, "distinct") + mark(c.asker_may_sign, "asker_may_sign") + mark(c.once, "once") +
             mark(c.ends, "ends") + " barred" + principals(c.barred) + " revocable" + principals(c.revocable) +
             (c.rests_on_named
                  ? " rests on" +
                        list(c.rests_on, [&](std::uint32_t i) { return name(r.facts[r.rested_facts[i]].name); })
                  : " rests on all") +
             time("valid", c.valid));
        for (std::uint32_t i = c.stages.first; i != c.stages.last; ++i) {
            auto const& s = r.stages[i];
            line("  stage " + name(s.name) + " " + std::to_string(s.number) + (s.persons ? " persons of" : " of") +
                 list(s.members, [&](std::uint32_t m) { return role(r.chain_roles[m]); }) + time("within", s.within));
        }
        for (std::uint32_t i = c.deputies.first; i != c.deputies.last; ++i)
            line("  deputy " + role(r.deputies[i].deputy) + " for " + role(r.deputies[i].of));
    }

    void index()
    {
        std::string everywhere;
        for (auto const t : r.terms_everywhere) everywhere += " " + term_label(t);
        line("terms everywhere:" + everywhere);
        for (std::uint32_t u = 0; u < r.uses.size; ++u) {
            redline::index_range const of{r.first_term_of_use[u], r.first_term_of_use[u + 1]};
            if (!of.empty())
                line("terms of " + name(r.uses[u].path) + ":" +
                     list(of, [&](std::uint32_t i) { return term_label(r.terms_of_use[i]); }));
        }
    }
    /// Sorted, since where a name stands in the table follows from the order in which names were entered.
    void symbols()
    {
        static constexpr char const* kinds[] = {"nothing",   "party",    "role",    "authority",  "fact",
                                                "safeguard", "evidence", "event",   "definition", "trigger",
                                                "chain",     "use",      "mission", "label",      "section",
                                                "value",     "stage",    "broken",  "template"};
        std::vector<std::tuple<unsigned, std::uint32_t, std::string, std::string>> all;
        for (auto const& s : r.symbols)
            if (s.kind != redline::symbol_kind::nothing)
                all.emplace_back(static_cast<unsigned>(s.space), s.owner + 1, name(s.name),
                                 std::string{kinds[static_cast<unsigned>(s.kind)]} + " " + std::to_string(s.index) +
                                     (s.key == redline::key_of(name(s.name)) ? "" : " with a wrong key"));
        std::sort(all.begin(), all.end());
        for (auto const& [space, owner, spelled, what] : all)
            line("name " + std::to_string(space) + "." + std::to_string(owner) + " " + spelled + ": " + what);
    }
    void sizes()
    {
        std::string text = "sizes:";
        auto const add = [&](char const* of, std::uint32_t size) {
            if (size != 0) text += std::string{" "} + of + " " + std::to_string(size);
        };
        add("values", r.values.size);
        add("conditions", r.conditions.size);
        add("alternatives", r.alternatives.size);
        add("scope_paths", r.scope_paths.size);
        add("cites", r.cites.size);
        add("principals", r.principals.size);
        add("stages", r.stages.size);
        add("chain_roles", r.chain_roles.size);
        add("deputies", r.deputies.size);
        add("rested_facts", r.rested_facts.size);
        add("first_term_of_use", r.first_term_of_use.size);
        add("terms_of_use", r.terms_of_use.size);
        add("symbols", r.symbols.size);
        line(text);
    }

    std::string out_;
};

inline std::string dump(redline::rule_set const& rules) { return rule_set_dump{rules}.text(); }

inline std::string dump(redline::rule_set const& rules, redline::scenario_set const& scenarios)
{
    return dump(rules) + scenario_dump{rules, scenarios}.text();
}

}  // namespace redline_test
