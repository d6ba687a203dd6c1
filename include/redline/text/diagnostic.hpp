// What is wrong with a text, or may be: a plain value that every engine and every renderer shares.
#pragma once

#include "terminal.hpp"

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1::text {

/// The stable codes of diagnostics, printed as `RL` and four digits; each is listed in docs/diagnostics.md. A code that
/// falls out of use is not used again.
enum class code : std::uint16_t {
    none = 0,
    // clang-format off
    // 01: characters and tokens
    not_utf8 = 101, control_character = 102, stray_character = 103, unclosed_string = 104, bad_escape = 105,
    bad_number = 106, number_too_large = 107, bad_date = 108, bad_label = 109, reserved_in_path = 110,
    reordering_character = 111, unclosed_fence = 112,
    // 02: sentences
    unexpected = 201, unclosed_block = 202, nested_too_deep = 203, no_contract = 204,
    unknown_version = 206,
    // 03: names
    unknown_name = 301, wrong_kind = 302, declared_twice = 303, undeclared_parent = 304,
    unknown_label = 306, label_twice = 307, section_twice = 308, unknown_value = 309, named_twice = 310,
    definition_circle = 311,
    // 04: values and types
    value_of_wrong_type = 401, no_order = 402, not_a_set = 403, flag_has_no_value = 404, needs_value = 405,
    level_twice = 406, dates_reversed = 407,
    // 05: terms
    no_baseline = 501, two_baselines = 502, obtainable_misplaced = 503, obtainable_negated = 504,
    given_as_item = 505, bare_safeguard = 506, bare_evidence_window = 508,
    // 06: sign-off chains
    quorum_of_nothing = 601, quorum_too_large = 602, quorum_names_twice = 603, rule_twice = 604,
    escalation_circle = 605, chain_never_met = 606, deputy_of_itself = 607,
    // 07: scenarios and assertions
    scenario_differs = 701, given_twice = 702, scenario_without_use = 703, assertion_broken = 704,
    // 08: limits
    too_long = 801, too_many = 802, no_memory = 803, proof_too_large = 804,
    // 09: warnings
    never_has_a_say = 901, anticipated = 902, when_never_true = 903, permit_covered = 904, permit_without_lawful = 905,
    mixed_and_or = 906, unused_name = 907, evidence_lapses = 908, one_party_chain = 909, too_many_warnings = 910,
    findings_incomplete = 911,
    // 10: imports
    import_not_read = 1001, import_circle = 1002, import_path = 1003, too_many_imports = 1004,
    import_without_contract = 1005,
    // 11: templates and applications
    unknown_template = 1101, argument_count = 1102, argument_does_not_fit = 1103, parameter_twice = 1104,
    parameter_of_two_kinds = 1105, template_circle = 1106, expansion_too_large = 1107,
    // 12: amendments
    is_amendment = 1201, no_amendment = 1202, change_misplaced = 1203, bare_term = 1204, other_contract = 1205,
    other_version = 1206, version_not_growing = 1207, nothing_there = 1208, there_already = 1209, changed_twice = 1210,
    struck_in_use = 1211, title_twice = 1212, trigger_struck = 1213, not_amendable = 1214,
    // clang-format on
};

/// A text with errors is no contract; one with warnings is, and may be meant otherwise.
enum class severity : std::uint8_t { error, warning };
constexpr severity severity_of(code c) noexcept
{
    return static_cast<std::uint16_t>(c) / 100 == 9 ? severity::warning : severity::error;
}

/// A stretch of text. Line and column count from 1, the column in characters; offset and length count bytes. `source` tells
/// which text it is of, where a contract is read from several: 0 is the contract's own, then the imported ones.
struct place {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t source = 0;
};

/// The terminals that would have been right at a place.
struct terminal_set {
    std::uint64_t bits[3] = {0, 0, 0};

    constexpr void add(terminal t) noexcept
    {
        auto const i = static_cast<std::uint8_t>(t);
        bits[i / 64] |= std::uint64_t{1} << (i % 64);
    }
    constexpr bool has(terminal t) const noexcept
    {
        auto const i = static_cast<std::uint8_t>(t);
        return (bits[i / 64] >> (i % 64) & 1) != 0;
    }
    friend constexpr bool operator==(terminal_set const&, terminal_set const&) = default;
};

/// One thing that is wrong with a text, or may be: `severity_of` its code tells.
///
/// `subject` is the text it is about, `detail` a second one (what it was declared as, what came out, the request that
/// breaks an assertion), `suggestion` the nearest valid thing; each may be empty. `second` is one more name,
/// where a message needs it. `related` is another place that explains it, with line 0 where there is none. `applied` is the
/// other end of the application of a template through which it was found, with line 0 where it was found outside of any:
/// where `where` stands in a template, the application; where it is an argument, what it stands for in the template.
/// The views point into the contract's text, to literals, or to a witness that whoever loaded the text keeps with it: a
/// diagnostic lives as long as its text.
struct diagnostic {
    code is = code::none;
    place where{};
    std::string_view subject{};
    std::string_view detail{};
    std::string_view suggestion{};
    std::string_view second{};
    place related{};
    place applied{};
    terminal_set expected{};
    std::uint64_t number = 0;
    std::uint64_t limit = 0;
};

}  // namespace redline::inline v0_1::text
