// Conditions: names and values looked up, and whether each atom may stand where it stands.
#pragma once

#include "node_reader.hpp"

namespace redline::inline v0_1::text {

/// A definition that a condition speaks of, and what is asked of it there; checked once all definitions are known.
struct definition_use {
    std::uint32_t definition = none;
    std::uint32_t in_definition = none;  // the definition it stands in
    std::uint32_t offset = 0, length = 0, line = 0;
    bool obtainable_allowed = false;
    bool negated = false;
    bool item = false;
};

/// Where a condition stands, and so which atoms it may hold; language reference, "Given and obtainable".
enum class condition_place : std::uint8_t { when, unless, items, definition };

/// Resolves the conditions of a part of a text, and what terms have in common with them.
class condition_resolver : protected resolving {
public:
    constexpr condition_resolver(rule_set const& known, array_sinks& out, sink<definition_use>& uses,
                                 problems& wrong) noexcept
        : resolving{known, out, wrong}, uses_{uses}
    {}

    /// Takes nodes up to the condition's end and gives its range of `conditions`.
    constexpr index_range condition(node_reader& nodes, condition_place place,
                                    std::uint32_t in_definition = none) noexcept
    {
        place_ = place;
        in_definition_ = in_definition;
        depth_ = 0;
        waivable_ = false;
        std::uint32_t const first = out_.conditions.next();
        while (!nodes.done() && !nodes.skip(tag::end_of_condition)) step(nodes);
        return {first, out_.conditions.next()};
    }
    /// Whether `waived by` stood in the last condition itself.
    constexpr bool waivable() const noexcept { return waivable_; }

protected:
    constexpr scope_entry scope(node_reader& nodes) noexcept
    {
        scope_entry s{};
        s.all = nodes.skip(tag::all_uses);
        s.paths = paths(nodes, tag::scope_path);
        s.exceptions = paths(nodes, tag::except_path);
        return s;
    }

    sink<definition_use>& uses_;

private:
    /// What is known of an operand that waits for its operator.
    struct operand {
        std::uint32_t first_use;        // of `uses_`
        token const* first_obtainable;  // null where there is none
    };

    constexpr index_range paths(node_reader& nodes, tag of) noexcept
    {
        std::uint32_t const first = out_.scope_paths.next();
        while (nodes.is(of)) out_.scope_paths.push(index_of(nodes.take(), symbol_kind::use, "a use", name_space::uses));
        return {first, out_.scope_paths.next()};
    }

    constexpr void step(node_reader& nodes) noexcept
    {
        switch (nodes.is()) {
        case tag::both:
            nodes.take();
            join(condition_op::both);
            break;
        case tag::either:
            nodes.take();
            join(condition_op::either);
            break;
        case tag::group: nodes.take(); break;
        case tag::negation:
            nodes.take();
            negate();
            break;
        case tag::negated:
            nodes.take();
            negated_ = true;
            break;
        case tag::mission_is: {
            token const& t = nodes.take();
            given(condition_op::mission_is, t, index_of(t, symbol_kind::mission, "a mission", name_space::missions), 0);
            break;
        }
        case tag::mission_sensitive: given(condition_op::mission_sensitive, nodes.take(), none, 0); break;
        case tag::use_is: {
            token const& t = nodes.take();
            given(condition_op::use_is, t, index_of(t, symbol_kind::use, "a use", name_space::uses), 0);
            break;
        }
        case tag::date_from:
            given(condition_op::date_from, nodes.here(), none, nodes.here().value);
            nodes.take();
            break;
        case tag::date_before:
            given(condition_op::date_before, nodes.here(), none, nodes.here().value);
            nodes.take();
            break;
        case tag::signed_by: chain(nodes.take(), condition_op::signed_by); break;
        case tag::asked_of: chain(nodes.take(), condition_op::asked_of); break;
        case tag::waived_by:
            waivable_ = true;
            chain(nodes.take(), condition_op::waived_by);
            break;
        case tag::subject: subject(nodes); break;
        default: nodes.take(); break;
        }
    }

