// Renaming: every place of a name, in all open contracts that it is part of, or a reason why not.
#include "features.hpp"

#include "redline/text/terminal.hpp"

#include <set>

namespace redline::tool::lsp {

namespace {

[[noreturn]] void refuse(std::string const& why) { throw request_error{error_code::request_failed, why}; }

/// Whether all of a text is one name.
bool is_name(std::string_view text)
{
    if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
    for (char const c : text)
        if (name_codes.of[static_cast<unsigned char>(c)] == 0) return false;
    return true;
}

bool is_label(std::string_view text)
{
    std::size_t digits = 0;
    for (std::size_t i = 0; i != text.size(); ++i) {
        bool const digit = text[i] >= '0' && text[i] <= '9';
        if (!digit && (text[i] != '.' || digits == 0)) return false;
        if (digit && digits == 1 && text[i - 1] == '0') return false;  // a leading zero
        digits = digit ? digits + 1 : 0;
    }
    return digits != 0;
}

/// Refuses what has no name that may be another.
void must_be_renamable(asked_place const& a)
{
    if (a.name == nullptr || a.thing == nullptr) refuse("there is no name here that is declared");
    if (a.thing->space == name_space::names && a.thing->name == "lawful")
        refuse("`lawful` is a word of the language, and the name of a fact that every contract has");
    if (a.thing->declared == none) refuse("`" + std::string{a.name->name} + "` is not declared");
    if (!a.name->behind.empty() || a.in->names.place(a.thing->declared).length != a.name->length)
        refuse("`" + std::string{a.of->text.substr(a.name->offset, a.name->length)} +
               "` is named by a template; rename it there");
}

void must_fit(text::named_thing const& t, std::string const& name)
{
    if (t.space == name_space::labels || t.space == name_space::sections) {
        if (!is_label(name)) refuse("`" + name + "` is no label; expected numbers joined by dots, as `2.1`");
        return;
    }
    if (!is_name(name))
        refuse("`" + name + "` is no name; expected letters, digits and `_`, and no digit at the beginning");
    if (text::words.find(key_of(name), name) != nullptr) refuse("`" + name + "` is a reserved word of the language");
}

/// What a thing would be called whole.
std::string whole_name(text::named_thing const& t, std::string const& name)
{
    std::size_t const dot = t.name.rfind('.');
    bool const path = t.space == name_space::uses || t.space == name_space::missions;
    return path && dot != t.name.npos ? std::string{t.name.substr(0, dot + 1)} + name : name;
}

/// Refuses a name that something else has.
void must_not_clash(project const& p, text::named_thing const& t, std::string const& name)
{
    std::string const whole = whole_name(t, name);
    for (text::named_thing const& other : p.names.things()) {
        if (&other == &t || other.name != whole || other.space != t.space || other.owner != t.owner) continue;
        if (other.scope != none && t.scope != none && other.scope != t.scope) continue;
        // A name that nobody declares would come to mean this one.
        text::name_place const* const at = p.names.declaration(other);
        text::name_place const& shown = at == nullptr ? p.names.place(other.places.front()) : *at;
        document const& d = *p.documents[shown.text];
        refuse("`" + whole + "` is " + (at == nullptr ? "used" : "declared") + " already, in line " +
               std::to_string(shown.line) + (shown.text == 0 ? "" : " of " + d.path));
    }
}

/// Refuses the part of a path that a template spells behind a parameter: what that is depends on the argument.
void must_be_spelled(project const& p, text::named_thing const& t)
{
    if (t.space != name_space::uses && t.space != name_space::missions) return;
    std::string_view const last = t.name.substr(t.name.rfind('.') + 1);
    for (std::uint32_t i = 0; i != p.names.size(); ++i) {
        text::name_place const& at = p.names.place(i);
        bool const open = at.symbol == none || (at.declares && at.symbol == p.names.number_of(t));
        if (!open || at.in_template == none || at.space != t.space || at.name.find('.') == at.name.npos) continue;
        if (at.name.substr(at.name.rfind('.') + 1) != last) continue;
        refuse("a template names `" + std::string{at.name} + "`, in line " + std::to_string(at.line) +
               "; what that is depends on what it is applied to");
    }
}

json edit(document const& d, std::uint32_t from, std::uint32_t to, std::string const& name)
{
    return {{"range", d.lines.range_of(from, to)}, {"newText", name}};
}

}  // namespace

json answer_prepare_rename(session& s, json const& parameters)
{
    asked_place const a = place_of(s, parameters);
    must_be_renamable(a);
    return {{"range", a.of->lines.range_of(a.name->offset, a.name->end())},
            {"placeholder", a.of->text.substr(a.name->offset, a.name->length)}};
}

json answer_rename(session& s, json const& parameters)
{
    asked_place const a = place_of(s, parameters);
    std::string const& name = string_member(parameters, "newName");
    must_be_renamable(a);
    must_fit(*a.thing, name);
    std::map<std::string, std::set<json>> edits;
    for (project_ptr const& p : s.documents.projects_with(*a.of)) {
        text::named_thing const* const t = p == a.in ? a.thing : same_thing(*a.in, *a.thing, *p);
        if (t == nullptr) continue;
        must_not_clash(*p, *t, name);
        must_be_spelled(*p, *t);
        for (std::uint32_t const i : t->places) {
            text::name_place const& at = p->names.place(i);
            document const& d = *p->documents[at.text];
            // Behind the label of an application, only the last of a label of a template's term.
            std::uint32_t const from = at.end() - std::min(at.length, p->names.place(t->declared).length);
            edits[d.uri].insert(edit(d, from, at.end(), name));
        }
        // What a label that applies a template brings: `5.1` and `5/board`, where that is `5`.
        if (t->space != name_space::labels) continue;
        for (std::uint32_t i = 0; i != p->names.size(); ++i) {
            text::name_place const& at = p->names.place(i);
            document const& d = *p->documents[at.text];
            std::string_view const behind = at.behind;
            bool const local = !behind.empty() && p->names.applies(behind, at) == p->names.number_of(*t);
            bool const below = at.space == name_space::labels && at.symbol != p->names.number_of(*t) && !at.declares &&
                               p->names.applies(at.name, at) == p->names.number_of(*t);
            if (!local && !below) continue;
            std::uint32_t const from = local ? static_cast<std::uint32_t>(behind.data() - d.text.data()) : at.offset;
            auto const length = static_cast<std::uint32_t>(t->name.size());
            edits[d.uri].insert(edit(d, from, from + length, name));
        }
    }
    json changes = json::object();
    for (auto const& [uri, of] : edits) changes[uri] = json(of);
    return {{"changes", changes}};
}

}  // namespace redline::tool::lsp
