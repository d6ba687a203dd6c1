// An independent oracle: conditions, terms and assertions read from text, by what their names are declared as.
#pragma once

#include "assertion.hpp"
#include "tokens.hpp"

namespace redline_oracle {

inline condition parse_condition(const contract& c, token_reader& in);

/// A name, and what is said of it.
inline condition parse_named_atom(const contract& c, token_reader& in)
{
    condition atom = make(condition_kind::flag, in.next());
    const std::vector<fact> facts = all_facts(c);
    const fact* f = find(facts, atom.name);
    if (find(c.definitions, atom.name)) atom.kind = condition_kind::defined;
    if (find(c.evidences, atom.name)) {
        atom.kind = condition_kind::held;
        if (in.accept("within")) atom.time = in.time();
    }
    if (find(c.safeguards, atom.name)) atom.kind = condition_kind::safeguard_at_least;
    if (in.accept("is")) {
        atom.kind = condition_kind::fact_is;
        atom.is_not = in.accept("not");
    }
    else if (in.accept("has")) atom.kind = condition_kind::fact_has;
    else if (in.accept("over")) atom.kind = condition_kind::over;
    else if (in.accept("under")) atom.kind = condition_kind::under;
    else if (in.accept("at")) {
        const bool least = in.accept("least");
        if (!least) in.expect("most");
        if (!find(c.safeguards, atom.name)) atom.kind = least ? condition_kind::at_least : condition_kind::at_most;
    }
    else return atom;
    if (in.accept("any")) {
        in.expect("of");
        atom.any_of = true;
        atom.values = in.list();
    }
    else if (!is_number(in.peek())) atom.values = {in.next()};
    else if (f && f->type == fact_type::duration) atom.time = in.time();
    else atom.count = in.integer();
    return atom;
}

inline condition parse_atom(const contract& c, token_reader& in)
{
    const auto chain = [&](condition_kind kind, const std::string& particle) {
        in.expect(particle);
        return make(kind, in.next());
    };
    if (in.accept("signed")) return chain(condition_kind::signed_by, "by");
    if (in.accept("waived")) return chain(condition_kind::waived_by, "by");
    if (in.accept("asked")) return chain(condition_kind::asked_of, "of");
    if (in.accept("date")) {
        condition atom = make(in.accept("from") ? condition_kind::date_from : condition_kind::date_before);
        if (atom.kind == condition_kind::date_before) in.expect("before");
        atom.day = in.next();
        return atom;
    }
    if (in.peek() == "mission" || in.peek() == "use") {
        condition atom = make(in.next() == "use" ? condition_kind::use_is : condition_kind::mission_is);
        in.expect("is");
        atom.is_not = in.accept("not");
        atom.name = in.next();
        if (atom.name != "sensitive") return atom;
        atom.name.clear();
        atom.kind = condition_kind::mission_sensitive;
        return atom;
    }
    return parse_named_atom(c, in);
}

inline condition parse_negation(const contract& c, token_reader& in)
{
    if (in.accept("not")) {
        condition result = make(condition_kind::negation);
        result.children = {parse_negation(c, in)};
        return result;
    }
    if (!in.accept("(")) return parse_atom(c, in);
    const condition result = parse_condition(c, in);
    in.expect(")");
    return result;
}

/// `or` over `and` over `not`; one child stands for itself.
inline condition parse_condition(const contract& c, token_reader& in)
{
    condition result = make(condition_kind::any);
    do {
        condition both = make(condition_kind::all);
        do both.children.push_back(parse_negation(c, in));
        while (in.accept("and"));
        result.children.push_back(both.children.size() == 1 ? condition(both.children.front()) : both);
    } while (in.accept("or"));
    return result.children.size() == 1 ? condition(result.children.front()) : result;
}

inline scope parse_scope(token_reader& in)
{
    scope s;
    s.all_uses = in.accept("all");
    if (s.all_uses) in.expect("uses");
    else s.paths = in.list();
    if (in.accept("except")) s.exceptions = in.list();
    return s;
}

inline std::vector<condition> parse_items(const contract& c, token_reader& in)
{
    std::vector<condition> result;
    do result.push_back(parse_atom(c, in));
    while (in.accept(","));
    return result;
}

inline std::optional<condition> parse_after(const contract& c, token_reader& in, const std::string& word)
{
    if (!in.accept(word)) return {};
    return parse_condition(c, in);
}

inline void parse_permit(const contract& c, term& t, token_reader& in)
{
    if (in.accept("nothing")) in.expect("else"), t.kind = term_kind::permit_nothing_else;
    else if (in.peek() == "all" && in.peek(1) == "lawful") {
        for (const char* word : {"all", "lawful", "uses"}) in.expect(word);
        t.kind = term_kind::permit_all_lawful;
    }
    else t.over = parse_scope(in), t.when = parse_after(c, in, "when");
}

inline void parse_log(const contract& c, term& t, token_reader& in)
{
    t.kind = term_kind::log;
    t.all_decisions = in.accept("all");
    if (t.all_decisions) in.expect("decisions");
    else t.kinds = in.list();
    in.expect("to");
    t.to = in.list();
    if (in.accept("within")) t.within = in.time();
    if (in.accept("keep")) t.keep = in.time();
    if (in.accept("for")) t.over = parse_scope(in);
    t.when = parse_after(c, in, "when");
}

inline void parse_duty(contract& c, const std::string& label, token_reader& in)
{
    duty d{label, in.next(), in.next(), {}, {}, ""};
    if (in.accept("every")) d.every = in.time();
    else {
        in.expect("within");
        d.within = in.time();
        in.expect("of");
        d.of_event = in.next();
    }
    c.duties.push_back(d);
}

inline void parse_term(contract& c, token_reader& in)
{
    term t;
    t.label = in.next();
    const std::string word = in.next();
    if (word == "audit" || word == "continuity") {
        while (!in.at_end()) in.next();
        return;
    }
    if (word == "permit") parse_permit(c, t, in);
    else if (word == "log") parse_log(c, t, in);
    else if (word == "prohibit" || word == "restrict") {
        t.kind = word == "prohibit" ? term_kind::prohibit : term_kind::restrict;
        t.over = parse_scope(in);
        t.when = parse_after(c, in, "when");
        t.condition_of = parse_after(c, in, word == "prohibit" ? "unless" : "to");
    }
    else if (word == "require") {
        t.kind = term_kind::require;
        t.items = parse_items(c, in);
        in.expect("for");
        t.over = parse_scope(in);
        t.when = parse_after(c, in, "when");
    }
    else if (word == "trigger") {
        t.kind = term_kind::trigger;
        t.trigger = in.next();
        in.expect("for");
        t.over = parse_scope(in);
        t.when = parse_after(c, in, "when");
        in.expect("pause"), in.expect("for");
        t.pause_for = in.next();
        if (in.accept("with")) t.items = parse_items(c, in);
    }
    else if (word == "duty") return parse_duty(c, t.label, in);
    else throw std::invalid_argument("no term begins with " + word);
    if (in.accept("citing")) t.citing = in.list();
    if (in.accept("because")) t.because = in.optional_string();
    c.terms.push_back(t);
}

inline assertion parse_assertion(const contract& c, token_reader& in)
{
    assertion a;
    a.kind = in.next() == "never" ? assertion_kind::never : assertion_kind::always;
    const std::string claim = in.next();
    if (claim == "attainable") a.kind = assertion_kind::attainable;
    a.outcome = claim == "prohibited" ? outcome::prohibited : claim == "paused" ? outcome::paused : outcome::permitted;
    in.expect("for");
    a.over = parse_scope(in);
    a.when = parse_after(c, in, "when");
    if (in.accept("without")) a.without = parse_items(c, in);
    return a;
}

}  // namespace redline_oracle
