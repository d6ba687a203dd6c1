// Work done by several threads at once, and handed on in the order in which it came.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace redline::tool {

/// A ring of jobs between one thread that reads, some that work, and one that writes.
template <class Job>
class job_ring {
public:
    explicit job_ring(std::size_t jobs) : places_(jobs) {}

    /// Calls `read` for one job after the other until it gives false.
    template <class Read>
    void fill(Read& read)
    {
        for (std::uint64_t n = 0;; ++n) {
            place* const p = wait_for(n, state::empty);
            if (p == nullptr) return;
            bool const more = read(p->job);
            set(*p, more ? state::full : state::last);
            if (!more) return;
        }
    }
    /// Takes jobs as they come and does them.
    template <class Work>
    void do_jobs(Work& work)
    {
        for (;;) {
            place* const p = take();
            if (p == nullptr) return;
            work(p->job);
            set(*p, state::done);
        }
    }
    template <class Write>
    void empty(Write& write)
    {
        for (std::uint64_t n = 0;; ++n) {
            place* const p = wait_for(n, state::done);
            if (p == nullptr) return;
            write(p->job);
            set(*p, state::empty);
        }
    }
    /// Runs one of the above; what it throws stops all, and is thrown again by `check`.
    template <class Run>
    void guard(Run&& run) noexcept
    {
        try {
            run();
        }
        catch (...) {
            std::lock_guard const lock{mutex_};
            if (!wrong_) wrong_ = std::current_exception();
            changed_.notify_all();
        }
    }
    void check() const
    {
        if (wrong_) std::rethrow_exception(wrong_);
    }

private:
    enum class state : std::uint8_t { empty, full, taken, done, last };
    struct place {
        Job job{};
        state is = state::empty;
    };

    /// The place of job `n` once it is in a state; null where all ends before.
    place* wait_for(std::uint64_t n, state due)
    {
        place& p = places_[n % places_.size()];
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return wrong_ || p.is == due || p.is == state::last; });
        return wrong_ || p.is == state::last ? nullptr : &p;
    }
    place* take()
    {
        std::unique_lock lock{mutex_};
        for (;;) {
            place& p = places_[next_ % places_.size()];
            if (wrong_ || p.is == state::last) return nullptr;
            if (p.is == state::full) {
                p.is = state::taken;
                ++next_;
                return &p;
            }
            changed_.wait(lock);
        }
    }
    void set(place& p, state to)
    {
        std::lock_guard const lock{mutex_};
        p.is = to;
        changed_.notify_all();
    }

    std::vector<place> places_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t next_ = 0;  // the job that is taken next
    std::exception_ptr wrong_;
};

/// `read` fills jobs on this thread until it gives false, `threads` workers do them, and `write` gets each when it is
/// done, in order and from one thread. `make_worker` is called once on each worker's thread. Throws what any of them did.
template <class Job, class Read, class MakeWorker, class Write>
void in_order(unsigned threads, Read read, MakeWorker make_worker, Write write)
{
    job_ring<Job> ring{std::size_t{2} * threads + 1};
    {
        std::vector<std::jthread> crew;
        // A thread that can't be started stops those that were.
        ring.guard([&] {
            crew.emplace_back([&] { ring.guard([&] { ring.empty(write); }); });
            for (unsigned i = 0; i < threads; ++i)
                crew.emplace_back([&] {
                    ring.guard([&] {
                        auto worker = make_worker();
                        ring.do_jobs(worker);
                    });
                });
            ring.fill(read);
        });
    }
    ring.check();
}

}  // namespace redline::tool
