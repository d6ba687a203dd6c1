// Sign-off chains of a rule set as contract text: rule by rule, and whole.
#pragma once

#include "term_text.hpp"

namespace redline::inline v0_1 {

/// One stage or rule of a sign-off chain.
struct chain_rule_text {
    std::string about;        // what it rules on, alike in every contract: `stage legal`, `late`, `deputy a for b`
    std::string text;         // as a contract says it, without the `;`: `stage legal: 2 of a, b within 5 days`
    std::string meaning;      // two that mean the same have the same one: names in alphabetical order
    bool by_default = false;  // holds although the contract does not say so: `late: refuse`
};

/// Appends sign-off chains to a string in the exact syntax of the language; loaded again, the text gives the very same
/// entries. Language reference, "Grammar" and "What a sign-off chain is". Allocates.
class chain_writer : public term_writer {
public:
    using term_writer::term_writer;

    /// `safety_lead`, `2 of a, b, c`, `3 signers of a`.
    void quorum(stage_entry const& s) { quorum(s, members(s)); }

    /// All stages in their order, then each rule, those that hold by default included.
    std::vector<chain_rule_text> rules(chain_entry const& c)
    {
        std::vector<chain_rule_text> all;
        for (std::uint32_t i = c.stages.first; i != c.stages.last; ++i) all.push_back(stage(rules_.stages[i]));
        all.push_back(end("late", c.late));
        all.push_back(end("refusal", c.refusal));
        auto const add = [&](std::string const& text) { all.push_back({text, text, text}); };
        if (c.signers_distinct) add("signers distinct");
        auto const named = [&](std::string_view about, names_of_list names) {
            if (!names.empty()) all.push_back(list_of(about, std::move(names)));
        };
        named("not by", principal_names(c.barred));
        for (std::uint32_t i = c.deputies.first; i != c.deputies.last; ++i)
            add("deputy " + std::string{role(rules_.deputies[i].deputy)} + " for " +
                std::string{role(rules_.deputies[i].of)});
        named("revocable by", principal_names(c.revocable));
        names_of_list facts;
        for (std::uint32_t i = c.rests_on.first; i != c.rests_on.last; ++i)
            facts.push_back(name(rules_.facts[rules_.rested_facts[i]].name));
        named("rests on", std::move(facts));
        if (c.asker_may_sign) add("asker may sign");
        if (c.valid != unlimited) {
            std::string const text = written([&] { time("valid ", c.valid); });
            all.push_back({"valid", text, text});
        }
        if (c.once) add("valid once");
        return all;
    }
    /// `signoff review { stage legal: counsel; valid 30 days; }`, on one line.
    void statement(chain_entry const& c)
    {
        *this << "signoff " << name(c.name) << " ";
        braces(c);
    }
    /// What stands behind a chain's name.
    void braces(chain_entry const& c)
    {
        *this << "{ ";
        for (chain_rule_text const& r : rules(c))
            if (!r.by_default) *this << r.text << "; ";
        *this << "}";
    }
    using term_writer::statement;

private:
    using names_of_list = std::vector<std::string_view>;

    std::string_view role(std::uint32_t i) const noexcept { return name(rules_.roles[i].name); }
    std::string_view chain(std::uint32_t i) const noexcept { return name(rules_.chains[i].name); }
    names_of_list members(stage_entry const& s) const
    {
        names_of_list all;
        for (std::uint32_t i = s.members.first; i != s.members.last; ++i) all.push_back(role(rules_.chain_roles[i]));
        return all;
    }
    names_of_list principal_names(index_range of) const
    {
        names_of_list all;
        for (std::uint32_t i = of.first; i != of.last; ++i) {
            redline::principal const p = rules_.principals[i];
            all.push_back(p.kind == principal_kind::role ? role(p.index) : name(rules_.parties[p.index].name));
        }
        return all;
    }
    void names(names_of_list const& all)
    {
        list({0, static_cast<std::uint32_t>(all.size())}, [&](std::uint32_t i) { *this << all[i]; });
    }
    void quorum(stage_entry const& s, names_of_list const& of)
    {
        if (s.persons) {
            number(s.number);
            *this << " signers of ";
        }
        else if (of.size() > 1 && s.number == 1) *this << "any of ";
        else if (of.size() > 1 && s.number == of.size()) *this << "all of ";
        else if (of.size() > 1) {
            number(s.number);
            *this << " of ";
        }
        names(of);
    }
    chain_rule_text stage(stage_entry const& s)
    {
        std::string const about = "stage " + std::string{name(s.name)};
        auto const with = [&](names_of_list const& of) {
            return written([&] {
                *this << about << ": ";
                quorum(s, of);
                time(" within ", s.within);
            });
        };
        return {about, with(members(s)), with(sorted(members(s)))};
    }
    /// What happens when a stage is late or refused.
    chain_rule_text end(std::string_view when, std::uint32_t to)
    {
        std::string const text =
            std::string{when} + ": " + (to == none ? std::string{"refuse"} : "escalate to " + std::string{chain(to)});
        return {std::string{when}, text, text, to == none};
    }
    chain_rule_text list_of(std::string_view about, names_of_list all)
    {
        auto const with = [&](names_of_list const& of) {
            return written([&] {
                *this << about << " ";
                names(of);
            });
        };
        std::string text = with(all);
        all = sorted(std::move(all));
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return {std::string{about}, std::move(text), with(all)};
    }
    static names_of_list sorted(names_of_list all)
    {
        std::sort(all.begin(), all.end());
        return all;
    }
};

}  // namespace redline::inline v0_1
