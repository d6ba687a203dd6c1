// load: from text to a rule set at run time, or to everything that is wrong with it.
#pragma once

#include "check.hpp"
#include "declare.hpp"
#include "digest_of_tokens.hpp"
#include "expand/locate_scenarios.hpp"
#include "expand/read_sources.hpp"
#include "load_options.hpp"
#include "in_order.hpp"
#include "memory.hpp"
#include "mixed_operators.hpp"
#include "prove_assertions.hpp"
#include "report_findings.hpp"
#include "resolve.hpp"
#include "run_scenario.hpp"
#include "spirit.hpp"
#include "text_format.hpp"

#include <memory>
#include <new>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace redline::inline v0_1 {

/// A contract read at run time: its rule set, scenarios and assertions, or what is wrong with its text.
///
/// Owns all that its views point to; moving it leaves them valid. Diagnostics stand in the order of the text: errors, or
/// where there are none, the warnings that were asked for. `text::severity_of` tells them apart.
class loaded_contract {
public:
    /// Whether the text has no errors, be there warnings or not; only then may the rule set be used.
    bool ok() const noexcept { return ok_; }
    /// As `ok`.
    explicit operator bool() const noexcept { return ok_; }
    /// The rule set; says nothing where the text has errors.
    rule_set const& rules() const noexcept { return parts_ ? parts_->rules : nothing_; }
    /// Whether its scenarios and assertions can be run one by one: it has no errors but scenarios that come out otherwise
    /// and assertions that are broken.
    bool testable() const noexcept { return testable_; }
    /// The rule set to run them against, and for nothing else; says nothing where the contract isn't testable.
    rule_set const& rules_to_test() const noexcept { return parts_ ? parts_->rules_to_test : nothing_; }
    /// The scenarios and assertions, in the order of the text.
    scenario_set const& scenarios() const noexcept { return parts_ ? parts_->scenarios : no_scenarios_; }
    /// What is wrong with the text, or may be meant otherwise.
    array_view<text::diagnostic> diagnostics() const noexcept
    {
        if (!parts_) return {&no_memory_, 1};
        return {parts_->diagnostics.data(), static_cast<std::uint32_t>(parts_->diagnostics.size())};
    }
    /// The text that was loaded, as far as it was read: nothing of one that is too long.
    std::string_view text() const noexcept { return parts_ ? parts_->sources.front().text() : std::string_view{}; }
    /// The texts that the contract was read from: its own, and those that it imports, in the order in which they were
    /// reached. Places of diagnostics give their number.
    array_view<contract_source> sources() const noexcept
    {
        if (!parts_) return {};
        return {parts_->listed.data(), static_cast<std::uint32_t>(parts_->listed.size())};
    }
    /// What the rule set's names are offsets into: the text with its imports and templates expanded, or where there are
    /// none, the text itself.
    std::string_view expanded_text() const noexcept
    {
        if (!parts_ || parts_->expanded.empty()) return text();
        return {parts_->expanded.data(), parts_->expanded.size() - 1};
    }
    /// Takes places of the expanded text to those of the sources; empty where nothing was expanded.
    text::source_map map() const noexcept { return parts_ ? parts_->map() : text::source_map{}; }

private:
    struct parts {
        std::deque<text::kept_source> sources;
        std::vector<contract_source> listed;
        std::vector<char> expanded;  // empty where nothing was
        std::vector<text::text_piece> pieces;
        std::vector<char const*> texts;
        std::vector<text::diagnostic> diagnostics;
        text::array_memory arrays;
        sha256_digest digest{};
        rule_set rules{};
        rule_set rules_to_test{};
        scenario_set scenarios{};
        // What diagnostics point to that stands in no text: requests that break assertions, why imports are not read.
        std::deque<std::string> witnesses;

        text::source_map map() const noexcept
        {
            return {{pieces.data(), static_cast<std::uint32_t>(pieces.size())},
                    {texts.data(), static_cast<std::uint32_t>(texts.size())}};
        }
    };

    template <class Engine>
    friend class contract_loader;
    friend loaded_contract load(std::string_view, load_options const&) noexcept;

    loaded_contract() : parts_{std::make_unique<parts>()} {}
    explicit loaded_contract(std::nullptr_t) noexcept {}

    static constexpr rule_set nothing_{};
    static constexpr scenario_set no_scenarios_{};
    static constexpr text::diagnostic no_memory_{text::code::no_memory, {0, 0, 1, 1}};

    std::unique_ptr<parts> parts_;  // null where there was no memory
    bool ok_ = false;
    bool testable_ = false;
};

