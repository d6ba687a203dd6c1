#include "check.hpp"

#include "amendment.hpp"
#include "characters.hpp"
#include "fix.hpp"
#include "format/format.hpp"
#include "output.hpp"
#include "status.hpp"
#include "terminal.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// The findings of an amendment: what it names is looked up in the contract it amends, and so not here.
std::vector<finding> check_amendment_file(source const& file, check_options const& o)
{
    if (o.fix) complain(printable(file.name) + ": an amendment; `--fix` leaves it as it is\n");
    std::vector<finding> found = findings_of_amendment(file);
    if (o.format != "text") return found;
    std::string shown;
    for (finding const& f : found) render(shown, f, file.text, messages_in_colour());
    complain(shown);
    print(printable(file.name) + ": " + counts_in_words(found) +
          " in the sentences of this amendment; what it names is looked up when it is applied\n");
    return found;
}

/// The findings of one file; for people, also shown at once.
std::vector<finding> check_one(std::string const& path, check_options const& o)
{
    source file = read_source(path);
    if (is_amendment(file)) return check_amendment_file(file, o);
    contract c = load_contract(file, severities::errors_and_warnings);
    if (o.fix && !c.ok) {
        for (std::string const& done : fix_errors(path, file, c)) complain(done + "\n");
        if (c.ok) c = load_contract(file, severities::errors_and_warnings);
    }
    std::vector<finding> found = findings_of(file, c);
    if (o.format != "text") return found;
    std::string shown;
    for (finding const& f : found) render(shown, f, c.text, messages_in_colour());
    complain(shown);
    print(printable(file.name) + ": " + counts_in_words(found) + "\n");
    return found;
}

}  // namespace

int check_contracts(check_options const& o)
{
    read_standard_input_once(o.files);
    if (o.fix && std::count(o.files.begin(), o.files.end(), "-") != 0)
        throw failure{"`--fix` changes files; standard input (`-`) has none"};
    std::vector<finding> all;
    int ends_with = fine;
    for (std::string const& path : o.files) {
        try {
            for (finding& f : check_one(path, o)) all.push_back(std::move(f));
        }
        catch (failure const& e) {
            complain(std::string{"redline check: "} + printable(e.what()) + "\n");
            ends_with = used_wrongly;
        }
    }
    if (o.format == "json") print(as_json(all));
    if (o.format == "sarif") print(as_sarif(all));
    if (o.format == "github") print(as_github(all));
    return ends_with != fine ? ends_with : count_errors(all) != 0 ? not_valid : fine;
}

}  // namespace redline::tool
