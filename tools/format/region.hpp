// A region of the request space, and a request in it, in words.
#pragma once

#include "../json/request_json.hpp"

#include "redline/core/proof/cover.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// Conditions of which one holds of each request of a region, and none of any other.
struct conditions_in_words {
    std::vector<std::string> any_of;
    bool complete = true;  // false where these are not all

    friend bool operator==(conditions_in_words const&, conditions_in_words const&) = default;
};
conditions_in_words conditions_of(proof::space const& in, proof::diagram& nodes, proof::node_ref region,
                                  proof::cover_limits limits = {});

/// The same of a region within another: what they come to outside of that is left open, so that they are fewer words.
conditions_in_words conditions_within(proof::space const& in, proof::diagram& nodes, proof::node_ref region,
                                      proof::node_ref within, proof::cover_limits limits = {});

/// A request as one contract reads it.
struct witness_in_words {
    std::string text;                // as a scenario's `given` has it
    std::vector<std::string> items;  // the same, one by one
    json request;                    // as `decide` reads it
};
/// The request whose cells these are, for an elementary use of the space, as the contract of a side reads it.
witness_in_words witness_of(proof::space const& in, std::vector<std::uint32_t> const& cells, std::uint32_t use,
                            unsigned side);

/// All elementary uses of a space by name.
std::vector<std::string> uses_of(proof::space const& in);

}  // namespace redline::tool
