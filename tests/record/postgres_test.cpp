// Cases in PostgreSQL: a server of the test's own, a hundred desks at once, and what a killed desk or server leaves.
#include "record/desk.hpp"
#include "redline/record/postgres_store.hpp"
#include "support/catch.hpp"
#include "support/seed.hpp"
#ifdef REDLINE_COMMAND
#include "tools/command.hpp"
#endif

#include <csignal>
#include <random>
#include <sys/wait.h>

namespace {

using namespace redline_test;
using redline::event_fault;
using redline::record::postgres_store, redline::record::store_failure;

constexpr char const* chains =
    "signoff many { stage only: 1_000_000 signers of a; }\n"
    "signoff review { stage first: a within 2 days; stage second: all of b, c; rests on n; }\n";

/// A server with a data base of its own, in a folder, reached by a socket there alone. Refuses to run as root, so then it runs
/// as the user `postgres`.
class server {
public:
    server()
    {
        if (geteuid() == 0) run("chown postgres " + at());
        as_server("initdb -D " + at() + "/data --auth=trust -U redline --no-sync");
        start();
    }
    server(server const&) = delete;
    server& operator=(server const&) = delete;
    ~server()
    {
        try {
            stop("fast");
        }
        catch (std::exception const&) {
        }
    }
    void start()
    {
        as_server("pg_ctl -D " + at() + "/data -w -l " + at() +
                  "/log -o \"-c listen_addresses= -c max_connections=130 -k " + at() + "\" start");
    }
    void stop(std::string const& how) { as_server("pg_ctl -D " + at() + "/data -w -m " + how + " stop"); }
    std::string uri() const { return "postgresql://redline@/postgres?host=" + at(); }
    std::unique_ptr<postgres_store> store() const { return std::make_unique<postgres_store>(uri()); }

private:
    std::string at() const { return folder_.at().string(); }
    static void run(std::string const& line)
    {
        if (std::system((line + " > /dev/null 2>&1").c_str()) != 0) throw std::runtime_error{"failed: " + line};
    }
    static void as_server(std::string const& call)
    {
        std::string const line = std::string{REDLINE_POSTGRESQL_BIN} + "/" + call;
        run(geteuid() == 0 ? "cd / && runuser -u postgres -- " + line : line);
    }

