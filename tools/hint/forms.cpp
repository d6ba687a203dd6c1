#include "forms.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// Cuts the first line off.
std::string_view next_line(std::string_view& rest)
{
    std::size_t const end = rest.find('\n');
    std::string_view const line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

bool begins_with_word(std::string_view line, std::string_view word)
{
    return line.substr(0, word.size()) == word && line.size() > word.size() && line[word.size()] == ' ';
}

/// Appends a line, each run of blanks as one.
void append_words(std::string& to, std::string_view line)
{
    bool blank = false;
    for (char const c : line) {
        if (c == ' ') {
            blank = true;
            continue;
        }
        if (blank && !to.empty()) to += ' ';
        blank = false;
        to += c;
    }
}

}  // namespace

std::string form_of(std::string_view first_word)
{
    std::string form;
    std::string_view rest = language_page;
    // Before it stands the list of reserved words, and behind it documents of other kinds.
    rest = rest.substr(std::min(rest.find("\n## The document\n"), rest.size()));
    rest = rest.substr(0, rest.find("\n## Amendments\n"));
    while (!rest.empty() && form.empty()) {
        if (next_line(rest) != "```text") continue;
        bool within = false;
        for (std::string_view line = next_line(rest); line != "```" && !rest.empty(); line = next_line(rest)) {
            bool const goes_on = !line.empty() && line.front() == ' ';
            if (!goes_on) within = begins_with_word(line, first_word);
            if (!within) continue;
            if (!form.empty()) form += goes_on ? " " : "` or `";
            std::string words;
            append_words(words, line);
            form += words;
        }
    }
    return form.empty() ? form : "`" + form + "`";
}

}  // namespace redline::tool
