// The command `redline`: its command line. What each command does stands in the file of its name.
#include "amend.hpp"
#include "case/options.hpp"
#include "characters.hpp"
#include "check.hpp"
#include "command_line.hpp"
#include "compare.hpp"
#include "compile.hpp"
#include "contract.hpp"
#include "conform.hpp"
#include "decide.hpp"
#include "explain.hpp"
#include "explain_error/explain_error.hpp"
#include "fmt.hpp"
#include "how.hpp"
#include "output.hpp"
#include "redline/core/version.hpp"
#include "statements.hpp"
#include "status.hpp"
#include "table.hpp"
#include "test.hpp"

#include <functional>
#include <new>

namespace {

using namespace redline::tool;

/// Commands and flags, and what is to be run once they are read.
class command_line {
public:
    command_line()
    {
        app_.require_subcommand(1);
        app_.set_version_flag("--version", "redline " REDLINE_VERSION_STRING, "Show the version");
        app_.get_formatter()->column_width(34);
        app_.footer("A file that ends in .md is literate; - reads standard input.\n"
                    "Exit status 2: used wrongly, or a file could not be read.");
        add_check();
        add_test();
        add_decide();
        add_how();
        add_table();
        add_compare();
        add_compile();
        add_fmt();
        add_explain();
        add_apply();
        add_amend();
        add_explain_error();
        add_case_command(app_, case_, run_);
        add_import_path();
        add_conform();
        add_statements();
    }

