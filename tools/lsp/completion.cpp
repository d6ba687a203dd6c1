// Completion: the words that the grammar takes at a place, and the names of the kinds that are due there.
#include "features.hpp"

#include "redline/core/time_unit.hpp"

#include <set>

namespace redline::tool::lsp {

namespace {

/// Kinds of completion items; Language Server Protocol, `CompletionItemKind`.
enum item_kind : int {
    of_function = 3,
    of_variable = 6,
    of_class = 7,
    of_module = 9,
    of_property = 10,
    of_unit = 11,
    of_value = 12,
    of_keyword = 14,
    of_reference = 18,
    of_enum_member = 20,
    of_event = 23
};

item_kind kind_of(symbol_kind k)
{
    switch (k) {
    case symbol_kind::party:
    case symbol_kind::role: return of_class;
    case symbol_kind::authority: return of_reference;
    case symbol_kind::use:
    case symbol_kind::mission:
    case symbol_kind::template_: return of_module;
    case symbol_kind::fact: return of_variable;
    case symbol_kind::evidence:
    case symbol_kind::safeguard: return of_property;
    case symbol_kind::event: return of_event;
    case symbol_kind::chain:
    case symbol_kind::definition: return of_function;
    case symbol_kind::value: return of_enum_member;
    default: return of_value;
    }
}

class completer {
public:
    completer(asked_place const& at) : at_{at}, expected_{expected_at(*at.of, at.offset)}, from_{start_of_word()} {}

