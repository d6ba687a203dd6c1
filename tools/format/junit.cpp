#include "../characters.hpp"
#include "../scenario_results.hpp"

namespace redline::tool {

namespace {

/// Text as XML holds it.
std::string escaped(std::string_view text)
{
    std::string out;
    for (char const c : printable(text)) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

std::string attribute(std::string_view name, std::string_view value)
{
    std::string out{" "};
    return out.append(name).append("=\"").append(escaped(value)).append("\"");
}

std::string in_words(std::vector<finding> const& findings)
{
    std::string out;
    for (finding const& f : findings) {
        if (!out.empty()) out += "; ";
        out += std::to_string(f.from.line) + ":" + std::to_string(f.from.column) + ": " + whole_message(f);
    }
    return out;
}

/// What is wrong, as the text of a `failure`: each finding with its place, and why it came out so, one a line.
std::string details(test_result const& t)
{
    std::string out;
    for (finding const& f : t.wrong)
        out += escaped(f.file) + ":" + std::to_string(f.from.line) + ":" + std::to_string(f.from.column) + ": " +
               escaped(f.code) + " " + escaped(whole_message(f)) + "\n";
    for (std::string const& line : t.why) out += escaped(line) + "\n";
    return out;
}

std::string counts(std::size_t tests, std::size_t failures, std::size_t errors)
{
    return attribute("tests", std::to_string(tests)) + attribute("failures", std::to_string(failures)) +
           attribute("errors", std::to_string(errors));
}

std::size_t tests_of(test_results const& r)
{
    return r.scenarios.size() + r.assertions.size() + (r.errors.empty() ? 0 : 1);
}
std::size_t failures_of(test_results const& r) { return count_failed(r.scenarios) + count_failed(r.assertions); }

std::string suite(test_results const& r)
{
    std::size_t const errors = r.errors.empty() ? 0 : 1;
    std::string out = "  <testsuite" + attribute("name", r.file) + counts(tests_of(r), failures_of(r), errors) + ">\n";
    auto const begin = [&](std::string_view name) {
        return "    <testcase" + attribute("classname", r.file) + attribute("name", name);
    };
    if (errors != 0)
        out += begin("the contract is valid") + ">\n      <error" + attribute("message", in_words(r.errors)) +
               "/>\n    </testcase>\n";
    for (std::vector<test_result> const* const results : {&r.scenarios, &r.assertions})
        for (test_result const& t : *results) {
            out += begin(t.title);
            if (t.ok()) out += "/>\n";
            else
                out += ">\n      <failure" + attribute("message", in_words(t.wrong)) +
                       attribute("type", t.wrong.front().code) + ">" + details(t) + "</failure>\n    </testcase>\n";
        }
    return out += "  </testsuite>\n";
}

}  // namespace

std::string as_junit(std::vector<test_results> const& all)
{
    std::size_t tests = 0, failures = 0, errors = 0;
    std::string suites;
    for (test_results const& r : all) {
        tests += tests_of(r);
        failures += failures_of(r);
        errors += r.errors.empty() ? 0 : 1;
        suites += suite(r);
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "redline") +
           counts(tests, failures, errors) + ">\n" + suites + "</testsuites>\n";
}

}  // namespace redline::tool
