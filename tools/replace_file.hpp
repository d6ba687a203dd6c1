// Files that are written whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace redline::tool {

/// Writes a file: to a temporary one beside it, which then takes its name and, where there was one, its permissions. A link
/// stays a link to what is written, and what is no plain file is written as it is. Throws `failure` where that can't be
/// done; a plain file is then what it was.
void replace_file(std::string const& path, std::string_view text);

/// The same, but a file that holds this text already is left alone, so that it does not look newer than it is.
void write_if_changed(std::string const& path, std::string_view text);

}  // namespace redline::tool
