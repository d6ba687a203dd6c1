// The names of a contract: every declaration, and what it says of itself.
#pragma once

#include "broken_declaration.hpp"
#include "check_header.hpp"
#include "node_reader.hpp"

namespace redline::inline v0_1::text {

/// Takes in the declarations of all parts of a text: `declare` each part, then `link` each, then `finish`.
///
/// Fills the arrays of REDLINE_DECLARED_ARRAYS and the header, and enters every name into the table of names, those of
/// terms, definitions, triggers and chains included. Linear on average; constexpr, no heap.
class declarer : resolving {
public:
    constexpr declarer(rule_set& header, array_sinks& out, problems& wrong) noexcept
        : resolving{header, out, wrong}, header_{header}
    {
        for (text_ref const level : builtin_levels) out_.values.push(level);
        refresh();
        for (std::uint32_t i = 0; i < 4; ++i)
            add(key_of(builtin_text.substr(builtin_levels[i].offset, builtin_levels[i].length)), builtin_levels[i],
                symbol_kind::value, i, name_space::safeguard_values, none);
    }

    /// Whether a part declares `lawful`; where none does, call `declare_lawful` first.
    static constexpr bool declares_lawful(syntax_view const& part) noexcept
    {
        for (std::uint32_t i = 0; i < part.statement_count; ++i)
            if (part.statements[i].is == tag::fact &&
                part.tokens[part.nodes[part.statements[i].first_node].token].is == terminal::lawful)
                return true;
        return false;
    }
    constexpr void declare_lawful() noexcept
    {
        header_.lawful = 0;
        out_.facts.push({builtin_lawful, {}, fact_type::flag, {}, {}, 0});
        header_.slot_count = 1;
        add(key_of("lawful"), builtin_lawful, symbol_kind::fact, 0, name_space::names, 0);
    }

    constexpr void declare(syntax_view const& part) noexcept
    {
        for (std::uint32_t i = 0; i < part.statement_count; ++i) {
            statement const& s = part.statements[i];
            if (s.broken) broken(part, s);
            else one(part, s);
        }
    }
    /// Who roles belong to and facts and evidence come from: names that may be declared later.
    constexpr void link(syntax_view const& part) noexcept
    {
        for (std::uint32_t i = 0; i < part.statement_count; ++i) {
            statement const& s = part.statements[i];
            if (s.is != tag::role && s.is != tag::fact && s.is != tag::evidence) continue;
            node_reader nodes{part, s};
            for (nodes.take(); !nodes.done();) {
                if (nodes.is(tag::of_party)) {
                    std::uint32_t const party = index_of(nodes.take(), symbol_kind::party, "a party");
                    out_.roles.data[roles_linked_].party = party;
                }
                else if (nodes.is(tag::from)) {
                    principal const from = principal_of(nodes.take());
                    if (s.is == tag::fact) out_.facts.data[facts_linked_ + (implicit() ? 1u : 0u)].from = from;
                    else out_.evidence.data[evidence_linked_].from = from;
                }
                else nodes.take();
            }
            if (s.is == tag::role) ++roles_linked_;
            else if (s.is == tag::fact) ++facts_linked_;
            else ++evidence_linked_;
        }
    }
    constexpr void finish() noexcept
    {
        number(out_.uses);
        number(out_.missions);
        for (std::uint32_t i = out_.missions.size; i-- != 0;) {
            kind_entry const& m = out_.missions.data[i];
            if (m.parent != none && (m.sensitive || m.sensitive_below))
                out_.missions.data[m.parent].sensitive_below = true;
        }
        refresh();
    }

private:
    /// `known_` is the header, seen from the base: the views in it follow what is filled.
    constexpr void refresh() noexcept
    {
        header_.decoded = out_.decoded.data;
#define REDLINE_VIEW(type, name) header_.name = {out_.name.data, out_.name.size};
        REDLINE_DECLARED_ARRAYS(REDLINE_VIEW)
#undef REDLINE_VIEW
        header_.symbols.size = out_.symbols.capacity;
    }
    constexpr bool implicit() const noexcept { return out_.facts.data[0].name.source != 0; }

