#include "line_diff.hpp"

#include "shortest_edit.hpp"

#include <algorithm>
#include <vector>

namespace redline::tool {

namespace {

using lines = std::vector<std::string_view>;

/// Lines with their ends.
lines lines_of(std::string_view text)
{
    lines all;
    while (!text.empty()) {
        std::size_t const end = std::min(text.find('\n'), text.size() - 1) + 1;
        all.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return all;
}

/// `12,3`: where a hunk begins, from 1, and how many lines of one side it shows; of none, the line before.
std::string range(std::size_t first, std::size_t count)
{
    return std::to_string(count == 0 ? first : first + 1) + (count == 1 ? "" : "," + std::to_string(count));
}

constexpr std::size_t context = 3;

}  // namespace

std::string unified_diff(std::string const& name, std::string_view before, std::string_view after)
{
    lines const a = lines_of(before), b = lines_of(after);
    std::vector<edit> const way = shortest_way(a, b);
    std::string out;
    for (std::size_t i = 0; i != way.size();) {
        if (way[i].sign == ' ') {
            ++i;
            continue;
        }
        std::size_t const first = i < context ? 0 : i - context;
        // A hunk ends where twice the context is alike.
        std::size_t last = i;
        for (std::size_t at = i; at != way.size() && at - last <= 2 * context; ++at)
            if (way[at].sign != ' ') last = at;
        std::size_t const end = std::min(last + 1 + context, way.size());
        std::size_t removed = 0, added = 0;
        std::string hunk;
        for (std::size_t at = first; at != end; ++at) {
            edit const& e = way[at];
            std::string_view const line = e.sign == '+' ? b[e.after] : a[e.before];
            removed += e.sign == '+' ? 0 : 1;
            added += e.sign == '-' ? 0 : 1;
            hunk.append(1, e.sign).append(line);
            if (line.back() != '\n') hunk += "\n\\ No newline at end of file\n";
        }
        if (out.empty()) out = "--- " + name + "\n+++ " + name + "\n";
        out += "@@ -" + range(way[first].before, removed) + " +" + range(way[first].after, added) + " @@\n" + hunk;
        i = end;
    }
    return out;
}

}  // namespace redline::tool
