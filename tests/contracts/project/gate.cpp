#include "gate.hpp"

bool passes(redline::named_request<gate_terms.sizes> const& request) { return gate_terms.decide(request).permitted(); }
