// The command line of `redline log`.
#include "options.hpp"

namespace redline::tool {

namespace {

/// What the commands below `log` have in common.
class log_arguments {
public:
    log_arguments(CLI::App& of, chosen_command& chosen) : log_{of}, chosen_{chosen} {}

    /// One that reads a log. `contract`: behind the file of a contract.
    CLI::App& add(std::string const& name, std::string const& what, int (*run)(log_command_options const&),
                  bool contract = false)
    {
        o_ = std::make_shared<log_command_options>();
        CLI::App& c = *log_.add_subcommand(name, what);
        if (contract) c.add_option("CONTRACT", o_->contract, "The contract that lets the role audit")->required();
        c.add_option("FILE", o_->log, "The decision log; the files that were closed before are read with it")
            ->required();
        c.add_option("--head", o_->heads, "A head that was kept elsewhere: the log must hold what it is over")
            ->type_name("HEAD")
            ->allow_extra_args(false);
        c.add_option("--key", o_->key, "The public key that heads must be signed by: its 64 digits, or a file of them")
            ->type_name("KEY");
        c.callback([o = o_, run, this] { chosen_ = [o, run] { return run(*o); }; });
        return c;
    }
    void add_filters(CLI::App& to)
    {
        to.add_option("--outcome", o_->outcome, "Only permitted, paused or prohibited ones")
            ->check(one_of({"permitted", "paused", "prohibited"}))
            ->type_name("OUTCOME");
        to.add_option("--use", o_->use, "Only those for this use, or one below it")->type_name("PATH");
        to.add_option("--term", o_->term, "Only those that cite this term, or are logged by it")->type_name("LABEL");
        to.add_option("--asked-by", o_->asked_by, "Only those that they asked for")->type_name("WHO");
        to.add_option("--since", o_->since, "Only those from this time on, as 2026-06-01T12:00:00Z")->type_name("TIME");
        to.add_option("--until", o_->until, "Only those up to this time")->type_name("TIME");
    }
    void add_time(CLI::App& to, char const* what) { to.add_option("--on", o_->on, what)->type_name("TIME"); }
    log_command_options& options() { return *o_; }

private:
    CLI::App& log_;
    chosen_command& chosen_;
    std::shared_ptr<log_command_options> o_;  // of the command that was added last
};

}  // namespace

void add_log_command(CLI::App& app, chosen_command& chosen)
{
    CLI::App& c = *app.add_subcommand("log", "Check, show and replay decision logs, which `decide --log` writes");
    c.require_subcommand(1);
    c.footer("Exit status: 0, 1 the log was altered, or what is shown is different.");
    auto const below = std::make_shared<log_arguments>(c, chosen);
    c.callback([below] {});

    CLI::App& verify = below->add("verify", "Check that nothing was altered, cut off or left out", verify_decision_log);
    add_format(verify, below->options().format);

    CLI::App& show = below->add("show", "Show the decisions in words", show_log);
    below->add_filters(show);
    add_format(show, below->options().format);

    below->add("head", "Print the head, to be kept elsewhere", show_head);

    CLI::App& out = below->add("export", "Write the decisions as a JSON array, or as a table", export_log);
    below->options().format = "json";
    out.add_option("--format", below->options().format, "json or csv")
        ->check(one_of({"json", "csv"}))
        ->type_name("FORMAT");
    below->add_filters(out);
    out.add_flag("--drop-expired", below->options().drop_expired,
                 "Leave out what no log term has kept any longer, as of --on");
    below->add_time(out, "As of when, as 2026-06-01T12:00:00Z; left out, now");

    CLI::App& expired =
        below->add("expired", "Show which files hold only what need not be kept any longer", show_expired);
    below->add_time(expired, "As of when, as 2026-06-01T12:00:00Z; left out, now");
    add_format(expired, below->options().format);

    CLI::App& audit = below->add("audit", "Show exactly the decisions that a role may audit", audit_log, true);
    audit.add_option("--role", below->options().role, "The party or role of an `audit` term")
        ->required()
        ->type_name("ROLE");
    add_format(audit, below->options().format);

    CLI::App& replay = below->add("replay", "Decide every request again", replay_log);
    replay
        .add_option("--contract", below->options().contracts,
                    "The contract that decisions were made under; once for each")
        ->required()
        ->type_name("CONTRACT")
        ->allow_extra_args(false);
    replay.add_option("--against", below->options().against, "A draft: show what it would have changed")
        ->type_name("DRAFT");
    replay.add_option("--on", below->options().on, "Under the draft, decide all as of this day, as 2026-06-01")
        ->needs("--against")
        ->type_name("DATE");
    add_format(replay, below->options().format);
}

}  // namespace redline::tool
