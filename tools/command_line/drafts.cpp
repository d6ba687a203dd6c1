// Drafts of contracts: the command line.
#include "groups.hpp"

#include "../compare.hpp"
#include "../conform.hpp"
#include "../amend.hpp"
#include "../statements.hpp"

namespace redline::tool {

namespace {

void add_compare(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<compare_options>();
    CLI::App& c = *app.add_subcommand("compare", "Show exactly where the outcomes of two contracts differ");
    c.add_option("OLD", o->before, "The contract before")->required();
    c.add_option("NEW", o->after, "The contract after")->required();
    c.add_option("--base", o->base, "Compare two drafts of this contract: theirs, then ours")->type_name("BASE");
    add_format(c, o->format);
    c.footer("The verdict is the last line.\nExit status: 0 equivalent, 3 narrower, 4 wider, 5 incomparable,\n"
             "1 a contract is not valid, or they cannot be compared. With --base: 0 no conflict, 5 conflict.");
    c.callback([o, &chosen] { chosen = [o] { return compare_contracts(*o); }; });
}

void add_conform(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<conform_options>();
    CLI::App& c = *app.add_subcommand("conform", "Show of contracts whether they are nowhere wider than a doctrine");
    c.add_option("DOCTRINE", o->doctrine, "The contract that is the measure")->required();
    c.add_option("CONTRACT", o->contracts, "Contracts")->required();
    add_format(c, o->format);
    c.footer("Exit status: 0 all conform, 4 not, 1 a contract is not valid, or cannot be compared.");
    c.callback([o, &chosen] { chosen = [o] { return conform_contracts(*o); }; });
}

void add_apply(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<apply_options>();
    CLI::App& c = *app.add_subcommand("apply", "Apply amendments to a contract: the consolidated contract");
    c.add_option("BASE", o->base, "The contract that the first one amends")->required();
    c.add_option("AMENDMENT", o->amendments, "Amendments, in the order they apply in")->required();
    c.add_option("-o,--out", o->out, "Write it there (standard output otherwise)")->type_name("OUT");
    c.footer("Exit status: 0, 1 not valid or not applicable.");
    c.callback([o, &chosen] { chosen = [o] { return apply_files(*o); }; });
}

void add_amend(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<amend_options>();
    CLI::App& c = *app.add_subcommand("amend", "Write the amendment that leads from one contract to another");
    c.add_option("OLD", o->before, "The contract before")->required();
    c.add_option("NEW", o->after, "The contract after")->required();
    c.add_option("-o,--out", o->out, "Write it there (standard output otherwise)")->type_name("OUT");
    c.footer("Exit status: 0, 1 a contract is not valid, or they differ in what no amendment can say.");
    c.callback([o, &chosen] { chosen = [o] { return amend_files(*o); }; });
}

void add_statements(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<std::string>();
    CLI::App& c = *app.add_subcommand(
        "statements", "Print a contract a statement a line, without layout and comments, to compare texts");
    c.add_option("FILE", *o, "The contract")->required();
    c.footer("Exit status: 0, also where the contract is not valid.");
    c.callback([o, &chosen] { chosen = [o] { return print_statements(*o); }; });
}

}  // namespace

void add_drafts_commands(CLI::App& app, chosen_command& chosen)
{
    add_compare(app, chosen);
    add_conform(app, chosen);
    add_apply(app, chosen);
    add_amend(app, chosen);
    add_statements(app, chosen);
}

}  // namespace redline::tool
