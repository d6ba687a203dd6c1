// generate text BYTES | chain TERMS: a contract's text, or a C++ source with a contract and its rival.
#include "as_chain.hpp"
#include "text.hpp"

#include <cstdio>
#include <cstdlib>

int main(int count, char** words)
{
    if (count != 3) return 2;
    std::string_view const what = words[1];
    auto const size = static_cast<std::uint32_t>(std::strtoul(words[2], nullptr, 10));
    std::string const made = what == "text" ? redline_bench::text_generator{}.of(size)
                                            : as_chain(redline_bench::contract_generator{size}.of_so_many_terms());
    return std::fwrite(made.data(), 1, made.size(), stdout) == made.size() ? 0 : 1;
}
