#include "duties.hpp"

#include "case/moment.hpp"
#include "characters.hpp"
#include "format/duties_format.hpp"
#include "json/request_json.hpp"
#include "output.hpp"
#include "status.hpp"
#include "today.hpp"
#include "valid_contract.hpp"

#include "redline/core/decide.hpp"
#include "redline/core/duration.hpp"
#include "redline/core/nearest.hpp"
#include "redline/core/proof/sort_stably.hpp"

#include <algorithm>
#include <cstdlib>

namespace redline::tool {

namespace {

day_number day_in(std::string const& text, std::string_view where)
{
    day_number day = 0;
    if (!read_date(text, day))
        throw failure{std::string{where} + " `" + printable(text) + "`: expected a real day, as YYYY-MM-DD"};
    return day;
}

/// `incident=2026-05-01`.
event_day event_in(rule_set const& rules, std::string const& text)
{
    std::size_t const between = text.find('=');
    if (between == std::string::npos)
        throw failure{"--event `" + printable(text) + "`: expected an event and its day, as incident=2026-05-01"};
    std::string const name = text.substr(0, between);
    symbol const* const found = find_name(rules, name_space::names, name);
    if (found == nullptr || found->kind != symbol_kind::event) {
        std::string_view const nearest = nearest_declared(rules, name_space::names, name, 0, symbol_kind::event);
        throw failure{"--event `" + printable(name) + "` is no declared event" +
                      (nearest.empty() ? "" : "; did you mean `" + std::string{nearest} + "`?")};
    }
    return {found->index, day_in(text.substr(between + 1), "--event")};
}

/// When the calendar is made; a build that must come out the same says so in SOURCE_DATE_EPOCH.
std::string stamp()
{
    char const* const fixed = std::getenv("SOURCE_DATE_EPOCH");
    case_time at = now();
    if (fixed != nullptr && *fixed != '\0') at = static_cast<case_time>(std::strtoull(fixed, nullptr, 10));
    std::string text = moment_text(at);
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

}  // namespace

int show_duties(duties_options const& o)
{
    read_standard_input_once({o.file, o.request});
    source const file = read_source(o.file);
    std::optional<contract> const c = valid_contract(file, "it is not known what falls due");
    if (!c) return not_valid;
    rule_set const& rules = c->rules;

    request_memory request = memory_of_request(rules);
    workspace work{rules};
    decision decided;
    due_question question;
    question.on = o.on.empty() ? today() : day_in(o.on, "--on");
    if (!o.request.empty()) {
        if (!read_valid_request(rules, read_source(o.request), o.format == "json", request.view())) return not_valid;
        if (o.on.empty() && request.view().has_date) question.on = request.view().date;
        decided = decide(rules, request.view(), work.view());
        question.request = &request.view();
        question.decided = &decided;
    }
    std::vector<event_day> events;
    for (std::string const& e : o.events) events.push_back(event_in(rules, e));
    question.events = {events.data(), static_cast<std::uint32_t>(events.size())};

    due_list list{rules, question.on, {}};
    each_due(rules, question, [&](due_item const& i) { list.items.push_back(i); });
    auto const key = [](due_item const& i) { return i.has_day ? std::int64_t{i.day} : std::int64_t{1} << 40; };
    proof::sort_stably(list.items, [&](due_item const& a, due_item const& b) { return key(a) < key(b); });
    print(o.format == "json"   ? duties_as_json(list)
          : o.format == "ical" ? duties_as_calendar(list, stamp())
                               : duties_as_text(list, results_in_colour()));
    return fine;
}

}  // namespace redline::tool
