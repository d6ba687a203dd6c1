// Conditions, items and scopes in English.
#pragma once

#include "../core/proof/term_text_atom.hpp"
#include "english.hpp"

namespace redline::inline v0_1::explaining {

/// The subject of a sentence, and whether its verb is in the plural.
struct subject {
    std::string text;
    bool plural = false;

    /// The subject with its verb: `The use weapons is`, `The uses a and b are`, with names as they are marked.
    std::string is() const { return text + (plural ? " are" : " is"); }
};

/// Says conditions as clauses that can stand behind "when", "if" or "unless". It says what is written, and leaves what
/// that means to the decisions: a defined name stays a name, and nothing is simplified.
class english_condition : public english {
public:
    /// Made as `english` is, from a rule set that must outlive it.
    using english::english;

    /// A range of `rule_set::conditions` as one clause; empty for an empty range.
    std::string condition(index_range of) const { return expressed(of).text; }

    /// The items of a range, each as a clause.
    std::vector<std::string> items(index_range of) const
    {
        std::vector<std::string> all;
        for (std::uint32_t i = of.first; i != of.last; ++i) {
            condition_op const op = rules_.conditions[i].op;
            if (op != condition_op::both && op != condition_op::either)
                all.push_back(atom(rules_.conditions[i], false).text);
        }
        return all;
    }

    /// `Every use`, `The uses a and b, other than a.x,`.
    subject uses(scope_entry const& s) const
    {
        std::string const except = or_list(paths(s.exceptions));
        if (s.all) return {except.empty() ? "Every use" : "Every use other than " + except, false};
        std::vector<std::string> const of = paths(s.paths);
        std::string text = (of.size() == 1 ? "The use " : "The uses ") + and_list(of);
        if (!except.empty()) text += ", other than " + except + ",";
        return {text, of.size() != 1};
    }
    /// The same within a sentence: `every use`, `the use weapons`.
    std::string these_uses(scope_entry const& s) const
    {
        std::string text = uses(s).text;
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
        if (text.back() == ',') text.pop_back();
        return text;
    }
    /// ` when …`, or nothing.
    std::string when(index_range of) const { return of.empty() ? "" : " when " + condition(of); }

private:
    using expression = proof::expression;
    using joined_by = proof::joined_by;

    std::vector<std::string> paths(index_range of) const
    {
        return each(of, [&](std::uint32_t i) { return name(rules_.uses[rules_.scope_paths[i]].path); });
    }

    expression expressed(index_range of) const
    {
        std::vector<expression> waiting;
        for (std::uint32_t i = of.first; i != of.last; ++i) {
            condition_node const& n = rules_.conditions[i];
            if (n.op == condition_op::negation) waiting.back() = denied(waiting.back());
            else if (n.op == condition_op::both || n.op == condition_op::either) {
                expression const right = std::move(waiting.back());
                waiting.pop_back();
                waiting.back() = proof::join({waiting.back(), right},
                                             n.op == condition_op::both ? joined_by::both : joined_by::either);
            }
            else {
                bool const negated = says_not(n.op) && i + 1 != of.last &&
                                     rules_.conditions[i + 1].op == condition_op::negation;
                if (negated) ++i;
                waiting.push_back(atom(n, negated));
            }
        }
        return waiting.empty() ? expression{} : waiting.front();
    }
    static expression denied(expression const& e) { return {"it is not the case that (" + e.text + ")", {}, 1}; }
    /// Whether the negation of an atom has a clause of its own.
    static bool says_not(condition_op op) noexcept
    {
        return op == condition_op::flag || op == condition_op::has || op == condition_op::mission_sensitive ||
               atom_writer::says_is(op);
    }

