// The oracle's requests as requests of a rule set, filled by names, and decisions as the oracle's.
#pragma once

#include "oracle/evaluate.hpp"
#include "redline/core/decide.hpp"
#include "redline/core/request_writer.hpp"
#include "redline/text/memory.hpp"

#include <stdexcept>

namespace redline_test {

namespace oracle = redline_oracle;

/// Fills a request of a rule set by the names of a model; false where something could not be taken.
class model_filler {
public:
    model_filler(redline::rule_set const& rules, redline::request_view& to) : write_{rules, to} {}

    bool operator()(oracle::request const& r)
    {
        for (std::string const& use : r.uses) write_.use(use);
        if (r.mission) write_.mission(*r.mission);
        if (r.day) write_.date(*r.day);
        for (auto const& given : r.facts)
            std::visit([&](auto const& value) { fact(given.first, value); }, given.second);
        for (auto const& [name, who] : r.attested) write_.attested(name, who);
        for (auto const& [name, age] : r.evidence) write_.evidence(name, age.text());
        for (auto const& [name, level] : r.safeguards) write_.safeguard(name, level);
        for (auto const& [name, state] : r.signoffs)
            write_.signoff(name, state == oracle::chain_state::opened     ? "opened"
                                 : state == oracle::chain_state::complete ? "complete"
                                                                          : "refused");
        return write_.complete();
    }
    redline::request_error const& error() const { return write_.error(); }

private:
    void fact(std::string const& name, bool value) { write_.fact(name, value); }
    void fact(std::string const& name, std::uint64_t value) { write_.fact(name, value); }
    void fact(std::string const& name, std::string const& value) { write_.fact(name, std::string_view{value}); }
    void fact(std::string const& name, oracle::duration const& value)
    {
        write_.fact(name, std::string_view{value.text()});
    }
    void fact(std::string const& name, oracle::any_of_value const& value)
    {
        if (value.whole) write_.fact_is_set(name);
        for (auto const& [member, holds] : value.holds)
            if (!value.whole || holds) write_.fact_has(name, member, holds);
    }

    redline::request_writer write_;
};

inline oracle::duration as_duration(std::uint64_t minutes) { return {minutes, "minutes"}; }

/// A decision in the oracle's terms: names instead of indices.
inline oracle::decision as_model(redline::decision const& d)
{
    redline::rule_set const& r = *d.rules;
    auto const text = [&](redline::text_ref t) { return std::string{r(t)}; };
    auto const labels = [&](redline::index_set_view of) {
        oracle::names found;
        for (std::uint32_t const t : of) found.push_back(text(r.terms[t].label));
        return found;
    };
    auto const names = [&](redline::index_set_view of, auto const& entries) {
        oracle::names found;
        for (std::uint32_t const i : of) found.push_back(text(entries[i].name));
        return found;
    };
    oracle::decision m;
    m.outcome = static_cast<oracle::outcome>(d.outcome);
    if (d.ground == redline::ground::forbidden) m.ground = oracle::ground::forbidden;
    if (d.ground == redline::ground::uncovered) m.ground = oracle::ground::uncovered;
    if (d.ground == redline::ground::not_valid) throw std::logic_error{"a request that is not valid"};
    m.by = labels(d.by);
    redline::pending_items const& p = d.pending;
    if (d.outcome == redline::outcome::paused)
        m.pending = oracle::pending{names(p.signoffs, r.chains),
                                    names(p.evidence, r.evidence),
                                    names(p.safeguards, r.safeguards),
                                    names(p.facts, r.facts),
                                    p.mission,
                                    p.date,
                                    p.use};
    else if (!p.empty()) throw std::logic_error{"something is pending, and the decision is not paused"};
    m.exceptions = labels(d.exceptions);
    for (std::uint32_t const t : d.log) {
        redline::log_entry const& l = r.logs[r.terms[t].detail];
        oracle::log_entry entry{text(r.terms[t].label), {}, {}, {}};
        for (std::uint32_t i = l.told.first; i != l.told.last; ++i) {
            redline::principal const who = r.principals[i];
            entry.to.push_back(
                text(who.kind == redline::principal_kind::party ? r.parties[who.index].name : r.roles[who.index].name));
        }
        if (l.within != redline::unlimited) entry.within = as_duration(l.within);
        if (l.keep != redline::unlimited) entry.keep = as_duration(l.keep);
        m.log.push_back(entry);
    }
    return m;
}

/// Decides models of requests under one rule set, with memory that is used again.
class model_decider {
public:
    explicit model_decider(redline::rule_set const& rules) : rules_{rules}, request_{rules}, work_{rules} {}

    oracle::decision operator()(oracle::request const& r)
    {
        redline::clear(rules_, request_.view());
        model_filler fill{rules_, request_.view()};
        if (!fill(r)) {
            redline::request_error const& e = fill.error();
            throw std::logic_error{"a request was refused: " + std::string{e.member} + " " + std::string{e.name} +
                                   ", expected " + std::string{e.expected}};
        }
        return as_model(redline::decide(rules_, request_.view(), work_.view()));
    }

private:
    redline::rule_set const& rules_;
    redline::request_memory request_;
    redline::workspace work_;
};

}  // namespace redline_test
