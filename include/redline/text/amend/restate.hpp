// What an amendment states, laid out as the contract that it goes into is.
#pragma once

#include "edits.hpp"
#include "placement.hpp"

namespace redline::inline v0_1::text::amend {

/// Makes the texts that go into a contract from statements of an amendment. A term stands behind its label in the column
/// of its neighbours; what a statement has on further lines moves with its first. Comments inside of a statement stay.
class restating {
public:
    restating(document const& base, document const& by, std::uint32_t number) noexcept
        : base_{base}, by_{by}, number_{number}, lines_{base}, by_lines_{by}
    {}

    /// Replaces all of a term but its label.
    void replace_term(edits& to, std::uint32_t term, statement const& s) const
    {
        statement const& was = base_[term];
        std::uint32_t const from = base_.token_at(was.first_token + 1).offset;
        pieced_text made;
        stretch const body = body_of(s);
        copy_indented(made, by_, number_, body, least_indent(by_.text(), body), column_text(from), lines_.newline());
        to.replace({from, base_.to(was)}, std::move(made));
    }
    void replace_declaration(edits& to, std::uint32_t declaration, statement const& s) const
    {
        pieced_text made;
        copy_all(made, s, indent(declaration));
        to.replace({base_.from(base_[declaration]), base_.to(base_[declaration])}, std::move(made));
    }

    /// Blank lines around what goes into a gap.
    struct parting {
        bool above = false;
        bool below = false;
    };
    /// The parting of the statements that go into one gap, each with the one that goes there before it, or null.
    parting parting_of(gap at, statement const& s, statement const* before, bool is_last) const noexcept
    {
        if (at.before) return {};
        statement const& beside = before == nullptr ? base_[at.statement] : *before;
        bool const above = is_parted(at.statement, beside, s);
        bool const ends = is_last && (above || rank_in_text(base_[at.statement].is) != rank_in_text(s.is));
        return {above, ends && !lines_.blank_below(at.statement)};
    }

    /// Puts a statement into a gap; `order` is its place among those that go into the same.
    void add(edits& to, gap at, statement const& s, std::uint32_t order, parting blank) const
    {
        std::uint32_t const beside = at.statement;
        bool const lines = at.before ? lines_.first_on_line(beside) : lines_.last_on_line(beside);
        std::string const margin = indent(beside);
        origin const start{number_, by_.from(s)}, end{number_, by_.to(s)};
        pieced_text said;
        if (lines) said.make(margin, start);
        else if (!at.before) said.make(" ", start);
        if (s.is == tag::insert) copy_term(said, s, at, margin);
        else copy_all(said, s, margin);
        if (!lines) {
            if (at.before) said.make(" ", end);
            return to.put(at.before ? base_.from(base_[beside]) : base_.to(base_[beside]), order, std::move(said));
        }
        std::string_view const newline = lines_.newline();
        std::uint32_t const last = base_.to(base_[beside]);
        bool const ends = at.before || lines_.ends_in_newline(last);
        pieced_text made;
        if (!ends) made.make(newline, start);
        if (blank.above) made.make(newline, start);
        made.append(said);
        if (ends) made.make(newline, end);
        if (blank.below) made.make(newline, end);
        std::uint32_t const where = at.before ? lines_.line_start(base_.from(base_[beside])) : lines_.next_line(last);
        to.put(where, order, std::move(made));
    }

    static rank rank_in_text(tag is) noexcept { return is == tag::insert ? rank::labelled : rank_of(is); }

private:
    /// What a change says of a term: from its body to its end.
    stretch body_of(statement const& s) const noexcept
    {
        std::uint32_t const words = s.is == tag::replace ? 3 : 2;  // replace 1 with …, insert 1 …
        return {by_.token_at(s.first_token + words).offset, by_.to(s)};
    }
    std::string indent(std::uint32_t i) const { return lines_.first_on_line(i) ? lines_.indent_of(i) : std::string{}; }
    /// White space up to the column of an offset of the contract.
    std::string column_text(std::uint32_t offset) const
    {
        std::string text = base_.text().substr(lines_.line_start(offset), lines_.column_of(offset));
        for (char& c : text)
            if (c != '\t') c = ' ';
        return text;
    }
    void copy_all(pieced_text& to, statement const& s, std::string_view margin) const
    {
        std::uint32_t const from = by_.from(s);
        copy_indented(to, by_, number_, {from, by_.to(s)}, by_lines_.column_of(from), margin, lines_.newline());
    }
    void copy_term(pieced_text& to, statement const& s, gap at, std::string_view margin) const
    {
        token const& label = by_.token_of(s);
        std::string const space = space_behind(label.length, at);
        to.copy(by_.spelled(label), {number_, label.offset});
        stretch const body = body_of(s);
        to.make(space, {number_, body.from});
        std::string more{margin};
        more.append(label.length, ' ').append(space);
        copy_indented(to, by_, number_, body, least_indent(by_.text(), body), more, lines_.newline());
    }
    /// What stands between a new label and its term: so that it stands in the column of the term that is nearest.
    std::string space_behind(std::uint32_t length, gap at) const
    {
        std::uint32_t near = none;
        for (std::uint32_t i = at.statement; near == none && i != base_.size(); ++i)
            if (base_[i].is == tag::label) near = i;
        for (std::uint32_t i = at.statement; !at.before && i-- != 0 && base_[at.statement].is != tag::section;)
            if (near != at.statement && base_[i].is == tag::label) {
                near = i;
                break;
            }
        if (near == none) return "  ";
        token const& label = base_.first(base_[near]);
        token const& body = base_.token_at(base_[near].first_token + 1);
        if (body.line != label.line) return " ";
        std::uint32_t const column = body.offset - label.offset;
        return std::string(column > length ? column - length : 1, ' ');
    }
    /// Whether a blank line goes between a statement and a new one behind it, which goes behind number `beside`.
    bool is_parted(std::uint32_t beside, statement const& before, statement const& s) const noexcept
    {
        rank const is = rank_in_text(s.is);
        if (s.is == tag::section || rank_in_text(before.is) != is) return true;
        if (before.is == tag::section) return false;
        bool const block = s.is == tag::signoff || s.is == tag::scenario;
        bool const first = beside == 0 || rank_of(base_[beside].is) != is || rank_of(base_[beside - 1].is) != is ||
                           base_[beside - 1].is == tag::section;
        return first ? block : (block || is == rank::labelled) && lines_.parted_from_last(beside);
    }

    document const& base_;
    document const& by_;
    std::uint32_t number_;
    layout lines_, by_lines_;
};

}  // namespace redline::inline v0_1::text::amend
