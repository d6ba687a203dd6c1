// URIs of editors, and the paths that they stand for.
#pragma once

#include <string>
#include <string_view>

namespace redline::tool::lsp {

/// The path of a `file:` URI, as text; nothing of any other.
std::string path_of_uri(std::string_view uri);

/// The `file:` URI of an absolute path.
std::string uri_of_path(std::string_view path);

/// Where a path leads, links followed as far as there is something; the path itself where that can't be told.
std::string real_path(std::string const& path);

}  // namespace redline::tool::lsp
