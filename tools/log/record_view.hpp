// Records of a decision log as the command sees them: read once, and asked by name.
#pragma once

#include "../json/request_json.hpp"
#include "options.hpp"

#include "redline/record/log_reader.hpp"

#include <functional>
#include <optional>

namespace redline::tool {

/// One record of a log. What it lacks is empty; nothing of it has been compared with a contract.
struct record_view {
    std::uint64_t number = 0;
    json all;  // as it stands in the log
    case_time at = 0;
    std::string asked_by, digest, title, outcome, ground;
    std::uint64_t version = 0;
    std::vector<std::string> by, exceptions, uses, masked;
    std::string mission, date;

    json const& log_terms() const { return all["decision"]["log"]; }
    json const& request() const { return all["request"]; }
};

/// Reads a record. Throws `failure` where the line, although it hangs together with the others, is none.
record_view read_record(std::uint64_t number, std::string_view line);

/// Until when log terms want a record kept; `no_time` where one sets no end, 0 where none demands it.
case_time kept_until(record_view const& r);
/// By when whoever a log term names is to be told; `no_time` where it does not say.
case_time told_until(record_view const& r, json const& log_term);

/// `7  2026-06-01T12:00:00Z  paused by 2.3: surveillance.other, asked by ann`, and what follows from it, indented below it.
std::string record_in_words(record_view const& r);

/// Which records are meant, by the options of the command.
class record_filter {
public:
    /// Throws `failure` where a time is none.
    explicit record_filter(log_command_options const& o);
    bool holds(record_view const& r) const;

private:
    log_command_options const& o_;
    case_time since_ = 0, until_ = no_time;
};

/// Reads a log by the options of the command and calls `visit` for each record. Where something is wrong with it, says what
/// on standard error; whoever calls ends with `not_valid` then. Throws `failure`.
record::log_report read_records(log_command_options const& o, std::string const& command,
                                std::function<void(record_view const&)> const& visit);
/// The same, of lines.
record::log_report read_lines(log_command_options const& o, std::string const& command,
                              std::function<void(std::uint64_t, std::string_view)> const& visit);

/// What is wrong with a log, in one sentence: where, and what.
std::string fault_in_words(record::log_report const& r);

/// What a time option says: now where it is empty. Throws `failure`.
case_time time_option(std::string const& text, char const* option);

}  // namespace redline::tool
