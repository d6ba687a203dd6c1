// Streams of requests: one a line in, one decision a line out, in order.
#pragma once

#include "../input.hpp"
#include "../log/decision_log.hpp"

#include "redline/core/rule_set.hpp"

namespace redline::tool {

/// Answers every line of a file on standard output while reading; whether all were valid requests. With more than one
/// thread, blocks of lines are answered side by side and written in order. With a log, the records of a block are on the disk
/// before its answers are written. Throws `failure`.
bool answer_stream(rule_set const& rules, open_file& requests, unsigned threads, decision_log* log = nullptr);

}  // namespace redline::tool
