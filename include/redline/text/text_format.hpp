// What kinds of text are read, and how much of it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace redline::inline v0_1 {

/// Whether a text is a contract as it stands, or a Markdown file whose blocks marked `redline` are one.
enum class text_format : std::uint8_t { plain, literate };

/// The longest text that is read, in bytes.
inline constexpr std::size_t text_limit = std::size_t{16} << 20;

/// How many diagnostics of one text are given at most; the last then says that there are more.
inline constexpr std::uint32_t diagnostics_limit = 1000;

}  // namespace redline::inline v0_1
