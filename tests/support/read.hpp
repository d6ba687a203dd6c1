// Texts read into sentences, as plain functions: the grammar is compiled once, in read.cpp.
#pragma once

#include "redline/text/expected_at.hpp"

namespace redline_test {

/// Reads a NUL-terminated text, which must outlive what is read.
redline::text::text_read read(std::string_view text, redline::text_format format);

/// What the grammar takes at an offset.
redline::text::expectation_at expected_at(redline::text::text_read const& read, std::uint32_t offset,
                                          redline::text::document_kind kind = redline::text::document_kind::contract);

}  // namespace redline_test
