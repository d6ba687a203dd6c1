// What can only be checked once a whole contract is known.
#pragma once

#include "resolve_condition.hpp"

namespace redline::inline v0_1::text {

/// How deep definitions may stand in definitions.
inline constexpr std::uint32_t definition_limit = 32;

/// Checks whether a definition may stand where it is used, by the atoms that it brings there.
constexpr void check_definition_use(definition_use const& use, definition_entry const& definition,
                                    problems& wrong) noexcept
{
    if (use.item && !definition.obtainable) wrong.report(code::given_as_item, use.offset, use.length, use.line);
    else if (definition.obtainable && !use.obtainable_allowed)
        wrong.report(code::obtainable_misplaced, use.offset, use.length, use.line);
    else if (definition.obtainable && use.negated)
        wrong.report(code::obtainable_negated, use.offset, use.length, use.line);
}

/// Checks across statements: the baseline, circles of definitions and escalations, and atoms that definitions bring to
/// where they may not stand. Sets `baseline` and what definitions and terms are to know of each other.
class whole_check {
public:
    constexpr whole_check(rule_set& rules, array_sinks& out, sink<definition_use> const& uses, problems& wrong) noexcept
        : rules_{rules}, out_{out}, uses_{uses}, wrong_{wrong}
    {}

    /// `complete`: every statement of the text could be read, so that what is missing is missing.
    constexpr void run(bool complete) noexcept
    {
        baseline(complete);
        definitions();
        escalations();
    }

private:
    constexpr void baseline(bool complete) noexcept
    {
        for (std::uint32_t i = 0; i < out_.terms.size; ++i) {
            term_entry const& t = out_.terms.data[i];
            if (!is_baseline(t.kind)) continue;
            if (rules_.baseline == none) {
                rules_.baseline = i;
                continue;
            }
            term_entry const& first = out_.terms.data[rules_.baseline];
            wrong_.report(code::two_baselines, t.label.offset, t.label.length, t.line).related =
                wrong_.at(first.label.offset, first.label.length, first.line);
        }
        bool const headed = rules_.title.source != 0 || rules_.title.offset != 0;
        if (rules_.baseline == none && complete && headed) {
            // At the title, which is what a contract without a baseline still has.
            std::uint32_t const offset = rules_.title.source == 0 ? rules_.title.offset : 0;
            wrong_.report(code::no_baseline, offset, rules_.title.source == 0 ? rules_.title.length : 0,
                          wrong_.line_of(offset));
        }
    }

    constexpr void definitions() noexcept
    {
        if (uses_.size == 0 && out_.definitions.size == 0) return;
        for (std::uint32_t i = 0; i < out_.definitions.size; ++i) {
            definition_entry& d = out_.definitions.data[i];
            for (std::uint32_t n = d.condition.first; n != d.condition.last; ++n) {
                condition_op const op = out_.conditions.data[n].op;
                d.obtainable = d.obtainable || is_obtainable(op);
                d.waivable = d.waivable || op == condition_op::waived_by;
            }
        }
        // Each round carries what is known of definitions one level up; more rounds than levels are a circle.
        bool changed = true;
        for (std::uint32_t round = 0; changed; ++round) {
            if (round > definition_limit) return circle();
            changed = false;
            for (std::uint32_t i = 0; i < uses_.size; ++i) {
                definition_use const& use = uses_.data[i];
                if (use.in_definition == none) continue;
                definition_entry& d = out_.definitions.data[use.in_definition];
                definition_entry const& used = out_.definitions.data[use.definition];
                if (d.depth < used.depth + 1) {
                    d.depth = used.depth + 1;
                    changed = true;
                }
                d.obtainable = d.obtainable || used.obtainable;
                d.waivable = d.waivable || used.waivable;
            }
        }
        if (too_deep()) return;
        for (std::uint32_t i = 0; i < uses_.size; ++i) {
            definition_use const& use = uses_.data[i];
            check_definition_use(use, out_.definitions.data[use.definition], wrong_);
        }
        for (std::uint32_t i = 0; i < out_.terms.size; ++i) {
            term_entry& t = out_.terms.data[i];
            for (std::uint32_t n = t.unless.first; n != t.unless.last && !t.waivable; ++n)
                t.waivable = out_.conditions.data[n].op == condition_op::definition &&
                             out_.definitions.data[out_.conditions.data[n].subject].waivable;
        }
    }
    /// Whether definitions without circles nest too deep all the same, which depends on the order they stand in.
    constexpr bool too_deep() noexcept
    {
        for (std::uint32_t i = 0; i < uses_.size; ++i) {
            definition_use const& use = uses_.data[i];
            if (use.in_definition == none || out_.definitions.data[use.definition].depth != definition_limit) continue;
            wrong_.report(code::nested_too_deep, use.offset, use.length, use.line).limit = definition_limit;
            return true;
        }
        return false;
    }
    /// Definitions nest without end, or too deep: walks along the deepest until it comes back to where it was.
    constexpr void circle() noexcept
    {
        // What the arrays hold is of no use any more: `item` marks the deep uses, and the depth of a definition becomes
        // the first of those in it.
        definition_use* const uses = uses_.data;
        for (std::uint32_t i = 0; i < uses_.size; ++i) uses[i].item = deep(uses[i]);
        for (std::uint32_t i = 0; i < out_.definitions.size; ++i) out_.definitions.data[i].depth = none;
        std::uint32_t first = none;
        for (std::uint32_t i = uses_.size; i-- != 0;) {
            if (!uses[i].item) continue;
            out_.definitions.data[uses[i].in_definition].depth = i;
            if (first == none || uses[i].in_definition <= uses[first].in_definition) first = i;
        }
        if (first == none) return;
        definition_use const* at = &uses[first];
        for (std::uint32_t step = 0; step <= out_.definitions.size; ++step) {
            std::uint32_t const next = out_.definitions.data[at->definition].depth;
            if (next == none) {
                wrong_.report(code::nested_too_deep, at->offset, at->length, at->line).limit = definition_limit;
                return;
            }
            at = &uses[next];
        }
        wrong_.report(code::definition_circle, at->offset, at->length, at->line).detail =
            rules_(out_.definitions.data[at->in_definition].name);
    }
    constexpr bool deep(definition_use const& use) const noexcept
    {
        return use.in_definition != none && out_.definitions.data[use.definition].depth + 1 >= definition_limit;
    }

