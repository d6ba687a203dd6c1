// What falls due, in words that all formats share.
#include "duties_format.hpp"

#include "use_list.hpp"

#include "../characters.hpp"
#include "../json/request_json.hpp"

#include "redline/explain/english_terms.hpp"

namespace redline::tool {

std::string_view name_of(due_kind k)
{
    constexpr std::string_view names[] = {"renewal", "response", "report", "record", "audit", "notice", "lapse", "end"};
    return names[static_cast<unsigned>(k)];
}

std::vector<std::string> who_is_due(rule_set const& rules, due_item const& item)
{
    if (item.term == none) return {};
    term_entry const& t = rules.terms[item.term];
    switch (t.kind) {
    case term_kind::duty: return {name_of(rules, rules.duties[t.detail].of)};
    case term_kind::audit: return {name_of(rules, rules.audits[t.detail].by)};
    case term_kind::log: {
        std::vector<std::string> all;
        index_range const told = rules.logs[t.detail].told;
        for (std::uint32_t i = told.first; i != told.last; ++i) all.push_back(name_of(rules, rules.principals[i]));
        return all;
    }
    default: return {};
    }
}

std::string what_is_due(rule_set const& rules, due_item const& item)
{
    if (item.evidence != none) return std::string{rules(rules.evidence[item.evidence].name)};
    if (item.kind != due_kind::renewal && item.kind != due_kind::response) return {};
    duty_entry const& d = rules.duties[rules.terms[item.term].detail];
    return std::string{rules(rules.safeguards[d.object].name)};
}

std::string due_in_words(due_list const& of, due_item const& item)
{
    rule_set const& rules = of.rules;
    std::string text;
    if (item.term != none) text = explaining::english_terms{rules, markup::plain}.meaning(rules.terms[item.term]);
    std::string const on = day_as_text(of.on);
    switch (item.kind) {
    case due_kind::renewal:
        if (item.gap) text += " The evidence lapses before it falls due again.";
        if (item.has_ended) text += " That is not before the contract ends.";
        else if (!item.has_day) text += " From which day that counts is not said.";
        break;
    case due_kind::report:
        text = "To be told of this decision: " + joined(who_is_due(rules, item)) + ". " + text;
        break;
    case due_kind::record: text = "The record of this decision is kept up to here. " + text; break;
    case due_kind::audit:
        if (item.has_earliest) text += " Announced on " + on + ", from " + day_as_text(item.earliest) + " on.";
        break;
    case due_kind::notice:
        if (item.has_day) text += " This is the last day for a version that follows on this one's end.";
        if (item.has_earliest)
            text += " Given on " + on + ", it allows one from " + day_as_text(item.earliest) + " on.";
        break;
    case due_kind::lapse: {
        std::string const name = "The evidence `" + what_is_due(rules, item) + "`";
        text = name + (item.overdue ? " lapsed: it was last held on this day." : " is held for the last time.");
        if (item.renewal == none) text += " No duty renews it.";
        else {
            std::string const label{rules(rules.terms[item.renewal].label)};
            if (!item.has_renewal_day) text += " When " + label + " renews it is not known.";
            else text += " It is due again on " + day_as_text(item.renewal_day) + ", by " + label + ".";
        }
        if (item.gap) text += " It is missing from " + day_as_text(item.day + 1) + " on until then.";
        break;
    }
    case due_kind::end: text = "The last day on which the contract is in effect."; break;
    default: break;
    }
    // A log term that no decision was asked about has to be read as it stands.
    if (!item.has_day && (item.kind == due_kind::report || item.kind == due_kind::record))
        text = explaining::english_terms{rules, markup::plain}.meaning(rules.terms[item.term]);
    return printable(text);
}

}  // namespace redline::tool
