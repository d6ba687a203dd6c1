#include "listing.hpp"

#include "highlight.hpp"

#include "redline/core/names.hpp"

#include <algorithm>
#include <set>

namespace redline::tool::page {

std::string id_of_line(std::uint32_t source, std::uint32_t line)
{
    return (source == 0 ? std::string{} : "file-" + std::to_string(source + 1) + "-") + "line-" + std::to_string(line);
}

namespace {

using text::terminal;

/// The last part of a path.
std::string without_folders(std::string const& path) { return path.substr(path.find_last_of('/') + 1); }

bool declares(terminal t)
{
    switch (t) {
    case terminal::party:
    case terminal::role:
    case terminal::authority:
    case terminal::use:
    case terminal::mission:
    case terminal::fact:
    case terminal::safeguard:
    case terminal::evidence:
    case terminal::event:
    case terminal::define:
    case terminal::signoff: return true;
    default: return false;
    }
}

std::string id_declared(terminal by, std::string_view name)
{
    if (by == terminal::use) return id_of_use(name);
    if (by == terminal::mission) return id_of_mission(name);
    return by == terminal::signoff ? id_of_chain(name) : id_of_name(name);
}

/// Lists one text after another.
class lister {
public:
    lister(contract const& c, std::vector<shown_finding> const& found, test_results const& tests)
        : c_{c}, found_{found}, tests_{tests}, rules_{c.testable ? c.rules_to_test : c.rules}, links_{rules_}
    {
        for (term_entry const& t : rules_.terms) unlisted_.insert(std::string{rules_(t.label)});
    }

    void add(std::uint32_t number, std::string const& name, std::string_view text, bool literate)
    {
        source_ = number;
        cut_ = cut(text, literate);
        mark_findings();
        listing to{shown(without_folders(name)), number == 0 ? "text" : "file-" + std::to_string(number + 1), {}};
        out_.files.push_back(std::move(to));
        std::uint32_t at = 0;
        top_ = level_ = prose_level_ = c_.sources.size > 1 ? 3 : 2;
        for (contract_block const& b : cut_.blocks) {
            if (literate) prose(at, b.from, at != 0, true);
            block(b);
            at = b.to;
        }
        if (literate) prose(at, static_cast<std::uint32_t>(text.size()), at != 0, false);
    }
    listings all()
    {
        out_.elsewhere.assign(unlisted_.begin(), unlisted_.end());
        in_order(out_.elsewhere);
        return std::move(out_);
    }

private:
    /// Labels in the order of the contract.
    void in_order(std::vector<std::string>& labels) const
    {
        std::sort(labels.begin(), labels.end(), [&](std::string const& a, std::string const& b) {
            return find_term(rules_, a) < find_term(rules_, b);
        });
    }
    std::vector<listed_block>& blocks() { return out_.files.back().blocks; }

    /// What stands between two blocks, less the fences.
    void prose(std::uint32_t from, std::uint32_t to, bool behind_fence, bool before_fence)
    {
        std::string_view text = cut_.text.substr(from, to - from);
        if (behind_fence) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        if (before_fence) text = text.substr(0, text.size() < 2 ? 0 : text.find_last_of('\n', text.size() - 2) + 1);
        listed_block block;
        for (prose_block& p : prose_of(text)) {
            if (p.is == prose_kind::heading) {
                // Headings of the page go down step by step.
                p.level = std::min({level_ + 1, p.level + top_, 6u});
                prose_level_ = level_ = p.level;
            }
            block.prose.push_back(std::move(p));
        }
        if (!block.prose.empty()) blocks().push_back(std::move(block));
    }

