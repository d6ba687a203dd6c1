// Lines of standard input, one at a time, as they are typed.
#pragma once

#include "../input.hpp"

#include <optional>
#include <string>

namespace redline::tool {

/// Reads lines of standard input. A line that is longer than `longest` is cut there.
class line_reader {
public:
    static constexpr std::size_t longest = 4096;

    /// The next line, without its end; nothing once the input has ended. Throws `failure`.
    std::optional<std::string> next();

private:
    open_file input_{"-"};
    std::string waiting_;
    bool ended_ = false;
};

/// What is left of a text without blanks around it.
std::string_view trimmed(std::string_view text) noexcept;

}  // namespace redline::tool
