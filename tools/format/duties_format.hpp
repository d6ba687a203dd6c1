// What falls due, for people, for programs and for calendars.
#pragma once

#include "redline/core/duties.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// What falls due of one contract, as of a day: with a day first, by day, then what waits for something to happen, in the
/// order of the text.
struct due_list {
    rule_set const& rules;
    day_number on = 0;
    std::vector<due_item> items;
};

/// `renewal`, `response`, …
std::string_view name_of(due_kind k);
/// What is to be done, in a sentence or two.
std::string due_in_words(due_list const& of, due_item const& item);
/// Who has to do it, or is to be told; nobody for a lapse and for the end.
std::vector<std::string> who_is_due(rule_set const& rules, due_item const& item);
/// The evidence or the safeguard that a duty or a lapse is about; else empty.
std::string what_is_due(rule_set const& rules, due_item const& item);

std::string duties_as_text(due_list const& of, bool colours);
std::string duties_as_json(due_list const& of);
/// A calendar of RFC 5545: an event for each item that has a day, with a rule of recurrence for what recurs; none for
/// audits, which nobody has announced. An item keeps its UID as long as its contract keeps its title and the term its
/// label. `stamp` is when it was made, as `20260601T120000Z`.
std::string duties_as_calendar(due_list const& of, std::string const& stamp);

}  // namespace redline::tool