    int run(std::vector<std::string> const& arguments)
    {
        try {
            app_.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
        }
        catch (CLI::ParseError const& e) {
            if (e.get_exit_code() == 0) return app_.exit(e);  // asked for help, or for the version
            complain(usage_message(app_, arguments, e));
            return used_wrongly;
        }
        try {
            return run_();
        }
        catch (failure const& e) {
            complain("redline " + app_.get_subcommands().front()->get_name() + ": " + printable(e.what()) + "\n");
            return used_wrongly;
        }
    }

private:
    void add_check()
    {
        CLI::App& c = *app_.add_subcommand(
            "check", "Show every error and warning of contracts, their scenarios and assertions included");
        c.add_option("FILE", check_.files, "Contracts")->required();
        c.add_option("--format", check_.format, "text, json, sarif or github")
            ->check(one_of({"text", "json", "sarif", "github"}))
            ->type_name("FORMAT");
        c.add_flag("--fix", check_.fix, "Replace wrong words where it is sure what was meant");
        c.footer("Exit status: 0 no errors (there may be warnings), 1 errors.");
        c.callback([this] { run_ = [this] { return check_contracts(check_); }; });
    }
    void add_test()
    {
        CLI::App& c = *app_.add_subcommand("test", "Run the scenarios and assertions of contracts one by one");
        c.add_option("FILE", test_.files, "Contracts")->required();
        c.add_flag("--coverage", test_.coverage, "List the terms that never decided a scenario");
        c.add_option("--junit", test_.junit, "Write the results there as JUnit's XML")->type_name("OUT.xml");
        c.footer("Exit status: 0 all hold, 1 not.");
        c.callback([this] { run_ = [this] { return test_contracts(test_); }; });
    }
    void add_decide()
    {
        CLI::App& c = *app_.add_subcommand("decide", "Decide requests, written as JSON");
        c.add_option("FILE", decide_.file, "The contract")->required();
        auto& which = *c.add_option_group("requests");
        which.add_option("--request", decide_.request, "A request; prints its decision")->type_name("FILE");
        auto* const stream =
            which.add_option("--requests", decide_.requests, "Requests, one a line; prints a decision a line");
        stream->type_name("FILE");
        which.require_option(1);
        c.add_option("--threads", decide_.threads, "Threads that decide a stream (1 to 256)")
            ->needs(stream)
            ->check(CLI::Range(1u, 256u))
            ->type_name("N");
        auto* const cases =
            c.add_option("--cases", decide_.cases, "The case file that says where the request's sign-offs stand");
        cases->type_name("CASES")->excludes(stream);
        c.add_option("--at", decide_.at, "When that is asked, as 2026-06-01T12:00:00Z; left out, now")
            ->type_name("TIME")
            ->needs(cases);
        c.footer("Exit status: 0 permitted, 3 paused, 4 prohibited, 1 contract or request not valid;\n"
                 "of a stream: 0 all decided, 1 if some line was no valid request.");
        c.callback([this] { run_ = [this] { return decide_requests(decide_); }; });
    }
    void add_how()
    {
        CLI::App& c = *app_.add_subcommand("how", "Show what would have to hold for a request to be permitted");
        c.add_option("FILE", how_.file, "The contract")->required();
        c.add_option("--request", how_.request, "The request, written as JSON")->type_name("FILE")->required();
        add_format(c, how_.format);
        c.footer("Exit status: 0 there is a way, 4 there is none, 1 contract or request not valid.");
        c.callback([this] { run_ = [this] { return show_ways(how_); }; });
    }
    void add_table()
    {
        CLI::App& c =
            *app_.add_subcommand("table", "Show what each use comes down to, and where only the baseline speaks");
        c.add_option("FILE", table_.file, "The contract")->required();
        c.add_option("--request", table_.request, "A request, as JSON; shows what is left to ask for it")
            ->type_name("FILE");
        add_format(c, table_.format);
        c.footer("Exit status: 0, 1 contract or request not valid.");
        c.callback([this] { run_ = [this] { return show_table(table_); }; });
    }
    void add_compare()
    {
        CLI::App& c = *app_.add_subcommand("compare", "Show exactly where the outcomes of two contracts differ");
        c.add_option("OLD", compare_.before, "The contract before")->required();
        c.add_option("NEW", compare_.after, "The contract after")->required();
        c.add_option("--base", compare_.base, "Compare two drafts of this contract: theirs, then ours")
            ->type_name("BASE");
        add_format(c, compare_.format);
        c.footer("The verdict is the last line.\nExit status: 0 equivalent, 3 narrower, 4 wider, 5 incomparable,\n"
                 "1 a contract is not valid, or they cannot be compared. With --base: 0 no conflict, 5 conflict.");
        c.callback([this] { run_ = [this] { return compare_contracts(compare_); }; });
    }
    void add_compile()
    {
        CLI::App& c = *app_.add_subcommand("compile", "Write a contract as the C++ header that a program embeds");
        c.add_option("FILE", compile_.file, "The contract")->required();
        c.add_option("-o,--output", compile_.output, "The header; left alone where nothing changed")
            ->type_name("OUT.hpp")
            ->required();
        c.add_option("--name", compile_.name, "What it is called in C++, as acme::frontier; else as the file");
        c.add_option("--depfile", compile_.depfile, "List there, for Make and Ninja, the files that were read")
            ->type_name("OUT.d");
        c.add_flag("--no-outcomes", compile_.no_outcomes, "Leave the table of outcomes out");
        c.footer("Exit status: 0, 1 contract not valid.");
        c.callback([this] { run_ = [this] { return compile_contract(compile_); }; });
    }
    void add_fmt()
    {
        CLI::App& c = *app_.add_subcommand("fmt", "Lay contracts out in the canonical way, comments and prose kept");
        c.add_option("FILE", fmt_.files, "Contracts; of - the result goes to standard output")->required();
        c.add_flag("--check", fmt_.check, "Change nothing, and list the files that would change");
        c.add_flag("--diff", fmt_.diff, "Change nothing, and show what would change");
        c.footer("Exit status: 0; with --check, 1 if something would change; 1 a file cannot be read as a contract.");
        c.callback([this] { run_ = [this] { return lay_out_contracts(fmt_); }; });
    }
    void add_explain()
    {
        CLI::App& c = *app_.add_subcommand("explain", "Say in plain English what a contract says, term by term");
        c.add_option("FILE", explain_.file, "The contract")->required();
        c.add_option("--format", explain_.format, "text, markdown or json")
            ->check(one_of({"text", "markdown", "json"}))
            ->type_name("FORMAT");
        c.footer("Exit status: 0, 1 the contract is not valid.");
        c.callback([this] { run_ = [this] { return explain_contract(explain_); }; });
    }
    /// Every command reads contracts, and each contract may import others.
    void add_import_path()
    {
        for (CLI::App* const c : app_.get_subcommands([](CLI::App*) { return true; }))
            c->add_option("--import-path", import_search_path(), "A folder where imported files are looked for, too")
                ->type_name("DIR")
                ->allow_extra_args(false);
    }
    void add_apply()
    {
        CLI::App& c = *app_.add_subcommand("apply", "Apply amendments to a contract: the consolidated contract");
        c.add_option("BASE", apply_.base, "The contract that the first one amends")->required();
        c.add_option("AMENDMENT", apply_.amendments, "Amendments, in the order they apply in")->required();
        c.add_option("-o,--out", apply_.out, "Write it there (standard output otherwise)")->type_name("OUT");
        c.footer("Exit status: 0, 1 not valid or not applicable.");
        c.callback([this] { run_ = [this] { return apply_files(apply_); }; });
    }
    void add_amend()
    {
        CLI::App& c = *app_.add_subcommand("amend", "Write the amendment that leads from one contract to another");
        c.add_option("OLD", amend_.before, "The contract before")->required();
        c.add_option("NEW", amend_.after, "The contract after")->required();
        c.add_option("-o,--out", amend_.out, "Write it there (standard output otherwise)")->type_name("OUT");
        c.footer("Exit status: 0, 1 a contract is not valid, or they differ in what no amendment can say.");
        c.callback([this] { run_ = [this] { return amend_files(amend_); }; });
    }
    void add_explain_error()
    {
        CLI::App& c = *app_.add_subcommand("explain-error", "Say what a code of `check` means, with an example");
        c.add_option("CODE", explain_error_.code, "A code, as RL0301; left out, all are listed");
        c.footer("Exit status: 0.");
        c.callback([this] { run_ = [this] { return explain_error(explain_error_); }; });
    }
    void add_conform()
    {
        CLI::App& c =
            *app_.add_subcommand("conform", "Show of contracts whether they are nowhere wider than a doctrine");
        c.add_option("DOCTRINE", conform_.doctrine, "The contract that is the measure")->required();
        c.add_option("CONTRACT", conform_.contracts, "Contracts")->required();
        add_format(c, conform_.format);
        c.footer("Exit status: 0 all conform, 4 not, 1 a contract is not valid, or cannot be compared.");
        c.callback([this] { run_ = [this] { return conform_contracts(conform_); }; });
    }
    void add_statements()
    {
        CLI::App& c = *app_.add_subcommand(
            "statements", "Print a contract a statement a line, without layout and comments, to compare texts");
        c.add_option("FILE", statements_, "The contract")->required();
        c.footer("Exit status: 0, also where the contract is not valid.");
        c.callback([this] { run_ = [this] { return print_statements(statements_); }; });
    }
    static void add_format(CLI::App& to, std::string& format)
    {
        to.add_option("--format", format, "text or json")->check(one_of({"text", "json"}))->type_name("FORMAT");
    }

    CLI::App app_{"Redline: contracts on the use of AI that a lawyer can read and a compiler can check", "redline"};
    check_options check_;
    test_options test_;
    decide_options decide_;
    redline::tool::how_options how_;
    redline::tool::table_options table_;
    compare_options compare_;
    compile_options compile_;
    fmt_options fmt_;
    explain_options explain_;
    apply_options apply_;
    amend_options amend_;
    explain_error_options explain_error_;
    case_options case_;
    conform_options conform_;
    std::string statements_;
    std::function<int()> run_;
};

}  // namespace

int main(int count, char** arguments)
{
    try {
        return command_line{}.run({arguments + (count > 0 ? 1 : 0), arguments + count});
    }
    catch (std::bad_alloc const&) {
        complain("redline: there is not enough memory\n");
    }
    catch (std::exception const& e) {
        complain(std::string{"redline: "} + e.what() + "\n");
    }
    return used_wrongly;
}
