#include "transport.hpp"

#include "output.hpp"

#include <algorithm>
#include <cctype>

#include <unistd.h>

namespace redline::tool::lsp {

namespace {

/// The longest header that is taken for one.
constexpr std::size_t header_limit = 8192;

bool same_ignoring_case(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

/// A length in digits; nothing where it is none, or larger than any message.
std::optional<std::size_t> length_of(std::string_view digits)
{
    if (digits.empty() || digits.size() > 18) return {};
    std::size_t value = 0;
    for (char const c : digits) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return value;
}

/// The length that a header tells.
std::optional<std::size_t> content_length(std::string_view header)
{
    std::optional<std::size_t> found;
    while (!header.empty()) {
        std::string_view const line = header.substr(0, header.find('\n'));
        header.remove_prefix(std::min(line.size() + 1, header.size()));
        std::size_t const colon = line.find(':');
        if (colon == line.npos) continue;
        if (same_ignoring_case(trimmed(line.substr(0, colon)), "content-length"))
            found = length_of(trimmed(line.substr(colon + 1)));
    }
    return found;
}

}  // namespace

void message_cutter::take(std::string_view bytes, std::deque<incoming>& to)
{
    std::size_t const skipped = std::min(to_skip_, bytes.size());
    to_skip_ -= skipped;
    bytes.remove_prefix(skipped);
    buffer_.append(bytes);
    while (expected_ ? body(to) : header(to)) {}
}

/// Reads a header, which ends in an empty line; false where it is not all there.
bool message_cutter::header(std::deque<incoming>& to)
{
    if (buffer_.empty()) return false;
    std::size_t end = std::string::npos, behind = 0;
    for (std::string_view const empty_line : {"\r\n\r\n", "\n\n"}) {
        std::size_t const found = buffer_.find(empty_line, at_ < 4 ? 0 : at_ - 4);
        if (found < end) {
            end = found;
            behind = found + empty_line.size();
        }
    }
    if (end == std::string::npos) {
        at_ = buffer_.size();
        if (buffer_.size() <= header_limit) return false;
        to.push_back(
            {{}, "expected a header with `Content-Length`, and an empty line behind it", error_code::parse_error});
        buffer_.clear();
        at_ = 0;
        return false;
    }
    std::optional<std::size_t> const length = content_length(std::string_view{buffer_}.substr(0, end + 1));
    buffer_.erase(0, behind);
    at_ = 0;
    if (!length) {
        to.push_back({{}, "expected `Content-Length` and a number in the header", error_code::parse_error});
        return true;
    }
    if (*length > body_limit) {
        to.push_back({{},
                      "the message has " + std::to_string(*length) + " bytes; at most " + std::to_string(body_limit) +
                          " are read",
                      error_code::invalid_request});
        std::size_t const here = std::min(*length, buffer_.size());
        buffer_.erase(0, here);
        to_skip_ = *length - here;
        return true;
    }
    expected_ = *length;
    return true;
}

bool message_cutter::body(std::deque<incoming>& to)
{
    if (buffer_.size() < *expected_) return false;
    incoming in;
    in.message =
        json::parse(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(*expected_), nullptr, false);
    if (in.message.is_discarded()) {
        in.message = {};
        in.problem = "the message is not JSON";
    }
    to.push_back(std::move(in));
    buffer_.erase(0, *expected_);
    expected_.reset();
    return true;
}

bool send(json const& message)
{
    std::string const body = message.dump(-1, ' ', false, json::error_handler_t::replace);
    return write_all(STDOUT_FILENO, "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

}  // namespace redline::tool::lsp
