// A decision log that is read: every record, once it is known to come after the one before, to the head and behind it.
#pragma once

#include "log_files.hpp"
#include "log_report.hpp"

#include <type_traits>
#include <vector>

namespace redline::inline v0_1::record {

/// How a log is checked.
struct log_check {
    std::vector<log_head> anchors;        // heads that were kept elsewhere: the log must hold what they are over
    std::optional<public_key> signed_by;  // the key that every head must be signed by; none to take any
};

namespace detail {

/// Internal: one reading of a log. `Visit` is called with a record's number and its line.
template <class Visit>
class log_reading {
public:
    log_reading(std::string const& path, log_check const& check, Visit& visit)
        : path_{path}, check_{check}, visit_{visit}
    {}

    log_report done()
    {
        start_cryptography();
        if (open_all()) read_all();
        return std::move(report_);
    }

private:
    static constexpr std::size_t block = std::size_t{1} << 20;
    // A request has 16 MiB at most.
    static constexpr std::size_t longest_line = std::size_t{64} << 20;

    /// A file of the log, as long as it was when it was opened; or the head that stands for it.
    struct part {
        std::string path;
        open_descriptor file;
        std::uint64_t size = 0;
        std::optional<log_head> dropped;
    };

    bool fault(log_fault f, std::string const& file, std::uint64_t number = 0)
    {
        report_.fault = f;
        report_.file = file;
        report_.number = number;
        return false;
    }
    /// Whether a head is what a head must be.
    bool check_head(log_head const& h, std::string const& from)
    {
        if (!h.key != !h.signed_by_key) return fault(log_fault::damaged_head, from);
        if (check_.signed_by && !h.key) return fault(log_fault::unsigned_head, from);
        if (check_.signed_by && *h.key != *check_.signed_by) return fault(log_fault::other_key, from);
        if (h.key && !h.is_signed()) return fault(log_fault::bad_signature, from);
        return true;
    }
    /// The head of a file, where there is one; false where it is none.
    bool head_of(std::string const& file, std::optional<log_head>& to)
    {
        std::optional<std::string> const text = small_file(head_path(file));
        if (!text) return true;
        to = read_head(*text);
        if (!to) return fault(log_fault::damaged_head, head_path(file));
        return check_head(*to, head_path(file));
    }

    /// Opens all files at one moment, so that nobody closes one in between; they are read without holding writers up.
    bool open_all()
    {
        std::optional<log_lock> const lock = log_lock::of_reader(path_);
        std::optional<log_head> head;
        if (!head_of(path_, head)) return false;
        open_descriptor last = open_if_there(path_, O_RDONLY);
        if (!head && !last) return fault(log_fault::no_log, path_);
        for (log_head const& a : check_.anchors) {
            if (!check_head(a, "the head that was named")) return false;
            heads_.push_back(&a);
        }
        if (!head && check_.anchors.empty()) return fault(log_fault::no_head, path_);
        if (head) {
            report_.head = head_ = *head;
            heads_.push_back(&head_);
        }
        for (log_head const* h : heads_)
            if (h->origin != heads_.front()->origin) return fault(log_fault::other_log, path_);
        std::uint64_t closed = head && !is_closed_file() ? head->file : 0;
        // A crash may come between a file's new name and the head that counts it: the next writer finishes that.
        if (head && !last && head->size != 0 && ::access(closed_path(path_, closed + 1).c_str(), F_OK) == 0) ++closed;
        for (std::uint64_t i = 1; i <= closed; ++i) {
            part p{closed_path(path_, i), open_if_there(closed_path(path_, i), O_RDONLY), 0, {}};
            if (!p.file && !head_of(p.path, p.dropped)) return false;
            if (!p.file && !p.dropped) return fault(log_fault::missing_file, p.path);
            if (p.dropped && p.dropped->origin != heads_.front()->origin) return fault(log_fault::other_log, p.path);
            if (p.file) p.size = size_of(p.file, p.path);
            parts_.push_back(std::move(p));
        }
        part p{path_, std::move(last), 0, {}};
        if (p.file) p.size = size_of(p.file, path_);
        parts_.push_back(std::move(p));
        return true;
    }
    /// Whether this is one closed file of a log, to be read by itself: then its head says how many stand before it.
    bool is_closed_file() const
    {
        return head_.file < largest_json_integer && path_.size() > 7 &&
               path_ == closed_path(path_.substr(0, path_.rfind('.')), head_.file + 1);
    }
    /// What the first record comes after, and its number; null where nothing tells.
    bool start()
    {
        if (!is_closed_file() || head_.file == 0) {
            chain_ = chain_reader{&heads_.front()->origin};
            return true;
        }
        std::optional<log_head> before;
        std::string const log = path_.substr(0, path_.rfind('.'));
        if (!head_of(closed_path(log, head_.file), before)) return false;
        if (!before) return fault(log_fault::missing_file, head_path(closed_path(log, head_.file)));
        chain_ = chain_reader{&before->hash};
        number_ = before->count;
        return true;
    }

