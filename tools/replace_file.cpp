#include "replace_file.hpp"

#include "output.hpp"
#include "status.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace redline::tool {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_write(std::string const& path, std::string const& why)
{
    throw failure{path + ": cannot be written: " + why};
}

/// Whether a file holds just this text. One that can't be read holds another.
bool holds(std::string const& path, std::string_view text)
{
    std::error_code ignored;
    if (fs::file_size(path, ignored) != text.size() || ignored) return false;
    std::ifstream in{path, std::ios::binary};
    std::string const there(std::istreambuf_iterator<char>{in}, {});
    return in && there == text;
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

void replace_file(std::string const& path, std::string_view text)
{
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

void write_if_changed(std::string const& path, std::string_view text)
{
    if (!holds(path, text)) replace_file(path, text);
}

}  // namespace redline::tool
