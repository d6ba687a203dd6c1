// Files of the repository, for tests. REDLINE_SOURCE_DIR is where it lies.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace redline_test {

using path = std::filesystem::path;

inline path source_dir() { return REDLINE_SOURCE_DIR; }

/// All of a file, byte for byte.
inline std::string read_file(path const& p)
{
    std::ifstream in{p, std::ios::binary};
    if (!in) throw std::runtime_error{"cannot read " + p.string()};
    return std::string(std::istreambuf_iterator<char>(in), {});
}

inline void write_file(path const& p, std::string_view text)
{
    std::ofstream{p, std::ios::binary | std::ios::trunc} << text;
}

/// The files of a folder with one of these extensions, sorted by name.
inline std::vector<path> files_in(path const& folder, std::vector<std::string> const& extensions)
{
    std::vector<path> found;
    for (auto const& entry : std::filesystem::directory_iterator{folder})
        if (std::find(extensions.begin(), extensions.end(), entry.path().extension().string()) != extensions.end())
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

/// A number from the environment, to make a test shorter or longer; `otherwise` where it isn't set.
inline std::size_t number_from(char const* variable, std::size_t otherwise)
{
    char const* const text = std::getenv(variable);
    return text == nullptr ? otherwise : static_cast<std::size_t>(std::strtoull(text, nullptr, 10));
}

}  // namespace redline_test
