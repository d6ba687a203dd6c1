// Hover: what a name is, as it is declared, and exactly what it comes to.
#include "features.hpp"

#include "format/explanation_format.hpp"

#include "redline/explain.hpp"

namespace redline::tool::lsp {

namespace {

/// How long an answer may wait for a check that is on its way.
constexpr std::chrono::milliseconds patience{25};

/// How far the proof of one answer may go; beyond it, what is exact is left out.
table_options quick()
{
    table_options o;
    o.budget.nodes = std::uint32_t{1} << 18;
    o.budget.steps = std::uint64_t{1} << 22;
    return o;
}

std::string code(std::string const& text) { return "`" + text + "`"; }

void show(std::string& out, std::vector<said_conditions> const& all)
{
    for (said_conditions const& s : all) {
        if (s.conditions.size() == 1 && s.complete) {
            out += "- " + s.lead + " " + code(s.conditions.front()) + ".\n";
            continue;
        }
        out += "- " + s.lead + (s.conditions.empty() ? "" : " one of these holds:") + "\n";
        for (std::string const& c : s.conditions) out += "  - " + code(c) + "\n";
        if (!s.complete) out += "  - further conditions, which are too many to be listed\n";
    }
}

std::string codes(std::vector<std::string> const& all)
{
    std::string text;
    for (std::string const& one : all) text += (text.empty() ? "" : ", ") + code(one);
    return text;
}

/// What a valid contract says of a name.
class summary {
public:
    explicit summary(checked const& c) : rules_{c.found.rules}, words_{rules_, markup::markdown} {}

    std::string of(text::named_thing const& t)
    {
        switch (t.kind) {
        case symbol_kind::use: return of_use(t);
        case symbol_kind::label: return of_term(t);
        case symbol_kind::chain: return of_chain(t);
        default: return meaning_of(t);
        }
    }

private:
    std::uint32_t index_of(text::named_thing const& t) const
    {
        symbol const* const found = find_name(rules_, t.space, t.name);
        return found == nullptr ? none : found->index;
    }
    std::string meaning_of(text::named_thing const& t) const
    {
        if (t.scope != none) return {};
        for (explained_names const& g : words_.all())
            for (explained_name const& n : g.names)
                if (n.name == t.name && (t.space == name_space::missions) == (g.heading == "Missions") &&
                    (t.space == name_space::uses) == (g.heading == "Uses"))
                    return n.meaning == "Not described." ? std::string{} : n.meaning;
        return {};
    }
    std::string of_use(text::named_thing const& t) const
    {
        std::string out = meaning_of(t) + "\n\n";
        std::uint32_t const use = index_of(t);
        if (use == none) return out;
        request_memory request{rules_, 1};
        request.view().uses[0] = {kind_form::declared, use};
        request.view().use_count = 1;
        contract_table const found = residual(rules_, request.view(), quick());
        if (found.too_large) return out + "*There is too much in the contract to say here what it comes down to.*\n";
        for (table_row const& r : found.rows) {
            out += (found.rows.size() == 1 ? "Exactly" : codes(r.in_words)) + ":\n\n";
            show(out, outcomes_in_words(r));
            out += "\n";
        }
        return out;
    }
    std::string of_term(text::named_thing const& t) const
    {
        std::uint32_t const term = index_of(t);
        if (term == none) return {};
        std::string out = words_.meaning(rules_.terms[term]);
        std::string const citing = words_.citing(rules_.terms[term]);
        if (!citing.empty()) out += " " + citing;
        out += "\n\n";
        contract_effects const found = effects_of_one_term(rules_, term, quick());
        for (effects_of_term const& of : found.terms)
            for (effect_by_use const& e : of.by_use) {
                explained_effect const shown{of.by_use.size() == 1 ? std::vector<std::string>{} : e.in_words,
                                             e.prohibits, e.pauses};
                if (!shown.uses.empty()) out += "For " + codes(shown.uses) + ":\n\n";
                show(out, outcomes_in_words(shown));
                out += "\n";
            }
        return out;
    }
    std::string of_chain(text::named_thing const& t) const
    {
        std::uint32_t const chain = index_of(t);
        if (chain == none) return {};
        explained_chain const e = explaining::english_chains{rules_, markup::markdown}.explained(chain);
        std::string out = e.opening + "\n\n";
        for (std::size_t i = 0; i != e.steps.size(); ++i) out += std::to_string(i + 1) + ". " + e.steps[i] + "\n";
        out += "\n";
        for (std::string const& r : e.rules) out += "- " + r + "\n";
        return out;
    }

    rule_set const& rules_;
    explaining::vocabulary words_;
};

/// The sentence that declares a thing, or of a part of a template, its part.
std::string declaration(project const& p, text::named_thing const& t)
{
    text::name_place const* const at = p.names.declaration(t);
    if (at == nullptr) return t.name == "lawful" ? "fact lawful is flag;" : std::string{};
    document const& d = *p.documents[at->text];
    text::statement const& s = d.read.statements[at->statement];
    std::uint32_t from = d.start_of(s), to = d.end_of(s);
    bool const part = at->in_template != none || t.kind == symbol_kind::template_ || t.kind == symbol_kind::stage;
    if (part) {
        // From the word that begins it to the first `;` or `{`.
        std::uint32_t i = s.first_token;
        while (i + 1 < s.last_token && d.token(i + 1).offset <= at->offset) ++i;
        from = t.parameter || t.kind == symbol_kind::label ? d.token(i).offset
                                                           : d.token(i == s.first_token ? i : i - 1).offset;
        if (t.parameter) from = d.start_of(s);
        for (; i < s.last_token; ++i) {
            text::terminal const is = d.token(i).is;
            to = d.token(i).offset + d.token(i).length;
            if (is == text::terminal::semicolon || is == text::terminal::open_brace) break;
        }
        if (d.token(std::min(i, s.last_token - 1)).is == text::terminal::open_brace) --to;
    }
    return d.text.substr(from, to - from);
}

}  // namespace

json answer_hover(session& s, json const& parameters)
{
    asked_place const a = place_of(s, parameters);
    if (a.thing == nullptr || a.name == nullptr) return nullptr;
    std::string text = "```redline\n" + declaration(*a.in, *a.thing) + "\n```\n";
    text::name_place const* const declared = a.in->names.declaration(*a.thing);
    if (declared != nullptr && declared->text != 0)
        text += "\nImported from `" + a.in->documents[declared->text]->path + "`.\n";
    checked_ptr const c = s.checks.result_of(*a.of, patience);
    if (c && c->found.ok) text += "\n" + summary{*c}.of(*a.thing);
    return {{"contents", {{"kind", "markdown"}, {"value", text}}},
            {"range", a.of->lines.range_of(a.name->offset, a.name->end())}};
}

}  // namespace redline::tool::lsp