    void read_all()
    {
        if (!start()) return;
        report_.first = number_ + 1;
        if (!check_heads_here(path_)) return;
        bool any = false;
        for (part& p : parts_) {
            bool const last = &p == &parts_.back();
            if (p.dropped) {
                chain_ = chain_reader{&p.dropped->hash};
                number_ = p.dropped->count;
                ++report_.dropped;
                if (!any) report_.first = number_ + 1;
                if (!check_heads_here(p.path)) return;
                continue;
            }
            any = true;
            if (p.file && !read_file(p, last)) return;
        }
        report_.last = chain_.hash();
        check_end();
    }
    /// Reads the lines of one file.
    bool read_file(part& p, bool last)
    {
        ++report_.files;
        std::size_t held = 0;
        for (std::uint64_t at = 0; at != p.size;) {
            std::uint64_t const left = p.size - at;
            std::size_t const more = static_cast<std::size_t>(left < block ? left : block);
            if (memory_.size() < held + more) memory_.resize(held + more);
            if (read_at(p.file, p.path, memory_.data() + held, more, at) != more)
                return fault(log_fault::ends_early, p.path, number_ + 1);
            at += more;
            std::string_view rest{memory_.data(), held + more};
            while (!rest.empty()) {
                void const* const found = std::memchr(rest.data(), '\n', rest.size());
                if (found == nullptr) break;
                auto const length = static_cast<std::size_t>(static_cast<char const*>(found) - rest.data());
                if (!take(rest.substr(0, length), p.path)) return false;
                rest.remove_prefix(length + 1);
            }
            held = rest.size();
            if (held > longest_line) return fault(log_fault::no_record, p.path, number_ + 1);
            if (held != 0) std::memmove(memory_.data(), rest.data(), held);
        }
        if (held == 0) return true;
        // Only behind the head is a line without its end what a crash leaves.
        if (last && number_ >= largest_count()) {
            report_.unfinished = held;
            return true;
        }
        return fault(log_fault::no_record, p.path, number_ + 1);
    }
    bool take(std::string_view line, std::string const& file)
    {
        link_fault const f = chain_.take(line);
        if (f == link_fault::no_record) return fault(log_fault::no_record, file, number_ + 1);
        if (f == link_fault::other_before) return fault(log_fault::altered, file, number_ + 1);
        ++number_;
        if (!check_heads_here(file)) return false;
        ++report_.records;
        report_.bytes += line.size() + 1;
        visit_(number_, line);
        return true;
    }
    /// Whether the last record is the one that a head says it is.
    bool check_heads_here(std::string const& file)
    {
        for (log_head const* h : heads_)
            if (h->count == number_ && h->hash != chain_.hash()) return fault(log_fault::other_record, file, number_);
        return true;
    }
    std::uint64_t largest_count() const
    {
        std::uint64_t most = 0;
        for (log_head const* h : heads_) most = h->count > most ? h->count : most;
        return most;
    }
    void check_end()
    {
        std::uint64_t const most = largest_count();
        if (number_ < most) {
            fault(log_fault::ends_early, path_, number_ + 1);
            return;
        }
        report_.behind = number_ - most;
        for (log_head const* h : heads_)
            if (h->count + 1 < report_.first && !is_closed_file()) fault(log_fault::before_the_first, path_, h->count);
    }

    std::string const& path_;
    log_check const& check_;
    Visit& visit_;
    log_report report_;
    log_head head_;
    std::vector<log_head const*> heads_;
    std::vector<part> parts_;
    chain_reader chain_{nullptr};
    std::uint64_t number_ = 0;  // of the last record that was read
    std::string memory_;
};

}  // namespace detail

/// Reads a log with its closed files, or one closed file by itself, and calls `visit(number, line)` for each record, in order,
/// until something is wrong. Whatever of a log is no longer what it was when one of its heads was made is found; docs/log.md
/// says what no head can find. Linear; allocates a block. Throws `log_failure` where a file can't be read.
template <class Visit>
log_report read_log(std::string const& path, log_check const& check, Visit&& visit)
{
    return detail::log_reading<std::remove_reference_t<Visit>>{path, check, visit}.done();
}

/// The same, only to check it.
inline log_report verify_log(std::string const& path, log_check const& check = {})
{
    return read_log(path, check, [](std::uint64_t, std::string_view) {});
}

}  // namespace redline::inline v0_1::record
