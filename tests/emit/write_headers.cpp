// write_headers FOLDER: the contracts of the repository as generated headers, for the tests that compile them. Beside them,
// a list for each test: all headers included, and a macro for each contract.
#include "redline/emit.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <iostream>

namespace {

using namespace redline_test;

/// Writes a header for each file, and the list of them.
bool write_all(path const& folder, std::string const& list, std::vector<path> const& files)
{
    std::string includes, entries;
    for (path const& file : files) {
        std::string const relative = file.lexically_relative(source_dir()).generic_string();
        contract const c =
            load(read_file(file), engine::spirit, file.extension() == ".md" ? format::literate : format::plain);
        std::string wrong;
        redline::header_options options;
        options.name = redline::emit::read_name(
            "generated::" + list + "::of_" + redline::emit::name_of_file(file.filename().string()), wrong);
        options.made_from = file.filename().string();
        if (!c.ok || !wrong.empty()) {
            std::cerr << relative << ": " << (c.ok ? wrong : "is not valid") << '\n';
            return false;
        }
        std::string const header = list + "/" + options.name.last + ".hpp";
        std::filesystem::create_directories(folder / list);
        write_file(folder / header, redline::header_of(c.rules, options));
        includes += "#include \"" + header + "\"\n";
        entries += "REDLINE_GENERATED(\"" + relative + "\", ::generated::" + list + "::" + options.name.last + ")\n";
    }
    write_file(folder / (list + "_headers.hpp"), "#pragma once\n" + includes);
    write_file(folder / (list + "_list.inc"), entries);
    return true;
}

std::vector<path> all_of(std::string const& folder, std::string const& prefix = {})
{
    auto found = files_in(source_dir() / folder, {".redline", ".md"});
    std::erase_if(found, [&](path const& p) {
        return p.filename() == "README.md" || p.filename().string().rfind(prefix, 0) != 0;
    });
    return found;
}

std::vector<path> joined(std::vector<path> all, std::vector<path> const& more)
{
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace

int main(int count, char** arguments)
{
    if (count != 2) return 2;
    path const folder = arguments[1];
    std::vector<path> examples;
    for (auto const& entry : std::filesystem::directory_iterator{source_dir() / "examples/contracts"})
        if (entry.is_directory())
            examples = joined(examples, all_of("examples/contracts/" + entry.path().filename().string()));
    std::sort(examples.begin(), examples.end());
    bool const written = write_all(folder, "examples", examples) &&
                         write_all(folder, "conformance",
                                   joined(all_of("grammar/conformance/good"), all_of("grammar/conformance/warned"))) &&
                         write_all(folder, "vectors", all_of("tests/vectors", "decide-"));
    return written ? 0 : 1;
}
