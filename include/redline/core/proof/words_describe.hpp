// A request in words, as a string.
#pragma once

#include "words_request.hpp"
#include "words_string.hpp"

#include <vector>

namespace redline::inline v0_1::proof {

/// A request in words, in the syntax of a scenario's `given`; see `write_request`.
inline std::string describe(rule_set const& rules, request_view const& request)
{
    std::string text;
    string_words out{text};
    write_request(out, rules, request);
    return text;
}

/// The same, a string for each thing that it says.
inline std::vector<std::string> describe_items(rule_set const& rules, request_view const& request)
{
    struct pieces {
        std::vector<std::string> of;
        pieces& operator<<(std::string_view s)
        {
            of.back() += s;
            return *this;
        }
    } out;
    write_request_items(out, rules, request, [&] { out.of.emplace_back(); });
    return out.of;
}

}  // namespace redline::inline v0_1::proof
