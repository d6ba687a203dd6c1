// Decision logs: what is altered is found, what a crash left is mended, and what was acknowledged is there.
#include "record/log_support.hpp"
#include "support/catch.hpp"

#include <csignal>
#include <filesystem>
#include <random>
#include <atomic>
#include <sys/mman.h>
#include <sys/resource.h>
#include <thread>

using namespace redline_test;

namespace {

std::string log_in(scratch_folder const& f) { return (f.at() / "decisions.log").string(); }

/// Gives a file another text; many file systems are slow to shorten one that is there.
void put(std::string const& at, std::string_view text)
{
    std::filesystem::remove(at);
    write_file(at, text);
}

/// What is wrong with opening a log to write to it; empty where nothing is.
std::string why_not_open(std::string const& at, log_options options)
{
    try {
        log_file const log{at, std::move(options)};
        return {};
    }
    catch (log_failure const& e) {
        return e.what();
    }
}

}  // namespace

TEST_CASE("records are added, and each comes after the one before", "[record]")
{
    scratch_folder const folder;
    std::string const path = log_in(folder);
    make_log(path, 5);
    log_report const r = read_numbered(path, {{}, test_key().public_key()});
    CHECK(r.whole());
    CHECK(r.records == 5);
    CHECK(r.head.count == 5);
    CHECK(r.head.hash == r.last);
    CHECK(r.head.is_signed());
    CHECK(r.behind == 0);
    {
        log_file log{path, signed_options()};
        CHECK(log.head().count == 5);
        record_text const more[] = {numbered(6), numbered(7)};
        log.add(more, 2);
        log.add(more, 0);
    }
    CHECK(read_numbered(path).records == 7);
    // Each line is `{"after":"<hash of the line before>",…}`.
    std::string const text = read_file(path);
    std::string const first = text.substr(0, text.find('\n'));
    std::string const rest = text.substr(text.find('\n') + 1);
    CHECK(first == "{\"after\":\"" + to_hex(r.head.origin) + "\",\"n\":1}");
    CHECK(rest.substr(0, 74) == "{\"after\":\"" + to_hex(hash_of(first)));
    // The digests are those of SHA-256 that the rest of the library has.
    redline::sha256 hash;
    hash.add(first);
    redline::sha256_digest const d = hash.finish();
    CHECK(std::memcmp(d.bytes, hash_of(first).data(), sizeof d.bytes) == 0);
}

TEST_CASE("every byte that is changed is found, in the log, in its closed files and in its head", "[record]")
{
    scratch_folder const folder;
    std::string const path = log_in(folder);
    make_log(path, 14, 500);
    REQUIRE(read_log(path, {}, [](auto, auto) {}).files >= 3);
    std::mt19937_64 random{seed_of_run()};
    unsigned changed = 0;
    for (std::string const& file : {path, closed_path(path, 1), closed_path(path, 2), head_path(path)}) {
        std::string const good = read_file(file);
        for (std::size_t i = 0; i < good.size(); ++i) {
            for (int how = 0; how < 2; ++how) {
                std::string bad = good;
                bad[i] = static_cast<char>(how == 0 ? good[i] ^ (1 << random() % 8) : '\n');
                if (bad[i] == good[i]) continue;
                put(file, bad);
                ++changed;
                if (verify_log(path).whole()) FAIL(file << ", byte " << i << ", how " << how);
            }
        }
        put(file, good);
    }
    CHECK(changed > 2000);
    CHECK(verify_log(path).whole());
}

TEST_CASE("a tail that was cut off is found, and told from a line that a crash left half", "[record]")
{
    scratch_folder const folder;
    std::string const path = log_in(folder);
    make_log(path, 6);
    std::string const good = read_file(path);
    for (std::size_t size = 0; size < good.size(); ++size) {
        put(path, std::string_view{good}.substr(0, size));
        log_report const r = verify_log(path);
        if (r.whole()) FAIL("cut to " << size);
        bool const between = size == 0 || good[size - 1] == '\n';
        if (r.fault != (between ? log_fault::ends_early : log_fault::no_record)) FAIL("cut to " << size);
        if (why_not_open(path, signed_options()).empty()) FAIL("written to when cut to " << size);
    }
    std::filesystem::remove(path);
    CHECK(verify_log(path).fault == log_fault::ends_early);
    CHECK(why_not_open(path, signed_options()).find("is missing") != std::string::npos);

    // Behind the head: what nobody was told of.
    std::string next{"{\"after\":\""};
    put(path, good);
    next += to_hex(verify_log(path).last) + "\",\"n\":7}\n";
    for (std::size_t size = 1; size <= next.size(); ++size) {
        put(path, good + next.substr(0, size));
        log_report const r = read_numbered(path);
        if (!r.whole() || r.unfinished != (size == next.size() ? 0 : size) || r.behind != (size == next.size() ? 1 : 0))
            FAIL("behind the head, " << size);
        log_file log{path, signed_options()};
        if (log.cut_off() != r.unfinished) FAIL("cut off " << log.cut_off() << " of " << size);
        if (read_file(path) != (size == next.size() ? good + next : good)) FAIL("cut at " << size);
        if (log.head().count != (size == next.size() ? 7 : 6)) FAIL("count at " << size);
    }
    log_file log{path, signed_options()};
    record_text const one = numbered(8);
    log.add(&one, 1);
    CHECK(read_numbered(path).records == 8);
    // A line behind the head that does not follow is no crash.
    put(path, read_file(path) + next);
    CHECK(verify_log(path).fault == log_fault::altered);
    CHECK(why_not_open(path, signed_options()).find("altered") != std::string::npos);
}

