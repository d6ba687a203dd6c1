// Where cases are kept: one small interface, so that a file and a server serve the same code.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace redline::inline v0_1::record {

/// A store that can't do what it was asked to: no such file, no room, no connection. What was not committed has not happened.
struct store_failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What a case is for. It never changes; where the case stands follows from its events.
struct case_row {
    std::int64_t id = 0;   // given by the store, from 1
    std::string token;     // of this case and no other, anywhere; see `act_statement::case_id`
    std::string contract;  // digest of the contract, as hexadecimal digits
    std::string title;     // of the contract
    std::uint64_t version = 0;
    std::string chain;
    std::string subject;  // digest of what the chain rested on when it was opened, as hexadecimal digits
    std::string request;  // as it was given

    friend bool operator==(case_row const&, case_row const&) = default;
};

/// One event of a case, by names; `role`, `in_place_of`, `chain`, `stage` and `signature` may be empty.
struct event_row {
    std::int64_t case_id = 0;
    std::uint64_t number = 0;  // in its case, from 1
    std::string kind;          // `name_of` its `chain_event_kind`
    std::string person, role, in_place_of;
    std::string chain, stage;  // the ones that were open
    std::uint64_t at = 0;      // seconds
    std::string signature;     // as hexadecimal digits

    friend bool operator==(event_row const&, event_row const&) = default;
};

/// Cases and their events, which are only ever added. Every call stands within a transaction. Whatever can't be done throws
/// `store_failure`.
class case_store {
public:
    case_store() = default;
    case_store(case_store const&) = delete;
    case_store& operator=(case_store const&) = delete;
    virtual ~case_store() = default;

    /// Begins a transaction. Of those that write there is one at a time: others wait.
    virtual void begin_writing() = 0;
    /// Begins a transaction that only reads, and sees one state of the store all through.
    virtual void begin_reading() = 0;
    /// Once it returns, what was added outlives the process and the machine's power.
    virtual void commit() = 0;
    /// Ends a transaction, so that nothing of it was added; does nothing where there is none.
    virtual void roll_back() noexcept = 0;

    /// Gives the id.
    virtual std::int64_t add_case(case_row const& c) = 0;
    /// Adds an event of a case. The case must be there, without an event of that number yet.
    virtual void add_event(event_row const& e) = 0;
    /// The case with an id; none where there is none.
    virtual std::optional<case_row> find_case(std::int64_t id) = 0;
    /// In the order in which they were opened.
    virtual std::vector<case_row> all_cases() = 0;
    /// The cases of a chain under a contract for a subject, the latest first.
    virtual std::vector<case_row> cases_for(std::string const& contract, std::string const& chain,
                                            std::string const& subject) = 0;
    /// In the order in which they happened.
    virtual std::vector<event_row> events_of(std::int64_t case_id) = 0;
};

/// A transaction; rolled back unless it was committed.
class transaction {
public:
    /// Whether a transaction may add something.
    enum class kind : bool { reading, writing };

    /// Begins a transaction on a store, which must outlive it. Throws `store_failure`.
    transaction(case_store& store, kind k) : store_{store}
    {
        if (k == kind::writing) store.begin_writing();
        else store.begin_reading();
    }
    transaction(transaction const&) = delete;
    transaction& operator=(transaction const&) = delete;
    ~transaction()
    {
        if (!committed_) store_.roll_back();
    }
    /// Commits it, once. Where this throws `store_failure`, it is still rolled back at its end.
    void commit()
    {
        store_.commit();
        committed_ = true;
    }

private:
    case_store& store_;
    bool committed_ = false;
};

}  // namespace redline::inline v0_1::record
