#include "answer.hpp"

#include "line_reader.hpp"

#include "../characters.hpp"
#include "../json/request_json.hpp"
#include "../json/request_reader.hpp"
#include "../today.hpp"

#include "redline/core/request_writer.hpp"

namespace redline::tool {

namespace {

constexpr std::string_view chain_states[] = {"not asked", "opened", "complete", "refused"};

/// The items of a list with commas, or with `and`.
std::vector<std::string_view> items_of(std::string_view text)
{
    std::vector<std::string_view> all;
    constexpr std::string_view between = " and ";
    while (true) {
        std::size_t const comma = text.find(','), word = text.find(between);
        std::size_t const end = std::min(comma, word);
        std::string_view const item = trimmed(text.substr(0, end));
        if (!item.empty()) all.push_back(item);
        if (end == std::string_view::npos) return all;
        text.remove_prefix(end + (end == word ? between.size() : 1));
    }
}

/// `yes` or `no`, in the words that people have for it.
bool read_yes_or_no(std::string_view text, bool& yes) noexcept
{
    constexpr std::string_view words[][2] = {{"yes", "no"}, {"y", "n"}, {"true", "false"}};
    for (auto const& pair : words)
        for (int i = 0; i < 2; ++i)
            if (text == pair[i]) return yes = i == 0, true;
    return false;
}

std::string wrong(std::string_view text, std::string_view expected, std::vector<std::string> const& words)
{
    nearest_name nearest{text};
    for (std::string const& w : words) nearest.consider(w);
    std::string out = "`" + printable(text) + "`: expected ";
    out += expected;
    if (!nearest.best().empty()) out.append("; did you mean `").append(nearest.best()).append("`?");
    return out;
}

/// An answer on its way into a request.
class taking {
public:
    taking(rule_set const& rules, request_view& request, std::string& why)
        : rules_{rules}, request_{request}, why_{why}, writer_{rules, request}
    {}

    bool take(given_answer const& a)
    {
        if (a.text.empty()) return true;
        std::string_view const text = a.text;
        switch (a.kind) {
        case question_kind::use: return a.subject == none ? uses(text) : kind_of_use(text, a.subject);
        case question_kind::mission: return mission(text);
        case question_kind::date: {
            request_.has_date = false;
            return said(text == "today" ? writer_.date(day_as_text(today())) : writer_.date(text));
        }
        case question_kind::fact: return fact(text, a.subject);
        case question_kind::evidence: return evidence(text, a.subject);
        case question_kind::safeguard: return said(writer_.safeguard(rules_(rules_.safeguards[a.subject].name), text));
        case question_kind::signoff: return signoff(text, a.subject);
        }
        return false;
    }

private:
    bool said(bool ok)
    {
        if (!ok) why_ = message_of(writer_.error());
        return ok;
    }
    bool expected(std::string_view text, std::string_view what, std::vector<std::string> const& words)
    {
        why_ = wrong(text, what, words);
        return false;
    }
    bool uses(std::string_view text)
    {
        for (std::string_view const path : items_of(text))
            if (!said(writer_.use(path))) return false;
        return said(writer_.complete());
    }
    bool kind_of_use(std::string_view text, std::uint32_t use)
    {
        requested_kind const asked = request_.uses[use];
        std::string const within = path_of(rules_, name_space::uses, asked);
        requested_kind found = find_kind(rules_, name_space::uses, text);
        if (found.form == kind_form::unknown)
            found = find_kind(rules_, name_space::uses, within + "." + std::string{text});
        if (found.form == kind_form::unknown || found.index == none || found == asked ||
            lies_at(rules_.uses, asked.index, found) != truth::yes)
            return expected(text, "a kind of `" + within + "`", choices_of(rules_, request_, question_kind::use, use));
        request_.uses[use] = found;
        return true;
    }
    bool mission(std::string_view text)
    {
        std::string path{text};
        if (request_.mission.form != kind_form::unknown &&
            find_kind(rules_, name_space::missions, text).form == kind_form::unknown)
            path = path_of(rules_, name_space::missions, request_.mission) + "." + path;
        request_.mission = {};
        if (find_kind(rules_, name_space::missions, path).form == kind_form::unknown) path = text;
        return said(writer_.mission(path));
    }
    bool fact(std::string_view text, std::uint32_t index)
    {
        fact_entry const& f = rules_.facts[index];
        std::string_view const name = rules_(f.name);
        for (std::uint32_t s = f.slot; s != f.slot + slots_of(f); ++s)
            if (f.type != fact_type::any_of || request_.known[s] == 0) request_.given[s] = 0;
        request_.attested[index] = f.from;
        bool ok = false;
        switch (f.type) {
        case fact_type::flag: {
            bool yes = false;
            if (!read_yes_or_no(text, yes)) return expected(text, "`yes` or `no`", {"yes", "no", "unknown"});
            ok = writer_.fact(name, yes);
            break;
        }
        case fact_type::count: {
            std::uint64_t number = 0;
            if (!read_number(text, number)) return expected(text, "a whole number, below 2^64", {});
            ok = writer_.fact(name, number);
            break;
        }
        case fact_type::any_of: ok = set(text, name); break;
        default: ok = writer_.fact(name, text); break;
        }
        return said(ok);
    }
    /// The values that hold and no others; where some are said not to hold, no more than what is said.
    bool set(std::string_view text, std::string_view name)
    {
        std::vector<std::string_view> const items = text == "nothing" ? std::vector<std::string_view>{}
                                                                      : items_of(text);
        constexpr std::string_view negation = "not ";
        bool part = false;
        for (std::string_view const i : items) part = part || i.substr(0, negation.size()) == negation;
        if (!part && !writer_.fact_is_set(name)) return false;
        for (std::string_view i : items) {
            bool const holds = i.substr(0, negation.size()) != negation;
            if (!holds) i = trimmed(i.substr(negation.size()));
            if (!writer_.fact_has(name, i, holds)) return false;
        }
        return true;
    }
    bool evidence(std::string_view text, std::uint32_t index)
    {
        bool yes = false;
        request_.evidence_age[index] = unlimited;
        if (read_yes_or_no(text, yes)) {
            if (yes) request_.evidence_age[index] = 0;
            return true;
        }
        std::uint64_t minutes = 0;
        if (!read_duration(text, minutes))
            return expected(text, "`no`, `yes`, or its age, such as `12 days`", {"yes", "no", "unknown"});
        request_.evidence_age[index] = minutes;
        return true;
    }
    bool signoff(std::string_view text, std::uint32_t index)
    {
        request_.chains[index] = chain_state::not_asked;
        if (text == chain_states[0] || text == "no") return true;
        if (text == "yes") text = chain_states[2];
        for (std::string_view const state : chain_states)
            if (text == state) return said(writer_.signoff(rules_(rules_.chains[index].name), text));
        return expected(text, "`not asked`, `opened`, `complete` or `refused`",
                        choices_of(rules_, request_, question_kind::signoff, index));
    }
    /// Digits, with `_` between them or not.
    static bool read_number(std::string_view text, std::uint64_t& number)
    {
        bool digit_before = false;
        for (char const c : text) {
            if (c == '_' && digit_before) {
                digit_before = false;
                continue;
            }
            if (c < '0' || c > '9') return false;
            auto const digit = static_cast<unsigned>(c - '0');
            if (number > (~std::uint64_t{0} - digit) / 10) return false;
            number = number * 10 + digit;
            digit_before = true;
        }
        return digit_before;
    }

