#include "code_entry.hpp"

#include "diagnostics_page.hpp"

#include <array>

namespace redline::tool {

namespace {

/// Cuts the first line off a text.
std::string_view next_line(std::string_view& rest)
{
    std::string_view const line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    return line;
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// A cell that is nothing but code, without its backticks: contract text.
bool take_code(std::string& cell)
{
    bool const is = cell.size() > 2 && cell.front() == '`' && cell.find('`', 1) == cell.size() - 1;
    if (is) cell = cell.substr(1, cell.size() - 2);
    return is;
}

/// `| <a id="rl0301"></a>RL0301 `unknown_name` | A name … | `…` | `…` |`
code_entry entry_of(std::string_view line, std::string const& about)
{
    std::array<std::string, 4> cells;
    line.remove_prefix(1);
    for (std::string& cell : cells) {
        std::size_t const end = line.find(" |");
        cell = trimmed(line.substr(0, end));
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + 2);
    }
    code_entry e;
    std::string_view head = cells[0];
    head.remove_prefix(head.find("</a>") + 4);
    e.code = head.substr(0, head.find(' '));
    if (head.size() > e.code.size()) e.name = head.substr(e.code.size() + 2, head.size() - e.code.size() - 3);
    e.about = about;
    e.meaning = std::move(cells[1]);
    e.example = std::move(cells[2]);
    e.mended = std::move(cells[3]);
    e.example_is_text = take_code(e.example);
    e.mended_is_text = take_code(e.mended);
    return e;
}

}  // namespace

std::vector<code_entry> const& all_codes()
{
    static std::vector<code_entry> const all = [] {
        std::vector<code_entry> found;
        std::string about;
        std::string_view rest = diagnostics_page;
        while (!rest.empty()) {
            std::string_view const line = next_line(rest);
            if (begins(line, "## RL")) about = line.substr(line.find(": ") + 2);
            if (begins(line, "| <a id=\"rl")) found.push_back(entry_of(line, about));
        }
        return found;
    }();
    return all;
}

std::string const& contract_of_examples()
{
    static std::string const text = [] {
        std::string found;
        std::string_view rest = diagnostics_page;
        while (next_line(rest) != "```text") {}
        for (std::string_view line = next_line(rest); line != "```"; line = next_line(rest))
            found.append(line).append("\n");
        return found;
    }();
    return text;
}

std::string whole_example(code_entry const& e, std::string const& text)
{
    bool const whole = begins(text, "contract ") || begins(text, "redline ") || begins(text, "amendment ");
    bool const amends = begins(e.code, "RL12");
    std::string const in_front = amends ? "amendment \"A\" to \"Examples\" version 1 makes 2;\n"
                                        : contract_of_examples();
    return (whole ? text : in_front + text) + "\n";
}

}  // namespace redline::tool
