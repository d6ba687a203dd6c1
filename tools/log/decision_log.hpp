// The log that `redline decide --log` writes: no decision is shown before its record is on the disk.
#pragma once

#include "redline/record/log_record.hpp"
#include "redline/record/log_writer.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// What the command line of `decide` says of the log.
struct decision_log_options {
    std::string file;                 // the log; empty for none
    std::string asked_by;             // or nothing
    std::string key;                  // the file of the key that signs the heads, or nothing
    std::string close;                // `daily`, a number of bytes, or nothing
    bool all = false;                 // not only what a log term demands
    std::vector<std::string> masked;  // names of facts
    std::string at;                   // the time that records say, or nothing for now
};

/// A log that decisions of one rule set are recorded in. `prepare` may be called by several threads, `write` by one.
class decision_log {
public:
    /// Throws `failure` where the log can't be written, or an option is wrong.
    decision_log(rule_set const& rules, decision_log_options const& o);

    /// Adds the record of a decision to `to`, where one is due. Throws `failure` where it can't be made.
    void prepare(request_view const& request, decision const& d, std::vector<record::signoff_record> const& signoffs,
                 std::vector<record::record_text>& to) const;
    /// Writes records; when it returns they are on the disk. Leaves none. Throws `failure`.
    void write(std::vector<record::record_text>& records);

private:
    decision_log_options const& options_;
    record::record_writer records_;
    record::log_file log_;
    case_time at_ = 0;  // 0 for now
};

}  // namespace redline::tool