/// Runs all stages at run time, with the engine it is told to. `load` is the way in; tests run both engines.
template <class Engine>
class contract_loader {
public:
    /// Runs all stages; see `redline::load`.
    static loaded_contract load(std::string_view text, load_options const& options)
    {
        loaded_contract result;
        contract_loader{result, options}.run(text);
        return result;
    }
    /// The same for a contract without imports, in a format. One that imports is refused.
    static loaded_contract load(std::string_view text, text_format format,
                                warnings_wanted warnings = warnings_wanted::no)
    {
        return load(text, {format, warnings, {}, {}});
    }

private:
    contract_loader(loaded_contract& to, load_options const& options) noexcept
        : to_{to}, parts_{*to.parts_}, options_{options}
    {}

    void run(std::string_view text)
    {
        bool const too_long = text.size() > text_limit;
        std::string_view const kept = too_long ? std::string_view{} : text;
        text::kept_source& own = parts_.sources.emplace_back();
        own.name = options_.name;
        own.given.reserve(kept.size() + 1);
        own.given.assign(kept.begin(), kept.end());
        own.given.push_back('\0');
        parts_.diagnostics.resize(diagnostics_limit);
        text::problems wrong{own.given.data(), parts_.diagnostics.data(), diagnostics_limit};
        if (too_long) {
            text::diagnostic d{};
            d.is = text::code::too_long;
            d.where = {0, 0, 1, 1};
            d.number = text.size();
            d.limit = text_limit;
            wrong.report(d);
        }
        else stages(own, wrong);
        finish(wrong);
    }

    void stages(text::kept_source& own, text::problems& wrong)
    {
        own.read.read<Engine>(own.text(), options_.format, text::local_names::only_used, wrong);
        if (wrong.found.overflowed) return;
        if (!needs_expansion(own.read)) {
            text::text_read const read = std::move(own.read);
            return meaning(read, wrong, [&] { digest(read.tokens); });
        }
        if (wrong.any() || !expand(wrong)) return;
        // What follows reads the expanded text as if it were the contract's.
        wrong = {parts_.expanded.data(), parts_.diagnostics.data(), diagnostics_limit};
        text::text_read read;
        std::string_view const expanded{parts_.expanded.data(), parts_.expanded.size() - 1};
        read.read<Engine>(expanded, text_format::plain, text::local_names::declared, wrong);
        if (!wrong.found.overflowed) meaning(read, wrong, [] {});
    }
    static bool needs_expansion(text::text_read const& read) noexcept
    {
        if (text::needs_expansion(read.counts)) return true;
        // One of them that could not be read is no reason to complain of all that it would have brought.
        for (std::uint32_t i = 0; i < read.syntax.statement_count; ++i) {
            text::statement const& s = read.statements[i];
            if (!s.broken) continue;
            text::token const* const first = read.tokens.data() + s.first_token;
            if (first->is == text::terminal::import_ || first->is == text::terminal::template_ ||
                (first->classes != 0 && first[1].is == text::terminal::apply))
                return true;
        }
        return false;
    }
    bool expand(text::problems& wrong)
    {
        text::source_reader<Engine> sources{parts_.sources, options_.imports, parts_.witnesses, wrong};
        sources.format_of_first = options_.format;
        bool const fine = sources.run(parts_.expanded, parts_.pieces, parts_.texts, parts_.digest);
        for (text::kept_source& s : parts_.sources) s.read = {};
        return fine;
    }

    template <class Digest>
    void meaning(text::text_read const& read, text::problems& wrong, Digest digest)
    {
        text::syntax_view const& syntax = read.syntax;
        text::tag_counts const& counts = read.counts;
        text::array_counts sizes = text::count_arrays(counts);
        sizes.decoded *= 2;  // for declarations, and for all else
        if (sizes.terms > terms_limit) return too_many("terms", terms_limit, wrong);
        // The table of names is at most half full, and the smallest that is.
        if (sizes.symbols > 2 * names_limit) return too_many("names", names_limit, wrong);
        parts_.arrays.reserve(sizes);
        text::array_sinks out = parts_.arrays.sinks();
        rule_set rules{};
        rules.text = syntax.text;

        text::declarer names{rules, out, wrong};
        if (!text::declarer::declares_lawful(syntax)) names.declare_lawful();
        names.declare(syntax);
        names.link(syntax);
        names.finish();

        std::vector<text::definition_use> of_definitions(counts[text::tag::subject]);
        text::sink<text::definition_use> uses{of_definitions.data(), counts[text::tag::subject]};
        text::resolve(syntax, 0, rules, out, uses, wrong);
        text::whole_check{rules, out, uses, wrong}.run(counts.broken == 0);
        if (wrong.any()) return;

        text::index_terms(out);
        out.symbols.size = out.symbols.capacity;
        parts_.rules = text::view_of(out, rules);
        parts_.scenarios = {{out.scenarios.data, out.scenarios.size},
                            {out.givens.data, out.givens.size},
                            {out.expected.data, out.expected.size},
                            {out.assertions.data, out.assertions.size}};
        digest();
        parts_.rules.digest = &parts_.digest;
        parts_.rules_to_test = parts_.rules;
        to_.testable_ = run_scenarios(wrong);
        if (!to_.testable_) return;
        text::prove_assertions(parts_.rules, parts_.scenarios, parts_.witnesses, wrong);
        if (options_.warnings != warnings_wanted::yes || wrong.any()) return;
        text::find_mixed_operators(read.tokens.data(), static_cast<std::uint32_t>(read.tokens.size()), wrong);
        text::report_findings(parts_.rules, wrong);
    }

