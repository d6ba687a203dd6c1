// The outline of a document, and what of it can be folded.
#include "features.hpp"

#include <algorithm>

namespace redline::tool::lsp {

namespace {

/// Kinds of symbols; Language Server Protocol, `SymbolKind`.
int kind_of(text::tag t)
{
    switch (t) {
    case text::tag::title:
    case text::tag::amendment: return 2;  // module
    case text::tag::section: return 3;    // namespace
    case text::tag::party:
    case text::tag::role: return 5;   // class
    case text::tag::fact: return 13;  // variable
    case text::tag::safeguard:
    case text::tag::evidence: return 7;  // property
    case text::tag::use:
    case text::tag::mission: return 10;  // enum
    case text::tag::signoff:
    case text::tag::define: return 12;     // function
    case text::tag::event: return 24;      // event
    case text::tag::template_: return 4;   // package
    case text::tag::authority: return 18;  // array of paragraphs, there is none nearer
    case text::tag::scenario:
    case text::tag::assert_: return 17;  // boolean
    case text::tag::stage: return 22;    // enum member
    default: return 6;                   // method: a term
    }
}

std::string unquoted(std::string_view text)
{
    return std::string{text.size() > 1 ? text.substr(1, text.size() - 2) : text};
}

/// The words of a sentence on one line, without the `;` at its end.
std::string on_one_line(document const& d, std::uint32_t first, std::uint32_t last)
{
    std::string out;
    for (std::uint32_t i = first; i != last; ++i) {
        text::token const& t = d.token(i);
        if (t.is == text::terminal::semicolon || out.size() > 120) break;
        bool const close = t.is == text::terminal::comma || t.is == text::terminal::close_parenthesis || out.empty() ||
                           out.back() == '(';
        if (!close) out += ' ';
        out += d.spelled(t);
    }
    return out;
}

class outliner {
public:
    explicit outliner(document const& d) : d_{d} {}

    json make()
    {
        json all = json::array();
        json* section = nullptr;
        for (std::uint32_t i = 0; i != d_.read.syntax.statement_count; ++i) {
            text::statement const& s = d_.read.statements[i];
            if (s.broken || s.is == text::tag::version_of_language) continue;
            json one = symbol_of(s);
            if (s.is == text::tag::section) {
                all.push_back(std::move(one));
                section = &all.back();
                continue;
            }
            bool const term = s.is == text::tag::label || s.is == text::tag::insert || s.is == text::tag::replace;
            if (!term || section == nullptr) {
                // What declares ends no section, as terms may go on behind it.
                all.push_back(std::move(one));
                if (section != nullptr) section = term ? nullptr : find_section(all);
                continue;
            }
            (*section)["range"]["end"] = one["range"]["end"];
            (*section)["children"].push_back(std::move(one));
        }
        return all;
    }

private:
    static json* find_section(json& all)
    {
        for (std::size_t i = all.size(); i-- != 0;)
            if (all[i]["kind"] == 3) return &all[i];
        return nullptr;
    }
    text::token const& token_of(std::uint32_t n) const { return d_.token(d_.read.nodes[n].token); }

    json symbol(std::string name, std::string detail, text::tag is, std::uint32_t from, std::uint32_t to,
                text::token const& at) const
    {
        if (name.empty()) name = "-";
        json one{{"name", std::move(name)},
                 {"kind", kind_of(is)},
                 {"range", d_.lines.range_of(from, to)},
                 {"selectionRange", d_.lines.range_of(at.offset, at.offset + at.length)}};
        if (!detail.empty()) one["detail"] = std::move(detail);
        return one;
    }
    json symbol_of(text::statement const& s) const
    {
        text::token const& first = token_of(s.first_node);
        std::string const spelled{d_.spelled(first)};
        std::uint32_t const from = d_.start_of(s), to = d_.end_of(s);
        auto const whole = [&](std::string name, std::string detail) {
            return symbol(std::move(name), std::move(detail), s.is, from, to, first);
        };
        switch (s.is) {
        case text::tag::title:
        case text::tag::amendment: return whole(unquoted(spelled), "version " + version_of(s));
        case text::tag::scenario: return whole(unquoted(spelled), "scenario");
        case text::tag::assert_: return whole(on_one_line(d_, s.first_token, s.last_token), "assertion");
        case text::tag::import_: return whole("import " + unquoted(spelled), "");
        case text::tag::section: {
            json one = whole(spelled + " " + unquoted(d_.spelled(token_of(s.first_node + 1))), "section");
            one["children"] = json::array();
            return one;
        }
        case text::tag::label: return whole(spelled, on_one_line(d_, s.first_token + 1, s.last_token));
        case text::tag::signoff:
        case text::tag::template_: {
            json one = whole(spelled, s.is == text::tag::signoff ? "sign-off chain" : "template");
            json children = json::array();
            for (std::uint32_t n = s.first_node; n != s.last_node; ++n) {
                text::tag const is = d_.read.nodes[n].is;
                if (is != text::tag::stage && is != text::tag::label) continue;
                text::token const& t = token_of(n);
                std::uint32_t const i = d_.read.nodes[n].token;
                std::string const detail = is == text::tag::stage ? "stage" : on_one_line(d_, i + 1, s.last_token);
                children.push_back(symbol(std::string{d_.spelled(t)}, detail, is, t.offset, t.offset + t.length, t));
            }
            one["children"] = std::move(children);
            return one;
        }
        default: return whole(spelled, std::string{d_.spelled(d_.token(s.first_token))});
        }
    }
    std::string version_of(text::statement const& s) const
    {
        for (std::uint32_t n = s.first_node; n != s.last_node; ++n)
            if (d_.read.nodes[n].is == text::tag::version || d_.read.nodes[n].is == text::tag::makes)
                return std::string{d_.spelled(token_of(n))};
        return {};
    }

    document const& d_;
};

}  // namespace

json answer_symbols(session& s, json const& parameters)
{
    document_ptr const d = document_of(s, parameters);
    return outliner{*d}.make();
}

json answer_folding(session& s, json const& parameters)
{
    document_ptr const d = document_of(s, parameters);
    json all = json::array();
    auto const fold = [&](std::uint32_t from, std::uint32_t to, char const* kind) {
        std::uint32_t const first = d->lines.line_of(from), last = d->lines.line_of(to);
        if (last <= first) return;
        json one{{"startLine", first}, {"endLine", last}};
        if (kind != nullptr) one["kind"] = kind;
        all.push_back(std::move(one));
    };
    text::statement const* section = nullptr;
    std::uint32_t end = 0;
    for (std::uint32_t i = 0; i != d->read.syntax.statement_count; ++i) {
        text::statement const& one = d->read.statements[i];
        if (one.is == text::tag::section) {
            if (section != nullptr) fold(d->start_of(*section), end, "region");
            section = &one;
        }
        end = d->end_of(one);
        fold(d->start_of(one), end, nullptr);
    }
    if (section != nullptr) fold(d->start_of(*section), end, "region");
    return all;
}

}  // namespace redline::tool::lsp
