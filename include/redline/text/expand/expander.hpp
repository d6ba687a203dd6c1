// Expands statements: what stands in a source as it stands there, and in place of each application, its template's terms.
#pragma once

#include "arguments.hpp"
#include "../builder.hpp"
#include "expansion_writer.hpp"

#include "../../core/nearest.hpp"

namespace redline::inline v0_1::text {

/// How many applications a contract may come to, those that stand in templates counted each time.
inline constexpr std::uint32_t applications_limit = 100'000;

/// How often a word of a template may be compared with what the template declares.
inline constexpr std::uint64_t work_limit = std::uint64_t{1} << 30;

/// How many templates a contract may have.
inline constexpr std::uint32_t templates_limit = 1024;

/// One application: where it stands, and which application brought that here (null: none).
struct application {
    application const* outer = nullptr;
    std::uint32_t source = 0;
    syntax_view const* in = nullptr;
    node const* first = nullptr;  // of the label; then the template's name, arguments, authorities, a reason
    node const* last = nullptr;

    constexpr token const& token_of(node const* n) const noexcept { return in->tokens[n->token]; }
    constexpr token const& label() const noexcept { return token_of(first); }
    constexpr token const& name() const noexcept { return token_of(first + 1); }
    constexpr source_span span() const noexcept
    {
        return {source, label().offset, name().offset + name().length - label().offset, label().line};
    }
    /// The argument of a number, or null.
    constexpr token const* argument(std::uint32_t number) const noexcept
    {
        for (node const* n = first; n != last; ++n)
            if (n->is == tag::argument && number-- == 0) return &token_of(n);
        return nullptr;
    }
    constexpr std::uint32_t argument_count() const noexcept
    {
        std::uint32_t count = 0;
        for (node const* n = first; n != last; ++n) count += n->is == tag::argument ? 1u : 0u;
        return count;
    }
    /// The node of its authorities, or of its reason, or null.
    constexpr node const* find(tag t) const noexcept
    {
        for (node const* n = first; n != last; ++n)
            if (n->is == t) return n;
        return nullptr;
    }
};

/// Writes statements of sources as they are after expansion; language reference, "Drafts".
///
/// What of a template belongs to an application alone is written behind its label: terms as `5.L`, names that the template
/// declares as `5/N`. An application that is wrong is reported and left out. Linear in what is written, times the words
/// that a template declares; constexpr, no heap.
class expander {
public:
    constexpr expander(sources_view const& all, expansion_writer& to, sink<diagnostic>& wrong) noexcept
        : all_{all}, to_{to}, wrong_{wrong}
    {}

    /// Statements `first` to `last` (excluded) of a part of a source. Imports are left out, and of an imported source its
    /// header, scenarios and assertions.
    constexpr void statements(std::uint32_t source, std::uint32_t part, std::uint32_t first,
                              std::uint32_t last) noexcept
    {
        syntax_view const& in = all_.sources[source].parts[part];
        std::uint32_t from = none;  // of statements that stay as they are, the first that is not yet written
        for (std::uint32_t i = first; i <= last; ++i) {
            bool const stays = i != last && stays_whole(in, in.statements[i], source);
            if (stays && from == none) from = i;
            if (stays || from == none) {
                if (!stays && i != last) changed(source, in, in.statements[i]);
                continue;
            }
            copy(source, in, in.tokens[in.statements[from].first_token], in.tokens[in.statements[i - 1].last_token - 1],
                 {});
            to_.add("\n");
            from = none;
            if (i != last) changed(source, in, in.statements[i]);
        }
    }

private:
    static constexpr bool stays_whole(syntax_view const& in, statement const& s, std::uint32_t source) noexcept
    {
        switch (s.is) {
        case tag::import_:
        case tag::template_: return false;
        case tag::version_of_language:
        case tag::title:
        case tag::scenario:
        case tag::assert_: return source == 0;
        default: return !is_application(in, s);
        }
    }
    constexpr void changed(std::uint32_t source, syntax_view const& in, statement const& s) noexcept
    {
        if (is_application(in, s)) apply({nullptr, source, &in, in.nodes + s.first_node, in.nodes + s.last_node}, 1);
        else if (s.is == tag::template_) {
            // Its name is declared; what it holds stands where it is applied.
            token const& name = in.tokens[in.nodes[s.first_node].token];
            copy(source, in, in.tokens[s.first_token], name, {});
            to_.stand_in({source, name.offset, name.length, name.line}, {});
            to_.add("(){}\n");
        }
    }
    constexpr void copy(std::uint32_t source, syntax_view const& in, token const& first, token const& last,
                        source_span const& applied) noexcept
    {
        to_.copy(in.text, {source, first.offset, last.offset + last.length - first.offset, first.line}, applied);
    }
    static constexpr source_span span_of(std::uint32_t source, token const& t) noexcept
    {
        return {source, t.offset, t.length, t.line};
    }
    constexpr place place_of(source_span const& s) const noexcept
    {
        problems at{all_.sources[s.source].text, nullptr, 0};
        place p = at.at(s.offset, s.length, s.line);
        p.source = s.source;
        return p;
    }
    static constexpr application const& outermost(application const& a) noexcept
    {
        application const* at = &a;
        while (at->outer != nullptr) at = at->outer;
        return *at;
    }
    constexpr diagnostic report(code is, application const& a, token const& t) const noexcept
    {
        diagnostic d{};
        d.is = is;
        d.where = place_of(span_of(a.source, t));
        d.subject = spelling(t, a.in->text);
        if (a.outer != nullptr) d.applied = place_of(outermost(a).span());
        return d;
    }

