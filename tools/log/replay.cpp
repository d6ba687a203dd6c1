// `redline log replay`: every logged decision decided again, under its contract, and under a draft.
#include "logged_request.hpp"
#include "record_view.hpp"

#include "../characters.hpp"
#include "../output.hpp"
#include "../status.hpp"
#include "../valid_contract.hpp"

#include "redline/core/align_request.hpp"
#include "redline/core/decide.hpp"
#include "redline/core/duration.hpp"
#include "redline/record/log_record.hpp"

#include <memory>

namespace redline::tool {

namespace {

/// How what comes out now compares with what was logged.
enum class replayed : std::uint8_t { same, stricter, milder, otherwise, unknown };
constexpr char const* names_of_replayed[] = {"the same", "stricter", "milder", "otherwise", "unknown"};

std::optional<outcome> outcome_named(std::string const& name)
{
    for (outcome const o : {outcome::permitted, outcome::paused, outcome::prohibited})
        if (name == name_of(o)) return o;
    return std::nullopt;
}

/// Whether facts that are masked could make a decision another one: only where it waits for one of them. Learning more never
/// changes what is permitted or prohibited, nor a pause that nothing masked is pending of.
bool rests_on_masked(decision const& d, std::vector<std::uint32_t> const& masked)
{
    for (std::uint32_t const f : masked)
        if (d.pending.facts.contains(f)) return true;
    return false;
}

/// A contract, and what it takes to decide requests of records under it.
struct decider {
    explicit decider(contract c)
        : of{std::move(c)}, digest{digest_text(of.rules)}, request{of.rules}, work{of.rules}, writer{of.rules}
    {}

    contract of;
    std::string digest;
    logged_request request;
    workspace work;
    record::record_writer writer;
};

/// A draft that requests of other contracts are decided under.
struct draft_decider {
    explicit draft_decider(contract c)
        : of{std::move(c)}, request{of.rules, request_reader::most_uses(of.rules)}, work{of.rules}
    {}

    contract of;
    request_memory request;
    workspace work;
};

class replaying {
public:
    explicit replaying(log_command_options const& o) : o_{o}, as_json_{o.format == "json"} {}

    int run()
    {
        if (!load()) return not_valid;
        record::log_report const r = read_records(o_, "replay", [&](record_view const& one) { take(one); });
        report();
        bool const all_same = counts_[0] == total_ && (!draft_ || against_[0] == total_);
        return r.whole() && all_same ? fine : not_valid;
    }

private:
    bool load()
    {
        for (std::string const& file : o_.contracts) {
            std::optional<contract> c = valid_contract(read_source(file), "nothing is decided under it");
            if (!c) return false;
            contracts_.push_back(std::make_unique<decider>(std::move(*c)));
        }
        if (!o_.on.empty() && !read_date(o_.on, on_)) throw failure{"`--on` is no day; expected one as 2026-06-01"};
        if (o_.against.empty()) return true;
        std::optional<contract> c = valid_contract(read_source(o_.against), "nothing is compared with it");
        if (!c) return false;
        draft_ = std::make_unique<draft_decider>(std::move(*c));
        for (auto const& before : contracts_) {
            incomparable_pair const pair = incomparable_names(before->of.rules, draft_->of.rules);
            if (!pair) continue;
            std::string why;
            proof::string_words out{why};
            write_incomparable(out, pair, before->of.rules, draft_->of.rules);
            say_why_not("log replay", why, as_json_);
            return false;
        }
        return true;
    }

