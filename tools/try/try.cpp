#include "try.hpp"

#include "dialogue.hpp"

#include "../json/request_json.hpp"
#include "../json/request_reader.hpp"
#include "../output.hpp"
#include "../replace_file.hpp"
#include "../status.hpp"
#include "../valid_contract.hpp"

namespace redline::tool {

int try_contract(try_options const& o)
{
    if (o.file == "-" || o.request == "-") throw failure{"standard input is for the answers, and can't be a file too"};
    source const file = read_source(o.file);
    std::optional<contract> const c = valid_contract(file, "there is nothing to try");
    if (!c) return not_valid;

    bool const as_json = o.format == "json";
    std::string known;
    if (!o.request.empty()) {
        source const from = read_source(o.request);
        request_memory room = memory_of_request(c->rules);
        if (!read_valid_request(c->rules, from, false, room.view())) return not_valid;
        known = from.text;
    }
    request_reader reader{c->rules};
    auto const begin = [&](request_view& request) {
        if (!known.empty()) reader.read(known, request);
    };
    auto const say = [&](std::string_view text) {
        if (as_json) complain(text);
        else print(text);
    };
    dialogue talk{c->rules, begin, say, as_json ? messages_in_colour() : results_in_colour()};
    talk.run();

    if (!as_json && o.save.empty()) return fine;
    if (talk.request().use_count == 0) {
        complain("redline try: there is no request to be kept, as no use was named\n");
        return not_valid;
    }
    std::string const request = whole_text(request_as_json(c->rules, talk.request()));
    if (as_json) print(request);
    if (!o.save.empty()) replace_file(o.save, request);
    return fine;
}

}  // namespace redline::tool
