// The one place of the tests that includes Spirit.
#include "load.hpp"

#include "redline/text/load.hpp"
#include "redline/text/walker.hpp"

namespace redline_test {

contract load(std::string_view text, engine by, format as, warnings wanted)
{
    using redline::warnings_wanted;
    auto const format = as == format::literate ? redline::text_format::literate : redline::text_format::plain;
    auto const warn = wanted == warnings::yes ? warnings_wanted::yes : warnings_wanted::no;
    auto const loaded = std::make_shared<redline::loaded_contract const>(
        by == engine::spirit ? redline::load(text, format, warn)
                             : redline::contract_loader<redline::text::walking_engine>::load(text, format, warn));
    return {loaded->ok(), loaded->rules(), loaded->scenarios(), loaded->diagnostics(), loaded};
}

}  // namespace redline_test
