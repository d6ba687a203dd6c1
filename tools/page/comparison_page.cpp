#include "comparison_page.hpp"

#include "part.hpp"
#include "render.hpp"

#include "../characters.hpp"
#include "../format/use_list.hpp"

#include <algorithm>
#include <optional>

namespace redline::tool::page {

namespace {

std::string id_of_change(std::string_view label, bool struck)
{
    return label.empty() ? "days" : (struck ? "struck-" : "term-") + std::string{label};
}
std::string id_of_change(json const& named)
{
    return id_of_change(named.value("label", std::string{}), named["change"] == "struck");
}

std::string_view meaning_of(comparison_verdict v)
{
    switch (v) {
    case comparison_verdict::equivalent: return "No request comes out otherwise, and the same persons can sign.";
    case comparison_verdict::narrower: return "Somewhere it is stricter, and nowhere milder.";
    case comparison_verdict::wider: return "Somewhere it is milder, and nowhere stricter.";
    default: return "Somewhere it is stricter, and somewhere milder.";
    }
}

/// `sha256:…`.
std::string digest_text(sha256_digest const& d)
{
    std::string text = "sha256:";
    for (std::uint8_t const byte : d.bytes) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

cut_text cut_of(compared_draft const& d)
{
    return d.of->map.empty() ? cut(d.of->text, d.file->literate) : cut(d.of->expanded, false);
}

/// Fills the templates of a comparison.
class comparison_filler {
public:
    comparison_filler(compared_draft before, compared_draft after, comparison_in_words const& found)
        : before_{before}, after_{after}, found_{found}, where_{no_rules_}, old_cut_{cut_of(before)},
          new_cut_{cut_of(after)}, text_{redlined(old_cut_, new_cut_, found, where_)}
    {
        for (redlined_statement const& s : text_)
            if (s.change != nullptr) shown_.push_back(s.change);
    }

    void fill(part to)
    {
        draft(to, "Old", before_);
        draft(to, "New", after_);
        to.set("VERDICT", std::string{redline::name_of(found_.verdict)});
        to.set("VERDICT_MEANING", std::string{meaning_of(found_.verdict)});
        changes(to);
        text(to);
        if (!found_.chains.empty()) {
            part chains = to.add("CHAIN_CHANGES");
            for (chain_in_words const& c : found_.chains) chain(chains.add("CHAIN_CHANGE"), c);
        }
        notices(to);
        differences(to);
    }

private:
    void draft(part to, char const* what, compared_draft const& d)
    {
        rule_set const& rules = d.of->rules;
        part one = to.add("DRAFT");
        one.set("DRAFT_WHAT", std::string{what});
        one.set("DRAFT_TITLE", printable(rules(rules.title)) + ", version " + std::to_string(rules.version));
        std::string const& name = d.file->name;
        one.set("DRAFT_FILE", shown(name.substr(name.find_last_of('/') + 1)));
        if (rules.digest != nullptr) one.add("WITH_DIGEST").set("DRAFT_DIGEST", digest_text(*rules.digest));
    }
    void changes(part to)
    {
        if (found_.changes.empty()) return to.show("NO_CHANGES");
        part all = to.add("CHANGES");
        for (change_group const& g : grouped(found_.changes)) {
            part row = all.add("CHANGE");
            change_in_words const& c = *g.first;
            row.set("CHANGE_USES", uses_in_words(g.uses, found_.all_uses));
            from_to(row, c.from, c.to);
            conditions(row, {c.when, c.complete});
            row.set("EXAMPLE", highlighted(c.example, where_));
            if (!c.only_before.empty())
                row.add("BEFORE").set("BEFORE_WORDS", highlighted(joined(c.only_before), where_));
            for (json const& t : c.due_to) named(row.add("DUE"), t);
        }
    }
    static void from_to(part row, outcome from, outcome to)
    {
        row.set("FROM", std::string{redline::name_of(from)});
        row.set("TO", std::string{redline::name_of(to)});
        row.set("DIRECTION", std::string{to > from ? "stricter" : "milder"});
    }
    void conditions(part to, conditions_in_words const& when)
    {
        if (when.complete && when.any_of == std::vector<std::string>{"always"}) return to.show("CHANGE_ALWAYS");
        part list = to.add("WHENS");
        for (std::string const& w : when.any_of) list.add("CHANGE_WHEN").set("WHEN_WORDS", highlighted(w, where_));
        if (!when.complete) list.show("CHANGE_FURTHER");
    }
    void named(part to, json const& term)
    {
        to.set("DUE_ID", id_of_change(term));
        to.set("DUE_NAME", named_in_words(term));
    }

    void text(part to)
    {
        unsigned count = 0;
        std::optional<part> plain;  // a block that takes further statements
        for (redlined_statement const& s : text_) {
            if (s.section) section(to, s, ++count);
            bool const own = !s.label.empty() || s.change != nullptr;
            if (own || s.section || !plain) plain = to.add("STATEMENT").add("WORDS");
            plain->add("ONE").set("STATEMENT_WORDS", s.text);
            if (!own) continue;
            bool const days = s.change != nullptr && s.change->kind == "days";
            plain->add("BLOCK_ID")
                .set("ID_OF_BLOCK", id_of_change(days ? std::string{} : s.label, s.is == redlined_kind::struck));
            if (s.change != nullptr) term(plain->add("EFFECTS"), *s.change);
            plain.reset();
        }
        // What stands in neither text as it is, as a term that is there by a template of another file.
        for (changed_term_in_words const& t : found_.terms) {
            if (std::find(shown_.begin(), shown_.end(), &t) != shown_.end()) continue;
            part one = to.add("STATEMENT").add("WORDS");
            one.add("BLOCK_ID").set("ID_OF_BLOCK", id_of_change(t.label, t.kind == "struck"));
            words both;
            if (!t.before.empty()) both.push_back({printable(t.before), style::struck});
            if (!t.before.empty() && !t.after.empty()) both.push_back({"\n"});
            if (!t.after.empty()) both.push_back({printable(t.after), style::inserted});
            one.add("ONE").set("STATEMENT_WORDS", both);
            term(one.add("EFFECTS"), t);
        }
        if (!found_.terms_complete) to.show("TERMS_NOT_COMPLETE");
    }
    static void section(part to, redlined_statement const& s, unsigned number)
    {
        std::string const id = "section-" + std::to_string(number);
        part heading = to.add("STATEMENT").add("SECTION");
        heading.set("SECTION_ID", id);
        heading.set("SECTION_TITLE", s.heading);
        part entry = to.add("SECTION_LINK");
        entry.set("SECTION_LINK_ID", id);
        entry.set("SECTION_LINK_TITLE", s.heading);
    }
    void term(part to, changed_term_in_words const& t)
    {
        std::string const name = t.kind == "days" ? "The days of the header" : "Term " + t.label;
        to.set("TERM_CHANGE", name + ", " + (t.kind == "days" ? "changed" : t.kind) +
                                  (t.label_before.empty() ? "" : " (it was " + t.label_before + ")"));
        to.set("TERM_VERDICT", t.verdict == "none"   ? std::string{"changes no outcome"}
                               : t.verdict == "both" ? std::string{"narrower and wider"}
                                                     : t.verdict);
        if (t.effects.empty() && t.alone.empty() && t.left_out.empty()) return;
        part list = to.add("SOME");
        for (effect_group const& g : grouped(t.effects)) {
            part one = list.add("EFFECT");
            term_effect_in_words const& e = *g.first;
            one.set("EFFECT_USES", uses_in_words(g.uses, found_.all_uses));
            from_to(one, e.from, e.to);
            conditions(one, e.when);
            if (!e.with.empty()) {
                part with = one.add("WITH");
                with.set("WITH_HOW", std::string{e.by_itself == "never" ? "together with" : "in part together with"});
                for (json const& other : e.with) named(with.add("DUE"), other);
            }
            one.set("EXAMPLE", highlighted(e.example.text, where_));
        }
        without(list, "Made alone, ", t.alone);
        without(list, "Without it, ", t.left_out);
        if (t.verdict == "none" && !(t.alone.empty() && t.left_out.empty())) to.show("MADE_UP_FOR");
    }
    void without(part to, char const* what, std::vector<term_effect_in_words> const& effects)
    {
        for (effect_group const& g : grouped(effects)) {
            part one = to.add("WITHOUT");
            one.set("WITHOUT_WHAT", what + uses_in_words(g.uses, found_.all_uses) + " would be " +
                                        std::string{redline::name_of(g.first->to)} + " and not " +
                                        std::string{redline::name_of(g.first->from)});
            conditions(one, g.first->when);
        }
    }

    void chain(part to, chain_in_words const& c)
    {
        to.set("CHAIN_CHANGE_NAME", c.name);
        to.set("CHAIN_VERDICT", c.verdict);
        group(to, "Can complete it now, and could not before:", c.wider);
        group(to, "Could complete it before, and cannot now:", c.narrower);
    }
    void group(part to, char const* what, group_in_words const& g)
    {
        if (g.empty()) return;
        part one = to.add("GROUP");
        one.set("GROUP_WHAT", std::string{what});
        for (std::vector<std::string> const* lines : {&g.persons, &g.steps})
            for (std::string const& l : *lines) one.add("GROUP_LINE").set("GROUP_WORDS", sentence(l, where_));
    }
    void notices(part to)
    {
        if (found_.notices.empty()) return;
        part all = to.add("NOTICES");
        for (notice_in_words const& n : found_.notices) {
            std::string text;
            show(text, n, found_.all_uses);
            text.pop_back();
            all.add("NOTICE").set("NOTICE_TEXT", text);
        }
    }
    void differences(part to)
    {
        if (found_.differences.empty()) return;
        part all = to.add("DIFFERENCES");
        for (difference const& d : found_.differences) {
            std::string text;
            show(text, d);
            all.add("DIFFERENCE").set("DIFFERENCE_TEXT", printable(std::string_view{text}.substr(2, text.size() - 3)));
        }
    }

    compared_draft before_, after_;
    comparison_in_words const& found_;
    rule_set no_rules_{};
    links where_;
    cut_text old_cut_, new_cut_;
    std::vector<redlined_statement> text_;
    std::vector<changed_term_in_words const*> shown_;
};

}  // namespace

std::string html_of(compared_draft before, compared_draft after, comparison_in_words const& found)
{
    rule_set const& rules = after.of->rules;
    std::string const title = "What changes in " + printable(rules(rules.title));
    comparison_filler filler{before, after, found};
    return rendered("comparison.html", title, [&](part to) {
        to.set("TITLE", title);
        filler.fill(to);
    });
}

}  // namespace redline::tool::page
