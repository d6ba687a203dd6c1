// apply_amendments: the consolidated contract that a contract and its amendments make.
#pragma once

#include "check.hpp"
#include "consolidated.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace redline::inline v0_1 {

/// Applies amendments with the engine it is told to. `apply_amendments` is the way in; tests run both engines.
template <class Engine>
class amendment_applier {
    using document = text::amend::document;
    using document_kind = text::document_kind;

public:
    /// `loads` says whether what comes of it is looked at as a contract; where that is known to be one, it need not be.
    static consolidated_contract apply(std::string_view base, load_options const& options,
                                       std::span<amendment_text const> amendments, bool loads = true)
    {
        consolidated_contract result;
        amendment_applier{*result.parts_}.run(base, options, amendments, loads);
        return result;
    }

    /// Reads one amendment, and looks at it by itself.
    static consolidated_contract check(std::string_view text, text_format format)
    {
        consolidated_contract result;
        amendment_applier self{*result.parts_};
        result.parts_->documents.resize(2);  // of the contract it amends, nothing is known
        result.parts_->documents[1].template read<Engine>(text, format, document_kind::amendment);
        self.read_well(1);
        self.settle();
        return result;
    }

private:
    explicit amendment_applier(consolidated_contract::parts& to) noexcept : to_{to} {}

    void run(std::string_view base, load_options const& options, std::span<amendment_text const> amendments, bool loads)
    {
        to_.documents.emplace_back().template read<Engine>(base, options.format, document_kind::contract);
        for (amendment_text const& a : amendments)
            to_.documents.emplace_back().template read<Engine>(a.text, a.format, document_kind::amendment);
        for (std::uint32_t i = 0; i != to_.documents.size(); ++i) read_well(i);
        if (!to_.diagnostics.empty()) return settle();

        to_.now = text::amend::pieced_text{to_.documents[0].text(), 0};
        document const* version = &to_.documents[0];
        for (std::uint32_t i = 1; i != to_.documents.size(); ++i) {
            if (i != 1) {
                document& made = to_.versions.emplace_back();
                made.template read<Engine>(to_.now.text(), options.format, document_kind::contract);
                for (text::diagnostic const& d : made.diagnostics()) of_consolidated(d);
                if (!made.ok()) return settle();
                version = &made;
                if (to_.versions.size() > 1) to_.versions.pop_front();
            }
            text::amend::pieced_text next;
            text::amend::consolidation step{*version, to_.now, to_.documents[i], i, to_.struck, to_.diagnostics};
            if (!step.run(next)) return settle();
            to_.now = std::move(next);
        }
        if (loads) load(options);
        settle();
    }
    void read_well(std::uint32_t number)
    {
        document const& d = to_.documents[number];
        for (text::diagnostic const& wrong : d.diagnostics()) {
            amended_diagnostic a{};
            static_cast<text::diagnostic&>(a) = wrong;
            a.document = a.related_document = number;
            to_.diagnostics.push_back(a);
        }
        text::amend::findings found{to_.diagnostics, d, number};
        if (number != 0) check_amendment(d, found);
    }

