// What falls due when: duties, reports, notices, and evidence that lapses.
#pragma once

#include "decision.hpp"
#include "request.hpp"

#include <cstdint>

namespace redline::inline v0_1 {

/// How many minutes a day has.
inline constexpr std::uint64_t minutes_of_day = 24 * 60;

/// Whole days of a time, a day begun counting as one: how notice is counted; language reference, "Drafts".
constexpr std::uint64_t days_begun(std::uint64_t minutes) noexcept
{
    return minutes / minutes_of_day + (minutes % minutes_of_day != 0 ? 1 : 0);
}

/// Whether evidence lapses before the duty that renews it falls due again; language reference, "What is an error, and what
/// is a warning". False of a duty about a safeguard, or one that follows an event. constexpr, no heap.
constexpr bool lapses_before_renewal(rule_set const& rules, duty_entry const& d) noexcept
{
    return d.kind == duty_object::evidence && d.every != unlimited && rules.evidence[d.object].valid < d.every;
}

namespace detail {

inline constexpr day_number first_calendar_day = number_of({0, 1, 1});
inline constexpr day_number last_calendar_day = number_of({9999, 12, 31});

/// The day that lies some days behind another; false where the calendar ends before it.
constexpr bool day_behind(day_number from, std::uint64_t days, day_number& to) noexcept
{
    if (days > static_cast<std::uint64_t>(std::int64_t{last_calendar_day} - from)) return false;
    to = static_cast<day_number>(from + static_cast<std::int64_t>(days));
    return true;
}

}  // namespace detail

/// The last day on which a notice of some minutes can be given for what is to hold from a day on: counted back from it in
/// whole days, a day begun counting as one. False where the calendar begins after it. Language reference, "Drafts".
/// constexpr, no heap.
constexpr bool last_day_of_notice(day_number effective_from, std::uint64_t notice, day_number& last) noexcept
{
    std::uint64_t const days = days_begun(notice);
    if (days > static_cast<std::uint64_t>(std::int64_t{effective_from} - detail::first_calendar_day)) return false;
    last = static_cast<day_number>(effective_from - static_cast<std::int64_t>(days));
    return true;
}

/// What an entry of `each_due` is about.
enum class due_kind : std::uint8_t {
    renewal,   // a duty that recurs: evidence or a safeguard is to be provided anew
    response,  // a duty that follows an event
    report,    // a log term: whom to tell of a decision
    record,    // a log term: how long a decision is kept
    audit,     // an audit term: what notice an audit takes
    notice,    // a continuity term: what notice narrowing a use takes
    lapse,     // evidence that is held, and for how long
    end        // the contract's last day
};

/// One thing that falls due. Days are whole ones, without a time zone; a time that ends within a day ends on that day.
struct due_item {
    due_kind kind = due_kind::renewal;
    std::uint32_t term = none;      // whose duty it is; `none` of a lapse and of the end
    std::uint32_t evidence = none;  // that lapses, or that the duty is about
    bool has_day = false;           // false where what it counts from is not known, or where nothing falls due any more
    day_number day = 0;             // the day it falls due; of a lapse, the last on which the evidence is held; of the
        // end, the last on which the contract is in effect; of a notice, the last to give it
        // for what is to hold once the contract has ended
    bool overdue = false;            // that day lies before the one that is asked about
    bool has_ended = false;          // nothing falls due any more: the contract ends before, or the calendar does
    std::uint64_t time = unlimited;  // minutes: the period, or what is counted
    bool has_earliest = false;       // of an audit or a notice:
    day_number earliest = 0;         // from when it could be, were it announced on the day that is asked about
    std::uint32_t renewal = none;    // of a lapse: the duty term that renews it next
    bool has_renewal_day = false;    // of a lapse: whether that falls due on a day that is known
    day_number renewal_day = 0;      // of a lapse: that day
    bool gap = false;  // of a lapse or a renewal: the evidence is missing for a while before it is renewed
};

/// An event that has happened.
struct event_day {
    std::uint32_t event = none;
    day_number day = 0;
};

/// What `each_due` is asked about.
struct due_question {
    day_number on = 0;                      // the day: nothing that recurs is listed before it
    request_view const* request = nullptr;  // evidence as old as it says on that day; null: nothing is held
    decision const* decided = nullptr;      // a decision made on that day, whose log terms are to be followed; or null
    array_view<event_day> events{};         // that have happened, in any order
};

namespace detail {

class due_finder {
    // Templates stand before what calls them, or clang does not find them in constant expressions.
    template <class Visit>
    constexpr void duty(std::uint32_t t, Visit const& visit) const noexcept
    {
        duty_entry const& d = rules_.duties[rules_.terms[t].detail];
        due_item item{};
        item.term = t;
        if (d.kind == duty_object::evidence) item.evidence = d.object;
        if (d.every != unlimited) {
            item.kind = due_kind::renewal;
            item.time = d.every;
            item.gap = lapses_before_renewal(rules_, d);
            item.has_day = next_renewal(d, item.day);
            item.has_ended = rules_.has_from && !item.has_day;
            visit(item);
            return;
        }
        item.kind = due_kind::response;
        item.time = d.within;
        bool happened = false;
        for (event_day const& e : of_.events) {
            if (e.event != d.event) continue;
            happened = true;
            item.has_day = day_behind(e.day, d.within / minutes_of_day, item.day);
            item.has_ended = !item.has_day;
            item.overdue = item.has_day && item.day < of_.on;
            visit(item);
        }
        if (!happened) visit(item);
    }
    template <class Visit>
    constexpr void log(std::uint32_t t, Visit const& visit) const noexcept
    {
        log_entry const& l = rules_.logs[rules_.terms[t].detail];
        bool const decided = of_.decided != nullptr;
        if (decided && !of_.decided->log.contains(t)) return;
        due_item item{};
        item.term = t;
        for (due_kind const kind : {due_kind::report, due_kind::record}) {
            item.kind = kind;
            item.time = kind == due_kind::report ? l.within : l.keep;
            if (item.time == unlimited) continue;
            item.has_day = decided && day_behind(of_.on, item.time / minutes_of_day, item.day);
            visit(item);
        }
    }
    template <class Visit>
    constexpr void lapse(std::uint32_t e, Visit const& visit) const noexcept
    {
        std::uint64_t const valid = rules_.evidence[e].valid;
        std::uint64_t const age = of_.request->evidence_age[e];
        if (age == unlimited || valid == unlimited) return;
        due_item item{};
        item.kind = due_kind::lapse;
        item.evidence = e;
        item.time = valid;
        if (age <= valid) item.has_day = day_behind(of_.on, (valid - age) / minutes_of_day, item.day);
        else {
            // It lapsed some days ago.
            std::uint64_t const ago = days_begun(age - valid);
            item.has_day = ago <= static_cast<std::uint64_t>(std::int64_t{of_.on} - first_calendar_day);
            if (item.has_day) item.day = static_cast<day_number>(of_.on - static_cast<std::int64_t>(ago));
            item.overdue = true;
        }
        find_renewal(item);
        visit(item);
    }

public:
    constexpr due_finder(rule_set const& rules, due_question const& of) noexcept : rules_{rules}, of_{of} {}

