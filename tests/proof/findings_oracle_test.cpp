// What random contracts say in vain is what an oracle finds that looks at every request.
// REDLINE_CONTRACTS makes the run shorter or longer.
#include "oracle/generate_small.hpp"
#include "oracle/print.hpp"
#include "oracle/warnings.hpp"
#include "redline/core/proof/findings.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

namespace {

using namespace redline_test;
namespace oracle = redline_oracle;
using redline::finding_kind;

/// What was found, by label or name; names that nothing uses are no part of the oracle.
struct found_in {
    std::map<std::string, std::set<finding_kind>> terms;
    std::map<std::string, std::string> anticipated_by;
    std::set<std::string> short_evidence, one_party_chains;

    explicit found_in(redline::rule_set const& rules)
    {
        redline::contract_findings const all = find_in(rules);
        REQUIRE(all.complete);
        auto const label = [&](std::uint32_t term) { return std::string{rules(rules.terms[term].label)}; };
        for (redline::finding const& f : all.found) {
            bool once = true;
            switch (f.kind) {
            case finding_kind::unused_name: break;
            case finding_kind::evidence_lapses: once = short_evidence.insert(std::string{rules(f.name)}).second; break;
            case finding_kind::one_party_chain:
                once = one_party_chains.insert(std::string{rules(f.name)}).second;
                break;
            case finding_kind::anticipated: anticipated_by[label(f.subject)] = label(f.other); [[fallthrough]];
            default: once = terms[label(f.subject)].insert(f.kind).second; break;
            }
            CHECK(once);
        }
    }
};

/// Whether a term's scope is of no use at all: then its `when` is not what can't be true ("a `when` that can't be true").
/// The oracle looks at scope and `when` together, and says so of these too.
bool covers_nothing(oracle::columns const& of, oracle::term const& t)
{
    return t.over && !is_anywhere(of.scope(*t.over), oracle::truth::yes);
}

struct tally {
    std::map<finding_kind, std::size_t> terms;
    std::size_t short_evidence = 0, one_party = 0, several_anticipate = 0, nothing_covered = 0;
};

std::set<finding_kind> kinds_of(oracle::term_findings const& f, bool nothing_covered)
{
    std::set<finding_kind> kinds;
    if (f.never_has_a_say) kinds.insert(finding_kind::never_has_a_say);
    if (!f.anticipated_by.empty()) kinds.insert(finding_kind::anticipated);
    if (f.when_never_true && !nothing_covered) kinds.insert(finding_kind::when_never_true);
    if (f.covered_whole) kinds.insert(finding_kind::permit_covered);
    if (f.permits_unlawful) kinds.insert(finding_kind::permit_without_lawful);
    return kinds;
}

}  // namespace

TEST_CASE("findings are the oracle's", "[proof][findings]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 1000);
    tally seen;
    for (std::uint64_t seed = 0; seed < contracts; ++seed) {
        std::mt19937_64 rng{seed};
        oracle::contract const model = oracle::generate_small_contract(rng);
        std::string const text = print(model);
        contract const loaded = load(text);
        INFO("seed " << seed << "\n" << text);
        REQUIRE(loaded.ok);
        found_in const found{loaded.rules};
        oracle::findings const due = find_warnings(model);
        oracle::space const over = complete_space(model);
        oracle::columns const of{model, over};

        for (oracle::term const& t : model.terms) {
            oracle::term_findings const& of_term = due.terms.at(t.label);
            bool const nothing_covered = covers_nothing(of, t);
            std::set<finding_kind> const kinds = kinds_of(of_term, nothing_covered);
            auto const at = found.terms.find(t.label);
            INFO("term " << t.label);
            REQUIRE((at == found.terms.end() ? std::set<finding_kind>{} : at->second) == kinds);
            for (finding_kind const k : kinds) ++seen.terms[k];
            seen.nothing_covered += nothing_covered ? 1u : 0u;
            seen.several_anticipate += of_term.anticipated_by.size() > 1 ? 1u : 0u;
            if (kinds.count(finding_kind::anticipated) == 0) continue;
            std::string const& other = found.anticipated_by.at(t.label);
            INFO("anticipated by " << other);
            REQUIRE(of_term.anticipated_by.count(other) == 1);
        }
        REQUIRE(found.short_evidence == due.short_evidence);
        REQUIRE(found.one_party_chains == due.one_party_chains);
        seen.short_evidence += due.short_evidence.size();
        seen.one_party += due.one_party_chains.size();
    }
    for (finding_kind const k :
         {finding_kind::never_has_a_say, finding_kind::anticipated, finding_kind::when_never_true,
          finding_kind::permit_covered, finding_kind::permit_without_lawful}) {
        INFO("kind " << static_cast<int>(k));
        CHECK(seen.terms[k] > contracts / 50);
    }
    CHECK(seen.short_evidence > contracts / 50);
    CHECK(seen.one_party > contracts / 50);
    CHECK(seen.several_anticipate > contracts / 50);
    CHECK(seen.nothing_covered > 0);
}
