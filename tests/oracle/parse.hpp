// An independent oracle: contract text without errors, read into the model. What the model does not hold (sections,
// audits, continuity, scenarios, rules of chains but deputies) is passed over; imports, templates and amendments are
// refused.
#pragma once

#include "parse_condition.hpp"

namespace redline_oracle {

inline std::optional<std::string> accepted_name(token_reader& in, const std::string& after)
{
    if (!in.accept(after)) return {};
    return in.next();
}
inline std::optional<duration> accepted_time(token_reader& in, const std::string& after)
{
    if (!in.accept(after)) return {};
    return in.time();
}

inline fact parse_fact(token_reader& in)
{
    fact f;
    f.name = in.next();
    in.expect("is");
    const std::string type = in.next();
    f.type = type == "flag"       ? fact_type::flag
             : type == "count"    ? fact_type::count
             : type == "duration" ? fact_type::duration
             : type == "level"    ? fact_type::level
             : type == "one"      ? fact_type::one_of
                                  : fact_type::any_of;
    if (type == "level") f.values = in.list("<");
    if (in.accept("of")) f.values = in.list();
    f.from = accepted_name(in, "from");
    f.text = in.optional_string();
    return f;
}

inline signoff parse_signoff(token_reader& in)
{
    signoff s;
    s.name = in.next();
    in.expect("{");
    while (!in.accept("}")) {
        if (in.accept("stage")) {
            stage one{in.next(), "", {}};
            in.expect(":");
            while (in.peek() != ";" && in.peek() != "within") {
                const std::string token = in.next();
                one.quorum += (one.quorum.empty() || token == "," ? "" : " ") + token;
            }
            one.within = accepted_time(in, "within");
            s.stages.push_back(one);
        }
        else if (in.accept("deputy")) {
            deputy one{in.next(), ""};
            in.expect("for");
            one.of = in.next();
            s.deputies.push_back(one);
        }
        else if (in.peek() == "valid" && in.peek(1) != "once") s.valid = accepted_time(in, "valid");
        while (in.peek() != ";") in.next();
        in.expect(";");
    }
    return s;
}

inline void parse_contract_header(contract& c, token_reader& in)
{
    c.title = in.optional_string();
    in.expect("version");
    c.version = in.integer();
    if (!in.accept("effective")) return;
    c.effective_from = accepted_name(in, "from");
    c.effective_before = accepted_name(in, "before");
}

/// A declaration or a header; false for what is not one.
inline bool parse_declaration(contract& c, token_reader& in)
{
    if (in.accept("contract")) parse_contract_header(c, in);
    else if (in.accept("party")) c.parties.push_back({in.next(), in.optional_string()});
    else if (in.accept("role")) {
        const std::string name = in.next();
        const std::optional<std::string> of = accepted_name(in, "of");
        if (!of) in.expect("independent");
        c.roles.push_back({name, of, in.optional_string()});
    }
    else if (in.accept("authority")) {
        authority a{in.next(), in.optional_string(), {}};
        in.expect("as");
        a.as_of = accepted_name(in, "of");
        c.authorities.push_back(a);
    }
    else if (in.accept("use")) c.uses.push_back({in.next(), in.optional_string()});
    else if (in.accept("mission")) {
        mission m{in.next(), false, ""};
        m.sensitive = in.accept("sensitive");
        m.text = in.optional_string();
        c.missions.push_back(m);
    }
    else if (in.accept("fact")) c.facts.push_back(parse_fact(in));
    else if (in.accept("safeguard")) {
        safeguard s{in.next(), {}, ""};
        if (in.accept("is")) in.expect("level"), s.own_ladder = in.list("<");
        s.text = in.optional_string();
        c.safeguards.push_back(s);
    }
    else if (in.accept("evidence")) {
        evidence e{in.next(), *accepted_name(in, "from"), {}, ""};
        e.valid = accepted_time(in, "valid");
        e.text = in.optional_string();
        c.evidences.push_back(e);
    }
    else if (in.accept("event")) c.events.push_back(in.next());
    else if (in.accept("signoff")) c.signoffs.push_back(parse_signoff(in));
    else return false;
    return true;
}

/// A contract and its assertions.
struct parsed {
    contract terms;
    std::vector<assertion> assertions;
};

inline parsed parse(const std::string& text)
{
    parsed result;
    std::vector<names> statements = statements_of(text);
    contract& c = result.terms;
    std::erase_if(statements, [&](const names& one) {
        token_reader in(one);
        if (in.peek() == "import" || in.peek() == "template" || in.peek() == "amendment")
            throw std::invalid_argument("the model holds no " + in.peek());
        return in.peek() == "redline" || in.peek() == "section" || in.peek() == "scenario" || parse_declaration(c, in);
    });
    for (const names& one : statements)  // names first: a term may speak of what is declared later
        if (one.front() == "define") c.definitions.push_back({one.at(1), {}});
    for (const names& one : statements) {
        token_reader in(one);
        if (in.accept("define")) {
            const std::string name = in.next();
            in.expect("as");
            for (definition& d : c.definitions)
                if (d.name == name) d.stands_for = parse_condition(c, in);
        }
        else if (in.accept("assert")) result.assertions.push_back(parse_assertion(c, in));
        else if (is_number(in.peek())) parse_term(c, in);
        else throw std::invalid_argument("no statement begins with " + in.peek());
        if (!in.at_end()) throw std::invalid_argument("not read: " + in.peek());
    }
    return result;
}

}  // namespace redline_oracle
