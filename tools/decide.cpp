#include "decide.hpp"

#include "output.hpp"
#include "status.hpp"
#include "stream/answerer.hpp"
#include "stream/stream.hpp"
#include "valid_contract.hpp"

#include "redline/core/decide.hpp"

namespace redline::tool {

namespace {

int one_request(rule_set const& rules, std::string const& path)
{
    request_memory request = memory_of_request(rules);
    if (!read_valid_request(rules, read_source(path), true, request.view())) return not_valid;
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
    std::optional<contract> const c = valid_contract(file, "nothing is decided under it");
    if (!c) return not_valid;
    if (o.requests.empty()) return one_request(c->rules, o.request);
    open_file requests{o.requests};
    return answer_stream(c->rules, requests, o.threads) ? fine : not_valid;
}

}  // namespace redline::tool
