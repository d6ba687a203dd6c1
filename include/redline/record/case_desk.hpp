// Cases that are kept: each event is judged by what stands in the store, and added in the same transaction.
#pragma once

#include "../core/heap.hpp"
#include "signature.hpp"
#include "store.hpp"

#include <functional>

namespace redline::inline v0_1::record {

/// A case that was told again from its events.
struct running_case {
    case_row row;
    std::vector<event_row> events;
    std::vector<std::string> persons;  // by `person_id`
    case_memory state;
    bool under_this_contract = true;  // else nothing is known but the rows

    /// The number of a person; a new one for who was not there yet.
    person_id number_of(std::string const& person)
    {
        for (std::size_t i = 0; i < persons.size(); ++i)
            if (persons[i] == person) return i;
        persons.push_back(person);
        return persons.size() - 1;
    }
};

/// What somebody wants to happen, by names; `role`, `in_place_of`, `stage` and `signature` may be empty. `request`, the one that
/// is meant, may be null.
struct case_event {
    chain_event_kind kind = chain_event_kind::time_passed;
    std::string person, role, in_place_of, stage;
    case_time at = 0;
    request_view const* request = nullptr;
    std::string signature;
};

/// What became of it.
struct case_result {
    event_result result{};
    std::string why;  // the fault as a sentence, with names; empty where it was taken
    std::int64_t case_id =
        0;  // of the case, or of the open one that stands in the way of opening; 0 where there is none

    /// Whether the event was taken: nothing spoke against it.
    bool taken() const noexcept { return why.empty(); }
};

/// Runs the cases of one contract on a store. The contract's digest must be known. Where an act is signed, who checks that is
/// the caller: `statement_of` says over what. Throws `store_failure`.
class case_desk {
public:
    /// Reads a request of the contract from its text; false where it isn't valid.
    using request_reading = std::function<bool(std::string_view, request_view&)>;

    /// A desk for a contract, whose digest must not be null, on a store; both must outlive it. `read` must not be
    /// empty, and `most_uses` is how many uses a request may have at most.
    case_desk(rule_set const& rules, case_store& store, request_reading read, std::uint32_t most_uses = 16)
        : rules_{rules}, store_{store}, read_{std::move(read)}, most_uses_{most_uses}, digest_{hex_of(*rules.digest)}
    {}

    /// Somebody asks for a sign-off. Refused where it is asked for already, for the same, and open. `text` is the request as it
    /// is kept, and `e.request` the same.
    case_result open(std::uint32_t chain, case_event const& e, std::string const& text)
    {
        transaction t{store_, transaction::kind::writing};
        case_memory fresh{rules_, chain, most_uses_};
        running_case c{{}, {}, {}, std::move(fresh)};
        if (e.request == nullptr) return refused({event_fault::no_request, none, none}, 0);
        std::string const name{rules_(rules_.chains[chain].name)};
        case_result r = take(c, e);
        if (!r.taken()) return r;
        std::string const subject = hex_of(subject_digest(rules_, c.state.reading()));
        if (std::optional<running_case> const before = latest(chain, *e.request, subject))
            if (standing_at(*before, e.at) == case_standing::open)
                return refused({event_fault::already_opened, none, none}, before->row.id);
        c.row = {0, new_token(), digest_, std::string{rules_(rules_.title)}, rules_.version, name, subject, text};
        r.case_id = store_.add_case(c.row);
        c.row.id = r.case_id;
        add(c, e, {}, {});
        t.commit();
        return r;
    }
    /// Something happens to a case. `check`, where it is there, is given what a signature of the act would be over and gives a
    /// reason against it, or nothing.
    case_result happen(std::int64_t id, case_event const& e,
                       std::function<std::string(act_statement const&)> const& check = {})
    {
        transaction t{store_, transaction::kind::writing};
        std::optional<running_case> c = find(id);
        if (!c) return {{event_fault::not_opened, none, none}, "there is no such case", 0};
        if (!c->under_this_contract) return refused({event_fault::another_contract, none, none}, id);
        act_statement const over = statement_of(*c, e);
        case_result r = take(*c, e);
        r.case_id = id;
        if (!r.taken()) return r;
        if (check) r.why = check(over);
        if (!r.taken()) return r;
        bool const in_stage = e.kind != chain_event_kind::time_passed && e.kind != chain_event_kind::used;
        add(*c, e, in_stage ? over.chain : std::string{}, in_stage ? over.stage : std::string{});
        t.commit();
        return r;
    }

