#include "valid_contract.hpp"

#include "finding.hpp"
#include "json/request_reader.hpp"
#include "json/string.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace redline::tool {

namespace {

void print_error(std::string_view message)
{
    std::string answer = R"({"error": )";
    append_json_string(answer, message);
    print(answer += "}\n");
}

}  // namespace

std::optional<contract> valid_contract(source const& file, std::string_view so)
{
    contract c = load_contract(file);
    if (c.ok) return c;
    std::string out;
    for (finding const& f : findings_of(file, c)) render(out, f, c.text, messages_in_colour());
    complain(out + printable(file.name) + ": is not valid, so " + std::string{so} + "\n");
    return std::nullopt;
}

request_memory memory_of_request(rule_set const& rules)
{
    return request_memory{rules, request_reader::most_uses(rules)};
}

bool read_valid_request(rule_set const& rules, source const& file, bool as_json, request_view& to)
{
    request_reader reader{rules};
    if (reader.read(file.text, to)) return true;
    if (as_json) print_error(reader.message());
    complain(printable(file.name) + ": " + reader.message() + "\n");
    return false;
}

void say_why_not(std::string_view command, std::string_view why, bool as_json)
{
    if (as_json) print_error(why);
    complain("redline " + std::string{command} + ": " + printable(why) + "\n");
}

}  // namespace redline::tool
