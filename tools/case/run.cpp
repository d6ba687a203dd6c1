// `redline case`: the events of chains on a case file, and what stands in it.
#include "describe.hpp"
#include "keys.hpp"
#include "moment.hpp"
#include "options.hpp"

#include "../json/request_reader.hpp"
#include "../output.hpp"
#include "../status.hpp"
#include "../valid_contract.hpp"

#include "redline/core/chain/use.hpp"
#include "redline/record/sqlite_store.hpp"
#ifdef REDLINE_POSTGRESQL
#include "redline/record/postgres_store.hpp"
#endif

namespace redline::tool {

namespace {

using record::case_event, record::case_result, record::running_case, record::sqlite_store, record::transaction;

/// The event of an action.
chain_event_kind kind_of(std::string const& action)
{
    constexpr std::string_view actions[] = {"open",     "acting", "sign", "refuse", "recuse",
                                            "withdraw", "revoke", "use",  "tick"};
    std::uint8_t kind = 0;
    while (actions[kind] != action) ++kind;
    return static_cast<chain_event_kind>(kind);
}

/// What `--at` says.
case_time time_of(std::string const& text)
{
    std::optional<case_time> const at = text.empty() ? now() : read_moment(text);
    if (!at) throw failure{"`--at` is no time; expected one such as 2026-06-01T12:00:00Z"};
    return *at;
}

/// The store that `--cases` names: a file, or a PostgreSQL data base by its URI.
std::unique_ptr<record::case_store> open_store(std::string const& cases, sqlite_store::mode how)
{
    for (std::string_view const scheme : {"postgresql://", "postgres://"})
        if (cases.rfind(scheme, 0) == 0) {
#ifdef REDLINE_POSTGRESQL
            return std::make_unique<record::postgres_store>(cases);
#else
            throw failure{"this `redline` was built without PostgreSQL"};
#endif
        }
    return std::make_unique<sqlite_store>(cases, how);
}

int refuse(std::string const& action, std::string const& why, bool as_json)
{
    say_why_not("case " + action, "refused: " + why, as_json);
    return not_valid;
}

/// One call of the command: a contract and its case file.
class case_call {
public:
    case_call(case_options const& o, rule_set const& rules)
        : o_{o}, rules_{rules}, reader_{rules}, as_json_{o.format == "json"}, changes_{o.action != "show" &&
                                                                                       o.action != "list"},
          store_{open_store(o.cases, o.action == "open" ? sqlite_store::mode::create : sqlite_store::mode::write)},
          desk_{rules, *store_, [this](std::string_view text, request_view& to) { return reader_.read(text, to); },
                request_reader::most_uses(rules)},
          request_{memory_of_request(rules)}
    {
        at_ = time_of(o.at);
    }

    int run()
    {
        if (!o_.request.empty()) {
            source const file = read_source(o_.request);
            if (!read_valid_request(rules_, file, as_json_, request_.view())) return not_valid;
            text_ = file.text;
        }
        if (o_.action == "list") return list();
        if (o_.action == "show") return show(o_.id);
        if (o_.action == "tick" && o_.id == 0) return tick_all();
        if (o_.action == "use" && !is_used())
            return refuse(o_.action, "the request is not permitted, or would be without this sign-off", as_json_);
        if (o_.action == "open") return answer(open());
        return answer(happen());
    }

private:
    case_event event() const
    {
        return {kind_of(o_.action),
                o_.person,
                o_.role,
                o_.in_place_of,
                o_.stage,
                at_,
                o_.request.empty() ? nullptr : &request_.view(),
                {}};
    }
    case_result open()
    {
        symbol const* const found = find_name(rules_, name_space::names, o_.chain);
        if (found == nullptr || found->kind != symbol_kind::chain) {
            std::string_view const nearest =
                nearest_declared(rules_, name_space::names, o_.chain, 0, symbol_kind::chain);
            return {{event_fault::no_such_chain, none, none},
                    "`" + o_.chain + "` is not a sign-off chain of the contract" +
                        (nearest.empty() ? "" : "; did you mean `" + std::string{nearest} + "`?"),
                    0};
        }
        std::string text = json::parse(text_).dump();
        case_result r = desk_.open(found->index, event(), text);
        if (r.result.fault == event_fault::already_opened) r.why += ": case " + std::to_string(r.case_id);
        return r;
    }
    case_result happen()
    {
        case_event e = event();
        std::vector<record::listed_key> const keys = o_.keys.empty() ? std::vector<record::listed_key>{}
                                                                     : read_key_list(o_.keys);
        std::optional<record::signature> signature;
        if (!o_.key.empty()) {
            record::signing_key const key = read_key_file(o_.key);
            transaction t{*store_, transaction::kind::reading};
            if (std::optional<running_case> const c = desk_.find(o_.id); c && c->under_this_contract) {
                signature = key.sign(desk_.statement_of(*c, e));
                e.signature = record::to_hex(*signature);
            }
        }
        if (o_.keys.empty() && o_.key.empty()) return desk_.happen(o_.id, e);
        return desk_.happen(o_.id, e,
                            [&](record::act_statement const& over) { return why_not(keys, over, signature); });
    }
    /// Why an act is not taken with this signature: what was signed must be what happens, also where somebody was faster.
    std::string why_not(std::vector<record::listed_key> const& keys, record::act_statement const& over,
                        std::optional<record::signature> const& s) const
    {
        if (!s) return "the act is not signed; `--key` names the file of the person's key";
        if (o_.keys.empty())
            return read_key_file(o_.key).sign(over) == *s ? "" : "the open stage has changed meanwhile";
        record::signature_fault const f =
            record::verify({keys.data(), static_cast<std::uint32_t>(keys.size())}, over, *s);
        return f == record::signature_fault::nothing ? "" : std::string{sentence(f)};
    }
    int answer(case_result const& r)
    {
        if (!r.taken()) return refuse(o_.action, r.why, as_json_);
        return show(r.case_id);
    }

