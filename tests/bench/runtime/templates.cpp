// A contract of 500 applications of a template, against the same contract written out; and the expansion of a doctrine.
#include "report.hpp"

#include "redline/text/load.hpp"

#include <cstdlib>

namespace {

using namespace redline_bench;

std::string const header =
    "contract \"B\" version 1;\nparty agency;\nfact urgent is flag;\n1 permit all lawful uses;\n";

std::string applied(unsigned count)
{
    std::string text = header + "template gate(kinds, report, why) {\n  evidence report from agency valid 90 days;\n"
                                "  fact checked is flag;\n  1 require report within 30 days for kinds because why;\n"
                                "  2 prohibit kinds when urgent and not checked;\n"
                                "  3 log all decisions to agency for kinds;\n}\n";
    for (unsigned i = 2; i < count + 2; ++i) {
        std::string const n = std::to_string(i);
        text += "use k" + n + ";\n" + n + " apply gate(k" + n + ", e" + n + ", \"Reason " + n + "\");\n";
    }
    return text;
}
std::string written_out(unsigned count)
{
    std::string text = header;
    for (unsigned i = 2; i < count + 2; ++i) {
        std::string const n = std::to_string(i);
        text +=
            "use k" + n + ";\n  evidence e" + n + " from agency valid 90 days;\n  fact checked" + n + " is flag;\n  ";
        text += n + ".1 require e" + n + " within 30 days for k" + n + " because \"Reason " + n + "\";\n  ";
        text += n + ".2 prohibit k" + n + " when urgent and not checked" + n + ";\n  ";
        text += n + ".3 log all decisions to agency for k" + n + ";\n";
    }
    return text;
}
void load_good(std::string const& text, redline::load_options const& options = {})
{
    if (!redline::load(text, options).ok()) std::abort();
}

}  // namespace

int main()
{
    std::printf("Imports and templates\n");
    print_heading("written out");
    std::string const many = applied(500);
    std::string const out = written_out(500);
    times const least = least_seconds(
        40, [&] { load_good(many); }, [&] { load_good(out); });
    print_line("500 applications", least.ours * 1e3, least.floor * 1e3, "ms", "below 3 x",
               least.ours < 3 * least.floor);

    redline::load_options options;
    options.imports = [&](std::string_view, std::string_view) {
        redline::imported_source found;
        found.found = true;
        found.name = "doctrine";
        found.text = out;
        return found;
    };
    std::string const importing = "contract \"B\" version 1; import \"doctrine\";";
    times const imported = least_seconds(
        40, [&] { load_good(importing, options); }, [&] { load_good(out); });
    print_line("an import of 3,000 statements", imported.ours * 1e3, imported.floor * 1e3, "ms", "below 3 x",
               imported.ours < 3 * imported.floor);
}
