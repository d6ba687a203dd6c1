// load: from text to a rule set at run time, or to everything that is wrong with it.
#pragma once

#include "check.hpp"
#include "declare.hpp"
#include "digest_of_tokens.hpp"
#include "in_order.hpp"
#include "memory.hpp"
#include "mixed_operators.hpp"
#include "prove_assertions.hpp"
#include "report_findings.hpp"
#include "resolve.hpp"
#include "run_scenario.hpp"
#include "spirit.hpp"
#include "text_format.hpp"
#include "tokens_of.hpp"

#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

namespace redline {

/// Whether `load` also looks for what is no error and may yet be meant otherwise. It costs more than reading: a program
/// that only decides needs none of it.
enum class warnings_wanted : bool { no, yes };

/// A contract read at run time: its rule set, scenarios and assertions, or what is wrong with its text.
///
/// Owns all that its views point to; moving it leaves them valid. Diagnostics stand in the order of the text: errors, or
/// where there are none, the warnings that were asked for. `text::severity_of` tells them apart.
class loaded_contract {
public:
    /// Whether the text has no errors, be there warnings or not; only then may the rule set be used.
    bool ok() const noexcept { return ok_; }
    explicit operator bool() const noexcept { return ok_; }
    rule_set const& rules() const noexcept { return parts_ ? parts_->rules : nothing_; }
    /// Whether its scenarios and assertions can be run one by one: it has no errors but scenarios that come out otherwise
    /// and assertions that are broken.
    bool testable() const noexcept { return testable_; }
    /// The rule set to run them against, and for nothing else; says nothing where the contract isn't testable.
    rule_set const& rules_to_test() const noexcept { return parts_ ? parts_->rules_to_test : nothing_; }
    scenario_set const& scenarios() const noexcept { return parts_ ? parts_->scenarios : no_scenarios_; }
    array_view<text::diagnostic> diagnostics() const noexcept
    {
        if (!parts_) return {&no_memory_, 1};
        return {parts_->diagnostics.data(), static_cast<std::uint32_t>(parts_->diagnostics.size())};
    }
    /// The text that was loaded, as far as it was read: nothing of one that is too long.
    std::string_view text() const noexcept
    {
        return parts_ ? std::string_view{parts_->text.data(), parts_->text.size() - 1} : std::string_view{};
    }

private:
    struct parts {
        std::vector<char> text;
        std::vector<text::diagnostic> diagnostics;
        text::array_memory arrays;
        sha256_digest digest{};
        rule_set rules{};
        rule_set rules_to_test{};
        scenario_set scenarios{};
        std::deque<std::string> witnesses;  // of assertions that are broken; diagnostics point to them
    };

    template <class Engine>
    friend class contract_loader;
    friend loaded_contract load(std::string_view, text_format, warnings_wanted) noexcept;

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
    static loaded_contract load(std::string_view text, text_format format,
                                warnings_wanted warnings = warnings_wanted::no)
    {
        loaded_contract result;
        contract_loader{result, warnings}.run(text, format);
        return result;
    }

private:
    contract_loader(loaded_contract& to, warnings_wanted warnings) noexcept
        : to_{to}, parts_{*to.parts_}, warnings_{warnings}
    {}

    void run(std::string_view text, text_format format)
    {
        bool const too_long = text.size() > text_limit;
        std::string_view const kept = too_long ? std::string_view{} : text;
        parts_.text.reserve(kept.size() + 1);
        parts_.text.assign(kept.begin(), kept.end());
        parts_.text.push_back('\0');
        parts_.diagnostics.resize(diagnostics_limit);
        text::problems wrong{parts_.text.data(), parts_.diagnostics.data(), diagnostics_limit};
        if (too_long) {
            text::diagnostic d{};
            d.is = text::code::too_long;
            d.where = {0, 0, 1, 1};
            d.number = text.size();
            d.limit = text_limit;
            wrong.report(d);
        }
        else stages(kept, format, wrong);
        finish(wrong);
    }

