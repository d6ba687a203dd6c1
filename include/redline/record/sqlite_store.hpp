// Cases in a SQLite file: the store for one machine. Link sqlite3.
#pragma once

#include "store.hpp"

#include <sqlite3.h>

#include <chrono>
#include <memory>
#include <string_view>
#include <thread>

namespace redline::inline v0_1::record {

/// Cases in a file. Several processes may use it at once, each through a store of its own; one store is for one thread.
///
/// Events are added in transactions that are on the disk when `commit` returns (write-ahead log, synchronous). Triggers keep
/// rows from being changed or deleted. A process that is killed leaves the file as it was after its last commit.
class sqlite_store final : public case_store {
public:
    /// How to open a file: `read` and `write` need a case file that is there, `create` makes one where there is none.
    /// `read` does not keep the store from writing.
    enum class mode : std::uint8_t { read, write, create };

    /// Opens a case file; with `create`, makes it where there is none. How long to wait for others, in milliseconds.
    explicit sqlite_store(std::string const& path, mode how = mode::create, int patience = 60'000) : path_{path}
    {
        int const flags = how == mode::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
        sqlite3* opened = nullptr;
        int const status = sqlite3_open_v2(path.c_str(), &opened, flags | SQLITE_OPEN_PRIVATECACHE, nullptr);
        db_.reset(opened);
        if (status != SQLITE_OK) fail();
        sqlite3_extended_result_codes(db_.get(), 1);
        sqlite3_busy_timeout(db_.get(), patience);
        run("PRAGMA foreign_keys = ON");
        run("PRAGMA synchronous = FULL");
        set_up(how, patience);
    }

    void begin_writing() override { run("BEGIN IMMEDIATE"); }
    void begin_reading() override { run("BEGIN"); }
    void commit() override { run("COMMIT"); }
    void roll_back() noexcept override
    {
        if (sqlite3_get_autocommit(db_.get()) == 0) sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }

    std::int64_t add_case(case_row const& c) override
    {
        statement s{*this, "INSERT INTO cases (token, contract, title, version, chain, subject, request) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?)"};
        s.bind(c.token).bind(c.contract).bind(c.title).bind(c.version).bind(c.chain).bind(c.subject).bind(c.request);
        s.step();
        return sqlite3_last_insert_rowid(db_.get());
    }
    void add_event(event_row const& e) override
    {
        statement s{*this, "INSERT INTO events (case_id, number, kind, person, role, in_place_of, chain, stage, at, "
                           "signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
        s.bind(static_cast<std::uint64_t>(e.case_id)).bind(e.number).bind(e.kind).bind(e.person).bind(e.role);
        s.bind(e.in_place_of).bind(e.chain).bind(e.stage).bind(e.at).bind(e.signature);
        s.step();
    }
    std::optional<case_row> find_case(std::int64_t id) override
    {
        statement s{*this, cases_ + " WHERE id = ?"};
        s.bind(static_cast<std::uint64_t>(id));
        std::vector<case_row> found = cases_in(s);
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    }
    std::vector<case_row> all_cases() override
    {
        statement s{*this, cases_ + " ORDER BY id"};
        return cases_in(s);
    }
    std::vector<case_row> cases_for(std::string const& contract, std::string const& chain,
                                    std::string const& subject) override
    {
        statement s{*this, cases_ + " WHERE contract = ? AND chain = ? AND subject = ? ORDER BY id DESC"};
        s.bind(contract).bind(chain).bind(subject);
        return cases_in(s);
    }
    std::vector<event_row> events_of(std::int64_t case_id) override
    {
        statement s{*this, "SELECT case_id, number, kind, person, role, in_place_of, chain, stage, at, signature FROM "
                           "events WHERE case_id = ? ORDER BY number"};
        s.bind(static_cast<std::uint64_t>(case_id));
        std::vector<event_row> found;
        while (s.step())
            found.push_back({s.integer(0), static_cast<std::uint64_t>(s.integer(1)), s.text(2), s.text(3), s.text(4),
                             s.text(5), s.text(6), s.text(7), static_cast<std::uint64_t>(s.integer(8)), s.text(9)});
        return found;
    }

private:
    struct closer {
        void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
    };

    /// A prepared statement with what is bound to it.
    class statement {
    public:
        statement(sqlite_store& store, std::string const& sql) : store_{store}
        {
            if (sqlite3_prepare_v2(store.db_.get(), sql.c_str(), -1, &of_, nullptr) != SQLITE_OK) store.fail();
        }
        statement(statement const&) = delete;
        statement& operator=(statement const&) = delete;
        ~statement() { sqlite3_finalize(of_); }

        statement& bind(std::string const& text)
        {
            auto const size = static_cast<sqlite3_uint64>(text.size());
            check(sqlite3_bind_text64(of_, ++bound_, text.data(), size, SQLITE_TRANSIENT, SQLITE_UTF8));
            return *this;
        }
        statement& bind(std::uint64_t n)
        {
            if (n > most) throw store_failure{store_.path_ + ": a number is too large for a case file"};
            check(sqlite3_bind_int64(of_, ++bound_, static_cast<sqlite3_int64>(n)));
            return *this;
        }
        /// Whether there is a row.
        bool step()
        {
            int const status = sqlite3_step(of_);
            if (status != SQLITE_ROW && status != SQLITE_DONE) store_.fail();
            return status == SQLITE_ROW;
        }
        std::int64_t integer(int column) const { return sqlite3_column_int64(of_, column); }
        std::string text(int column) const
        {
            auto const* const bytes = reinterpret_cast<char const*>(sqlite3_column_text(of_, column));
            auto const size = static_cast<std::size_t>(sqlite3_column_bytes(of_, column));
            return bytes == nullptr ? std::string{} : std::string(bytes, size);
        }

    private:
        static constexpr std::uint64_t most = ~std::uint64_t{0} >> 1;

        void check(int status)
        {
            if (status != SQLITE_OK) store_.fail();
        }

        sqlite_store& store_;
        sqlite3_stmt* of_ = nullptr;
        int bound_ = 0;
    };

    static constexpr std::int64_t format = 1;
    static constexpr std::int64_t application = 0x5265646C;  // "Redl"

    [[noreturn]] void fail() { fail(db_ ? sqlite3_errmsg(db_.get()) : "there is no memory to open it"); }
    [[noreturn]] void fail(std::string_view why) { throw store_failure{path_ + ": " + std::string{why}}; }
    void run(char const* sql)
    {
        if (sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }
    std::int64_t number(char const* sql)
    {
        statement s{*this, sql};
        return s.step() ? s.integer(0) : 0;
    }
    bool is_busy() const noexcept { return (sqlite3_errcode(db_.get()) & 0xFF) == SQLITE_BUSY; }

    /// Makes the tables in a new file; refuses files of others, and of a later format.
    void set_up(mode how, int patience)
    {
        // Changing to the write-ahead log does not wait for others by itself.
        auto const end = std::chrono::steady_clock::now() + std::chrono::milliseconds{patience};
        while (sqlite3_exec(db_.get(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr) != SQLITE_OK) {
            if (!is_busy() || std::chrono::steady_clock::now() > end) fail();
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
        if (is_case_file()) return;
        if (how != mode::create) fail("is not a case file");
        transaction t{*this, transaction::kind::writing};
        if (is_case_file()) return;  // somebody else was faster
        if (number("SELECT count(*) FROM sqlite_master") != 0) fail("is a SQLite file, but not a case file");
        run(tables);
        t.commit();
    }
    bool is_case_file()
    {
        std::int64_t const of = number("PRAGMA application_id");
        if (of != 0 && of != application) fail("is not a case file");
        std::int64_t const version = number("PRAGMA user_version");
        if (of == application && version != format) fail("is a case file of another version of Redline");
        return of == application;
    }
    static std::vector<case_row> cases_in(statement& s)
    {
        std::vector<case_row> found;
        while (s.step())
            found.push_back({s.integer(0), s.text(1), s.text(2), s.text(3), static_cast<std::uint64_t>(s.integer(4)),
                             s.text(5), s.text(6), s.text(7)});
        return found;
    }

    static constexpr char const* tables = R"(
CREATE TABLE cases (id INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL UNIQUE, contract TEXT NOT NULL,
    title TEXT NOT NULL, version INTEGER NOT NULL, chain TEXT NOT NULL, subject TEXT NOT NULL, request TEXT NOT NULL) STRICT;
CREATE INDEX cases_for ON cases (contract, chain, subject, id);
CREATE TABLE events (case_id INTEGER NOT NULL REFERENCES cases (id), number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, in_place_of TEXT NOT NULL, chain TEXT NOT NULL,
    stage TEXT NOT NULL, at INTEGER NOT NULL, signature TEXT NOT NULL, PRIMARY KEY (case_id, number)) STRICT, WITHOUT ROWID;
CREATE TRIGGER cases_stay BEFORE UPDATE ON cases BEGIN SELECT RAISE(ABORT, 'cases never change'); END;
CREATE TRIGGER cases_remain BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'cases are never deleted'); END;
CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events never change'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
PRAGMA application_id = 0x5265646C;
PRAGMA user_version = 1;
)";
    inline static std::string const cases_ =
        "SELECT id, token, contract, title, version, chain, subject, request FROM cases";

    std::string path_;
    std::unique_ptr<sqlite3, closer> db_;
};

}  // namespace redline::inline v0_1::record
