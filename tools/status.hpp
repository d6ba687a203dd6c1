// The exit statuses of the command.
#pragma once

#include <stdexcept>

namespace redline::tool {

/// What the process ends with; docs/command.md lists what each means for each call.
enum status : int {
    fine = 0,
    not_valid = 1,     // errors in a contract, a request, a scenario
    used_wrongly = 2,  // or a file could not be read or written
    paused = 3,
    prohibited = 4
};

/// Something outside of the contract went wrong: a file that can't be read, an output that can't be written. The command
/// says what and ends with `used_wrongly`.
struct failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace redline::tool
