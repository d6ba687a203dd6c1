// `redline log show` and `expired`: records in words, and which need not be kept any longer.
#include "record_view.hpp"

#include "../case/moment.hpp"
#include "../characters.hpp"
#include "../output.hpp"
#include "../status.hpp"

namespace redline::tool {

namespace {

/// A member that is a string; else nothing.
std::string text_in(json const& of, char const* name)
{
    auto const found = of.find(name);
    return found != of.end() && found->is_string() ? printable(found->get<std::string>()) : std::string{};
}
std::string joined(std::vector<std::string> const& words)
{
    std::string out;
    for (std::string const& w : words) out += (out.empty() ? "" : ", ") + printable(w);
    return out;
}

}  // namespace

std::string record_in_words(record_view const& r)
{
    std::string out = std::to_string(r.number) + "  " + moment_text(r.at) + "  " + printable(r.outcome);
    if (!r.ground.empty()) out += " (" + printable(r.ground) + ")";
    if (!r.by.empty()) out += " by " + joined(r.by);
    out += ": " + joined(r.uses);
    if (!r.mission.empty()) out += ", mission " + printable(r.mission);
    if (!r.asked_by.empty()) out += ", asked by " + printable(r.asked_by);
    out += "\n      under " + printable(r.title) + ", version " + std::to_string(r.version) + "\n";
    if (!r.exceptions.empty()) out += "      excepting " + joined(r.exceptions) + "\n";
    if (!r.masked.empty()) out += "      masked: " + joined(r.masked) + "\n";
    for (json const& term : r.log_terms()) {
        out += "      " + printable(term["by"].get<std::string>()) + " tells " +
               joined(term["to"].get<std::vector<std::string>>());
        if (case_time const until = told_until(r, term); until != no_time) out += " until " + moment_text(until);
        out += term.contains("keep") ? ", kept " + text_in(term, "keep") : ", kept without end";
        out += "\n";
    }
    auto const cases = r.all.find("signoffs");
    if (cases != r.all.end() && cases->is_array())
        for (json const& c : *cases) {
            if (!c.is_object() || !c.contains("events") || !c["events"].is_array()) continue;
            out += "      sign-off " + text_in(c, "chain") + ", case ";
            out += c.contains("case") ? c["case"].dump() : std::string{"?"};
            for (json const& e : c["events"]) {
                if (!e.is_object()) continue;
                out += "; " + text_in(e, "event");
                std::string const person = text_in(e, "person"), role = text_in(e, "role");
                if (!person.empty()) out += " by " + person;
                if (!role.empty()) out += " as " + role;
                if (e.contains("signature")) out += ", with a signature";
            }
            out += "\n";
        }
    return out;
}

int show_log(log_command_options const& o)
{
    record_filter const filter{o};
    std::uint64_t shown = 0, all = 0;
    record::log_report const r = read_records(o, "show", [&](record_view const& one) {
        ++all;
        if (!filter.holds(one)) return;
        ++shown;
        if (o.format == "text") {
            print(record_in_words(one));
            return;
        }
        json j = {{"number", one.number}};
        j.update(one.all);
        print(j.dump(-1, ' ', false, json::error_handler_t::replace) + "\n");
    });
    if (o.format == "text") print(std::to_string(shown) + " of " + std::to_string(all) + " records\n");
    return r.whole() ? fine : not_valid;
}

int show_expired(log_command_options const& o)
{
    case_time const on = time_option(o.on, "--on");
    record::log_report report{};
    // By file: only whole closed files can go, as their heads stay.
    struct part {
        std::uint64_t records = 0, expired = 0, undemanded = 0;
        case_time until = 0;
    };
    auto const look = [&](std::string const& file) {
        part p;
        log_command_options of_file = o;
        of_file.log = file;
        of_file.heads.clear();
        record::log_report const r = read_records(of_file, "expired", [&](record_view const& one) {
            ++p.records;
            case_time const until = kept_until(one);
            p.until = until > p.until ? until : p.until;
            if (until < on) ++p.expired;
            if (until == 0) ++p.undemanded;
        });
        if (!r.whole()) report = r;
        return p;
    };
    record::log_report const whole = read_lines(o, "expired", [](std::uint64_t, std::string_view) {});
    if (!whole.whole()) return not_valid;
    json files = json::array();
    std::string lines;
    for (std::uint64_t i = 1; i <= whole.head.file; ++i) {
        std::string const file = record::closed_path(o.log, i);
        if (!record::detail::open_if_there(file, O_RDONLY)) continue;  // dropped
        part const p = look(file);
        bool const can_go = p.expired == p.records;
        files.push_back({{"file", file}, {"records", p.records}, {"expired", p.expired}, {"may_go", can_go}});
        if (!can_go) files.back()["kept_until"] = moment_text(p.until);
        lines += printable(file) + ": " + std::to_string(p.expired) + " of " + std::to_string(p.records) +
                 " records need not be kept any longer" +
                 (can_go ? ": the file may go; leave its head\n" : ", the last until " + moment_text(p.until) + "\n");
    }
    if (!report.whole()) return not_valid;
    if (lines.empty()) lines = "no file was closed yet: nothing can go\n";
    print(o.format == "json" ? whole_text({{"files", files}}) : lines);
    return fine;
}

}  // namespace redline::tool
