#include "how.hpp"

#include "format/ways.hpp"
#include "output.hpp"
#include "status.hpp"
#include "valid_contract.hpp"

namespace redline::tool {

int show_ways(how_options const& o)
{
    read_standard_input_once({o.file, o.request});
    source const file = read_source(o.file);
    std::optional<contract> const c = valid_contract(file, "nothing is permitted under it");
    if (!c) return not_valid;
    bool const as_json = o.format == "json";
    request_memory request = memory_of_request(c->rules);
    if (!read_valid_request(c->rules, read_source(o.request), as_json, request.view())) return not_valid;

    how_answer const found = how(c->rules, request.view());
    if (found.status != how_status::answered) {
        say_why_not("how", "there is too much in the contract to find every way", as_json);
        return not_valid;
    }
    print(as_json ? ways_as_json(c->rules, found) : ways_as_text(c->rules, found));
    return found.ways.empty() ? prohibited : fine;
}

}  // namespace redline::tool
