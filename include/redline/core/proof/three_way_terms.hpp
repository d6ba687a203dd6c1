// The terms of a base and two drafts of it: who changed which.
#pragma once

#include "match_terms.hpp"

#include <algorithm>

namespace redline::inline v0_1 {

/// What was done to a term, by its text: by neither, by one, by both alike, or by both and not alike. What that does to
/// outcomes is another question.
enum class changed_by : std::uint8_t { neither, theirs, ours, both, each_otherwise };
/// Who changed a term, in words. Never empty; constexpr, no heap.
constexpr std::string_view name_of(changed_by c) noexcept
{
    constexpr std::string_view names[] = {"neither", "theirs", "ours", "both", "each otherwise"};
    return names[static_cast<unsigned>(c)];
}

/// A term of a base and of two drafts, `none` where one has it not.
struct three_way_term {
    std::uint32_t base = none, theirs = none, ours = none;
    changed_by by = changed_by::neither;

    friend bool operator==(three_way_term const&, three_way_term const&) = default;
};

/// The terms that permit or prohibit, matched as `match_terms` does it, those of the base in its order, then what only the
/// drafts have: theirs in their order (with what ours adds under the same label), then ours. n log n in the texts;
/// run time only: allocates.
inline std::vector<three_way_term> three_way_terms(rule_set const& base, rule_set const& theirs, rule_set const& ours)
{
    auto const wanted = [](term_kind k) { return k <= term_kind::trigger; };
    auto const text = [](rule_set const& rules, std::uint32_t t) {
        std::string said;
        if (t != none) term_writer{rules, said}.statement(rules.terms[t]);
        return said;
    };
    std::vector<three_way_term> all;
    std::vector<term_match> const first = match_terms(base, theirs, wanted), second = match_terms(base, ours, wanted);
    std::size_t shared = 0;  // both lists begin with the terms of the base
    for (; shared < first.size() && first[shared].before != none; ++shared)
        all.push_back({first[shared].before, first[shared].after, second[shared].after});
    std::vector<std::uint32_t> added;
    for (std::size_t i = shared; i < second.size(); ++i) added.push_back(second[i].after);
    for (std::size_t i = shared; i < first.size(); ++i) {
        std::uint32_t const t = first[i].after;
        auto const same = std::find_if(added.begin(), added.end(), [&](std::uint32_t o) {
            return ours(ours.terms[o].label) == theirs(theirs.terms[t].label);
        });
        all.push_back({none, t, same == added.end() ? none : *same});
        if (same != added.end()) added.erase(same);
    }
    for (std::uint32_t const o : added) all.push_back({none, none, o});
    for (three_way_term& t : all) {
        std::string const was = text(base, t.base), their = text(theirs, t.theirs), our = text(ours, t.ours);
        t.by = their == our   ? (their == was ? changed_by::neither : changed_by::both)
               : our == was   ? changed_by::theirs
               : their == was ? changed_by::ours
                              : changed_by::each_otherwise;
    }
    return all;
}

}  // namespace redline::inline v0_1
