#include "assertion_results.hpp"

#include "characters.hpp"

#include "redline/text/prove_assertions.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// An assertion as it is written, on one line, without comments and the `;` at its end.
std::string text_of(std::string_view text, assertion_entry const& a)
{
    std::string out;
    bool space = false;
    for (std::size_t at = a.offset; at < text.size() && text[at] != ';'; ++at) {
        if (text[at] == '#') at = std::min(text.find('\n', at), text.size() - 1);
        bool const blank = text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n';
        if (!blank && space) out += ' ';
        space = blank;
        if (!blank) out += text[at];
    }
    return printable(out);
}

/// Adds what was found to the assertion that begins there.
void add_found(std::vector<test_result>& results, contract const& c, std::string const& file, text::diagnostic const& d)
{
    array_view<assertion_entry> const assertions = c.scenarios.assertions;
    for (std::uint32_t i = 0; i < assertions.size; ++i) {
        std::uint32_t const offset = c.map.empty() ? assertions[i].offset
                                                   : c.map.located(assertions[i].offset, 1).offset;
        if (offset == d.where.offset) results[i].wrong.push_back(finding_of(file, c, d));
    }
}

}  // namespace

std::vector<test_result> results_of_assertions(source const& file, contract const& c)
{
    array_view<assertion_entry> const assertions = c.scenarios.assertions;
    std::vector<test_result> results;
    for (assertion_entry const& a : assertions) results.push_back({text_of(c.expanded, a), a.line, {}, {}});
    std::uint32_t const found = c.diagnostics.size;
    if (found != 0 && c.diagnostics[found - 1].is == text::code::too_many) {
        // What loading found of them may be among what it left out.
        std::vector<text::diagnostic> room(assertions.size);
        std::deque<std::string> witnesses;
        text::problems wrong{c.expanded.data(), room.data(), assertions.size};
        text::prove_assertions(c.rules_to_test, c.scenarios, witnesses, wrong);
        for (std::uint32_t i = 0; i < wrong.found.size; ++i) {
            c.map.locate(room[i]);
            add_found(results, c, file.name, room[i]);
        }
        return results;
    }
    for (text::diagnostic const& d : c.diagnostics)
        if (d.is == text::code::assertion_broken || d.is == text::code::proof_too_large)
            add_found(results, c, file.name, d);
    return results;
}

}  // namespace redline::tool
