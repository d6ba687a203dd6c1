// What links a library gets the header of its contract.
#include "gate.hpp"

int main()
{
    return passes(gate_terms.request().use("analysis").flag("lawful")) && !passes(gate_terms.request()) ? 0 : 1;
}
