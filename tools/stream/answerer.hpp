// One line in, one line out: a request and its decision.
#pragma once

#include "../json/decision_writer.hpp"
#include "../json/request_reader.hpp"
#include "../log/decision_log.hpp"

#include "redline/text/memory.hpp"

namespace redline::tool {

/// Answers requests of one rule set; one for each thread. Its memory is used again for each request.
class answerer {
public:
    answerer(rule_set const& rules, decision_writer const& writer, decision_log const* log = nullptr);

    /// Adds the answer to a request to `out`, with a line break, and to `records` what the log, if there is one, is to hold of
    /// it; false where it isn't valid. Behind the line, `json_padding` more bytes must be readable.
    bool answer(std::string_view line, std::uint64_t number, std::string& out,
                std::vector<record::record_text>& records);

private:
    rule_set const& rules_;
    decision_writer const& writer_;
    decision_log const* log_;  // null where nothing is recorded
    request_reader reader_;
    request_memory request_;
    workspace work_;
};

/// The answer to a line that is no valid request.
void append_error(std::string& out, std::string_view message, std::uint64_t line);

}  // namespace redline::tool
