// generate text BYTES | contract SHAPE TERMS | chains SHAPE TERMS: a text of some length, one of many terms, or a C++ source with
// what somebody would write by hand instead of that.
#include "as_chain.hpp"
#include "as_text.hpp"
#include "text.hpp"

#include <cstdio>
#include <cstdlib>

int main(int count, char** words)
{
    using namespace redline_bench;
    std::string const what = count > 1 ? words[1] : "";
    if (count != (what == "text" ? 3 : 4)) return 2;
    auto const size = static_cast<std::uint32_t>(std::strtoul(words[count - 1], nullptr, 10));
    std::string made;
    if (what == "text") made = text_generator{}.of(size);
    else {
        std::string const of = words[2];
        contract const c =
            contract_generator{size, of == "few" ? shape::few_per_use : shape::many_per_use}.of_so_many_terms();
        made = what == "chains" ? as_chains(c, of + "_" + words[3]) : as_text(c);
    }
    return std::fwrite(made.data(), 1, made.size(), stdout) == made.size() ? 0 : 1;
}
