#include "test.hpp"

#include "characters.hpp"
#include "format/paragraph.hpp"
#include "output.hpp"
#include "replace_file.hpp"
#include "scenario_results.hpp"
#include "status.hpp"
#include "terminal.hpp"

namespace redline::tool {

namespace {

/// "2 scenarios: all hold", "3 assertions: 1 BROKEN".
std::string counted(std::vector<test_result> const& results, std::string_view one, std::string_view failed)
{
    std::size_t const wrong = count_failed(results);
    return std::to_string(results.size()) + " " + std::string{one} + (results.size() == 1 ? "" : "s") + ": " +
           (results.empty() ? "none to run"
            : wrong == 0    ? "all hold"
                            : std::to_string(wrong) + " " + std::string{failed});
}

/// Each result on a line, in one of two words as long as each other, and what is wrong with it behind.
void show_results(std::string& out, std::vector<test_result> const& results, std::string_view holds,
                  std::string_view failed, std::string_view text)
{
    bool const colours = results_in_colour();
    for (test_result const& r : results) {
        out += "  " + coloured(r.ok() ? holds : failed, r.ok(), colours) + "  " + r.title + "\n";
        for (finding const& f : r.wrong) render(out, f, text, colours);
        for (std::string const& line : r.why) append_paragraph(out, "     - ", line, 7);
    }
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
    if (r.uses.too_large) {
        out += "  outcomes of uses: there is too much in the contract to tell which there are\n";
        return;
    }
    out += "  outcomes of uses, of those that there are: " + std::to_string(r.uses.reached) + " of " +
           std::to_string(r.uses.pairs) + "\n";
    for (unreached_outcome const& u : r.uses.never) append_paragraph(out, "    never " + u.outcome + ": ", u.uses, 6);
}

}  // namespace

std::string results_in_text(std::string const& name, contract const& c, test_results const& results, bool coverage)
{
    std::string shown = printable(name) + "\n";
    show_results(shown, results.scenarios, "ok    ", "FAILED", c.text);
    show_results(shown, results.assertions, "holds ", "BROKEN", c.text);
    shown += "  ";
    if (results.assertions.empty()) shown += counted(results.scenarios, "scenario", "FAILED");
    else {
        if (!results.scenarios.empty()) shown += counted(results.scenarios, "scenario", "FAILED") + "; ";
        shown += counted(results.assertions, "assertion", "BROKEN");
    }
    shown += "\n";
    if (coverage) show_coverage(shown, results);
    return shown;
}

namespace {

test_results test_one(std::string const& path, bool coverage)
{
    source const file = read_source(path);
    contract const c = load_contract(file);
    test_results results = run_tests(file, c, coverage);
    if (!c.testable) {
        std::string errors;
        for (finding const& f : results.errors) render(errors, f, c.text, messages_in_colour());
        complain(errors);
        print(printable(file.name) + ": not tested: " + counts_in_words(results.errors) + "\n");
        return results;
    }
    print(results_in_text(file.name, c, results, coverage));
    return results;
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
    if (!o.junit.empty()) replace_file(o.junit, as_junit(all));
    return ends_with;
}

}  // namespace redline::tool
