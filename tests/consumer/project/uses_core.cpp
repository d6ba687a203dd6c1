// A program that needs core alone.
#ifdef SINGLE
#include <redline_core.hpp>
#else
#include <redline/core/decide.hpp>
#endif

int main()
{
    redline::rule_set const nothing{};
    return nothing.terms.empty() ? 0 : 1;
}
