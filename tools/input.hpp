// Files and standard input, read whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redline::tool {

/// The longest contract, the longest request and the longest line of a stream that is read, in bytes.
inline constexpr std::size_t size_limit = std::size_t{16} << 20;

/// A file that was read: what it is called in messages, and what stands in it.
struct source {
    std::string name;
    std::string text;
    bool literate = false;  // a Markdown file, by its ending
};

/// A file that is open for reading; closed by its destructor. `-` is standard input.
class open_file {
public:
    /// Throws `failure` where it can't be opened, or is a directory.
    explicit open_file(std::string const& path);
    open_file(open_file const&) = delete;
    open_file& operator=(open_file const&) = delete;
    ~open_file();

    /// Reads what is there, at most `room` bytes, and waits only where nothing is; 0 at the end. Throws `failure`.
    std::size_t read(char* to, std::size_t room);
    std::string const& name() const noexcept { return name_; }

private:
    std::string name_;
    int descriptor_ = 0;
};

/// Reads a file, or standard input for `-`. Throws `failure` where it can't be read or has more than `size_limit` bytes.
source read_source(std::string const& path);

/// Throws `failure` where more than one of these paths is `-`.
void read_standard_input_once(std::vector<std::string> const& paths);

}  // namespace redline::tool
