#include "contract.hpp"

#include "redline/text/import_files.hpp"
#include "redline/text/load.hpp"

namespace redline::tool {

static_assert(size_limit == text_limit);

std::vector<std::string>& import_search_path()
{
    static std::vector<std::string> folders;
    return folders;
}

load_options options_for(std::string const& name, bool literate)
{
    load_options options;
    options.format = literate ? text_format::literate : text_format::plain;
    options.name = name;
    options.imports = import_files{name, {import_search_path().begin(), import_search_path().end()}};
    return options;
}

contract load_contract(std::string_view text, bool literate, severities asked, std::string const& name)
{
    load_options options = options_for(name, literate);
    options.warnings = asked == severities::errors ? warnings_wanted::no : warnings_wanted::yes;
    return load_contract(text, options);
}

contract load_contract(std::string_view text, load_options const& options)
{
    auto const loaded = std::make_shared<loaded_contract const>(load(text, options));
    return {loaded->ok(),
            loaded->rules(),
            loaded->testable(),
            loaded->rules_to_test(),
            loaded->scenarios(),
            loaded->diagnostics(),
            loaded->text(),
            loaded->expanded_text(),
            loaded->map(),
            loaded->sources(),
            loaded};
}

}  // namespace redline::tool