    template <class Visit>
    constexpr void each(Visit const& visit) const noexcept
    {
        for (std::uint32_t t = 0; t < rules_.terms.size; ++t) {
            switch (rules_.terms[t].kind) {
            case term_kind::duty: duty(t, visit); break;
            case term_kind::log: log(t, visit); break;
            case term_kind::audit:
                visit(announced(due_kind::audit, t, rules_.audits[rules_.terms[t].detail].notice));
                break;
            case term_kind::continuity:
                visit(announced(due_kind::notice, t, rules_.continuities[rules_.terms[t].detail].notice));
                break;
            default: break;
            }
        }
        for (std::uint32_t e = 0; of_.request != nullptr && e < rules_.evidence.size; ++e) lapse(e, visit);
        if (!rules_.has_before || rules_.effective_before == first_calendar_day) return;
        due_item end{};
        end.kind = due_kind::end;
        end.has_day = true;
        end.day = rules_.effective_before - 1;
        end.overdue = end.day < of_.on;
        visit(end);
    }

private:
    /// The first day from the one that is asked about on, on which a duty that recurs falls due: its period after the
    /// contract's first day, and so on, as long as the contract is in effect.
    constexpr bool next_renewal(duty_entry const& d, day_number& day) const noexcept
    {
        constexpr auto days = static_cast<std::uint64_t>(std::int64_t{last_calendar_day} - first_calendar_day + 1);
        if (!rules_.has_from || d.every > days * minutes_of_day) return false;
        bool const later = of_.on > rules_.effective_from;
        if (d.every == 0) day = later ? of_.on : rules_.effective_from;
        else {
            std::uint64_t const since =
                later ? static_cast<std::uint64_t>(std::int64_t{of_.on} - rules_.effective_from) * minutes_of_day : 0;
            std::uint64_t const times = since / d.every + (since % d.every != 0 || since == 0 ? 1 : 0);
            if (!day_behind(rules_.effective_from, times * d.every / minutes_of_day, day)) return false;
        }
        return !rules_.has_before || day < rules_.effective_before;
    }
    /// An audit, or a narrowed use, that has to be announced.
    constexpr due_item announced(due_kind kind, std::uint32_t term, std::uint64_t notice) const noexcept
    {
        due_item item{};
        item.kind = kind;
        item.term = term;
        item.time = notice;
        item.has_earliest = day_behind(of_.on, days_begun(notice), item.earliest);
        if (kind != due_kind::notice || !rules_.has_before) return item;
        item.has_day = last_day_of_notice(rules_.effective_before, notice, item.day);
        item.overdue = item.has_day && item.day < of_.on;
        return item;
    }
    /// The duty that renews evidence first, and whether that leaves days without it.
    constexpr void find_renewal(due_item& lapse) const noexcept
    {
        for (std::uint32_t t = 0; t < rules_.terms.size; ++t) {
            if (rules_.terms[t].kind != term_kind::duty) continue;
            duty_entry const& d = rules_.duties[rules_.terms[t].detail];
            if (d.kind != duty_object::evidence || d.object != lapse.evidence || d.every == unlimited) continue;
            day_number day = 0;
            bool const known = next_renewal(d, day);
            bool const first = lapse.renewal == none || (known && (!lapse.has_renewal_day || day < lapse.renewal_day));
            if (!first) continue;
            lapse.renewal = t;
            lapse.has_renewal_day = known;
            lapse.renewal_day = day;
        }
        lapse.gap = lapse.has_renewal_day && lapse.has_day && lapse.renewal_day - 1 > lapse.day;
    }

    rule_set const& rules_;
    due_question const& of_;
};

}  // namespace detail

/// Calls `visit` with each `due_item` of a contract, as of a day: for each duty, log, audit and continuity term in the order
/// of the text, then for each piece of evidence that the request holds, then for the contract's end.
///
/// - `duty … every` counts from the contract's `effective from`: it falls due that long after it, and again that long after
///   each time; listed is the first day from `on` on, and nothing once the contract has ended. Without `effective from` there
///   is no day.
/// - `duty … within … of` an event, and a log's `within` and `keep`, count from the day of the event or of the decision;
///   of an event that has not happened there is one item without a day.
/// - Evidence held is held as long as it is no older than `valid`.
///
/// Language reference, "Drafts" and "What is decided". Linear in terms, events and evidence, times the duty terms for
/// evidence; constexpr, noexcept, no heap.
template <class Visit>
constexpr void each_due(rule_set const& rules, due_question const& of, Visit const& visit) noexcept
{
    detail::due_finder{rules, of}.each(visit);
}

}  // namespace redline::inline v0_1
