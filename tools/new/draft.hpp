// The text of a new contract.
#pragma once

#include "limits.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// A party: its name, and what it is called, which may be empty.
struct new_party {
    std::string name, description;
};

/// What a contract begins with.
struct draft {
    std::string title;
    std::vector<new_party>
        parties;  // the first uses the systems, the second provides them; where there is one, it is both
    bool permits_nothing_else = false;  // else all lawful uses are the baseline
    std::vector<limit const*> chosen;
    std::string effective_from;  // a day, or nothing
};

/// The contract, in no particular layout: its templates are those of the library, put in as they are. Valid where titles,
/// names and the day are.
std::string text_of(draft const& d);

}  // namespace redline::tool
