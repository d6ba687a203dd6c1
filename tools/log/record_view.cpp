#include "record_view.hpp"

#include "../case/moment.hpp"
#include "../characters.hpp"
#include "../input.hpp"
#include "../output.hpp"
#include "../status.hpp"

#include "redline/core/duration.hpp"

namespace redline::tool {

namespace {

/// Reads the members of one record; what is missing or of another type is no record.
class reading {
public:
    explicit reading(std::uint64_t number) : number_{number} {}

    [[noreturn]] void wrong(std::string const& what) const
    {
        throw failure{"record " + std::to_string(number_) + " is none that Redline writes: " + what};
    }
    json const& member(json const& of, char const* name) const
    {
        auto const found = of.find(name);
        if (found == of.end()) wrong(std::string{"`"} + name + "` is missing");
        return *found;
    }
    json const& object(json const& of, char const* name) const
    {
        json const& value = member(of, name);
        if (!value.is_object()) wrong(std::string{"`"} + name + "` is no object");
        return value;
    }
    std::string text(json const& of, char const* name, bool required = true) const
    {
        if (!required && of.find(name) == of.end()) return {};
        json const& value = member(of, name);
        if (!value.is_string()) wrong(std::string{"`"} + name + "` is no string");
        return value.get<std::string>();
    }
    std::vector<std::string> texts(json const& of, char const* name, bool required = true) const
    {
        if (!required && of.find(name) == of.end()) return {};
        json const& value = member(of, name);
        if (!value.is_array()) wrong(std::string{"`"} + name + "` is no list");
        std::vector<std::string> all;
        for (json const& one : value) {
            if (!one.is_string()) wrong(std::string{"`"} + name + "` holds what is no string");
            all.push_back(one.get<std::string>());
        }
        return all;
    }

private:
    std::uint64_t number_;
};

/// A duration that a log term names, in minutes; `unlimited` where it names none.
std::uint64_t minutes_of(json const& term, char const* name)
{
    std::uint64_t minutes = 0;
    if (!term.contains(name)) return unlimited;
    if (!term[name].is_string() || !read_duration(term[name].get_ref<std::string const&>(), minutes)) return unlimited;
    return minutes;
}

case_time after(case_time at, std::uint64_t minutes)
{
    if (minutes == unlimited || minutes > (no_time - at) / 60) return no_time;
    return at + minutes * 60;
}

/// Whether a text has more brackets within one another than any record has: what walks JSON would run out of stack.
bool is_too_deep(std::string_view line) noexcept
{
    constexpr unsigned most = 32;
    unsigned depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        char const c = line[i];
        if (quoted && c == '\\') ++i;
        else if (c == '"') quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{') && ++depth > most) return true;
        else if (!quoted && (c == ']' || c == '}') && depth != 0) --depth;
    }
    return false;
}

/// The public key that an option names.
record::public_key read_public_key(std::string const& given)
{
    constexpr std::size_t size = crypto_sign_PUBLICKEYBYTES;
    auto key = record::from_hex<size>(given);
    if (key) return *key;
    std::string const text = read_source(given).text;
    json const in_file = json::parse(text, nullptr, false);
    // As `redline case keygen` prints it.
    if (in_file.is_object() && in_file.contains("key") && in_file["key"].is_string())
        key = record::from_hex<size>(in_file["key"].get<std::string>());
    else key = record::from_hex<size>(std::string_view{text}.substr(0, 2 * size));
    if (!key) throw failure{given + ": holds no public key; expected 64 hexadecimal digits"};
    return *key;
}

}  // namespace

record_view read_record(std::uint64_t number, std::string_view line)
{
    reading const in{number};
    record_view r;
    r.number = number;
    if (is_too_deep(line)) in.wrong("it is nested too deep");
    r.all = json::parse(line, nullptr, false);
    if (!r.all.is_object()) in.wrong("it is no JSON object");
    std::optional<case_time> const at = read_moment(in.text(r.all, "at"));
    if (!at) in.wrong("`at` is no time");
    r.at = *at;
    r.asked_by = in.text(r.all, "asked_by", false);
    json const& contract = in.object(r.all, "contract");
    r.digest = in.text(contract, "digest", false);
    r.title = in.text(contract, "title");
    json const& version = in.member(contract, "version");
    if (!version.is_number_unsigned()) in.wrong("`version` is no number");
    r.version = version.get<std::uint64_t>();
    json const& decision = in.object(r.all, "decision");
    r.outcome = in.text(decision, "outcome");
    r.ground = in.text(decision, "ground", false);
    r.by = in.texts(decision, "by");
    r.exceptions = in.texts(decision, "exceptions");
    json const& log = in.member(decision, "log");
    if (!log.is_array()) in.wrong("`log` is no list");
    for (json const& term : log) {
        if (!term.is_object()) in.wrong("`log` holds what is no object");
        in.text(term, "by");
        in.texts(term, "to");
    }
    r.masked = in.texts(r.all, "masked", false);
    json const& request = in.object(r.all, "request");
    json const& use = in.member(request, "use");
    if (use.is_string()) r.uses.push_back(use.get<std::string>());
    else r.uses = in.texts(request, "use");
    r.mission = in.text(request, "mission", false);
    r.date = in.text(request, "date", false);
    return r;
}

case_time kept_until(record_view const& r)
{
    case_time until = 0;
    for (json const& term : r.log_terms()) {
        case_time const one = after(r.at, minutes_of(term, "keep"));
        until = one > until ? one : until;
    }
    return until;
}

case_time told_until(record_view const& r, json const& log_term) { return after(r.at, minutes_of(log_term, "within")); }

case_time time_option(std::string const& text, char const* option)
{
    std::optional<case_time> const at = text.empty() ? now() : read_moment(text);
    if (!at) throw failure{std::string{"`"} + option + "` is no time; expected one such as 2026-06-01T12:00:00Z"};
    return *at;
}

record_filter::record_filter(log_command_options const& o) : o_{o}
{
    if (!o.since.empty()) since_ = time_option(o.since, "--since");
    if (!o.until.empty()) until_ = time_option(o.until, "--until");
}

bool record_filter::holds(record_view const& r) const
{
    auto const among = [](std::vector<std::string> const& all, std::string const& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    if (r.at < since_ || r.at > until_ || (!o_.outcome.empty() && r.outcome != o_.outcome)) return false;
    if (!o_.asked_by.empty() && r.asked_by != o_.asked_by) return false;
    if (!o_.use.empty()) {
        bool any = false;
        for (std::string const& use : r.uses) any = any || use == o_.use || use.rfind(o_.use + ".", 0) == 0;
        if (!any) return false;
    }
    if (o_.term.empty() || among(r.by, o_.term) || among(r.exceptions, o_.term)) return true;
    for (json const& term : r.log_terms())
        if (term["by"] == o_.term) return true;
    return false;
}

std::string fault_in_words(record::log_report const& r)
{
    std::string where = printable(r.file);
    if (r.number != 0) where += ": record " + std::to_string(r.number);
    return where + ": " + std::string{sentence(r.fault)};
}

record::log_report read_lines(log_command_options const& o, std::string const& command,
                              std::function<void(std::uint64_t, std::string_view)> const& visit)
{
    record::log_check check;
    for (std::string const& file : o.heads) {
        std::optional<record::log_head> const head = record::read_head(read_source(file).text);
        if (!head) throw failure{file + ": is no head of a decision log"};
        check.anchors.push_back(*head);
    }
    if (!o.key.empty()) check.signed_by = read_public_key(o.key);
    try {
        record::log_report const r = record::read_log(o.log, check, visit);
        if (r.fault == record::log_fault::no_log) throw failure{o.log + ": there is no log"};
        if (!r.whole()) complain("redline log " + command + ": " + fault_in_words(r) + "\n");
        return r;
    }
    catch (record::log_failure const& e) {
        throw failure{e.what()};
    }
}

record::log_report read_records(log_command_options const& o, std::string const& command,
                                std::function<void(record_view const&)> const& visit)
{
    std::string wrong;
    record::log_report r = read_lines(o, command, [&](std::uint64_t number, std::string_view line) {
        if (!wrong.empty()) return;
        std::optional<record_view> one;
        try {
            one = read_record(number, line);
        }
        catch (failure const& e) {
            wrong = e.what();
            return;
        }
        visit(*one);
    });
    if (wrong.empty()) return r;
    complain("redline log " + command + ": " + printable(wrong) + "\n");
    r.fault = record::log_fault::no_record;
    return r;
}

}  // namespace redline::tool
