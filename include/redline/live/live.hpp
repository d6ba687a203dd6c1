// Opt-in: something that is replaced while threads read it, such as a contract, without a lock on the reading side.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace redline::inline v0_1 {

/// Holds a `T` that is never changed, only replaced as a whole, while any number of threads read it.
///
/// Each reading thread has a `reader`, and pins what is there for as long as it uses it. Pinning takes no lock and waits for
/// nobody: two atomic loads and a store where nothing is replaced meanwhile. What was replaced is kept until no reader pins
/// it. Replacing, and making and ending readers, takes a lock that no pinning takes. Must outlive its readers.
template <class T>
class live {
    /// What one reader pins, on a cache line of its own; null where it pins nothing.
    struct alignas(64) slot {
        std::atomic<T const*> pinned{nullptr};
        bool taken = false;
    };

public:
    /// What a reader has pinned; valid, and the same, until it goes out of scope.
    class pin {
    public:
        /// What `reader::now` makes.
        explicit pin(std::atomic<T const*>& slot, T const* what) noexcept : slot_{&slot}, what_{what} {}
        pin(pin const&) = delete;
        pin& operator=(pin const&) = delete;
        ~pin() { slot_->store(nullptr, std::memory_order_release); }
        T const& operator*() const noexcept { return *what_; }
        T const* operator->() const noexcept { return what_; }

    private:
        std::atomic<T const*>* slot_;
        T const* what_;
    };

    /// One thread's way to what is held. Used by one thread at a time, and for one pin at a time.
    class reader {
    public:
        /// Allocates where no reader has ended before; may throw `std::bad_alloc`.
        explicit reader(live& of) : of_{&of}, slot_{&of.take()} {}
        reader(reader const&) = delete;
        reader& operator=(reader const&) = delete;
        ~reader() { of_->give_back(*slot_); }

        /// Pins what is held now. Lock-free, never allocates; a pin must end before the next begins.
        [[nodiscard]] pin now() noexcept
        {
            T const* here = of_->current_.load();
            // Said before it is looked at again: from then on, nobody frees what is still there.
            for (;;) {
                slot_->pinned.store(here);
                T const* const still = of_->current_.load();
                if (still == here) return pin{slot_->pinned, here};
                here = still;
            }
        }

    private:
        live* of_;
        slot* slot_;
    };

    /// Holds `first`, which is not null.
    explicit live(std::unique_ptr<T const> first) : kept_{} { replace(std::move(first)); }
    live(live const&) = delete;
    live& operator=(live const&) = delete;

    /// From now on, readers pin `next`, which is not null. Waits for no reader. Frees what was replaced before, as far as
    /// nobody pins it. Any thread may call it. May throw `std::bad_alloc`, and has then changed nothing.
    void replace(std::unique_ptr<T const> next)
    {
        std::lock_guard const lock{writing_};
        T const* const is = next.get();
        kept_.push_back(std::move(next));
        current_.store(is);
        free_unpinned();
    }

    /// How many are in memory: the one that is held, and those that were replaced and are still pinned or not yet freed.
    std::size_t kept() const
    {
        std::lock_guard const lock{writing_};
        return kept_.size();
    }

private:
    slot& take()
    {
        std::lock_guard const lock{writing_};
        for (slot& s : slots_)
            if (!s.taken) {
                s.taken = true;
                return s;
            }
        slots_.emplace_back().taken = true;
        return slots_.back();
    }
    void give_back(slot& s) noexcept
    {
        std::lock_guard const lock{writing_};
        s.taken = false;
    }
    bool is_pinned(T const* what) const noexcept
    {
        for (slot const& s : slots_)
            if (s.pinned.load() == what) return true;
        return false;
    }
    void free_unpinned() noexcept
    {
        T const* const is = current_.load();
        std::erase_if(kept_, [&](auto const& old) { return old.get() != is && !is_pinned(old.get()); });
    }

    mutable std::mutex writing_;
    std::atomic<T const*> current_{nullptr};
    std::vector<std::unique_ptr<T const>> kept_;
    std::deque<slot> slots_;
};

}  // namespace redline::inline v0_1
