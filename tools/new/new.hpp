// `redline new`: begins a contract, by asking or by flags.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

struct new_options {
    std::string title;
    std::vector<std::string> parties;  // `agency`, or `agency=Contracting agency`
    std::string baseline;              // `lawful` or `nothing`; empty where it wasn't given
    std::vector<std::string> limits;   // names of templates of the library
    std::string effective_from;        // a day, or nothing
    std::string output;                // a file, `-`, or nothing
    bool force = false;
    bool list = false;
};

/// Writes the contract; gives the exit status: 0, 1 what was given makes no valid contract. Throws `failure` where the
/// file is there already, or can't be written.
int begin_contract(new_options const& o);

}  // namespace redline::tool