    /// Whether an application fits its template; where not, that is reported.
    constexpr bool fits(application const& a, template_view const& of) noexcept
    {
        bool fine = true;
        if (a.argument_count() != of.parameter_count()) {
            diagnostic d = report(code::argument_count, a, a.name());
            d.number = a.argument_count();
            d.limit = of.parameter_count();
            d.related = place_of(span_of(of.source, *of.name));
            wrong_.push(d);
            return false;
        }
        for (std::uint32_t i = 0; i != of.parameter_count(); ++i) {
            unsigned const kinds = kinds_of_parameter(of, i).kinds;
            token const& t = *a.argument(i);
            if ((kinds & kind_of(a, t)) != 0) continue;
            diagnostic d = report(code::argument_does_not_fit, a, t);
            d.detail = kinds_in_words(kinds);
            d.related = place_of(span_of(of.source, of.parameter(i)));
            wrong_.push(d);
            fine = false;
        }
        return fine;
    }
    /// What an argument is, seen through the applications around it.
    constexpr unsigned kind_of(application const& a, token const& t) const noexcept
    {
        if ((t.classes & is_string) != 0) return string_argument;
        if ((t.classes & is_integer) != 0) return (&t)[1].is == terminal::unit ? duration_argument : integer_argument;
        if (t.is == terminal::path || t.is == terminal::local_path) return path_argument;
        if (a.outer == nullptr) return name_argument;
        template_view const around = template_of(*a.outer);
        std::uint32_t const parameter = around.parameter_named(spelling(t, a.in->text));
        return parameter == none ? name_argument : kind_of(*a.outer, *a.outer->argument(parameter));
    }
    constexpr template_view template_of(application const& a) const noexcept
    {
        return {all_, all_.templates[find_template(all_, a.name(), a.in->text)]};
    }

    constexpr void apply(application const& a, unsigned depth) noexcept
    {
        if (stopped_) return;
        std::uint32_t const found = find_template(all_, a.name(), a.in->text);
        if (found == none) {
            if (a.outer != nullptr) return;  // told where the template stands
            diagnostic d = report(code::unknown_template, a, a.name());
            nearest_name nearest{d.subject};
            for (template_ref const& t : all_.templates) {
                template_view const of{all_, t};
                nearest.consider(spelling(*of.name, of.in->text));
            }
            d.suggestion = nearest.best();
            return wrong_.push(d);
        }
        template_view const of{all_, all_.templates[found]};
        if (of.parameter_count() > parameters_limit) return;  // told where the template stands
        // Circles are told before anything is expanded; the depth is bounded all the same.
        work_ += static_cast<std::uint64_t>(of.nodes_end - of.parameters) * (of.parameter_count() + 1);
        if (depth > nesting_limit) return too_large(a, "templates within templates", nesting_limit);
        if (++applications_ > applications_limit)
            return too_large(a, "applications, those within templates counted each time", applications_limit);
        if (is_too_large(a) || !fits(a, of)) return;
        walk{*this, a, of, depth}.run();
        to_.stand_in(a.span(), {});
        to_.add("\n");
    }

