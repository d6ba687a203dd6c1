// The engine for run time: Spirit's own parse over the grammar.
#pragma once

#include "grammar.hpp"
#include "reader.hpp"

#include <boost/spirit/home/x3/core/parse.hpp>
#include <boost/spirit/home/x3/directive/with.hpp>

#include <functional>

namespace redline::inline v0_1::text {

/// Spirit X3 as an engine of `reader`.
struct spirit_engine {
    static bool parse(sentence what, token const*& at, token const* last, builder& to)
    {
        auto const run = [&](auto const& grammar) {
            return x3::parse(at, last, x3::with<builder_tag>(std::ref(to))[grammar]);
        };
        switch (what) {
        case sentence::statement: return run(grammar::statement);
        case sentence::header: return run(grammar::header);
        case sentence::amendment: return run(grammar::amendment);
        case sentence::amended: return run(grammar::amended);
        default: return run(grammar::language);
        }
    }
};

}  // namespace redline::inline v0_1::text
