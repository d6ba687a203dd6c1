// The two forms that the text of a contract may have.
#pragma once

#include <cstdint>

namespace redline {

/// Whether a text is a contract as it stands, or a Markdown file whose blocks marked `redline` are one.
enum class text_format : std::uint8_t { plain, literate };

}  // namespace redline
