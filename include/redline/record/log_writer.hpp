// Records appended from many threads: one call each, durable when it returns; those that come at once share a write.
#pragma once

#include "log_file.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace redline::inline v0_1::record {

/// Appends to a log. May be used by several threads at once; several processes, each through a writer of its own, may append to
/// one log. What `add` was given and `flush` never followed is written at the end, if it can be.
class log_writer {
public:
    /// Opens a log, or begins one where there is none. Throws `log_failure`; see `log_file`.
    explicit log_writer(std::string path, log_options options = {}) : file_{std::move(path), std::move(options)} {}
    log_writer(log_writer const&) = delete;
    log_writer& operator=(log_writer const&) = delete;
    ~log_writer()
    {
        try {
            flush();
        }
        catch (...) {
            // Nobody was told that these are recorded.
        }
    }

    /// Appends a record. When it returns, the record outlives the process and the machine's power; threads that append at the
    /// same time wait for one write together. Throws `log_failure` where it can't be written: then nobody may act on it.
    void append(record_text entry)
    {
        std::unique_lock lock{mutex_};
        std::shared_ptr<batch> const mine = filling_;
        mine->entries.push_back(std::move(entry));
        finish(lock, *mine);
        if (!mine->failure.empty()) throw log_failure{mine->failure};
    }
    /// Takes a record that will be written together with others: by `flush`, by somebody's `append`, or once they are many
    /// (8 MiB). Until `flush` returns it is not recorded. Throws `log_failure` as `flush` does.
    void add(record_text entry)
    {
        std::unique_lock lock{mutex_};
        filling_->bytes += entry.members.size();
        filling_->entries.push_back(std::move(entry));
        filling_->for_flush = true;
        if (filling_->bytes < most_held) return;
        finish(lock, *std::shared_ptr<batch>{filling_});
        report_failure();
    }
    /// Writes what was added: when it returns, all of it is recorded. Throws `log_failure` where some of what was added since
    /// the last `flush` could not be written.
    void flush()
    {
        std::unique_lock lock{mutex_};
        std::shared_ptr<batch> const mine = filling_;
        if (mine->entries.empty()) changed_.wait(lock, [&] { return !writing_; });
        else finish(lock, *mine);
        report_failure();
    }

    /// Where the log stands after what was written here.
    log_head head() const
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return !writing_; });
        return file_.head();
    }
    /// How many bytes of a line that a crash left half were cut off here.
    std::uint64_t cut_off() const
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return !writing_; });
        return file_.cut_off();
    }

private:
    static constexpr std::size_t most_held = std::size_t{8} << 20;

    /// Records that are written at once.
    struct batch {
        std::vector<record_text> entries;
        std::size_t bytes = 0;
        bool for_flush = false;
        bool done = false;
        std::string failure;
    };

    /// Comes back when a batch was written or could not be: by this thread, or by another that was there first.
    void finish(std::unique_lock<std::mutex>& lock, batch& due)
    {
        while (!due.done) {
            if (writing_) {
                changed_.wait(lock);
                continue;
            }
            // Nobody writes, so what is due is what is being filled.
            auto fresh = std::make_shared<batch>();
            std::shared_ptr<batch> const now = std::exchange(filling_, std::move(fresh));
            writing_ = true;
            lock.unlock();
            std::string failure;
            try {
                file_.add(now->entries.data(), now->entries.size());
            }
            catch (std::exception const& e) {
                failure = e.what();
                if (failure.empty()) failure = "the record cannot be written";
            }
            lock.lock();
            writing_ = false;
            now->done = true;
            if (now->for_flush && !failure.empty()) failure_ = failure;
            now->failure = std::move(failure);
            now->entries.clear();
            changed_.notify_all();
        }
    }
    void report_failure()
    {
        if (failure_.empty()) return;
        std::string why;
        why.swap(failure_);
        throw log_failure{why};
    }

    log_file file_;  // of the thread that set `writing_`
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::shared_ptr<batch> filling_ = std::make_shared<batch>();
    bool writing_ = false;
    std::string failure_;  // of what was added, until somebody is told
};

}  // namespace redline::inline v0_1::record
