// Options that several commands have.
#include "../contract.hpp"
#include "groups.hpp"

namespace redline::tool {

void add_format(CLI::App& to, std::string& format)
{
    to.add_option("--format", format, "text or json")->check(one_of({"text", "json"}))->type_name("FORMAT");
}

void add_import_path(CLI::App& app)
{
    for (CLI::App* const c : app.get_subcommands([](CLI::App*) { return true; })) {
        add_import_path(*c);
        if (!c->get_subcommands([](CLI::App*) { return true; }).empty()) continue;
        c->add_option("--import-path", import_search_path(), "A folder where imported files are looked for, too")
            ->type_name("DIR")
            ->allow_extra_args(false);
    }
}

}  // namespace redline::tool
