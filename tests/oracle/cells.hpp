// An independent oracle: representatives of everything a request may say: each operand, one less and one more.
#pragma once

#include "generate_request.hpp"
#include "space.hpp"
#include "terms.hpp"

#include <chrono>

namespace redline_oracle {

/// Every atom that stands in a term of a contract, or in one of the conditions beside it.
inline std::vector<condition> all_atoms(const contract& c, const std::vector<condition>& beside = {})
{
    std::vector<condition> result;
    const auto add = [&](const condition& from) {
        for (const condition& atom : atoms(from, c)) result.push_back(atom);
    };
    for (const term& t : c.terms) add(when_of(t)), add(unless_of(t));
    for (const condition& one : beside) add(one);
    return result;
}

/// The day so many days after another.
inline date days_after(const date& day, int days)
{
    using namespace std::chrono;
    const auto number = [&](std::size_t at, std::size_t size) { return std::stoi(day.substr(at, size)); };
    const year_month_day from{year{number(0, 4)}, month{static_cast<unsigned>(number(5, 2))},
                              std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    const year_month_day is{sys_days{from} + std::chrono::days{days}};
    const auto digits = [](auto n, std::size_t size) {
        const std::string text = std::to_string(n);
        return std::string(size - text.size(), '0') + text;
    };
    return digits(static_cast<int>(is.year()), 4) + "-" + digits(static_cast<unsigned>(is.month()), 2) + "-" +
           digits(static_cast<unsigned>(is.day()), 2);
}

/// Days on both sides of every day that a contract names; some day, when none names any.
inline std::set<date> day_cells(const std::vector<const contract*>& contracts, const std::vector<condition>& atoms)
{
    std::set<date> named, result;
    for (const condition& atom : atoms)
        if (key_of(atom) == "date") named.insert(atom.day);
    for (const contract* c : contracts) {
        if (c->effective_from) named.insert(*c->effective_from);
        if (c->effective_before) named.insert(*c->effective_before);
    }
    for (const date& day : named)
        for (const int days : {-1, 0, 1}) result.insert(days_after(day, days));
    if (result.empty()) result.insert("2026-06-01");
    return result;
}

inline void add_near(std::set<std::uint64_t>& to, std::uint64_t operand)
{
    to.insert(operand);
    if (operand != 0) to.insert(operand - 1);
    if (operand != UINT64_MAX) to.insert(operand + 1);
}

/// Every set of values of an `any of`.
inline std::vector<fact_value> all_sets(const names& values)
{
    std::vector<fact_value> result;
    for (std::size_t bits = 0; bits < std::size_t{1} << values.size(); ++bits) {
        any_of_value set;
        for (std::size_t i = 0; i < values.size(); ++i) set.holds[values[i]] = (bits >> i & 1) != 0;
        result.push_back(set);
    }
    return result;
}

inline std::vector<fact_value> fact_cells(const fact& f, const std::vector<condition>& atoms)
{
    std::set<std::uint64_t> numbers{0};
    for (const condition& atom : atoms)
        if (key_of(atom) == "fact:" + f.name && (f.type == fact_type::count || f.type == fact_type::duration))
            add_near(numbers, f.type == fact_type::count ? atom.count : atom.time->minutes());
    std::vector<fact_value> result;
    if (f.type == fact_type::flag) return {false, true};
    if (f.type == fact_type::any_of) return all_sets(f.values);
    for (const std::uint64_t number : numbers)
        if (f.type == fact_type::count) result.push_back(number);
        else if (f.type == fact_type::duration) result.push_back(duration{number, "minutes"});
    for (const std::string& value : f.values) result.push_back(value);
    return result;
}

/// Ages on both sides of every `valid` and `within` of a piece of evidence.
inline std::set<std::uint64_t> age_cells(const std::vector<const contract*>& contracts, const std::string& name,
                                         const std::vector<condition>& atoms)
{
    std::set<std::uint64_t> result{0};
    for (const contract* c : contracts)
        if (const evidence* e = find(c->evidences, name); e && e->valid) add_near(result, e->valid->minutes());
    for (const condition& atom : atoms)
        if (key_of(atom) == "evidence:" + name && atom.time) add_near(result, atom.time->minutes());
    return result;
}

/// Uses or missions known to the last: without children, or `.other` of what has some.
inline names complete_kinds(const names& paths)
{
    names result;
    for (const std::string& path : paths) result.push_back(has_children(paths, path) ? path + ".other" : path);
    return result;
}

/// What is asked of one use: all of it known, in the order of declaration, `unlisted` last.
inline names complete_uses(const contract& c)
{
    names result = complete_kinds(use_paths(c));
    result.push_back("unlisted");
    return result;
}

}  // namespace redline_oracle
