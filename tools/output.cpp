#include "output.hpp"

#include "status.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include <poll.h>
#include <unistd.h>

namespace redline::tool {

namespace {

bool in_colour(int descriptor) noexcept
{
    char const* const none = std::getenv("NO_COLOR");
    char const* const terminal = std::getenv("TERM");
    return (none == nullptr || *none == '\0') && ::isatty(descriptor) == 1 &&
           (terminal == nullptr || std::string_view{terminal} != "dumb");
}

}  // namespace

bool write_all(int descriptor, std::string_view text) noexcept
{
    while (!text.empty()) {
        auto const count = ::write(descriptor, text.data(), text.size());
        if (count >= 0) text.remove_prefix(static_cast<std::size_t>(count));
        else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            pollfd wait{descriptor, POLLOUT, 0};
            ::poll(&wait, 1, -1);
        }
        else if (errno != EINTR) return false;
    }
    return true;
}

void print(std::string_view text)
{
    if (!write_all(STDOUT_FILENO, text))
        throw failure{std::string{"the result cannot be written: "} + std::strerror(errno)};
}

void complain(std::string_view text) noexcept { write_all(STDERR_FILENO, text); }

bool results_in_colour() noexcept { return in_colour(STDOUT_FILENO); }
bool messages_in_colour() noexcept { return in_colour(STDERR_FILENO); }

}  // namespace redline::tool
