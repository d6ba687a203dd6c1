#include "decide.hpp"

#include "contract.hpp"
#include "finding.hpp"
#include "json/string.hpp"
#include "output.hpp"
#include "status.hpp"
#include "stream/answerer.hpp"
#include "stream/stream.hpp"
#include "terminal.hpp"

#include "redline/core/decide.hpp"

namespace redline::tool {

namespace {

int one_request(rule_set const& rules, std::string const& path)
{
    source const file = read_source(path);
    request_reader reader{rules};
    request_memory request{rules, request_reader::most_uses(rules)};
    if (!reader.read(file.text, request.view())) {
        std::string answer = R"({"error": )";
        append_json_string(answer, reader.message());
        print(answer += "}\n");
        complain(printable(file.name) + ": " + reader.message() + "\n");
        return not_valid;
    }
    workspace work{rules};
    decision const d = decide(rules, request.view(), work.view());
    print(decision_writer{rules}.text(d) + "\n");
    return d.outcome == outcome::permitted ? fine : d.outcome == outcome::paused ? paused : prohibited;
}

}  // namespace

int decide_requests(decide_options const& o)
{
    read_standard_input_once({o.file, o.requests.empty() ? o.request : o.requests});
    source const file = read_source(o.file);
    contract const c = load_contract(file);
    if (!c.ok) {
        std::string out;
        for (finding const& f : findings_of(file, c)) render(out, f, c.text, messages_in_colour());
        complain(out + printable(file.name) + ": is not valid, so nothing is decided under it\n");
        return not_valid;
    }
    if (o.requests.empty()) return one_request(c.rules, o.request);
    open_file requests{o.requests};
    return answer_stream(c.rules, requests, o.threads) ? fine : not_valid;
}

}  // namespace redline::tool