    expression atom(condition_node const& n, bool negated) const
    {
        std::string const is = negated ? " is not " : " is ";
        auto const plain = [](std::string text) { return expression{std::move(text), {}, 1}; };
        auto const when = static_cast<day_number>(static_cast<std::uint32_t>(n.operand));
        switch (n.op) {
        case condition_op::flag: return plain(flag(n.subject, negated));
        case condition_op::equals: return plain(fact(n.subject) + is + value(n.subject, n.operand));
        case condition_op::at_least: return plain(fact(n.subject) + " is at least " + value(n.subject, n.operand));
        case condition_op::at_most: return plain(fact(n.subject) + " is at most " + value(n.subject, n.operand));
        case condition_op::over: return plain(fact(n.subject) + " is above " + value(n.subject, n.operand));
        case condition_op::under: return plain(fact(n.subject) + " is below " + value(n.subject, n.operand));
        case condition_op::equals_any: {
            auto const of =
                each(n.alternatives(), [&](std::uint32_t i) { return value(n.subject, rules_.alternatives[i]); });
            if (negated) return plain(fact(n.subject) + (of.size() == 1 ? " is not " : " is none of ") + and_list(of));
            return alternatives(fact(n.subject) + " is ", of);
        }
        case condition_op::has:
            return plain(fact(n.subject) + (negated ? " does not include " : " includes ") + member(n.subject));
        case condition_op::has_any: {
            index_range const of = n.alternatives();
            return alternatives(fact(rules_.alternatives[of.first]) + " includes ",
                                each(of, [&](std::uint32_t i) { return member(rules_.alternatives[i]); }));
        }
        case condition_op::mission_is: return plain("the mission" + is + name(rules_.missions[n.subject].path));
        case condition_op::mission_sensitive: return plain("the mission" + is + "sensitive");
        case condition_op::use_is: return plain("the use" + is + name(rules_.uses[n.subject].path));
        case condition_op::date_from: return plain("the date is on or after " + day(when));
        case condition_op::date_before: return plain("the date is before " + day(when));
        case condition_op::evidence: return evidence(rules_.evidence[n.subject], n.operand);
        case condition_op::safeguard:
            return plain(name(rules_.safeguards[n.subject].name) + " is at least " +
                         code(level_name(rules_, n.subject, static_cast<std::uint32_t>(n.operand))));
        case condition_op::signed_by: return plain(sign_off(n.subject) + " is complete");
        case condition_op::waived_by: return plain(sign_off(n.subject) + " has granted a waiver");
        case condition_op::asked_of: return plain(sign_off(n.subject) + " has been asked for");
        case condition_op::definition: return plain(name(rules_.definitions[n.subject].name) + " is met");
        default: return {};
        }
    }
    static expression alternatives(std::string const& before, std::vector<std::string> const& of)
    {
        return {before + or_list(of), of.size() == 1 ? joined_by::nothing : joined_by::either, 1};
    }
    expression evidence(evidence_entry const& e, std::uint64_t oldest) const
    {
        std::string const held = name(e.name) + " is held";
        // An age is less than `unlimited`, which stands for evidence that is not held.
        if (oldest >= unlimited - 1) return {held, {}, 1};
        return {held + " and no older than " + duration(oldest), joined_by::both, 1};
    }
    std::string flag(std::uint32_t slot, bool negated) const
    {
        fact_entry const& f = fact_at(slot);
        bool const lawful = rules_.lawful != none && &f == &rules_.facts[rules_.lawful];
        if (lawful) return (negated ? "the use is not " : "the use is ") + name(f.name);
        return name(f.name) + (negated ? " is not true" : " is true");
    }

    /// What a rule set says of slots is for those who write it as text, too.
    class reader : public atom_writer {
    public:
        reader(rule_set const& rules, std::string& nowhere) noexcept : atom_writer{rules, nowhere} {}
        using atom_writer::fact_of;
        using atom_writer::member_name;
    };
    fact_entry const& fact_at(std::uint32_t slot) const
    {
        std::string nowhere;
        return reader{rules_, nowhere}.fact_of(slot);
    }
    std::string fact(std::uint32_t slot) const { return name(fact_at(slot).name); }
    std::string member(std::uint32_t slot) const
    {
        std::string nowhere;
        return code(reader{rules_, nowhere}.member_name(slot));
    }
    std::string value(std::uint32_t slot, std::uint64_t v) const
    {
        fact_entry const& f = fact_at(slot);
        if (f.type == fact_type::count) return number(v);
        if (f.type == fact_type::duration) return duration(v);
        return name(rules_.values[f.values.first + static_cast<std::uint32_t>(v)]);
    }
};

}  // namespace redline::inline v0_1::explaining
