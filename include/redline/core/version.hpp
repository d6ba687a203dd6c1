// Which Redline this is, and which language it reads. CMake and the packages take the version from here.
#pragma once

#include <cstdint>

/// The version of the library; `#if REDLINE_VERSION >= 200` asks for 0.2.0 or later. The command is of the same version.
#define REDLINE_VERSION_MAJOR 0
#define REDLINE_VERSION_MINOR 1
#define REDLINE_VERSION_PATCH 0
#define REDLINE_VERSION_STRING "0.1.0"
#define REDLINE_VERSION (REDLINE_VERSION_MAJOR * 10000 + REDLINE_VERSION_MINOR * 100 + REDLINE_VERSION_PATCH)

namespace redline::inline v0_1 {

/// The newest version of the language that this library knows, as in `redline 1;`; language reference, "Words". It counts
/// changes of what contracts mean, and is apart from the version of the library.
inline constexpr std::uint32_t language_version = 1;

}  // namespace redline::inline v0_1