    static void too_many(std::string_view what, std::uint64_t limit, text::problems& wrong)
    {
        text::diagnostic d{};
        d.is = text::code::too_many;
        d.where = {0, 0, 1, 1};
        d.detail = what;
        d.limit = limit;
        wrong.report(d);
    }

    void digest(std::vector<text::token> const& tokens)
    {
        sha256 hash;
        bool first = true;
        text::add_tokens(hash, parts_.rules.text, tokens.data(), first);
        parts_.digest = hash.finish();
    }

    /// False where they would take too long, which is reported.
    bool run_scenarios(text::problems& wrong)
    {
        if (parts_.scenarios.entries.empty()) return true;
        request_memory request{parts_.rules, most_uses(parts_.scenarios)};
        workspace work{parts_.rules};
        text::scenario_check check{parts_.rules, parts_.scenarios, wrong};
        rule_set const& r = parts_.rules;
        std::uint64_t const said =
            std::uint64_t{r.slot_count} + r.facts.size + r.evidence.size + r.safeguards.size + r.chains.size;
        std::uint64_t const looked_at = std::uint64_t{r.terms.size} + r.conditions.size + r.scope_paths.size;
        std::uint64_t steps = 0;
        for (scenario_entry const& s : parts_.scenarios.entries) {
            std::uint64_t uses = 0;
            for (std::uint32_t i = s.givens.first; i != s.givens.last; ++i)
                uses += parts_.scenarios.givens[i].op == given_op::use ? 1 : 0;
            steps += said + s.givens.size() + uses * looked_at;
            if (steps > scenario_steps_limit) {
                text::diagnostic& d = wrong.report(text::code::too_many, s.offset, s.length, s.line);
                d.detail = "steps of scenarios";
                d.limit = scenario_steps_limit;
                return false;
            }
            check.run(s, request.view(), work.view());
        }
        return true;
    }

    void finish(text::problems& wrong)
    {
        parts_.diagnostics.resize(wrong.found.size);
        locate();
        to_.ok_ = text::put_in_order(parts_.diagnostics, wrong);
        if (!to_.ok_) parts_.rules = {};
    }
    /// Takes the places of all that was found, and of the scenarios, from the expanded text to the sources.
    void locate()
    {
        for (text::kept_source const& s : parts_.sources) parts_.listed.push_back({s.name, s.text()});
        if (parts_.expanded.empty()) return;
        text::source_map const map = parts_.map();
        std::vector<text::diagnostic>& all = parts_.diagnostics;
        for (text::diagnostic& d : all) map.locate(d);
        // Once for a template, however often it is applied; and an imported vocabulary need not be used whole.
        std::vector<text::diagnostic> kept;
        std::set<std::tuple<text::code, std::uint32_t, std::uint32_t>> seen;
        for (text::diagnostic const& d : all) {
            if (d.is == text::code::unused_name && d.where.source != 0) continue;
            if (d.applied.line != 0 && !seen.insert({d.is, d.where.source, d.where.offset}).second) continue;
            kept.push_back(d);
        }
        all = std::move(kept);
        for (scenario_entry& s : parts_.arrays.scenarios) text::locate(map, s);
        for (assertion_entry& a : parts_.arrays.assertions) text::locate(map, a);
    }

    loaded_contract& to_;
    loaded_contract::parts& parts_;
    load_options const& options_;
};

/// Reads a contract at run time: a rule set, or every error of the text. Where it has none, and `warnings` are wanted,
/// those stand beside the rule set.
///
/// Any bytes may be given; a text of more than `text_limit` bytes is refused. Allocates, and throws nothing: where there
/// is no memory, that is the one diagnostic. Linear on average in the text, but for what `docs/architecture.md` says.
inline loaded_contract load(std::string_view text, load_options const& options) noexcept
{
    try {
        return contract_loader<text::spirit_engine>::load(text, options);
    }
    catch (...) {
        return loaded_contract{nullptr};
    }
}
/// The same for a contract without imports, in a format. One that imports is refused.
inline loaded_contract load(std::string_view text, text_format format = text_format::plain,
                            warnings_wanted warnings = warnings_wanted::no) noexcept
{
    return load(text, load_options{format, warnings, {}, {}});
}

}  // namespace redline::inline v0_1
