#include "output.hpp"

#include "status.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace redline::tool {

namespace {

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

bool in_colour(int descriptor) noexcept
{
    char const* const none = std::getenv("NO_COLOR");
    char const* const terminal = std::getenv("TERM");
    return (none == nullptr || *none == '\0') && ::isatty(descriptor) == 1 &&
           (terminal == nullptr || std::string_view{terminal} != "dumb");
}

[[noreturn]] void cannot_write(std::string const& path, std::string const& why)
{
    throw failure{path + ": cannot be written: " + why};
}

/// A file with a name of its own beside `target`, open for writing.
int open_beside(std::string const& target, std::string& name)
{
    name = target + ".redline-XXXXXX";
    return ::mkostemp(name.data(), O_CLOEXEC);
}

/// What a new file may be read and written by.
mode_t usual_mode() noexcept
{
    mode_t const mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

}  // namespace

void write_file(std::string const& path, std::string_view text)
{
    namespace fs = std::filesystem;
    std::error_code wrong;
    struct stat was {};
    bool const there = ::stat(path.c_str(), &was) == 0;
    if (there && !S_ISREG(was.st_mode)) {
        int const to = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (to < 0) cannot_write(path, std::strerror(errno));
        bool const written = write_all(to, text);
        int const why = errno;
        ::close(to);
        if (!written) cannot_write(path, std::strerror(why));
        return;
    }
    // A link stays one: what it leads to is written.
    fs::path const target = there ? fs::canonical(path, wrong) : fs::path{path};
    if (wrong) cannot_write(path, wrong.message());
    std::string beside;
    int const to = open_beside(target.string(), beside);
    if (to < 0) cannot_write(path, std::strerror(errno));
    bool const written = write_all(to, text) && ::fchmod(to, there ? was.st_mode & 07777 : usual_mode()) == 0 &&
                         ::fsync(to) == 0;
    int why = errno;
    bool const closed = ::close(to) == 0;
    if (written && closed && ::rename(beside.c_str(), target.c_str()) == 0) return;
    if (written) why = errno;
    ::unlink(beside.c_str());
    cannot_write(path, std::strerror(why));
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