TEST_CASE("a log that was written anew is found by who holds a head or the key", "[record]")
{
    scratch_folder const folder;
    std::string const path = log_in(folder);
    make_log(path, 6);
    log_head const kept = verify_log(path).head;
    CHECK(read_head(kept.text()) == kept);
    // The forger has all but the key: the same origin, other records, and a head of their own.
    std::string text;
    log_head forged = kept;
    forged.hash = kept.origin;
    for (std::uint64_t i = 1; i <= 6; ++i) {
        std::size_t const from = text.size();
        append_record(text, forged.hash, i == 3 ? "\"n\":3,\"x\":1}" : numbered(i).members);
        forged.hash = hash_of(std::string_view{text}.substr(from));
        text += '\n';
    }
    forged.size = text.size();
    put(path, text);
    CHECK(verify_log(path).fault == log_fault::other_record);
    put(head_path(path), forged.text());
    CHECK(verify_log(path).fault == log_fault::bad_signature);
    forged.sign(test_key(8));
    put(head_path(path), forged.text());
    CHECK(verify_log(path).whole());  // without knowing the key, nobody can tell
    CHECK(verify_log(path, {{}, test_key().public_key()}).fault == log_fault::other_key);
    CHECK(verify_log(path, {{kept}, {}}).fault == log_fault::other_record);
    CHECK(verify_log(path, {{kept}, {}}).number == 6);
    forged.key.reset();
    forged.signed_by_key.reset();
    put(head_path(path), forged.text());
    CHECK(verify_log(path, {{}, test_key().public_key()}).fault == log_fault::unsigned_head);
    CHECK(why_not_open(path, signed_options()).find("not signed") != std::string::npos);
    CHECK(verify_log(path, {{kept}, {}}).fault == log_fault::other_record);
    std::filesystem::remove(head_path(path));
    CHECK(verify_log(path).fault == log_fault::no_head);
    CHECK(verify_log(path, {{kept}, {}}).fault == log_fault::other_record);
    CHECK(why_not_open(path, signed_options()).find("head is missing") != std::string::npos);
    // Another log in its place.
    std::filesystem::remove(path);
    make_log(path, 9);
    CHECK(verify_log(path, {{kept}, {}}).fault == log_fault::other_log);
    CHECK(why_not_open(path, {}).find("name the key") != std::string::npos);
    log_options other;
    other.key.emplace(test_key(8));
    CHECK(why_not_open(path, std::move(other)).find("not signed by this key") != std::string::npos);
}

TEST_CASE("an old head stays true of a log that grew", "[record]")
{
    scratch_folder const folder;
    std::string const path = log_in(folder);
    make_log(path, 4);
    log_head const kept = verify_log(path).head;
    {
        log_file log{path, signed_options()};
        record_text const more[] = {numbered(5), numbered(6)};
        log.add(more, 2);
    }
    CHECK(verify_log(path, {{kept, verify_log(path).head}, test_key().public_key()}).whole());
    log_head later = kept;
    later.count = 7;
    CHECK(verify_log(path, {{later}, {}}).fault == log_fault::bad_signature);
    later.sign(test_key());
    CHECK(verify_log(path, {{later}, {}}).fault == log_fault::ends_early);
}

