// Text filled into lines that a terminal holds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redline::tool {

/// How many columns of a terminal a text takes.
std::size_t columns_of(std::string_view text);

/// Appends a paragraph in lines of at most 100 columns, but for words that are longer. `lead` stands in front of its first
/// line; the others are indented by `hang`.
void append_paragraph(std::string& to, std::string_view lead, std::string_view text, std::size_t hang);

}  // namespace redline::tool
