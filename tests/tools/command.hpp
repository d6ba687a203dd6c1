// The command `redline`, run as users run it. REDLINE_COMMAND is where it lies.
#pragma once

#include "tools/scratch.hpp"

#include <nlohmann/json.hpp>

#include <sys/wait.h>

namespace redline_test {

using json = nlohmann::ordered_json;

struct ran {
    int status = -1;
    std::string out, messages;
};

/// Runs `redline` with these arguments, and this on its standard input.
inline ran run(std::vector<std::string> const& arguments, std::string_view input = {})
{
    scratch_folder const folder;
    std::string const in = folder.file("in", input), out = folder.file("out", {}), err = folder.file("err", {});
    auto const quoted = [](std::string const& s) {
        if (s.find('\'') != std::string::npos) throw std::runtime_error{"a quote in an argument"};
        return " '" + s + "'";
    };
    std::string line = quoted(REDLINE_COMMAND);
    for (std::string const& a : arguments) line += quoted(a);
    line += " <" + quoted(in) + " >" + quoted(out) + " 2>" + quoted(err);
    int const status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out), read_file(err)};
}

inline std::string example(std::string const& name) { return (source_dir() / "examples/contracts" / name).string(); }

inline std::string last_line(std::string text)
{
    if (!text.empty() && text.back() == '\n') text.pop_back();
    return text.substr(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);
}

/// What `decide` says of a request: `permitted`, `paused` or `prohibited`, and nothing where it isn't valid.
inline std::string decided(std::string const& contract, json const& request)
{
    ran const r = run({"decide", contract, "--request", "-"}, request.dump());
    return json::parse(r.out).value("outcome", std::string{});
}

/// What `decide` says of many requests, one by one.
inline std::vector<std::string> all_decided(std::string const& contract, std::vector<json> const& requests)
{
    std::string lines;
    for (json const& r : requests) lines += r.dump() + "\n";
    std::string const out = run({"decide", contract, "--requests", "-"}, lines).out;
    std::vector<std::string> outcomes;
    for (std::size_t at = 0; at < out.size();) {
        std::size_t const end = out.find('\n', at);
        outcomes.push_back(json::parse(out.substr(at, end - at)).value("outcome", std::string{}));
        at = end + 1;
    }
    return outcomes;
}

}  // namespace redline_test
