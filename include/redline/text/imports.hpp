// How a program that reads contracts at run time tells where imported texts are. The library itself touches no files.
#pragma once

#include "read_text.hpp"

#include <functional>
#include <string>

namespace redline::inline v0_1 {

/// What came of an import: a text and what it is called, or why there is none.
struct imported_source {
    bool found = false;
    std::string name{};  // names the text: of two imports that give one name, the first counts. Shown in messages
    std::string text{};
    text_format format = text_format::plain;
    std::string why{};  // where it wasn't found: why not
};

/// Finds the text of an import. Takes the path as it is written, and the name of the text that it stands in: that of the
/// contract, or of an imported text.
using import_reader = std::function<imported_source(std::string_view path, std::string_view importing)>;

/// How many texts a contract may import, directly or not.
inline constexpr std::uint32_t imports_limit = 256;

/// One of the texts that a contract was read from. A view; lives as long as the contract.
struct contract_source {
    std::string_view name{};
    std::string_view text{};  // as it was given
};

}  // namespace redline::inline v0_1