    rule_set const& rules_;
    request_view& request_;
    std::string& why_;
    request_writer writer_;
};

/// The kinds below one that is declared, or all where there is none; each that has kinds is followed by its `.other`.
void add_kinds(std::vector<std::string>& to, rule_set const& rules, name_space space, requested_kind below)
{
    array_view<kind_entry> const all = space == name_space::uses ? rules.uses : rules.missions;
    bool const some = below.form == kind_form::declared;
    for (std::uint32_t i = 0; i < all.size; ++i) {
        requested_kind const kind{kind_form::declared, i};
        if (some && (i == below.index || lies_at(all, below.index, kind) != truth::yes)) continue;
        to.push_back(path_of(rules, space, kind));
    }
    if (some) to.push_back(path_of(rules, space, {kind_form::other, below.index}));
}

}  // namespace

std::vector<std::string> choices_of(rule_set const& rules, request_view const& request, question_kind kind,
                                    std::uint32_t subject)
{
    std::vector<std::string> all;
    auto const values = [&](index_range of) {
        for (std::uint32_t v = of.first; v != of.last; ++v) all.emplace_back(rules(rules.values[v]));
    };
    switch (kind) {
    case question_kind::use:
        add_kinds(all, rules, name_space::uses, subject == none ? requested_kind{} : request.uses[subject]);
        if (subject == none) all.emplace_back("unlisted");
        break;
    case question_kind::mission: add_kinds(all, rules, name_space::missions, request.mission); break;
    case question_kind::fact: {
        fact_entry const& f = rules.facts[subject];
        if (f.type == fact_type::flag) all = {"yes", "no"};
        if (f.type == fact_type::level || f.type == fact_type::one_of) values(f.values);
        break;
    }
    case question_kind::safeguard: values(rules.safeguards[subject].values); break;
    case question_kind::signoff:
        for (std::string_view const s : chain_states) all.emplace_back(s);
        break;
    default: break;
    }
    return all;
}

bool take_answer(rule_set const& rules, given_answer const& answer, request_view& request, std::string& why)
{
    return taking{rules, request, why}.take(answer);
}

void settle(given_answer const& answer, settled_items& items)
{
    switch (answer.kind) {
    case question_kind::use:
        if (answer.subject != none && answer.text.empty()) items.uses.push_back(answer.subject);
        break;
    case question_kind::mission: items.mission = items.mission || answer.text.empty(); break;
    case question_kind::date: items.date = true; break;
    case question_kind::fact: items.facts[answer.subject] = true; break;
    case question_kind::evidence: items.evidence[answer.subject] = true; break;
    case question_kind::safeguard: items.safeguards[answer.subject] = true; break;
    case question_kind::signoff: items.signoffs[answer.subject] = true; break;
    }
}

std::string name_of(rule_set const& rules, request_view const& request, question_kind kind, std::uint32_t subject)
{
    switch (kind) {
    case question_kind::use:
        return subject == none ? "use" : "kind of " + path_of(rules, name_space::uses, request.uses[subject]);
    case question_kind::mission:
        return request.mission.form == kind_form::unknown
                   ? "mission"
                   : "kind of " + path_of(rules, name_space::missions, request.mission);
    case question_kind::date: return "date";
    case question_kind::fact: return std::string{rules(rules.facts[subject].name)};
    case question_kind::evidence: return std::string{rules(rules.evidence[subject].name)};
    case question_kind::safeguard: return std::string{rules(rules.safeguards[subject].name)};
    case question_kind::signoff: return std::string{rules(rules.chains[subject].name)};
    }
    return {};
}

}  // namespace redline::tool
