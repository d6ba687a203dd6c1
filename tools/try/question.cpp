#include "question.hpp"

#include "answer.hpp"

#include "../characters.hpp"
#include "../format/paragraph.hpp"
#include "../json/request_json.hpp"

#include "redline/explain/english_terms.hpp"

namespace redline::tool {

namespace {

/// How many choices or terms are listed before the rest is only counted.
constexpr std::size_t most_listed = 40, most_terms = 8;

class question_writer {
public:
    question_writer(rule_set const& rules, request_view const& request, open_question const& of)
        : rules_{rules}, request_{request}, of_{of}, choices_{choices_of(rules, request, of.kind, of.subject)}
    {}

    std::string question() const
    {
        std::string out;
        append_paragraph(out, {}, printable(head() + ": " + answers()), 2);
        if (!in_line()) list(out, most_listed);
        return out;
    }
    std::string explanation() const
    {
        std::string out;
        append_paragraph(out, "  ", printable(head() + "."), 4);
        if (!in_line()) list(out, choices_.size());
        append_paragraph(out, "  ", how_to_answer(), 4);
        terms(out);
        return out;
    }

private:
    /// Choices that are words stand in the line of the question, paths below one another.
    bool in_line() const { return of_.kind > question_kind::mission; }
    bool first_use() const { return of_.kind == question_kind::use && of_.subject == none; }