    void stages(std::string_view text, text_format format, text::problems& wrong)
    {
        std::vector<text::token> tokens = text::tokens_of(text, format, wrong);
        text::builder builder;
        builder.tokens = tokens.data();
        // A token makes at most two nodes: its own, and a mark behind it.
        std::vector<text::node> nodes(tokens.size() * 2 + 8);
        std::vector<text::statement> statements(tokens.size() / 2 + 8);
        builder.nodes = {nodes.data(), static_cast<std::uint32_t>(nodes.size())};
        text::sink<text::statement> read{statements.data(), static_cast<std::uint32_t>(statements.size())};
        text::reader<Engine>{builder, read, wrong}.document(tokens.data(), tokens.data() + tokens.size());
        if (wrong.found.overflowed) return;

        text::syntax_view const syntax{parts_.text.data(),
                                       tokens.data(),
                                       nodes.data(),
                                       statements.data(),
                                       static_cast<std::uint32_t>(tokens.size()),
                                       builder.nodes.size,
                                       read.size};
        text::tag_counts counts = count(builder, tokens, read);
        text::array_counts sizes = text::count_arrays(counts);
        sizes.decoded *= 2;  // for declarations, and for all else
        parts_.arrays.reserve(sizes);
        text::array_sinks out = parts_.arrays.sinks();
        rule_set rules{};
        rules.text = parts_.text.data();

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
        digest(tokens);
        parts_.rules_to_test = parts_.rules;
        to_.testable_ = true;
        run_scenarios(wrong);
        text::prove_assertions(parts_.rules, parts_.scenarios, parts_.witnesses, wrong);
        if (warnings_ != warnings_wanted::yes || wrong.any()) return;
        text::find_mixed_operators(tokens.data(), static_cast<std::uint32_t>(tokens.size()), wrong);
        text::report_findings(parts_.rules, wrong);
    }

    static text::tag_counts count(text::builder const& builder, std::vector<text::token> const& tokens,
                                  text::sink<text::statement> const& read)
    {
        text::tag_counts counts = builder.counts;
        for (text::token const& t : tokens)
            if ((t.classes & text::has_escape) != 0) counts.decoded += t.length;
        for (std::uint32_t i = 0; i < read.size; ++i) counts.broken += read.data[i].broken ? 1u : 0u;
        return counts;
    }

    void digest(std::vector<text::token> const& tokens)
    {
        sha256 hash;
        bool first = true;
        text::add_tokens(hash, parts_.text.data(), tokens.data(), first);
        parts_.digest = hash.finish();
        parts_.rules.digest = &parts_.digest;
    }

    void run_scenarios(text::problems& wrong)
    {
        if (parts_.scenarios.entries.empty()) return;
        request_memory request{parts_.rules, most_uses(parts_.scenarios)};
        workspace work{parts_.rules};
        text::scenario_check check{parts_.rules, parts_.scenarios, wrong};
        for (scenario_entry const& s : parts_.scenarios.entries) check.run(s, request.view(), work.view());
    }

    void finish(text::problems& wrong)
    {
        to_.ok_ = text::put_in_order(parts_.diagnostics, wrong);
        if (!to_.ok_) parts_.rules = {};
    }

    loaded_contract& to_;
    loaded_contract::parts& parts_;
    warnings_wanted warnings_;
};

/// Reads a contract at run time: a rule set, or every error of the text. Where it has none, and `warnings` are wanted,
/// those stand beside the rule set.
///
/// Any bytes may be given; a text of more than `text_limit` bytes is refused. Allocates, and throws nothing: where there
/// is no memory, that is the one diagnostic. Linear on average in the text, but for what `docs/architecture.md` says.
inline loaded_contract load(std::string_view text, text_format format = text_format::plain,
                            warnings_wanted warnings = warnings_wanted::no) noexcept
{
    try {
        return contract_loader<text::spirit_engine>::load(text, format, warnings);
    }
    catch (...) {
        return loaded_contract{nullptr};
    }
}

}  // namespace redline
