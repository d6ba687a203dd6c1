// What changed terms of random drafts do is what comes out when every set of the changes is made, for every request.
// REDLINE_CONTRACTS makes the run shorter or longer: so many pairs.
#include "oracle/attribution.hpp"
#include "oracle/mutate.hpp"
#include "oracle/print.hpp"
#include "proof/request_model.hpp"
#include "redline/core/proof/attribution.hpp"
#include "redline/core/proof/words_missions.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <tuple>

namespace {

using namespace redline_test;
using oracle::outcome;

/// Use, from, to, the term's place among the matches; whether it ever does it by itself, ever only with others; which.
struct effect {
    bool alone = false, together = false;
    std::set<std::size_t> with;
    friend bool operator==(effect const&, effect const&) = default;
};
using effects = std::map<std::tuple<std::string, outcome, outcome, std::size_t>, effect>;
/// Of terms that change nothing: the term, the side, use, what it is, and what it would be.
using counterfactuals = std::set<std::tuple<std::size_t, unsigned, std::string, outcome, outcome>>;

oracle::term const* term_named(oracle::contract const& c, std::string_view label)
{
    for (oracle::term const& t : c.terms)
        if (t.label == label) return &t;
    return nullptr;
}

std::string dump(effects const& all)
{
    std::string text;
    for (auto const& [key, e] : all) {
        auto const& [use, from, to, term] = key;
        text += use + ": " + dump(from) + " to " + dump(to) + " by " + std::to_string(term) +
                (e.alone ? " alone" : "") + (e.together ? " together" : "") + ", with";
        for (std::size_t const w : e.with) text += " " + std::to_string(w);
        text += "\n";
    }
    return text;
}

struct made {
    std::vector<redline::term_match> matches;
    effects all;
    counterfactuals idle;
};

/// What the library has, by place among the matches; witnesses are tried.
made found(redline::contract_comparison const& of)
{
    made m;
    m.matches = redline::match_terms(of.before(), of.after(),
                                     [](redline::term_kind k) { return k <= redline::term_kind::trigger; });
    redline::changed_terms const terms{of};
    REQUIRE(terms.complete());
    auto const place = [&](redline::changed_term const& t) {
        auto const at = std::find(m.matches.begin(), m.matches.end(), t.terms);
        return static_cast<std::size_t>(at - m.matches.begin());  // the days lie behind all
    };
    for (redline::changed_term const& t : terms.terms()) {
        for (redline::term_effect const& e : t.effects) {
            redline::outcome_change const& c = of.outcomes().changes()[e.change];
            redline::proof::space const& in = c.proof->requests();
            redline::proof::set_operations const sets{c.proof->nodes()};
            REQUIRE(sets.subtract(e.region, c.region) == 0);
            REQUIRE(sets.subtract(e.alone, e.region) == 0);
            effect is{e.alone != 0, sets.subtract(e.region, e.alone) != 0, {}};
            for (std::uint32_t const other : e.with) is.with.insert(place(terms.terms()[other]));
            std::string const use = redline::proof::name_of_kind(in, redline::name_space::uses, in.uses[c.use]);
            bool const fresh =
                m.all.emplace(std::tuple{use, outcome(int(c.from)), outcome(int(c.to)), place(t)}, is).second;
            REQUIRE(fresh);
        }
        for (auto const& [side, list] : {std::pair{0u, &t.alone}, std::pair{1u, &t.left_out}})
            for (redline::outcome_without const& o : *list) {
                redline::proof::space const& in = o.proof->requests();
                m.idle.emplace(place(t), side,
                               redline::proof::name_of_kind(in, redline::name_space::uses, in.uses[o.use]),
                               outcome(int(o.is)), outcome(int(o.would)));
            }
    }
    return m;
}

/// The same by enumeration.
void enumerate(oracle::partial_drafts const& drafts, oracle::joint_space const& over, effects& all,
               counterfactuals& idle)
{
    std::uint64_t const every = (std::uint64_t{1} << drafts.changes()) - 1;
    std::vector<oracle::request> const& uses = over.both.dimensions.front().values;
    std::vector<bool> helps(drafts.changes());
    for (std::size_t r = 0; r < drafts.size(); ++r) {
        std::string const& use = uses[r / (drafts.size() / uses.size())].uses.front();
        std::vector<std::uint64_t> const sets = drafts.smallest(r);
        for (std::size_t t = 0; t < drafts.changes(); ++t) {
            bool in_some = false, alone = false;
            std::set<std::size_t> with;
            for (std::uint64_t const s : sets) {
                if ((s >> t & 1) == 0) continue;
                in_some = true;
                alone = alone || std::popcount(s) == 1;
                for (std::size_t o = 0; o < drafts.changes(); ++o)
                    if (o != t && (s >> o & 1) != 0) with.insert(o);
            }
            if (!in_some) continue;
            helps[t] = true;
            effect& e = all[{use, drafts.with(0, r), drafts.with(every, r), t}];
            (alone ? e.alone : e.together) = true;
            e.with.insert(with.begin(), with.end());
        }
    }
    for (std::size_t r = 0; r < drafts.size(); ++r) {
        std::string const& use = uses[r / (drafts.size() / uses.size())].uses.front();
        for (std::size_t t = 0; t < drafts.changes(); ++t) {
            if (helps[t]) continue;
            std::uint64_t const one = std::uint64_t{1} << t;
            outcome const old = drafts.with(0, r), would = drafts.with(one, r);
            if (old != would) idle.emplace(t, 0u, use, old, would);
            outcome const now = drafts.with(every, r), without = drafts.with(every & ~one, r);
            if (now != without) idle.emplace(t, 1u, use, now, without);
        }
    }
}

}  // namespace

