// Names, numbers, days and lists in English.
#pragma once

#include "../core/proof/words_piece.hpp"
#include "explanation.hpp"

namespace redline::inline v0_1::explaining {

/// What all English of an explanation is made of. Views into the rule set, which must outlive it.
class english {
public:
    /// Says what the rule set holds; `as` is how its free text stands. Keeps a reference to the rule set.
    english(rule_set const& rules, markup as) noexcept : rules_{rules}, as_{as} {}

    /// A name of the contract, marked as one: it may be any word.
    std::string name(text_ref of) const { return code(rules_(of)); }
    /// Words of the contract's language.
    static std::string code(std::string_view text)
    {
        std::string out{"`"};
        out.append(text).append("`");
        return out;
    }
    /// Text that is for readers: a title, a description, a reason. On one line.
    std::string free_text(text_ref of) const
    {
        std::string out;
        for (char const c : rules_(of)) {
            constexpr std::string_view marks = "\\`*_{}[]<>#|~&!";
            if (as_ == markup::markdown && marks.find(c) != std::string_view::npos) out += '\\';
            out += c == '\n' ? ' ' : c;
        }
        return out;
    }
    /// `1 June 2027`.
    static std::string day(day_number number)
    {
        constexpr std::string_view months[] = {"January", "February", "March",     "April",   "May",      "June",
                                               "July",    "August",   "September", "October", "November", "December"};
        calendar_day const d = day_of(number);
        return std::to_string(d.day) + " " + std::string{months[d.month - 1]} + " " + std::to_string(d.year);
    }
    /// `90 days`; `1,000 hours`.
    static std::string duration(std::uint64_t minutes) { return with_commas(proof::duration_in_words(minutes)); }
    /// `10,000`; a large power of ten as `10^12`.
    static std::string number(std::uint64_t n) { return with_commas(proof::number_in_words(n)); }
    /// `30 days' notice`, `1 day's notice`.
    static std::string notice(std::uint64_t minutes)
    {
        std::string const time = duration(minutes);
        return time + (time.back() == 's' ? "' notice" : "'s notice");
    }

    /// The name of a party or role; empty for nobody.
    std::string who(principal const& p) const
    {
        if (p.kind == principal_kind::party) return name(rules_.parties[p.index].name);
        if (p.kind == principal_kind::role) return name(rules_.roles[p.index].name);
        return {};
    }
    /// The same, to begin a sentence with.
    std::string who_begins(principal const& p) const
    {
        return (p.kind == principal_kind::party ? "The party " : "The role ") + who(p);
    }
    /// What `of` gives for each index of a range.
    template <class Of>
    static std::vector<std::string> each(index_range range, Of const& of)
    {
        std::vector<std::string> all;
        for (std::uint32_t i = range.first; i != range.last; ++i) all.push_back(of(i));
        return all;
    }
    /// `a`, `a and b`, `a, b and c`; empty for no items.
    static std::string and_list(std::vector<std::string> const& items) { return proof::listed(items, " and "); }
    /// `a`, `a or b`, `a, b or c`; empty for no items.
    static std::string or_list(std::vector<std::string> const& items) { return proof::listed(items, " or "); }
    /// The names of a range of `rule_set::principals`, joined by "and" for all of them, else by "or"; may be empty.
    std::string people(index_range principals, bool all_of_them) const
    {
        auto const names = each(principals, [&](std::uint32_t i) { return who(rules_.principals[i]); });
        return all_of_them ? and_list(names) : or_list(names);
    }
    /// `the sign-off review`, of a chain by its index in the rule set, which must be one.
    std::string sign_off(std::uint32_t chain) const { return "the sign-off " + name(rules_.chains[chain].name); }

protected:
    rule_set const& rules_;
    markup as_;

private:
    static std::string with_commas(std::string text)
    {
        for (char& c : text)
            if (c == '_') c = ',';
        return text;
    }
};

}  // namespace redline::inline v0_1::explaining