    /// A case, told from its events; none where there is none. Within a transaction.
    std::optional<running_case> find(std::int64_t id)
    {
        std::optional<case_row> row = store_.find_case(id);
        if (!row) return std::nullopt;
        return told(std::move(*row));
    }
    /// The latest case of a chain that fits a request; none where nobody asked for it. Within a transaction.
    std::optional<running_case> latest(std::uint32_t chain, request_view const& request)
    {
        case_memory fresh{rules_, chain, most_uses_};
        chain_event const e{chain_event_kind::opened, 0, none, 0, none, none, &request};
        if (!fresh.take(rules_, e).taken()) return std::nullopt;
        return latest(chain, request, hex_of(subject_digest(rules_, fresh.reading())));
    }
    /// Where a case stands at a time, once what fell due has been applied.
    case_standing standing_at(running_case const& c, case_time now) const { return state_at(c, now).head().standing; }
    /// The state of a case at a time, once what fell due has been applied; the case itself stays as it is. A time
    /// before its last event changes nothing.
    case_memory state_at(running_case const& c, case_time now) const
    {
        case_memory state = c.state;
        if (now >= state.head().last) state.take(rules_, {chain_event_kind::time_passed, 0, none, now});
        return state;
    }
    /// Makes a request say of each chain what the store says of it at a time. Reads in a transaction of its own.
    void fill_in(request_view& request, case_time now)
    {
        transaction t{store_, transaction::kind::reading};
        for (std::uint32_t chain = 0; chain < rules_.chains.size; ++chain) {
            std::optional<running_case> const c = latest(chain, request);
            request.chains[chain] =
                c ? c->state.state_for(rules_, request, now < c->state.head().last ? c->state.head().last : now)
                  : chain_state::not_asked;
        }
    }
    /// What a signature of an act would be over, in the stage that is open at its time.
    act_statement statement_of(running_case const& c, case_event const& e) const
    {
        case_memory const now = state_at(c, e.at);
        act_statement s;
        s.contract = *rules_.digest;
        s.subject = subject_digest(rules_, now.reading());
        s.case_id = c.row.token;
        s.asked_chain = c.row.chain;
        s.chain = name(rules_.chains[now.reading().open_chain()].name);
        s.stage = name(rules_.stages[now.head().stage].name);
        s.act = redline::name_of(e.kind);
        s.person = e.person;
        s.role = e.role;
        s.in_place_of = e.in_place_of;
        s.at = e.at;
        return s;
    }

    /// What the signature of each event is over; of the first, which opens the case, nothing.
    std::vector<act_statement> statements_of(running_case const& c) const
    {
        std::vector<act_statement> all;
        running_case again{c.row, c.events, {}, case_memory{rules_, c.state.head().chain, most_uses_}};
        retell(again, [&](event_row const& e, chain_event const& what) {
            case_event const act{what.kind, e.person, e.role, e.in_place_of, {}, e.at, nullptr, {}};
            all.push_back(all.empty() ? act_statement{} : statement_of(again, act));
        });
        return all;
    }

    /// The contract that the desk was made for.
    rule_set const& rules() const noexcept { return rules_; }

private:
    static std::string hex_of(sha256_digest const& d)
    {
        std::array<unsigned char, sizeof d.bytes> bytes;
        std::memcpy(bytes.data(), d.bytes, bytes.size());
        return to_hex(bytes);
    }
    static std::string new_token()
    {
        start_cryptography();
        std::array<unsigned char, 16> bytes;
        randombytes_buf(bytes.data(), bytes.size());
        return to_hex(bytes);
    }
    std::string name(text_ref r) const { return std::string{rules_(r)}; }
    std::uint32_t role_of(std::string const& role) const
    {
        if (role.empty()) return none;
        symbol const* const found = find_name(rules_, name_space::names, role);
        return found != nullptr && found->kind == symbol_kind::role ? found->index : none - 1;
    }
    /// A stage of the open chain by its name; one that it has not is not the open one.
    std::uint32_t stage_of(case_memory const& c, std::string const& stage) const
    {
        if (stage.empty()) return none;
        if (c.head().path_count == 0) return none - 1;
        index_range const stages = rules_.chains[c.reading().open_chain()].stages;
        for (std::uint32_t i = stages.first; i != stages.last; ++i)
            if (rules_(rules_.stages[i].name) == stage) return i;
        return none - 1;
    }

