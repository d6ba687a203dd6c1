// Standard output for results, standard error for messages.
#pragma once

#include <string_view>

namespace redline::tool {

/// Writes all of a text, however often a call is interrupted; false where it can't, and why in `errno`.
bool write_all(int descriptor, std::string_view text) noexcept;

/// Writes a result, at once. Throws `failure` where it can't be written.
void print(std::string_view text);

/// Writes a message; where that fails, there is nobody to tell.
void complain(std::string_view text) noexcept;

/// Whether a stream is shown in colours: only on a terminal, and never with `NO_COLOR`.
bool results_in_colour() noexcept;
bool messages_in_colour() noexcept;

}  // namespace redline::tool
