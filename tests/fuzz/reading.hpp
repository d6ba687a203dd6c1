// What has to hold of a text however it is read, and of what was read.
#pragma once

#include "engines/same.hpp"
#include "fuzz/targets.hpp"
#include "redline/core/decide.hpp"
#include "redline/core/heap.hpp"
#include "redline/text/message.hpp"
#include "support/random_filler.hpp"

namespace redline_fuzz {

using redline_test::contract;
using redline_test::engine;
using redline_test::format;

/// Places lie in the texts that they are of, and each diagnostic can be put into words.
inline void hold_places(contract const& c)
{
    for (redline::text::diagnostic const& d : c.diagnostics) {
        std::uint32_t const source = d.where.source;
        hold(source < c.sources.size, "a diagnostic of no source");
        hold(std::size_t{d.where.offset} + d.where.length <= c.sources[source].text.size(),
             "a diagnostic behind the end of its text");
        hold(d.where.line >= 1 && d.where.column >= 1, "a diagnostic without a line or column");
        char room[redline::text::message_room];
        redline::text::message_writer message{room, redline::text::message_room};
        redline::text::write_message(message, d);
        hold(!message.text().empty(), "a diagnostic without words");
    }
}

/// Everything that can be obtained of a request, refused chains as they are.
inline void obtain(redline::rule_set const& rules, redline::request_view& r)
{
    for (std::uint32_t i = 0; i < rules.evidence.size; ++i) r.evidence_age[i] = 0;
    for (std::uint32_t i = 0; i < rules.safeguards.size; ++i)
        r.safeguard_level[i] = rules.safeguards[i].values.size() - 1;
    for (std::uint32_t i = 0; i < rules.chains.size; ++i)
        if (r.chains[i] != redline::chain_state::refused) r.chains[i] = redline::chain_state::complete;
}

/// The promises of the language reference, "What is decided", on some requests.
inline void hold_promises(redline::rule_set const& rules, std::uint64_t seed)
{
    redline_test::random_filler fill{rules, seed};
    redline::request_memory request{rules};
    redline::workspace work{rules};
    for (int i = 0; i < 8; ++i) {
        fill(request.view());
        redline::request_view& r = request.view();
        redline::decision const d = decide(rules, r, work.view());
        redline::outcome const before = d.outcome;
        hold(before != redline::outcome::permitted || r.valid, "a request that is not valid is permitted");
        hold(!d.by.empty() || before != redline::outcome::permitted, "permitted by nothing");
        hold(before != redline::outcome::paused || !d.pending.empty(), "paused, and nothing is pending");
        obtain(rules, r);
        redline::decision const after = decide(rules, r, work.view());
        hold(after.outcome <= before, "obtaining more made the outcome stricter");
    }
}

/// Reads a text by both engines, and holds all of that.
inline contract read(std::string_view input, format as)
{
    contract const one = load(input, engine::spirit, as, redline_test::warnings::yes);
    contract const other = load(input, engine::walker, as, redline_test::warnings::yes);
    std::string const differs = redline_test::difference(one, other);
    hold(differs.empty(), differs);
    hold_places(one);
    if (one.ok) hold_promises(one.rules, input.size());
    return one;
}

}  // namespace redline_fuzz
