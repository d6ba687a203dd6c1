// Cases that are kept: what is judged, what is added, and what a killed process, a full disk and a hundred at once leave.
#include "record/desk.hpp"
#include "support/catch.hpp"
#include "support/seed.hpp"

#include <csignal>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>

namespace {

using namespace redline_test;
using redline::case_standing, redline::event_fault;
using redline::record::sqlite_store, redline::record::store_failure;

constexpr char const* chains = R"(
signoff review { stage first: a within 2 days; stage second: all of b, c; valid 3 days; rests on n; }
signoff many { stage only: 1_000_000 signers of a; }
signoff climbs { stage only: a within 1 day; late: escalate to review; }
)";

std::string file_in(scratch_folder const& f) { return (f.at() / "cases").string(); }

/// Runs work in a process of its own; its exit status, or minus the signal that ended it.
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

TEST_CASE("a case is told from its events", "[record]")
{
    scratch_folder const folder;
    std::int64_t id = 0;
    {
        desk d{chains, file_in(folder)};
        id = d.open("ann", 100, "x 3").case_id;
        CHECK(id == 1);
        CHECK(d.sign(id, "ann", "a", 200).result.fault == event_fault::barred_asker);
        CHECK(d.sign(id, "bob", "a", 200).taken());
        CHECK(d.sign(id, "bob", "b", 150).result.fault == event_fault::earlier_than_last);
        CHECK(d.sign(id, "bob", "b", 300).taken());
        CHECK(d.sign(id, "cid", "nobody", 300).result.fault == event_fault::unknown_role);
        CHECK(d.sign(7, "cid", "a", 300).why == "there is no such case");
    }
    desk d{chains, file_in(folder), sqlite_store::mode::write};
    redline::record::running_case const c = d.at(id);
    CHECK(c.events.size() == 3);
    CHECK(c.events[1] == redline::record::event_row{id, 2, "signed", "bob", "a", "", "review", "first", 200, ""});
    CHECK(c.events[2].stage == "second");
    CHECK(c.state.head().standing == case_standing::open);
    CHECK(d.sign(id, "cid", "c", 400).taken());
    CHECK(d.at(id).state.head().standing == case_standing::complete);
    redline::record::case_result const late = d.sign(id, "dot", "c", 500);
    CHECK(late.result.fault == event_fault::ended);
    CHECK(late.why == redline::sentence(event_fault::ended));
}

