// A contract as a C++ header of constant arrays, which a program embeds without a parser: what `redline compile` writes.
#pragma once

#include "../core/generated_contract.hpp"
#include "../core/proof/outcome_memory.hpp"
#include "../text/arrays.hpp"
#include "entries.hpp"
#include "identifier.hpp"
#include "literal.hpp"

#include <string>
#include <string_view>

namespace redline::inline v0_1 {

/// What a generated header is called by and says of itself.
struct header_options {
    emit::qualified_name name{};  // of the contract in C++; has to have a last part
    std::string made_by{};        // a tool and its version; may be empty
    std::string made_from{};      // a file; may be empty
    bool outcomes = true;         // a table of outcomes too, unless it is too large
};

namespace emit {

/// The most bytes of a table of outcomes that a header holds: compilers take half a second for a MiB.
inline constexpr std::size_t outcomes_limit = std::size_t{1} << 20;

/// The longest string literal that every compiler has to take, and of which none warns.
inline constexpr std::size_t longest_for_all = 65536;

/// All members of a rule set that a header writes. A member that is added to `rule_set` has to be added here, and written.
struct written_members {
    char const* text;
    char const* decoded;  // both texts are one in a header
    text_ref title;
    std::uint64_t version;
    bool has_from, has_before;
    day_number effective_from, effective_before;
    std::uint32_t baseline, lawful, slot_count, language;
    sha256_digest const* digest;
#define REDLINE_WRITTEN(type, name) array_view<type> name;
    REDLINE_RULE_SET_ARRAYS(REDLINE_WRITTEN)
#undef REDLINE_WRITTEN
};
static_assert(sizeof(written_members) == sizeof(rule_set),
              "emit/header.hpp has to write a new member of rule_set; count generated_format up with it");

/// Writes one header.
class header_writer {
public:
    header_writer(rule_set const& rules, header_options const& options) : rules_{rules}, options_{options} {}

    std::string text()
    {
        std::string const arrays = rule_set_arrays();
        std::string const header = header_of_rules();
        std::string const outcomes = options_.outcomes ? table_of_outcomes() : std::string{};
        std::string out = introduction();
        for (std::string const& n : options_.name.namespaces) out += "namespace " + n + " {\n";
        out += "namespace " + own_namespace() + " {\n" + std::string{aliases};
        // Behind the arrays, all that they refer to has been gathered.
        out += "\n" + text_of_pool() + arrays + digest() + header + outcomes + data(!outcomes.empty());
        out += "}  // namespace " + own_namespace() + "\n\n";
        out += "inline constexpr ::redline::generated_contract<" + own_namespace() + "::data> " + options_.name.last +
               "{};\n";
        for (auto n = options_.name.namespaces.rbegin(); n != options_.name.namespaces.rend(); ++n)
            out += "}  // namespace " + *n + "\n";
        return out;
    }

private:
    static constexpr std::string_view aliases = R"(using who = ::redline::principal_kind;
using type = ::redline::fact_type;
using op = ::redline::condition_op;
using term = ::redline::term_kind;
using object = ::redline::duty_object;
using symbol = ::redline::symbol_kind;
using space = ::redline::name_space;
using about = ::redline::proof::variable_kind;
inline constexpr auto none = ::redline::none;
inline constexpr auto ever = ::redline::unlimited;
)";

    std::string own_namespace() const { return options_.name.last + "_contract"; }

    std::string introduction() const
    {
        std::string out = "// Made";
        if (!options_.made_by.empty()) out += " by " + in_comment(options_.made_by);
        if (!options_.made_from.empty()) out += " from " + in_comment(options_.made_from);
        out += ". What is changed here is lost when it is made anew.\n// \"" + in_comment(rules_(rules_.title)) +
               "\" version " + std::to_string(rules_.version);
        if (rules_.digest != nullptr) out += ", sha256:" + digits_of(*rules_.digest);
        out += "\n#pragma once\n\n#include <redline/core/generated_contract.hpp>\n\n";
        out += "static_assert(::redline::generated_format == " + std::to_string(generated_format) +
               ",\n    \"redline: this header was made by another version of Redline than the one it is compiled with; "
               "make it anew with `redline compile`\");\n\n";
        return out;
    }
    static std::string digits_of(sha256_digest const& d)
    {
        std::string out;
        for (std::uint8_t const byte : d.bytes)
            out.append(1, "0123456789abcdef"[byte >> 4]).append(1, "0123456789abcdef"[byte & 15]);
        return out;
    }

    /// An array of initialisers, and nothing where there are none.
    template <class Entry>
    std::string array(std::string_view type, std::string_view name, array_view<Entry> entries)
    {
        if (entries.empty()) return {};
        constexpr std::size_t most = 118;
        std::string out = "inline constexpr " + std::string{type} + " " + std::string{name} + "[] = {\n    ";
        std::size_t column = 4;
        for (Entry const& e : entries) {
            std::string const one = write_.of(e) + ",";
            if (column + one.size() > most && column != 4) {
                out += "\n    ";
                column = 4;
            }
            out += one;
            column += one.size();
        }
        return out += "\n};\n";
    }
    static std::string in_core(std::string_view type)
    {
        return type.substr(0, 5) == "std::" ? std::string{type} : "::redline::" + std::string{type};
    }

