// A stream cut into blocks of whole lines, with bounded memory.
#pragma once

#include "../input.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace redline::tool {

/// Some whole lines, and where they stand. Used again for later blocks, it keeps its memory.
struct line_block {
    std::vector<char> memory;  // longer than the lines by `json_padding` at least
    std::size_t size = 0;
    std::uint64_t first_line = 1;
    bool too_long = false;  // holds no lines: the line `first_line` is longer than `size_limit`

    std::string_view lines() const noexcept { return {memory.data(), size}; }
};

/// Reads blocks of lines as soon as they are there: what can be answered is never held back to wait for more.
class line_blocks {
public:
    explicit line_blocks(open_file& file) noexcept : file_{file} {}

    /// The next block; false at the end. The last line needs no line break.
    bool next(line_block& to);

private:
    bool skip_line(line_block& to);
    void keep(line_block const& of, std::size_t from, std::size_t to);

    open_file& file_;
    std::vector<char> rest_;   // what was read of the next line
    std::uint64_t lines_ = 0;  // in blocks before
    bool ended_ = false;
};

}  // namespace redline::tool
