#include "use_list.hpp"

#include <algorithm>
#include <set>

namespace redline::tool {

namespace {

bool lies_at(std::string const& use, std::string const& path)
{
    return use.compare(0, path.size(), path) == 0 && (use.size() == path.size() || use[path.size()] == '.');
}

/// The shortest path at or above a use below which nothing lies that is not among `some`.
std::string widest(std::string const& use, std::set<std::string> const& some, std::vector<std::string> const& all)
{
    for (std::size_t end = use.find('.'); end != std::string::npos; end = use.find('.', end + 1)) {
        std::string const path = use.substr(0, end);
        auto const is_among = [&](std::string const& u) { return !lies_at(u, path) || some.count(u) != 0; };
        if (std::all_of(all.begin(), all.end(), is_among)) return path;
    }
    return use;
}

}  // namespace

std::string uses_in_words(std::vector<std::string> const& some, std::vector<std::string> const& all)
{
    if (some.size() > 1 && some.size() == all.size()) return "all uses";
    std::set<std::string> const among{some.begin(), some.end()};
    std::vector<std::string> words;
    for (std::string const& use : some) {
        std::string const word = widest(use, among, all);
        if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
    return joined(words);
}

std::string joined(std::vector<std::string> const& items, char const* between)
{
    std::string text;
    for (std::string const& item : items) text.append(text.empty() ? "" : between).append(item);
    return text;
}

}  // namespace redline::tool