    constexpr void push(condition_op op, std::uint32_t subject, std::uint64_t operand_value,
                        token const* obtainable) noexcept
    {
        out_.conditions.push({op, subject, operand_value});
        if (depth_ < condition_stack) stack_[depth_] = {uses_.size, obtainable};
        ++depth_;
        if (negated_) {
            negated_ = false;
            negate();
        }
    }
    constexpr void join(condition_op op) noexcept
    {
        out_.conditions.push({op, none, 0});
        --depth_;
        operand& left = stack_[depth_ - 1];
        if (left.first_obtainable == nullptr) left.first_obtainable = stack_[depth_].first_obtainable;
    }
    constexpr void negate() noexcept
    {
        out_.conditions.push({condition_op::negation, none, 0});
        operand& top = stack_[depth_ - 1];
        for (std::uint32_t i = top.first_use; i < uses_.size; ++i) uses_.data[i].negated = true;
        if (top.first_obtainable != nullptr) {
            report(code::obtainable_negated, *top.first_obtainable);
            top.first_obtainable = nullptr;
        }
    }

    /// An atom of what describes the request.
    constexpr void given(condition_op op, token const& t, std::uint32_t subject, std::uint64_t value) noexcept
    {
        if (place_ == condition_place::items) report(code::given_as_item, t);
        push(op, subject, value, nullptr);
    }
    /// An atom of what can be brought about.
    constexpr void obtainable(condition_op op, token const& t, std::uint32_t subject, std::uint64_t value) noexcept
    {
        if (place_ == condition_place::when) report(code::obtainable_misplaced, t);
        push(op, subject, value, place_ == condition_place::when ? nullptr : &t);
    }
    constexpr void chain(token const& t, condition_op op) noexcept
    {
        obtainable(op, t, index_of(t, symbol_kind::chain, "a sign-off chain"), 0);
    }

    /// A name, and what is said of it.
    constexpr void subject(node_reader& nodes) noexcept
    {
        token const& t = nodes.take();
        symbol const* const found = find(name_space::names, t);
        symbol_kind const kind = found == nullptr ? symbol_kind::nothing : found->kind;
        switch (kind) {
        case symbol_kind::fact: fact(nodes, t, found->index); return;
        case symbol_kind::evidence: evidence(nodes, t, found->index); return;
        case symbol_kind::safeguard: safeguard(nodes, t, found->index); return;
        case symbol_kind::definition: definition(nodes, t, found->index); return;
        case symbol_kind::nothing:
            unknown(t,
                    place_ == condition_place::items ? "evidence or a safeguard"
                                                     : "a fact, evidence, a safeguard or a definition",
                    name_space::names, 0, place_ == condition_place::items ? symbol_kind::nothing : symbol_kind::fact);
            break;
        case symbol_kind::broken: break;
        case symbol_kind::chain: {
            diagnostic& d =
                report(code::wrong_kind, t, "`signed by`, `waived by` or `asked of` before a sign-off chain");
            d.suggestion = name_of_kind(kind);
            d.related = place_of(found->name);
            break;
        }
        default:
            wrong_kind(t,
                       place_ == condition_place::items ? "evidence or a safeguard"
                                                        : "a fact, evidence, a safeguard or a definition",
                       *found);
            break;
        }
        skip_rest(nodes);
        push(condition_op::flag, none, 0, nullptr);
    }
    /// Steps over what is said of a name that means nothing.
    constexpr void skip_rest(node_reader& nodes) noexcept
    {
        for (;;) {
            switch (nodes.is()) {
            case tag::negated:
            case tag::equals:
            case tag::has:
            case tag::at_least:
            case tag::at_most:
            case tag::over:
            case tag::under:
            case tag::within:
            case tag::alternative:
            case tag::has_alternative:
            case tag::value_name:
            case tag::value_integer:
            case tag::unit: nodes.take(); continue;
            default: return;
            }
        }
    }

