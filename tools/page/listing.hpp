// The text of a contract on its page, line by line: what it says in English and what was found stand beside it.
#pragma once

#include "prose.hpp"
#include "statements.hpp"
#include "words.hpp"

#include "../scenario_results.hpp"

#include "redline/explain/explanation.hpp"

#include <map>

namespace redline::tool::page {

/// A place on the page, and how it is called: `line 12`, or `doctrine.redline, line 3`.
struct place_on_page {
    std::string id, text;
};

/// A finding, for the list and for its place in the text.
struct shown_finding {
    bool error = true;
    std::string code, message;
    std::string note;  // at which other place to look, and why; or nothing
    std::string id;    // of what stands in the text
    place_on_page at;
    std::uint32_t source = 0, offset = 0, length = 0;
};

/// One line of a text.
struct listed_line {
    std::uint32_t number = 0;
    std::string id;
    words text;                                  // without its end
    std::vector<bool> marked;                    // of each piece of it, whether a finding is about it
    std::vector<shown_finding const*> findings;  // that begin in it
};

/// Lines, or prose, with what stands beside them.
struct listed_block {
    unsigned heading_level = 0;  // 0: none
    std::string heading_id;
    words heading;
    std::vector<prose_block> prose;
    std::vector<listed_line> lines;
    std::vector<std::string> terms;             // labels of the terms that it gives
    std::vector<test_result const*> scenarios;  // what came out of those that it holds
    std::vector<test_result const*> assertions;
    std::vector<std::string> chains;  // names of those that it declares
};
/// One file.
struct listing {
    std::string file, id;
    std::vector<listed_block> blocks;
};

/// All texts of a contract, and where in them things are.
struct listings {
    std::vector<listing> files;
    std::vector<std::string> elsewhere;             // labels of terms that stand in none of them as they are
    std::map<std::string, place_on_page> declared;  // by the `id` that names lead to, where each is declared
    std::vector<place_on_page> scenarios;           // in the order of the text
    std::vector<place_on_page> assertions;
};

/// Lists the texts of a contract. `c`, `found` and `tests` must outlive it. Linear in the texts, but for links.
listings list(source const& file, contract const& c, std::vector<shown_finding> const& found,
              test_results const& tests);

/// The `id` of a line of a text.
std::string id_of_line(std::uint32_t source, std::uint32_t line);

}  // namespace redline::tool::page
