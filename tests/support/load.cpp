// The one place of the tests that includes Spirit.
#include "load.hpp"

#include "redline/text/load.hpp"
#include "redline/text/walker.hpp"

namespace redline_test {

contract load(std::string_view text, engine by, format as)
{
    auto const format = as == format::literate ? redline::text_format::literate : redline::text_format::plain;
    auto const loaded = std::make_shared<redline::loaded_contract const>(
        by == engine::spirit ? redline::load(text, format)
                             : redline::contract_loader<redline::text::walking_engine>::load(text, format));
    return {loaded->ok(), loaded->rules(), loaded->scenarios(), loaded->diagnostics(), loaded};
}

}  // namespace redline_test
