// An independent oracle: the warnings that need every complete request ("What is an error, and what is a warning"), and
// the gaps of each use.
#pragma once

#include "columns.hpp"
#include "complete.hpp"

namespace redline_oracle {

struct term_findings {
    bool never_has_a_say = false;
    std::set<std::string> anticipated_by;  // labels of all terms that anticipate it; none where it never has a say
    bool when_never_true = false;
    bool covered_whole = false;     // a permit
    bool permits_unlawful = false;  // a permit beside `permit all lawful uses`
    bool operator==(const term_findings&) const = default;
};

struct findings {
    std::map<std::string, term_findings> terms;  // by label; of logs, only `when_never_true`
    std::set<std::string> short_evidence;        // its `valid` ends before the duty that renews it falls due
    std::set<std::string> one_party_chains;
    std::map<std::string, bool> gaps;  // of each complete use: some request of it that only the baseline speaks of
};

inline bool is_anywhere(const column& of, truth wanted) { return std::find(of.begin(), of.end(), wanted) != of.end(); }

/// What each term says of every request: of all terms A, and of prohibit forms and the baseline the verdict.
struct said {
    const redline_oracle::term* term;
    column a;
    outcome_column verdict;

    bool may_prohibit() const { return is_prohibit_form(*term) || term->is_baseline(); }
    bool has_a_say() const
    {
        if (term->is_permit()) return is_anywhere(a, truth::yes) || is_anywhere(a, truth::unknown);
        return std::any_of(verdict.begin(), verdict.end(), [](outcome o) { return o != outcome::permitted; });
    }
};

/// "in every complete request where it prohibits, one same other term prohibits, and where it pauses, that term pauses
/// or prohibits; of two equals, the later": so the earlier is not, where neither is anywhere stricter.
inline std::set<std::string> anticipating(const std::vector<said>& terms, std::size_t of)
{
    std::set<std::string> result;
    for (std::size_t other = 0; other < terms.size(); ++other) {
        if (other == of || !terms[other].may_prohibit()) continue;
        bool covered = true, equal = true;
        for (std::size_t i = 0; i < terms[of].verdict.size(); ++i) {
            covered = covered && terms[other].verdict[i] >= terms[of].verdict[i];
            equal = equal && terms[other].verdict[i] == terms[of].verdict[i];
        }
        if (covered && (!equal || other < of)) result.insert(terms[other].term->label);
    }
    return result;
}

/// "a permit that prohibitions cover whole": each request where A is not false, some prohibit form prohibits.
inline bool is_covered_whole(const std::vector<said>& terms, const said& permit)
{
    for (std::size_t i = 0; i < permit.a.size(); ++i) {
        if (permit.a[i] == truth::no) continue;
        if (std::none_of(terms.begin(), terms.end(), [&](const said& one) {
                return is_prohibit_form(*one.term) && one.verdict[i] == outcome::prohibited;
            }))
            return false;
    }
    return permit.has_a_say();
}

/// "evidence whose `valid` ends before the `duty` that renews it falls due"
inline bool is_short(const contract& c, const evidence& e)
{
    return std::any_of(c.duties.begin(), c.duties.end(), [&](const duty& one) {
        return one.evidence == e.name && one.every && e.valid && e.valid->minutes() < one.every->minutes();
    });
}

/// The roles of a quorum as written.
inline names roles_of(const contract& c, const std::string& quorum)
{
    names result;
    std::string word;
    for (const char one : quorum + " ") {
        if (one != ' ' && one != ',') word += one;
        else {
            if (find(c.roles, word)) result.push_back(word);
            word.clear();
        }
    }
    return result;
}

/// "a chain whose every role is of one party": of its stages and its deputies; an independent role is of none.
inline bool is_of_one_party(const contract& c, const signoff& chain)
{
    names members;
    for (const stage& one : chain.stages)
        for (const std::string& name : roles_of(c, one.quorum)) members.push_back(name);
    for (const deputy& one : chain.deputies) members.push_back(one.name);
    std::set<std::string> parties;
    for (const std::string& name : members) parties.insert(find(c.roles, name)->of.value_or(""));
    return parties.size() == 1 && !parties.contains("");
}

/// For each complete use, whether some request of it has no term but the baseline speak: "no permit A true, no prohibit
/// form's B true or paused".
inline std::map<std::string, bool> find_gaps(const space& over, const std::vector<said>& terms, std::size_t size)
{
    std::map<std::string, bool> result;
    for (std::size_t i = 0; i < size; ++i) {
        const std::vector<request>& uses = over.dimensions.front().values;
        bool& gap = result[uses[i / (size / uses.size())].uses.front()];
        gap = gap || std::none_of(terms.begin(), terms.end(), [&](const said& one) {
                  if (one.term->is_baseline() || one.term->is_log()) return false;
                  return one.term->is_permit() ? one.a[i] == truth::yes : one.verdict[i] != outcome::permitted;
              });
    }
    return result;
}

inline findings find_warnings(const contract& c)
{
    const space over = complete_space(c);
    const columns of(c, over);
    std::vector<said> terms;
    for (const term& t : c.terms) terms.push_back({&t, of.a_of(t), of.verdict(t)});
    const bool lawful_baseline = std::any_of(c.terms.begin(), c.terms.end(),
                                             [](const term& t) { return t.kind == term_kind::permit_all_lawful; });
    const column lawful = of.value(make(condition_kind::flag, "lawful"), world::as_it_is);

    findings result;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const said& one = terms[i];
        const term& t = *one.term;
        term_findings& found = result.terms[t.label];
        found.when_never_true = t.when && !is_anywhere(one.a, truth::yes);
        if (t.is_log() || t.kind == term_kind::permit_nothing_else) continue;
        found.never_has_a_say = !one.has_a_say();
        if (is_prohibit_form(t) && one.has_a_say()) found.anticipated_by = anticipating(terms, i);
        if (!t.is_permit()) continue;
        found.covered_whole = is_covered_whole(terms, one);
        found.permits_unlawful = lawful_baseline && !t.is_baseline() &&
                                 is_anywhere(columns::both(one.a, columns::negate(lawful)), truth::yes);
    }
    for (const evidence& e : c.evidences)
        if (is_short(c, e)) result.short_evidence.insert(e.name);
    for (const signoff& chain : c.signoffs)
        if (is_of_one_party(c, chain)) result.one_party_chains.insert(chain.name);
    result.gaps = find_gaps(over, terms, of.size());
    return result;
}

}  // namespace redline_oracle
