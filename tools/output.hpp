// Standard output for results, standard error for messages.
#pragma once

#include <string>
#include <string_view>

namespace redline::tool {

/// Writes a result, at once. Throws `failure` where it can't be written.
void print(std::string_view text);

/// Writes a file at once and whole: to a temporary one beside it, which then takes its name, so that nobody ever sees a
/// half. A file that was there keeps its permissions; what is no regular file is written as it is. Throws `failure`.
void write_file(std::string const& path, std::string_view text);

/// Writes a message; where that fails, there is nobody to tell.
void complain(std::string_view text) noexcept;

/// Whether a stream is shown in colours: only on a terminal, and never with `NO_COLOR`.
bool results_in_colour() noexcept;
bool messages_in_colour() noexcept;

}  // namespace redline::tool
