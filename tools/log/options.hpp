// `redline log`: what its command line says.
#pragma once

#include "../command_line/groups.hpp"

#include <string>
#include <vector>

namespace redline::tool {

struct log_command_options {
    std::string log;                 // a decision log
    std::vector<std::string> heads;  // files of heads that were kept elsewhere
    std::string key;                 // the public key that must have signed the heads, or a file that holds it
    std::string format = "text";     // text or json; for `export`, json or csv
    std::string outcome, use, term, asked_by, since, until;  // which records are meant; empty for all
    std::string on;                                          // a time, or nothing for now
    std::string contract;                                    // of `audit`: a file
    std::string role;                                        // of `audit`
    std::vector<std::string> contracts;                      // of `replay`: files
    std::string against;                                     // of `replay`: a draft, or nothing
    bool drop_expired = false;                               // of `export`
};

/// Adds the command and all below it.
void add_log_command(CLI::App& app, chosen_command& chosen);

/// Each gives the exit status.
int verify_decision_log(log_command_options const& o);
int show_log(log_command_options const& o);
int show_head(log_command_options const& o);
int export_log(log_command_options const& o);
int show_expired(log_command_options const& o);
int audit_log(log_command_options const& o);
int replay_log(log_command_options const& o);

}  // namespace redline::tool
