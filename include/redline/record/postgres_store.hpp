// Cases in a PostgreSQL data base: the store for several desks at once. Link libpq.
#pragma once

#include "store.hpp"

#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif

#include <array>
#include <memory>
#include <string_view>

namespace redline::inline v0_1::record {

/// Cases in the schema `redline` of a data base, which is made where it is not there. One store is one connection, for one
/// thread; any number of them may be used at once, from any number of machines.
///
/// Those that write wait for one another by a lock of the server's that ends with the transaction, also where a desk or its
/// connection dies. Triggers keep rows from being changed or deleted.
class postgres_store final : public case_store {
public:
    /// Connects as libpq's connection string or URI says, such as `postgresql://desk@host/approvals`.
    explicit postgres_store(std::string const& connection) : db_{PQconnectdb(connection.c_str())}
    {
        if (PQstatus(db_.get()) != CONNECTION_OK) fail();
        PQsetNoticeProcessor(
            db_.get(), [](void*, char const*) {}, nullptr);
        run("SET synchronous_commit = on");
        set_up();
    }

    void begin_writing() override
    {
        run("BEGIN");
        lock();
    }
    void begin_reading() override { run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    void commit() override
    {
        answer const done = run("COMMIT");
        // A transaction that failed before ends so without an error.
        if (std::string_view{PQcmdStatus(done.get())} != "COMMIT")
            throw store_failure{"PostgreSQL: nothing was committed"};
    }
    void roll_back() noexcept override
    {
        if (PQtransactionStatus(db_.get()) != PQTRANS_IDLE) PQclear(PQexec(db_.get(), "ROLLBACK"));
    }

    std::int64_t add_case(case_row const& c) override
    {
        answer const a =
            run("INSERT INTO redline.cases (token, contract, title, version, chain, subject, request) VALUES "
                "($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                c.token, c.contract, c.title, number(c.version), c.chain, c.subject, c.request);
        return integer(a, 0, 0);
    }
    void add_event(event_row const& e) override
    {
        run("INSERT INTO redline.events (case_id, number, kind, person, role, in_place_of, chain, stage, at, "
            "signature) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            std::to_string(e.case_id), number(e.number), e.kind, e.person, e.role, e.in_place_of, e.chain, e.stage,
            number(e.at), e.signature);
    }
    std::optional<case_row> find_case(std::int64_t id) override
    {
        std::vector<case_row> found = cases_in(run(cases_ + " WHERE id = $1", std::to_string(id)));
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    }
    std::vector<case_row> all_cases() override { return cases_in(run(cases_ + " ORDER BY id")); }
    std::vector<case_row> cases_for(std::string const& contract, std::string const& chain,
                                    std::string const& subject) override
    {
        return cases_in(run(cases_ + " WHERE contract = $1 AND chain = $2 AND subject = $3 ORDER BY id DESC", contract,
                            chain, subject));
    }
    std::vector<event_row> events_of(std::int64_t case_id) override
    {
        answer const a =
            run("SELECT case_id, number, kind, person, role, in_place_of, chain, stage, at, signature FROM "
                "redline.events WHERE case_id = $1 ORDER BY number",
                std::to_string(case_id));
        std::vector<event_row> found;
        for (int r = 0; r < PQntuples(a.get()); ++r)
            found.push_back({integer(a, r, 0), static_cast<std::uint64_t>(integer(a, r, 1)), text(a, r, 2),
                             text(a, r, 3), text(a, r, 4), text(a, r, 5), text(a, r, 6), text(a, r, 7),
                             static_cast<std::uint64_t>(integer(a, r, 8)), text(a, r, 9)});
        return found;
    }

private:
    struct closer {
        void operator()(PGconn* db) const noexcept { PQfinish(db); }
        void operator()(PGresult* a) const noexcept { PQclear(a); }
    };
    using answer = std::unique_ptr<PGresult, closer>;

    [[noreturn]] void fail()
    {
        std::string why = PQerrorMessage(db_.get());
        while (!why.empty() && why.back() == '\n') why.pop_back();
        throw store_failure{"PostgreSQL: " + why};
    }
    template <class... Texts>
    answer run(std::string const& sql, Texts const&... values)
    {
        std::array<char const*, sizeof...(values) + 1> const pointers{values.c_str()..., nullptr};
        for (std::string_view const v : {std::string_view{}, std::string_view{values}...})
            if (v.find('\0') != v.npos) throw store_failure{"PostgreSQL keeps no text with a NUL in it"};
        // Without values, one string may hold several statements.
        answer a{sizeof...(values) == 0 ? PQexec(db_.get(), sql.c_str())
                                        : PQexecParams(db_.get(), sql.c_str(), static_cast<int>(sizeof...(values)),
                                                       nullptr, pointers.data(), nullptr, nullptr, 0)};
        ExecStatusType const status = PQresultStatus(a.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail();
        return a;
    }
    static std::string number(std::uint64_t n)
    {
        if (n > ~std::uint64_t{0} >> 1) throw store_failure{"PostgreSQL: a number is too large"};
        return std::to_string(n);
    }
    static std::string text(answer const& a, int row, int column)
    {
        return std::string(PQgetvalue(a.get(), row, column),
                           static_cast<std::size_t>(PQgetlength(a.get(), row, column)));
    }
    static std::int64_t integer(answer const& a, int row, int column) { return std::stoll(text(a, row, column)); }
    static std::vector<case_row> cases_in(answer const& a)
    {
        std::vector<case_row> found;
        for (int r = 0; r < PQntuples(a.get()); ++r)
            found.push_back({integer(a, r, 0), text(a, r, 1), text(a, r, 2), text(a, r, 3),
                             static_cast<std::uint64_t>(integer(a, r, 4)), text(a, r, 5), text(a, r, 6),
                             text(a, r, 7)});
        return found;
    }
    /// One number for all desks; "redline" in no particular code.
    void lock() { run("SELECT pg_advisory_xact_lock(7235138612)"); }

    void set_up()
    {
        if (is_set_up()) return;
        transaction t{*this, transaction::kind::writing};
        if (is_set_up()) return;  // somebody else was faster
        run(tables);
        t.commit();
    }
    bool is_set_up()
    {
        if (PQntuples(
                run("SELECT 1 FROM information_schema.tables WHERE table_schema = 'redline' AND table_name = 'format'")
                    .get()) == 0)
            return false;
        answer const a = run("SELECT version FROM redline.format");
        if (PQntuples(a.get()) != 1 || integer(a, 0, 0) != 1)
            throw store_failure{"PostgreSQL: the schema `redline` is of another version of Redline"};
        return true;
    }

    static constexpr char const* tables = R"(
CREATE SCHEMA redline;
CREATE TABLE redline.format (version bigint NOT NULL);
INSERT INTO redline.format VALUES (1);
CREATE TABLE redline.cases (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, token text NOT NULL UNIQUE,
    contract text NOT NULL, title text NOT NULL, version bigint NOT NULL, chain text NOT NULL, subject text NOT NULL,
    request text NOT NULL);
CREATE INDEX cases_for ON redline.cases (contract, chain, subject, id);
CREATE TABLE redline.events (case_id bigint NOT NULL REFERENCES redline.cases (id), number bigint NOT NULL CHECK (number > 0),
    kind text NOT NULL, person text NOT NULL, role text NOT NULL, in_place_of text NOT NULL, chain text NOT NULL,
    stage text NOT NULL, at bigint NOT NULL, signature text NOT NULL, PRIMARY KEY (case_id, number));
CREATE FUNCTION redline.stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'cases and events never change, and are never deleted'; END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON redline.cases EXECUTE FUNCTION redline.stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON redline.events EXECUTE FUNCTION redline.stays();
)";
    inline static std::string const cases_ =
        "SELECT id, token, contract, title, version, chain, subject, request FROM redline.cases";

    std::unique_ptr<PGconn, closer> db_;
};

}  // namespace redline::inline v0_1::record
