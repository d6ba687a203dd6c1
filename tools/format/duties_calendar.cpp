// What falls due, as a calendar: RFC 5545.
#include "duties_format.hpp"

#include "use_list.hpp"

#include "../characters.hpp"
#include "../json/request_json.hpp"

#include "redline/core/digest.hpp"
#include "redline/core/version.hpp"

namespace redline::tool {

namespace {

/// Content lines: ended by CR and LF, and folded so that none has more than 75 octets, and no character is cut.
class content_lines {
public:
    std::string const& text() const noexcept { return out_; }

    void line(std::string_view name, std::string_view value)
    {
        std::string const whole = std::string{name} + ":" + std::string{value};
        std::string_view left = whole;
        std::size_t room = 75;
        while (left.size() > room) {
            std::size_t cut = room;
            while ((static_cast<unsigned char>(left[cut]) & 0xC0u) == 0x80u) --cut;
            out_.append(left.substr(0, cut)).append("\r\n ");
            left.remove_prefix(cut);
            room = 74;  // the blank that a folded line begins with counts
        }
        out_.append(left).append("\r\n");
    }
    /// A value of the type TEXT: what would mean something in it is escaped.
    void text(std::string_view name, std::string_view value)
    {
        std::string escaped;
        for (char const c : value) {
            if (c == '\\' || c == ';' || c == ',') escaped += '\\';
            if (c == '\n') escaped += "\\n";
            else escaped += c;
        }
        line(name, escaped);
    }

private:
    std::string out_;
};

std::string date_text(day_number day)
{
    std::string text = day_as_text(day);
    std::erase(text, '-');
    return text;
}

/// The first eight digits of the digest of a text.
std::string short_digest(std::string_view text)
{
    sha256 hash;
    hash.add(text);
    sha256_digest const digest = hash.finish();
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (unsigned i = 0; i < 4; ++i)
        out.append(1, digits[digest.bytes[i] >> 4]).append(1, digits[digest.bytes[i] & 15]);
    return out;
}

class calendar_writer {
public:
    calendar_writer(due_list const& of, std::string const& stamp)
        : of_{of}, rules_{of.rules}, stamp_{stamp}, contract_{short_digest(rules_(rules_.title))}
    {}

    std::string written()
    {
        out_.line("BEGIN", "VCALENDAR");
        out_.line("VERSION", "2.0");
        out_.line("PRODID", "-//Redline//redline duties " REDLINE_VERSION_STRING "//EN");
        out_.line("CALSCALE", "GREGORIAN");
        out_.text("X-WR-CALNAME", printable(rules_(rules_.title)));
        for (due_item const& i : of_.items)
            if (i.has_day) event(i);
        out_.line("END", "VCALENDAR");
        return out_.text();
    }

private:
    std::string uid_of(due_item const& i) const
    {
        std::string out{name_of(i.kind)};
        if (i.term != none) out.append("-").append(rules_(rules_.terms[i.term].label));
        if (i.kind == due_kind::lapse) out.append("-").append(what_is_due(rules_, i));
        // Of events and decisions there may be several.
        bool const many = i.kind == due_kind::response || i.kind == due_kind::report || i.kind == due_kind::record;
        if (many) out.append("-").append(date_text(i.day));
        for (char& c : out)
            if (c == '/') c = '_';
        return out + "-" + contract_ + "@redline";
    }
    std::string summary_of(due_item const& i) const
    {
        std::string const who = joined(who_is_due(rules_, i)), what = what_is_due(rules_, i);
        std::string const label = i.term == none ? std::string{}
                                                 : std::string{rules_(rules_.terms[i.term].label)} + ": ";
        switch (i.kind) {
        case due_kind::renewal:
        case due_kind::response: return label + what + " due from " + who;
        case due_kind::report: return label + "report due to " + who;
        case due_kind::record: return label + "record may be deleted after this day";
        case due_kind::notice: return label + "last day for notice of a narrower version";
        case due_kind::lapse: return what + " is held for the last day";
        default: return "Last day of " + std::string{rules_(rules_.title)};
        }
    }
    void event(due_item const& i)
    {
        out_.line("BEGIN", "VEVENT");
        out_.line("UID", uid_of(i));
        out_.line("DTSTAMP", stamp_);
        begin_and_recurrence(i);
        out_.text("SUMMARY", printable(summary_of(i)));
        out_.text("DESCRIPTION", due_in_words(of_, i));
        out_.line("CATEGORIES", name_of(i.kind));
        out_.line("TRANSP", "TRANSPARENT");
        out_.line("END", "VEVENT");
    }
    /// A whole day; where a period is no whole days, the minute, in no time zone.
    void begin_and_recurrence(due_item const& i)
    {
        bool const recurs = i.kind == due_kind::renewal;
        if (!recurs || i.time % minutes_of_day == 0) {
            out_.line("DTSTART;VALUE=DATE", date_text(i.day));
            if (!recurs) return;
            std::uint64_t const days = std::max<std::uint64_t>(i.time / minutes_of_day, 1);
            std::string rule = "FREQ=DAILY;INTERVAL=" + std::to_string(days);
            if (rules_.has_before) rule += ";UNTIL=" + date_text(rules_.effective_before - 1);
            out_.line("RRULE", rule);
            return;
        }
        auto const days = static_cast<std::uint64_t>(std::int64_t{i.day} - rules_.effective_from) * minutes_of_day;
        std::uint64_t const times = std::max<std::uint64_t>(days / i.time + (days % i.time != 0 ? 1 : 0), 1);
        std::uint64_t const minute = times * i.time - days;
        auto const two = [](std::uint64_t n) {
            return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
        };
        out_.line("DTSTART", date_text(i.day) + "T" + two(minute / 60) + two(minute % 60) + "00");
        bool const hours = i.time % 60 == 0;
        std::string rule = hours ? "FREQ=HOURLY;INTERVAL=" + std::to_string(i.time / 60)
                                 : "FREQ=MINUTELY;INTERVAL=" + std::to_string(i.time);
        if (rules_.has_before) rule += ";UNTIL=" + date_text(rules_.effective_before - 1) + "T235900";
        out_.line("RRULE", rule);
    }

    due_list const& of_;
    rule_set const& rules_;
    std::string const& stamp_;
    std::string contract_;
    content_lines out_;
};

}  // namespace

std::string duties_as_calendar(due_list const& of, std::string const& stamp)
{
    return calendar_writer{of, stamp}.written();
}

}  // namespace redline::tool
