#include "format.hpp"

namespace redline::tool {

namespace {

/// Escapes a message, or with `property`, the value of a property of a workflow command.
std::string escaped(std::string_view text, bool property)
{
    std::string out;
    for (char const c : text) {
        if (c == '%') out += "%25";
        else if (c == '\r') out += "%0D";
        else if (c == '\n') out += "%0A";
        else if (c == ':' && property) out += "%3A";
        else if (c == ',' && property) out += "%2C";
        else out += c;
    }
    return out;
}

}  // namespace

std::string as_github(std::vector<finding> const& all)
{
    std::string out;
    for (finding const& f : all) {
        out.append(f.error ? "::error file=" : "::warning file=").append(escaped(f.file, true));
        out.append(",line=").append(std::to_string(f.from.line)).append(",endLine=").append(std::to_string(f.to.line));
        out.append(",col=").append(std::to_string(f.from.column));
        // GitHub takes an end column only on the line it starts in.
        if (f.to.line == f.from.line) out.append(",endColumn=").append(std::to_string(f.to.column));
        out.append(",title=").append(f.code).append("::").append(escaped(whole_message(f), false));
        // An annotation has one place; where a template is applied is told in words.
        if (!f.applied.message.empty())
            out.append(escaped(" (" + f.applied.message + ": " + f.applied.file + ":" +
                                   std::to_string(f.applied.from.line) + ")",
                               false));
        out.append("\n");
    }
    return out;
}

}  // namespace redline::tool
