// A header of a library that includes a contract's.
#pragma once

#include <gate_terms.hpp>

bool passes(redline::named_request<gate_terms.sizes> const& request);
