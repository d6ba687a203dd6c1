#include "explain.hpp"

#include "format/explanation_format.hpp"
#include "output.hpp"
#include "status.hpp"
#include "valid_contract.hpp"

#include "redline/explain.hpp"

namespace redline::tool {

int explain_contract(explain_options const& o)
{
    source const file = read_source(o.file);
    std::optional<contract> const c = valid_contract(file, "it is not explained");
    if (!c) return not_valid;
    bool const as_json = o.format == "json", as_markdown = o.format == "markdown";
    explanation const found = explain(c->rules, c->scenarios, as_markdown ? markup::markdown : markup::plain);
    if (found.table.too_large || found.effects_too_large) {
        say_why_not("explain", "there is too much in the contract to say what it comes down to", as_json);
        return not_valid;
    }
    print(as_json       ? explanation_as_json(found)
          : as_markdown ? explanation_as_markdown(found)
                        : explanation_as_text(found));
    return fine;
}

}  // namespace redline::tool
