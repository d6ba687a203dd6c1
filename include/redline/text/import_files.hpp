// Imports from files: beside the importing file, or on a search path, and nowhere else.
#pragma once

#include "imports.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <system_error>
#include <vector>

namespace redline::inline v0_1 {

/// Reads imported texts from files; an `import_reader`.
///
/// A path is looked for beside the file that imports it, then in each folder of the search path. What it leads to, links
/// followed, must lie in the folder of the contract or in one of the search path: nothing else is read. A file whose name
/// ends in `.md` is literate. A file is known by where it lies, however it is reached.
class import_files {
public:
    /// `contract` is the file that is loaded, by the name that `load_options::name` gives; one of standard input, or of no
    /// file, is taken to lie in the current folder.
    explicit import_files(std::string const& contract, std::vector<std::filesystem::path> const& search_path = {})
        : search_path_{search_path}
    {
        std::error_code wrong;
        std::filesystem::path const own = std::filesystem::weakly_canonical(contract, wrong);
        std::filesystem::path folder = std::filesystem::path{contract}.parent_path();
        if (folder.empty()) folder = ".";
        add_root(folder);
        for (std::filesystem::path const& p : search_path_) add_root(p);
        if (!wrong) names_.emplace(own, contract);
    }

    imported_source operator()(std::string_view path, std::string_view importing)
    {
        namespace fs = std::filesystem;
        imported_source got;
        fs::path const asked{path};
        if (asked.is_absolute() || path.find('\0') != std::string_view::npos) {
            got.why = "expected a path relative to the file that imports it, or to a folder of the search path";
            return got;
        }
        std::vector<fs::path> folders{fs::path{importing}.parent_path()};
        folders.insert(folders.end(), search_path_.begin(), search_path_.end());
        for (fs::path const& folder : folders) {
            fs::path const file = (folder / asked).lexically_normal();
            std::error_code wrong;
            fs::path const real = fs::canonical(file, wrong);
            if (wrong) continue;
            if (!is_allowed(real)) {
                got.why = "it lies neither in the folder of the contract nor in one of the search path";
                return got;
            }
            return read(file, real);
        }
        got.why = search_path_.empty()
                      ? "there is no such file beside the file that imports it"
                      : "there is no such file beside the file that imports it, nor on the search path";
        return got;
    }

private:
    void add_root(std::filesystem::path const& folder)
    {
        std::error_code wrong;
        std::filesystem::path const real = std::filesystem::canonical(folder, wrong);
        if (!wrong) roots_.push_back(real);
    }
    bool is_allowed(std::filesystem::path const& real) const
    {
        for (std::filesystem::path const& root : roots_) {
            auto const end = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
            if (end.first == root.end()) return true;
        }
        return false;
    }
    imported_source read(std::filesystem::path const& file, std::filesystem::path const& real)
    {
        imported_source got;
        std::error_code wrong;
        if (!std::filesystem::is_regular_file(real, wrong)) {
            got.why = "it is no file";
            return got;
        }
        constexpr std::uintmax_t most = std::uintmax_t{16} << 20;
        std::uintmax_t const size = std::filesystem::file_size(real, wrong);
        if (wrong || size > most) {
            got.why = wrong ? wrong.message() : "it has more than 16 MiB, the most that is read";
            return got;
        }
        std::ifstream in{real, std::ios::binary};
        got.text.resize(static_cast<std::size_t>(size));
        in.read(got.text.data(), static_cast<std::streamsize>(size));
        if (!in || static_cast<std::uintmax_t>(in.gcount()) != size) {
            got.why = "it cannot be read";
            got.text.clear();
            return got;
        }
        got.found = true;
        got.name = names_.emplace(real, file.string()).first->second;
        got.format = real.extension() == ".md" ? text_format::literate : text_format::plain;
        return got;
    }

    std::vector<std::filesystem::path> search_path_;
    std::vector<std::filesystem::path> roots_;
    std::map<std::filesystem::path, std::string> names_;  // by where a file lies, what it was called first
};

}  // namespace redline::inline v0_1
