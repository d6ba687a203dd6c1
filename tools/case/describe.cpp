#include "describe.hpp"

#include "../characters.hpp"
#include "moment.hpp"

namespace redline::tool {

namespace {

/// What a case at a time comes to.
class standing_now {
public:
    explicit standing_now(case_view_at const& c)
        : rules_{c.desk.rules()}, state_{c.desk.state_at(c.of, c.now)}, void_{
                                                                            c.request != nullptr &&
                                                                            !fits(rules_, state_.reading(), *c.request)}
    {}

    case_head const& head() const { return state_.head(); }
    bool is_void() const { return void_; }
    std::string_view chain() const { return rules_(rules_.chains[state_.reading().open_chain()].name); }
    stage_entry const& stage() const { return rules_.stages[head().stage]; }
    std::string_view stage_name() const { return rules_(stage().name); }
    std::uint64_t signatures() const { return count_here(state_.reading(), case_act_kind::signed_off); }
    case_time until() const { return due_after(rules_, state_.reading()); }
    /// The roles that have not acted in the open stage, and for which somebody may.
    std::vector<std::string> waits_for() const
    {
        std::vector<std::string> roles;
        for (std::uint32_t i = stage().members.first; i != stage().members.last; ++i) {
            std::uint32_t const role = rules_.chain_roles[i];
            bool acted = false;
            for (case_act const& a : state_.reading().all_acts())
                acted = acted || (stands_here(state_.reading(), a) && a.member == role && !stage().persons);
            if (!acted && is_able(rules_, state_.reading(), role)) roles.emplace_back(rules_(rules_.roles[role].name));
        }
        return roles;
    }

private:
    rule_set const& rules_;
    case_memory state_;
    bool void_;
};

std::string alternatives(std::vector<std::string> const& words)
{
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i)
        out += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return out;
}

}  // namespace

std::string case_in_a_line(case_view_at const& c)
{
    std::string line = "case " + std::to_string(c.of.row.id) + ": " + printable(c.of.row.chain) + ", ";
    if (!c.of.under_this_contract)
        return line + "under another contract: " + printable(c.of.row.title) + ", version " +
               std::to_string(c.of.row.version) + ", digest sha256:" + printable(c.of.row.contract);
    standing_now const now{c};
    if (now.is_void()) line += "void for this request; else ";
    line += name_of(now.head().standing);
    if (now.head().standing == case_standing::open) {
        line += ": stage " + std::string{now.stage_name()};
        if (now.chain() != c.of.row.chain) line += " of " + std::string{now.chain()};
        line += ", " + std::to_string(now.signatures()) + " of " + std::to_string(now.stage().number) + " signed";
    }
    if (now.until() != no_time) line += ", until " + moment_text(now.until());
    if (now.head().standing == case_standing::open)
        if (std::string const roles = alternatives(now.waits_for()); !roles.empty()) line += "; waits for " + roles;
    return line;
}

std::string case_as_text(case_view_at const& c)
{
    record::case_row const& row = c.of.row;
    std::string out = case_in_a_line(c) + "\n  contract  " + printable(row.title) + ", version " +
                      std::to_string(row.version) + ", sha256:" + printable(row.contract) + "\n  request   " +
                      printable(row.request) + "\n";
    for (std::size_t i = 0; i < c.of.events.size(); ++i) {
        record::event_row const& e = c.of.events[i];
        std::string line = "  " + moment_text(e.at) + "  " + e.kind;
        if (e.kind != "time passed" && !e.person.empty()) line += " by " + printable(e.person);
        if (!e.role.empty()) line += " as " + printable(e.role);
        if (!e.in_place_of.empty()) line += " for " + printable(e.in_place_of);
        if (!e.stage.empty())
            line += ", stage " + printable(e.stage) + (e.chain != row.chain ? " of " + printable(e.chain) : "");
        if (c.checked != nullptr && !(*c.checked)[i].empty()) line += ": " + (*c.checked)[i];
        else if (!e.signature.empty()) line += ", with a signature";
        out += line + "\n";
    }
    return out;
}

json event_as_json(record::event_row const& e)
{
    json j = {{"number", e.number}, {"event", e.kind}, {"at", moment_text(e.at)}};
    auto const add = [&](char const* name, std::string const& text) {
        if (!text.empty()) j[name] = text;
    };
    add("person", e.person);
    add("role", e.role);
    add("for", e.in_place_of);
    add("chain", e.chain);
    add("stage", e.stage);
    add("signature", e.signature);
    return j;
}

json row_as_json(record::case_row const& row)
{
    json request = json::parse(row.request, nullptr, false);
    if (request.is_discarded()) request = row.request;
    return {{"case", row.id},
            {"chain", row.chain},
            {"contract", {{"title", row.title}, {"version", row.version}, {"digest", "sha256:" + row.contract}}},
            {"request", request},
            {"token", row.token}};
}

json case_as_json(case_view_at const& c)
{
    json j = row_as_json(c.of.row);
    if (!c.of.under_this_contract) {
        j["standing"] = "under another contract";
        return j;
    }
    standing_now const now{c};
    j["standing"] = name_of(now.head().standing);
    if (now.head().standing == case_standing::open)
        j["open"] = {{"chain", now.chain()},
                     {"stage", now.stage_name()},
                     {"signatures", now.signatures()},
                     {"quorum", now.stage().number},
                     {"waits_for", now.waits_for()}};
    if (now.until() != no_time) j["until"] = moment_text(now.until());
    if (c.request != nullptr) j["void"] = now.is_void();
    j["events"] = json::array();
    for (std::size_t i = 0; i < c.of.events.size(); ++i) {
        json e = event_as_json(c.of.events[i]);
        if (c.checked != nullptr && !(*c.checked)[i].empty()) e["checked"] = (*c.checked)[i];
        j["events"].push_back(std::move(e));
    }
    return j;
}

}  // namespace redline::tool
