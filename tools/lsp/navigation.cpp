// Where names are declared, and where they are used.
#include "features.hpp"

#include "uri.hpp"

#include <set>

namespace redline::tool::lsp {

document_ptr document_of(session& s, json const& parameters)
{
    return s.documents.get(string_member(member(parameters, "textDocument"), "uri"));
}

asked_place place_of(session& s, json const& parameters)
{
    asked_place a;
    a.of = document_of(s, parameters);
    a.in = s.documents.project_of(a.of->uri);
    a.offset = a.of->lines.offset_of(member(parameters, "position"));
    a.name = a.in->names.at(0, a.offset);
    if (a.name != nullptr && a.name->symbol != none) a.thing = &a.in->names.things()[a.name->symbol];
    if (a.name != nullptr) return a;
    // In a sentence that can't be read, a name is still a name.
    for (text::token const& t : a.of->read.tokens) {
        if (t.offset > a.offset || t.is == text::terminal::end) break;
        if (a.offset > t.offset + t.length || (t.classes & (text::is_path | text::is_label)) == 0) continue;
        for (name_space const space : {name_space::names, name_space::uses, name_space::missions, name_space::labels})
            if (a.thing == nullptr) a.thing = a.in->names.find(space, a.of->spelled(t));
    }
    return a;
}

json location_of(project const& p, text::name_place const& at)
{
    document const& d = *p.documents[at.text];
    return {{"uri", d.uri}, {"range", d.lines.range_of(at.offset, at.end())}};
}

text::named_thing const* same_thing(project const& from, text::named_thing const& t, project const& to)
{
    text::name_place const* const declared = from.names.declaration(t);
    if (declared == nullptr) return to.names.find(t.space, t.name);
    std::uint32_t const text = to.find(from.documents[declared->text]->path);
    text::name_place const* const there = text == none ? nullptr : to.names.at(text, declared->offset);
    return there == nullptr || there->symbol == none ? nullptr : &to.names.things()[there->symbol];
}

json answer_definition(session& s, json const& parameters)
{
    asked_place const a = place_of(s, parameters);
    // The path of an import leads to the text that it brings in.
    for (auto const& [at, target] : a.in->imports) {
        text::statement const& import = a.of->read.statements[at.second];
        if (at.first == 0 && a.offset >= a.of->start_of(import) && a.offset <= a.of->end_of(import))
            return {{"uri", a.in->documents[target]->uri}, {"range", a.in->documents[target]->lines.range_of(0, 0)}};
    }
    if (a.thing == nullptr || a.thing->declared == none) return nullptr;
    return location_of(*a.in, *a.in->names.declaration(*a.thing));
}

json answer_references(session& s, json const& parameters)
{
    asked_place const a = place_of(s, parameters);
    bool const with_declaration = parameters.contains("context") &&
                                  flag_member(parameters.at("context"), "includeDeclaration", true);
    std::set<json> found;
    if (a.thing == nullptr) return json::array();
    for (project_ptr const& p : s.documents.projects_with(*a.of)) {
        text::named_thing const* const t = p == a.in ? a.thing : same_thing(*a.in, *a.thing, *p);
        if (t == nullptr) continue;
        for (std::uint32_t const i : t->places)
            if (with_declaration || !p->names.place(i).declares) found.insert(location_of(*p, p->names.place(i)));
    }
    return json(found);
}

json answer_highlights(session& s, json const& parameters)
{
    asked_place const a = place_of(s, parameters);
    json found = json::array();
    if (a.thing == nullptr) return found;
    for (std::uint32_t const i : a.thing->places) {
        text::name_place const& p = a.in->names.place(i);
        if (p.text != 0) continue;
        found.push_back({{"range", a.of->lines.range_of(p.offset, p.end())}, {"kind", p.declares ? 3 : 2}});
    }
    return found;
}

}  // namespace redline::tool::lsp
