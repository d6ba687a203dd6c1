#include "contract.hpp"

#include "redline/text/load.hpp"

namespace redline::tool {

static_assert(size_limit == text_limit);

contract load_contract(std::string_view text, bool literate, severities asked)
{
    auto const loaded = std::make_shared<loaded_contract const>(
        load(text, literate ? text_format::literate : text_format::plain,
             asked == severities::errors ? warnings_wanted::no : warnings_wanted::yes));
    return {loaded->ok(),        loaded->rules(),       loaded->testable(), loaded->rules_to_test(),
            loaded->scenarios(), loaded->diagnostics(), loaded->text(),     loaded};
}

}  // namespace redline::tool
