// One decision as a record: what was asked, what came out, by which terms, who signed, whom to tell and how long to keep it.
#pragma once

#include "../core/decision.hpp"
#include "../core/proof/words_string.hpp"
#include "../core/proof/words_values.hpp"
#include "canonical_json.hpp"
#include "log_file.hpp"
#include "moment.hpp"
#include "store.hpp"

namespace redline::inline v0_1::record {

/// A case on which a sign-off of a request rests, with every act and its signature.
struct signoff_record {
    case_row of;
    std::vector<event_row> events;
};

/// What a record says beside the request and the decision.
struct record_context {
    std::string_view asked_by{};  // who wanted to know; empty where nobody says
    case_time at = 0;             // when, seconds of Unix time
    array_view<signoff_record> signoffs{};
};

/// Minutes as the language writes them, in the largest unit that divides them but weeks: `3 days`. Allocates.
inline std::string duration_text(std::uint64_t minutes)
{
    time_unit unit = time_units[0];
    for (time_unit const& larger : time_units)
        if (larger.plural != "weeks" && minutes != 0 && minutes % larger.minutes == 0) unit = larger;
    std::uint64_t const number = minutes / unit.minutes;
    return std::to_string(number).append(" ").append(number == 1 ? unit.singular : unit.plural);
}

/// Writes the records of one rule set. All that a contract says is made into JSON once, when this is made. May be used by
/// several threads at once.
///
/// A masked fact is left out of the record, and its name stands in `masked`: not its digest, since most facts have so few
/// values that anybody finds the one by trying. Who reads the record later knows that something was known, and not what.
class record_writer {
public:
    /// For a rule set, which must outlive this, and facts that no record shows, by their indices. Allocates. Throws
    /// `no_canonical_json` where the contract has a version that no record can hold.
    explicit record_writer(rule_set const& rules, array_view<std::uint32_t> masked = {})
        : rules_{rules}, masked_(rules.facts.size)
    {
        for (std::uint32_t const f : masked) masked_[f] = true;
        make_contract();
        for (term_entry const& t : rules.terms) {
            labels_.push_back(string_of(rules(t.label)));
            logs_.push_back(t.kind == term_kind::log ? log_of(t) : std::string{});
        }
        list_names(facts_, rules.facts);
        list_names(evidence_, rules.evidence);
        list_names(safeguards_, rules.safeguards);
        list_names(chains_, rules.chains);
    }

    /// Whether a log term demands that a decision is recorded; language reference, "What is decided".
    static bool is_demanded(decision const& d) noexcept { return !d.log.empty(); }

    /// The record of a decision on a request of the rule set, for `log_writer`. Linear but for sorting; allocates. Throws
    /// `no_canonical_json` where `asked_by` or a sign-off holds what is no UTF-8.
    record_text entry(request_view const& request, decision const& d, record_context const& context) const
    {
        record_text e;
        e.at = context.at;
        std::string& to = e.members;
        to.reserve(512);
        if (!context.asked_by.empty()) {
            to += "\"asked_by\":";
            append_canonical(to, context.asked_by);
            to += ',';
        }
        to.append("\"at\":\"").append(moment_text(context.at)).append("\",").append(contract_);
        append_decision(to, d);
        append_masked(to, request);
        append_request(to, request);
        append_signoffs(to, context.signoffs);
        to += '}';
        return e;
    }

private:
    /// A name of the contract as canonical JSON, and in which place it stands in an object.
    struct ordered_name {
        std::string text;
        std::uint32_t index = none;
    };
    /// The names of a kind: by index, and in the order of JSON.
    struct name_list {
        std::vector<std::string> by_index;
        std::vector<std::uint32_t> in_order;
    };

