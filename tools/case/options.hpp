// `redline case`: what its command line says.
#pragma once

#include "redline/core/request.hpp"
#include "redline/record/log_record.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace redline::tool {

struct case_options {
    std::string action;    // `open`, `sign`, …
    std::string contract;  // a file
    std::string cases;     // a case file
    std::string chain;
    std::int64_t id = 0;
    std::string person, role, in_place_of, stage;
    std::string request;  // a file, `-`, or nothing
    std::string at;       // a time, or nothing for now
    std::string format = "text";
    std::string key;   // the signer's key file, or nothing
    std::string keys;  // the list of keys that count, or nothing
    std::string out;   // of `keygen`
};

/// Adds the command and all below it; `run` is then what is to be run.
void add_case_command(CLI::App& app, case_options& options, std::function<int()>& run);

/// Does what the options say; gives the exit status.
int run_case(case_options const& o);

/// Makes a request, which says nothing of sign-offs yet, say of them what stands in a case file at a time (nothing for now).
/// Throws `failure`.
void fill_in_signoffs(rule_set const& rules, request_view& request, std::string const& cases, std::string const& at);

/// The cases that a request, which `fill_in_signoffs` filled, rests on, for the record of its decision. Where that permits
/// and a sign-off that is good for one decision was needed for it, the case is told first that it was used. Throws `failure`,
/// also where that sign-off has been used by somebody else meanwhile.
std::vector<record::signoff_record> signoffs_for_record(rule_set const& rules, request_view& request, bool permitted,
                                                        std::string const& cases, std::string const& at);

}  // namespace redline::tool
