#include "checker.hpp"

#include "amendment.hpp"
#include "status.hpp"

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace redline::tool::lsp {

checked_ptr check_document(document_ptr d, std::shared_ptr<open_texts const> open)
{
    auto const result = std::make_shared<checked>();
    result->of = d;
    if (!d->says_something()) return result;
    source const file{d->path, d->text, d->literate};
    if (d->amends) {
        result->findings = findings_of_amendment(file);
        // Their texts are those of `file`, which goes.
        for (finding& f : result->findings) f.text = f.related_text = d->text;
        return result;
    }
    result->found = load_contract(d->text, options_for(*d, std::move(open)));
    result->findings = findings_of(file, result->found);
    if (result->found.testable) result->tests = run_tests(file, result->found);
    return result;
}

checker::checker()
{
    if (::pipe2(pipe_, O_CLOEXEC | O_NONBLOCK) != 0) throw failure{"no pipe can be made"};
    thread_ = std::thread{[this] { run(); }};
}

checker::~checker()
{
    {
        std::lock_guard const lock{mutex_};
        stop_ = true;
        jobs_.clear();
    }
    changed_.notify_all();
    thread_.join();
    ::close(pipe_[0]);
    ::close(pipe_[1]);
}

void checker::submit(document_ptr d, std::shared_ptr<open_texts const> open)
{
    {
        std::lock_guard const lock{mutex_};
        jobs_.erase(std::remove_if(jobs_.begin(), jobs_.end(), [&](job const& j) { return j.of->uri == d->uri; }),
                    jobs_.end());
        results_.erase(d->uri);
        jobs_.push_back({std::move(d), std::move(open)});
    }
    changed_.notify_all();
}

void checker::forget(std::string const& uri)
{
    std::lock_guard const lock{mutex_};
    jobs_.erase(std::remove_if(jobs_.begin(), jobs_.end(), [&](job const& j) { return j.of->uri == uri; }),
                jobs_.end());
    results_.erase(uri);
}

std::vector<checked_ptr> checker::take()
{
    std::lock_guard const lock{mutex_};
    char bytes[64];
    while (::read(pipe_[0], bytes, sizeof bytes) > 0) {}
    return std::exchange(fresh_, {});
}

checked_ptr checker::result_of(document const& d, std::chrono::milliseconds wait)
{
    std::unique_lock lock{mutex_};
    auto const found = [&]() -> checked_ptr {
        auto const at = results_.find(d.uri);
        return at != results_.end() && at->second->of.get() == &d ? at->second : nullptr;
    };
    changed_.wait_for(lock, wait, [&] { return found() != nullptr; });
    return found();
}

bool checker::busy()
{
    std::lock_guard const lock{mutex_};
    return running_;
}

void checker::run()
{
    std::unique_lock lock{mutex_};
    for (;;) {
        changed_.wait(lock, [&] { return stop_ || !jobs_.empty(); });
        if (stop_) return;
        job const j = std::move(jobs_.front());
        jobs_.pop_front();
        running_ = true;
        lock.unlock();
        checked_ptr result;
        try {
            result = check_document(j.of, j.open);
        }
        catch (std::exception const&) {
            // There was no memory: the document stays without findings until it changes.
            result = nullptr;
        }
        lock.lock();
        running_ = false;
        bool const outdated =
            std::any_of(jobs_.begin(), jobs_.end(), [&](job const& later) { return later.of->uri == j.of->uri; });
        if (result == nullptr || outdated) continue;
        results_[j.of->uri] = result;
        fresh_.push_back(result);
        if (::write(pipe_[1], "", 1) < 0) {}  // a full pipe is readable already
        changed_.notify_all();
    }
}

}  // namespace redline::tool::lsp