    scratch_folder folder_;
};

template <class Work>
pid_t start(Work const& work)
{
    pid_t const child = fork();
    if (child != 0) return child;
    int status = 99;
    try {
        status = work();
    }
    catch (std::exception const& e) {
        std::fprintf(stderr, "%s\n", e.what());
    }
    _exit(status);
}
int wait_for(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

TEST_CASE("cases in PostgreSQL", "[record]")
{
    server s;
    {
        // As on a file.
        desk d{chains, s.store()};
        std::int64_t const id = d.open("ann", 100, "x 3", 1).case_id;
        CHECK(d.open("ann", 100, "x 3", 1).result.fault == event_fault::already_opened);
        CHECK(d.sign(id, "ann", "a", 200).result.fault == event_fault::barred_asker);
        CHECK(d.sign(id, "bob", "a", 200).taken());
        CHECK(d.sign(id, "bob", "b", 150).result.fault == event_fault::earlier_than_last);
        CHECK(d.at(id).events.size() == 2);
        CHECK(d.at(id).events[1] ==
              redline::record::event_row{id, 2, "signed", "bob", "a", "", "review", "first", 200, ""});
        CHECK_THROWS_AS(d.sign(id, std::string("b\0b", 3), "b", 300), store_failure);
        CHECK(d.sign(id, "b'; DROP TABLE redline.events; --", "b", 300).taken());
    }
    {
        std::unique_ptr<postgres_store> const store = s.store();
        // What is not committed has not happened.
        store->begin_writing();
        store->add_case({0, "token", "c", "t", 1, "many", "s", "r"});
        store->roll_back();
        store->begin_reading();
        CHECK(store->all_cases().size() == 1);
        CHECK_THROWS_AS(store->add_case({0, "token", "c", "t", 1, "many", "s", "r"}), store_failure);
        CHECK_THROWS_AS(store->commit(), store_failure);
        store->roll_back();
    }
    CHECK_THROWS_AS(postgres_store{"host=/nowhere"}, store_failure);
    std::unique_ptr<PGconn, void (*)(PGconn*)> const raw{PQconnectdb(s.uri().c_str()), PQfinish};
    for (char const* sql : {"UPDATE redline.events SET person = 'eve'", "DELETE FROM redline.events",
                            "TRUNCATE redline.events", "UPDATE redline.cases SET chain = 'many'"}) {
        std::unique_ptr<PGresult, void (*)(PGresult*)> const done{PQexec(raw.get(), sql), PQclear};
        CHECK(PQresultStatus(done.get()) == PGRES_FATAL_ERROR);
    }
#ifdef REDLINE_COMMAND
    {
        scratch_folder const folder;
        std::string const contract = folder.file(
            "c.redline", "contract \"C\" version 1; party p; role a of p; use x; 1 permit all lawful uses;\n"
                         "signoff brief { stage only: a; }\n");
        std::string const request = folder.file("r.json", R"({"use": "x"})");
        auto const call = [&](std::vector<std::string> all) {
            all.insert(all.begin(), "case");
            all.insert(all.begin() + 2, {contract, "--cases", s.uri()});
            return run(all);
        };
        ran const opened =
            call({"open", "--chain", "brief", "--request", request, "--person", "ann", "--format", "json"});
        REQUIRE(opened.status == 0);
        std::string const id = json::parse(opened.out)["case"].dump();
        CHECK(call({"sign", "--case", id, "--person", "ann", "--role", "a"}).status == 1);
        CHECK(call({"sign", "--case", id, "--person", "bob", "--role", "a"}).out ==
              "case " + id + ": brief, complete\n");
    }
#endif

    std::int64_t const id = desk{chains, s.store()}.open("ann", 100).case_id;
    // A hundred desks at once, two for each of fifty persons.
    std::vector<pid_t> all;
    for (int i = 0; i < 100; ++i)
        all.push_back(start([&] {
            desk d{chains, s.store()};
            redline::record::case_result const r = d.sign(id, "p" + std::to_string(i / 2), "a", 200);
            return r.taken() ? 0 : r.result.fault == event_fault::person_acted ? 1 : 2;
        }));
    int count[3] = {};
    for (pid_t const child : all) {
        int const status = wait_for(child);
        REQUIRE((status >= 0 && status < 2));
        ++count[status];
    }
    CHECK(count[0] == 50);
    CHECK(count[1] == 50);

    // Desks that are killed; now and then the server is, too.
    std::mt19937_64 random{seed_of_run()};
    for (int round = 0; round < 20; ++round) {
        std::size_t const first = desk{chains, s.store()}.at(id).events.size();
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        pid_t const child = start([&] {
            desk d{chains, s.store()};
            char const done = 1;
            if (write(ends[1], &done, 1) != 1) return 3;
            for (std::size_t i = first;; ++i) {
                if (!d.sign(id, "k" + std::to_string(i), "a", 200).taken()) return 2;
                if (write(ends[1], &done, 1) != 1) return 3;
            }
        });
        close(ends[1]);
        char buffer[4096];
        REQUIRE(read(ends[0], buffer, 1) == 1);
        usleep(static_cast<useconds_t>(random() % 50'000));
        if (round % 10 == 9) {
            s.stop("immediate");  // as if it had crashed
            s.start();
        }
        kill(child, SIGKILL);
        wait_for(child);
        std::size_t now = 0;
        for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;) now += static_cast<std::size_t>(n);
        close(ends[0]);
        std::size_t const there = desk{chains, s.store()}.at(id).events.size();
        REQUIRE(there >= first + now);
        REQUIRE(there <= first + now + 1);
    }
}
