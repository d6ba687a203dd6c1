// What requests come to: the command line.
#include "groups.hpp"

#include "../test.hpp"
#include "../decide.hpp"
#include "../duties.hpp"
#include "../how.hpp"
#include "../table.hpp"
#include "../try/try.hpp"

namespace redline::tool {

namespace {

void add_test(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<test_options>();
    CLI::App& c = *app.add_subcommand("test", "Run the scenarios and assertions of contracts one by one");
    c.add_option("FILE", o->files, "Contracts")->required();
    c.add_flag("--coverage", o->coverage, "List the terms that never decided a scenario");
    c.add_option("--junit", o->junit, "Write the results there as JUnit's XML")->type_name("OUT.xml");
    c.footer("Exit status: 0 all hold, 1 not.");
    c.callback([o, &chosen] { chosen = [o] { return test_contracts(*o); }; });
}

void add_decide(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<decide_options>();
    CLI::App& c = *app.add_subcommand("decide", "Decide requests, written as JSON");
    c.add_option("FILE", o->file, "The contract")->required();
    auto& which = *c.add_option_group("requests");
    which.add_option("--request", o->request, "A request; prints its decision")->type_name("FILE");
    auto* const stream = which.add_option("--requests", o->requests, "Requests, one a line; prints a decision a line");
    stream->type_name("FILE");
    which.require_option(1);
    c.add_option("--threads", o->threads, "Threads that decide a stream (1 to 256)")
        ->needs(stream)
        ->check(CLI::Range(1u, 256u))
        ->type_name("N");
    auto* const cases =
        c.add_option("--cases", o->cases, "The case file that says where the request's sign-offs stand");
    cases->type_name("CASES")->excludes(stream);
    c.add_option("--at", o->at, "When that is asked, as 2026-06-01T12:00:00Z; left out, now")->type_name("TIME");
    auto* const log = c.add_option("--log", o->log.file,
                                   "Record decisions there, those that a log term demands, before they are shown");
    log->type_name("LOG");
    c.add_flag("--log-all", o->log.all, "Record every decision")->needs(log);
    c.add_option("--asked-by", o->log.asked_by, "Who asks, for the record")->type_name("WHO")->needs(log);
    c.add_option("--mask", o->log.masked, "A fact that no record shows")
        ->type_name("FACT")
        ->allow_extra_args(false)
        ->needs(log);
    c.add_option("--key", o->log.key, "The key that signs the log's head, of `case keygen`")
        ->type_name("KEY")
        ->needs(log);
    c.add_option("--log-close", o->log.close, "Close the log's file and begin another: daily, or at so many bytes")
        ->type_name("WHEN")
        ->needs(log);
    c.footer("Exit status: 0 permitted, 3 paused, 4 prohibited, 1 contract or request not valid;\n"
             "of a stream: 0 all decided, 1 if some line was no valid request.");
    c.callback([o, &chosen] { chosen = [o] { return decide_requests(*o); }; });
}

void add_how(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<how_options>();
    CLI::App& c = *app.add_subcommand("how", "Show what would have to hold for a request to be permitted");
    c.add_option("FILE", o->file, "The contract")->required();
    c.add_option("--request", o->request, "The request, written as JSON")->type_name("FILE")->required();
    add_format(c, o->format);
    c.footer("Exit status: 0 there is a way, 4 there is none, 1 contract or request not valid.");
    c.callback([o, &chosen] { chosen = [o] { return show_ways(*o); }; });
}

void add_table(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<table_options>();
    CLI::App& c = *app.add_subcommand("table", "Show what each use comes down to, and where only the baseline speaks");
    c.add_option("FILE", o->file, "The contract")->required();
    c.add_option("--request", o->request, "A request, as JSON; shows what is left to ask for it")->type_name("FILE");
    add_format(c, o->format);
    c.footer("Exit status: 0, 1 contract or request not valid.");
    c.callback([o, &chosen] { chosen = [o] { return show_table(*o); }; });
}

void add_try(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<try_options>();
    CLI::App& c = *app.add_subcommand("try", "Ask for a use and what still matters, and show what that comes to");
    c.add_option("FILE", o->file, "The contract")->required();
    c.add_option("--request", o->request, "What is known from the start, as JSON")->type_name("FILE");
    c.add_option("--save", o->save, "Write the request at the end there")->type_name("FILE");
    c.add_option("--format", o->format, "text, or json: print the request at the end")
        ->check(one_of({"text", "json"}))
        ->type_name("FORMAT");
    c.footer("Answers are read from standard input, one a line: ? explains a question, back takes an answer back,\n"
             "unknown leaves it open, enough shows the decision so far, quit ends.\n"
             "Exit status: 0, 1 contract or request not valid.");
    c.callback([o, &chosen] { chosen = [o] { return try_contract(*o); }; });
}

void add_duties(CLI::App& app, chosen_command& chosen)
{
    auto const o = std::make_shared<duties_options>();
    CLI::App& c =
        *app.add_subcommand("duties", "Show what falls due when, and which evidence lapses before it is renewed");
    c.add_option("FILE", o->file, "The contract")->required();
    c.add_option("--on", o->on, "As of this day; left out, that of the request, or today")->type_name("DATE");
    c.add_option("--request", o->request, "A request: its evidence lapses, and its decision is logged")
        ->type_name("FILE");
    c.add_option("--event", o->events, "An event and the day it happened, as incident=2026-05-01")
        ->type_name("NAME=DATE")
        ->allow_extra_args(false);
    c.add_option("--format", o->format, "text, json or ical")
        ->check(one_of({"text", "json", "ical"}))
        ->type_name("FORMAT");
    c.footer("Exit status: 0, 1 contract or request not valid.");
    c.callback([o, &chosen] { chosen = [o] { return show_duties(*o); }; });
}

}  // namespace

void add_deciding_commands(CLI::App& app, chosen_command& chosen)
{
    add_test(app, chosen);
    add_decide(app, chosen);
    add_how(app, chosen);
    add_table(app, chosen);
    add_try(app, chosen);
    add_duties(app, chosen);
}

}  // namespace redline::tool
