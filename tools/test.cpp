#include "test.hpp"

#include "characters.hpp"
#include "output.hpp"
#include "scenario_results.hpp"
#include "status.hpp"
#include "terminal.hpp"

#include <fstream>

namespace redline::tool {

namespace {

std::string scenarios_in_words(std::size_t count)
{
    return std::to_string(count) + (count == 1 ? " scenario" : " scenarios");
}

void show_coverage(std::string& out, test_results const& r)
{
    out += "  terms that decided a scenario: " + std::to_string(r.deciding_terms - r.never.size()) + " of " +
           std::to_string(r.deciding_terms);
    for (std::size_t i = 0; i < r.never.size(); ++i) out += (i == 0 ? "; never: " : ", ") + r.never[i];
    std::string seen, unseen;
    for (outcome const o : {outcome::permitted, outcome::paused, outcome::prohibited}) {
        std::string& list = r.came_out[static_cast<unsigned>(o)] ? seen : unseen;
        list.append(list.empty() ? "" : ", ").append(name_of(o));
    }
    out += "\n  outcomes: " + (seen.empty() ? "none" : seen) + (unseen.empty() ? "" : "; never: " + unseen) + "\n";
}

test_results test_one(std::string const& path, bool coverage)
{
    source const file = read_source(path);
    contract const c = load_contract(file);
    test_results results = run_scenarios(file, c);
    std::string shown = printable(file.name);
    if (!c.testable) {
        std::string errors;
        for (finding const& f : results.errors) render(errors, f, c.text, messages_in_colour());
        complain(errors);
        print(shown + ": not tested: " + count_in_words(count_errors(results.errors)) + "\n");
        return results;
    }
    bool const colours = results_in_colour();
    shown += "\n";
    for (scenario_result const& s : results.scenarios) {
        shown += "  " + coloured(s.ok() ? "ok    " : "FAILED", s.ok(), colours) + "  " + s.title + "\n";
        for (finding const& f : s.differences) render(shown, f, c.text, colours);
    }
    std::size_t const failed = results.failed();
    shown += "  " + scenarios_in_words(results.scenarios.size()) + ": " +
             (results.scenarios.empty() ? "none to run"
              : failed == 0             ? "all hold"
                                        : std::to_string(failed) + " FAILED") +
             "\n";
    if (coverage) show_coverage(shown, results);
    print(shown);
    return results;
}

void write_file(std::string const& path, std::string const& text)
{
    std::ofstream out{path, std::ios::binary | std::ios::trunc};
    out << text;
    out.flush();
    if (!out) throw failure{path + ": cannot be written"};
}

}  // namespace

int test_contracts(test_options const& o)
{
    read_standard_input_once(o.files);
    std::vector<test_results> all;
    int ends_with = fine;
    for (std::string const& path : o.files) {
        try {
            all.push_back(test_one(path, o.coverage));
            if (!all.back().ok() && ends_with == fine) ends_with = not_valid;
        }
        catch (failure const& e) {
            complain(std::string{"redline test: "} + printable(e.what()) + "\n");
            ends_with = used_wrongly;
        }
    }
    if (!o.junit.empty()) write_file(o.junit, as_junit(all));
    return ends_with;
}

}  // namespace redline::tool
