// A contract as flat arrays: what every way in makes, and what `decide` and the analyses read.
#pragma once

#include "array_view.hpp"
#include "calendar.hpp"
#include "digest.hpp"
#include "version.hpp"

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1 {

/// What a `principal` is.
enum class principal_kind : std::uint8_t { nobody, party, role };
/// A party or a role: who attests, is told, signs off or may audit. `index` is into `parties` or `roles`.
struct principal {
    principal_kind kind = principal_kind::nobody;
    std::uint32_t index = none;

    friend constexpr bool operator==(principal const&, principal const&) = default;
};

/// A party, as declared; `description` may be empty, here and in all entries.
struct party_entry {
    text_ref name{}, description{};
};
/// A role; `party` is `none` for an independent one.
struct role_entry {
    text_ref name{}, description{};
    std::uint32_t party = none;
};
/// A use or a mission. All that lies at or below it has an `enter` in [`enter`, `leave`).
struct kind_entry {
    text_ref path{}, description{};
    std::uint32_t parent = none;
    std::uint32_t enter = 0;
    std::uint32_t leave = 0;
    bool sensitive = false;        // a mission that is, or lies below one that is
    bool sensitive_below = false;  // one below it is
};
/// Whether nothing is declared below a use or mission: named by itself, it is then known to the last.
constexpr bool is_leaf(kind_entry const& k) noexcept { return k.leave - k.enter == 1; }

/// A law or a directive; `amended`: as it is amended from time to time, else frozen on `as_of`.
struct authority_entry {
    text_ref name{}, title{};
    day_number as_of = 0;
    bool amended = false;
};
/// What values a fact takes; language reference, "Grammar".
enum class fact_type : std::uint8_t { flag, count, duration, level, one_of, any_of };
/// A fact. Its values lie in `values`; in a request it takes one slot from `slot` on, an `any of` one for each value.
struct fact_entry {
    text_ref name{}, description{};
    fact_type type = fact_type::flag;
    principal from{};
    index_range values{};
    std::uint32_t slot = 0;
};
/// A safeguard and its ladder of levels, lowest first.
struct safeguard_entry {
    text_ref name{}, description{};
    index_range values{};
};
/// "For ever": a duration that is not limited, in minutes; also the age of evidence that is not held.
inline constexpr std::uint64_t unlimited = ~std::uint64_t{0};

/// Evidence: whose it is, and how old it may become before it is no longer held.
struct evidence_entry {
    text_ref name{}, description{};
    principal from{};
    std::uint64_t valid = unlimited;  // minutes
};
/// An event, which duties follow.
struct event_entry {
    text_ref name{}, description{};
};
/// A section: its label and its title.
struct section_entry {
    text_ref label{}, title{};
};

/// What a node of a condition asks. Atoms push one truth value; `both`, `either` and `negation` take theirs from before.
// clang-format off
enum class condition_op : std::uint8_t {
    flag,             // subject: slot
    equals,           // subject: slot, operand: value
    equals_any,       // subject: slot, operand: range of `alternatives`, each a value
    at_least, at_most, over, under,  // subject: slot, operand: number or level
    has,              // subject: slot of the value
    has_any,          // operand: range of `alternatives`, each a slot
    mission_is,       // subject: mission
    mission_sensitive,
    use_is,           // subject: use
    date_from, date_before,  // operand: day
    evidence,         // subject: evidence, operand: oldest age in minutes
    safeguard,        // subject: safeguard, operand: lowest level
    signed_by, waived_by, asked_of,  // subject: chain
    definition,       // subject: definition
    both, either, negation
};
// clang-format on

/// One node of a condition, which is a range of them in postfix order.
struct condition_node {
    condition_op op = condition_op::flag;
    std::uint32_t subject = none;
    std::uint64_t operand = 0;

    /// The range that `equals_any` and `has_any` speak of.
    constexpr index_range alternatives() const noexcept
    {
        return {static_cast<std::uint32_t>(operand >> 32), static_cast<std::uint32_t>(operand)};
    }
};

/// The most operands that wait for their operator: two for each level of the deepest condition that a text may hold.
inline constexpr unsigned condition_stack = 80;

/// Whether a node speaks of what can be brought about, and not of what describes the request.
constexpr bool is_obtainable(condition_op op) noexcept
{
    return op >= condition_op::evidence && op <= condition_op::asked_of;
}

/// A defined name, which stands for its condition, a range of `conditions`.
struct definition_entry {
    text_ref name{};
    index_range condition{};
    bool obtainable = false;  // an obtainable atom stands in it, or in a definition that it uses
    bool waivable = false;    // likewise `waived by`
    std::uint32_t depth = 0;  // how many definitions stand in one another below it
};

/// Uses: all of them, or those at or below `paths`, but none at or below `exceptions` (both ranges of `scope_paths`).
struct scope_entry {
    bool all = false;
    index_range paths{};
    index_range exceptions{};
};

/// What the body of a term is; language reference, "Grammar".
enum class term_kind : std::uint8_t {
    permit_all_lawful,
    permit_nothing_else,
    permit,  // permit forms
    prohibit,
    restrict,
    require,
    trigger,  // prohibit forms
    log,
    audit,
    duty,
    continuity
};
/// Whether a term is a baseline.
constexpr bool is_baseline(term_kind k) noexcept { return k <= term_kind::permit_nothing_else; }
/// Whether requests of which a term is true are covered by it.
constexpr bool is_covering(term_kind k) noexcept { return k == term_kind::permit || k == term_kind::permit_all_lawful; }
/// Whether a term is a prohibit form; language reference, "What is decided".
constexpr bool is_prohibit_form(term_kind k) noexcept { return k >= term_kind::prohibit && k <= term_kind::trigger; }

/// A numbered term. `unless` is X of "What is decided": what `restrict` has behind `to`, the items of `require`, and what
/// a `trigger` waits for. `detail` is the term's entry among `logs`, `audits`, `duties`, `continuities` or `triggers`.
struct term_entry {
    text_ref label{};
    term_kind kind = term_kind::permit;
    bool waivable = false;  // `waived by` stands in `unless`
    scope_entry scope{};
    index_range when{};
    index_range unless{};
    index_range cites{};  // of `cites`, each an authority
    text_ref because{};
    std::uint32_t section = none;
    std::uint32_t detail = none;
    std::uint32_t line = 0;
};

/// What a log term writes, as bits that are added up.
enum log_kind : std::uint8_t {
    log_permitted = 1,
    log_paused = 2,
    log_prohibited = 4,
    log_exceptions = 8,
    log_all = 15
};
/// What a log term writes and to whom; `within` and `keep` in minutes, `unlimited` where the text gives none.
struct log_entry {
    std::uint8_t kinds = 0;
    index_range told{};  // of `principals`
    std::uint64_t within = unlimited;
    std::uint64_t keep = unlimited;
};
/// Who may audit, and after what notice, in minutes.
struct audit_entry {
    principal by{};
    std::uint64_t notice = 0;
};
/// What a duty is about.
enum class duty_object : std::uint8_t { evidence, safeguard };
/// A duty that recurs (`every`), or that follows an event (`within` of `event`); minutes.
struct duty_entry {
    principal of{};
    duty_object kind = duty_object::evidence;
    std::uint32_t object = none;
    std::uint64_t every = unlimited;
    std::uint64_t within = unlimited;
    std::uint32_t event = none;
};
/// The notice that narrowing a use takes, in minutes.
struct continuity_entry {
    std::uint64_t notice = 0;
};
/// The name of a trigger, and the chain that it pauses for.
struct trigger_entry {
    text_ref name{};
    std::uint32_t chain = none;
};

/// How many must sign a stage: `number` distinct roles of `members`, or with `persons`, that many persons of the one.
struct stage_entry {
    text_ref name{};
    std::uint64_t number = 1;
    bool persons = false;
    index_range members{};  // of `chain_roles`
    std::uint64_t within = unlimited;
};
/// Who may sign for whom; both are roles.
struct deputy_entry {
    std::uint32_t deputy = none;  // roles
    std::uint32_t of = none;
};
/// A sign-off chain; `late` and `refusal` are chains to escalate to, or `none` to refuse.
struct chain_entry {
    text_ref name{};
    index_range stages{};
    std::uint32_t late = none;
    std::uint32_t refusal = none;
    bool signers_distinct = false;
    bool asker_may_sign = false;
    bool once = false;
    bool rests_on_named = false;  // `rests on` stands in it; else it rests on every fact
    bool ends = false;            // no escalation from it goes in a circle
    index_range barred{};         // of `principals`
    index_range revocable{};      // of `principals`
    index_range deputies{};       // of `deputies`
    index_range rests_on{};       // of `rested_facts`
    std::uint64_t valid = unlimited;
};

/// What a name stands for.
enum class symbol_kind : std::uint8_t {
    nothing,
    party,
    role,
    authority,
    fact,
    safeguard,
    evidence,
    event,
    definition,
    trigger,
    chain,
    use,
    mission,
    label,
    section,
    value,
    stage,
    broken,
    template_
};
/// The spaces in which names are unique. Values and stages have one for each of their owners.
enum class name_space : std::uint8_t { names, uses, missions, labels, sections, fact_values, safeguard_values, stages };

/// One place of the table of names; `kind` is `nothing` where it is empty.
struct symbol {
    std::uint64_t key = 0;
    text_ref name{};
    std::uint32_t owner = 0;
    std::uint32_t index = none;
    symbol_kind kind = symbol_kind::nothing;
    name_space space = name_space::names;
};

/// The words that a contract may use without declaring them.
inline constexpr std::string_view builtin_text = "lawfulabsentprototypetestedvalidated";
/// The name of the fact that is declared in every contract.
inline constexpr text_ref builtin_lawful{0, 6, 2};
/// The levels of a safeguard that has no ladder of its own.
inline constexpr text_ref builtin_levels[] = {{6, 6, 2}, {12, 9, 2}, {21, 6, 2}, {27, 9, 2}};

/// Whose levels a safeguard has: its own, or where it has no ladder of its own, those that stand first in `values`.
constexpr std::uint32_t owner_of_levels(safeguard_entry const& s, std::uint32_t index) noexcept
{
    return s.values.first == 0 ? none : index;
}

/// A rule set, seen through one non-owning view. Copying copies pointers only; whoever made the arrays keeps them alive.
///
/// Every way in fills the same members, so all that is built on a rule set is written once, against this view.
struct rule_set {
    char const* text = nullptr;     // the contract's text, for `text_source::contract`
    char const* decoded = nullptr;  // strings with their escapes resolved
    text_ref title{};
    std::uint64_t version = 0;
    std::uint32_t language = language_version;  // that the text was read as; `decide` refuses one that it does not know
    bool has_from = false, has_before = false;
    day_number effective_from = 0, effective_before = 0;
    std::uint32_t baseline = none;  // a term
    std::uint32_t lawful = none;    // a fact
    std::uint32_t slot_count = 0;
    sha256_digest const* digest = nullptr;  // null where nobody computed it

    array_view<party_entry> parties{};
    array_view<role_entry> roles{};
    array_view<kind_entry> uses{};
    array_view<kind_entry> missions{};
    array_view<authority_entry> authorities{};
    array_view<fact_entry> facts{};
    array_view<text_ref> values{};
    array_view<safeguard_entry> safeguards{};
    array_view<evidence_entry> evidence{};
    array_view<event_entry> events{};
    array_view<section_entry> sections{};
    array_view<definition_entry> definitions{};
    array_view<condition_node> conditions{};
    array_view<std::uint32_t> alternatives{};
    array_view<std::uint32_t> scope_paths{};
    array_view<std::uint32_t> cites{};
    array_view<term_entry> terms{};
    array_view<log_entry> logs{};
    array_view<audit_entry> audits{};
    array_view<duty_entry> duties{};
    array_view<continuity_entry> continuities{};
    array_view<trigger_entry> triggers{};
    array_view<principal> principals{};
    array_view<chain_entry> chains{};
    array_view<stage_entry> stages{};
    array_view<std::uint32_t> chain_roles{};
    array_view<deputy_entry> deputies{};
    array_view<std::uint32_t> rested_facts{};
    array_view<symbol> symbols{};                   // a power of two of places, open addressing
    array_view<std::uint32_t> terms_everywhere{};   // terms whose scope is `all uses`, with or without exceptions
    array_view<std::uint32_t> first_term_of_use{};  // one more than uses: where its terms begin in `terms_of_use`
    array_view<std::uint32_t> terms_of_use{};       // terms with a path at exactly this use

    /// The text that a reference stands for; valid as long as the contract's text is.
    constexpr std::string_view operator()(text_ref r) const noexcept
    {
        char const* const base = r.source == 0 ? text : r.source == 1 ? decoded : builtin_text.data();
        return r.length == 0 ? std::string_view{} : std::string_view{base + r.offset, r.length};
    }
};

}  // namespace redline::inline v0_1
