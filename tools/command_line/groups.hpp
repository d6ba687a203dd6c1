// The commands of `redline`, in groups. What each does stands in the file of its name.
#pragma once

#include "usage.hpp"

#include <functional>
#include <memory>
#include <string>

namespace redline::tool {

/// What is to be run once the command line is read; gives the exit status.
using chosen_command = std::function<int()>;

/// Each adds the commands of its group. Once one was read, it is in `chosen`.
void add_authoring_commands(CLI::App& app, chosen_command& chosen);
void add_deciding_commands(CLI::App& app, chosen_command& chosen);
void add_drafts_commands(CLI::App& app, chosen_command& chosen);

/// `--format`, of commands whose result is for people or for programs.
void add_format(CLI::App& to, std::string& format);

/// `--import-path`, of every command: each reads contracts, and those may import others. To be called when all are there.
void add_import_path(CLI::App& app);

}  // namespace redline::tool
