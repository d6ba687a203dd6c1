#include "fmt.hpp"

#include "characters.hpp"
#include "layout.hpp"
#include "line_diff.hpp"
#include "output.hpp"
#include "replace_file.hpp"
#include "status.hpp"
#include "terminal.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// Shows why a text is not laid out, and that it was left alone.
void refuse(source const& file, std::vector<finding> const& why)
{
    std::string out;
    for (finding const& f : why) render(out, f, file.text, messages_in_colour());
    complain(out + printable(file.name) + ": left as it is\n");
}

/// Lays one file out; gives the exit status.
int lay_out_one(std::string const& path, fmt_options const& o)
{
    source const file = read_source(path);
    laid_out const result = lay_out_source(file);
    bool const in_place = path != "-";
    bool const asked_only = o.check || o.diff;
    if (!result.text) {
        refuse(file, result.findings);
        // Whoever pipes a text through gets it back.
        if (!in_place && !asked_only) print(file.text);
        return not_valid;
    }
    bool const changes = *result.text != file.text;
    if (changes && o.check && !o.diff) print(printable(file.name) + "\n");
    if (changes && o.diff) print(unified_diff(printable(file.name), file.text, *result.text));
    if (asked_only) return changes && o.check ? not_valid : fine;
    if (!in_place) print(*result.text);
    else if (changes) replace_file(path, *result.text);
    return fine;
}

}  // namespace

int lay_out_contracts(fmt_options const& o)
{
    read_standard_input_once(o.files);
    int ends_with = fine;
    for (std::string const& path : o.files) {
        int status = used_wrongly;
        try {
            status = lay_out_one(path, o);
        }
        catch (failure const& e) {
            complain(std::string{"redline fmt: "} + printable(e.what()) + "\n");
        }
        ends_with = std::max(ends_with, status);
    }
    return ends_with;
}

}  // namespace redline::tool
