// How a contract is to be loaded.
#pragma once

#include "imports.hpp"

namespace redline::inline v0_1 {

/// Whether `load` also looks for what is no error and may yet be meant otherwise. It costs more than reading: a program
/// that only decides needs none of it.
enum class warnings_wanted : bool { no, yes };

/// How `load` reads a contract.
struct load_options {
    text_format format = text_format::plain;
    warnings_wanted warnings = warnings_wanted::no;
    std::string name{};       // of the text: what imports are relative to, and a circle of imports is shown by
    import_reader imports{};  // without one, a contract that imports is refused
};

}  // namespace redline::inline v0_1
