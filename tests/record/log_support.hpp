// Decision logs for tests: records whose only content is their number.
#pragma once

#include "redline/record/log_reader.hpp"
#include "redline/record/log_writer.hpp"
#include "support/seed.hpp"
#include "tools/scratch.hpp"

#include <sys/wait.h>

namespace redline_test {

using namespace redline::record;

/// The members of a record that says its number.
inline record_text numbered(std::uint64_t number, redline::case_time at = 0)
{
    std::string members{"\"n\":"};
    members.append(std::to_string(number)).append(number % 3 == 0 ? ",\"text\":\"aaaaaaaaaaaaaaaaaaaaaaaaa\"}" : "}");
    return {members, at};
}

/// The number that a record says.
inline std::uint64_t number_in(std::string_view line)
{
    std::string_view const text = line.substr(link_length + 4);
    return std::stoull(std::string{text.substr(0, text.find_first_of(",}"))});
}

/// A key that is always the same.
inline signing_key test_key(unsigned char first = 7)
{
    signing_key::seed seed{};
    seed[0] = first;
    return signing_key{seed};
}

inline log_options signed_options(std::uint64_t close_at = 0)
{
    log_options o;
    o.key.emplace(test_key());
    o.close_at_bytes = close_at;
    return o;
}

/// A log with so many records.
inline void make_log(std::string const& at, std::uint64_t records, std::uint64_t close_at = 0)
{
    log_file log{at, signed_options(close_at)};
    for (std::uint64_t i = 1; i <= records; ++i) {
        record_text const one = numbered(i, i);
        log.add(&one, 1);
    }
}

/// Reads a log whose records say their numbers; a fault where one says another.
inline log_report read_numbered(std::string const& at, log_check const& check = {})
{
    bool right = true;
    log_report r = read_log(
        at, check, [&](std::uint64_t number, std::string_view line) { right = right && number_in(line) == number; });
    if (!right) throw std::runtime_error{"a record says another number"};
    return r;
}

/// Runs work in a process of its own; its id.
template <class Work>
pid_t start_process(Work const& work)
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
/// Its exit status, or minus the signal that ended it.
inline int end_of(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace redline_test
