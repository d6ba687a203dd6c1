#include "decision_writer.hpp"

#include "string.hpp"

namespace redline::tool {

namespace {

std::string_view name_of(rule_set const& rules, principal p)
{
    if (p.kind == principal_kind::nobody) return {};
    return rules(p.kind == principal_kind::party ? rules.parties[p.index].name : rules.roles[p.index].name);
}

template <class Entry>
void names(text_pieces& out, rule_set const& rules, array_view<Entry> entries)
{
    for (Entry const& e : entries) {
        append_json_string(out.last(), rules(e.name));
        out.end_piece();
    }
}

void log_of(std::string& out, rule_set const& rules, term_entry const& t)
{
    log_entry const& log = rules.logs[t.detail];
    out += R"({"by": )";
    append_json_string(out, rules(t.label));
    out += R"(, "to": [)";
    for (std::uint32_t i = log.told.first; i != log.told.last; ++i) {
        if (i != log.told.first) out += ", ";
        append_json_string(out, name_of(rules, rules.principals[i]));
    }
    out += ']';
    if (log.within != unlimited) out.append(R"(, "within": ")").append(duration_in_words(log.within)).append("\"");
    if (log.keep != unlimited) out.append(R"(, "keep": ")").append(duration_in_words(log.keep)).append("\"");
    out += '}';
}

void because_of(std::string& out, rule_set const& rules, term_entry const& t)
{
    if (t.because.empty()) return;
    append_json_string(out, rules(t.label));
    out += ": ";
    append_json_string(out, rules(t.because));
}

void citing_of(std::string& out, rule_set const& rules, term_entry const& t)
{
    if (t.cites.empty()) return;
    append_json_string(out, rules(t.label));
    out += ": [";
    for (std::uint32_t i = t.cites.first; i != t.cites.last; ++i) {
        if (i != t.cites.first) out += ", ";
        append_json_string(out, rules(rules.authorities[rules.cites[i]].name));
    }
    out += ']';
}

std::string contract_of(rule_set const& rules)
{
    std::string out = R"(, "contract": {"title": )";
    append_json_string(out, rules(rules.title));
    out.append(R"(, "version": )").append(std::to_string(rules.version));
    if (rules.digest != nullptr) {
        out += R"(, "digest": "sha256:)";
        constexpr char digits[] = "0123456789abcdef";
        for (std::uint8_t const byte : rules.digest->bytes)
            out.append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
        out += '"';
    }
    return out += "}}";
}

/// The pieces of a set, those that are empty left out.
void list(std::string& out, std::string_view before, text_pieces const& pieces, index_set_view set,
          std::string_view behind)
{
    out += before;
    bool first = true;
    for (std::uint32_t const i : set) {
        std::string_view const piece = pieces[i];
        if (piece.empty()) continue;
        if (!first) out += ", ";
        first = false;
        out += piece;
    }
    out += behind;
}

}  // namespace

std::string duration_in_words(std::uint64_t minutes)
{
    auto const in = [&](std::uint64_t unit, char const* word) {
        std::uint64_t const count = minutes / unit;
        return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
    };
    if (minutes == 0 || minutes % 60 != 0) return in(1, "minute");
    return minutes % 525600 == 0 ? in(525600, "year") : minutes % 1440 == 0 ? in(1440, "day") : in(60, "hour");
}

decision_writer::decision_writer(rule_set const& rules) : contract_{contract_of(rules)}
{
    for (term_entry const& t : rules.terms) {
        append_json_string(labels_.last(), rules(t.label));
        if (t.kind == term_kind::log) log_of(logs_.last(), rules, t);
        because_of(because_.last(), rules, t);
        citing_of(citing_.last(), rules, t);
        for (text_pieces* p : {&labels_, &logs_, &because_, &citing_}) p->end_piece();
    }
    names(chains_, rules, rules.chains);
    names(evidence_, rules, rules.evidence);
    names(safeguards_, rules, rules.safeguards);
    names(facts_, rules, rules.facts);
}

void decision_writer::write(decision const& d, std::string& out) const
{
    auto const yes_or_no = [&](std::string_view name, bool is) { out.append(name).append(is ? "true" : "false"); };
    out.append(R"({"outcome": ")").append(redline::name_of(d.outcome)).append("\"");
    if (d.outcome == outcome::prohibited)
        out.append(R"(, "ground": ")").append(redline::name_of(d.ground)).append("\"");
    list(out, R"(, "by": [)", labels_, d.by, "]");
    if (d.outcome == outcome::paused) {
        list(out, R"(, "pending": {"signoffs": [)", chains_, d.pending.signoffs, "]");
        list(out, R"(, "evidence": [)", evidence_, d.pending.evidence, "]");
        list(out, R"(, "safeguards": [)", safeguards_, d.pending.safeguards, "]");
        list(out, R"(, "facts": [)", facts_, d.pending.facts, "]");
        yes_or_no(R"(, "mission": )", d.pending.mission);
        yes_or_no(R"(, "date": )", d.pending.date);
        yes_or_no(R"(, "use": )", d.pending.use);
        out += '}';
    }
    list(out, R"(, "exceptions": [)", labels_, d.exceptions, "]");
    list(out, R"(, "log": [)", logs_, d.log, "]");
    list(out, R"(, "because": {)", because_, d.by, "}");
    list(out, R"(, "citing": {)", citing_, d.by, "}");
    out += contract_;
}

}  // namespace redline::tool