    std::string rule_set_arrays()
    {
        std::string out;
#define REDLINE_ARRAY(type, name) out += array(in_core(#type), #name, rules_.name);
        REDLINE_RULE_SET_ARRAYS(REDLINE_ARRAY)
#undef REDLINE_ARRAY
        return out;
    }
    std::string header_of_rules()
    {
        std::string out = "inline constexpr ::redline::rule_set rules = [] {\n    ::redline::rule_set r{};\n";
        auto const set = [&](std::string_view member, std::string const& value) {
            out.append("    r.").append(member).append(" = ").append(value).append(";\n");
        };
        set("text", "text");
        set("title", write_.of(rules_.title));
        set("language", write_.of(rules_.language));
        set("version", write_.of(rules_.version));
        set("has_from", rules_.has_from ? "true" : "false");
        set("has_before", rules_.has_before ? "true" : "false");
        set("effective_from", write_.of(rules_.effective_from));
        set("effective_before", write_.of(rules_.effective_before));
        set("baseline", write_.of(rules_.baseline));
        set("lawful", write_.of(rules_.lawful));
        set("slot_count", write_.of(rules_.slot_count));
        set("digest", "&digest");
#define REDLINE_SET(type, name)                                                                                        \
    if (!rules_.name.empty()) set(#name, "{" #name ", " + write_.of(rules_.name.size) + "}");
        REDLINE_RULE_SET_ARRAYS(REDLINE_SET)
#undef REDLINE_SET
        return out + "    return r;\n}();\n";
    }
    std::string text_of_pool() const
    {
        std::string text = "inline constexpr char text[] =\n    " + string_literal(texts_.text()) + ";\n";
        if (texts_.text().size() < longest_for_all) return text;
        return "#if defined(__clang__)\n#pragma clang diagnostic push\n"
               "#pragma clang diagnostic ignored \"-Woverlength-strings\"\n#endif\n" +
               text + "#if defined(__clang__)\n#pragma clang diagnostic pop\n#endif\n";
    }
    std::string digest() const
    {
        std::string out = "inline constexpr ::redline::sha256_digest digest{{";
        if (rules_.digest != nullptr)
            for (std::uint8_t const byte : rules_.digest->bytes) out += std::to_string(unsigned{byte}) + ",";
        return out + "}};\n";
    }

    std::string table_of_outcomes()
    {
        outcome_table_on_heap const made = make_outcome_table(rules_);
        if (made.too_large() || made.bytes() > outcomes_limit) return {};
        outcome_table const table = made.view();
        std::string out;
        std::string all = "inline constexpr ::redline::outcome_table outcomes{";
        auto const add = [&](std::string_view type, std::string_view name, auto const& entries) {
            out += array(type, name, entries);
            all += entries.empty() ? std::string{"{}, "}
                                   : "{" + std::string{name} + ", " + write_.of(entries.size) + "}, ";
        };
        add("::redline::proof::outcome_program", "outcome_programs", table.programs);
        add("::redline::proof::outcome_question", "outcome_questions", table.questions);
        add("std::uint64_t", "outcome_thresholds", table.thresholds);
        add("std::uint32_t", "outcome_rows", table.rows);
        add("std::uint32_t", "outcome_missions", table.mission_cells);
        return out + all + write_.of(table.width) + "};\n";
    }

    std::string data(bool has_outcomes) const
    {
        std::string out = "struct data {\n"
                          "    static constexpr ::redline::rule_set const& rules() noexcept { return " +
                          own_namespace() +
                          "::rules; }\n"
                          "    static constexpr ::redline::sha256_digest const& digest() noexcept { return " +
                          own_namespace() + "::digest; }\n";
        if (has_outcomes)
            out += "    static constexpr ::redline::outcome_table const& outcomes() noexcept { return " +
                   own_namespace() + "::outcomes; }\n";
        else if (options_.outcomes) out += "    // No table of outcomes: it is too large. `outcome` asks `decide`.\n";
        return out + "};\n";
    }

    rule_set const& rules_;
    header_options const& options_;
    text_pool texts_{rules_};
    initialisers write_{texts_};
};

}  // namespace emit

/// A header that holds a rule set as constant arrays, and an object of `generated_contract` by the name that is asked for.
///
/// `rules` has no errors, and its digest has been computed. The header includes `redline/core/generated_contract.hpp` alone;
/// it compiles with the library of this `generated_format` only. It holds of the contract's text what the rule set refers
/// to: names, labels, titles and reasons, neither scenarios nor assertions. The same rule set and options give the same bytes.
/// Without a table of outcomes, where it is not wanted or would be too large, the header says so and its `outcome` decides.
/// Linear in the rule set, but for the table. Allocates; may throw `bad_alloc`.
inline std::string header_of(rule_set const& rules, header_options const& options)
{
    return emit::header_writer{rules, options}.text();
}

}  // namespace redline::inline v0_1
