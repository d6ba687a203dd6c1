// What the tests of the solver share: the contracts of the repository, and the library's answer to a complete request.
#pragma once

#include "encode.hpp"
#include "find.hpp"

#include "redline/core/decide.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

namespace redline_solver_test {

using namespace redline_solver;
using redline_test::contract;

inline std::vector<redline_test::path> contract_files()
{
    auto files = redline_test::files_in(redline_test::source_dir() / "tests/vectors", {".redline"});
    for (char const* folder : {"agreement", "dispute", "usage_policy"})
        for (auto const& file :
             redline_test::files_in(redline_test::source_dir() / "examples/contracts" / folder, {".redline", ".md"}))
            files.push_back(file);
    return files;
}
inline contract load_file(redline_test::path const& file)
{
    bool const literate = file.extension() == ".md";
    return redline_test::load(redline_test::read_file(file), redline_test::engine::spirit,
                              literate ? redline_test::format::literate : redline_test::format::plain);
}

/// What the library says of complete requests under one contract of a space.
class library {
public:
    library(space const& of, std::size_t which)
        : of_{of}, which_{which}, rules_{*of.sides.at(which).rules}, request_{rules_}, work_{rules_}
    {}
    redline::decision operator()(complete_request const& request)
    {
        fill(of_, which_, request, request_.view());
        return redline::decide(rules_, request_.view(), work_.view());
    }

private:
    space const& of_;
    std::size_t which_;
    rule_set const& rules_;
    redline::request_memory request_;
    redline::workspace work_;
};
inline outcome as_ours(redline::outcome o) { return static_cast<outcome>(o); }

inline constexpr outcome all_outcomes[] = {outcome::permitted, outcome::paused, outcome::prohibited};
inline constexpr style all_styles[] = {style::booleans, style::integers, style::bit_vectors};

/// The outcome that formulas come to in a model; throws unless it is exactly one.
inline outcome outcome_in(z3::model const& model, encoder& of)
{
    std::optional<outcome> found;
    for (outcome const o : all_outcomes)
        if (model.eval(of.is(o), true).is_true()) {
            if (found) throw std::logic_error{"two outcomes at once"};
            found = o;
        }
    return found.value();
}

}  // namespace redline_solver_test
