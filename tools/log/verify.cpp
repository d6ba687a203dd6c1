// `redline log verify` and `head`: whether a log is what its heads say.
#include "record_view.hpp"

#include "../case/moment.hpp"
#include "../characters.hpp"
#include "../output.hpp"
#include "../status.hpp"

namespace redline::tool {

namespace {

std::string counted(std::uint64_t n, char const* what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); }

std::string as_text(log_command_options const& o, record::log_report const& r)
{
    std::string out = printable(o.log) + ": whole: " + counted(r.records, "record") + " in " + counted(r.files, "file");
    out += "\n";
    if (r.head.count != 0 || !o.heads.empty()) out += "  last record: sha256:" + record::to_hex(r.last) + "\n";
    if (r.dropped != 0)
        out += "  " + counted(r.dropped, "closed file") + " dropped: the first record that is there is number " +
               std::to_string(r.first) + "\n";
    if (r.head.key)
        out += "  head: signed by " + record::to_hex(*r.head.key) +
               (o.key.empty() ? ", which was not compared with any; `--key` does" : "") + "\n";
    else out += "  head: not signed: whoever can write the log can write it anew\n";
    if (r.behind != 0) out += "  " + counted(r.behind, "record") + " behind the head, which does not count them yet\n";
    if (r.unfinished != 0)
        out += "  an unfinished record of " + counted(r.unfinished, "byte") +
               " at the end, as a crash leaves it: nobody was told that it is recorded\n";
    return out;
}

json as_json(record::log_report const& r)
{
    json j = {{"whole", r.whole()},   {"records", r.records}, {"first", r.first},          {"files", r.files},
              {"dropped", r.dropped}, {"behind", r.behind},   {"unfinished", r.unfinished}};
    if (r.whole()) j["hash"] = "sha256:" + record::to_hex(r.last);
    if (r.head.key) j["signed_by"] = record::to_hex(*r.head.key);
    if (!r.whole()) {
        j["file"] = printable(r.file);
        if (r.number != 0) j["record"] = r.number;
        j["message"] = std::string{sentence(r.fault)};
    }
    return j;
}

}  // namespace

int verify_decision_log(log_command_options const& o)
{
    record::log_report const r = read_lines(o, "verify", [](std::uint64_t, std::string_view) {});
    if (o.format == "json") print(whole_text(as_json(r)));
    else if (r.whole()) print(as_text(o, r));
    return r.whole() ? fine : not_valid;
}

int show_head(log_command_options const& o)
{
    record::log_report const r = read_lines(o, "head", [](std::uint64_t, std::string_view) {});
    if (!r.whole()) return not_valid;
    print(r.head.text());
    return fine;
}

}  // namespace redline::tool
