#include "amend.hpp"

#include "amendment.hpp"
#include "characters.hpp"
#include "output.hpp"
#include "replace_file.hpp"
#include "status.hpp"
#include "terminal.hpp"

namespace redline::tool {

namespace {

bool to_standard_output(std::string const& out) { return out.empty() || out == "-"; }
bool is_markdown(std::string const& path) { return path.size() > 3 && path.substr(path.size() - 3) == ".md"; }

/// Shows what is wrong, and that nothing came of it.
int complain_of(std::vector<finding_in> const& wrong, std::string_view command, std::string const& why_not)
{
    std::string shown;
    for (finding_in const& w : wrong) render(shown, w.found, w.text, messages_in_colour());
    complain(shown + "redline " + std::string{command} + ": " + why_not + "\n");
    return not_valid;
}

void write_result(std::string const& out, std::string_view text)
{
    if (to_standard_output(out)) print(text);
    else replace_file(out, text);
}

}  // namespace

int apply_files(apply_options const& o)
{
    std::vector<std::string> all = o.amendments;
    all.push_back(o.base);
    read_standard_input_once(all);
    source const base = read_source(o.base);
    if (!to_standard_output(o.out) && is_markdown(o.out) != base.literate)
        throw failure{o.out + ": the consolidated contract is " +
                      (base.literate ? "literate, as the one it comes from; expected a name that ends in .md"
                                     : "not literate; expected a name that does not end in .md")};
    std::vector<source> amendments;
    for (std::string const& path : o.amendments) amendments.push_back(read_source(path));
    amended_text const made = consolidate(base, amendments);
    if (!made.wrong.empty()) return complain_of(made.wrong, "apply", "nothing was written");
    write_result(o.out, made.text);
    return fine;
}

int amend_files(amend_options const& o)
{
    read_standard_input_once({o.before, o.after});
    source const before = read_source(o.before);
    source const after = read_source(o.after);
    amended_text const made = write_amendment_of(before, after);
    if (!made.wrong.empty()) return complain_of(made.wrong, "amend", "no amendment was written");
    bool const fenced = !to_standard_output(o.out) && is_markdown(o.out);
    write_result(o.out, fenced ? "```redline\n" + made.text + "```\n" : made.text);
    if (!made.exact)
        complain("redline amend: applied, it gives what " + printable(after.name) +
                 " says, with declarations, scenarios or assertions in another order, and so another digest\n");
    return fine;
}

}  // namespace redline::tool