    constexpr void fact(node_reader& nodes, token const& t, std::uint32_t index) noexcept
    {
        fact_entry const& f = known_.facts[index];
        switch (nodes.is()) {
        case tag::equals: nodes.take(); return equals(nodes, t, f, index);
        case tag::has: nodes.take(); return has(nodes, t, f, index);
        case tag::at_least: return compare(nodes, t, f, index, condition_op::at_least);
        case tag::at_most: return compare(nodes, t, f, index, condition_op::at_most);
        case tag::over: return compare(nodes, t, f, index, condition_op::over);
        case tag::under: return compare(nodes, t, f, index, condition_op::under);
        case tag::within:
            report(code::wrong_kind, t, "evidence before `within`").suggestion = "a fact";
            skip_rest(nodes);
            break;
        default:
            if (f.type != fact_type::flag) report(code::needs_value, t, name_of_type(f.type));
            break;
        }
        given(condition_op::flag, t, f.slot, 0);
    }
    constexpr void equals(node_reader& nodes, token const& t, fact_entry const& f, std::uint32_t index) noexcept
    {
        bool const negate_it = nodes.skip(tag::negated);
        if (f.type == fact_type::flag || f.type == fact_type::any_of) {
            report(f.type == fact_type::flag ? code::flag_has_no_value : code::needs_value, t, name_of_type(f.type));
            skip_rest(nodes);
            negated_ = negate_it;
            return given(condition_op::flag, t, f.slot, 0);
        }
        if (!nodes.is(tag::alternative)) {
            std::uint64_t const v = value(nodes, f, index);
            negated_ = negate_it;
            return given(condition_op::equals, t, f.slot, v);
        }
        std::uint32_t const first = out_.alternatives.next();
        while (nodes.is(tag::alternative)) out_.alternatives.push(named_value(nodes.take(), f, index));
        negated_ = negate_it;
        given(condition_op::equals_any, t, f.slot, range(first));
    }
    constexpr std::uint64_t range(std::uint32_t first) const noexcept
    {
        return static_cast<std::uint64_t>(first) << 32 | out_.alternatives.next();
    }
    constexpr void has(node_reader& nodes, token const& t, fact_entry const& f, std::uint32_t index) noexcept
    {
        if (f.type != fact_type::any_of) {
            report(code::not_a_set, t, name_of_type(f.type));
            skip_rest(nodes);
            return given(condition_op::flag, t, f.slot, 0);
        }
        if (nodes.is(tag::value_name))
            return given(condition_op::has, t, f.slot + named_value(nodes.take(), f, index), 0);
        std::uint32_t const first = out_.alternatives.next();
        while (nodes.is(tag::has_alternative)) out_.alternatives.push(f.slot + named_value(nodes.take(), f, index));
        given(condition_op::has_any, t, none, range(first));
    }
    constexpr void compare(node_reader& nodes, token const& t, fact_entry const& f, std::uint32_t index,
                           condition_op op) noexcept
    {
        nodes.take();
        if (f.type != fact_type::level && f.type != fact_type::count && f.type != fact_type::duration) {
            report(code::no_order, t, name_of_type(f.type));
            skip_rest(nodes);
            return given(condition_op::flag, t, f.slot, 0);
        }
        std::uint64_t const v = value(nodes, f, index);
        given(op, t, f.slot, v);
    }

protected:
    static constexpr std::string_view name_of_type(fact_type t) noexcept
    {
        switch (t) {
        case fact_type::flag: return "a flag";
        case fact_type::count: return "a count";
        case fact_type::duration: return "a duration";
        case fact_type::level: return "a level";
        case fact_type::one_of: return "one of several values";
        default: return "any of several values";
        }
    }
    /// A value of a fact: a name of one of its values, a number, or a duration, as its type asks.
    constexpr std::uint64_t value(node_reader& nodes, fact_entry const& f, std::uint32_t index) noexcept
    {
        if (nodes.is(tag::value_name)) {
            token const& t = nodes.take();
            return named_value(t, f, index);
        }
        token const& number = nodes.here();
        if (f.type == fact_type::level || f.type == fact_type::one_of) {
            nodes.take();
            nodes.skip(tag::unit);
            report(code::value_of_wrong_type, number, "the name of a value");
            return 0;
        }
        node_reader after = nodes;
        after.take();
        bool const with_unit = after.is(tag::unit);
        if (with_unit == (f.type == fact_type::duration)) return with_unit ? duration(nodes) : nodes.take().value;
        nodes.take();
        nodes.skip(tag::unit);
        report(code::value_of_wrong_type, number,
               with_unit ? "a number without a unit" : "a number with a unit of time");
        return 0;
    }
    constexpr std::uint32_t named_value(token const& t, fact_entry const& f, std::uint32_t index) noexcept
    {
        if (f.type == fact_type::count || f.type == fact_type::duration) {
            report(code::value_of_wrong_type, t,
                   f.type == fact_type::count ? "a number" : "a number with a unit of time");
            return 0;
        }
        std::uint32_t const found =
            index_of(t, symbol_kind::value, "a value of the fact", name_space::fact_values, index);
        return found == none ? 0 : found;
    }
    constexpr std::uint32_t level_of(token const& t, std::uint32_t safeguard) noexcept
    {
        std::uint32_t const found = index_of(t, symbol_kind::value, "a level of the safeguard",
                                             name_space::safeguard_values,
                                             owner_of_levels(known_.safeguards[safeguard], safeguard));
        return found == none ? 0 : found;
    }

private:
    constexpr void evidence(node_reader& nodes, token const& t, std::uint32_t index) noexcept
    {
        std::uint64_t oldest = known_.evidence[index].valid;
        if (nodes.skip(tag::within)) {
            std::uint64_t const within = duration(nodes);
            if (within < oldest) oldest = within;
        }
        else if (says_more(nodes)) {
            report(code::bare_evidence_window, t);
            skip_rest(nodes);
        }
        // An age is less than `unlimited`, which stands for evidence that is not held.
        obtainable(condition_op::evidence, t, index, oldest == unlimited ? unlimited - 1 : oldest);
    }
    static constexpr bool says_more(node_reader const& nodes) noexcept
    {
        switch (nodes.is()) {
        case tag::equals:
        case tag::has:
        case tag::at_least:
        case tag::at_most:
        case tag::over:
        case tag::under:
        case tag::within: return true;
        default: return false;
        }
    }
    constexpr void safeguard(node_reader& nodes, token const& t, std::uint32_t index) noexcept
    {
        std::uint64_t level = 0;
        if (nodes.skip(tag::at_least)) {
            if (nodes.is(tag::value_name)) level = level_of(nodes.take(), index);
            else {
                report(code::value_of_wrong_type, nodes.here(), "a level of the safeguard");
                skip_rest(nodes);
            }
        }
        else {
            report(code::bare_safeguard, t);
            skip_rest(nodes);
        }
        obtainable(condition_op::safeguard, t, index, level);
    }
    constexpr void definition(node_reader& nodes, token const& t, std::uint32_t index) noexcept
    {
        if (says_more(nodes)) {
            report(code::wrong_kind, t, "a fact, evidence or a safeguard before this").suggestion = "a definition";
            skip_rest(nodes);
        }
        push(condition_op::definition, index, 0, nullptr);
        // Pushed after its operand was noted, so that a `not` over the operand reaches it; one right here already has.
        uses_.push({index, in_definition_, t.offset, t.length, t.line, place_ != condition_place::when, false,
                    place_ == condition_place::items});
    }

    condition_place place_ = condition_place::when;
    std::uint32_t in_definition_ = none;
    bool negated_ = false;
    bool waivable_ = false;
    unsigned depth_ = 0;
    operand stack_[condition_stack] = {};
};

}  // namespace redline::inline v0_1::text