    void block(contract_block const& b)
    {
        std::uint32_t from = b.from, line = b.line;
        bool plain = false;  // whether the last block takes further statements
        for (std::size_t i = 0, next = 0; i != b.statements.size(); i = next) {
            // Whole lines: with what stands on the last line of a statement, that one too.
            std::uint32_t end = from;
            bool own = false;
            for (next = i; next != b.statements.size() && (next == i || b.statements[next].from < end); ++next) {
                end = end_of_line(b.statements[next].to, b.to);
                own = own || has_own_block(b.statements[next]);
            }
            if (own || !plain) blocks().emplace_back();
            plain = !own;
            for (std::size_t s = i; s != next; ++s) {
                if (is(b.statements[s], terminal::section)) heading(b.statements[s]);
                beside(b.statements[s]);
            }
            lines(b.statements.data() + i, b.statements.data() + next, from, end, line);
            from = end;
        }
        if (from >= b.to) return;
        if (!plain) blocks().emplace_back();
        lines(nullptr, nullptr, from, b.to, line);
        if (blocks().back().lines.empty()) blocks().pop_back();
    }
    std::uint32_t end_of_line(std::uint32_t from, std::uint32_t most) const
    {
        return static_cast<std::uint32_t>(std::min<std::size_t>(cut_.text.find('\n', from), most - 1) + 1);
    }
    text::token const& first(statement const& s) const { return cut_.tokens[s.first]; }
    bool is(statement const& s, terminal t) const { return first(s).is == t; }
    bool is_term(statement const& s) const { return (first(s).classes & text::is_label) != 0; }
    bool has_own_block(statement const& s) const
    {
        return is_term(s) || is(s, terminal::section) || is(s, terminal::signoff) || is(s, terminal::scenario) ||
               is(s, terminal::assert_) || is(s, terminal::template_);
    }
    std::string_view spelled(statement const& s, std::uint32_t token) const
    {
        return s.first + token < s.last ? spelling(cut_.tokens[s.first + token], cut_.text.data()) : std::string_view{};
    }

    /// `section 2 "Prohibited uses";` as a heading.
    void heading(statement const& s)
    {
        listed_block& to = blocks().back();
        to.heading_level = std::min(prose_level_ + 1, 6u);
        level_ = to.heading_level;
        std::string const label{spelled(s, 1)};
        std::string title{spelled(s, 2)};
        symbol const* const found = find_name(rules_, name_space::sections, label);
        if (found != nullptr) title = std::string{rules_(rules_.sections[found->index].title)};
        to.heading_id =
            (source_ == 0 ? "section-" : "file-" + std::to_string(source_ + 1) + "-section-") + shown(label);
        if (!ids_.insert(to.heading_id).second) to.heading_id.clear();
        for (char& ch : title)
            if (ch == '\n') ch = ' ';
        to.heading = {{shown(label), style::label}, {" "}, {shown(title)}};
    }

    /// Notes what a statement gives to stand beside it.
    void beside(statement const& s)
    {
        listed_block& to = blocks().back();
        terminal const begins = first(s).is;
        place_on_page const here = place_of(first(s).line);
        if (declares(begins) && s.last - s.first > 1) {
            std::string const name = shown(spelled(s, 1));
            out_.declared.try_emplace(id_declared(begins, name), here);
            if (begins == terminal::signoff && find_name(rules_, name_space::names, name) != nullptr)
                to.chains.push_back(name);
        }
        if (begins == terminal::scenario && source_ == 0) {
            if (out_.scenarios.size() < tests_.scenarios.size())
                to.scenarios.push_back(&tests_.scenarios[out_.scenarios.size()]);
            out_.scenarios.push_back(here);
        }
        if (begins == terminal::assert_ && source_ == 0) {
            if (out_.assertions.size() < tests_.assertions.size())
                to.assertions.push_back(&tests_.assertions[out_.assertions.size()]);
            out_.assertions.push_back(here);
        }
        if (!is_term(s)) return;
        std::string const label{spelled(s, 0)};
        bool const applies = s.last - s.first > 1 && cut_.tokens[s.first + 1].is == terminal::apply;
        std::vector<std::string> given;
        if (unlisted_.erase(label) != 0) given.push_back(label);
        std::string const below = label + ".";
        for (auto at = unlisted_.lower_bound(below);
             applies && at != unlisted_.end() && at->compare(0, below.size(), below) == 0;) {
            given.push_back(*at);
            at = unlisted_.erase(at);
        }
        in_order(given);
        for (std::string& of : given) {
            out_.declared.try_emplace(id_of_term(of), here);
            to.terms.push_back(std::move(of));
        }
    }
    place_on_page place_of(std::uint32_t line) const
    {
        std::string const where = "line " + std::to_string(line);
        return {id_of_line(source_, line), source_ == 0 ? where : out_.files.back().file + ", " + where};
    }