    /// Escalations make a graph of at most two arrows a chain; one that comes back to where it began is a circle. Linear.
    constexpr void escalations() noexcept
    {
        std::uint32_t const chains = out_.chains.size;
        for (std::uint32_t i = 0; i < chains; ++i) {
            if (leads_to_an_end(i)) continue;
            // Follow what does not end: after as many steps as there are chains, this one is on the circle itself.
            std::uint32_t on = i;
            for (std::uint32_t step = 0; step < chains; ++step) on = onward(on);
            text_ref const name = out_.chains.data[on].name;
            wrong_.report(code::escalation_circle, name.offset, name.length, wrong_.line_of(name.offset)).detail =
                rules_(out_.chains.data[onward(on)].name);
            return;
        }
    }
    /// What an arrow holds while the chain it leaves is on the way: the chain before it there.
    static constexpr std::uint32_t on_the_way = 0x8000'0000u, nobody = 0x1fff'ffffu;
    static constexpr bool is_way(std::uint32_t arrow) noexcept { return arrow != none && (arrow & on_the_way) != 0; }

    /// Whether every way from a chain comes to an end; those that do are marked. Goes down arrow by arrow, and finds the way
    /// back in the arrows it came by (Schorr and Waite, 1967), so that it takes no memory; all arrows are then as they were.
    constexpr bool leads_to_an_end(std::uint32_t at) noexcept
    {
        chain_entry* const chains = out_.chains.data;
        bool circle = false;
        for (std::uint32_t before = nobody;;) {
            chain_entry& c = chains[at];
            circle = circle || returns(at, c.late) || (ends(c.late) && returns(at, c.refusal));
            if (!circle && !(ends(c.late) && ends(c.refusal))) {
                std::uint32_t& arrow = ends(c.late) ? c.refusal : c.late;
                std::uint32_t const next = arrow;
                arrow = on_the_way | before;
                before = at;
                at = next;
                continue;
            }
            c.ends = !circle;
            if (before == nobody) return c.ends;
            std::uint32_t& arrow = is_way(chains[before].late) ? chains[before].late : chains[before].refusal;
            std::uint32_t const further = arrow & ~on_the_way;
            arrow = at;
            at = before;
            before = further;
        }
    }
    /// Whether an arrow leads from a chain to itself, or to one on the way to it.
    constexpr bool returns(std::uint32_t from, std::uint32_t arrow) const noexcept
    {
        if (ends(arrow)) return false;
        chain_entry const& to = out_.chains.data[arrow];
        return arrow == from || is_way(to.late) || is_way(to.refusal);
    }
    constexpr bool ends(std::uint32_t chain) const noexcept { return chain == none || out_.chains.data[chain].ends; }
    constexpr std::uint32_t onward(std::uint32_t chain) const noexcept
    {
        chain_entry const& c = out_.chains.data[chain];
        return ends(c.late) ? c.refusal : c.late;
    }

    rule_set& rules_;
    array_sinks& out_;
    sink<definition_use> const& uses_;
    problems& wrong_;
};

/// Sorts terms by the uses that they name, so that a decision looks only at those that can cover its use. Linear.
constexpr void index_terms(array_sinks& out) noexcept
{
    std::uint32_t const uses = out.uses.size;
    for (std::uint32_t i = 0; i <= uses; ++i) out.first_term_of_use.push(0);
    std::uint32_t* const first = out.first_term_of_use.data;
    auto const decides = [](term_entry const& t) { return t.kind <= term_kind::log; };
    for (std::uint32_t i = 0; i < out.terms.size; ++i) {
        term_entry const& t = out.terms.data[i];
        if (!decides(t)) continue;
        if (t.scope.all) {
            out.terms_everywhere.push(i);
            continue;
        }
        for (std::uint32_t p = t.scope.paths.first; p != t.scope.paths.last; ++p) ++first[out.scope_paths.data[p]];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t i = 0; i <= uses; ++i) {
        sum += first[i];
        first[i] = sum;
    }
    out.terms_of_use.size = sum;
    for (std::uint32_t i = out.terms.size; i-- != 0;) {
        term_entry const& t = out.terms.data[i];
        if (!decides(t) || t.scope.all) continue;
        for (std::uint32_t p = t.scope.paths.first; p != t.scope.paths.last; ++p)
            out.terms_of_use.data[--first[out.scope_paths.data[p]]] = i;
    }
}

}  // namespace redline::inline v0_1::text
