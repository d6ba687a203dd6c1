// Decision logs: appending in batches against a bare write of the same bytes, verifying against the hash alone.
#include "report.hpp"

#include <redline/record/decision_recorder.hpp>
#include <redline/record/log_reader.hpp>
#include <redline/redline.hpp>

#include <filesystem>

namespace {

using namespace redline_bench;
using namespace redline::record;

constexpr std::size_t record_count = 200'000;
constexpr std::size_t batch = 2'000;

constexpr auto terms = redline::compile([] {
    return R"(
    contract "Research desk" version 1;
    party lab; party city; role counsel of city; role safety_lead of lab; role ombuds independent;
    use analysis; use surveillance; use surveillance.mass;
    fact persons is count; fact oversight is level none < on_the_loop < in_the_loop;
    evidence red_team from lab valid 180 days;
    1    permit all lawful uses;
    2.1  prohibit surveillance.mass;
    2.2  require red_team within 90 days for surveillance;
    2.3  restrict surveillance when persons over 100 to signed by review;
    3.1  log all decisions to ombuds within 3 days keep 7 years;
    signoff review { stage safety: safety_lead; stage legal: counsel within 5 days; }
)";
});

constexpr auto asked = terms.request()
                           .use("surveillance.other")
                           .flag("lawful")
                           .count("persons", 12'000)
                           .fact("oversight", "on_the_loop")
                           .evidence("red_team", "12 days");

void append_all(std::string const& at)
{
    log_writer log{at};
    decision_recorder recorder{log, terms.rules()};
    redline::workspace work{terms.rules()};
    redline::request_memory request{terms.rules()};
    redline::request_writer with{terms.rules(), request.view()};
    with.use("surveillance.other");
    with.fact("lawful", true);
    with.fact("persons", std::uint64_t{12'000});
    with.fact("oversight", "on_the_loop");
    with.evidence("red_team", "12 days");
    for (std::size_t i = 0; i < record_count; ++i) {
        redline::decision const d = redline::decide(terms.rules(), request.view(), work.view());
        recorder.add(request.view(), d, {"desk 7", 1'780'315'200 + i / 100, {}});
        if (i % batch == batch - 1) log.flush();
    }
}

/// What the disk takes of it: the same bytes, in the same batches, each on the disk before the next.
void write_all(std::string const& at, std::string const& text)
{
    detail::open_descriptor const file{::open(at.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    std::size_t const step = text.size() / (record_count / batch);
    for (std::size_t from = 0; from < text.size(); from += step) {
        if (!detail::write_at(file, std::string_view{text}.substr(from, step), from) || ::fdatasync(file.get()) != 0)
            std::abort();
    }
}

void hash_lines(std::string_view text)
{
    record_hash all{};
    while (!text.empty()) {
        std::size_t const end = text.find('\n');
        all[0] ^= hash_of(text.substr(0, end))[0];
        text.remove_prefix(end + 1);
    }
    use_value(all);
}

void remove_log(std::string const& at)
{
    for (std::string const& file : {at, head_path(at), lock_path(at)}) std::filesystem::remove(file);
}

}  // namespace

int main(int, char** words)
{
    static_assert(terms.decide(asked).paused());
    std::filesystem::path const folder = std::filesystem::path{words[0]}.parent_path() / "log_files";
    std::filesystem::create_directories(folder);
    std::string const at = (folder / "decisions.log").string(), bare = (folder / "bare").string();
    remove_log(at);
    append_all(at);
    std::string text(std::filesystem::file_size(at), '\0');
    {
        detail::open_descriptor const file{::open(at.c_str(), O_RDONLY | O_CLOEXEC)};
        detail::read_at(file, at, text.data(), text.size(), 0);
    }
    double const megabytes = static_cast<double>(text.size()) * 1e-6;

    std::printf("decision logs, %zu records of %zu bytes, %zu at once\n", record_count, text.size() / record_count,
                batch);
    print_heading("bare write");
    times least = least_seconds(
        3,
        [&] {
            remove_log(at);
            append_all(at);
        },
        [&] { write_all(bare, text); });
    double const rate = record_count / least.ours;
    char what[80];
    std::snprintf(what, sizeof what, "decide and append: %.0f records/s", rate);
    print_line(what, least.ours * 1e3, least.floor * 1e3, "ms", "from 100,000/s", rate >= 100'000);

    print_heading("SHA-256 alone");
    least = least_seconds(
        5,
        [&] {
            if (!verify_log(at).whole()) std::abort();
        },
        [&] { hash_lines(text); });
    double const speed = megabytes / least.ours;
    std::snprintf(what, sizeof what, "verify: %.0f MB/s", speed);
    print_line(what, least.ours * 1e3, least.floor * 1e3, "ms", "200 MB/s, or the hash's speed",
               speed >= 200 || least.ours <= least.floor * 1.25);
    std::filesystem::remove_all(folder);
}
