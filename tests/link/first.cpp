// The first of two translation units that include everything.
#include "shared.hpp"

int main() { return parts_here() == parts_of_second() && redline::number_of({1970, 1, 1}) == 0 ? 0 : 1; }
