// Questions that a program asks about a compiled contract, read and resolved like its own assertions.
#pragma once

#include "../../core/fixed_text.hpp"
#include "assertions.hpp"
#include "error.hpp"

namespace redline::inline v0_1 {

namespace text::constant {

/// A question about a contract whose `rules()` `Source` gives, as the words of an assertion in front of its scope, and what follows them.
template <class Source, fixed_text Claim, fixed_text About>
struct question {
    static constexpr auto sentence = [] {
        constexpr std::string_view parts[] = {"assert ", Claim.view(), " for ", About.view(), ";"};
        struct {
            char of[7 + Claim.view().size() + 5 + About.view().size() + 2] = {};
        } all{};
        std::size_t at = 0;
        for (std::string_view const p : parts)
            for (char const c : p) all.of[at++] = c;
        return all;
    }();
    static constexpr auto read = read_part<256>(sentence.of, 0, 1, false);
    static constexpr syntax_view syntax{sentence.of,      read.tokens,     read.nodes,          read.statements,
                                        read.token_count, read.node_count, read.statement_count};

    /// The arrays of the contract that a condition or scope adds to, and what the question adds.
    struct arrays {
        static constexpr array_counts added = only_stated(count_arrays(read.counts));
        entries<condition_node, Source::rules().conditions.size + added.conditions> conditions{};
        entries<std::uint32_t, Source::rules().alternatives.size + added.alternatives> alternatives{};
        entries<std::uint32_t, Source::rules().scope_paths.size + added.scope_paths> scope_paths{};
        assertion_entry asked{};
        diagnostic first_wrong{};
        bool wrong = false;
    };
    static constexpr arrays resolved = [] {
        arrays all{};
        rule_set const& known = Source::rules();
        for (std::uint32_t i = 0; i < known.conditions.size; ++i) all.conditions.of[i] = known.conditions[i];
        for (std::uint32_t i = 0; i < known.alternatives.size; ++i) all.alternatives.of[i] = known.alternatives[i];
        for (std::uint32_t i = 0; i < known.scope_paths.size; ++i) all.scope_paths.of[i] = known.scope_paths[i];
        if (read.wrong) {
            all.wrong = true;
            all.first_wrong = read.first_wrong;
            return all;
        }
        diagnostic memory[kept_problems] = {};
        problems wrong{sentence.of, memory, kept_problems};
        all_arrays<arrays::added> own{};
        array_counts base{};
        base.conditions = known.conditions.size;
        base.alternatives = known.alternatives.size;
        base.scope_paths = known.scope_paths.size;
        array_sinks out = own.sinks(base);
        entries<definition_use, read.counts[tag::subject]> uses{};
        sink<definition_use> used{uses.of, read.counts[tag::subject]};
        resolve(syntax, 0, known, out, used, wrong);
        for (std::uint32_t i = 0; i < used.size; ++i)
            check_definition_use(uses.of[i], known.definitions[uses.of[i].definition], wrong);
        all.wrong = wrong.any();
        all.first_wrong = memory[0];
        if (all.wrong) return all;
        for (std::uint32_t i = 0; i < out.conditions.size; ++i)
            all.conditions.of[base.conditions + i] = own.conditions.of[i];
        for (std::uint32_t i = 0; i < out.alternatives.size; ++i)
            all.alternatives.of[base.alternatives + i] = own.alternatives.of[i];
        for (std::uint32_t i = 0; i < out.scope_paths.size; ++i)
            all.scope_paths.of[base.scope_paths + i] = own.scope_paths.of[i];
        all.asked = own.assertions.of[0];
        return all;
    }();
    static constexpr rule_set with_question = [] {
        rule_set r = Source::rules();
        r.conditions = {resolved.conditions.of, r.conditions.size + arrays::added.conditions};
        r.alternatives = {resolved.alternatives.of, r.alternatives.size + arrays::added.alternatives};
        r.scope_paths = {resolved.scope_paths.of, r.scope_paths.size + arrays::added.scope_paths};
        return r;
    }();

    // What `stated_by` says of a contract.
    static constexpr rule_set const& rules() noexcept { return with_question; }
    static constexpr array_view<assertion_entry> assertions() noexcept { return {&resolved.asked, 1}; }
    static constexpr char const* text() noexcept { return sentence.of; }

    /// What is wrong with the question itself, or null.
    static constexpr diagnostic const* wrong() noexcept { return resolved.wrong ? &resolved.first_wrong : nullptr; }
};

/// What is wrong with a question, and one whose proof is too large.
template <class Question>
struct wrong_question {
    static constexpr diagnostic const* first() noexcept { return Question::wrong(); }
};
template <class Question>
struct unproved_question {
    static constexpr diagnostic const* first() noexcept { return failed_assertion<Question>(); }
};

/// Whether what is claimed holds of every request; a question that is not one, or that takes too large a proof, is a
/// compile error.
template <class Question>
constexpr bool holds() noexcept
{
    if constexpr (Question::wrong() != nullptr) {
        show<wrong_question<Question>>();
        return false;
    }
    else {
        constexpr diagnostic const* failed = failed_assertion<Question>();
        if constexpr (failed == nullptr) return true;
        else if constexpr (failed->is == code::proof_too_large) {
            show<unproved_question<Question>>();
            return false;
        }
        else return false;
    }
}

}  // namespace text::constant
}  // namespace redline::inline v0_1
