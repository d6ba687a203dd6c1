// A contract that comes with a library of headers.
#include <desk.hpp>

int main() { return desk.rules().terms.size == 3 ? 0 : 1; }