    constexpr bool add(std::uint64_t key, text_ref name, symbol_kind kind, std::uint32_t index, name_space space,
                       std::uint32_t owner) noexcept
    {
        std::string_view const spelled_name = known_(name);
        std::uint32_t const at = place_of_name(known_.symbols, known_, spelled_name, key, space, owner);
        if (at == none || out_.symbols.data[at].kind != symbol_kind::nothing) return false;
        out_.symbols.data[at] = {key, name, owner, index, kind, space};
        return true;
    }
    /// Enters the name that a token spells; a diagnostic where it is declared already.
    constexpr void add(token const& t, symbol_kind kind, std::uint32_t index, name_space space = name_space::names,
                       std::uint32_t owner = 0, code twice = code::declared_twice) noexcept
    {
        bool const keyed = (t.classes & (is_name | is_path)) != 0;
        std::string_view const name = spelled(t);
        std::uint64_t const key = keyed ? t.value : key_of(name);
        if (add(key, ref_of(t), kind, index, space, owner)) return;
        std::uint32_t const at = place_of_name(known_.symbols, known_, name, key, space, owner);
        if (at == none) {
            report(code::too_many, t, "names whose keys collide").limit = probe_limit;
            return;
        }
        symbol const& first = out_.symbols.data[at];
        if (first.kind == symbol_kind::broken || kind == symbol_kind::broken) return;
        diagnostic& d = report(twice, t);
        d.related = place_of(first.name);
    }

    constexpr void broken(syntax_view const& part, statement const& s) noexcept
    {
        broken_declaration const would = declared_by_broken(part, s);
        if (would.name != nullptr) add(*would.name, symbol_kind::broken, none, would.space);
    }

    constexpr void one(syntax_view const& part, statement const& s) noexcept
    {
        node_reader nodes{part, s};
        switch (s.is) {
        case tag::version_of_language:
            check_header(part, s, wrong_);
            header_.language = static_cast<std::uint32_t>(nodes.take().value);
            break;
        case tag::title:
            header(nodes);
            check_header(part, s, wrong_);
            break;
        case tag::party:
            add(nodes.here(), symbol_kind::party, out_.parties.size);
            out_.parties.push({ref_of(nodes.take()), description(nodes)});
            break;
        case tag::role: {
            add(nodes.here(), symbol_kind::role, out_.roles.size);
            text_ref const name = ref_of(nodes.take());
            nodes.take();
            out_.roles.push({name, description(nodes), none});
            break;
        }
        case tag::authority: authority(nodes); break;
        case tag::use: kind(nodes, out_.uses, name_space::uses, symbol_kind::use); break;
        case tag::mission: kind(nodes, out_.missions, name_space::missions, symbol_kind::mission); break;
        case tag::fact: fact(nodes); break;
        case tag::safeguard: safeguard(nodes); break;
        case tag::evidence: evidence(nodes); break;
        case tag::event:
            add(nodes.here(), symbol_kind::event, out_.events.size);
            out_.events.push({ref_of(nodes.take()), description(nodes)});
            break;
        case tag::section:
            add(nodes.here(), symbol_kind::section, out_.sections.size, name_space::sections, 0, code::section_twice);
            out_.sections.push({ref_of(nodes.take()), string_of(nodes.take())});
            break;
        case tag::define: add(nodes.here(), symbol_kind::definition, definitions_++); break;
        case tag::label:
            add(nodes.take(), symbol_kind::label, terms_++, name_space::labels, 0, code::label_twice);
            if (nodes.is(tag::trigger)) add(nodes.here(), symbol_kind::trigger, triggers_++);
            break;
        case tag::signoff: chain(nodes); break;
        case tag::template_: add(nodes.take(), symbol_kind::template_, none); break;
        default: break;
        }
    }

    constexpr text_ref description(node_reader& nodes) noexcept
    {
        return nodes.is(tag::description) ? string_of(nodes.take()) : text_ref{};
    }
    constexpr void header(node_reader& nodes) noexcept
    {
        header_.title = string_of(nodes.take());
        header_.version = nodes.take().value;
        if (nodes.is(tag::effective_from)) {
            header_.has_from = true;
            header_.effective_from = day(nodes.take());
        }
        if (nodes.is(tag::effective_before)) {
            header_.has_before = true;
            header_.effective_before = day(nodes.take());
        }
    }
    static constexpr day_number day(token const& t) noexcept
    {
        return static_cast<day_number>(static_cast<std::uint32_t>(t.value));
    }
    constexpr void authority(node_reader& nodes) noexcept
    {
        add(nodes.here(), symbol_kind::authority, out_.authorities.size);
        authority_entry a{};
        a.name = ref_of(nodes.take());
        a.title = string_of(nodes.take());
        a.amended = nodes.is(tag::as_amended);
        token const& t = nodes.take();
        if (!a.amended) a.as_of = day(t);
        out_.authorities.push(a);
    }

