// Messages on standard input and output: a header with `Content-Length`, and a body of so many bytes.
#pragma once

#include "json.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace redline::tool::lsp {

/// The longest body that is read, in bytes; a contract of 16 MiB takes less even with every character escaped. Of a longer
/// one the bytes are stepped over, and the message is answered by an error.
inline constexpr std::size_t body_limit = std::size_t{128} << 20;

/// What came in: a message, or why there is none where one was due.
struct incoming {
    json message;
    std::string problem;                        // empty where there is a message
    error_code code = error_code::parse_error;  // of the problem
};

/// Cuts a stream of bytes into messages. Whatever comes in, it never fails: what is no header or no JSON becomes a
/// problem, and reading goes on behind it.
class message_cutter {
public:
    /// Takes bytes that came in; complete messages are appended to `to`.
    void take(std::string_view bytes, std::deque<incoming>& to);

private:
    bool header(std::deque<incoming>& to);
    bool body(std::deque<incoming>& to);

    std::string buffer_;
    std::size_t at_ = 0;                   // what was looked at of it
    std::optional<std::size_t> expected_;  // the length of the body that is due, once a header told it
    std::size_t to_skip_ = 0;              // of a body that is too long
};

/// Writes a message to standard output, whole; false where nobody reads it any more.
bool send(json const& message);

}  // namespace redline::tool::lsp