    void take(record_view const& one)
    {
        ++total_;
        decider* under = nullptr;
        for (auto const& c : contracts_)
            if (c->digest == one.digest) under = c.get();
        if (under == nullptr) {
            ++others_;
            say(one, replayed::unknown,
                "it was decided under another contract, with the digest " + printable(one.digest));
            return;
        }
        std::optional<outcome> const logged = outcome_named(one.outcome);
        if (!logged || !under->request.read(one)) {
            ++counts_[static_cast<unsigned>(replayed::otherwise)];
            say(one, replayed::otherwise, logged ? under->request.why() : "its outcome is none");
            return;
        }
        again(one, *under, *logged);
        if (draft_) against(one, *under, *logged);
    }
    /// Under the contract that it was decided under.
    void again(record_view const& one, decider& under, outcome logged)
    {
        rule_set const& rules = under.of.rules;
        decision const d = decide(rules, under.request.view(), under.work.view());
        replayed how = compared(logged, d, under.request.masked());
        if (how == replayed::same && under.request.masked().empty()) {
            // All that the record says of the decision, and not its outcome alone.
            json const now = json::parse("{" + under.writer.entry(under.request.view(), d, {{}, one.at, {}}).members,
                                         nullptr, false);
            if (now["decision"] != one.all["decision"]) how = replayed::otherwise;
        }
        ++counts_[static_cast<unsigned>(how)];
        if (how == replayed::same) return;
        say(one, how,
            how == replayed::unknown ? "it rests on what is masked: " + masked_in(rules, d, under.request.masked())
                                     : "decided again, it is " + in_words(rules, d));
    }
    /// Under the draft.
    void against(record_view const& one, decider& under, outcome logged)
    {
        rule_set const& draft = draft_->of.rules;
        request_view& to = draft_->request.view();
        if (!align_request(under.of.rules, under.request.view(), draft, to)) {
            ++against_[static_cast<unsigned>(replayed::unknown)];
            say(one, replayed::unknown, "it has more uses than a request of the draft can have", true);
            return;
        }
        if (!o_.on.empty()) {
            to.has_date = true;
            to.date = on_;
        }
        if (in_effect(draft, to) == truth::no) ++not_in_effect_;
        std::vector<std::uint32_t> masked;
        for (std::uint32_t const f : under.request.masked()) {
            symbol const* const there =
                find_name(draft, name_space::names, under.of.rules(under.of.rules.facts[f].name));
            if (there != nullptr && there->kind == symbol_kind::fact) masked.push_back(there->index);
        }
        decision const d = decide(draft, to, draft_->work.view());
        replayed const how = compared(logged, d, masked);
        ++against_[static_cast<unsigned>(how)];
        if (how == replayed::same) return;
        say(one, how,
            how == replayed::unknown ? "under the draft, it rests on what is masked: " + masked_in(draft, d, masked)
                                     : "under the draft, it would have been " + in_words(draft, d),
            true);
    }
    static replayed compared(outcome logged, decision const& now, std::vector<std::uint32_t> const& masked)
    {
        if (rests_on_masked(now, masked)) return replayed::unknown;
        return now.outcome == logged ? replayed::same : now.outcome > logged ? replayed::stricter : replayed::milder;
    }

    static std::string in_words(rule_set const& rules, decision const& d)
    {
        std::string out{name_of(d.outcome)};
        if (d.outcome == outcome::prohibited) out.append(" (").append(name_of(d.ground)).append(")");
        bool first = true;
        for (std::uint32_t const t : d.by) {
            out.append(first ? " by " : ", ").append(rules(rules.terms[t].label));
            first = false;
        }
        return out;
    }
    static std::string masked_in(rule_set const& rules, decision const& d, std::vector<std::uint32_t> const& masked)
    {
        std::string out;
        for (std::uint32_t const f : masked)
            if (d.pending.facts.contains(f)) out.append(out.empty() ? "" : ", ").append(rules(rules.facts[f].name));
        return out;
    }
    void say(record_view const& one, replayed how, std::string const& what, bool of_draft = false)
    {
        if (!as_json_) {
            print("record " + std::to_string(one.number) + ": " + printable(one.outcome) + "; " + what + "\n");
            return;
        }
        differences_.push_back({{"number", one.number},
                                {"logged", printable(one.outcome)},
                                {"replayed", names_of_replayed[static_cast<unsigned>(how)]},
                                {"against", of_draft},
                                {"message", what}});
    }

    static std::string listed(std::uint64_t const (&counts)[5])
    {
        std::string out = std::to_string(counts[0]) + " the same";
        for (unsigned i = 1; i < 5; ++i)
            if (counts[i] != 0)
                out += ", " + std::to_string(counts[i]) +
                       (i == 4 ? " that cannot be told" : std::string{" "} + names_of_replayed[i]);
        return out;
    }
    static json counts_as_json(std::uint64_t const (&counts)[5])
    {
        return {{"same", counts[0]},
                {"stricter", counts[1]},
                {"milder", counts[2]},
                {"otherwise", counts[3]},
                {"unknown", counts[4]}};
    }
    void report()
    {
        if (as_json_) {
            json j = {{"records", total_}, {"under_other_contracts", others_}, {"replayed", counts_as_json(counts_)}};
            if (draft_) {
                j["against"] = counts_as_json(against_);
                j["not_in_effect"] = not_in_effect_;
            }
            j["differences"] = differences_;
            print(whole_text(j));
            return;
        }
        std::string out = std::to_string(total_) + " records: decided again, " + listed(counts_);
        if (others_ != 0) out += ", " + std::to_string(others_) + " under contracts that were not named";
        out += "\n";
        if (draft_) out += "under the draft: " + listed(against_) + "\n";
        print(out);
        if (not_in_effect_ != 0)
            complain("redline log replay: the draft is not in effect on the day of " + std::to_string(not_in_effect_) +
                     " requests, and covers none of them; `--on` decides them as of another day\n");
    }

    log_command_options const& o_;
    bool as_json_;
    day_number on_ = 0;
    std::vector<std::unique_ptr<decider>> contracts_;
    std::unique_ptr<draft_decider> draft_;
    std::uint64_t total_ = 0, others_ = 0, not_in_effect_ = 0;
    std::uint64_t counts_[5] = {}, against_[5] = {};  // by `replayed`
    json differences_ = json::array();
};

}  // namespace

int replay_log(log_command_options const& o) { return replaying{o}.run(); }

}  // namespace redline::tool
