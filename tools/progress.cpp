#include "progress.hpp"

#include "output.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <sys/time.h>
#include <time.h>
#include <unistd.h>

namespace redline::tool {

namespace {

constexpr long first_after = 1, between_microseconds = 200'000;

// What the signal's handler reads; plain data, set before the timer starts.
char what[40];
volatile std::sig_atomic_t what_size = 0, total = 0, done = 0, drawn = 0, running = 0;
timespec begun{};
struct sigaction action_before;

/// A line put together without anything that a signal's handler may not do.
class drawn_line {
public:
    void add(std::string_view s) noexcept
    {
        for (char const c : s)
            if (size_ < sizeof text_) text_[size_++] = c;
    }
    void add(long number) noexcept
    {
        char digits[20];
        unsigned count = 0;
        do digits[count++] = static_cast<char>('0' + number % 10);
        while ((number /= 10) != 0 && count < sizeof digits);
        while (count != 0) add(std::string_view{&digits[--count], 1});
    }
    std::string_view view() const noexcept { return {text_, size_}; }

private:
    char text_[160];
    std::size_t size_ = 0;
};

extern "C" void draw(int) noexcept
{
    int const before = errno;
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    drawn_line line;
    line.add("\r");
    line.add({what, static_cast<std::size_t>(what_size)});
    if (total > 0) {
        constexpr long width = 20;
        long const filled = width * done / total;
        line.add(" [");
        for (long i = 0; i < width; ++i) line.add(i < filled ? "#" : " ");
        line.add("] ");
        line.add(long{done});
        line.add(" of ");
        line.add(long{total});
        line.add(",");
    }
    line.add(" ");
    line.add(static_cast<long>(now.tv_sec - begun.tv_sec));
    line.add(" s\x1b[K");
    // Where the terminal takes nothing now, the next one will.
    auto const ignored = ::write(STDERR_FILENO, line.view().data(), line.view().size());
    static_cast<void>(ignored);
    drawn = 1;
    errno = before;
}

void set_timer(long seconds, long microseconds) noexcept
{
    itimerval timer{};
    timer.it_value.tv_sec = seconds;
    timer.it_interval.tv_usec = microseconds;
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

bool on_a_terminal() noexcept
{
    char const* const terminal = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view{terminal} != "dumb";
}

int as_signal_number(std::size_t n) noexcept
{
    constexpr std::size_t most = 1'000'000'000;
    return static_cast<int>(n < most ? n : most);
}

}  // namespace

progress::progress(std::string name, std::size_t of)
{
    if (running != 0 || !on_a_terminal()) return;
    what_size = as_signal_number(name.copy(what, sizeof what));
    total = as_signal_number(of);
    done = 0;
    drawn = 0;
    ::clock_gettime(CLOCK_MONOTONIC, &begun);
    struct sigaction action {};
    action.sa_handler = draw;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    if (::sigaction(SIGALRM, &action, &action_before) != 0) return;
    shows_ = true;
    running = 1;
    set_timer(first_after, between_microseconds);
}

progress::~progress()
{
    if (!shows_) return;
    set_timer(0, 0);
    ::sigaction(SIGALRM, &action_before, nullptr);
    running = 0;
    if (drawn != 0) complain("\r\x1b[K");
}

void progress::step() noexcept
{
    if (shows_) done = done + 1;
}

}  // namespace redline::tool