    constexpr void kind(node_reader& nodes, sink<kind_entry>& kinds, name_space space, symbol_kind is) noexcept
    {
        token const& t = nodes.take();
        kind_entry k{};
        k.path = ref_of(t);
        std::uint32_t dot = t.length;
        while (dot != 0 && wrong_.text[t.offset + dot - 1] != '.') --dot;
        if ((t.is == terminal::path || t.is == terminal::local_path) && dot != 0) {
            std::string_view const parent{wrong_.text + t.offset, dot - 1};
            std::uint32_t const at = place_of_name(known_.symbols, known_, parent, key_of(parent), space, 0);
            symbol const found = at == none ? symbol{} : known_.symbols[at];
            if (found.kind == is) k.parent = found.index;
            else if (found.kind != symbol_kind::broken && !holds_reserved(spelled(t))) {
                diagnostic& d = report(code::undeclared_parent, t, parent);
                d.suggestion = nearest(space, parent);
            }
        }
        k.sensitive = nodes.skip(tag::sensitive) || (k.parent != none && kinds.data[k.parent].sensitive);
        k.description = description(nodes);
        add(t, is, kinds.size, space);
        kinds.push(k);
    }
    /// Numbers uses or missions so that all that lies at or below one has its numbers in one stretch. Parents come first.
    static constexpr void number(sink<kind_entry>& kinds) noexcept
    {
        for (std::uint32_t i = kinds.size; i-- != 0;) {
            kind_entry& k = kinds.data[i];
            ++k.leave;  // how many lie at or below, until its place is known
            if (k.parent != none) kinds.data[k.parent].leave += k.leave;
        }
        std::uint32_t free = 0;
        for (std::uint32_t i = 0; i < kinds.size; ++i) {
            kind_entry& k = kinds.data[i];
            std::uint32_t& next = k.parent == none ? free : kinds.data[k.parent].leave;
            k.enter = next;
            next += k.leave;
            k.leave = k.enter + 1;  // grows as what lies below takes its places
        }
    }

    constexpr void fact(node_reader& nodes) noexcept
    {
        token const& t = nodes.take();
        std::uint32_t const index = out_.facts.size;
        fact_entry f{};
        f.name = ref_of(t);
        if (t.is == terminal::lawful) header_.lawful = index;
        add(t, symbol_kind::fact, index);
        switch (nodes.is()) {
        case tag::flag: f.type = fact_type::flag; break;
        case tag::count: f.type = fact_type::count; break;
        case tag::duration: f.type = fact_type::duration; break;
        case tag::level: f.type = fact_type::level; break;
        case tag::one_of: f.type = fact_type::one_of; break;
        default: f.type = fact_type::any_of; break;
        }
        if (t.is == terminal::lawful && f.type != fact_type::flag)
            report(code::value_of_wrong_type, nodes.here(), "`flag`, which `lawful` always is");
        nodes.take();
        f.values = values(nodes, name_space::fact_values, index);
        f.slot = header_.slot_count;
        header_.slot_count += slots_of(f);
        if (nodes.is(tag::from)) nodes.take();
        f.description = description(nodes);
        out_.facts.push(f);
    }
    constexpr index_range values(node_reader& nodes, name_space space, std::uint32_t owner) noexcept
    {
        std::uint32_t const first = out_.values.size;
        while (nodes.is(tag::value_of_type)) {
            token const& t = nodes.take();
            add(t, symbol_kind::value, out_.values.size - first, space, owner, code::level_twice);
            out_.values.push(ref_of(t));
        }
        return {first, out_.values.size};
    }
    constexpr void safeguard(node_reader& nodes) noexcept
    {
        std::uint32_t const index = out_.safeguards.size;
        safeguard_entry s{};
        add(nodes.here(), symbol_kind::safeguard, index);
        s.name = ref_of(nodes.take());
        s.values = nodes.skip(tag::level) ? values(nodes, name_space::safeguard_values, index) : index_range{0, 4};
        s.description = description(nodes);
        out_.safeguards.push(s);
    }
    constexpr void evidence(node_reader& nodes) noexcept
    {
        evidence_entry e{};
        add(nodes.here(), symbol_kind::evidence, out_.evidence.size);
        e.name = ref_of(nodes.take());
        nodes.take();
        if (nodes.skip(tag::valid)) e.valid = duration(nodes);
        e.description = description(nodes);
        out_.evidence.push(e);
    }
    constexpr void chain(node_reader& nodes) noexcept
    {
        add(nodes.take(), symbol_kind::chain, chains_);
        for (; !nodes.done(); nodes.take())
            if (nodes.is(tag::stage)) add(nodes.here(), symbol_kind::stage, stages_++, name_space::stages, chains_);
        ++chains_;
    }

    rule_set& header_;
    std::uint32_t definitions_ = 0, terms_ = 0, triggers_ = 0, chains_ = 0, stages_ = 0;
    std::uint32_t roles_linked_ = 0, facts_linked_ = 0, evidence_linked_ = 0;
};

}  // namespace redline::inline v0_1::text