    /// Whether what was written, or looked at to write it, is too much; that is reported once.
    constexpr bool is_too_large(application const& a) noexcept
    {
        if (to_.full()) too_large(a, "bytes", expansion_limit);
        else if (work_ > work_limit) too_large(a, "comparisons of a template's words", work_limit);
        return stopped_;
    }
    constexpr void too_large(application const& a, std::string_view of, std::uint64_t limit) noexcept
    {
        if (stopped_) return;
        stopped_ = true;
        diagnostic d = report(code::expansion_too_large, outermost(a), outermost(a).name());
        d.detail = of;
        d.limit = limit;
        wrong_.push(d);
    }

    /// Writes the label of an application, behind those of the applications around it.
    constexpr void label_of(application const& a) noexcept
    {
        if (a.outer != nullptr) {
            label_of(*a.outer);
            to_.add(".");
        }
        to_.add(spelling(a.label(), a.in->text));
    }

    /// One word of a source as it reads within application `in` (null: outside of any). `applied` is the other end.
    constexpr void word(application const* in, std::uint32_t source, syntax_view const& syntax, token const& t,
                        word_space space, source_span const& applied, bool of_argument) noexcept
    {
        std::string_view const spelled = spelling(t, syntax.text);
        if (in == nullptr || (t.classes & is_path) == 0) {
            // An integer with a unit is one argument.
            bool const with_unit = (t.classes & is_integer) != 0 && (&t)[1].is == terminal::unit;
            return copy(source, syntax, t, with_unit ? (&t)[1] : t, applied);
        }
        template_view const of = template_of(*in);
        source_span const here = of_argument ? applied : span_of(source, t);
        if (std::uint32_t const p = of.parameter_named(spelled); p != none)
            return word(in->outer, in->source, *in->in, *in->argument(p), word_space::any, here, true);
        to_.stand_in(span_of(source, t), applied);
        parts(*in, of, spelled, t, space);
    }
    /// A word that may be local, be a path with parameters, or neither.
    constexpr void parts(application const& in, template_view const& of, std::string_view const& spelled,
                         token const& t, word_space space) noexcept
    {
        std::string_view rest = spelled;
        bool first = true;
        if (t.is == terminal::local_name || t.is == terminal::local_path) {
            label_of(in);
            return to_.add("."), to_.add(spelled);
        }
        for (;; first = false) {
            std::string_view const part = first_part(rest);
            std::uint32_t const p = of.parameter_named(part);
            if (p != none) part_of_path(in, p);
            else {
                if (first && of.declares(part, space)) {
                    label_of(in);
                    to_.add("/");
                }
                to_.add(part);
            }
            if (part.size() == rest.size()) return;
            to_.add(".");
            rest.remove_prefix(part.size() + 1);
        }
    }
    constexpr void part_of_path(application const& in, std::uint32_t parameter) noexcept
    {
        token const& t = *in.argument(parameter);
        std::string_view const spelled = spelling(t, in.in->text);
        if (in.outer == nullptr) return to_.add(spelled);
        parts(*in.outer, template_of(*in.outer), spelled, t, word_space::any);
    }

    /// Whether a word of a template reads otherwise in an application of it.
    static constexpr bool changes(template_view const& of, token const& t, word_space space) noexcept
    {
        if ((t.classes & is_path) == 0) return false;
        if (t.is == terminal::local_name || t.is == terminal::local_path) return true;
        std::string_view rest = spelling(t, of.in->text);
        for (bool first = true;; first = false) {
            std::string_view const part = first_part(rest);
            if (of.parameter_named(part) != none || (first && of.declares(part, space))) return true;
            if (part.size() == rest.size()) return false;
            rest.remove_prefix(part.size() + 1);
        }
    }

    /// Walks what stands between the braces of a template, for one application.
    class walk {
    public:
        constexpr walk(expander& to, application const& a, template_view const& of, unsigned depth) noexcept
            : to_{to}, a_{a}, of_{of}, depth_{depth}, applied_{outermost(a).span()}, from_{of.first->offset},
              line_{of.first->line}
        {}
        constexpr void run() noexcept
        {
            node const* n = of_.body;
            for (token const* t = of_.first; t != of_.last; ++t) {
                while (n != of_.nodes_end && (is_mark(n->is) || at(n) < t)) ++n;
                tag const is = n != of_.nodes_end && at(n) == t ? n->is : tag::none;
                if (is == tag::label) {
                    if (n + 1 != of_.nodes_end && (n + 1)->is == tag::apply) t = nested(n, t);
                    else term(*t);
                }
                else if (is != tag::none) word(is, *t);
                else if (in_term_ && t->is == terminal::because) authorities(*t);
                else if (in_term_ && t->is == terminal::semicolon) end_of_term(*t);
            }
            if (of_.first != of_.last) copy_to(of_.last->offset);
        }

