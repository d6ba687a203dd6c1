#include "redlined.hpp"

#include "../shortest_edit.hpp"

#include <map>

namespace redline::tool::page {

namespace {

using text::terminal;

/// A statement of one draft: what it is found again by, and its words.
struct side {
    cut_text const* of = nullptr;
    statement const* at = nullptr;
    std::string key;

    std::vector<std::string_view> spelled() const
    {
        std::vector<std::string_view> all;
        for (std::uint32_t t = at->first; t != at->last; ++t) all.push_back(spelling(of->tokens[t], of->text.data()));
        return all;
    }
    text::token const& first() const { return of->tokens[at->first]; }
    std::string word(std::uint32_t number) const
    {
        if (at->first + number >= at->last) return {};
        return std::string{spelling(of->tokens[at->first + number], of->text.data())};
    }
    bool is_term() const { return (first().classes & text::is_label) != 0; }
};

/// Puts two drafts together.
class redliner {
public:
    redliner(comparison_in_words const& found, links const& where) : where_{where}
    {
        for (changed_term_in_words const& t : found.terms) {
            if (t.kind == "struck") struck_.emplace(t.label, &t);
            else if (t.kind == "days") days_ = &t;
            else {
                changed_.emplace(t.label, &t);
                if (!t.label_before.empty()) renamed_.emplace(t.label_before, t.label);
                else if (t.kind == "added") added_.emplace(t.label, &t);
            }
        }
    }

    std::vector<redlined_statement> all(cut_text const& before, cut_text const& after)
    {
        std::vector<side> const a = sides(before, true), b = sides(after, false);
        std::vector<std::string_view> keys[2];
        for (side const& s : a) keys[0].push_back(s.key);
        for (side const& s : b) keys[1].push_back(s.key);
        for (edit const& e : shortest_way(keys[0], keys[1])) {
            if (e.sign == '-') one(a[e.before], redlined_kind::struck);
            else if (e.sign == '+') one(b[e.after], redlined_kind::inserted);
            else both(a[e.before], b[e.after]);
        }
        return std::move(out_);
    }

private:
    std::vector<side> sides(cut_text const& of, bool old) const
    {
        std::vector<side> all;
        for (contract_block const& b : of.blocks)
            for (statement const& s : b.statements) {
                side one{&of, &s, {}};
                one.key = key(one, old);
                all.push_back(std::move(one));
            }
        return all;
    }
    std::string key(side const& s, bool old) const
    {
        std::string const first = s.word(0);
        if (s.is_term()) {
            if (old && struck_.count(first) != 0) return "struck " + first;
            auto const renamed = renamed_.find(first);
            if (old && renamed != renamed_.end()) return "term " + renamed->second;
            if (!old && added_.count(first) != 0) return "added " + first;
            return "term " + first;
        }
        switch (s.first().is) {
        case terminal::redline:
        case terminal::contract: return first;
        case terminal::assert_: {
            std::string whole;
            for (std::string_view const w : s.spelled()) whole.append(w).append(" ");
            return whole;
        }
        default: return first + " " + s.word(1);
        }
    }

    /// What stands before a token: a blank, or a line end and what the next line begins with.
    static std::string gap_before(words const& to, side const& s, std::uint32_t token)
    {
        if (token == s.at->first) return to.empty() || to.back().text.back() == '\n' ? "" : " ";
        text::token const& last = s.of->tokens[token - 1];
        std::uint32_t const from = last.offset + last.length;
        std::string_view const between = s.of->text.substr(from, s.of->tokens[token].offset - from);
        if (between.find('\n') == between.npos) return between.empty() ? "" : " ";
        std::string_view const indent = between.substr(between.find_last_of('\n') + 1);
        return "\n" + std::string(std::min<std::size_t>(indent.size(), 8), ' ');
    }
    /// One token, and what stands before it.
    void put(words& to, side const& s, std::uint32_t token, style is) const
    {
        text::token const& t = s.of->tokens[token];
        std::string const gap = gap_before(to, s, token);
        if (!to.empty() && to.back().is == is && is != style::plain) to.back().text += gap;
        else if (!gap.empty()) to.push_back({gap});
        std::string const text = shown(spelling(t, s.of->text.data()));
        if (is == style::struck || is == style::inserted) {
            if (!to.empty() && to.back().is == is) to.back().text += text;
            else to.push_back({text, is});
            return;
        }
        style const look = token == s.at->first && s.is_term() ? style::label : style_of(t);
        to.push_back({text, look, false, where_.of(&s.first(), &t, s.of->text.data())});
    }
    void put(words& to, side const& s, style is) const
    {
        for (std::uint32_t t = s.at->first; t != s.at->last; ++t) put(to, s, t, is);
    }
    redlined_statement described(side const& s, redlined_kind is) const
    {
        redlined_statement r;
        r.is = is;
        r.section = s.first().is == terminal::section;
        if (r.section) {
            std::string const title = s.word(2);
            r.heading = shown(s.word(1) + " " + (title.size() > 2 ? title.substr(1, title.size() - 2) : ""));
        }
        if (s.is_term()) {
            r.label = s.word(0);
            auto const& in = is == redlined_kind::struck ? struck_ : changed_;
            auto const at = in.find(r.label);
            if (at != in.end()) r.change = at->second;
        }
        if (s.first().is == terminal::contract && is != redlined_kind::struck) r.change = days_;
        return r;
    }
    void one(side const& s, redlined_kind is)
    {
        redlined_statement r = described(s, is);
        put(r.text, s, is == redlined_kind::struck ? style::struck : style::inserted);
        out_.push_back(std::move(r));
    }
    void both(side const& a, side const& b)
    {
        std::vector<std::string_view> const was = a.spelled(), is = b.spelled();
        redlined_statement r = described(b, was == is ? redlined_kind::same : redlined_kind::changed);
        if (was == is) put(r.text, b, style::plain);
        else mixed(r.text, a, b, shortest_way(was, is));
        out_.push_back(std::move(r));
    }
    /// Word by word; where little is left of the old, all of it is struck, as that is easier to read.
    void mixed(words& to, side const& a, side const& b, std::vector<edit> const& way) const
    {
        std::size_t kept = 0;
        for (edit const& e : way) kept += e.sign == ' ' ? 1 : 0;
        std::size_t const most = std::max(a.at->last - a.at->first, b.at->last - b.at->first);
        if (3 * kept < most) {
            put(to, a, style::struck);
            to.push_back({"\n"});
            put(to, b, style::inserted);
            return;
        }
        for (edit const& e : way) {
            bool const gone = e.sign == '-';
            side const& from = gone ? a : b;
            auto const token = static_cast<std::uint32_t>(gone ? e.before : e.after);
            put(to, from, from.at->first + token,
                gone            ? style::struck
                : e.sign == '+' ? style::inserted
                                : style::plain);
        }
    }

    links const& where_;
    std::map<std::string, changed_term_in_words const*> struck_, changed_, added_;
    std::map<std::string, std::string> renamed_;
    changed_term_in_words const* days_ = nullptr;
    std::vector<redlined_statement> out_;
};

}  // namespace

std::vector<redlined_statement> redlined(cut_text const& before, cut_text const& after,
                                         comparison_in_words const& found, links const& where)
{
    return redliner{found, where}.all(before, after);
}

}  // namespace redline::tool::page
