#include "input.hpp"

#include "status.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace redline::tool {

namespace {

[[noreturn]] void cannot_read(std::string const& name, std::string const& why)
{
    throw failure{name + ": cannot be read: " + why};
}

bool ends_in(std::string_view path, std::string_view ending)
{
    return path.size() > ending.size() && path.substr(path.size() - ending.size()) == ending;
}

}  // namespace

open_file::open_file(std::string const& path) : name_{path}
{
    if (path == "-") {
        name_ = "<stdin>";
        return;
    }
    if (path.find('\0') != std::string::npos) cannot_read(path, "its name holds a NUL");
    do descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    while (descriptor_ < 0 && errno == EINTR);
    if (descriptor_ < 0) cannot_read(path, std::strerror(errno));
    struct stat about {};
    if (::fstat(descriptor_, &about) == 0 && S_ISDIR(about.st_mode)) {
        ::close(descriptor_);
        cannot_read(path, "it is a directory");
    }
}

open_file::~open_file()
{
    if (descriptor_ != 0) ::close(descriptor_);
}

std::size_t open_file::read(char* to, std::size_t room)
{
    for (;;) {
        auto const count = ::read(descriptor_, to, room);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno == EINTR) continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) cannot_read(name_, std::strerror(errno));
        pollfd wait{descriptor_, POLLIN, 0};
        ::poll(&wait, 1, -1);
    }
}

source read_source(std::string const& path)
{
    open_file file{path};
    source s{file.name(), {}, ends_in(path, ".md")};
    std::size_t size = 0;
    for (;;) {
        if (s.text.size() == size) s.text.resize(std::min(size * 2 + 65536, size_limit + 1));
        std::size_t const count = file.read(s.text.data() + size, s.text.size() - size);
        if (count == 0) break;
        size += count;
        if (size > size_limit) cannot_read(s.name, "it has more than 16 MiB, the most that is read");
    }
    s.text.resize(size);
    return s;
}

void read_standard_input_once(std::vector<std::string> const& paths)
{
    if (std::count(paths.begin(), paths.end(), "-") > 1) throw failure{"standard input (`-`) can be read only once"};
}

}  // namespace redline::tool