    std::string described(std::string name, text_ref description) const
    {
        return description.empty() ? name : name + " (" + std::string{rules_(description)} + ")";
    }
    std::string head() const
    {
        std::string const name = name_of(rules_, request_, of_.kind, of_.subject);
        switch (of_.kind) {
        case question_kind::use: return first_use() ? "use" : name;
        case question_kind::mission:
        case question_kind::date: return name;
        case question_kind::fact: {
            fact_entry const& f = rules_.facts[of_.subject];
            std::string const who = name_of(rules_, f.from);
            return described(name, f.description) + (who.empty() ? "" : ", attested by " + who);
        }
        case question_kind::evidence: {
            evidence_entry const& e = rules_.evidence[of_.subject];
            return "evidence " + described(name, e.description) + " of " + name_of(rules_, e.from);
        }
        case question_kind::safeguard:
            return "safeguard " + described(name, rules_.safeguards[of_.subject].description);
        case question_kind::signoff: return "sign-off " + name;
        }
        return name;
    }
    /// `1 none, 2 on_the_loop, 3 in_the_loop`.
    std::string numbered() const
    {
        std::string out;
        for (std::size_t i = 0; i < choices_.size(); ++i)
            out += (i == 0 ? "" : ", ") + std::to_string(i + 1) + " " + choices_[i];
        return out;
    }
    std::string turns() const
    {
        std::string out;
        for (std::size_t i = 0; i < of_.turns.size() && i < most_terms; ++i) {
            std::uint64_t const t = of_.turns[i];
            out += i == 0 ? "" : ", ";
            if (of_.kind == question_kind::date) out += day_as_text(proof::day_of_cell(t));
            else if (of_.kind == question_kind::evidence || is(fact_type::duration)) out += proof::duration_in_words(t);
            else out += proof::number_in_words(t);
        }
        return out;
    }
    bool is(fact_type t) const { return of_.kind == question_kind::fact && rules_.facts[of_.subject].type == t; }
    std::string difference() const
    {
        return of_.turns.empty() ? "" : "; it makes a difference from " + turns() + " on";
    }
    std::string answers() const
    {
        switch (of_.kind) {
        case question_kind::use: return first_use() ? "one of these, or several with commas" : "one of these";
        case question_kind::mission: return "one of these";
        case question_kind::date: return "a day, as 2026-06-01, or today" + difference();
        case question_kind::evidence: return "no, yes, or its age, as 12 days" + ages();
        case question_kind::fact: break;
        default: return numbered();
        }
        fact_entry const& f = rules_.facts[of_.subject];
        switch (f.type) {
        case fact_type::flag: return "yes or no";
        case fact_type::count: return "a number" + difference();
        case fact_type::duration: return "a duration, as 12 days" + difference();
        case fact_type::level: return numbered() + ", the lowest first";
        case fact_type::one_of: return numbered();
        case fact_type::any_of: {
            std::string out = "nothing, or those that hold of ";
            for (std::uint32_t v = f.values.first; v != f.values.last; ++v)
                out += (v == f.values.first ? "" : ", ") + std::string{rules_(rules_.values[v])};
            return out;
        }
        }
        return {};
    }
    /// Up to which ages it counts.
    std::string ages() const
    {
        std::string out;
        for (std::uint64_t const t : of_.turns)
            if (t != unlimited && t != 0)
                out += (out.empty() ? "; it counts up to " : ", ") + proof::duration_in_words(t - 1);
        return out;
    }
    std::string_view how_to_answer() const
    {
        switch (of_.kind) {
        case question_kind::use:
            return "Answer by path or number. A path with `.other` behind it is another kind of it, `unlisted` is none "
                   "of them.";
        case question_kind::date: return "`unknown` leaves it open.";
        case question_kind::fact:
            if (is(fact_type::any_of))
                return "Answer with the values that hold and no others, as `a, b`; with `not` before one, only what is "
                       "named is known. `unknown` leaves it open.";
            return "`unknown` leaves it open: where it matters, the request waits for it.";
        case question_kind::evidence: return "Held means passed. `unknown` is not held.";
        case question_kind::safeguard: return "`unknown` is the lowest level.";
        case question_kind::signoff: return "`unknown` is not asked.";
        default: return "Answer by path or number; `unknown` leaves it open.";
        }
    }
    text_ref description_of(std::string const& path) const
    {
        bool const use = of_.kind == question_kind::use;
        requested_kind const k = find_kind(rules_, use ? name_space::uses : name_space::missions, path);
        if (k.form != kind_form::declared) return {};
        return (use ? rules_.uses : rules_.missions)[k.index].description;
    }
    void list(std::string& out, std::size_t most) const
    {
        std::size_t widest = 0;
        for (std::string const& c : choices_) widest = std::max(widest, std::min<std::size_t>(c.size(), 40));
        std::size_t const digits = std::to_string(choices_.size()).size();
        for (std::size_t i = 0; i < choices_.size() && i < most; ++i) {
            std::string const number = std::to_string(i + 1);
            std::string lead = "  ";
            lead.append(digits - number.size(), ' ').append(number).append("  ").append(choices_[i]);
            std::string const text = printable(rules_(description_of(choices_[i])));
            std::size_t const hang = widest + digits + 6;
            if (!text.empty() && lead.size() < hang) lead.resize(hang, ' ');
            if (text.empty()) out.append(lead).append("\n");
            else append_paragraph(out, lead, text, hang);
        }
        if (choices_.size() > most)
            out += "  and " + std::to_string(choices_.size() - most) + " more; ? lists them all\n";
    }
    /// Whether a condition speaks of what is asked; definitions are looked into.
    bool speaks(index_range condition) const
    {
        for (std::uint32_t i = condition.first; i != condition.last; ++i) {
            condition_node const& n = rules_.conditions[i];
            if (n.op == condition_op::definition ? speaks(rules_.definitions[n.subject].condition) : is_atom_of_it(n))
                return true;
        }
        return false;
    }
    bool is_atom_of_it(condition_node const& n) const
    {
        proof::subject_positions const p = proof::positions_of(rules_);
        std::uint32_t const at = proof::position_of(p, rules_, n);
        if (at == none) return false;
        switch (of_.kind) {
        case question_kind::use: return false;
        case question_kind::mission: return at == p.mission;
        case question_kind::date: return at == p.date;
        case question_kind::fact: {
            fact_entry const& f = rules_.facts[of_.subject];
            return at >= p.slots + f.slot && at < p.slots + f.slot + slots_of(f);
        }
        case question_kind::evidence: return at == p.evidence + of_.subject;
        case question_kind::safeguard: return at == p.safeguards + of_.subject;
        case question_kind::signoff: return at == p.chains + of_.subject;
        }
        return false;
    }
    bool speaks_of_it(term_entry const& t) const
    {
        // The baseline asks for `lawful` without a condition of its own.
        bool const lawful = t.kind == term_kind::permit_all_lawful && of_.kind == question_kind::fact &&
                            of_.subject == rules_.lawful;
        return lawful || speaks(t.when) || speaks(t.unless);
    }
    void terms(std::string& out) const
    {
        explaining::english_terms const english{rules_, markup::plain};
        std::size_t found = 0;
        for (term_entry const& t : rules_.terms) {
            if (!speaks_of_it(t)) continue;
            if (++found > most_terms) continue;
            std::string const lead = "  " + std::string{rules_(t.label)} + "  ";
            append_paragraph(out, lead, printable(english.meaning(t)), 6);
        }
        if (found > most_terms) out += "  and " + std::to_string(found - most_terms) + " more terms\n";
    }

    rule_set const& rules_;
    request_view const& request_;
    open_question const& of_;
    std::vector<std::string> choices_;
};

}  // namespace

open_question question_of_use() { return {question_kind::use, none, {}}; }

std::string question_as_text(rule_set const& rules, request_view const& request, open_question const& of)
{
    return question_writer{rules, request, of}.question();
}

std::string explanation_of(rule_set const& rules, request_view const& request, open_question const& of)
{
    return question_writer{rules, request, of}.explanation();
}

}  // namespace redline::tool
