// Checks documents beside the server's own thread: contracts are loaded, proved and tested while requests are answered.
#pragma once

#include "workspace.hpp"

#include "scenario_results.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace redline::tool::lsp {

/// What came of a document: its contract, all that was found, and what its scenarios and assertions came to.
struct checked {
    document_ptr of;
    contract found;                 // says nothing of an amendment
    std::vector<finding> findings;  // of all texts of the contract
    test_results tests;             // of a contract that is testable
};

using checked_ptr = std::shared_ptr<checked const>;

/// One thread, which checks what it is told to, the document that was changed last at last.
class checker {
public:
    checker();
    ~checker();
    checker(checker const&) = delete;
    checker& operator=(checker const&) = delete;

    /// Checks a document, instead of an earlier state of it that is still to be checked.
    void submit(document_ptr d, std::shared_ptr<open_texts const> open);
    /// Takes a document from what is to be checked, and forgets what came of it.
    void forget(std::string const& uri);
    /// What came of checks since the last time; of each document the last.
    std::vector<checked_ptr> take();
    /// What came of this very state of a document, waited for as long as told; null where it is not there.
    checked_ptr result_of(document const& d, std::chrono::milliseconds wait);
    /// Whether a check is on its way.
    bool busy();
    /// Readable when there is something to take.
    int descriptor() const noexcept { return pipe_[0]; }

private:
    struct job {
        document_ptr of;
        std::shared_ptr<open_texts const> open;
    };
    void run();

    int pipe_[2] = {-1, -1};
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<job> jobs_;
    std::map<std::string, checked_ptr> results_;  // by URI
    std::vector<checked_ptr> fresh_;
    bool stop_ = false, running_ = false;
    std::thread thread_;
};

/// Checks one document; what `checker` does.
checked_ptr check_document(document_ptr d, std::shared_ptr<open_texts const> open);

}  // namespace redline::tool::lsp
