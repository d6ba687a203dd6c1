// explain: a contract in plain English.
#pragma once

#include "core/proof/table.hpp"
#include "core/proof/term_effects.hpp"
#include "core/scenario.hpp"
#include "explain/english_chains.hpp"
#include "explain/vocabulary.hpp"

namespace redline::inline v0_1 {

namespace explaining {

/// Puts an explanation together.
class explainer {
public:
    /// Explains a valid rule set, which must outlive it; `as` is how free text stands.
    explainer(rule_set const& rules, markup as) : rules_{rules}, words_{rules, as}, chains_{rules, as} {}

    /// The explanation, with the assertions of `scenarios`, which may be empty; see `redline::explain`. Allocates.
    explanation explain(scenario_set const& scenarios, table_options const& options)
    {
        explanation e;
        e.title = words_.free_text(rules_.title);
        e.version = rules_.version;
        e.digest = digest();
        e.in_effect = in_effect();
        e.reading = reading();
        e.vocabulary = words_.all();
        sections(e);
        for (std::uint32_t c = 0; c < rules_.chains.size; ++c) e.chains.push_back(chains_.explained(c));
        for (assertion_entry const& a : scenarios.assertions) e.assertions.push_back(words_.claim(a));
        effects(e, options);
        e.table = table(rules_, options);
        return e;
    }

private:
    std::string digest() const
    {
        if (rules_.digest == nullptr) return {};
        std::string text = "sha256:";
        for (std::uint8_t const byte : rules_.digest->bytes) {
            text += "0123456789abcdef"[byte >> 4];
            text += "0123456789abcdef"[byte & 15];
        }
        return text;
    }
    std::string in_effect() const
    {
        if (!rules_.has_from)
            return "The contract names no day on which it comes into effect, and none on which it ends.";
        return "The contract is in effect from " + english::day(rules_.effective_from) +
               (rules_.has_before ? ", and only before " + english::day(rules_.effective_before) : " on") +
               ". On any other day nothing is permitted under it.";
    }
    std::vector<std::string> reading() const
    {
        return {
            "Every term is read together with all others, and the strictest decides: a request is prohibited if one of "
            "them prohibits it, else paused if one of them makes it wait, else permitted. No permission overrides a "
            "prohibition.",
            "A term about a use binds every kind of it. " + words_.code("x.other") +
                " stands for a kind of x that this contract does not name, " + words_.code("unlisted") +
                " for a use that it does not name at all.",
            "What a request leaves open is unknown; where a term depends on it, the request waits until it is known.",
            "Evidence, safeguards and sign-offs can still be had: a request waits for what is missing. A sign-off that "
            "was refused cannot be waited for, and a waiver must have been asked for before it is.",
            "A day is 24 hours, and a year 365 days.",
            "What stands behind \"It prohibits when\" and the like is exact. It is about requests of which everything "
            "is "
            "known, on days on which the contract is in effect, and it is put in the words of the contract: " +
                words_.code("review not complete") + " of a sign-off, " +
                words_.code("red_team not held within 90 days") + " of evidence.",
        };
    }
    void sections(explanation& e) const
    {
        auto const add = [&](std::uint32_t section) {
            explained_section s;
            if (section != none) {
                s.label = std::string{rules_(rules_.sections[section].label)};
                s.title = words_.free_text(rules_.sections[section].title);
            }
            for (term_entry const& t : rules_.terms)
                if (t.section == section)
                    s.terms.push_back({std::string{rules_(t.label)},
                                       words_.meaning(t),
                                       {},
                                       words_.citing(t),
                                       words_.free_text(t.because)});
            if (section != none || !s.terms.empty()) e.sections.push_back(std::move(s));
        };
        add(none);
        for (std::uint32_t s = 0; s < rules_.sections.size; ++s) add(s);
    }
    /// Beside the terms that can make a request wait for something: of others, the sentence says it all.
    void effects(explanation& e, table_options const& options) const
    {
        contract_effects const all = effects_of_terms(rules_, options);
        e.effects_too_large = all.too_large;
        for (effects_of_term const& of : all.terms) {
            bool const waits = std::any_of(of.by_use.begin(), of.by_use.end(),
                                           [](effect_by_use const& t) { return !t.pauses.never(); });
            if (!waits) continue;
            explained_term* const to = term_of(e, rules_(rules_.terms[of.term].label));
            for (effect_by_use const& t : of.by_use)
                to->effects.push_back(
                    {of.by_use.size() == 1 ? std::vector<std::string>{} : t.in_words, t.prohibits, t.pauses});
        }
    }
    static explained_term* term_of(explanation& e, std::string_view label)
    {
        for (explained_section& s : e.sections)
            for (explained_term& t : s.terms)
                if (t.label == label) return &t;
        return nullptr;
    }

    rule_set const& rules_;
    vocabulary words_;
    english_chains chains_;
};

}  // namespace explaining

/// A contract in plain English: its vocabulary as definitions, each term, each sign-off chain as steps, its assertions, and
/// exactly what all of it comes to (docs/proof.md). `scenarios` holds the assertions. What terms come to by themselves
/// stands beside those that can make a request wait.
///
/// The rule set must be valid. Run time only, allocates; as costly as two tables of the contract.
inline explanation explain(rule_set const& rules, scenario_set const& scenarios = {}, markup as = markup::plain,
                           table_options const& options = {})
{
    return explaining::explainer{rules, as}.explain(scenarios, options);
}

}  // namespace redline::inline v0_1
