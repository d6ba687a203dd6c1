// Numbers, durations, days, uses and missions as the language writes them.
#pragma once

#include "../request.hpp"
#include "../time_unit.hpp"

namespace redline::inline v0_1 {

// What is written goes to `Out`: anything with `operator<<` for `std::string_view`, as `proof::fixed_words` and
// `proof::string_words`. constexpr, no heap of their own.

/// An integer as the language reads it: digits, in groups of three from 10_000 on, or a large power of ten as `10^12`.
template <class Out>
constexpr void write_number(Out& out, std::uint64_t number) noexcept
{
    char digits[20] = {};
    unsigned count = 0;
    do digits[count++] = static_cast<char>('0' + number % 10);
    while ((number /= 10) != 0);
    unsigned zeros = 0;
    while (zeros + 1 < count && digits[zeros] == '0') ++zeros;
    if (count > 9 && zeros + 1 == count && digits[zeros] == '1') {
        out << std::string_view{"10^"};
        return write_number(out, zeros);
    }
    char text[32] = {};
    unsigned size = 0;
    for (unsigned i = count; i-- != 0;) {
        text[size++] = digits[i];
        if (count > 4 && i != 0 && i % 3 == 0) text[size++] = '_';
    }
    out << std::string_view{text, size};
}

/// Minutes in their natural unit: whole years, else whole days, hours or minutes.
template <class Out>
constexpr void write_duration(Out& out, std::uint64_t minutes) noexcept
{
    time_unit unit = time_units[0];
    for (time_unit const& larger : time_units)
        if (larger.plural != std::string_view{"weeks"} && minutes % larger.minutes == 0) unit = larger;
    if (minutes == 0) unit = time_units[2];
    std::uint64_t const number = minutes / unit.minutes;
    write_number(out, number);
    out << std::string_view{" "};
    out << (number == 1 ? unit.singular : unit.plural);
}

/// `YYYY-MM-DD`.
template <class Out>
constexpr void write_day(Out& out, day_number number) noexcept
{
    calendar_day const day = day_of(number);
    char text[10] = {};
    auto const digits = [&](unsigned at, unsigned count, std::int32_t value) {
        for (unsigned i = count; i-- != 0; value /= 10) text[at + i] = static_cast<char>('0' + value % 10);
    };
    digits(0, 4, day.year);
    digits(5, 2, day.month);
    digits(8, 2, day.day);
    text[4] = text[7] = '-';
    out << std::string_view{text, 10};
}

/// A use or mission as a request names it: its path, `x.other`, `unlisted`; nothing where there is none.
template <class Out>
constexpr void write_kind(Out& out, rule_set const& rules, name_space space, requested_kind kind) noexcept
{
    if (kind.form == kind_form::unlisted) out << std::string_view{"unlisted"};
    if (kind.form != kind_form::declared && kind.form != kind_form::other) return;
    out << rules((space == name_space::uses ? rules.uses : rules.missions)[kind.index].path);
    if (kind.form == kind_form::other) out << std::string_view{".other"};
}

/// A level of a safeguard.
constexpr std::string_view level_name(rule_set const& rules, std::uint32_t safeguard, std::uint32_t level) noexcept
{
    return rules(rules.values[rules.safeguards[safeguard].values.first + level]);
}

}  // namespace redline::inline v0_1
