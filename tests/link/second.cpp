// The second of two translation units that include everything.
#include "shared.hpp"

shared_parts parts_of_second() { return parts_here(); }