TEST_CASE("files are closed by size and by day, and read as one log", "[record]")
{
    scratch_folder const folder;
    std::string const path = log_in(folder);
    log_options by_day;
    by_day.close_daily = true;
    {
        log_file log{path, std::move(by_day)};
        std::vector<record_text> records;
        for (std::uint64_t i = 1; i <= 9; ++i) records.push_back(numbered(i, i * 43'200));
        log.add(records.data(), 4);
        log.add(records.data() + 4, 5);
    }
    log_report r = read_numbered(path);
    CHECK(r.whole());
    CHECK(r.records == 9);
    CHECK(r.files == 5);
    CHECK(read_numbered(closed_path(path, 1)).records == 1);
    CHECK(read_log(closed_path(path, 3), {}, [](auto, auto) {}).first == 4);

    // A file that is dropped leaves its head.
    log_head const second = *read_head(read_file(head_path(closed_path(path, 2))));
    std::filesystem::remove(closed_path(path, 1));
    std::filesystem::remove(closed_path(path, 2));
    r = read_log(path, {}, [](auto, auto) {});
    CHECK(r.whole());
    CHECK(r.dropped == 2);
    CHECK(r.first == 4);
    CHECK(r.records == 6);
    CHECK(verify_log(path, {{second}, {}}).whole());
    log_head other = second;
    other.hash[3] ^= 1;
    CHECK(verify_log(path, {{other}, {}}).fault == log_fault::other_record);
    CHECK(verify_log(path, {{*read_head(read_file(head_path(closed_path(path, 1))))}, {}}).fault ==
          log_fault::before_the_first);
    std::filesystem::remove(head_path(closed_path(path, 2)));
    CHECK(verify_log(path).fault == log_fault::missing_file);
    // One in the middle that is gone with its head.
    put(head_path(closed_path(path, 2)), second.text());
    std::filesystem::rename(closed_path(path, 4), closed_path(path, 4) + ".away");
    CHECK(verify_log(path).dropped == 3);
    std::filesystem::remove(head_path(closed_path(path, 4)));
    CHECK(verify_log(path).fault == log_fault::missing_file);
}

TEST_CASE("closing a file is finished whatever step a crash came after", "[record]")
{
    for (int step = 0; step < 4; ++step) {
        scratch_folder const folder;
        std::string const path = log_in(folder);
        make_log(path, 6, 10'000);
        log_head const head = verify_log(path).head;
        // As `log_file` does it.
        if (step >= 1) put(head_path(closed_path(path, 1)), head.text());
        if (step >= 2) std::filesystem::rename(path, closed_path(path, 1));
        if (step >= 3) {
            log_head next = head;
            ++next.file;
            next.size = 0;
            next.sign(test_key());
            put(head_path(path), next.text());
        }
        CHECK(read_numbered(path, {{head}, test_key().public_key()}).whole());
        CHECK(read_numbered(path).records == 6);
        {
            log_file log{path, signed_options(300)};
            record_text const more[] = {numbered(7), numbered(8)};
            log.add(more, 2);
        }
        log_report const r = read_numbered(path, {{head}, test_key().public_key()});
        CHECK(r.whole());
        CHECK(r.records == 8);
        CHECK(r.files == 2);
    }
}

TEST_CASE("a writer that is killed at any moment loses nothing acknowledged", "[record]")
{

    int const kills = static_cast<int>(number_from("REDLINE_KILLS", 300));
    std::mt19937_64 random{seed_of_run()};
    void* const shared =
        mmap(nullptr, sizeof(std::atomic<std::uint64_t>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(shared != MAP_FAILED);
    auto& acknowledged = *new (shared) std::atomic<std::uint64_t>{0};
    int interrupted = 0, half = 0, behind = 0;
    for (int k = 0; k < kills;) {
        scratch_folder const folder;
        std::string const path = log_in(folder);
        make_log(path, 1);
        acknowledged = 1;
        for (int of_this = 0; of_this < 50 && k < kills; ++of_this, ++k) {
            std::uint64_t const batch = 1 + random() % 40;
            pid_t const child = start_process([&] {
                log_writer log{path, signed_options(20'000)};
                for (;;) {
                    std::uint64_t const next = log.head().count + 1;
                    if (batch == 1) log.append(numbered(next));
                    else {
                        for (std::uint64_t i = 0; i < batch; ++i) log.add(numbered(next + i));
                        log.flush();
                    }
                    acknowledged = log.head().count;
                }
                return 0;
            });
            std::this_thread::sleep_for(std::chrono::microseconds{random() % 4000});
            kill(child, SIGKILL);
            if (end_of(child) != -SIGKILL) FAIL("the writer ended by itself");
            log_report const r = read_numbered(path, {{}, test_key().public_key()});
            if (!r.whole()) FAIL("kill " << k << ": " << sentence(r.fault) << ", record " << r.number);
            if (r.records < acknowledged) FAIL("kill " << k << ": " << acknowledged << " acknowledged, " << r.records);
            interrupted += r.records > acknowledged ? 1 : 0;
            half += r.unfinished != 0 ? 1 : 0;
            behind += r.behind != 0 ? 1 : 0;
        }
    }
    WARN(kills << " kills; after " << interrupted << " there were records that were not acknowledged, after " << behind
               << " some that no head counted, after " << half << " a half line");
    munmap(shared, sizeof(std::atomic<std::uint64_t>));
}

TEST_CASE("many append at once, from threads and from processes", "[record]")
{
    scratch_folder const folder;
    std::string const path = log_in(folder);
    constexpr unsigned processes = 6, threads = 4, each = 25;
    std::vector<pid_t> children;
    for (unsigned p = 0; p < processes; ++p)
        children.push_back(start_process([&] {
            log_writer log{path, signed_options(6'000)};
            std::vector<std::thread> crew;
            for (unsigned t = 0; t < threads; ++t)
                crew.emplace_back([&, t] {
                    for (unsigned i = 0; i < each; ++i) {
                        std::string members{"\"n\":"};
                        log.append({members.append(std::to_string((p * threads + t) * 1000 + i)).append("}"), 0});
                    }
                });
            for (std::thread& t : crew) t.join();
            return 0;
        }));
    for (pid_t const c : children) CHECK(end_of(c) == 0);
    // Every record once, and those of one thread in its order.
    std::vector<unsigned> next(processes * threads);
    bool in_order = true;
    log_report const r = read_log(path, {{}, test_key().public_key()}, [&](std::uint64_t, std::string_view line) {
        std::uint64_t const n = number_in(line);
        in_order = in_order && next[n / 1000]++ == n % 1000;
    });
    CHECK(r.whole());
    CHECK(in_order);
    CHECK(r.records == processes * threads * each);
    CHECK(r.files > 1);
}

TEST_CASE("a full disk is an error, and leaves the log whole", "[record]")
{
    scratch_folder const folder;
    std::string const path = log_in(folder);
    make_log(path, 2);
    pid_t const child = start_process([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        rlimit const before = limit;
        log_writer log{path, signed_options()};
        for (rlim_t room = 0; room < 200; room += 7) {
            // The third record ends behind the limit; at first, the head does not even fit.
            limit.rlim_cur = room;
            setrlimit(RLIMIT_FSIZE, &limit);
            try {
                log.append(numbered(3));
                return 1;
            }
            catch (log_failure const& e) {
                if (std::string_view{e.what()}.find("cannot be written") == std::string_view::npos) return 2;
            }
            if (verify_log(path).records != 2 || !verify_log(path).whole() || verify_log(path).unfinished != 0)
                return 3;
            log.add(numbered(3));
            try {
                log.flush();
                return 4;
            }
            catch (log_failure const&) {
            }
            log.flush();  // nothing is left to do
        }
        // Room for the record, and none for its head.
        limit.rlim_cur = 400;
        setrlimit(RLIMIT_FSIZE, &limit);
        if (std::filesystem::file_size(path) >= 300) return 5;
        try {
            log.append(numbered(3));
            return 6;
        }
        catch (log_failure const&) {
        }
        if (verify_log(path).records != 2 || verify_log(path).behind != 0) return 7;
        setrlimit(RLIMIT_FSIZE, &before);
        log.append(numbered(3));
        return 0;
    });
    CHECK(end_of(child) == 0);
    CHECK(read_numbered(path, {{}, test_key().public_key()}).records == 3);
}

TEST_CASE("no damage makes reading crash, and none is taken for a whole log", "[record]")
{
    scratch_folder const folder;
    std::string const path = log_in(folder);
    make_log(path, 12, 700);
    std::mt19937_64 random{seed_of_run()};
    std::vector<std::string> const files = {path, closed_path(path, 1), head_path(path)};
    for (int round = 0; round < 3000; ++round) {
        std::string const& file = files[random() % files.size()];
        std::string const good = read_file(file);
        std::string bad = good;
        for (std::uint64_t times = 1 + random() % 4; times != 0; --times) {
            std::size_t const at = bad.empty() ? 0 : random() % bad.size();
            std::size_t const some = random() % 90;
            switch (random() % 5) {
            case 0: bad.erase(at, some); break;
            case 1: bad.insert(at, good.substr(random() % good.size(), some)); break;
            case 2: bad.insert(at, some, static_cast<char>(random())); break;
            case 3:
                if (!bad.empty()) bad[at] = static_cast<char>(random());
                break;
            default: bad.resize(at); break;
            }
        }
        // Whole or half lines behind the head are what a crash may leave.
        if (bad.substr(0, good.size()) == good) continue;
        put(file, bad);
        if (verify_log(path).whole()) FAIL("round " << round << " in " << file);
        if (file != closed_path(path, 1) && why_not_open(path, signed_options(700)).empty() &&
            read_file(file) != good && verify_log(path).whole())
            FAIL("round " << round << ": written to");
        put(file, good);
    }
    CHECK(read_numbered(path).whole());
}