TEST_CASE("what each changed term does is what comes out when every set of changes is made", "[proof][comparison]")
{
    std::size_t const pairs = number_from("REDLINE_CONTRACTS", 400);
    std::size_t alone = 0, together = 0, both = 0, idle = 0, days = 0;
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
        std::mt19937_64 rng{seed};
        auto [before, after] = oracle::generate_small_pair(rng, 4000);
        oracle::dice d{rng};
        oracle::contract const more = mutated(mutated(after, d), d);  // more changes that meet
        if (space_size(before, more) <= 4000) after = more;
        std::string const text = print(before), next = print(after);
        contract const was = load(text), is = load(next);
        INFO("seed " << seed << "\n" << text << "\n" << next);
        REQUIRE(was.ok);
        if (!is.ok || !not_comparable(before, after).empty()) continue;

        redline::contract_comparison const compared = redline::compare(was.rules, is.rules);
        made const m = found(compared);
        std::vector<oracle::term_pair> terms;
        for (redline::term_match const& t : m.matches)
            terms.push_back(
                {t.before == redline::none ? nullptr : term_named(before, was.rules(was.rules.terms[t.before].label)),
                 t.after == redline::none ? nullptr : term_named(after, is.rules(is.rules.terms[t.after].label))});
        oracle::joint_space const over = complete_space(before, after);
        effects due;
        counterfactuals without;
        enumerate({before, after, terms, over}, over, due, without);
        INFO("oracle:\n" << dump(due) << "library:\n" << dump(m.all));
        REQUIRE(m.all == due);
        // Of a term that reads the same and of the days, nothing is said where they change nothing.
        for (auto const& one : m.idle) REQUIRE(without.contains(one));
        for (auto const& one : without) {
            std::size_t const t = std::get<0>(one);
            if (t == terms.size() || m.idle.contains(one)) continue;
            bool const written_alike = m.matches[t].before != redline::none && m.matches[t].after != redline::none &&
                                       redline::proof::body_of(was.rules, m.matches[t].before) ==
                                           redline::proof::body_of(is.rules, m.matches[t].after);
            REQUIRE(written_alike);
        }
        for (auto const& [key, e] : due) {
            alone += e.alone && !e.together ? 1u : 0u;
            together += !e.alone ? 1u : 0u;
            both += e.alone && e.together ? 1u : 0u;
            days += std::get<3>(key) == terms.size() ? 1u : 0u;
        }
        idle += m.idle.size();
    }
    CHECK(alone > pairs / 2);
    CHECK(together > pairs / 20);
    CHECK(both > pairs / 50);
    CHECK(idle > pairs / 20);
    CHECK(days > 0);
}
