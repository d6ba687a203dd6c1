// Contracts that are constants of the program, out of generated headers: as rule sets, and one bound to a struct.
#pragma once

#include "runtime/plain_request.hpp"

#include "redline/core/outcome.hpp"

#include <vector>

namespace redline_bench {

/// A contract out of a generated header; `outcomes` is null where its table was too large for one.
struct constant_contract {
    redline::rule_set const* rules = nullptr;
    redline::outcome_table const* outcomes = nullptr;
};
/// That of the contract with few terms for each use, or nothing where none is compiled.
constant_contract constant_of(std::uint32_t terms);

/// Decides requests as objects of a program's struct, which is bound to the contract of 20 terms, and writes the outcomes.
class bound_requests {
public:
    bound_requests();
    ~bound_requests();
    void set(std::vector<plain_request> const& requests);
    void decide(std::uint8_t* outcomes) const;

private:
    struct parts;
    parts* parts_;
};

}  // namespace redline_bench
