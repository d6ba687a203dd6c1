// Decisions that are recorded as they are made: no record, no permit.
#pragma once

#include "../core/decide.hpp"
#include "log_record.hpp"
#include "log_writer.hpp"

namespace redline::inline v0_1::record {

/// Which decisions are recorded.
enum class log_policy : std::uint8_t {
    demanded,   // those that a log term of the contract demands
    everything  // all
};

/// How decisions are recorded.
struct recorder_options {
    log_policy policy = log_policy::demanded;
    bool permit_unrecorded = false;      // whether a decision stands that could not be recorded
    array_view<std::uint32_t> masked{};  // facts that no record shows, by their indices
};

/// A decision, and what became of its record.
struct recorded_decision {
    decision made{};        // prohibited as `not_valid` where it had to be recorded and could not be
    bool recorded = false;  // also false where no record is due
    std::string why{};      // why it could not be recorded; else empty
};

/// Records the decisions of one rule set in a log, which may hold those of others, too. May be used by several threads at
/// once, each with a workspace of its own.
class decision_recorder {
public:
    /// The log and the rule set must outlive this. Allocates; throws `no_canonical_json` as `record_writer` does.
    decision_recorder(log_writer& log, rule_set const& rules, recorder_options const& options = {})
        : log_{log}, rules_{rules}, options_{options}, writer_{rules, options.masked}
    {}

    /// Whether a decision is to be recorded.
    bool is_due(decision const& d) const noexcept
    {
        return options_.policy == log_policy::everything || record_writer::is_demanded(d);
    }
    /// Records a decision where that is due, and gives whether it was: when this returns, it is on the disk. Throws
    /// `log_failure`, or `no_canonical_json` where the context holds what is no UTF-8.
    bool append(request_view const& request, decision const& d, record_context const& context)
    {
        if (!is_due(d)) return false;
        log_.append(writer_.entry(request, d, context));
        return true;
    }
    /// The same, but on the disk only when the log's `flush` returns.
    bool add(request_view const& request, decision const& d, record_context const& context)
    {
        if (!is_due(d)) return false;
        log_.add(writer_.entry(request, d, context));
        return true;
    }
    /// Decides a request and records the decision. Where that is due and can't be done, the request is prohibited, with the
    /// ground `not_valid`, unless the options permit what is not recorded; `why` says what is wrong in either case. Does not
    /// throw but for want of memory.
    recorded_decision decide_and_record(request_view const& request, workspace_view& work,
                                        record_context const& context)
    {
        recorded_decision out;
        out.made = decide(rules_, request, work);
        try {
            out.recorded = append(request, out.made, context);
        }
        catch (log_failure const& e) {
            out.why = e.what();
        }
        catch (no_canonical_json const& e) {
            out.why = e.what();
        }
        if (!out.why.empty() && !options_.permit_unrecorded) {
            out.made = decision{};
            out.made.rules = &rules_;
        }
        return out;
    }

private:
    log_writer& log_;
    rule_set const& rules_;
    recorder_options options_;
    record_writer writer_;
};

}  // namespace redline::inline v0_1::record