    static std::string string_of(std::string_view text)
    {
        std::string out;
        append_canonical(out, text);
        return out;
    }
    template <class Entry>
    void list_names(name_list& to, array_view<Entry> entries) const
    {
        for (std::uint32_t i = 0; i < entries.size; ++i) {
            to.by_index.push_back(string_of(rules_(entries[i].name)));
            to.in_order.push_back(i);
        }
        // Names are ASCII, but those of templates: `5/x`, which are, too.
        std::sort(to.in_order.begin(), to.in_order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return stands_before(rules_(entries[a].name), rules_(entries[b].name));
        });
    }
    void make_contract()
    {
        canonical_object c;
        if (rules_.digest != nullptr) {
            std::array<unsigned char, sizeof rules_.digest->bytes> bytes;
            std::memcpy(bytes.data(), rules_.digest->bytes, bytes.size());
            c.add("digest", std::string_view{"sha256:" + to_hex(bytes)});
        }
        c.add("title", rules_(rules_.title)).add("version", rules_.version);
        contract_ = "\"contract\":" + c.text() + ",";
    }
    std::string_view name_of(principal p) const
    {
        if (p.kind == principal_kind::nobody) return {};
        return rules_(p.kind == principal_kind::party ? rules_.parties[p.index].name : rules_.roles[p.index].name);
    }
    std::string log_of(term_entry const& t) const
    {
        log_entry const& log = rules_.logs[t.detail];
        canonical_object o;
        o.add("by", rules_(t.label));
        if (log.keep != unlimited) o.add("keep", std::string_view{duration_text(log.keep)});
        std::string told{"["};
        for (std::uint32_t i = log.told.first; i != log.told.last; ++i) {
            if (i != log.told.first) told += ',';
            append_canonical(told, name_of(rules_.principals[i]));
        }
        o.raw("to", told + "]");
        if (log.within != unlimited) o.add("within", std::string_view{duration_text(log.within)});
        return o.text();
    }
    static void append_list(std::string& to, std::vector<std::string> const& texts, index_set_view set)
    {
        to += '[';
        bool first = true;
        for (std::uint32_t const i : set) {
            if (!first) to += ',';
            first = false;
            to += texts[i];
        }
        to += ']';
    }
    static void append_flag(std::string& to, std::string_view name, bool value)
    {
        to.append(name).append(value ? "true" : "false");
    }
    void append_decision(std::string& to, decision const& d) const
    {
        to += "\"decision\":{\"by\":";
        append_list(to, labels_, d.by);
        to += ",\"exceptions\":";
        append_list(to, labels_, d.exceptions);
        if (d.outcome == outcome::prohibited)
            to.append(",\"ground\":\"").append(redline::name_of(d.ground)).append("\"");
        to += ",\"log\":";
        append_list(to, logs_, d.log);
        to.append(",\"outcome\":\"").append(redline::name_of(d.outcome)).append("\"");
        if (d.outcome == outcome::paused) {
            append_flag(to, ",\"pending\":{\"date\":", d.pending.date);
            to += ",\"evidence\":";
            append_list(to, evidence_.by_index, d.pending.evidence);
            to += ",\"facts\":";
            append_list(to, facts_.by_index, d.pending.facts);
            append_flag(to, ",\"mission\":", d.pending.mission);
            to += ",\"safeguards\":";
            append_list(to, safeguards_.by_index, d.pending.safeguards);
            to += ",\"signoffs\":";
            append_list(to, chains_.by_index, d.pending.signoffs);
            append_flag(to, ",\"use\":", d.pending.use);
            to += '}';
        }
        to += "},";
    }

    /// Whether a request says anything of a fact, counting or not.
    bool is_given(request_view const& r, std::uint32_t f) const noexcept
    {
        fact_entry const& fact = rules_.facts[f];
        for (std::uint32_t s = fact.slot; s != fact.slot + slots_of(fact); ++s)
            if (r.given[s] != 0) return true;
        return false;
    }
    void append_masked(std::string& to, request_view const& r) const
    {
        bool any = false;
        for (std::uint32_t const f : facts_.in_order) {
            if (!masked_[f] || !is_given(r, f)) continue;
            to += any ? "," : "\"masked\":[";
            to += facts_.by_index[f];
            any = true;
        }
        if (any) to += "],";
    }

