// Sign-off chains in English.
#pragma once

#include "english.hpp"

namespace redline::inline v0_1::explaining {

/// Says a chain as steps, and then the rules that hold for all of them; language reference, "What a sign-off chain is".
class english_chains : public english {
public:
    /// Made as `english` is, from a rule set that must outlive it.
    using english::english;

    /// A chain by its index in the rule set, which must be one. Allocates.
    explained_chain explained(std::uint32_t chain) const
    {
        chain_entry const& c = rules_.chains[chain];
        std::uint32_t const stages = c.stages.last - c.stages.first;
        explained_chain e;
        e.name = rules_(c.name);
        std::string const opened = spoken_of(chain) + " Whoever asks opens it. ";
        e.opening = opened + (stages == 1 ? "It has one stage:"
                                          : "It has " + std::to_string(stages) + " stages, which run in this order:");
        e.steps = each(c.stages, [&](std::uint32_t i) { return step(rules_.stages[i], stages == 1); });
        bool const timed = any_stage(c, [](stage_entry const& s) { return s.within != unlimited; });
        if (timed) e.rules.push_back("If the time of a stage is up before it is complete, " + end(c.late) + ".");
        e.rules.push_back(refused(c) + ", " + end(c.refusal) + ".");
        if (c.late != none || c.refusal != none) e.rules.push_back(carried_over(c));
        add_signers(c, stages, e.rules);
        if (!c.revocable.empty())
            e.rules.push_back("While it is open or complete, " + people(c.revocable, false) + " may revoke it.");
        e.rules.push_back(rests_on(c));
        if (c.once)
            e.rules.emplace_back("Once complete, it can be used for one permission, and must then be asked for again.");
        if (c.valid != unlimited)
            e.rules.push_back("Once complete, it is valid for " + duration(c.valid) +
                              (c.once ? " at most." : ", and must then be asked for again."));
        else if (!c.once) e.rules.emplace_back("Once complete, it stays valid without a limit of time.");
        return e;
    }

private:
    template <class Is>
    bool any_stage(chain_entry const& c, Is const& is) const
    {
        for (std::uint32_t i = c.stages.first; i != c.stages.last; ++i)
            if (is(rules_.stages[i])) return true;
        return false;
    }
    /// Which terms speak of a chain, by way of definitions too.
    std::string spoken_of(std::uint32_t chain) const
    {
        std::vector<std::string> labels;
        for (term_entry const& t : rules_.terms)
            if (speaks_of(t.unless, chain)) labels.emplace_back(rules_(t.label));
        if (labels.empty()) return "No term speaks of it.";
        return (labels.size() == 1 ? "Term " + labels.front() + " speaks" : "Terms " + and_list(labels) + " speak") +
               " of it.";
    }
    bool speaks_of(index_range condition, std::uint32_t chain) const
    {
        for (std::uint32_t i = condition.first; i != condition.last; ++i) {
            condition_node const& n = rules_.conditions[i];
            bool const names_it = n.op == condition_op::signed_by || n.op == condition_op::waived_by ||
                                  n.op == condition_op::asked_of;
            if (names_it && n.subject == chain) return true;
            if (n.op == condition_op::definition && speaks_of(rules_.definitions[n.subject].condition, chain))
                return true;
        }
        return false;
    }
    std::string refused(chain_entry const& c) const
    {
        bool const persons = any_stage(c, [](stage_entry const& s) { return s.persons; });
        bool const roles = any_stage(c, [](stage_entry const& s) { return !s.persons; });
        if (!persons) return "If so many refuse that a stage can no longer be completed";
        if (!roles) return "If anybody who may sign refuses";
        return "If so many refuse that a stage can no longer be completed (of several persons in one role, one is "
               "enough)";
    }
    std::string step(stage_entry const& s, bool alone) const
    {
        auto const of =
            each(s.members, [&](std::uint32_t i) { return name(rules_.roles[rules_.chain_roles[i]].name); });
        std::string text = name(s.name) + ": ";
        if (s.persons) {
            text += number(s.number) + (s.number == 1 ? " person" : " different persons") + " in the role " +
                    or_list(of) + (s.number == 1 ? " signs" : " sign");
        }
        else if (of.size() == 1) text += of.front() + " signs";
        else if (s.number == 1) text += "one of " + or_list(of) + " signs";
        else if (s.number == of.size()) text += (of.size() == 2 ? "both " : "all of ") + and_list(of) + " sign";
        else text += number(s.number) + " of " + and_list(of) + " sign";
        if (s.within != unlimited)
            text +=
                " within " + duration(s.within) + (alone ? " of its being opened" : " of the opening of this stage");
        return text + ".";
    }
    std::string end(std::uint32_t to) const
    {
        return to == none ? "the sign-off is refused"
                          : "the matter goes on to " + sign_off(to) +
                                ", in a case of its own, whose end is the end of this one";
    }
    /// What a case that this one goes on to takes from it.
    static std::string carried_over(chain_entry const& c)
    {
        std::string text =
            "What was signed here does not count in the case that it goes on to. Whoever is barred here is "
            "barred there too";
        if (c.signers_distinct) text += ", and so is whoever has signed here";
        return text + "; the shorter of the two validities holds.";
    }
    bool is_gone_on_to(chain_entry const& c) const
    {
        auto const index = static_cast<std::uint32_t>(&c - rules_.chains.begin());
        for (chain_entry const& other : rules_.chains)
            if (other.late == index || other.refusal == index) return true;
        return false;
    }
    void add_signers(chain_entry const& c, std::uint32_t stages, std::vector<std::string>& to) const
    {
        to.emplace_back(c.asker_may_sign ? "Whoever asks may sign." : "Whoever asks may neither sign nor refuse.");
        if (!c.barred.empty())
            to.push_back("Nobody who acts as " + people(c.barred, false) + " in the case may sign or refuse.");
        if (c.signers_distinct && stages != 1) to.emplace_back("Nobody may sign in more than one stage.");
        if (c.signers_distinct && is_gone_on_to(c))
            to.emplace_back("Nobody may sign who has signed in the sign-off that went on to this one.");
        for (std::uint32_t i = c.deputies.first; i != c.deputies.last; ++i)
            to.push_back("A person in the role " + name(rules_.roles[rules_.deputies[i].deputy].name) +
                         " may act in the place of " + name(rules_.roles[rules_.deputies[i].of].name) + ".");
    }
    std::string rests_on(chain_entry const& c) const
    {
        std::string const void_when = "It is void when the use or the mission changes, or when ";
        if (!c.rests_on_named) return void_when + "any fact of the request changes or becomes known.";
        auto const facts =
            each(c.rests_on, [&](std::uint32_t i) { return name(rules_.facts[rules_.rested_facts[i]].name); });
        return void_when + or_list(facts) + " changes or becomes known.";
    }
};

}  // namespace redline::inline v0_1::explaining
