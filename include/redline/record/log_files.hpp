// The files of a decision log: what they are called, how they are locked, read and written to last.
#pragma once

#include "log_head.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace redline::inline v0_1::record {

/// A log that can't be written or read, or must not be: its message says which and why. What was not acknowledged may be
/// missing; what was is there.
struct log_failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Where the head of a log or of a closed file of one stands.
inline std::string head_path(std::string const& log) { return log + ".head"; }
/// What those that write to a log lock. It never moves, and stays.
inline std::string lock_path(std::string const& log) { return log + ".lock"; }
/// What the `number`th file of a log is called once it is closed, from 1: `decisions.log.000001`.
inline std::string closed_path(std::string const& log, std::uint64_t number)
{
    std::string digits = std::to_string(number);
    if (digits.size() < 6) digits = std::string(6 - digits.size(), '0') + digits;
    return log + "." + digits;
}

namespace detail {

/// Internal: a file that is open; closed by its destructor. -1 is none.
class open_descriptor {
public:
    explicit open_descriptor(int descriptor = -1) noexcept : descriptor_{descriptor} {}
    open_descriptor(open_descriptor&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}
    open_descriptor& operator=(open_descriptor&& other) noexcept
    {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~open_descriptor()
    {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    explicit operator bool() const noexcept { return descriptor_ >= 0; }
    int get() const noexcept { return descriptor_; }

private:
    int descriptor_;
};

[[noreturn]] inline void fail(std::string const& path, char const* what)
{
    throw log_failure{path + ": " + what + ": " + std::strerror(errno)};
}

/// Internal: opens a file; none where there is none. Does not wait for the other end of a pipe.
inline open_descriptor open_if_there(std::string const& path, int flags)
{
    open_descriptor file{::open(path.c_str(), flags | O_NONBLOCK | O_CLOEXEC, 0600)};
    if (!file && errno != ENOENT) fail(path, "cannot be opened");
    return file;
}

inline std::uint64_t size_of(open_descriptor const& file, std::string const& path)
{
    struct stat s {};
    if (::fstat(file.get(), &s) != 0) fail(path, "cannot be looked at");
    if (!S_ISREG(s.st_mode)) throw log_failure{path + ": is no plain file"};
    return static_cast<std::uint64_t>(s.st_size);
}

/// Internal: reads up to `room` bytes at a place; fewer only at the end.
inline std::size_t read_at(open_descriptor const& file, std::string const& path, char* to, std::size_t room,
                           std::uint64_t from)
{
    std::size_t got = 0;
    while (got != room) {
        ssize_t const n = ::pread(file.get(), to + got, room - got, static_cast<off_t>(from + got));
        if (n < 0 && errno != EINTR) fail(path, "cannot be read");
        if (n == 0) break;
        if (n > 0) got += static_cast<std::size_t>(n);
    }
    return got;
}

/// Internal: writes all at a place; false where it can't, and `errno` says why.
inline bool write_at(open_descriptor const& file, std::string_view text, std::uint64_t to) noexcept
{
    while (!text.empty()) {
        ssize_t const n = ::pwrite(file.get(), text.data(), text.size(), static_cast<off_t>(to));
        if (n < 0 && errno != EINTR) return false;
        if (n <= 0) continue;
        text.remove_prefix(static_cast<std::size_t>(n));
        to += static_cast<std::uint64_t>(n);
    }
    return true;
}

/// Internal: what was done to the names in a file's folder is done for good.
inline void sync_folder_of(std::string const& path)
{
    std::size_t const slash = path.rfind('/');
    std::string const folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
    open_descriptor const at{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    // Some file systems can't do that to a folder; they say so by `EINVAL`.
    if (!at || (::fsync(at.get()) != 0 && errno != EINVAL)) fail(folder, "cannot be written to the disk");
}

/// Internal: a small file, whole; none where there is none.
inline std::optional<std::string> small_file(std::string const& path)
{
    open_descriptor const file = open_if_there(path, O_RDONLY);
    if (!file) return std::nullopt;
    std::string text(4096, '\0');
    text.resize(read_at(file, path, text.data(), text.size(), 0));
    return text;
}

/// Internal: gives a file a new text, on the disk, whole or not at all.
inline void replace_small_file(std::string const& path, std::string_view text)
{
    std::string const beside = path + ".new";
    bool written = false;
    {
        open_descriptor const file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
        written = file && write_at(file, text, 0) && ::fdatasync(file.get()) == 0;
    }
    if (written && ::rename(beside.c_str(), path.c_str()) == 0) return;
    int const why = errno;
    ::unlink(beside.c_str());
    errno = why;
    fail(path, "cannot be written");
}

}  // namespace detail

/// Of those that hold one on a log, in any process, there is one at a time, or several that only read. The system releases
/// the lock of a process that ends.
class log_lock {
public:
    /// Waits for the lock of those that write, and makes its file where there is none. Throws `log_failure`.
    static log_lock of_writer(std::string const& log)
    {
        return log_lock{detail::open_descriptor{::open(lock_path(log).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)},
                        log, LOCK_EX};
    }
    /// Waits for the lock of those that read; where its file is missing or out of reach, goes without.
    static std::optional<log_lock> of_reader(std::string const& log)
    {
        detail::open_descriptor file{::open(lock_path(log).c_str(), O_RDONLY | O_CLOEXEC)};
        if (!file) return std::nullopt;
        return log_lock{std::move(file), log, LOCK_SH};
    }

private:
    log_lock(detail::open_descriptor file, std::string const& log, int how) : file_{std::move(file)}
    {
        if (!file_) detail::fail(lock_path(log), "cannot be opened");
        while (::flock(file_.get(), how) != 0)
            if (errno != EINTR) detail::fail(lock_path(log), "cannot be locked");
    }

    detail::open_descriptor file_;
};

}  // namespace redline::inline v0_1::record
