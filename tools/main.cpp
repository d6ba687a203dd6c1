// The command `redline`: reads its command line, and runs what it says.
#include "case/options.hpp"
#include "characters.hpp"
#include "log/options.hpp"
#include "command_line/groups.hpp"
#include "output.hpp"
#include "status.hpp"

#include "redline/core/version.hpp"

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
        add_authoring_commands(app_, run_);
        add_deciding_commands(app_, run_);
        add_drafts_commands(app_, run_);
        add_case_command(app_, case_, run_);
        add_log_command(app_, run_);
        add_import_path(app_);
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
    CLI::App app_{"Redline: contracts on the use of AI that a lawyer can read and a compiler can check", "redline"};
    case_options case_;
    chosen_command run_;
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