TEST_CASE("a chain is asked for once at a time, and the latest counts", "[record]")
{
    scratch_folder const folder;
    desk d{chains, file_in(folder)};
    auto const says = [&](std::string const& use, redline::case_time now) {
        redline::request_memory r{d.rules()};
        redline::request_writer w{d.rules(), r.view()};
        w.use(use.substr(0, 1));
        if (use.size() > 1) w.fact("n", std::uint64_t{3});
        (*d).fill_in(r.view(), now);
        return r.view().chains[0];
    };
    using redline::chain_state;
    CHECK(says("x", 100) == chain_state::not_asked);
    std::int64_t const first = d.open("ann", 100).case_id;
    redline::record::case_result const again = d.open("bob", 200);
    CHECK(again.result.fault == event_fault::already_opened);
    CHECK(again.case_id == first);
    // For another use, or other facts that it rests on, it is another case.
    CHECK(d.open("bob", 200, "y").taken());
    CHECK(d.open("bob", 200, "x 3").taken());
    CHECK(says("x", 200) == chain_state::opened);
    CHECK(d.sign(first, "cid", "a", 300, redline::chain_event_kind::refused).taken());
    CHECK(says("x", 300) == chain_state::refused);
    CHECK(says("x 3", 300) == chain_state::opened);
    // One that ended can be asked for again.
    std::int64_t const second = d.open("ann", 400).case_id;
    CHECK(second > first);
    CHECK(says("x", 400) == chain_state::opened);
    // One whose time was up has ended, although nobody said so.
    CHECK(d.open("ann", 400 + 2 * 86'400 + 1).taken());
}

TEST_CASE("who signs is looked for in the chain that is open by then", "[record]")
{
    scratch_folder const folder;
    desk d{chains, file_in(folder)};
    std::int64_t const id = d.open("ann", 0, "x", 2).case_id;
    CHECK(d.sign(id, "bob", "a", 86'401).taken());
    CHECK(d.at(id).events.back().chain == "review");
    CHECK(d.at(id).events.back().stage == "first");
}

TEST_CASE("signatures are checked in the same transaction", "[record]")
{
    using namespace redline::record;
    scratch_folder const folder;
    desk d{chains, file_in(folder)};
    std::int64_t const id = d.open("ann", 100).case_id;
    signing_key const key = signing_key::generate();
    listed_key const listed[] = {{"bob", "a", key.public_key()}};
    case_event e{redline::chain_event_kind::signed_off, "bob", "a", {}, {}, 200, nullptr, {}};
    auto const with = [&](signature const& s) {
        return (*d).happen(id, e, [&](act_statement const& over) {
            signature_fault const f = verify({listed, 1}, over, s);
            return f == signature_fault::nothing ? std::string{} : std::string{sentence(f)};
        });
    };
    act_statement over = (*d).statement_of(d.at(id), e);
    CHECK(over.stage == "first");
    CHECK(over.case_id == d.at(id).row.token);
    over.stage = "second";
    CHECK(with(key.sign(over)).why == sentence(signature_fault::does_not_match));
    CHECK(d.at(id).events.size() == 1);
    over.stage = "first";
    e.signature = to_hex(key.sign(over));
    CHECK(with(key.sign(over)).taken());
    CHECK(d.at(id).events.back().signature == e.signature);
}

TEST_CASE("rows are never changed, and other files are left alone", "[record]")
{
    scratch_folder const folder;
    std::string const file = file_in(folder);
    desk d{chains, file};
    d.open("ann", 100);
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &raw) == SQLITE_OK);
    for (char const* sql : {"UPDATE events SET person = 'eve'", "DELETE FROM events", "UPDATE cases SET chain = 'many'",
                            "DELETE FROM cases"})
        CHECK(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr) != SQLITE_OK);
    // Events that don't follow from one another are found.
    REQUIRE(sqlite3_exec(raw, "INSERT INTO events VALUES (1, 2, 'signed', 'ann', 'a', '', 'review', 'first', 100, '')",
                         nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(raw);
    CHECK_THROWS_AS(d.at(1), store_failure);
    std::string const text =
        folder.file("text", "this is no data base, but a text that is long enough to be looked at");
    CHECK_THROWS_AS(sqlite_store{text}, store_failure);
    CHECK_THROWS_AS((sqlite_store{(folder.at() / "nowhere").string(), sqlite_store::mode::write}), store_failure);
    std::string const other = (folder.at() / "other").string();
    REQUIRE(sqlite3_open(other.c_str(), &raw) == SQLITE_OK);
    REQUIRE(sqlite3_exec(raw, "CREATE TABLE t (x)", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(raw);
    CHECK_THROWS_AS(sqlite_store{other}, store_failure);
}

TEST_CASE("a hundred sign at once: each that may is in, once", "[record]")
{
    scratch_folder const folder;
    std::string const file = file_in(folder);
    std::int64_t id = 0;
    {
        desk d{chains, file};
        id = d.open("ann", 100, "x", 1).case_id;
    }
    // Two processes for each of fifty persons: the one that comes second is refused.
    std::vector<pid_t> all;
    for (int i = 0; i < 100; ++i)
        all.push_back(start([&] {
            desk d{chains, file, sqlite_store::mode::write};
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
    desk d{chains, file};
    CHECK(d.at(id).events.size() == 51);
}

TEST_CASE("a process that is killed at any point loses nothing that was acknowledged, and leaves nothing half",
          "[record]")
{
    scratch_folder const folder;
    std::string const file = file_in(folder);
    std::mt19937_64 random{seed_of_run()};
    std::size_t const times = number_from("REDLINE_KILLS", 150);
    for (std::size_t round = 0; round < times; ++round) {
        std::int64_t const id = desk{chains, file}.open("ann", 100, "x " + std::to_string(round), 1).case_id;
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        pid_t const child = start([&] {
            desk d{chains, file, sqlite_store::mode::write};
            for (int i = 0;; ++i) {
                if (!d.sign(id, "p" + std::to_string(i), "a", 200).taken()) return 2;
                char const done = 1;
                if (write(ends[1], &done, 1) != 1) return 3;
            }
        });
        close(ends[1]);
        // Killed after a few events, somewhere within the next ones.
        char buffer[4096];
        std::size_t acknowledged = 0;
        for (std::size_t wanted = random() % 4; acknowledged < wanted; ++acknowledged)
            REQUIRE(read(ends[0], buffer, 1) == 1);
        usleep(static_cast<useconds_t>(random() % 20'000));
        kill(child, SIGKILL);
        REQUIRE(wait_for(child) == -SIGKILL);
        for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;) acknowledged += static_cast<std::size_t>(n);
        close(ends[0]);
        // What was acknowledged is there behind the opening; at most one more was on its way back.
        std::size_t const there = desk{chains, file}.at(id).events.size();
        REQUIRE(there >= 1 + acknowledged);
        REQUIRE(there <= 2 + acknowledged);
    }
}

TEST_CASE("a full disk refuses the event and keeps what was there", "[record]")
{
    scratch_folder const folder;
    std::string const file = file_in(folder);
    std::int64_t id = 0;
    {
        desk d{chains, file};
        id = d.open("ann", 100, "x", 1).case_id;
    }
    // The file may grow no further than this: the system then refuses to write, as a full disk does.
    int const status = wait_for(start([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit const limit{120'000, 120'000};
        setrlimit(RLIMIT_FSIZE, &limit);
        desk d{chains, file, sqlite_store::mode::write};
        for (int i = 0; i < 900; ++i) {
            try {
                if (!d.sign(id, "p" + std::to_string(i), "a", 200).taken()) return 2;
            }
            catch (store_failure const&) {
                return d.at(id).events.size() == static_cast<std::size_t>(i) + 1 ? 0 : 3;
            }
        }
        return 4;
    }));
    CHECK(status == 0);
    desk d{chains, file};
    std::size_t const there = d.at(id).events.size();
    CHECK(there > 1);
    CHECK(d.sign(id, "late", "a", 300).taken());
    CHECK(d.at(id).events.size() == there + 1);
}
