// Findings as an editor shows them, and what would mend them.
#include "features.hpp"

#include "fix.hpp"
#include "uri.hpp"

namespace redline::tool::lsp {

namespace {

/// A text that findings stand in.
struct found_in {
    std::string path, uri;
    line_table lines;
};

/// Turns findings of one contract into diagnostics. Texts are looked at once, however much is found in them.
class shower {
public:
    shower(session& s, checked const& c) : session_{s}, checked_{c} {}

    found_in const& text_of(finding const& f) { return at(f.file, own(f)); }
    json shown(finding const& f)
    {
        found_in const& in = text_of(f);
        json d{{"range", in.lines.range_of(f.offset, f.offset + f.length)},
               {"severity", f.error ? 1 : 2},
               {"code", f.code},
               {"source", "redline"},
               {"message", whole_message(f)}};
        json more = json::array();
        if (!f.related_message.empty())
            more.push_back(related(at(f.related_file.empty() ? f.file : f.related_file,
                                      f.related_text.data() == nullptr ? own(f) : f.related_text),
                                   f.related_offset, f.related_length, f.related_message));
        if (!f.applied.message.empty())
            more.push_back(
                related(at(f.applied.file, f.applied.text), f.applied.offset, f.applied.length, f.applied.message));
        if (!more.empty()) d["relatedInformation"] = std::move(more);
        // A name that nothing uses, and terms that change nothing, are shown faded.
        if (f.code == "RL0907" || f.code == "RL0901" || f.code == "RL0902") d["tags"] = json::array({1});
        return d;
    }

private:
    std::string_view own(finding const& f) const
    {
        return f.text.data() == nullptr ? std::string_view{checked_.of->text} : f.text;
    }
    found_in const& at(std::string const& file, std::string_view text)
    {
        auto const known = texts_.find(file);
        if (known != texts_.end()) return known->second;
        std::string path = file == checked_.of->path ? file : real_path(file);
        std::string uri = file == checked_.of->path ? checked_.of->uri : uri_of_path(path);
        for (auto const& [open, d] : session_.documents.all())
            if (d->path == path) uri = open;
        return texts_.emplace(file, found_in{path, uri, line_table{text, session_.documents.encoding}}).first->second;
    }
    static json related(found_in const& in, std::uint32_t offset, std::uint32_t length, std::string const& message)
    {
        return {{"location", {{"uri", in.uri}, {"range", in.lines.range_of(offset, offset + length)}}},
                {"message", message}};
    }

    session& session_;
    checked const& checked_;
    std::map<std::string, found_in> texts_;  // by the names of their files
};

bool meets(json const& a, json const& b)
{
    auto const before = [](json const& x, json const& y) {
        return std::pair{x.at("line").get<int>(), x.at("character").get<int>()} <
               std::pair{y.at("line").get<int>(), y.at("character").get<int>()};
    };
    return !before(a.at("end"), b.at("start")) && !before(b.at("end"), a.at("start"));
}

json edit_of(document const& d, std::vector<json> edits) { return {{"changes", {{d.uri, std::move(edits)}}}}; }

}  // namespace

std::map<std::string, json> diagnostics_of(session& s, checked const& c)
{
    std::map<std::string, json> all{{c.of->path, json::array()}};
    for (contract_source const& source : c.found.sources)
        if (source.name != c.of->path) all.emplace(real_path(std::string{source.name}), json::array());
    shower shows{s, c};
    for (finding const& f : c.findings)
        all.try_emplace(shows.text_of(f).path, json::array()).first->second.push_back(shows.shown(f));
    return all;
}

json answer_code_actions(session& s, json const& parameters)
{
    document_ptr const d = document_of(s, parameters);
    json const asked = d->lines.range_of(d->lines.offset_of(member(member(parameters, "range"), "start")),
                                         d->lines.offset_of(member(member(parameters, "range"), "end")));
    json const context = parameters.value("context", json::object());
    json const only = context.is_object() ? context.value("only", json{}) : json{};
    auto const wanted = [&](std::string const& kind) {
        if (!only.is_array()) return true;
        for (json const& o : only)
            if (o.is_string() &&
                (kind == o.get_ref<std::string const&>() || kind.rfind(o.get_ref<std::string const&>() + ".", 0) == 0))
                return true;
        return false;
    };
    json actions = json::array();
    checked_ptr const c = s.checks.result_of(*d, std::chrono::milliseconds{25});
    if (!c || d->amends) return actions;
    shower shows{s, *c};
    std::vector<json> all_edits;
    hints mending;
    for (std::uint32_t i = 0; i != c->found.diagnostics.size; ++i) {
        suggested_fix const fix = fix_for(c->found, c->found.diagnostics[i], d->format(), mending);
        if (fix.edits.empty()) continue;
        std::vector<json> edits;
        bool met = false;
        for (text_edit const& e : fix.edits) {
            edits.push_back({{"range", d->lines.range_of(e.offset, e.offset + e.length)}, {"newText", e.text}});
            met = met || meets(edits.back().at("range"), asked);
        }
        if (fix.sure) all_edits.insert(all_edits.end(), edits.begin(), edits.end());
        if (!wanted("quickfix") || !met) continue;
        std::string title = in_words(c->found.text, fix.edits, false);
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
        actions.push_back({{"title", title},
                           {"kind", "quickfix"},
                           {"isPreferred", fix.sure},
                           {"diagnostics", json::array({shows.shown(c->findings[i])})},
                           {"edit", edit_of(*d, std::move(edits))}});
    }
    // All of them at once only where someone asks for it: each is sure, yet one may make another needless.
    if (!all_edits.empty() && only.is_array() && wanted("source.fixAll.redline"))
        actions.push_back({{"title", "Mend all of which it is sure how"},
                           {"kind", "source.fixAll.redline"},
                           {"edit", edit_of(*d, std::move(all_edits))}});
    return actions;
}

}  // namespace redline::tool::lsp
