#include "compile.hpp"

#include "characters.hpp"
#include "depfile.hpp"
#include "output.hpp"
#include "replace_file.hpp"
#include "status.hpp"
#include "terminal.hpp"
#include "valid_contract.hpp"

#include "redline/emit.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

emit::qualified_name name_of(compile_options const& o)
{
    bool const given = !o.name.empty();
    if (!given && o.file == "-") throw failure{"standard input has no name; give the contract one with `--name`"};
    std::string const name = given ? o.name : emit::name_of_file(o.file);
    std::string wrong;
    emit::qualified_name read = emit::read_name(name, wrong);
    if (wrong.empty()) return read;
    throw failure{"`" + printable(name) + "` cannot be the name of the contract in C++: " + wrong +
                  (given ? "" : "; give it another with `--name`")};
}

/// The last part of a path. Headers say no more: where a file lies differs from machine to machine.
std::string without_folders(std::string const& path) { return path.substr(path.find_last_of('/') + 1); }

/// Everything that was read to make the header.
std::vector<std::string> files_read(compile_options const& o, contract const& c)
{
    std::vector<std::string> files;
    if (o.file != "-") files.push_back(o.file);
    for (std::uint32_t i = 1; i < c.sources.size; ++i) files.emplace_back(c.sources[i].name);
    return files;
}

}  // namespace

int compile_contract(compile_options const& o)
{
    header_options header;
    header.name = name_of(o);
    header.made_by = "redline " REDLINE_VERSION_STRING;
    header.made_from = o.file == "-" ? std::string{} : printable(without_folders(o.file));
    header.outcomes = !o.no_outcomes;
    if (!o.depfile.empty() && o.output == "-") throw failure{"`--depfile` is of a file; `-o -` writes none"};

    source const file = read_source(o.file);
    contract const c = load_contract(file, severities::errors_and_warnings);
    std::string messages;
    for (finding const& f : findings_of(file, c))
        render(messages, f, c.text, messages_in_colour(), message_style::compiler);
    complain(messages);
    if (!c.ok) return not_valid;

    std::string const text = header_of(c.rules, header);
    if (o.output == "-") print(text);
    else write_if_changed(o.output, text);
    // Behind the header: who finds it there finds a header too.
    if (!o.depfile.empty()) replace_file(o.depfile, as_depfile(o.output, files_read(o, c)));
    return fine;
}

}  // namespace redline::tool
