// Single atoms of conditions as contract text, and what all that is written as contract text is made of.
#pragma once

#include "words_values.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace redline::inline v0_1 {

/// Appends atoms to a string in the exact syntax of the language: what was resolved, not how it was written, so evidence
/// `within` more than its `valid` comes out without it, and durations in their natural unit.
///
/// Language reference, "Grammar". Linear in the text, times the logarithm of the number of facts. Allocates.
class atom_writer {
public:
    /// Appends to `to`; both must outlive the writer.
    atom_writer(rule_set const& rules, std::string& to) noexcept : rules_{rules}, to_{&to} {}

    /// Appends text as it is.
    atom_writer& operator<<(std::string_view text)
    {
        *to_ += text;
        return *this;
    }

    /// Any node but `both`, `either` and `negation`; `negated` with `is not`, where it `says_is`.
    void atom(condition_node const& n, bool negated)
    {
        std::string_view const is = negated ? " is not " : " is ";
        auto const when = static_cast<day_number>(static_cast<std::uint32_t>(n.operand));
        switch (n.op) {
        case condition_op::flag: *this << name(fact_of(n.subject).name); return;
        case condition_op::equals: return compare(n, is);
        case condition_op::at_least: return compare(n, " at least ");
        case condition_op::at_most: return compare(n, " at most ");
        case condition_op::over: return compare(n, " over ");
        case condition_op::under: return compare(n, " under ");
        case condition_op::equals_any: {
            fact_entry const& fact = fact_of(n.subject);
            *this << name(fact.name) << is << "any of ";
            return list(n.alternatives(), [&](std::uint32_t i) { value(fact, rules_.alternatives[i]); });
        }
        case condition_op::has: *this << name(fact_of(n.subject).name) << " has "; return member(n.subject);
        case condition_op::has_any: {
            index_range const of = n.alternatives();
            *this << name(fact_of(rules_.alternatives[of.first]).name) << " has any of ";
            return list(of, [&](std::uint32_t i) { member(rules_.alternatives[i]); });
        }
        case condition_op::mission_is: *this << "mission" << is << name(rules_.missions[n.subject].path); return;
        case condition_op::mission_sensitive: *this << "mission" << is << "sensitive"; return;
        case condition_op::use_is: *this << "use" << is << name(rules_.uses[n.subject].path); return;
        case condition_op::date_from: *this << "date from "; return day(when);
        case condition_op::date_before: *this << "date before "; return day(when);
        case condition_op::evidence: return evidence(rules_.evidence[n.subject], n.operand);
        case condition_op::safeguard:
            *this << name(rules_.safeguards[n.subject].name) << " at least "
                  << level_name(rules_, n.subject, static_cast<std::uint32_t>(n.operand));
            return;
        case condition_op::signed_by: *this << "signed by " << name(rules_.chains[n.subject].name); return;
        case condition_op::waived_by: *this << "waived by " << name(rules_.chains[n.subject].name); return;
        case condition_op::asked_of: *this << "asked of " << name(rules_.chains[n.subject].name); return;
        case condition_op::definition: *this << name(rules_.definitions[n.subject].name); return;
        default: return;
        }
    }
    /// Whether an atom is written with `is`.
    static constexpr bool says_is(condition_op op) noexcept
    {
        return op == condition_op::equals || op == condition_op::equals_any || op == condition_op::mission_is ||
               op == condition_op::mission_sensitive || op == condition_op::use_is;
    }

protected:
    /// A name of the rule set.
    std::string_view name(text_ref of) const noexcept { return rules_(of); }
    /// A number, in groups of three digits.
    void number(std::uint64_t n) { write_number(*this, n); }
    /// A duration in its largest unit.
    void duration(std::uint64_t minutes) { write_duration(*this, minutes); }
    /// A date.
    void day(day_number d) { write_day(*this, d); }
    /// A keyword and a duration, where there is one.
    void time(std::string_view keyword, std::uint64_t minutes)
    {
        if (minutes == unlimited) return;
        *this << keyword;
        duration(minutes);
    }
    /// What `write` appends, apart.
    template <class Write>
    std::string written(Write const& write)
    {
        std::string text;
        std::string* const whole = std::exchange(to_, &text);
        write();
        to_ = whole;
        return text;
    }
    /// `write` for each index of a range, with something between them.
    template <class Write>
    void list(index_range of, Write const& write, std::string_view between = ", ")
    {
        for (std::uint32_t i = of.first; i != of.last; ++i) {
            if (i != of.first) *this << between;
            write(i);
        }
    }

    /// The fact that a slot belongs to, which has to be one of the rule set's. Logarithmic in the number of facts.
    fact_entry const& fact_of(std::uint32_t slot) const
    {
        auto const behind = std::upper_bound(rules_.facts.begin(), rules_.facts.end(), slot,
                                             [](std::uint32_t s, fact_entry const& f) { return s < f.slot; });
        return *(behind - 1);
    }
    /// The value of an `any of` that a slot stands for.
    std::string_view member_name(std::uint32_t slot) const
    {
        fact_entry const& fact = fact_of(slot);
        return name(rules_.values[fact.values.first + slot - fact.slot]);
    }

    rule_set const& rules_;

private:
    void compare(condition_node const& n, std::string_view how)
    {
        fact_entry const& fact = fact_of(n.subject);
        *this << name(fact.name) << how;
        value(fact, n.operand);
    }
    void evidence(evidence_entry const& e, std::uint64_t oldest)
    {
        *this << name(e.name);
        // An age is less than `unlimited`, which stands for evidence that is not held.
        if (oldest != std::min(e.valid, unlimited - 1)) time(" within ", oldest);
    }

    void value(fact_entry const& fact, std::uint64_t v)
    {
        if (fact.type == fact_type::count) number(v);
        else if (fact.type == fact_type::duration) duration(v);
        else *this << name(rules_.values[fact.values.first + static_cast<std::uint32_t>(v)]);
    }
    void member(std::uint32_t slot) { *this << member_name(slot); }

    std::string* to_;
};

}  // namespace redline::inline v0_1
