// What kinds of text are read, and how much of it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace redline::inline v0_1 {

/// Whether a text is a contract as it stands, or a Markdown file whose blocks marked `redline` are one.
enum class text_format : std::uint8_t { plain, literate };

/// The longest text that is read, in bytes.
inline constexpr std::size_t text_limit = std::size_t{16} << 20;

/// The most terms that a contract may have.
inline constexpr std::uint32_t terms_limit = std::uint32_t{1} << 19;

/// The most names that a contract may have: whatever it declares, labels, values and stages included.
inline constexpr std::uint32_t names_limit = std::uint32_t{1} << 20;

/// The most steps that the scenarios of a contract may take together, a few nanoseconds each. A step is a term, condition
/// or path that a decision may look at, for each use of a scenario, or a thing that a request says.
inline constexpr std::uint64_t scenario_steps_limit = std::uint64_t{1} << 30;

/// How many diagnostics of one text are given at most; the last then says that there are more.
inline constexpr std::uint32_t diagnostics_limit = 1000;

}  // namespace redline::inline v0_1