    /// Puts whole lines into the last block, with these statements in them; `line` is moved on.
    void lines(statement const* first_in, statement const* last_in, std::uint32_t const from, std::uint32_t const end,
               std::uint32_t& line)
    {
        std::vector<stretch> all;
        std::uint32_t at = from;
        text::token const* const tokens = cut_.tokens.data();
        for (statement const* s = first_in; s != last_in; ++s) {
            append_stretches(all, cut_.text, tokens + s->first, tokens + s->last, at, s->to, links_);
            at = s->to;
        }
        append_stretches(all, cut_.text, nullptr, nullptr, at, end, links_);
        std::vector<listed_line> listed;
        auto const next_line = [&] {
            listed.push_back({line, id_of_line(source_, line), {}, {}, {}});
            ++line;
        };
        next_line();
        for (stretch const& s : all) put(listed, s, next_line);
        // Behind the last line end there is nothing.
        if (listed.back().text.empty() && cut_.text[end - 1] == '\n') listed.pop_back(), --line;
        add_findings(listed, from, end);
        std::vector<listed_line>& to = blocks().back().lines;
        auto const empty = [](listed_line const& l) { return l.text.empty() && l.findings.empty(); };
        auto begin = listed.begin();
        if (to.empty()) begin = std::find_if_not(begin, listed.end(), empty);
        std::move(begin, listed.end(), std::back_inserter(to));
        while (!to.empty() && empty(to.back())) to.pop_back();
    }
    template <class NextLine>
    void put(std::vector<listed_line>& to, stretch const& s, NextLine const& next_line)
    {
        for (std::uint32_t at = s.from; at != s.to;) {
            if (cut_.text[at] == '\n') {
                next_line();
                ++at;
                continue;
            }
            bool const marked = is_marked(at);
            std::uint32_t end = at;
            while (end != s.to && cut_.text[end] != '\n' && is_marked(end) == marked) ++end;
            std::string text = shown(cut_.text.substr(at, end - at));
            if (!text.empty()) {
                to.back().text.push_back({std::move(text), s.is, false, s.link});
                to.back().marked.push_back(marked);
            }
            at = end;
        }
    }
    bool is_marked(std::uint32_t at) const { return !marked_.empty() && marked_[at]; }
    void mark_findings()
    {
        marked_.clear();
        for (shown_finding const& f : found_) {
            if (f.source != source_) continue;
            marked_.resize(cut_.text.size());
            std::size_t const end = std::min<std::size_t>(std::size_t{f.offset} + f.length, marked_.size());
            for (std::size_t at = f.offset; at < end; ++at) marked_[at] = true;
        }
    }
    void add_findings(std::vector<listed_line>& to, std::uint32_t from, std::uint32_t end)
    {
        for (shown_finding const& f : found_) {
            bool const at_the_end = f.offset == end && end == cut_.text.size();
            if (f.source != source_ || ((f.offset < from || f.offset >= end) && !at_the_end) || to.empty()) continue;
            std::uint32_t line = to.front().number;
            line +=
                static_cast<std::uint32_t>(std::count(cut_.text.begin() + from, cut_.text.begin() + f.offset, '\n'));
            to[std::min<std::size_t>(line - to.front().number, to.size() - 1)].findings.push_back(&f);
        }
    }

    contract const& c_;
    std::vector<shown_finding> const& found_;
    test_results const& tests_;
    rule_set const& rules_;
    links links_;
    std::set<std::string> unlisted_, ids_;
    cut_text cut_;
    std::uint32_t source_ = 0;
    std::vector<bool> marked_;  // of each byte, whether a finding is about it; empty where none is
    unsigned top_ = 2, level_ = 2, prose_level_ = 2;  // of headings: the listing's, the last one, the last in prose
    listings out_;
};

}  // namespace

listings list(source const& file, contract const& c, std::vector<shown_finding> const& found, test_results const& tests)
{
    lister all{c, found, tests};
    all.add(0, file.name, c.text, file.literate);
    for (std::uint32_t i = 1; i < c.sources.size; ++i) {
        std::string const name{c.sources[i].name};
        bool const literate = name.size() > 3 && name.compare(name.size() - 3, 3, ".md") == 0;
        all.add(i, name, c.sources[i].text, literate);
    }
    return all.all();
}

}  // namespace redline::tool::page