    json items()
    {
        if (in_prose()) return json::array();
        words();
        names();
        return std::move(items_);
    }

private:
    /// The word that is being written begins here; nothing of it was looked at.
    std::uint32_t start_of_word() const
    {
        text::token const& t = at_.of->token(expected_.cut);
        return t.offset < at_.offset && t.is != text::terminal::end ? t.offset : at_.offset;
    }
    /// Whether the place is in a comment, in a string, or outside of the blocks of a literate text.
    bool in_prose() const
    {
        std::string const& text = at_.of->text;
        std::uint32_t const line = at_.of->lines.start_of(at_.of->lines.line_of(at_.offset));
        bool quoted = false;
        for (std::uint32_t i = line; i != at_.offset; ++i) {
            if (text[i] == '\\' && quoted) {
                if (++i == at_.offset) return true;
            }
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == '#' && !quoted) return true;
        }
        if (quoted || !at_.of->literate) return quoted;
        text::problems ignored{text.data(), nullptr, 0};
        text::literate_blocks blocks{text, ignored};
        for (text::text_block b; blocks.next(b);)
            if (at_.offset >= b.from && at_.offset <= b.to) return false;
        return true;
    }
    void add(std::string_view label, item_kind kind, std::string_view detail, char order)
    {
        if (!seen_.insert(std::string{label}).second) return;
        json item{{"label", label},
                  {"kind", static_cast<int>(kind)},
                  {"sortText", std::string{order} + std::string{label}},
                  {"textEdit", {{"range", at_.of->lines.range_of(from_, at_.offset)}, {"newText", label}}}};
        if (!detail.empty()) item["detail"] = detail;
        items_.push_back(std::move(item));
    }
    void words()
    {
        for (std::uint8_t i = text::first_word; i != text::terminal_count; ++i) {
            auto const t = static_cast<text::terminal>(i);
            if (expected_.terminals.has(t)) add(spelling(t), of_keyword, "", '2');
        }
        if (expected_.terminals.has(text::terminal::unit))
            for (time_unit const& u : time_units) add(u.plural, of_unit, "", '1');
        if (expected_.tags.has(text::tag::given_use)) add("unlisted", of_keyword, "a use that is not declared", '2');
    }
    void names()
    {
        kind_set_of_tags();
        names_of_the_template();
        bool const requested = expected_.tags.has(text::tag::given_use) || expected_.tags.has(text::tag::given_mission);
        for (text::named_thing const& t : at_.in->names.things()) {
            bool const lawful = t.space == name_space::names && t.name == "lawful";
            if (lawful) continue;
            if (t.parameter && names_any_ && in_scope(t)) add(t.name, of_value, "parameter", '1');
            if (t.declared == none || !due_.has(t.kind) || !in_scope(t)) continue;
            if (t.kind == symbol_kind::value && !of_the_owner(t)) continue;
            if (t.kind != symbol_kind::value && flags_only() && !is_flag(t)) continue;
            add(t.name, kind_of(t.kind), detail(t), '1');
            bool const kind = t.kind == symbol_kind::use || t.kind == symbol_kind::mission;
            if (kind && requested)
                add(std::string{t.name} + ".other", kind_of(t.kind), "a kind that is not declared", '3');
        }
        if (due_.has(symbol_kind::fact) && !given_misplaced_) add("lawful", of_variable, "fact", '1');
        if (due_.has(symbol_kind::value) && built_in_ladder())
            for (text_ref const& level : builtin_levels)
                add(builtin_text.substr(level.offset, level.length), of_enum_member, "level", '1');
    }
    /// Of a template that is being written, its parameters, and what stands in it already.
    void names_of_the_template()
    {
        if (at_.of->token(expected_.first).is != text::terminal::template_) return;
        for (text::node const& n : expected_.before) {
            text::name_role const role = text::name_role_of(n.is);
            if (!role.declares || n.is == text::tag::template_ || n.is == text::tag::label) continue;
            std::string_view const name = at_.of->spelled(at_.of->token(expected_.first + n.token));
            if (n.is == text::tag::parameter ? names_any_ : due_.has(text::kind_declared_by(n.is)))
                add(name, kind_of(text::kind_declared_by(n.is)), n.is == text::tag::parameter ? "parameter" : "", '1');
        }
    }
    /// What kinds the nodes that names would make ask for. In a condition it matters behind which word.
    void kind_set_of_tags()
    {
        for (std::uint8_t i = 0; i != text::tag_count; ++i) {
            auto const t = static_cast<text::tag>(i);
            if (!expected_.tags.has(t)) continue;
            text::name_role const role = text::name_role_of(t);
            names_any_ = names_any_ || (role.names && !role.declares);
            due_.add(t == text::tag::subject ? of_subject() : text::kinds_due_at(t));
        }
    }
    text::kind_set of_subject()
    {
        using k = symbol_kind;
        for (std::uint32_t i = expected_.cut; i-- != expected_.first;) {
            switch (at_.of->token(i).is) {
            case text::terminal::when: return text::kind_set{k::fact, k::definition};
            case text::terminal::require:
            case text::terminal::with:
            case text::terminal::without: given_misplaced_ = true; return text::kind_set{k::evidence, k::safeguard};
            case text::terminal::unless:
            case text::terminal::to:
            case text::terminal::define: return text::kinds_due_at(text::tag::subject);
            default: break;
            }
        }
        return text::kinds_due_at(text::tag::subject);
    }
    /// Whether only a flag will do: behind `not` in a scenario.
    bool flags_only() const
    {
        return expected_.tags.has(text::tag::given_not) && !expected_.tags.has(text::tag::given_name);
    }
    bool is_flag(text::named_thing const& t) const
    {
        text::name_place const& p = at_.in->names.place(t.declared);
        document const& d = *at_.in->documents[p.text];
        text::statement const& s = d.read.statements[p.statement];
        for (std::uint32_t n = s.first_node; n != s.last_node; ++n)
            if (d.read.nodes[n].is == text::tag::flag) return true;
        return false;
    }
    /// The name that a value would belong to: the one before it in the sentence.
    text::named_thing const* owner() const
    {
        for (std::uint32_t i = expected_.cut; i-- != expected_.first;) {
            text::token const& t = at_.of->token(i);
            if ((t.classes & text::is_name) == 0) continue;
            text::named_thing const* const found = at_.in->names.find(name_space::names, at_.of->spelled(t));
            if (found != nullptr && (found->kind == symbol_kind::fact || found->kind == symbol_kind::safeguard))
                return found;
        }
        return nullptr;
    }
    bool of_the_owner(text::named_thing const& t) const
    {
        text::named_thing const* const of = owner();
        return of != nullptr && t.owner == at_.in->names.number_of(*of);
    }
    bool built_in_ladder() const
    {
        text::named_thing const* const of = owner();
        if (of == nullptr || of->kind != symbol_kind::safeguard) return false;
        for (text::named_thing const& t : at_.in->names.things())
            if (t.kind == symbol_kind::value && t.owner == at_.in->names.number_of(*of)) return false;
        return true;
    }
    /// Of what belongs to a template, only within it.
    bool in_scope(text::named_thing const& t) const
    {
        if (t.scope == none) return true;
        text::name_place const* const of = at_.in->names.declaration(at_.in->names.things()[t.scope]);
        return of != nullptr && of->text == 0 && at_.of->read.statements[of->statement].first_token == expected_.first;
    }
    std::string detail(text::named_thing const& t) const
    {
        std::string text{kind_in_words(t)};
        text::name_place const& p = at_.in->names.place(t.declared);
        document const& d = *at_.in->documents[p.text];
        text::statement const& s = d.read.statements[p.statement];
        if (p.in_template != none || t.kind == symbol_kind::value) return text;
        for (std::uint32_t n = s.first_node; n != s.last_node; ++n) {
            text::tag const is = d.read.nodes[n].is;
            if (is != text::tag::description && is != text::tag::section_title && is != text::tag::authority_title)
                continue;
            std::string_view const quoted = d.spelled(d.token(d.read.nodes[n].token));
            if (quoted.size() > 2) text.append(": ").append(quoted.substr(1, quoted.size() - 2));
            break;
        }
        return text;
    }

    asked_place const& at_;
    text::expectation_at expected_;
    std::uint32_t from_;
    text::kind_set due_{};
    bool names_any_ = false, given_misplaced_ = false;
    std::set<std::string> seen_;
    json items_ = json::array();
};

}  // namespace

std::string_view kind_in_words(text::named_thing const& t) noexcept
{
    switch (t.kind) {
    case symbol_kind::party: return "party";
    case symbol_kind::role: return "role";
    case symbol_kind::authority: return "authority";
    case symbol_kind::fact: return "fact";
    case symbol_kind::safeguard: return "safeguard";
    case symbol_kind::evidence: return "evidence";
    case symbol_kind::event: return "event";
    case symbol_kind::definition: return "definition";
    case symbol_kind::trigger: return "trigger";
    case symbol_kind::chain: return "sign-off chain";
    case symbol_kind::use: return "use";
    case symbol_kind::mission: return "mission";
    case symbol_kind::label: return "term";
    case symbol_kind::section: return "section";
    case symbol_kind::value: return "value";
    case symbol_kind::stage: return "stage";
    case symbol_kind::template_: return "template";
    default: return t.parameter ? "parameter" : "name";
    }
}

json answer_completion(session& s, json const& parameters)
{
    asked_place const at = place_of(s, parameters);
    return {{"isIncomplete", false}, {"items", completer{at}.items()}};
}

}  // namespace redline::tool::lsp
