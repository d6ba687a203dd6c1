#include "usage.hpp"

#include "characters.hpp"

#include "redline/core/nearest.hpp"

namespace redline::tool {

namespace {

std::string listed(std::vector<std::string> const& words)
{
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        out += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
        out += "`" + words[i] + "`";
    }
    return out;
}

std::string unknown(std::string const& what, std::string_view given, std::vector<std::string> const& known)
{
    nearest_name nearest{given};
    for (std::string const& k : known) nearest.consider(k);
    std::string out = what + " `" + printable(given) + "`; ";
    if (nearest.best().empty()) return out + "expected " + listed(known);
    return out + "did you mean `" + std::string{nearest.best()} + "`?";
}

/// The commands of the app, or the groups of flags of a command.
std::vector<CLI::App*> below(CLI::App& app)
{
    return app.get_subcommands([](CLI::App*) { return true; });
}

CLI::App* command_named(CLI::App& app, std::string const& name)
{
    for (CLI::App* const command : below(app))
        if (command->get_name() == name) return command;
    return nullptr;
}

std::vector<std::string> commands_of(CLI::App& app)
{
    std::vector<std::string> names;
    for (CLI::App* const command : below(app))
        if (!command->get_name().empty()) names.push_back(command->get_name());  // else a group of flags
    return names;
}

void add_flags(CLI::App& of, std::vector<std::string>& names)
{
    for (CLI::Option const* const o : of.get_options())
        for (std::string const& name : o->get_lnames()) names.push_back("--" + name);
}

std::vector<std::string> flags_of(CLI::App& command)
{
    std::vector<std::string> names;
    add_flags(command, names);
    for (CLI::App* const group : below(command))
        if (group->get_name().empty()) add_flags(*group, names);
    return names;
}

}  // namespace

std::string usage_message(CLI::App& app, std::vector<std::string> const& arguments, CLI::ParseError const& e)
{
    auto const help = [](std::string const& of) { return "\n  `" + of + " --help` shows how it is called\n"; };
    std::vector<std::string> const commands = commands_of(app);
    if (arguments.empty()) return "redline: expected a command: " + listed(commands) + help("redline");
    CLI::App* command = command_named(app, arguments[0]);
    if (command == nullptr && arguments[0].rfind("-", 0) != 0)
        return "redline: " + unknown("unknown command", arguments[0], commands) + help("redline");

    std::string called = command == nullptr ? "redline" : "redline " + command->get_name();
    std::size_t first = command == nullptr ? 0 : 1;
    // A command of commands: `case open`.
    while (command != nullptr && !commands_of(*command).empty()) {
        if (first == arguments.size() || arguments[first].rfind("-", 0) == 0)
            return called + ": expected a command: " + listed(commands_of(*command)) + help(called);
        CLI::App* const further = command_named(*command, arguments[first]);
        if (further == nullptr)
            return called + ": " + unknown("unknown command", arguments[first], commands_of(*command)) + help(called);
        command = further;
        called += " " + command->get_name();
        ++first;
    }

    CLI::App& asked = command == nullptr ? app : *command;
    for (std::size_t i = first; i < arguments.size() && arguments[i] != "--"; ++i) {
        std::string const flag = arguments[i].substr(0, arguments[i].find('='));
        if (flag.size() < 2 || flag[0] != '-' || asked.get_option_no_throw(flag) != nullptr) continue;
        return called + ": " + unknown("unknown flag", flag, flags_of(asked)) + help(called);
    }
    return called + ": " + printable(e.what()) + help(called);
}

CLI::Validator one_of(std::vector<std::string> words)
{
    auto const check = [words](std::string& given) {
        for (std::string const& w : words)
            if (given == w) return std::string{};
        return unknown("unknown value", given, words);
    };
    return CLI::Validator{check, ""};
}

}  // namespace redline::tool
