// The entries of rule sets and of tables of outcomes as C++ initialisers.
#pragma once

#include "../core/proof/outcome_table.hpp"
#include "../core/rule_set.hpp"
#include "text_pool.hpp"

#include <string>
#include <type_traits>
#include <vector>

namespace redline::inline v0_1::emit {

// What the enumerations are called in generated headers; `aliases` in header.hpp declares it.
constexpr std::string_view called(principal_kind) noexcept { return "who"; }
constexpr std::string_view called(fact_type) noexcept { return "type"; }
constexpr std::string_view called(condition_op) noexcept { return "op"; }
constexpr std::string_view called(term_kind) noexcept { return "term"; }
constexpr std::string_view called(duty_object) noexcept { return "object"; }
constexpr std::string_view called(symbol_kind) noexcept { return "symbol"; }
constexpr std::string_view called(name_space) noexcept { return "space"; }
constexpr std::string_view called(proof::variable_kind) noexcept { return "about"; }

/// Writes initialisers. Members at the end that are what an entry has anyway are left out, so most are short. Allocates.
///
/// Each entry is taken apart by a structured binding: a member that is added to one does not compile here until it is
/// written, too. Whoever adds it counts `generated_format` up.
class initialisers {
    using parts = std::vector<std::string>;

public:
    explicit initialisers(text_pool& texts) : texts_{texts} {}

    std::string of(bool b) const { return b ? "1" : "0"; }
    template <class Number>
    requires std::is_integral_v<Number> std::string of(Number n)
    const
    {
        if constexpr (std::is_unsigned_v<Number>) {
            if (std::is_same_v<Number, std::uint32_t> && n == none) return "none";
            if (std::is_same_v<Number, std::uint64_t> && n == unlimited) return "ever";
            if (std::uint64_t{n} > ~std::uint64_t{0} / 2) return std::to_string(n) + "u";
        }
        return std::to_string(n);
    }
    template <class Enumeration>
    requires std::is_enum_v<Enumeration> std::string of(Enumeration e)
    const { return std::string{called(e)} + "(" + std::to_string(static_cast<unsigned>(e)) + ")"; }
    std::string of(text_ref r)
    {
        r = texts_.place(r);
        std::uint32_t const offset = r.offset, length = r.length, source = r.source;
        return source != 0   ? in_braces({of(offset), of(length), of(source)})
               : length != 0 ? in_braces({of(offset), of(length)})
                             : "{}";
    }
    template <class Entry>
    requires std::is_class_v<Entry> std::string of(Entry const& e)
    {
        parts written = parts_of(e);
        static parts const usual = initialisers{texts_}.parts_of(Entry{});
        while (!written.empty() && written.back() == usual[written.size() - 1]) written.pop_back();
        return in_braces(written);
    }

private:
    static std::string in_braces(parts const& all)
    {
        std::string text = "{";
        for (std::string const& p : all) text.append(text.size() == 1 ? "" : ",").append(p);
        return text + "}";
    }
    template <class... Members>
    parts all(Members const&... members)
    {
        return {of(members)...};
    }

    // clang-format off
    parts parts_of(principal const& e) { auto const& [a, b] = e; return all(a, b); }
    parts parts_of(index_range const& e) { auto const& [a, b] = e; return all(a, b); }
    parts parts_of(party_entry const& e) { auto const& [a, b] = e; return all(a, b); }
    parts parts_of(role_entry const& e) { auto const& [a, b, c] = e; return all(a, b, c); }
    parts parts_of(kind_entry const& e)
    {
        auto const& [a, b, c, d, f, g, h] = e;
        return all(a, b, c, d, f, g, h);
    }
    parts parts_of(authority_entry const& e) { auto const& [a, b, c, d] = e; return all(a, b, c, d); }
    parts parts_of(fact_entry const& e) { auto const& [a, b, c, d, f, g] = e; return all(a, b, c, d, f, g); }
    parts parts_of(safeguard_entry const& e) { auto const& [a, b, c] = e; return all(a, b, c); }
    parts parts_of(evidence_entry const& e) { auto const& [a, b, c, d] = e; return all(a, b, c, d); }
    parts parts_of(event_entry const& e) { auto const& [a, b] = e; return all(a, b); }
    parts parts_of(section_entry const& e) { auto const& [a, b] = e; return all(a, b); }
    parts parts_of(condition_node const& e) { auto const& [a, b, c] = e; return all(a, b, c); }
    parts parts_of(definition_entry const& e) { auto const& [a, b, c, d, f] = e; return all(a, b, c, d, f); }
    parts parts_of(scope_entry const& e) { auto const& [a, b, c] = e; return all(a, b, c); }
    parts parts_of(term_entry const& e)
    {
        auto const& [a, b, c, d, f, g, h, i, j, k, l] = e;
        return all(a, b, c, d, f, g, h, i, j, k, l);
    }
    parts parts_of(log_entry const& e) { auto const& [a, b, c, d] = e; return all(a, b, c, d); }
    parts parts_of(audit_entry const& e) { auto const& [a, b] = e; return all(a, b); }
    parts parts_of(duty_entry const& e) { auto const& [a, b, c, d, f, g] = e; return all(a, b, c, d, f, g); }
    parts parts_of(continuity_entry const& e) { auto const& [a] = e; return all(a); }
    parts parts_of(trigger_entry const& e) { auto const& [a, b] = e; return all(a, b); }
    parts parts_of(stage_entry const& e) { auto const& [a, b, c, d, f] = e; return all(a, b, c, d, f); }
    parts parts_of(deputy_entry const& e) { auto const& [a, b] = e; return all(a, b); }
    parts parts_of(chain_entry const& e)
    {
        auto const& [a, b, c, d, f, g, h, i, j, k, l, m, n, o] = e;
        return all(a, b, c, d, f, g, h, i, j, k, l, m, n, o);
    }
    parts parts_of(symbol const& e) { auto const& [a, b, c, d, f, g] = e; return all(a, b, c, d, f, g); }
    parts parts_of(proof::outcome_program const& e) { auto const& [a, b, c, d] = e; return all(a, b, c, d); }
    parts parts_of(proof::outcome_question const& e)
    {
        auto const& [a, b, c, d, f, g, h] = e;
        return all(a, b, c, d, f, g, h);
    }
    // clang-format on

    text_pool& texts_;
};

}  // namespace redline::inline v0_1::emit