    case_result refused(event_result r, std::int64_t id) const
    {
        std::string why{sentence(r.fault)};
        if (r.chain != none) why += " (sign-off `" + name(rules_.chains[r.chain].name) + "`";
        if (r.role != none && r.role < rules_.roles.size)
            why += (r.chain != none ? ", role `" : " (role `") + name(rules_.roles[r.role].name) + "`";
        if (r.chain != none || (r.role != none && r.role < rules_.roles.size)) why += ")";
        return {r, why, id};
    }
    case_result take(running_case& c, case_event const& e) const
    {
        case_memory const ahead = state_at(c, e.at);
        chain_event const what{e.kind,   c.number_of(e.person),  role_of(e.role),
                               e.at,     role_of(e.in_place_of), stage_of(ahead, e.stage),
                               e.request};
        event_result const r = c.state.take(rules_, what);
        return r.taken() ? case_result{} : refused(r, c.row.id);
    }
    /// Adds an event that was taken, with the chain and the stage that were open.
    void add(running_case const& c, case_event const& e, std::string const& chain, std::string const& stage)
    {
        store_.add_event({c.row.id, c.events.size() + 1, std::string{redline::name_of(e.kind)}, e.person, e.role,
                          e.in_place_of, chain, stage, e.at, e.signature});
    }
    std::optional<running_case> latest(std::uint32_t chain, request_view const& request, std::string const& subject)
    {
        for (case_row& row : store_.cases_for(digest_, name(rules_.chains[chain].name), subject)) {
            running_case c = told(std::move(row));
            if (fits(rules_, c.state.reading(), request)) return c;
        }
        return std::nullopt;
    }
    running_case told(case_row row)
    {
        symbol const* const chain = find_name(rules_, name_space::names, row.chain);
        bool const known = row.contract == digest_ && chain != nullptr && chain->kind == symbol_kind::chain;
        running_case c{std::move(row), {}, {}, case_memory{rules_, known ? chain->index : none, most_uses_}, known};
        c.events = store_.events_of(c.row.id);
        if (!known) return c;
        retell(c, [](event_row const&, chain_event const&) {});
        return c;
    }
    /// Takes a case that nothing has happened to from event to event; `before` sees each before it happens.
    template <class Before>
    void retell(running_case& c, Before const& before) const
    {
        request_memory request{rules_, most_uses_};
        if (!read_(c.row.request, request.view())) broken(c.row, "its request is not valid");
        for (event_row const& e : c.events) {
            std::uint64_t kind = 0;
            while (kind < std::size(chain_event_names) && chain_event_names[kind] != e.kind) ++kind;
            if (kind == std::size(chain_event_names)) broken(c.row, "it holds an unknown event");
            chain_event const what{static_cast<chain_event_kind>(kind),
                                   c.number_of(e.person),
                                   role_of(e.role),
                                   e.at,
                                   role_of(e.in_place_of),
                                   none,
                                   kind == 0 ? &request.view() : nullptr};
            before(e, what);
            if (!c.state.take(rules_, what).taken()) broken(c.row, "its events do not follow from one another");
        }
    }
    [[noreturn]] static void broken(case_row const& row, char const* how)
    {
        throw store_failure{"case " + std::to_string(row.id) + " is damaged: " + how};
    }

    rule_set const& rules_;
    case_store& store_;
    request_reading read_;
    std::uint32_t most_uses_;
    std::string digest_;
};

}  // namespace redline::inline v0_1::record
