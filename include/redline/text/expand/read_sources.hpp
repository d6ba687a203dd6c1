// All texts of a contract, read at run time: its own, and those that it imports.
#pragma once

#include "../check_header.hpp"
#include "../imports.hpp"
#include "check_templates.hpp"
#include "expander.hpp"
#include "plan.hpp"

#include "../../core/digest.hpp"
#include "../digest_of_tokens.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace redline::inline v0_1::text {

/// One text with all that reading makes of it.
struct kept_source {
    std::string name;
    std::vector<char> given;  // ends in a NUL
    std::vector<char> plain;  // of a literate text: the same without its prose
    text_read read;
    std::vector<std::uint32_t> imports;  // by the imports of the text, in order

    std::string_view text() const noexcept { return {given.data(), given.size() - 1}; }
};

/// Reads all texts of a contract and puts them into one. Allocates.
///
/// Every text has its own diagnostics, at places of its own. What is wrong stops it: an expanded text is made of texts
/// without errors.
template <class Engine>
class source_reader {
public:
    /// `wrong` takes what is found; `kept` what messages say that stands in no text.
    source_reader(std::deque<kept_source>& sources, import_reader const& imports, std::deque<std::string>& kept,
                  problems& wrong)
        : sources_{sources}, imports_{imports}, kept_{kept}, wrong_{wrong}
    {}

    /// Expands the contract whose own text is the first of the sources, and was read without errors. False where
    /// something is wrong.
    bool run(std::vector<char>& expanded, std::vector<text_piece>& pieces, std::vector<char const*>& texts,
             sha256_digest& digest)
    {
        blank(sources_.front(), format_of_first);
        read_imports();
        if (wrong_.any()) return false;
        view();
        if (all_.templates.size > templates_limit) return too_many_templates();
        std::vector<std::uint8_t> state(std::max(all_.sources.size, all_.templates.size) + 1);
        std::vector<stretch> const order = check_templates(state) ? plan(state) : std::vector<stretch>{};
        for (kept_source const& s : sources_) texts.push_back(s.given.data());
        expansion_writer counted;
        write(order, counted);  // and finds what is wrong with applications
        if (wrong_.any()) return false;
        if (counted.size() > expansion_limit) return too_large(counted.size());
        expanded.resize(counted.size() + 1);
        pieces.resize(counted.piece_count() + 1);
        expansion_writer to{expanded.data(), pieces.data()};
        write(order, to);
        to.stand_in({0, 0, 0, 1}, {});  // the end of the text
        expanded.back() = '\0';
        digest = digest_of(order);
        return true;
    }

    text_format format_of_first = text_format::plain;

private:
    /// Makes the prose of a literate text white space, so that what stands between two statements can be copied.
    static void blank(kept_source& s, text_format format)
    {
        if (format == text_format::plain) return;
        s.plain = s.given;
        problems ignored{s.given.data(), nullptr, 0};
        literate_blocks blocks{s.text(), ignored};
        text_block b;
        std::size_t from = 0;
        auto const clear = [&](std::size_t to) {
            for (; from < to; ++from)
                if (s.plain[from] != '\n') s.plain[from] = ' ';
        };
        while (blocks.next(b)) {
            clear(b.from);
            from = b.to;
        }
        clear(s.plain.size() - 1);
        s.read.syntax.text = s.plain.data();
    }

    void read_imports()
    {
        std::size_t total = sources_.front().given.size();
        // Sources are appended while they are walked.
        for (std::size_t i = 0; i != sources_.size(); ++i) {
            syntax_view const& in = sources_[i].read.syntax;
            for (std::uint32_t s = 0; s != in.statement_count; ++s)
                if (in.statements[s].is == tag::import_) {
                    std::uint32_t const target =
                        import(i, in.tokens[in.nodes[in.statements[s].first_node].token], total);
                    sources_[i].imports.push_back(target);
                }
        }
    }
    diagnostic at_import(code is, std::size_t source, token const& t)
    {
        diagnostic d{};
        d.is = is;
        problems at{sources_[source].given.data(), nullptr, 0};
        d.where = at.at(t.offset, t.length, t.line);
        d.where.source = static_cast<std::uint32_t>(source);
        d.subject = path_of(source, t);
        return d;
    }
    std::string_view path_of(std::size_t source, token const& t) const
    {
        return {sources_[source].given.data() + t.offset + 1, t.length - 2};
    }
    /// The number of the source that an import brings in; `none` where it brings in nothing.
    std::uint32_t import(std::size_t source, token const& t, std::size_t& total)
    {
        std::string_view const path = path_of(source, t);
        if (!is_import_path(path)) {
            wrong_.report(at_import(code::import_path, source, t));
            return none;
        }
        if (++imports_seen_ > 16 * imports_limit) {
            diagnostic d = at_import(code::too_many_imports, source, t);
            d.limit = 16 * imports_limit;
            d.detail = " imports in all files together";
            wrong_.report(d);
            return none;
        }
        imported_source got{};
        if (imports_) got = imports_(path, sources_[source].name);
        else got.why = "nothing was given here that reads imports";
        if (!got.found) {
            diagnostic d = at_import(code::import_not_read, source, t);
            d.detail = kept_.emplace_back(std::move(got.why));
            wrong_.report(d);
            return none;
        }
        for (std::size_t i = 0; i != sources_.size(); ++i)
            if (sources_[i].name == got.name) return static_cast<std::uint32_t>(i);
        total += got.text.size() + 1;
        if (sources_.size() > imports_limit || total > expansion_limit) {
            diagnostic d = at_import(code::too_many_imports, source, t);
            bool const many = sources_.size() > imports_limit;
            d.limit = many ? imports_limit : expansion_limit;
            d.detail = many ? " imported files" : " bytes of all files together";
            wrong_.report(d);
            return none;
        }
        return keep(source, t, std::move(got));
    }
    std::uint32_t keep(std::size_t source, token const& t, imported_source got)
    {
        auto const number = static_cast<std::uint32_t>(sources_.size());
        kept_source& s = sources_.emplace_back();
        s.name = std::move(got.name);
        s.given.assign(got.text.begin(), got.text.end());
        s.given.push_back('\0');
        std::vector<diagnostic> room(wrong_.found.capacity - std::min(wrong_.found.size, wrong_.found.capacity));
        problems wrong{s.given.data(), room.data(), static_cast<std::uint32_t>(room.size())};
        s.read.read<Engine>(s.text(), got.format, local_names::only_used, wrong);
        for (std::uint32_t i = 0; i != s.read.syntax.statement_count; ++i)
            check_header(s.read.syntax, s.read.statements[i], wrong);
        bool const amendment = is_amendment(s.read.tokens.data());
        if (amendment) wrong_.report(at_import(code::import_without_contract, source, t));
        else
            for (std::uint32_t i = 0; i != wrong.found.size; ++i) {
                room[i].where.source = number;
                if (room[i].related.line != 0) room[i].related.source = number;
                wrong_.report(room[i]);
            }
        wrong_.found.overflowed = wrong_.found.overflowed || wrong.found.overflowed;
        blank(s, got.format);
        return number;
    }
    /// Relative, with `/` between its parts, and neither escapes nor what else would have to be escaped.
    static bool is_import_path(std::string_view path) noexcept
    {
        return !path.empty() && path.front() != '/' && path.find_first_of("\\:") == std::string_view::npos;
    }