    /// Members of an object, one after the other; nothing where there are none.
    template <class Each>
    static void append_members(std::string& to, std::string_view name, name_list const& names, Each const& each)
    {
        bool any = false;
        for (std::uint32_t const i : names.in_order) {
            std::size_t const before = to.size();
            if (any) to += ',';
            else to.append(name).append("{");
            to.append(names.by_index[i]).append(":");
            if (each(i)) any = true;
            else to.resize(before);
        }
        if (any) to += "},";
    }
    void append_path(std::string& to, name_space space, requested_kind k) const
    {
        to += '"';
        proof::string_words words{to};
        write_kind(words, rules_, space, k);
        to += '"';
    }
    bool append_fact(std::string& to, request_view const& r, std::uint32_t f) const
    {
        if (masked_[f] || !is_given(r, f)) return false;
        fact_entry const& fact = rules_.facts[f];
        std::uint64_t const value = r.values[fact.slot];
        switch (fact.type) {
        case fact_type::flag: to += value != 0 ? "true" : "false"; break;
        case fact_type::count:
            // Larger numbers are strings, RFC 8785 appendix D.
            if (value <= largest_json_integer) to += std::to_string(value);
            else to.append("\"").append(std::to_string(value)).append("\"");
            break;
        case fact_type::duration: to.append("\"").append(duration_text(value)).append("\""); break;
        case fact_type::level:
        case fact_type::one_of:
            append_canonical(to, rules_(rules_.values[fact.values.first + static_cast<std::uint32_t>(value)]));
            break;
        case fact_type::any_of: append_values(to, r, fact); break;
        }
        return true;
    }
    /// The values of an `any of`: a list of those that hold, or where some are not known, an object.
    void append_values(std::string& to, request_view const& r, fact_entry const& fact) const
    {
        bool all = true;
        for (std::uint32_t i = 0; i != slots_of(fact); ++i) all = all && r.given[fact.slot + i] != 0;
        canonical_object some;
        std::string list{"["};
        for (std::uint32_t i = 0; i != slots_of(fact); ++i) {
            if (r.given[fact.slot + i] == 0) continue;
            std::string_view const name = rules_(rules_.values[fact.values.first + i]);
            bool const holds = r.values[fact.slot + i] != 0;
            if (!all) some.raw(name, holds ? "true" : "false");
            if (holds) {
                if (list.size() != 1) list += ',';
                append_canonical(list, name);
            }
        }
        if (all) to.append(list).append("]");
        else some.append_to(to);
    }
    void append_request(std::string& to, request_view const& r) const
    {
        to += "\"request\":{";
        append_members(to, "\"attested\":", facts_, [&](std::uint32_t f) {
            if (r.attested[f].kind == principal_kind::nobody) return false;
            append_canonical(to, name_of(r.attested[f]));
            return true;
        });
        if (r.has_date) {
            to += "\"date\":\"";
            proof::string_words words{to};
            write_day(words, r.date);
            to += "\",";
        }
        append_members(to, "\"evidence\":", evidence_, [&](std::uint32_t i) {
            if (r.evidence_age[i] == unlimited) return false;
            to.append("\"").append(duration_text(r.evidence_age[i])).append("\"");
            return true;
        });
        append_members(to, "\"facts\":", facts_, [&](std::uint32_t f) { return append_fact(to, r, f); });
        if (r.mission.form != kind_form::unknown) {
            to += "\"mission\":";
            append_path(to, name_space::missions, r.mission);
            to += ',';
        }
        append_members(to, "\"safeguards\":", safeguards_, [&](std::uint32_t i) {
            if (r.safeguard_level[i] == 0) return false;
            append_canonical(to, rules_(rules_.values[rules_.safeguards[i].values.first + r.safeguard_level[i]]));
            return true;
        });
        append_members(to, "\"signoffs\":", chains_, [&](std::uint32_t i) {
            constexpr std::string_view states[] = {"", "\"opened\"", "\"complete\"", "\"refused\""};
            to += states[static_cast<unsigned>(r.chains[i])];
            return r.chains[i] != chain_state::not_asked;
        });
        to += "\"use\":";
        if (r.use_count != 1) to += '[';
        for (std::uint32_t i = 0; i != r.use_count; ++i) {
            if (i != 0) to += ',';
            append_path(to, name_space::uses, r.uses[i]);
        }
        if (r.use_count != 1) to += ']';
        to += '}';
    }
    static void append_signoffs(std::string& to, array_view<signoff_record> const& signoffs)
    {
        if (signoffs.empty()) return;
        to += ",\"signoffs\":[";
        for (std::uint32_t i = 0; i != signoffs.size; ++i) {
            if (i != 0) to += ',';
            append_case(to, signoffs[i]);
        }
        to += ']';
    }
    static void append_case(std::string& to, signoff_record const& s)
    {
        std::string events{"["};
        for (event_row const& e : s.events) {
            if (events.size() != 1) events += ',';
            canonical_object o;
            o.add("at", std::string_view{moment_text(e.at)}).add("event", std::string_view{e.kind});
            std::pair<std::string_view, std::string const*> const may_be_empty[] = {
                {"chain", &e.chain}, {"for", &e.in_place_of},     {"person", &e.person},
                {"role", &e.role},   {"signature", &e.signature}, {"stage", &e.stage}};
            for (auto const& [name, text] : may_be_empty)
                if (!text->empty()) o.add(name, std::string_view{*text});
            o.append_to(events);
        }
        canonical_object o;
        o.add("case", static_cast<std::uint64_t>(s.of.id)).add("chain", std::string_view{s.of.chain});
        o.add("subject", std::string_view{s.of.subject}).add("token", std::string_view{s.of.token});
        o.raw("events", events + "]").append_to(to);
    }

    rule_set const& rules_;
    std::vector<bool> masked_;
    std::string contract_;                    // "contract":{…},
    std::vector<std::string> labels_, logs_;  // by term
    name_list facts_, evidence_, safeguards_, chains_;
};

}  // namespace redline::inline v0_1::record
