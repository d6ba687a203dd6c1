// A contract out of a generated header against the same that is loaded: field for field, and request for request.
#pragma once

#include "redline/core/contract.hpp"
#include "redline/core/heap.hpp"
#include "support/catch.hpp"
#include "support/dump.hpp"
#include "support/files.hpp"
#include "support/load.hpp"
#include "support/random_filler.hpp"

#include <string>
#include <vector>

namespace redline_test {

inline std::vector<std::uint32_t> indices(redline::index_set_view of)
{
    std::vector<std::uint32_t> all;
    for (std::uint32_t const i : of) all.push_back(i);
    return all;
}

/// Whether two decisions say the same, under rule sets whose entries have the same indices.
inline bool same(redline::decision const& a, redline::decision const& b)
{
    return a.outcome == b.outcome && a.ground == b.ground && indices(a.by) == indices(b.by) &&
           indices(a.exceptions) == indices(b.exceptions) && indices(a.log) == indices(b.log) &&
           indices(a.pending.signoffs) == indices(b.pending.signoffs) &&
           indices(a.pending.evidence) == indices(b.pending.evidence) &&
           indices(a.pending.safeguards) == indices(b.pending.safeguards) &&
           indices(a.pending.facts) == indices(b.pending.facts) && a.pending.mission == b.pending.mission &&
           a.pending.date == b.pending.date && a.pending.use == b.pending.use;
}

/// The contract of a file of the repository.
inline contract load_file(std::string const& name)
{
    path const file = source_dir() / name;
    return load(read_file(file), engine::spirit, file.extension() == ".md" ? format::literate : format::plain);
}

/// Checks both. `outcomes` counts how requests came out, so that no test sees only one way.
template <class Data>
void check_against_load(std::string const& name, redline::constant_contract<Data> generated, std::size_t (&outcomes)[3],
                        int requests = 300)
{
    INFO(name);
    contract const loaded = load_file(name);
    REQUIRE(loaded.ok);
    CHECK(dump(generated.rules()) == dump(loaded.rules));
    CHECK(generated.digest() == *loaded.rules.digest);
    REQUIRE(generated.has_outcomes);

    redline::request_memory request{loaded.rules};
    redline::workspace of_loaded{loaded.rules}, of_generated{generated.rules()};
    random_filler fill{loaded.rules, 11};
    for (int k = 0; k < requests; ++k) {
        fill(request.view());
        redline::decision const due = decide(loaded.rules, request.view(), of_loaded.view());
        ++outcomes[static_cast<unsigned>(due.outcome)];
        bool const decided = same(due, decide(generated.rules(), request.view(), of_generated.view()));
        bool const outcome = outcome_of(generated.rules(), Data::outcomes(), request.view()) == due.outcome;
        if (decided && outcome) continue;
        INFO("request " << k << " of the random ones");
        CHECK(decided);
        CHECK(outcome);
        break;
    }
}

}  // namespace redline_test
