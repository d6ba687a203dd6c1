// `redline log export`: records for other programs, as a JSON array or as a table.
#include "record_view.hpp"

#include "../case/moment.hpp"
#include "../output.hpp"
#include "../status.hpp"

namespace redline::tool {

namespace {

/// A field of RFC 4180. One that a spreadsheet would take for a formula has an apostrophe before it.
std::string field(std::string const& text)
{
    std::string value = text;
    if (!value.empty() && std::string_view{"=+-@\t\r"}.find(value[0]) != std::string_view::npos)
        value.insert(value.begin(), '\'');
    if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
    std::string out{"\""};
    for (char const c : value) out.append(c == '"' ? 2 : 1, c);
    return out += '"';
}
std::string spaced(std::vector<std::string> const& words)
{
    std::string out;
    for (std::string const& w : words) out.append(out.empty() ? "" : " ").append(w);
    return out;
}
std::string row(record_view const& r)
{
    std::vector<std::string> told, logged;
    for (json const& term : r.log_terms()) {
        logged.push_back(term["by"].get<std::string>());
        for (json const& who : term["to"])
            if (std::find(told.begin(), told.end(), who.get<std::string>()) == told.end())
                told.push_back(who.get<std::string>());
    }
    case_time const kept = kept_until(r);
    std::string const fields[] = {std::to_string(r.number),
                                  moment_text(r.at),
                                  r.asked_by,
                                  r.outcome,
                                  r.ground,
                                  spaced(r.by),
                                  spaced(r.exceptions),
                                  spaced(r.uses),
                                  r.mission,
                                  r.date,
                                  spaced(logged),
                                  spaced(told),
                                  kept == 0         ? ""
                                  : kept == no_time ? "never"
                                                    : moment_text(kept),
                                  spaced(r.masked),
                                  r.title,
                                  std::to_string(r.version),
                                  r.digest};
    std::string line;
    for (std::string const& f : fields) line += (line.empty() ? "" : ",") + field(f);
    return line + "\r\n";
}

}  // namespace

int export_log(log_command_options const& o)
{
    record_filter const filter{o};
    case_time const on = time_option(o.on, "--on");
    bool const table = o.format == "csv";
    if (table)
        print(
            "number,at,asked_by,outcome,ground,by,exceptions,uses,mission,date,logged_by,told,kept_until,masked,title,"
            "version,digest\r\n");
    bool first = true;
    record::log_report const r = read_records(o, "export", [&](record_view const& one) {
        if (!filter.holds(one) || (o.drop_expired && kept_until(one) < on)) return;
        if (table) {
            print(row(one));
            return;
        }
        json j = {{"number", one.number}};
        j.update(one.all);
        print((first ? "[\n" : ",\n") + j.dump(-1, ' ', false, json::error_handler_t::replace));
        first = false;
    });
    if (!table) print(first ? "[]\n" : "\n]\n");
    return r.whole() ? fine : not_valid;
}

}  // namespace redline::tool
