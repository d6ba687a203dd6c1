// The command `redline`: its command line. What each command does stands in the file of its name.
#include "characters.hpp"
#include "check.hpp"
#include "command_line.hpp"
#include "compare.hpp"
#include "conform.hpp"
#include "decide.hpp"
#include "how.hpp"
#include "output.hpp"
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
        app_.set_version_flag("--version", "redline " REDLINE_VERSION, "Show the version");
        app_.get_formatter()->column_width(34);
        app_.footer("A file that ends in .md is literate; - reads standard input.\n"
                    "Exit status 2: used wrongly, or a file could not be read.");
        add_check();
        add_test();
        add_decide();
        add_how();
        add_table();
        add_compare();
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
