// The command line of `redline case`.
#include "options.hpp"

#include "../command_line/groups.hpp"

namespace redline::tool {

namespace {

/// What the commands below `case` have in common.
class case_arguments {
public:
    case_arguments(CLI::App& of, case_options& options, std::function<int()>& run)
        : case_{of}, options_{options}, run_{run}
    {}

    CLI::App& add(std::string const& name, std::string const& what, bool contract = true)
    {
        CLI::App& c = *case_.add_subcommand(name, what);
        if (contract) c.add_option("FILE", options_.contract, "The contract")->required();
        c.add_option("--cases", options_.cases, "The case file")->required()->type_name("CASES");
        c.callback([this, name] {
            options_.action = name;
            run_ = [this] { return run_case(options_); };
        });
        return c;
    }
    /// One that happens to a case.
    CLI::App& add_event(std::string const& name, std::string const& what, bool in_role)
    {
        CLI::App& c = add(name, what);
        add_id(c);
        c.add_option("--person", options_.person, "Who")->required()->type_name("PERSON");
        if (in_role) c.add_option("--role", options_.role, "In which role")->required()->type_name("ROLE");
        add_time(c);
        add_format(c);
        c.add_option("--key", options_.key, "The person's key file: sign the act with it")->type_name("KEY");
        add_keys(c, "The keys that count: take the act only if its signature does");
        return c;
    }
    void add_act(std::string const& name, std::string const& what)
    {
        CLI::App& c = add_event(name, what, true);
        c.add_option("--for", options_.in_place_of, "As a deputy, in place of this role")->type_name("ROLE");
        c.add_option("--stage", options_.stage, "The stage that is meant; refused where another is open")
            ->type_name("STAGE");
        add_request(c, "The request that is meant; refused where the case is for another", false);
    }
    void add_id(CLI::App& to)
    {
        to.add_option("--case", options_.id, "The number of the case")->required()->type_name("N");
    }
    void add_time(CLI::App& to)
    {
        to.add_option("--at", options_.at, "When, as 2026-06-01T12:00:00Z; left out, now")->type_name("TIME");
    }
    void add_format(CLI::App& to) { tool::add_format(to, options_.format); }
    void add_keys(CLI::App& to, std::string const& what)
    {
        to.add_option("--keys", options_.keys, what)->type_name("KEYS");
    }
    void add_request(CLI::App& to, std::string const& what, bool required)
    {
        to.add_option("--request", options_.request, what)->type_name("REQUEST")->required(required);
    }

    CLI::App& case_;
    case_options& options_;
    std::function<int()>& run_;
};

}  // namespace

void add_case_command(CLI::App& app, case_options& options, std::function<int()>& run)
{
    CLI::App& c = *app.add_subcommand("case", "Run sign-off chains: cases and their events, kept in a file");
    c.require_subcommand(1);
    c.footer("Exit status: 0 done, 1 refused, with the reason.");
    // Kept by the callbacks of the commands below.
    auto const below = std::make_shared<case_arguments>(c, options, run);

    CLI::App& open = below->add("open", "Ask for a sign-off");
    open.add_option("--chain", options.chain, "The sign-off chain")->required()->type_name("CHAIN");
    below->add_request(open, "What it is asked for, as JSON", true);
    open.add_option("--person", options.person, "Who asks")->required()->type_name("PERSON");
    open.add_option("--role", options.role, "In which role, if any")->type_name("ROLE");
    below->add_time(open);
    below->add_format(open);

    below->add_event("acting", "A person acts in a role for this case", true);
    below->add_act("sign", "A person signs in a role");
    below->add_act("refuse", "A person refuses in a role");
    below->add_event("recuse", "A person takes no part: their acts in the open stage are void", false);
    below->add_event("withdraw", "Whoever asked no longer does", false);
    below->add_event("revoke", "A role of `revocable by` takes the sign-off back", true);

    CLI::App& use = below->add("use", "Record that a permitted decision needed the sign-off");
    below->add_id(use);
    below->add_request(use, "The request that was permitted", true);
    below->add_time(use);
    below->add_format(use);

    CLI::App& tick = below->add("tick", "Let time pass: deadlines, escalations and lapses are recorded");
    tick.add_option("--case", options.id, "The number of the case; left out, all that can change")->type_name("N");
    below->add_time(tick);
    below->add_format(tick);

    CLI::App& show = below->add("show", "Show a case");
    below->add_id(show);
    below->add_time(show);
    below->add_format(show);
    below->add_request(show, "Say whether the sign-off holds for this request", false);
    below->add_keys(show, "The keys that count: check every signature");

    CLI::App& list = below->add("list", "List the cases and where they stand");
    below->add_time(list);
    below->add_format(list);

    below->add("export", "Write every case and every event, one a line, as JSON", false);

    CLI::App& keygen = *c.add_subcommand("keygen", "Make a signer's key");
    keygen.add_option("-o", options.out, "The file of the secret key, which must not exist")
        ->required()
        ->type_name("KEY");
    keygen.callback([below] {
        below->options_.action = "keygen";
        below->run_ = [below] { return run_case(below->options_); };
    });
    c.callback([below] {});
}

}  // namespace redline::tool
