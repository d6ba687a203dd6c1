// What is wrong with a command line, in words that help.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace redline::tool {

/// The sentence on a command line that was refused: it names the nearest command, flag or value.
std::string usage_message(CLI::App& app, std::vector<std::string> const& arguments, CLI::ParseError const& e);

/// Accepts one of these words; else names the nearest.
CLI::Validator one_of(std::vector<std::string> words);

}  // namespace redline::tool
