// What authors and builds do with one contract: the command line.
#include "groups.hpp"

#include "../check.hpp"
#include "../fmt.hpp"
#include "../explain.hpp"
#include "../explain_error/explain_error.hpp"
#include "../compile.hpp"
#include "../lsp/serve.hpp"
#include "../page/page.hpp"
#include "../new/new.hpp"
#include "../watch/watch.hpp"

namespace redline::tool {

namespace {

void add_check(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<check_options>();
    CLI::App& c = *app.add_subcommand(
        "check", "Show every error and warning of contracts, their scenarios and assertions included");
    c.add_option("FILE", o->files, "Contracts")->required();
    c.add_option("--format", o->format, "text, json, sarif or github")
        ->check(one_of({"text", "json", "sarif", "github"}))
        ->type_name("FORMAT");
    c.add_flag("--fix", o->fix, "Replace wrong words where it is sure what was meant");
    c.footer("Exit status: 0 no errors (there may be warnings), 1 errors.");
    c.callback([o, &chosen] { chosen = [o] { return check_contracts(*o); }; });
}

void add_fmt(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<fmt_options>();
    CLI::App& c = *app.add_subcommand("fmt", "Lay contracts out in the canonical way, comments and prose kept");
    c.add_option("FILE", o->files, "Contracts; of - the result goes to standard output")->required();
    c.add_flag("--check", o->check, "Change nothing, and list the files that would change");
    c.add_flag("--diff", o->diff, "Change nothing, and show what would change");
    c.footer("Exit status: 0; with --check, 1 if something would change; 1 a file cannot be read as a contract.");
    c.callback([o, &chosen] { chosen = [o] { return lay_out_contracts(*o); }; });
}

void add_explain(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<explain_options>();
    CLI::App& c = *app.add_subcommand("explain", "Say in plain English what a contract says, term by term");
    c.add_option("FILE", o->file, "The contract")->required();
    c.add_option("--format", o->format, "text, markdown or json")
        ->check(one_of({"text", "markdown", "json"}))
        ->type_name("FORMAT");
    c.footer("Exit status: 0, 1 the contract is not valid.");
    c.callback([o, &chosen] { chosen = [o] { return explain_contract(*o); }; });
}

void add_explain_error(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<explain_error_options>();
    CLI::App& c = *app.add_subcommand("explain-error", "Say what a code of `check` means, with an example");
    c.add_option("CODE", o->code, "A code, as RL0301; left out, all are listed");
    c.footer("Exit status: 0.");
    c.callback([o, &chosen] { chosen = [o] { return explain_error(*o); }; });
}

void add_compile(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<compile_options>();
    CLI::App& c = *app.add_subcommand("compile", "Write a contract as the C++ header that a program embeds");
    c.add_option("FILE", o->file, "The contract")->required();
    c.add_option("-o,--output", o->output, "The header; left alone where nothing changed")
        ->type_name("OUT.hpp")
        ->required();
    c.add_option("--name", o->name, "What it is called in C++, as acme::frontier; else as the file");
    c.add_option("--depfile", o->depfile, "List there, for Make and Ninja, the files that were read")
        ->type_name("OUT.d");
    c.add_flag("--no-outcomes", o->no_outcomes, "Leave the table of outcomes out");
    c.footer("Exit status: 0, 1 contract not valid.");
    c.callback([o, &chosen] { chosen = [o] { return compile_contract(*o); }; });
}

void add_page(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<page_options>();
    CLI::App& c = *app.add_subcommand("page", "Write a contract as one HTML page, or what a new draft of it changes");
    c.add_option("FILE", o->files, "The contract; or a contract and a new draft of it")
        ->type_name("FILE [NEW]")
        ->expected(1, 2)
        ->required();
    c.add_option("-o,--output", o->output, "The page; - is standard output")->type_name("OUT.html")->required();
    c.footer("Exit status: 0, 1 a contract is not valid; the page of one contract is written then too, and says why.");
    c.callback([o, &chosen] { chosen = [o] { return write_page(*o); }; });
}

void add_lsp(CLI::App& app, chosen_command& chosen)
{
    CLI::App& c =
        *app.add_subcommand("lsp", "Serve an editor: the Language Server Protocol on standard input and output");
    // Editors that know several ways to reach a server say which one they take.
    auto const stdio = std::make_shared<bool>();
    c.add_flag("--stdio", *stdio, "Standard input and output, which it is in any case");
    c.footer("Exit status: 0 told to shut down before it was told to exit, 1 not.");
    c.callback([stdio, &chosen] { chosen = [] { return serve_editor(); }; });
}

void add_new(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<new_options>();
    CLI::App& c = *app.add_subcommand("new", "Begin a contract, with limits of the library and scenarios");
    c.add_option("--title", o->title, "Its title")->type_name("TITLE");
    c.add_option("--party", o->parties, "A party: first who uses the systems, then who provides them")
        ->type_name("NAME[=DESCRIPTION]")
        ->allow_extra_args(false);
    c.add_option("--baseline", o->baseline, "lawful: all lawful uses; or nothing: only what a term permits")
        ->check(one_of({"lawful", "nothing"}))
        ->type_name("BASELINE");
    c.add_option("--limit", o->limits, "A limit of the library, by name; --list shows them")
        ->type_name("LIMIT")
        ->allow_extra_args(false);
    c.add_option("--effective-from", o->effective_from, "Its first day")->type_name("DATE");
    c.add_option("-o,--output", o->output, "The file; left out, standard output")->type_name("OUT");
    c.add_flag("--force", o->force, "Write over a file that is there already");
    c.add_flag("--list", o->list, "List the limits, and write nothing");
    c.footer("Where --title or --party is left out, it asks for what is missing.\n"
             "Exit status: 0, 1 what was given makes no valid contract.");
    c.callback([o, &chosen] { chosen = [o] { return begin_contract(*o); }; });
}

void add_watch(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<watch_options>();
    CLI::App& c = *app.add_subcommand("watch", "Check and test contracts again whenever they are saved");
    c.add_option("FILE", o->files, "Contracts")->required();
    c.add_flag("--coverage", o->coverage, "Show what scenarios do not reach, as test does");
    c.add_option("--runs", o->runs, "End after so many times that something was shown")->type_name("N");
    c.footer("Imported files are watched, too. Exit status: 0.");
    c.callback([o, &chosen] { chosen = [o] { return watch_contracts(*o); }; });
}

}  // namespace

void add_authoring_commands(CLI::App& app, chosen_command& chosen)
{
    add_check(app, chosen);
    add_fmt(app, chosen);
    add_explain(app, chosen);
    add_explain_error(app, chosen);
    add_compile(app, chosen);
    add_page(app, chosen);
    add_lsp(app, chosen);
    add_new(app, chosen);
    add_watch(app, chosen);
}

}  // namespace redline::tool
