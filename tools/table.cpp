#include "table.hpp"

#include "format/table_format.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "status.hpp"
#include "valid_contract.hpp"

namespace redline::tool {

int show_table(table_options const& o)
{
    read_standard_input_once({o.file, o.request});
    source const file = read_source(o.file);
    std::optional<contract> const c = valid_contract(file, "it comes down to nothing");
    if (!c) return not_valid;
    bool const as_json = o.format == "json";
    bool const of_request = !o.request.empty();
    contract_table found;
    std::optional<progress> shown{std::in_place, "working out the table"};
    if (!of_request) found = table(c->rules);
    else {
        request_memory request = memory_of_request(c->rules);
        if (!read_valid_request(c->rules, read_source(o.request), as_json, request.view())) return not_valid;
        found = residual(c->rules, request.view());
    }
    shown.reset();
    if (found.too_large) {
        say_why_not("table", "there is too much in the contract to say what it comes down to", as_json);
        return not_valid;
    }
    print(as_json ? table_as_json(found, of_request) : table_as_text(found));
    return fine;
}

}  // namespace redline::tool