    void load(load_options const& options)
    {
        to_.loaded.emplace(contract_loader<Engine>::load(to_.now.text(), options));
        for (text::diagnostic const& d : to_.loaded->diagnostics()) of_consolidated(d);
    }
    /// Takes in what is wrong with a text that was made, at the place where that comes from.
    void of_consolidated(text::diagnostic const& wrong)
    {
        amended_diagnostic d{};
        static_cast<text::diagnostic&>(d) = wrong;
        if (wrong.where.source == 0) {
            text::amend::origin const from = to_.now.origin_of(wrong.where.offset);
            d.document = from.document;
            d.where.offset = from.offset;
            d.where.line = 0;
        }
        // Of an application in the contract, its offset is in a text that nobody has.
        if (wrong.applied.source == 0) d.applied = {};
        if (wrong.related.line != 0 && wrong.related.source == 0) {
            text::amend::origin const related = to_.now.origin_of(wrong.related.offset);
            d.related_document = related.document;
            d.related.offset = related.offset;
        }
        if (!comes_of_strike(d)) to_.diagnostics.push_back(d);
    }
    /// A name or label that an amendment struck, and an earlier text still uses: that is told of the amendment, once.
    bool comes_of_strike(amended_diagnostic& d)
    {
        using enum text::amend::space;
        if (d.is == text::code::no_baseline && to_.struck.baseline.at.document != 0) {
            d.document = to_.struck.baseline.at.document;
            d.where = {to_.struck.baseline.at.offset, to_.struck.baseline.length, 0, 0};
            return false;
        }
        bool const parent = d.is == text::code::undeclared_parent;
        if (d.is != text::code::unknown_name && d.is != text::code::unknown_label && !parent) return false;
        std::string const name{parent ? d.detail : d.subject};
        for (text::amend::space const in : {names, uses, missions, terms}) {
            if ((in == terms) != (d.is == text::code::unknown_label)) continue;
            auto const struck = to_.struck.by.find({in, name});
            if (struck == to_.struck.by.end() || d.document > struck->second.at.document) continue;
            if (!told_.insert(struck->first).second) return true;
            amended_diagnostic told{};
            told.is = text::code::struck_in_use;
            told.subject = parent ? d.detail : d.subject;
            told.detail = word_of(in);
            told.document = struck->second.at.document;
            told.where = {struck->second.at.offset, struck->second.length, 0, 0};
            told.related_document = d.document;
            told.related = {d.where.offset, d.where.length, 1, 1};
            d = told;
            return false;
        }
        return false;
    }

    /// Counts lines and columns in the documents that places are of, and puts all in order.
    void settle()
    {
        for (amended_diagnostic& d : to_.diagnostics) {
            if (d.where.line == 0)
                d.where = text::amend::place_in(to_.documents[d.document].text(), d.where.offset, d.where.length);
            if (d.related.line != 0 && d.related.source == 0)
                d.related =
                    text::amend::place_in(to_.documents[d.related_document].text(), d.related.offset, d.related.length);
        }
        proof::sort_stably(to_.diagnostics, [](amended_diagnostic const& a, amended_diagnostic const& b) {
            if (a.document != b.document) return a.document < b.document;
            return a.where.offset < b.where.offset;
        });
    }

    consolidated_contract::parts& to_;
    std::set<text::amend::key> told_;
};

/// Applies amendments to a contract, in their order: each to the contract and version that it names (language reference,
/// "Drafts"). Layout and comments of the contract are kept, as docs/amendments.md says.
///
/// Gives the consolidated contract, or everything that is wrong: with a text that can't be read, an amendment that can't
/// be applied, or the contract that comes of it, each at its place in the text it comes from. Versions in between have to
/// be readable; only the last is checked as a contract, with its scenarios and assertions. Allocates, and throws nothing:
/// where there is no memory, that is the one diagnostic. Linear on average in the texts, for each change.
///
/// `options` says how the contract is read, and where its imports are; amendments reach into no import and no template.
inline consolidated_contract apply_amendments(std::string_view base, load_options const& options,
                                              std::span<amendment_text const> amendments) noexcept
{
    try {
        return amendment_applier<text::spirit_engine>::apply(base, options, amendments);
    }
    catch (...) {
        return consolidated_contract{nullptr};
    }
}

/// The same for a contract without imports, in a format. One that imports is refused.
inline consolidated_contract apply_amendments(std::string_view base, text_format format,
                                              std::span<amendment_text const> amendments) noexcept
{
    return apply_amendments(base, load_options{format, warnings_wanted::no, {}, {}}, amendments);
}

/// What is wrong with an amendment by itself: with its sentences, and that it changes each thing once. What it names can
/// be looked up only in the contract it amends. The result has no text and no rules; its diagnostics are of document 1.
inline consolidated_contract check_amendment(std::string_view text, text_format format) noexcept
{
    try {
        return amendment_applier<text::spirit_engine>::check(text, format);
    }
    catch (...) {
        return consolidated_contract{nullptr};
    }
}

/// Whether a text is an amendment: whether its first word is, behind `redline 1;` where that stands. Linear; allocates.
inline bool is_amendment(std::string_view text, text_format format)
{
    std::string const kept{text.substr(0, text_limit)};
    text::diagnostic ignored[1];
    text::problems wrong{kept.c_str(), ignored, 1};
    std::vector<text::token> const tokens = text::tokens_of(kept, format, wrong);
    return text::is_amendment(tokens.data());
}

}  // namespace redline::inline v0_1
