// write_amendment: the amendment that leads from one contract to another.
#pragma once

#include "apply.hpp"
#include "same.hpp"
#include "written.hpp"

namespace redline::inline v0_1 {

/// Writes amendments with the engine it is told to. `write_amendment` is the way in.
template <class Engine>
class amendment_writer {
public:
    /// Writes the amendment; see `write_amendment`. Throws bad_alloc where there is no memory.
    static written_amendment write(std::string_view before, load_options const& read_before, std::string_view after,
                                   load_options const& read_after)
    {
        written_amendment result;
        amendment_writer{*result.parts_}.run(before, read_before, after, read_after);
        return result;
    }

private:
    using document = text::amend::document;
    using difference = text::amend::difference;

    explicit amendment_writer(written_amendment::parts& to) noexcept
        : to_{to}, before_{to.documents[0]}, after_{to.documents[1]}
    {}

    void run(std::string_view before, load_options const& read_before, std::string_view after,
             load_options const& read_after)
    {
        load(before, read_before, 0);
        load(after, read_after, 1);
        if (!to_.diagnostics.empty()) return;
        before_.template read<Engine>(before, read_before.format, text::document_kind::contract);
        after_.template read<Engine>(after, read_after.format, text::document_kind::contract);
        text::amend::differences const found{before_, after_, to_.diagnostics};
        if (!to_.diagnostics.empty()) return;
        header();
        write(found.all());
        prove(before, read_before);
    }
    void load(std::string_view text, load_options const& options, std::uint32_t number)
    {
        to_.loaded.push_back(contract_loader<Engine>::load(text, options));
        for (text::diagnostic const& wrong : to_.loaded.back().diagnostics()) {
            amended_diagnostic d{};
            static_cast<text::diagnostic&>(d) = wrong;
            d.document = d.related_document = number;
            to_.diagnostics.push_back(d);
        }
    }

    void header()
    {
        using text::tag;
        text::statement const& was = *before_.header();
        text::statement const& is = *after_.header();
        std::string const version{before_.spelled(*before_.find(was, tag::version))};
        to_.text = "amendment \"Amendment to version " + version + "\"\n  to ";
        to_.text.append(before_.spelled(before_.token_of(was))).append(" version ").append(version);
        to_.text.append(" makes ").append(after_.spelled(*after_.find(is, tag::version)));
        std::string const days = effective(after_, is);
        if (!days.empty() && days != effective(before_, was)) to_.text.append("\n  ").append(days);
        to_.text += ";\n";
    }
    static std::string effective(document const& d, text::statement const& header)
    {
        for (std::uint32_t i = header.first_token; i != header.last_token; ++i)
            if (d.token_at(i).is == text::terminal::effective) {
                std::string days = tokens_of(d, header, i - header.first_token);
                days.resize(days.size() - 2);  // without ` ;`
                return days;
            }
        return {};
    }

    /// Groups of changes, each behind a blank line: what is struck of the vocabulary, what is declared of it, the terms
    /// and sections by their labels, chains, scenarios, assertions.
    void write(std::vector<difference> all)
    {
        proof::sort_stably(all, [&](difference const& a, difference const& b) {
            int const one = group(a), other = group(b);
            if (one != other) return one < other;
            text::amend::rank const rank_a = text::amend::rank_of(a.says->is);
            text::amend::rank const rank_b = text::amend::rank_of(b.says->is);
            if (rank_a != rank_b) return rank_a < rank_b;
            if (rank_a == text::amend::rank::assertion)
                return (a.is == difference::kind::strike) > (b.is == difference::kind::strike);
            if (rank_a != text::amend::rank::labelled) return false;
            std::string_view const label = name_of(a), against = name_of(b);
            if (label == against) return a.says->is == text::tag::section && b.says->is != text::tag::section;
            return text::amend::label_before(label, against);
        });
        int last = -1;
        for (difference const& d : all) {
            bool const block = d.is == difference::kind::declare &&
                               (d.says->is == text::tag::scenario || d.says->is == text::tag::signoff);
            if (group(d) != last || block) to_.text += "\n";
            last = group(d);
            write(d);
        }
    }
    static int group(difference const& d) noexcept
    {
        using text::amend::rank;
        rank const r = text::amend::rank_of(d.says->is);
        bool const strikes = d.is == difference::kind::strike;
        if (r == rank::labelled) return 2;
        if (r == rank::scenario) return strikes ? 4 : 5;
        if (r == rank::signoff) return strikes ? 0 : 3;
        return r == rank::assertion ? 6 : strikes ? 0 : 1;
    }
    document const& document_of(difference const& d) const noexcept
    {
        return d.is == difference::kind::strike ? before_ : after_;
    }
    std::string_view name_of(difference const& d) const noexcept
    {
        return document_of(d).spelled(document_of(d).token_of(*d.says));
    }

