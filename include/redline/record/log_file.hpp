// A decision log that is written: records are added whole, on the disk, and whatever a crash left half is cut off.
#pragma once

#include "log_files.hpp"

#include <vector>

namespace redline::inline v0_1::record {

/// A record that is to be added: its members behind `after`, as `append_record` takes them, and its time.
struct record_text {
    std::string members;
    case_time at = 0;
};

/// How a log is written.
struct log_options {
    std::optional<signing_key> key;    // signs the heads; a log that was begun with one is only written with that one
    std::uint64_t close_at_bytes = 0;  // a file that has so many is closed and another begun; 0 for never
    bool close_daily = false;          // so is one whose last record is of another day, in UTC, than the next
};

/// Adds records to a log, from one thread; others, in any process, may do so through their own. docs/log.md tells of the
/// files. Beside the log stand its head and what its writers lock.
///
/// A log that ends before its head does, whose last record is not the head's, or whose head is missing or not by the key, was
/// altered: it is not written to. Records behind the head are what a crash left of those that nobody was told of; the
/// whole ones stay, and a last line without its line break is cut off.
class log_file {
public:
    /// Opens a log, or begins one where there is none. Throws `log_failure`.
    explicit log_file(std::string path, log_options options = {}) : path_{std::move(path)}, options_{std::move(options)}
    {
        start_cryptography();
        log_lock const lock = log_lock::of_writer(path_);
        open();
    }

    /// Adds records, in this order. When it returns they are on the disk, and so is a head that counts them. Throws
    /// `log_failure` where that can't be: then the log is as whole as before, and of these records it holds none, or where
    /// files were closed between them, some.
    void add(record_text const* entries, std::size_t count)
    {
        log_lock const lock = log_lock::of_writer(path_);
        follow();
        for (std::size_t i = 0; i != count;) {
            if (closes_before(head_, entries[i])) close_file();
            log_head next = head_;
            text_.clear();
            do {
                std::size_t const from = text_.size();
                append_record(text_, next.hash, entries[i].members);
                next.hash = hash_of(std::string_view{text_}.substr(from));
                text_ += '\n';
                next.size = head_.size + text_.size();
                next.at = entries[i].at;
                ++next.count;
                ++i;
            } while (i != count && text_.size() < most_at_once && !closes_before(next, entries[i]));
            write(next);
        }
    }

    /// Where the log stood when this object last wrote or opened it.
    log_head const& head() const noexcept { return head_; }
    /// How many bytes of a line that a crash left half were cut off when the log was opened here.
    std::uint64_t cut_off() const noexcept { return cut_off_; }

private:
    static constexpr std::size_t most_at_once = std::size_t{8} << 20;

    [[noreturn]] void refuse(std::string const& why) const { throw log_failure{path_ + ": " + why}; }

    bool closes_before(log_head const& h, record_text const& e) const noexcept
    {
        if (h.size == 0) return false;
        return (options_.close_at_bytes != 0 && h.size >= options_.close_at_bytes) ||
               (options_.close_daily && h.at / 86'400 != e.at / 86'400);
    }

    /// Writes the text at the end of the file, and the head that counts it; or leaves both as they were.
    void write(log_head next)
    {
        if (!detail::write_at(file_, text_, head_.size) || ::fdatasync(file_.get()) != 0) {
            std::string const why = std::strerror(errno);
            undo();
            refuse("a record cannot be written: " + why);
        }
        try {
            write_head(next);
        }
        catch (...) {
            undo();
            throw;
        }
        head_ = next;
    }
    void write_head(log_head& h) const
    {
        h.key.reset();
        h.signed_by_key.reset();
        if (options_.key) h.sign(*options_.key);
        detail::replace_small_file(head_path(path_), h.text());
    }
    /// Takes back what was written behind the last record. Where that fails, too, whoever opens the log next does it.
    void undo() noexcept
    {
        if (::ftruncate(file_.get(), static_cast<off_t>(head_.size)) != 0 || ::fdatasync(file_.get()) != 0)
            file_ = detail::open_descriptor{};
    }

    /// Takes up what others have added since.
    void follow()
    {
        struct stat here {
        }, there{};
        bool const same = file_ && ::fstat(file_.get(), &here) == 0 && ::stat(path_.c_str(), &there) == 0 &&
                          here.st_dev == there.st_dev && here.st_ino == there.st_ino &&
                          static_cast<std::uint64_t>(there.st_size) == head_.size;
        if (!same) open();
    }

