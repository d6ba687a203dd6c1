// `redline log audit`: exactly the records that a role of an `audit` term may see.
#include "logged_request.hpp"
#include "record_view.hpp"

#include "../characters.hpp"
#include "../output.hpp"
#include "../status.hpp"
#include "../valid_contract.hpp"

#include "redline/core/audit.hpp"
#include "redline/core/nearest.hpp"
#include "redline/record/log_record.hpp"

namespace redline::tool {

namespace {

/// The party or role of a name; nobody, with a message, where it is none.
principal find_auditor(rule_set const& rules, std::string const& name, bool as_json)
{
    symbol const* const found = find_name(rules, name_space::names, name);
    if (found != nullptr && found->kind == symbol_kind::party) return {principal_kind::party, found->index};
    if (found != nullptr && found->kind == symbol_kind::role) return {principal_kind::role, found->index};
    nearest_name nearest{name};
    for (party_entry const& p : rules.parties) nearest.consider(rules(p.name));
    for (role_entry const& r : rules.roles) nearest.consider(rules(r.name));
    std::string why = "`" + printable(name) + "` is no party or role of the contract";
    if (!nearest.best().empty()) why.append("; did you mean `").append(nearest.best()).append("`?");
    say_why_not("log audit", why, as_json);
    return {};
}

}  // namespace

int audit_log(log_command_options const& o)
{
    bool const as_json = o.format == "json";
    std::optional<contract> const c = valid_contract(read_source(o.contract), "nothing can be audited under it");
    if (!c) return not_valid;
    rule_set const& rules = c->rules;
    principal const who = find_auditor(rules, o.role, as_json);
    if (who.kind == principal_kind::nobody) return not_valid;
    std::vector<std::uint32_t> terms;
    for (std::uint32_t t = 0; t < rules.terms.size; ++t)
        if (may_audit_by(rules, rules.terms[t], who)) terms.push_back(t);
    if (terms.empty()) {
        say_why_not("log audit", "no `audit` term of the contract is for `" + printable(o.role) + "`", as_json);
        return not_valid;
    }
    for (std::uint32_t const t : terms)
        complain("redline log audit: term " + std::string{rules(rules.terms[t].label)} + ", on " +
                 record::duration_text(rules.audits[rules.terms[t].detail].notice) + " notice\n");

    std::string const digest = digest_text(rules);
    logged_request request{rules};
    workspace work{rules};
    std::uint64_t shown = 0, all = 0, others = 0, unreadable = 0;
    record::log_report const r = read_records(o, "audit", [&](record_view const& one) {
        ++all;
        if (one.digest != digest) {
            ++others;
            return;
        }
        if (!request.read(one)) {
            ++unreadable;
            complain("redline log audit: record " + std::to_string(one.number) + ": " + request.why() + "\n");
            return;
        }
        json by = json::array();
        for (std::uint32_t const t : terms)
            if (is_audited(rules, rules.terms[t], request.view(), work.view()))
                by.push_back(rules(rules.terms[t].label));
        if (by.empty()) return;
        ++shown;
        if (as_json) {
            json j = {{"number", one.number}, {"audited_by", by}};
            j.update(one.all);
            print(j.dump(-1, ' ', false, json::error_handler_t::replace) + "\n");
        }
        else print(record_in_words(one));
    });
    if (!as_json)
        print(std::to_string(shown) + " of " + std::to_string(all) + " records may be audited by " + printable(o.role) +
              "\n");
    if (others != 0)
        complain("redline log audit: " + std::to_string(others) +
                 " records are of decisions under another contract, which says itself who may audit them\n");
    return r.whole() && unreadable == 0 ? fine : not_valid;
}

}  // namespace redline::tool
