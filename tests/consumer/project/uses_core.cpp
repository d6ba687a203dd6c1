// A program that needs core alone.
#include <redline/core/decide.hpp>

int main()
{
    redline::rule_set const nothing{};
    return nothing.terms.empty() ? 0 : 1;
}
