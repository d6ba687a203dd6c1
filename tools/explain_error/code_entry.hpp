// What docs/diagnostics.md says of each code.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

/// One code: what is wrong, an example of it and the same mended. Where these are contract text (`is_text`), it is to be
/// read behind `contract_of_examples`, unless it begins with `contract` or `redline`.
struct code_entry {
    std::string code;     // `RL0301`
    std::string name;     // `unknown_name`; empty of one that is not in use any more
    std::string about;    // the group it stands in: `names`
    std::string meaning;  // sentences, in Markdown
    std::string example, mended;
    bool example_is_text = false, mended_is_text = false;
};

/// All codes, in the order of the page.
std::vector<code_entry> const& all_codes();

/// The declarations that stand in front of an example.
std::string const& contract_of_examples();

/// The example of a code, or the same mended, as a whole contract; or as a whole amendment, of codes that are about those,
/// to be applied to `contract_of_examples`.
std::string whole_example(code_entry const& e, std::string const& text);

}  // namespace redline::tool
