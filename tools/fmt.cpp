#include "fmt.hpp"

#include "characters.hpp"
#include "layout.hpp"
#include "line_diff.hpp"
#include "output.hpp"
#include "replace_file.hpp"
#include "status.hpp"
#include "terminal.hpp"

namespace redline::tool {

namespace {

/// Shows why a text is not laid out, and that it was left alone.
void refuse(source const& file, std::vector<finding> const& why)
{
    std::string out;
    for (finding const& f : why) render(out, f, file.text, messages_in_colour());
    complain(out + printable(file.name) + ": left as it is\n");
}

}  // namespace

int lay_out_contracts(fmt_options const& o)
{
    read_standard_input_once(o.files);
    int status = fine;
    for (std::string const& path : o.files) {
        source const file = read_source(path);
        laid_out const result = lay_out_source(file);
        bool const in_place = path != "-";
        bool const asked_only = o.check || o.diff;
        if (!result.text) {
            refuse(file, result.findings);
            // Whoever pipes a text through gets it back.
            if (!in_place && !asked_only) print(file.text);
            status = not_valid;
            continue;
        }
        bool const changes = *result.text != file.text;
        if (changes && o.check) {
            if (!o.diff) print(printable(file.name) + "\n");
            status = not_valid;
        }
        if (changes && o.diff) print(unified_diff(printable(file.name), file.text, *result.text));
        if (asked_only) continue;
        if (!in_place) print(*result.text);
        else if (changes) replace_file(path, *result.text);
    }
    return status;
}

}  // namespace redline::tool