    void write(difference const& d)
    {
        if (d.is == difference::kind::strike) return write_strike(d);
        text::amend::pieced_text made;
        std::uint32_t from = after_.from(*d.says);
        std::string margin;
        if (d.is != difference::kind::declare) {
            std::string const start = (d.is == difference::kind::insert ? "insert " : "replace ") +
                                      std::string{name_of(d)} + (d.is == difference::kind::insert ? " " : " with ");
            to_.text += start;
            margin.assign(start.size(), ' ');
            from = after_.token_at(d.says->first_token + 1).offset;
        }
        text::amend::stretch const what{from, after_.to(*d.says)};
        std::uint32_t const less = margin.empty() ? text::amend::layout{after_}.column_of(from)
                                                  : text::amend::least_indent(after_.text(), what);
        copy_indented(made, after_, 1, what, less, margin, "\n");
        to_.text.append(made.text()).append("\n");
    }

    void write_strike(difference const& d)
    {
        using text::amend::space;
        space const in = text::amend::space_of_statement(d.says->is);
        to_.text += "strike ";
        if (in == space::assertions) {
            std::uint32_t const from = before_.from(*d.says);
            text::amend::pieced_text made;
            copy_indented(made, before_, 0, {from, before_.to(*d.says)}, text::amend::layout{before_}.column_of(from),
                          "", "\n");
            to_.text.append(made.text()).append("\n");
            return;
        }
        if (in != space::names && in != space::terms) to_.text.append(word_of(in)).append(" ");
        to_.text.append(name_of(d)).append(";");
        if (d.moves) to_.text += "  # declared anew below, behind what it follows now";
        to_.text += "\n";
    }

    /// Applies what was written, and compares: what an amendment could not place is found here, whatever it is.
    void prove(std::string_view before, load_options const& options)
    {
        amendment_text const amendment{to_.text, text_format::plain};
        consolidated_contract const made = amendment_applier<Engine>::apply(before, options, {&amendment, 1}, false);
        document again;
        again.template read<Engine>(made.text(), options.format, text::document_kind::contract);
        text::statement const* const unlike = made.ok() && again.ok() ? first_unlike(again, after_) : after_.header();
        to_.exact = unlike == nullptr && same_tokens(again, after_);
        if (unlike == nullptr) return;
        text::amend::findings found{to_.diagnostics, after_, 1};
        amended_diagnostic& d = found.report(text::code::not_amendable, after_.token_of(*unlike));
        bool const labelled = text::amend::rank_of(unlike->is) == text::amend::rank::labelled;
        d.detail = !labelled                        ? "the order of what stands at"
                   : unlike->is == text::tag::label ? "where to put term"
                                                    : "where to put section";
        if (labelled) d.second = " among the others: a new one goes by its label, and one that was there stays";
    }

    written_amendment::parts& to_;
    document& before_;
    document& after_;
};

/// Writes the amendment that leads from one contract to another: applied to the first, it gives the second, up to layout,
/// comments, and the order of what decisions don't list.
///
/// Both have to be contracts without errors. What differs and no amendment can say is refused, naming it: the title, a
/// version that does not grow, days of effect that are dropped, an assertion that is dropped or changed, a place of a term
/// that its label does not tell. Allocates, and throws nothing: where there is no memory, that is the one diagnostic.
inline written_amendment write_amendment(std::string_view before, load_options const& read_before,
                                         std::string_view after, load_options const& read_after) noexcept
{
    try {
        return amendment_writer<text::spirit_engine>::write(before, read_before, after, read_after);
    }
    catch (...) {
        return written_amendment{nullptr};
    }
}
/// The same for contracts without imports, each in its format. One that imports is refused.
inline written_amendment write_amendment(std::string_view before, text_format before_format, std::string_view after,
                                         text_format after_format) noexcept
{
    return write_amendment(before, load_options{before_format, warnings_wanted::no, {}, {}}, after,
                           load_options{after_format, warnings_wanted::no, {}, {}});
}

}  // namespace redline::inline v0_1
