#include "watch.hpp"

#include "stamps.hpp"

#include "../characters.hpp"
#include "../output.hpp"
#include "../status.hpp"
#include "../terminal.hpp"
#include "../test.hpp"

#include <algorithm>
#include <csignal>
#include <ctime>
#include <functional>

#include <time.h>
#include <unistd.h>

namespace redline::tool {

namespace {

constexpr long look_every = 100'000'000;  // nanoseconds

volatile std::sig_atomic_t stopped = 0;
extern "C" void stop(int) noexcept { stopped = 1; }

/// Ends on an interrupt, or where it is told to end, cleanly.
void stop_on_signals()
{
    struct sigaction action {};
    action.sa_handler = stop;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

/// Sleeps for a while, or until a signal.
void sleep_a_little()
{
    timespec const time{0, look_every};
    ::nanosleep(&time, nullptr);
}

std::string folder_of(std::string const& file)
{
    std::size_t const slash = file.rfind('/');
    return slash == std::string::npos ? "." : file.substr(0, slash + 1);
}

/// One contract that is watched.
class watched {
public:
    explicit watched(std::string path) : path_{std::move(path)} {}

    bool changed() const { return stamps_.changed(); }
    /// What there was to say of it when it was last looked at.
    std::string const& said() const noexcept { return said_; }
    /// Looks again; whether its text, or what there is to say of it, is another.
    bool look(bool coverage)
    {
        // Before it is read: what is saved while it is, is seen the next time.
        std::vector<std::string> files = files_;
        if (files.empty()) files = {path_};
        stamps_.look_at(files);
        std::string said;
        std::size_t texts = 0;
        try {
            said = read(coverage, files, texts);
        }
        catch (failure const& e) {
            // An editor may take a file away for a moment; its folder tells when it is back.
            said = "redline watch: " + printable(e.what()) + "\n";
            files = {path_, folder_of(path_)};
        }
        if (files != files_) {
            files_ = files;
            stamps_.look_at(files_);
        }
        bool const news = said != said_ || texts != texts_;
        said_ = std::move(said);
        texts_ = texts;
        return news;
    }

private:
    std::string read(bool coverage, std::vector<std::string>& files, std::size_t& texts) const
    {
        source const file = read_source(path_);
        contract const c = load_contract(file, severities::errors_and_warnings);
        files = {path_};
        for (contract_source const& s : c.sources) {
            std::string const name{s.name};
            texts = texts * 31 + std::hash<std::string_view>{}(s.text);
            if (std::find(files.begin(), files.end(), name) == files.end()) files.push_back(name);
        }
        // What could not be found may come to be there.
        if (!c.testable)
            for (std::size_t i = files.size(); i-- != 0;) files.push_back(folder_of(files[i]));
        std::vector<finding> const found = findings_of(file, c);
        std::string out;
        bool const colours = results_in_colour();
        for (finding const& f : found)
            if (!c.testable || !is_shown_by_tests(f)) render(out, f, c.text, colours);
        if (!c.testable) return out + printable(file.name) + ": " + counts_in_words(found) + "\n";
        return out + results_in_text(file.name, c, run_tests(file, c, coverage), coverage);
    }
    /// Scenarios that come out otherwise, and assertions that are broken or too large: RL07…, and RL0804.
    static bool is_shown_by_tests(finding const& f)
    {
        return f.error && (f.code.rfind("RL07", 0) == 0 || f.code == "RL0804");
    }

    std::string path_, said_;
    std::size_t texts_ = 0;
    std::vector<std::string> files_;
    file_stamps stamps_;
};

std::string time_of_day()
{
    std::time_t const now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    char text[16];
    return {text, std::strftime(text, sizeof text, "%H:%M:%S", &local)};
}

}  // namespace

int watch_contracts(watch_options const& o)
{
    if (std::count(o.files.begin(), o.files.end(), "-") != 0) throw failure{"standard input (`-`) can't be watched"};
    stop_on_signals();
    std::vector<watched> all(o.files.begin(), o.files.end());
    bool const terminal = ::isatty(STDOUT_FILENO) == 1;
    bool first = true;
    for (std::size_t runs = 0; stopped == 0;) {
        std::string news, everything;
        for (watched& w : all) {
            if ((first || w.changed()) && w.look(o.coverage)) news += w.said();
            everything += w.said();
        }
        if (!news.empty()) {
            // On a terminal stands what is true now, and nothing else; elsewhere, one after the other.
            print((terminal ? "\x1b[2J\x1b[H" + everything : news) + "-- " + time_of_day() +
                  ", waiting for changes; Ctrl-C ends\n");
            if (++runs == o.runs) break;
        }
        first = false;
        sleep_a_little();
    }
    if (terminal) print("\n");
    return fine;
}

}  // namespace redline::tool
