// A folder for the files of one test.
#pragma once

#include "support/files.hpp"

#include <unistd.h>

namespace redline_test {

/// A folder that goes when the test does.
class scratch_folder {
public:
    scratch_folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "redline-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no folder"};
        at_ = name;
    }
    scratch_folder(scratch_folder const&) = delete;
    scratch_folder& operator=(scratch_folder const&) = delete;
    ~scratch_folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(at_, ignored);
    }
    /// A file in it.
    std::string file(std::string const& name, std::string_view text) const
    {
        write_file(at_ / name, text);
        return (at_ / name).string();
    }
    path const& at() const noexcept { return at_; }

private:
    path at_;
};

}  // namespace redline_test