    void open()
    {
        std::optional<std::string> const text = detail::small_file(head_path(path_));
        detail::open_descriptor file = detail::open_if_there(path_, O_RDWR);
        if (!text) {
            if (file && detail::size_of(file, path_) != 0) refuse("holds records, but its head is missing beside it");
            if (::access(closed_path(path_, 1).c_str(), F_OK) == 0 ||
                ::access(head_path(closed_path(path_, 1)).c_str(), F_OK) == 0)
                refuse("has closed files beside it, but its head is missing");
            log_head fresh;
            randombytes_buf(fresh.origin.data(), fresh.origin.size());
            fresh.hash = fresh.origin;
            write_head(fresh);
            head_ = fresh;
        }
        else head_ = checked_head(*text);
        if (!file && head_.size != 0) finish_closing();
        if (!file) {
            file = detail::open_descriptor{::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
            if (!file) detail::fail(path_, "cannot be made");
            detail::sync_folder_of(path_);
        }
        check_last(file, path_);
        take_rest(file);
        file_ = std::move(file);
    }
    log_head checked_head(std::string const& text) const
    {
        std::optional<log_head> h = read_head(text);
        if (!h) refuse("its head is damaged");
        if (!h->signed_by_key != !h->key) refuse("its head is damaged");
        if (options_.key && !h->key && h->count != 0)
            refuse("its head is not signed; a key can only be given when a log is begun");
        if (!options_.key && h->key) refuse("its head is signed: name the key that signs it");
        if (options_.key && h->key && (*h->key != options_.key->public_key() || !h->is_signed()))
            refuse("its head is not signed by this key");
        return *h;
    }
    /// Whether the file holds what the head says, by its last record.
    void check_last(detail::open_descriptor const& file, std::string const& path) const
    {
        if (detail::size_of(file, path) < head_.size) refuse("ends before its head does: records are missing");
        if (head_.size == 0) return;
        std::string line;
        std::uint64_t from = head_.size;
        std::uint64_t step = 4096;
        std::size_t start = std::string::npos;
        while (start == std::string::npos && from != 0) {
            std::uint64_t const more = step < from ? step : from;
            std::string part(static_cast<std::size_t>(more), '\0');
            from -= more;
            step *= 2;
            if (detail::read_at(file, path, part.data(), part.size(), from) != part.size())
                refuse("became shorter while it was read");
            line.insert(0, part);
            if (line.back() != '\n') refuse("no record ends where its head does: it was altered");
            if (line.size() > 1) start = line.rfind('\n', line.size() - 2);
        }
        std::size_t const first = start == std::string::npos ? 0 : start + 1;
        if (hash_of(std::string_view{line}.substr(first, line.size() - 1 - first)) != head_.hash)
            refuse("its last record is not the head's: it was altered");
    }
    /// Takes the whole lines behind the head, and cuts off a half one.
    void take_rest(detail::open_descriptor const& file)
    {
        std::uint64_t const size = detail::size_of(file, path_);
        chain_reader chain{&head_.hash};
        std::string held;
        for (std::uint64_t at = head_.size; at != size;) {
            std::size_t const before = held.size();
            std::uint64_t const left = size - at;
            held.resize(before + static_cast<std::size_t>(left < most_at_once ? left : most_at_once));
            if (detail::read_at(file, path_, held.data() + before, held.size() - before, at) != held.size() - before)
                refuse("became shorter while it was read");
            at += held.size() - before;
            std::size_t done = 0;
            for (std::size_t end; (end = held.find('\n', done)) != std::string::npos; done = end + 1) {
                if (chain.take(std::string_view{held}.substr(done, end - done)) != link_fault::nothing)
                    refuse("a line behind its head is no record that follows: it was altered");
                head_.size += end + 1 - done;
                head_.hash = chain.hash();
                ++head_.count;
            }
            held.erase(0, done);
        }
        if (held.empty()) return;
        if (::ftruncate(file.get(), static_cast<off_t>(head_.size)) != 0 || ::fdatasync(file.get()) != 0)
            detail::fail(path_, "a half-written record at its end cannot be cut off");
        cut_off_ += held.size();
    }

    /// Closes the file and begins another. Whatever of it a crash leaves undone, `open` finishes.
    void close_file()
    {
        std::string const closed = closed_path(path_, head_.file + 1);
        if (::access(closed.c_str(), F_OK) == 0) refuse("cannot be closed: " + closed + " is there already");
        // Of whole records behind a head that a crash kept from being written, too.
        write_head(head_);
        detail::replace_small_file(head_path(closed), head_.text());
        if (::rename(path_.c_str(), closed.c_str()) != 0) detail::fail(path_, "cannot be closed");
        detail::sync_folder_of(path_);
        begin_next_file();
        detail::open_descriptor fresh{::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
        if (!fresh) detail::fail(path_, "cannot be made");
        detail::sync_folder_of(path_);
        file_ = std::move(fresh);
    }
    void begin_next_file()
    {
        log_head next = head_;
        ++next.file;
        next.size = 0;
        write_head(next);
        head_ = next;
    }
    /// The file is gone, although its head says that it holds something: it was being closed when a crash came.
    void finish_closing()
    {
        std::string const closed = closed_path(path_, head_.file + 1);
        detail::open_descriptor const file = detail::open_if_there(closed, O_RDONLY);
        if (!file) refuse("is missing, although its head is there and counts records in it");
        check_last(file, closed);
        if (detail::size_of(file, closed) != head_.size) refuse("is missing, and " + closed + " is not what it was");
        begin_next_file();
    }

    std::string path_;
    log_options options_;
    log_head head_;
    detail::open_descriptor file_;
    std::string text_;
    std::uint64_t cut_off_ = 0;
};

}  // namespace redline::inline v0_1::record
