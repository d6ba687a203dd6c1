// Requests as JSON: language reference, "What a request is".
#pragma once

#include "redline/core/request_writer.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace redline::tool {

/// How many more bytes behind a JSON text must be readable; what they hold doesn't matter.
inline constexpr std::size_t json_padding = 64;

/// Reads requests of one rule set, one after the other. Strict: whatever is not a request as the language reference
/// says, to the last byte, is not valid. Allocates only where a text is longer than all before it, and for messages.
class request_reader {
public:
    explicit request_reader(rule_set const& rules);
    request_reader(request_reader&&) noexcept;
    ~request_reader();

    /// Reads a request; false where it isn't valid, and `message` then says why. Behind `json`, `json_padding` more bytes
    /// must be readable.
    bool read_padded(std::string_view json, request_view& to);
    /// The same for any text, which is copied first.
    bool read(std::string_view json, request_view& to);
    /// What is wrong with the request that was read last: names the member, and the nearest declared name.
    std::string const& message() const noexcept { return message_; }

    /// How many uses a request of these rules may hold; the room that a `request_memory` for the reader needs.
    static std::uint32_t most_uses(rule_set const& rules) noexcept;

private:
    struct parts;
    std::unique_ptr<parts> parts_;
    std::string message_;
    std::string copy_;
};

/// One sentence or two on what is wrong with a request.
std::string message_of(request_error const& e);

}  // namespace redline::tool
