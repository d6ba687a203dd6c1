// Terms and assertions in English.
#pragma once

#include "../core/assertion.hpp"
#include "english_condition.hpp"

namespace redline::inline v0_1::explaining {

/// Says what each term says, in whole sentences; language reference, "Terms".
class english_terms : public english_condition {
public:
    /// Made as `english` is, from a rule set that must outlive it.
    using english_condition::english_condition;

    /// What a term of the rule set says, as sentences. Never empty.
    std::string meaning(term_entry const& t) const
    {
        switch (t.kind) {
        case term_kind::permit_all_lawful:
            return "Every use is permitted when it is " + code("lawful") +
                   ", so far as no other term of this contract stands against it. This is the contract's baseline.";
        case term_kind::permit_nothing_else:
            return "Nothing is permitted but what a term of this contract permits. This is the contract's baseline.";
        case term_kind::permit:
            return uses(t.scope).is() + " permitted" + when(t.when) + ", so far as no other term stands against it.";
        case term_kind::prohibit:
            return uses(t.scope).is() + " prohibited" + when(t.when) +
                   (t.unless.empty() ? ""
                    : t.when.empty() ? " unless " + condition(t.unless)
                                     : ", unless " + condition(t.unless)) +
                   ".";
        case term_kind::restrict:
            return uses(t.scope).is() + " restricted" + when(t.when) + ": prohibited unless " + condition(t.unless) +
                   ".";
        case term_kind::require: {
            std::vector<std::string> const needed = items(t.unless);
            return uses(t.scope).text + (uses(t.scope).plural ? " require" : " requires") + when_in_commas(t.when) +
                   that(" that ", needed) + ".";
        }
        case term_kind::trigger: return trigger(t);
        case term_kind::log: return log(t);
        case term_kind::audit:
            return who_begins(rules_.audits[t.detail].by) + " may audit the records of decisions" + about(t.scope) +
                   when(t.when) + ", on " + notice(rules_.audits[t.detail].notice) + ".";
        case term_kind::duty: return duty(rules_.duties[t.detail]);
        case term_kind::continuity:
            return "A later version of this contract that narrows " + these_uses(t.scope) + " owes " +
                   notice(rules_.continuities[t.detail].notice) + ".";
        }
        return {};
    }
    /// `It cites DoD Directive 3000.09 (human_judgment, as it stood on 25 January 2023).`; nothing where it cites nothing.
    std::string citing(term_entry const& t) const
    {
        if (t.cites.empty()) return {};
        auto const cited = each(t.cites, [&](std::uint32_t i) {
            authority_entry const& a = rules_.authorities[rules_.cites[i]];
            return free_text(a.title) + " (" + name(a.name) + ", " + standing(a) + ")";
        });
        return "It cites " + and_list(cited) + ".";
    }
    /// `as it stood on 25 January 2023`.
    static std::string standing(authority_entry const& a)
    {
        return a.amended ? "as amended from time to time" : "as it stood on " + day(a.as_of);
    }
    /// What an assertion claims, as a sentence.
    std::string claim(assertion_entry const& a) const
    {
        std::vector<std::string> const without = items(a.without);
        if (a.claim == assertion_claim::attainable)
            return uses(a.scope).text + " can always come to be permitted" + when(a.when) +
                   (without.empty() ? "" : ", even if it is not so that " + or_list(without)) + ".";
        std::string text = uses(a.scope).is() + (a.claim == assertion_claim::always ? " always " : " never ");
        if (a.scope.all && a.claim == assertion_claim::never) text = "No" + uses(a.scope).is().substr(5) + " ever ";
        return text + std::string{name_of(a.outcome)} + when(a.when) +
               (without.empty() ? "" : ", unless " + or_list(without)) + ".";
    }

private:
    /// ` that a, that b, and that c`.
    static std::string that(std::string const& word, std::vector<std::string> const& clauses)
    {
        std::string text;
        for (std::size_t i = 0; i != clauses.size(); ++i) {
            if (i != 0) text += i + 1 == clauses.size() ? ", and" : ",";
            text += word + clauses[i];
        }
        return text;
    }
    /// `year`, `90 days`: what stands behind `every`.
    static std::string period(std::uint64_t minutes)
    {
        std::string const time = duration(minutes);
        return time.substr(0, 2) == "1 " ? time.substr(2) : time;
    }
    std::string when_in_commas(index_range of) const { return of.empty() ? "" : "," + when(of) + ","; }
    /// ` about the use weapons`; nothing where it is about all uses.
    std::string about(scope_entry const& s) const
    {
        return s.all && s.exceptions.empty() ? "" : " about " + these_uses(s);
    }
    std::string trigger(term_entry const& t) const
    {
        trigger_entry const& of = rules_.triggers[t.detail];
        return "The trigger " + name(of.name) + ": when " + condition(t.when) + ", " + these_uses(t.scope) +
               (uses(t.scope).plural ? " wait" : " waits") + that(" until ", items(t.unless)) + ".";
    }
    std::string log(term_entry const& t) const
    {
        log_entry const& l = rules_.logs[t.detail];
        constexpr std::string_view kinds[] = {"permits", "pauses", "prohibits", "rests on an exception"};
        std::vector<std::string> some;
        for (unsigned i = 0; i < std::size(kinds); ++i)
            if ((unsigned{l.kinds} >> i & 1u) != 0) some.emplace_back(kinds[i]);
        std::string const of = about(t.scope);
        std::string text = "Every decision" + of;
        if (l.kinds != log_all) {
            text = of.empty() ? "Every decision" : "Of the decisions" + of + ", every one";
            text += " that " + or_list(some);
        }
        text += when_in_commas(t.when) + " is reported to " + people(l.told, true);
        if (l.within != unlimited) text += " within " + duration(l.within);
        if (l.keep != unlimited) text += ", and the record is kept for " + duration(l.keep);
        return text + ".";
    }
    std::string duty(duty_entry const& d) const
    {
        std::string text = who_begins(d.of);
        if (d.kind == duty_object::evidence) text += " provides the evidence " + name(rules_.evidence[d.object].name);
        else text += " renews the safeguard " + name(rules_.safeguards[d.object].name);
        if (d.every != unlimited) return text + ", anew every " + period(d.every) + ".";
        return text + " within " + duration(d.within) + " of the event " + name(rules_.events[d.event].name) + ".";
    }
};

}  // namespace redline::inline v0_1::explaining
