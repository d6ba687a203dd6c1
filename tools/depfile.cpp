#include "depfile.hpp"

namespace redline::tool {

namespace {

/// A path with the characters escaped that mean something to Make, as compilers do it.
std::string escaped(std::string const& path)
{
    std::string out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        char const c = path[i];
        if (c == ' ' || c == '\t') {
            // A backslash in front of a space is escaped there, and nowhere else.
            for (std::size_t k = i; k != 0 && path[k - 1] == '\\'; --k) out += '\\';
            out += '\\';
        }
        else if (c == '#') out += '\\';
        else if (c == '$') out += '$';
        out += c;
    }
    return out;
}

}  // namespace

std::string as_depfile(std::string const& target, std::vector<std::string> const& files)
{
    std::string out = escaped(target) + ":";
    for (std::string const& f : files) out += " \\\n  " + escaped(f);
    return out + "\n";
}

}  // namespace redline::tool