    /// Whether the request is permitted, with what stands in the case file, and needs this case complete.
    bool is_used()
    {
        desk_.fill_in(request_.view(), at_);
        workspace work{rules_};
        std::uint32_t chain = none;
        {
            transaction t{*store_, transaction::kind::reading};
            std::optional<running_case> const c = desk_.find(o_.id);
            if (!c || !c->under_this_contract) return true;  // which `happen` refuses with a better reason
            chain = c->state.head().chain;
            std::optional<running_case> const latest = desk_.latest(chain, request_.view());
            if (!latest || latest->row.id != o_.id || !fits(rules_, c->state.reading(), request_.view())) return true;
            if (desk_.standing_at(*c, at_) != case_standing::complete) return true;
        }
        return needs_completion(rules_, request_.view(), chain, work.view());
    }

    std::optional<running_case> find(std::int64_t id)
    {
        transaction t{*store_, transaction::kind::reading};
        return desk_.find(id);
    }
    int show(std::int64_t id)
    {
        std::optional<running_case> const c = find(id);
        if (!c) return refuse(o_.action, "there is no such case", as_json_);
        std::vector<std::string> checked;
        if (!o_.keys.empty() && c->under_this_contract) checked = check_signatures(*c);
        case_view_at const view{desk_, *c, at_ < c->state.head().last ? c->state.head().last : at_,
                                o_.request.empty() ? nullptr : &request_.view(), checked.empty() ? nullptr : &checked};
        if (as_json_) print(whole_text(case_as_json(view)));
        else print(changes_ ? case_in_a_line(view) + "\n" : case_as_text(view));
        for (std::string const& s : checked)
            if (!s.empty() && s != counts) return not_valid;
        return fine;
    }
    /// What each event's signature comes to.
    std::vector<std::string> check_signatures(running_case const& c)
    {
        std::vector<record::listed_key> const keys = read_key_list(o_.keys);
        std::vector<record::act_statement> const over = desk_.statements_of(c);
        std::vector<std::string> all(c.events.size());
        for (std::size_t i = 1; i < all.size(); ++i) {
            record::event_row const& e = c.events[i];
            if (e.kind == name_of(chain_event_kind::time_passed) || e.kind == name_of(chain_event_kind::used)) continue;
            auto const s = record::from_hex<crypto_sign_BYTES>(e.signature);
            all[i] = !s ? "not signed"
                        : std::string{sentence(
                              record::verify({keys.data(), static_cast<std::uint32_t>(keys.size())}, over[i], *s))};
        }
        return all;
    }
    int list()
    {
        transaction t{*store_, transaction::kind::reading};
        json all = json::array();
        std::string lines;
        for (record::case_row const& row : store_->all_cases()) {
            running_case const c = *desk_.find(row.id);
            case_view_at const view{desk_, c, at_ < c.state.head().last ? c.state.head().last : at_};
            if (as_json_) {
                json one = case_as_json(view);
                one.erase("events");
                all.push_back(std::move(one));
            }
            else lines += case_in_a_line(view) + "\n";
        }
        print(as_json_ ? whole_text({{"cases", all}}) : lines);
        return fine;
    }
    /// Records the passing of time for every case of this contract that changed by it.
    int tick_all()
    {
        std::vector<std::int64_t> ids;
        {
            transaction t{*store_, transaction::kind::reading};
            for (record::case_row const& row : store_->all_cases()) {
                running_case const c = *desk_.find(row.id);
                if (!c.under_this_contract || at_ < c.state.head().last) continue;
                if (due_after(rules_, c.state.reading()) < at_) ids.push_back(row.id);
            }
        }
        json all = json::array();
        std::string lines;
        for (std::int64_t const id : ids) {
            if (!desk_.happen(id, event()).taken()) continue;  // somebody else did
            running_case const c = *find(id);
            if (as_json_) all.push_back(case_as_json({desk_, c, at_}));
            else lines += case_in_a_line({desk_, c, at_}) + "\n";
        }
        print(as_json_ ? whole_text({{"cases", all}}) : lines);
        return fine;
    }