    void view()
    {
        std::uint32_t count = 0;
        for (kept_source& s : sources_) {
            views_.push_back({s.read.syntax.text,
                              {&s.read.syntax, 1},
                              {s.imports.data(), static_cast<std::uint32_t>(s.imports.size())}});
            count += count_templates(views_.back());
        }
        templates_.resize(count);
        sink<template_ref> to{templates_.data(), count};
        for (std::uint32_t i = 0; i != views_.size(); ++i) list_templates(views_[i], i, to);
        all_ = {{views_.data(), static_cast<std::uint32_t>(views_.size())}, {templates_.data(), count}};
    }
    bool too_many_templates()
    {
        template_view const last{all_, all_.templates[templates_limit]};
        diagnostic d = at_import(code::expansion_too_large, last.source, *last.name);
        d.subject = spelling(*last.name, last.in->text);
        d.detail = "templates";
        d.limit = templates_limit;
        wrong_.report(d);
        return false;
    }
    bool too_large(std::uint32_t size)
    {
        diagnostic d{};
        d.is = code::too_long;
        d.where = {0, 0, 1, 1};
        d.number = size;
        d.limit = expansion_limit;
        wrong_.report(d);
        return false;
    }
    /// False where templates go in a circle.
    bool check_templates(std::vector<std::uint8_t>& state)
    {
        template_check check{all_, wrong_.found};
        for (std::uint32_t i = 0; i != all_.templates.size; ++i) check.run(i);
        return check.circles(state.data());
    }
    std::vector<stretch> plan(std::vector<std::uint8_t>& state)
    {
        std::fill(state.begin(), state.end(), std::uint8_t{0});
        planner count{all_, nullptr, state.data()};
        count.run();
        if (count.in_a_circle.import != nullptr) {
            circle(count.in_a_circle);
            return {};
        }
        std::vector<stretch> order(count.size);
        std::fill(state.begin(), state.end(), std::uint8_t{0});
        planner{all_, order.data(), state.data()}.run();
        return order;
    }
    /// Reports an import that leads back, with the way round.
    void circle(planner::circle const& c)
    {
        std::vector<std::uint32_t> way;
        std::vector<bool> seen(sources_.size());
        leads(c.to, c.source, seen, way);
        std::string text;
        for (std::uint32_t const s : way) text += "`" + sources_[s].name + "` imports ";
        text += "`" + sources_[c.to].name + "`";
        diagnostic d = at_import(code::import_circle, c.source, c.in->tokens[c.in->nodes[c.import->first_node].token]);
        d.detail = kept_.emplace_back(std::move(text));
        wrong_.report(d);
    }
    /// The way by imports from one source to another.
    bool leads(std::uint32_t from, std::uint32_t to, std::vector<bool>& seen, std::vector<std::uint32_t>& way) const
    {
        seen[from] = true;
        way.push_back(from);
        if (from == to) return true;
        for (std::uint32_t const next : sources_[from].imports)
            if (next != none && !seen[next] && leads(next, to, seen, way)) return true;
        way.pop_back();
        return false;
    }
    void write(std::vector<stretch> const& order, expansion_writer& to)
    {
        expander expands{all_, to, wrong_.found};
        for (stretch const& s : order) {
            expands.statements(s.source, s.part, s.first, s.last);
            if (to.size() > 2 * expansion_limit) return;
        }
    }
    sha256_digest digest_of(std::vector<stretch> const& order) const
    {
        sha256 hash;
        bool first = true;
        for (stretch const& s : order) {
            syntax_view const& in = all_.sources[s.source].parts[s.part];
            add_tokens(hash, in.text, in.tokens + in.statements[s.first].first_token,
                       in.tokens + in.statements[s.last - 1].last_token, first);
        }
        return hash.finish();
    }

    std::deque<kept_source>& sources_;
    import_reader const& imports_;
    std::deque<std::string>& kept_;
    problems& wrong_;
    std::vector<source_view> views_;
    std::vector<template_ref> templates_;
    sources_view all_{};
    std::uint32_t imports_seen_ = 0;
};

}  // namespace redline::inline v0_1::text
