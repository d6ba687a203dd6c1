#include "decide.hpp"

#include "case/options.hpp"
#include "output.hpp"
#include "status.hpp"
#include "stream/answerer.hpp"
#include "stream/stream.hpp"
#include "valid_contract.hpp"

#include "redline/core/decide.hpp"

namespace redline::tool {

namespace {

int one_request(rule_set const& rules, decide_options const& o, decision_log* log)
{
    request_memory request = memory_of_request(rules);
    if (!read_valid_request(rules, read_source(o.request), true, request.view())) return not_valid;
    if (!o.cases.empty()) {
        for (std::uint32_t c = 0; c < rules.chains.size; ++c)
            if (request.view().chains[c] != chain_state::not_asked) {
                say_why_not("decide", "the request says `signoffs`, which with `--cases` stand in the case file", true);
                return not_valid;
            }
        fill_in_signoffs(rules, request.view(), o.cases, o.at);
    }
    workspace work{rules};
    decision const d = decide(rules, request.view(), work.view());
    if (log != nullptr) {
        std::vector<record::signoff_record> signoffs;
        if (!o.cases.empty())
            signoffs = signoffs_for_record(rules, request.view(), d.outcome == outcome::permitted, o.cases, o.at);
        std::vector<record::record_text> records;
        log->prepare(request.view(), d, signoffs, records);
        log->write(records);
    }
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
    if (!o.at.empty() && o.cases.empty() && o.log.file.empty())
        throw failure{"`--at` says when a request is asked; it goes with `--cases` or `--log`"};
    decision_log_options log_options = o.log;
    log_options.at = o.at;
    std::optional<decision_log> log;
    if (!o.log.file.empty()) log.emplace(c->rules, log_options);
    if (o.requests.empty()) return one_request(c->rules, o, log ? &*log : nullptr);
    open_file requests{o.requests};
    return answer_stream(c->rules, requests, o.threads, log ? &*log : nullptr) ? fine : not_valid;
}

}  // namespace redline::tool
