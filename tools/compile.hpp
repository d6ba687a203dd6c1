// `redline compile`: the C++ header of constant arrays that a program embeds.
#pragma once

#include <string>

namespace redline::tool {

struct compile_options {
    std::string file;
    std::string output;   // `-`: standard output
    std::string name;     // in C++, with namespaces where it has them; empty: from the file
    std::string depfile;  // where the files that were read are listed for Make and Ninja; empty: nowhere
    bool no_outcomes = false;
};

int compile_contract(compile_options const& o);

}  // namespace redline::tool
