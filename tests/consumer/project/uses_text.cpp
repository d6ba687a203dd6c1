// A program that reads a contract.
#include <redline/text/load.hpp>

int main()
{
    auto const contract = redline::load("redline 1; contract \"Smallest\" version 1; 1.1 permit nothing else;");
    return contract.ok() && contract.rules().terms.size == 1 ? 0 : 1;
}
