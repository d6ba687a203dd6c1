// What checking a decision log came to.
#pragma once

#include "log_head.hpp"

#include <string>

namespace redline::inline v0_1::record {

/// What is wrong with a log.
enum class log_fault : std::uint8_t {
    nothing,
    no_log,           // there is neither a log nor a head
    no_head,          // the head is missing: a tail that was cut off would not be found
    damaged_head,     // a head that is none
    unsigned_head,    // a key was named, and a head is not signed
    bad_signature,    // a head is not signed by the key that it names
    other_key,        // a head is signed by another key than the one that was named
    missing_file,     // a file of the log is gone, and its head with it
    no_record,        // a line is no record
    altered,          // a record does not come after the one that stands before it
    ends_early,       // records are missing at the end
    other_record,     // a record is another than the one that a head is over
    other_log,        // a head that was named is of another log
    before_the_first  // a head that was named is of records whose file was dropped
};

/// A fault as a sentence, without a full stop. Never empty.
constexpr std::string_view sentence(log_fault f) noexcept
{
    constexpr std::string_view sentences[] = {
        "the log is whole",
        "there is no log",
        "its head is missing: without one, nobody can say whether records are missing at the end",
        "the head is damaged",
        "the head is not signed",
        "the head was altered: its signature is not over what it says",
        "the head is signed by another key",
        "a file of the log is missing, and its head with it",
        "the line is no record: it was altered or damaged",
        "the record before this one was altered, or this one was, or one is missing between them",
        "records are missing at the end",
        "the record is not the one that the head is over: it was altered, or what stood before it was",
        "the head that was named is of another log",
        "the head that was named is over records whose file was dropped: nothing can be said of them",
    };
    return sentences[static_cast<unsigned>(f)];
}

/// What checking a log came to. The counts are over what was read before the fault.
struct log_report {
    log_fault fault = log_fault::nothing;
    std::string file;              // where the fault is; empty where there is none
    std::uint64_t number = 0;      // of the record where it is, from 1; 0 where it is with no record
    std::uint64_t first = 1;       // the number of the first record that is there
    std::uint64_t records = 0;     // that were read
    std::uint64_t bytes = 0;       // in them
    std::uint64_t files = 0;       // that were read
    std::uint64_t dropped = 0;     // files that are gone and whose heads stand for them
    std::uint64_t behind = 0;      // records behind the last head: whole, but no head counts them yet
    std::uint64_t unfinished = 0;  // bytes of a last line without its end, behind the head: what a crash leaves
    record_hash last{};            // hash of the last record
    log_head head{};               // the one beside the log; says nothing where it is missing

    /// Whether the log is what its heads say.
    bool whole() const noexcept { return fault == log_fault::nothing; }
};

}  // namespace redline::inline v0_1::record
