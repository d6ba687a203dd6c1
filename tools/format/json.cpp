#include "format.hpp"

#include <nlohmann/json.hpp>

namespace redline::tool {

std::string as_json(std::vector<finding> const& all)
{
    using json = nlohmann::ordered_json;
    json diagnostics = json::array();
    for (finding const& f : all) {
        json d{{"file", f.file},           {"code", f.code},          {"severity", f.error ? "error" : "warning"},
               {"line", f.from.line},      {"column", f.from.column}, {"endLine", f.to.line},
               {"endColumn", f.to.column}, {"offset", f.offset},      {"length", f.length},
               {"message", f.message}};
        if (!f.suggestion.empty()) d["suggestion"] = f.suggestion;
        if (!f.help.empty()) d["help"] = f.help;
        for (text_edit const& e : f.edits)
            d["edits"].push_back({{"offset", e.offset}, {"length", e.length}, {"text", e.text}});
        if (!f.related_message.empty())
            d["related"] = json::array({{{"line", f.related_from.line},
                                         {"column", f.related_from.column},
                                         {"endLine", f.related_to.line},
                                         {"endColumn", f.related_to.column},
                                         {"message", f.related_message}}});
        auto const note = [](finding_note const& n) {
            return json{{"file", n.file},       {"line", n.from.line},      {"column", n.from.column},
                        {"endLine", n.to.line}, {"endColumn", n.to.column}, {"message", n.message}};
        };
        if (!f.related_message.empty() && f.related_file != f.file) d["related"][0]["file"] = f.related_file;
        if (!f.applied.message.empty()) d["applied"] = note(f.applied);
        diagnostics.push_back(std::move(d));
    }
    std::size_t const errors = count_errors(all);
    json const whole{{"errors", errors}, {"warnings", all.size() - errors}, {"diagnostics", std::move(diagnostics)}};
    return whole.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace redline::tool
