#include "decision_log.hpp"

#include "../case/keys.hpp"
#include "../case/moment.hpp"
#include "../characters.hpp"
#include "../output.hpp"
#include "../status.hpp"

#include "redline/core/nearest.hpp"

#include <charconv>

namespace redline::tool {

namespace {

std::vector<std::uint32_t> facts_named(rule_set const& rules, std::vector<std::string> const& names)
{
    std::vector<std::uint32_t> facts;
    for (std::string const& name : names) {
        symbol const* const found = find_name(rules, name_space::names, name);
        if (found != nullptr && found->kind == symbol_kind::fact) {
            facts.push_back(found->index);
            continue;
        }
        std::string why = "`--mask`: `" + printable(name) + "` is not declared; expected a fact";
        std::string_view const nearest = nearest_declared(rules, name_space::names, name, 0, symbol_kind::fact);
        if (!nearest.empty()) why.append("; did you mean `").append(nearest).append("`?");
        throw failure{why};
    }
    return facts;
}

record::record_writer writer_for(rule_set const& rules, std::vector<std::string> const& masked)
{
    std::vector<std::uint32_t> const facts = facts_named(rules, masked);
    try {
        return record::record_writer{rules, {facts.data(), static_cast<std::uint32_t>(facts.size())}};
    }
    catch (record::no_canonical_json const& e) {
        throw failure{std::string{"the contract cannot be recorded: "} + e.what()};
    }
}

record::log_file open_log(decision_log_options const& o)
{
    record::log_options to;
    if (!o.key.empty()) to.key.emplace(read_key_file(o.key));
    if (o.close == "daily") to.close_daily = true;
    else if (!o.close.empty()) {
        char const* const end = o.close.data() + o.close.size();
        auto const read = std::from_chars(o.close.data(), end, to.close_at_bytes);
        if (read.ec != std::errc{} || read.ptr != end || to.close_at_bytes == 0)
            throw failure{"`--log-close`: expected `daily`, or a number of bytes"};
    }
    try {
        record::log_file log{o.file, std::move(to)};
        if (log.cut_off() != 0)
            complain("redline decide: " + printable(o.file) + ": an unfinished record of " +
                     std::to_string(log.cut_off()) + " bytes, which a crash left at its end, was cut off\n");
        return log;
    }
    catch (record::log_failure const& e) {
        throw failure{e.what()};
    }
}

}  // namespace

decision_log::decision_log(rule_set const& rules, decision_log_options const& o)
    : options_{o}, records_{writer_for(rules, o.masked)}, log_{open_log(o)}
{
    if (o.at.empty()) return;
    std::optional<case_time> const at = read_moment(o.at);
    if (!at) throw failure{"`--at` is no time; expected one such as 2026-06-01T12:00:00Z"};
    at_ = *at;
}

void decision_log::prepare(request_view const& request, decision const& d,
                           std::vector<record::signoff_record> const& signoffs,
                           std::vector<record::record_text>& to) const
{
    if (!options_.all && !record::record_writer::is_demanded(d)) return;
    try {
        to.push_back(records_.entry(request, d,
                                    {options_.asked_by,
                                     options_.at.empty() ? now() : at_,
                                     {signoffs.data(), static_cast<std::uint32_t>(signoffs.size())}}));
    }
    catch (record::no_canonical_json const& e) {
        throw failure{std::string{"the decision cannot be recorded, and is not shown: "} + e.what()};
    }
}

void decision_log::write(std::vector<record::record_text>& records)
{
    if (records.empty()) return;
    try {
        log_.add(records.data(), records.size());
    }
    catch (record::log_failure const& e) {
        throw failure{std::string{e.what()} + "; what is not recorded is not shown"};
    }
    records.clear();
}

}  // namespace redline::tool
