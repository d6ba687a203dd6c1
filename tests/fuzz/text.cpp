// Fuzzed: contract text.
#include "fuzz/reading.hpp"

void redline_fuzz::text(std::string_view input) { read(input, format::plain); }