    private:
        constexpr token const* at(node const* n) const noexcept { return of_.in->tokens + n->token; }

        /// Writes what was not changed, up to an offset.
        constexpr void copy_to(std::uint32_t offset) noexcept
        {
            if (offset <= from_) return;
            to_.to_.copy(of_.in->text, {of_.source, from_, offset - from_, line_}, applied_);
            from_ = offset;
        }
        constexpr void go_on_behind(token const& t) noexcept
        {
            from_ = t.offset + t.length;
            line_ = t.line;
        }
        constexpr void term(token const& label) noexcept
        {
            if (to_.is_too_large(a_)) return;
            copy_to(label.offset);
            to_.to_.stand_in(span_of(of_.source, label), applied_);
            to_.label_of(a_);
            to_.to_.add(".");
            to_.to_.add(spelling(label, of_.in->text));
            go_on_behind(label);
            in_term_ = true;
            cites_ = reasoned_ = cited_by_applications_ = false;
        }
        constexpr void word(tag is, token const& t) noexcept
        {
            cites_ = cites_ || is == tag::cite;
            reasoned_ = reasoned_ || is == tag::because;
            to_.work_ += static_cast<std::uint64_t>(of_.nodes_end - of_.parameters);
            if (to_.is_too_large(a_)) return;
            if (!changes(of_, t, space_of(is))) return;
            copy_to(t.offset);
            to_.word(&a_, of_.source, *of_.in, t, space_of(is), applied_, false);
            go_on_behind(t);
        }
        /// An application within the template; the `;` that ends it.
        constexpr token const* nested(node const* n, token const* t) noexcept
        {
            copy_to(t->offset);
            node const* last = n + 2;
            while (last != of_.nodes_end && (last->is == tag::argument || last->is == tag::unit ||
                                             last->is == tag::cite || last->is == tag::because))
                ++last;
            while (t->is != terminal::semicolon) ++t;
            to_.apply({&a_, of_.source, of_.in, n, last}, depth_ + 1);
            go_on_behind(*t);
            return t;
        }
        /// The authorities of the applications around a term, behind its own: before `end`.
        constexpr void authorities(token const& end) noexcept
        {
            if (cited_by_applications_) return;
            cited_by_applications_ = true;
            for (application const* a = &a_; a != nullptr; a = a->outer)
                for (node const* c = a->find(tag::cite); c != nullptr && c != a->last && c->is == tag::cite; ++c) {
                    if (to_.is_too_large(a_)) return;
                    add_before(end, cites_ ? ", " : " citing ", *a, a->token_of(c));
                    cites_ = true;
                }
        }
        /// The reason of the nearest application that gives one, where the term gives none.
        constexpr void end_of_term(token const& end) noexcept
        {
            authorities(end);
            for (application const* a = &a_; a != nullptr && !reasoned_ && !to_.is_too_large(a_); a = a->outer)
                if (node const* const why = a->find(tag::because); why != nullptr) {
                    add_before(end, " because ", *a, a->token_of(why));
                    reasoned_ = true;
                }
            in_term_ = false;
        }
        constexpr void add_before(token const& end, std::string_view joined, application const& a,
                                  token const& t) noexcept
        {
            token const& before = (&end)[-1];
            copy_to(before.offset + before.length);
            line_ = before.line;
            to_.to_.stand_in(a.span(), {});
            to_.to_.add(joined);
            to_.word(a.outer, a.source, *a.in, t, word_space::names, outermost(a).span(), false);
        }

        expander& to_;
        application const& a_;
        template_view const& of_;
        unsigned depth_;
        source_span applied_;
        std::uint32_t from_;
        std::uint32_t line_;
        bool in_term_ = false, cites_ = false, reasoned_ = false, cited_by_applications_ = false;
    };

    sources_view const& all_;
    expansion_writer& to_;
    sink<diagnostic>& wrong_;
    std::uint32_t applications_ = 0;
    std::uint64_t work_ = 0;
    bool stopped_ = false;
};

}  // namespace redline::inline v0_1::text
