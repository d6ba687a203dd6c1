#include "answerer.hpp"

#include "../json/string.hpp"

#include "redline/core/decide.hpp"

namespace redline::tool {

answerer::answerer(rule_set const& rules, decision_writer const& writer, decision_log const* log)
    : rules_{rules}, writer_{writer}, log_{log}, reader_{rules}, request_{rules, request_reader::most_uses(rules)},
      work_{rules}
{}

bool answerer::answer(std::string_view line, std::uint64_t number, std::string& out,
                      std::vector<record::record_text>& records)
{
    bool const valid = reader_.read_padded(line, request_.view());
    if (valid) {
        decision const d = decide(rules_, request_.view(), work_.view());
        if (log_ != nullptr) log_->prepare(request_.view(), d, {}, records);
        writer_.write(d, out);
    }
    else append_error(out, reader_.message(), number);
    out += '\n';
    return valid;
}

void append_error(std::string& out, std::string_view message, std::uint64_t line)
{
    out += R"({"error": )";
    append_json_string(out, message);
    out.append(R"(, "line": )").append(std::to_string(line)).append("}");
}

}  // namespace redline::tool
