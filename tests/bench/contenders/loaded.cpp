// Contracts read at run time.
#include "loaded.hpp"

#include "redline/emit.hpp"
#include "redline/text/load.hpp"

#include <cstdio>
#include <cstdlib>

namespace redline_bench {

loaded load_text(std::string const& text)
{
    auto const made = std::make_shared<redline::loaded_contract const>(redline::load(text));
    if (!made->ok()) {
        std::fputs("a generated contract has errors\n", stderr);
        std::exit(1);
    }
    return {made->rules(), made};
}

std::string header_of_text(std::string const& text, std::string const& name)
{
    redline::header_options options;
    options.name.last = name;
    return redline::header_of(load_text(text).rules, options);
}

}  // namespace redline_bench
