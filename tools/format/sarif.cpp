#include "format.hpp"
#include "redline/core/version.hpp"

#include "../explain_error/code_entry.hpp"

#include <nlohmann/json.hpp>

#include <iterator>
#include <set>

namespace redline::tool {

namespace {

using json = nlohmann::ordered_json;

/// A path as a URI reference.
std::string uri_of(std::string_view path)
{
    std::string out;
    for (char const c : path) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~' || c == '/';
        constexpr char digits[] = "0123456789ABCDEF";
        auto const byte = static_cast<unsigned char>(c);
        if (plain) out += c;
        else out.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    return out;
}

json location(std::string const& file, position from, position to, std::uint32_t offset, std::uint32_t length)
{
    json const region{{"startLine", from.line}, {"startColumn", from.column}, {"endLine", to.line},
                      {"endColumn", to.column}, {"byteOffset", offset},       {"byteLength", length}};
    return {{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(file)}}}, {"region", region}}}};
}

json result(finding const& f, std::set<std::string> const& codes)
{
    json r{{"ruleId", f.code},
           {"ruleIndex", std::distance(codes.begin(), codes.find(f.code))},
           {"level", f.error ? "error" : "warning"},
           {"message", {{"text", whole_message(f)}}},
           {"locations", json::array({location(f.file, f.from, f.to, f.offset, f.length)})}};
    if (!f.related_message.empty()) {
        json related = location(f.related_file.empty() ? f.file : f.related_file, f.related_from, f.related_to,
                                f.related_offset, f.related_length);
        related["message"] = {{"text", f.related_message}};
        r["relatedLocations"] = json::array({std::move(related)});
    }
    if (!f.applied.message.empty()) {
        json applied = location(f.applied.file, f.applied.from, f.applied.to, f.applied.offset, f.applied.length);
        applied["message"] = {{"text", f.applied.message}};
        r["relatedLocations"].push_back(std::move(applied));
    }
    if (!f.edits.empty()) {
        json replacements = json::array();
        for (text_edit const& e : f.edits)
            replacements.push_back({{"deletedRegion", {{"byteOffset", e.offset}, {"byteLength", e.length}}},
                                    {"insertedContent", {{"text", e.text}}}});
        json const change{{"artifactLocation", {{"uri", uri_of(f.file)}}}, {"replacements", std::move(replacements)}};
        r["fixes"] = json::array({{{"artifactChanges", json::array({change})}}});
    }
    return r;
}

}  // namespace

std::string as_sarif(std::vector<finding> const& all)
{
    std::set<std::string> codes;
    for (finding const& f : all) codes.insert(f.code);
    json results = json::array();
    for (finding const& f : all) results.push_back(result(f, codes));
    json rules = json::array();
    // In the order of the codes, which is that of the page.
    for (code_entry const& e : all_codes())
        if (codes.count(e.code) != 0)
            rules.push_back({{"id", e.code},
                             {"name", e.name},
                             {"shortDescription", {{"text", e.meaning}}},
                             {"help", {{"text", e.meaning + " `redline explain-error " + e.code + "` says more."}}}});
    json const driver{{"name", "redline"}, {"version", REDLINE_VERSION_STRING}, {"rules", std::move(rules)}};
    json const run{
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
    json const whole{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs", json::array({run})}};
    return whole.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace redline::tool
