// What is wrong with an amendment by itself: before it is known what it amends.
#pragma once

#include "findings.hpp"
#include "key.hpp"

#include <map>

namespace redline::inline v0_1::text::amend {

/// Checks an amendment that was read: that it makes a later version, holds no bare term, and changes each thing once.
/// What was struck may be declared anew behind that, which moves it. n log n in its statements; allocates.
inline void check_amendment(document const& d, findings& found)
{
    if (statement const* const h = d.header(); h != nullptr && h->is == tag::amendment) {
        token const& version = *d.find(*h, tag::version);
        token const& makes = *d.find(*h, tag::makes);
        if (makes.value <= version.value) found.report(code::version_not_growing, makes).number = version.value;
        token const* const from = d.find(*h, tag::effective_from);
        token const* const before = d.find(*h, tag::effective_before);
        auto const day = [](token const& t) { return static_cast<std::int32_t>(static_cast<std::uint32_t>(t.value)); };
        if (before != nullptr && day(*before) <= day(*from)) found.report(code::dates_reversed, *before);
    }
    std::map<key, statement const*> changes;
    for (std::uint32_t i = 0; i != d.size(); ++i) {
        statement const& s = d[i];
        key const k = key_of(d, s);
        if (k.first == space::none) continue;
        if (s.is == tag::label) {
            found.report(code::bare_term, d.token_of(s));
            continue;
        }
        auto const [at, first] = changes.emplace(k, &s);
        bool const moves = !first && is_strike(at->second->is) && space_of_statement(s.is) != space::none;
        if (!first && !moves) {
            amended_diagnostic& wrong = found.report(code::changed_twice, named_by(d, s), word_of(k.first));
            token const t = named_by(d, *at->second);
            wrong.related = place_in(d.text(), t.offset, t.length);
        }
        at->second = &s;
    }
}

}  // namespace redline::inline v0_1::text::amend
