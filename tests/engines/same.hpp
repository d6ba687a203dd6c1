// Whether two engines said the same of one text.
#pragma once

#include "conformance/texts.hpp"

namespace redline_test {

/// Whether two diagnostics are the same to the last place and word.
inline bool same(redline::text::diagnostic const& a, redline::text::diagnostic const& b)
{
    auto const place = [](redline::text::place const& p, redline::text::place const& q) {
        return p.offset == q.offset && p.length == q.length && p.line == q.line && p.column == q.column &&
               p.source == q.source;
    };
    return a.is == b.is && place(a.where, b.where) && place(a.related, b.related) && place(a.applied, b.applied) &&
           a.subject == b.subject && a.detail == b.detail && a.suggestion == b.suggestion && a.second == b.second &&
           a.expected == b.expected && a.number == b.number && a.limit == b.limit;
}

/// What differs in what the engines made of one text; empty where nothing does.
inline std::string difference(contract const& one, contract const& other)
{
    bool alike = one.ok == other.ok && one.diagnostics.size == other.diagnostics.size;
    for (std::uint32_t i = 0; alike && i < one.diagnostics.size; ++i)
        alike = same(one.diagnostics[i], other.diagnostics[i]);
    if (alike && !one.ok) return {};
    std::string const spirit = result_of(one), walker = result_of(other);
    if (alike && spirit == walker) return {};
    return "the engines differ; Spirit:\n" + spirit + "\nwalker:\n" + walker;
}

}  // namespace redline_test
