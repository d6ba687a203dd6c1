// Differences of two contracts in sign-off chains, and in the terms that decide nothing: logs, audits, duties, continuity.
#pragma once

#include "differences_kinds.hpp"
#include "differences_text.hpp"
#include "match_terms.hpp"

namespace redline::inline v0_1::proof {

/// Appends the differences of chains, rule by rule, and of terms, label by label. Run time only: allocates.
class term_differences {
public:
    term_differences(rule_set const& before, rule_set const& after, std::vector<difference>& to)
        : before_{before}, after_{after}, to_{to}
    {}

    /// Chains and their rules: what `before` has, in its order, then what only `after` does.
    void chains()
    {
        for (chain_entry const& c : before_.chains) {
            std::uint32_t const other = chain_of(after_, before_(c.name));
            if (other != none) rules_of(std::string{before_(c.name)}, c, after_.chains[other]);
            else
                to_.push_back(
                    {difference_kind::chain, change_kind::dropped, std::string{before_(c.name)}, said(before_, c), {}});
        }
        for (chain_entry const& c : after_.chains)
            if (chain_of(before_, after_(c.name)) == none)
                to_.push_back(
                    {difference_kind::chain, change_kind::added, std::string{after_(c.name)}, {}, said(after_, c)});
    }
    /// Terms of one kind, aligned by label; a term that stands under another label with nothing else changed is found.
    void terms(difference_kind listed_as, term_kind kind)
    {
        auto const whole = [](rule_set const& rules, std::uint32_t t) {
            return std::string{rules(rules.terms[t].label)} + " " + body_of(rules, t);
        };
        std::vector<term_match> const all = match_terms(before_, after_, [&](term_kind k) { return k == kind; });
        for (term_match const& m : all) {
            std::string const was = m.before == none ? std::string{} : whole(before_, m.before);
            std::string const is = m.after == none ? std::string{} : whole(after_, m.after);
            std::string name{m.before == none ? after_(after_.terms[m.after].label)
                                              : before_(before_.terms[m.before].label)};
            if (m.after == none) to_.push_back({listed_as, change_kind::dropped, std::move(name), was, {}});
            else if (m.before == none) to_.push_back({listed_as, change_kind::added, std::move(name), {}, is});
            else if (was != is) to_.push_back({listed_as, change_kind::changed, std::move(name), was, is});
        }
    }

private:
    static std::uint32_t chain_of(rule_set const& rules, std::string_view name) noexcept
    {
        symbol const* const found = find_name(rules, name_space::names, name);
        return found != nullptr && found->kind == symbol_kind::chain ? found->index : none;
    }
    static std::string said(rule_set const& rules, chain_entry const& c)
    {
        std::string text;
        chain_writer{rules, text}.braces(c);
        return text;
    }
    static std::vector<chain_rule_text> all_rules(rule_set const& rules, chain_entry const& c)
    {
        std::string unused;
        return chain_writer{rules, unused}.rules(c);
    }
    static chain_rule_text const* find(std::vector<chain_rule_text> const& all, std::string const& about)
    {
        for (chain_rule_text const& r : all)
            if (r.about == about) return &r;
        return nullptr;
    }
    /// The names of the stages that both have, in the order of the first.
    static std::string common_stages(std::vector<chain_rule_text> const& of, std::vector<chain_rule_text> const& with)
    {
        std::string text = "stages ";
        std::string_view between;
        for (chain_rule_text const& r : of) {
            if (!r.about.starts_with("stage ") || find(with, r.about) == nullptr) continue;
            text.append(between).append(r.about, std::size("stage ") - 1);
            between = ", ";
        }
        return text;
    }
    void rules_of(std::string const& name, chain_entry const& one, chain_entry const& other)
    {
        std::vector<chain_rule_text> const was = all_rules(before_, one);
        std::vector<chain_rule_text> const is = all_rules(after_, other);
        auto const add = [&](change_kind change, std::string before, std::string after) {
            to_.push_back({difference_kind::chain_rule, change, name, std::move(before), std::move(after)});
        };
        std::string const order = common_stages(was, is);
        std::string const other_order = common_stages(is, was);
        if (order != other_order) add(change_kind::changed, order, other_order);
        for (chain_rule_text const& r : was) {
            chain_rule_text const* const found = find(is, r.about);
            if (found == nullptr) add(change_kind::dropped, r.text, {});
            else if (found->meaning != r.meaning) add(change_kind::changed, r.text, found->text);
        }
        for (chain_rule_text const& r : is)
            if (find(was, r.about) == nullptr) add(change_kind::added, {}, r.text);
    }

    rule_set const& before_;
    rule_set const& after_;
    std::vector<difference>& to_;
};

}  // namespace redline::inline v0_1::proof