    inline static std::string const counts{sentence(record::signature_fault::nothing)};

    case_options const& o_;
    rule_set const& rules_;
    request_reader reader_;
    bool as_json_, changes_;
    std::unique_ptr<record::case_store> store_;
    record::case_desk desk_;
    request_memory request_;
    std::string text_;
    case_time at_ = 0;
};

int export_cases(case_options const& o)
{
    std::unique_ptr<record::case_store> const store = open_store(o.cases, sqlite_store::mode::write);
    transaction t{*store, transaction::kind::reading};
    for (record::case_row const& row : store->all_cases()) {
        std::string lines = row_as_json(row).dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
        for (record::event_row const& e : store->events_of(row.id)) {
            json line = {{"case", row.id}};
            line.update(event_as_json(e));
            lines += line.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
        }
        print(lines);
    }
    return fine;
}

}  // namespace

void fill_in_signoffs(rule_set const& rules, request_view& request, std::string const& cases, std::string const& at)
{
    try {
        request_reader reader{rules};
        std::unique_ptr<record::case_store> const store = open_store(cases, sqlite_store::mode::write);
        auto const read = [&](std::string_view text, request_view& to) { return reader.read(text, to); };
        record::case_desk{rules, *store, read, request_reader::most_uses(rules)}.fill_in(request, time_of(at));
    }
    catch (record::store_failure const& e) {
        throw failure{e.what()};
    }
}

std::vector<record::signoff_record> signoffs_for_record(rule_set const& rules, request_view& request, bool permitted,
                                                        std::string const& cases, std::string const& at)
{
    try {
        request_reader reader{rules};
        std::unique_ptr<record::case_store> const store = open_store(cases, sqlite_store::mode::write);
        auto const read = [&](std::string_view text, request_view& to) { return reader.read(text, to); };
        record::case_desk desk{rules, *store, read, request_reader::most_uses(rules)};
        auto const latest = [&](std::uint32_t chain) {
            transaction t{*store, transaction::kind::reading};
            return desk.latest(chain, request);
        };
        case_time const time = time_of(at);
        workspace work{rules};
        std::vector<record::signoff_record> all;
        for (std::uint32_t chain = 0; chain < rules.chains.size; ++chain) {
            if (request.chains[chain] == chain_state::not_asked) continue;
            std::optional<running_case> c = latest(chain);
            if (!c) continue;
            case_event const used{chain_event_kind::used, {}, {}, {}, {}, time, &request, {}};
            case_memory after = desk.state_at(*c, time);
            bool const ends = permitted && needs_completion(rules, request, chain, work.view()) &&
                              after.take(rules, {used.kind, 0, none, time, none, none, &request}).taken() &&
                              after.head().standing != case_standing::complete;
            if (ends) {
                case_result const r = desk.happen(c->row.id, used);
                if (!r.taken()) throw failure{"the sign-off can no longer be used: " + r.why};
                c = latest(chain);
            }
            all.push_back({c->row, c->events});
        }
        return all;
    }
    catch (record::store_failure const& e) {
        throw failure{e.what()};
    }
}

int run_case(case_options const& o)
{
    try {
        if (o.action == "keygen") {
            print(json{{"key", record::to_hex(make_key_file(o.out))}}.dump() + "\n");
            return fine;
        }
        if (o.action == "export") return export_cases(o);
        read_standard_input_once({o.contract, o.request, o.keys});
        std::optional<contract> const c = valid_contract(read_source(o.contract), "no case is run under it");
        if (!c) return not_valid;
        return case_call{o, c->rules}.run();
    }
    catch (record::store_failure const& e) {
        throw failure{e.what()};
    }
}

}  // namespace redline::tool
