// headers SHAPE TERMS NAME: the generated header of a contract, and its uses as an enum.
#include "generate/as_text.hpp"
#include "loaded.hpp"

#include <cstdio>
#include <cstdlib>

int main(int count, char** words)
{
    using namespace redline_bench;
    if (count != 4) return 2;
    auto const terms = static_cast<std::uint32_t>(std::strtoul(words[2], nullptr, 10));
    shape const of = std::string{words[1]} == "few" ? shape::few_per_use : shape::many_per_use;
    contract const c = contract_generator{terms, of}.of_so_many_terms();
    std::string made = header_of_text(as_text(c), words[3]);
    made.append("\nenum class use_of_").append(words[3]).append(" {");
    for (use const& u : c.uses) {
        std::string name = u.path;
        for (char& letter : name)
            if (letter == '.') letter = '_';
        made += name + ", ";
    }
    made += "};\n";
    return std::fwrite(made.data(), 1, made.size(), stdout) == made.size() ? 0 : 1;
}
