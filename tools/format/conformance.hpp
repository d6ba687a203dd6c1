// How far contracts go beyond a doctrine, in words, for both formats.
#pragma once

#include "comparison.hpp"

namespace redline::tool {

struct named_contract {
    std::string file, title;
    std::uint64_t version = 0;
};

/// One contract compared with a doctrine. Where it conforms, nothing stands in the lists; where `error` is not empty, it is
/// not known.
struct conformance_of_one {
    named_contract of;
    std::string error;
    bool conforms = false;
    comparison_verdict verdict = comparison_verdict::incomparable;
    std::vector<std::string> all_uses;
    std::vector<change_in_words> changes;  // where it is milder than the doctrine
    std::vector<chain_in_words> chains;    // that persons can complete who could not
    std::vector<difference> attested;      // by fewer, or by others
};
struct conformance_in_words {
    named_contract doctrine;
    std::vector<conformance_of_one> contracts;
};

named_contract named(std::string const& file, rule_set const& rules);
conformance_of_one conformance_of(std::string const& file, rule_set const& doctrine, rule_set const& contract);

/// A table, a contract a row; below it, of each that does not conform, where it is wider; how many conform.
std::string conformance_as_text(conformance_in_words const& all);
/// `{"doctrine": {…}, "contracts": […], "conform": false}`; docs/command.md says what each is.
std::string conformance_as_json(conformance_in_words const& all);

}  // namespace redline::tool
