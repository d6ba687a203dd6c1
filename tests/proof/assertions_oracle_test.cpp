// Random assertions hold or are broken as an oracle that tries every request has it, and every witness is one.
// REDLINE_CONTRACTS makes the run shorter or longer: so many contracts, four assertions each.
#include "oracle/generate_assertion.hpp"
#include "oracle/generate_small.hpp"
#include "proof/witness_words.hpp"
#include "redline/core/proof/memory.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

namespace {

using namespace redline_test;

constexpr std::size_t assertions_each = 4;

struct tally {
    std::size_t held = 0, broken = 0, attainable_held = 0, attainable_broken = 0, without = 0, left_out = 0;

    void add(oracle::assertion const& a, bool holds)
    {
        bool const attainable = a.kind == oracle::assertion_kind::attainable;
        ++(holds ? held : broken);
        attainable_held += attainable && holds ? 1u : 0u;
        attainable_broken += attainable && !holds ? 1u : 0u;
        without += a.without.empty() ? 0u : 1u;
    }
};

/// Assertions that the oracle can try, and whether they hold.
std::vector<std::pair<oracle::assertion, bool>> due_assertions(oracle::contract const& model, oracle::dice& dice,
                                                               tally& seen)
{
    std::vector<std::pair<oracle::assertion, bool>> due;
    for (std::size_t i = 0; i < assertions_each; ++i) {
        oracle::assertion const a = random_assertion(model, dice);
        if (space_size(model, conditions_of(a)) > 100'000) {
            ++seen.left_out;
            continue;
        }
        due.emplace_back(a, holds(model, a));
        seen.add(a, due.back().second);
    }
    return due;
}

/// A contract that has what assertions speak of as log terms and definitions: it loads, be they broken or not.
class assertions_apart {
public:
    assertions_apart(std::string const& contract_text, std::vector<std::pair<oracle::assertion, bool>> const& due)
    {
        std::string text = contract_text;
        for (std::size_t i = 0; i < due.size(); ++i) {
            oracle::assertion const& a = due[i].first;
            text += std::to_string(900'000 + i) + " log permitted to agency for " + print(a.over) +
                    (a.when ? " when " + print(*a.when) : "") + ";\n";
            if (a.without.empty()) continue;
            text += "define left_out_" + std::to_string(i) + " as ";
            for (std::size_t k = 0; k < a.without.size(); ++k) text += (k == 0 ? "" : " or ") + print(a.without[k]);
            text += ";\n";
        }
        loaded_ = load(text);
        if (!loaded_.ok) throw std::logic_error{text};
    }
    redline::rule_set const& rules() const { return loaded_.rules; }
    redline::assertion_entry entry(std::size_t i, oracle::assertion const& a) const
    {
        redline::assertion_entry entry{};
        entry.claim = static_cast<redline::assertion_claim>(a.kind);
        entry.outcome = static_cast<redline::outcome>(a.outcome);
        for (redline::term_entry const& t : rules().terms)
            if (rules()(t.label) == std::to_string(900'000 + i)) entry.scope = t.scope, entry.when = t.when;
        redline::symbol const* const items =
            find_name(rules(), redline::name_space::names, "left_out_" + std::to_string(i));
        if (items != nullptr) entry.without = rules().definitions[items->index].condition;
        return entry;
    }

private:
    contract loaded_;
};

/// The requests that break assertions, from a proof whose variables are in an order for one use or for all, and that works
/// outcomes out once or not; none where one holds.
std::vector<std::optional<oracle::request>> witnesses(redline::rule_set const& rules,
                                                      std::vector<redline::assertion_entry> const& all, bool share,
                                                      std::uint32_t use)
{
    redline::proof::contract_proof proof{rules, {}, {false, nullptr, use}};
    redline::proof::space const& in = proof.requests();
    if (share) proof.proves().share_outcomes();
    redline::request_memory request{rules, 1};
    std::vector<std::optional<oracle::request>> found;
    for (redline::assertion_entry const& a : all) {
        redline::proof::proof_result const r = use == redline::none ? proof.proves().prove(a)
                                                                    : proof.proves().prove(a, use);
        REQUIRE(r.is != redline::proof::answer::too_large);
        found.emplace_back();
        if (r.is == redline::proof::answer::holds) continue;
        give_cells(in, proof.proves().cells(), in.uses[r.use], 0, request.view());
        found.back() = as_model(rules, request.view());
    }
    return found;
}

/// Whether the outcome of a request, as `decide` has it, is one that breaks an assertion.
bool is_wrong(oracle::assertion const& a, redline::outcome o)
{
    if (a.kind == oracle::assertion_kind::attainable) return o != redline::outcome::permitted;
    return (static_cast<oracle::outcome>(o) == a.outcome) == (a.kind == oracle::assertion_kind::never);
}

}  // namespace

TEST_CASE("assertions hold or are broken as the oracle has it", "[proof][assertions]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 1000);
    tally seen;
    for (std::uint64_t seed = 0; seed < contracts; ++seed) {
        std::mt19937_64 rng{seed};
        oracle::dice dice{rng};
        oracle::contract const model = oracle::generate_small_contract(rng, 5000);
        std::string const text = print(model);
        auto const due = due_assertions(model, dice, seen);
        std::string all;
        for (auto const& one : due) all += print(one.first);
        INFO("seed " << seed << "\n" << text << all);

        std::map<std::size_t, std::string> const found = broken_assertions(text, all);
        for (std::size_t i = 0; i < due.size(); ++i) {
            auto const& [a, holds] = due[i];
            auto const words = found.find(i);
            INFO(print(a) << (words == found.end() ? "holds" : words->second));
            REQUIRE((words == found.end()) == holds);
            if (holds) continue;
            std::optional<decided_words> const witness = decide_words(text, words->second);
            REQUIRE(witness);
            REQUIRE(is_wrong(a, witness->outcome));
            REQUIRE(breaks(model, a, witness->model));
        }
    }
    CAPTURE(seen.held, seen.broken, seen.attainable_held, seen.attainable_broken, seen.without, seen.left_out);
    // No run tests only one way, and few assertions are too large for the oracle.
    for (std::size_t const often : {seen.held, seen.broken, seen.attainable_broken, seen.without})
        CHECK(often > contracts / 5);
    CHECK(seen.attainable_held > contracts / 20);
    CHECK(seen.left_out < contracts / 10);
}

TEST_CASE("a proof answers alike whatever its order, and whether it shares outcomes", "[proof][assertions]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 1000);
    tally seen;
    for (std::uint64_t seed = 1'000'000; seed < 1'000'000 + contracts; ++seed) {
        std::mt19937_64 rng{seed};
        oracle::dice dice{rng};
        oracle::contract const model = oracle::generate_small_contract(rng, 5000);
        std::string const text = print(model);
        auto const due = due_assertions(model, dice, seen);
        assertions_apart const apart{text, due};
        std::vector<redline::assertion_entry> entries;
        for (std::size_t i = 0; i < due.size(); ++i) entries.push_back(apart.entry(i, due[i].first));
        for (bool const share : {false, true}) {
            std::vector<bool> broken_for_some_use(due.size());
            auto const check = [&](std::uint32_t use) {
                auto const found = witnesses(apart.rules(), entries, share, use);
                for (std::size_t i = 0; i < due.size(); ++i) {
                    auto const& [a, holds] = due[i];
                    INFO("seed " << seed << ", shared " << share << ", use " << use << "\n" << text << print(a));
                    if (use == redline::none) REQUIRE(found[i].has_value() != holds);
                    if (!found[i]) continue;
                    broken_for_some_use[i] = true;
                    INFO(print_json(*found[i]));
                    model_decider decide{apart.rules()};
                    REQUIRE(is_wrong(a, static_cast<redline::outcome>(decide(*found[i]).outcome)));
                    REQUIRE(breaks(model, a, *found[i]));
                }
            };
            for (std::uint32_t u = 0; u <= apart.rules().uses.size; ++u) check(u);
            for (std::size_t i = 0; i < due.size(); ++i) {
                INFO("seed " << seed << ", shared " << share << "\n" << text << print(due[i].first));
                REQUIRE(broken_for_some_use[i] != due[i].second);
            }
            check(redline::none);
        }
    }
    CHECK(seen.broken > contracts / 5);
    CHECK(seen.held > contracts / 5);
}
