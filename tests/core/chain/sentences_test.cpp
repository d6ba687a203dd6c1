// "What a sign-off chain is" of the language reference, sentence by sentence, in constant expressions and at run time.
#include "redline/chain.hpp"
#include "redline/redline.hpp"
#include "support/both.hpp"

namespace {

using namespace redline;

constexpr person_id ann = 1, bob = 2, cid = 3, dot = 4, eve = 5;

constexpr auto terms = compile([] {
    return R"(contract "T" version 1;
party agency; party vendor;
role lead of vendor; role counsel of agency; role officer of agency; role ombuds independent; role owner of agency;
use weapons; use analysis; mission routine; mission combat;
fact persons is count; fact urgent is flag; fact vetted is flag from agency; fact data is any of voice, image;
safeguard filter; evidence study from agency;
1 permit all lawful uses;
2 restrict weapons to signed by single;
3 restrict analysis to signed by single_use or asked of single_use and urgent;
signoff single { stage only: counsel; rests on persons; }
signoff everything { stage only: lead; }
signoff steps { stage first: lead within 2 days; stage second: 2 of counsel, officer, ombuds within 5 days; }
signoff pair { stage only: 2 signers of counsel; deputy officer for counsel; }
signoff apart { stage first: lead; stage second: any of counsel, lead; signers distinct; }
signoff mine { stage only: counsel; asker may sign; }
signoff kept { stage only: any of counsel, lead; not by owner; }
signoff party_kept { stage only: lead; not by agency; }
signoff helped { stage only: all of counsel, lead; deputy officer for counsel; deputy lead for counsel; deputy ombuds for officer; }
signoff taken_back { stage only: counsel; revocable by ombuds, vendor; }
signoff short { stage only: counsel; valid 1 day; }
signoff single_use { stage only: counsel; valid once; }
signoff first { stage a: lead within 2 days; stage b: all of counsel, officer within 1 day; late: escalate to board; refusal: escalate to board;
  signers distinct; not by owner; valid 3 days; revocable by ombuds; rests on persons; asker may sign; }
signoff board { stage a: any of ombuds, lead within 1 day; late: refuse; not by counsel; valid 2 days; rests on urgent; }
signoff lenient { stage a: lead; refusal: escalate to plain; }
signoff plain { stage a: lead; valid once; revocable by owner; }
)";
});
constexpr auto asked = terms.request().use("weapons").mission("combat").flag("lawful").count("persons", 5);

constexpr auto open(std::string_view chain, person_id asker = ann)
{
    return case_of(terms, chain).opened(asker, asked, 0);
}
constexpr event_fault fault(event_result const& r) { return r.fault; }
constexpr case_time day = in_days(1);

}  // namespace

TEST_CASE("stages run in order", "[chain]")
{
    REDLINE_BOTH(open("steps").open_stage() == "first");
    REDLINE_BOTH(fault(open("steps").signed_off(bob, "counsel", 1).last()) == event_fault::role_not_asked);
    REDLINE_BOTH(open("steps").signed_off(bob, "lead", 1).open_stage() == "second");
    REDLINE_BOTH(open("steps").signed_off(bob, "lead", 1).signed_off(cid, "counsel", 2).standing() ==
                 case_standing::open);
    REDLINE_BOTH(
        open("steps").signed_off(bob, "lead", 1).signed_off(cid, "counsel", 2).signed_off(dot, "ombuds", 3).complete());
}

TEST_CASE("a stage is met when its quorum of distinct roles has signed", "[chain]")
{
    constexpr auto one = open("steps").signed_off(bob, "lead", 1).signed_off(cid, "counsel", 2);
    constexpr auto again = [one] {
        auto c = one;
        return c.signed_off(dot, "counsel", 3);
    }();
    REDLINE_BOTH(fault(again.last()) == event_fault::role_acted);
    REDLINE_BOTH(again.value() == one.value());
}

TEST_CASE("N signers of R: N persons in that role", "[chain]")
{
    REDLINE_BOTH(open("pair").signed_off(bob, "counsel", 1).standing() == case_standing::open);
    REDLINE_BOTH(open("pair").signed_off(bob, "counsel", 1).signed_off(cid, "counsel", 2).complete());
    REDLINE_BOTH(fault(open("pair").signed_off(bob, "counsel", 1).signed_off(bob, "counsel", 2).last()) ==
                 event_fault::person_acted);
    // A deputy is one of the persons.
    REDLINE_BOTH(open("pair").signed_off(bob, "counsel", 1).signed_off(cid, "officer", 2, "counsel").complete());
}

TEST_CASE("within runs from when the stage opened, its last moment included", "[chain]")
{
    REDLINE_BOTH(open("steps").signed_off(bob, "lead", 2 * day).open_stage() == "second");
    REDLINE_BOTH(fault(open("steps").signed_off(bob, "lead", 2 * day + 1).last()) == event_fault::too_late);
    constexpr auto second = open("steps").signed_off(bob, "lead", day).signed_off(cid, "counsel", 6 * day);
    REDLINE_BOTH(second.all_taken());
    constexpr auto late = [second] {
        auto c = second;
        return c.signed_off(dot, "officer", 6 * day + 1);
    }();
    REDLINE_BOTH(fault(late.last()) == event_fault::too_late);
}

TEST_CASE("in one stage a role's first act, signature or refusal, stands, and a person counts once", "[chain]")
{
    constexpr auto refused = open("steps").signed_off(bob, "lead", 1).refused(cid, "counsel", 2);
    constexpr auto changed = [refused] {
        auto c = refused;
        return c.signed_off(cid, "counsel", 3);
    }();
    constexpr auto other = [refused] {
        auto c = refused;
        return c.signed_off(dot, "counsel", 3);
    }();
    constexpr auto twice = [refused] {
        auto c = refused;
        return c.signed_off(cid, "officer", 3);
    }();
    REDLINE_BOTH(fault(changed.last()) == event_fault::person_acted);
    REDLINE_BOTH(fault(other.last()) == event_fault::role_acted);
    REDLINE_BOTH(fault(twice.last()) == event_fault::person_acted);
}

TEST_CASE("a refusal ends a stage once its quorum can no longer be met; of N signers, the first one does", "[chain]")
{
    REDLINE_BOTH(open("steps").signed_off(bob, "lead", 1).refused(cid, "counsel", 2).standing() == case_standing::open);
    REDLINE_BOTH(
        open("steps").signed_off(bob, "lead", 1).refused(cid, "counsel", 2).refused(dot, "ombuds", 3).standing() ==
        case_standing::refused);
    REDLINE_BOTH(open("pair").signed_off(bob, "counsel", 1).refused(cid, "counsel", 2).standing() ==
                 case_standing::refused);
}

TEST_CASE("late and refusal default to refuse", "[chain]")
{
    REDLINE_BOTH(open("steps").time_passed(2 * day).standing() == case_standing::open);
    REDLINE_BOTH(open("steps").time_passed(2 * day + 1).standing() == case_standing::refused);
    REDLINE_BOTH(open("single").refused(bob, "counsel", 1).standing() == case_standing::refused);
}

TEST_CASE("recused: the person's acts in the open stage are void, and the person is barred", "[chain]")
{
    constexpr auto out = open("steps").signed_off(bob, "lead", 1).signed_off(cid, "counsel", 2).recused(cid, 3);
    REDLINE_BOTH(out.all_taken());
    constexpr auto other = [out] {
        auto c = out;
        return c.signed_off(dot, "counsel", 4).signed_off(eve, "officer", 5);
    }();
    REDLINE_BOTH(other.complete());
    constexpr auto back = [out] {
        auto c = out;
        return c.signed_off(cid, "officer", 4);
    }();
    REDLINE_BOTH(fault(back.last()) == event_fault::barred_recused);
    constexpr auto again = [out] {
        auto c = out;
        return c.recused(cid, 4);
    }();
    REDLINE_BOTH(fault(again.last()) == event_fault::recused_before);
    // What was signed in an earlier stage stands.
    constexpr auto earlier = open("steps").signed_off(bob, "lead", 1).recused(bob, 2);
    REDLINE_BOTH(earlier.open_stage() == "second");
    // A refusal is void too.
    constexpr auto refusal = open("steps").signed_off(bob, "lead", 1).refused(cid, "counsel", 2).recused(cid, 3);
    constexpr auto met = [refusal] {
        auto c = refusal;
        return c.refused(dot, "ombuds", 4);
    }();
    REDLINE_BOTH(met.standing() == case_standing::open);
}

TEST_CASE("withdrawn by whoever asked: the chain has not been asked", "[chain]")
{
    REDLINE_BOTH(open("single").withdrawn(ann, 1).standing() == case_standing::withdrawn);
    REDLINE_BOTH(open("single").withdrawn(ann, 1).state_for(asked, 1) == chain_state::not_asked);
    REDLINE_BOTH(fault(open("single").withdrawn(bob, 1).last()) == event_fault::not_the_asker);
}

TEST_CASE("every event first applies whatever fell due before its time", "[chain]")
{
    // The first stage is late on day 2 and escalates; the board is late on day 3.
    REDLINE_BOTH(open("first").time_passed(2 * day + 1).open_stage() == "a");
    REDLINE_BOTH(open("first").signed_off(bob, "ombuds", 2 * day + 1).complete());
    REDLINE_BOTH(open("first").signed_off(bob, "ombuds", 3 * day).complete());
    REDLINE_BOTH(fault(open("first").signed_off(bob, "ombuds", 3 * day + 1).last()) == event_fault::too_late);
    REDLINE_BOTH(open("first").time_passed(9 * day).standing() == case_standing::refused);
}

TEST_CASE("an event that is refused says why and changes nothing", "[chain]")
{
    REDLINE_BOTH(fault(case_of(terms, "single").signed_off(bob, "counsel", 1).last()) == event_fault::not_opened);
    REDLINE_BOTH(fault(open("single").opened(ann, asked, 1).last()) == event_fault::already_opened);
    REDLINE_BOTH(fault(open("steps").time_passed(9).signed_off(bob, "lead", 8).last()) ==
                 event_fault::earlier_than_last);
    REDLINE_BOTH(fault(open("steps").signed_off(bob, "owner", 1).last()) == event_fault::role_not_asked);
    REDLINE_BOTH(fault(open("single").signed_off(bob, "counsel", 1).refused(cid, "counsel", 2).last()) ==
                 event_fault::ended);
    REDLINE_BOTH(fault(open("single").signed_off(bob, "counsel", 1).withdrawn(ann, 2).last()) == event_fault::ended);
    REDLINE_BOTH(fault(open("single").withdrawn(ann, 1).time_passed(2).last()) == event_fault::ended);
    REDLINE_BOTH(fault(case_of(terms, "single").opened(ann, terms.request(), 0).last()) == event_fault::no_request);
    // A late one changes nothing either: not even the time of the last event.
    constexpr auto fresh = open("steps");
    constexpr auto late = open("steps").signed_off(bob, "lead", 9 * day);
    REDLINE_BOTH(late.value() == fresh.value());
    constexpr auto in_time = open("steps").signed_off(bob, "lead", 9 * day).signed_off(bob, "lead", day);
    REDLINE_BOTH(in_time.open_stage() == "second");
    // Nor does one behind an escalation that fell due.
    REDLINE_BOTH(open("first").signed_off(bob, "owner", 2 * day + 1).value() == open("first").value());
}

TEST_CASE("an event names the stage it means, and another request is not signed", "[chain]")
{
    constexpr auto refusal = [](char const* field) {
        auto c = open("steps").signed_off(bob, "lead", 1).value();
        auto other = terms.request().use("weapons").mission("combat").flag("lawful").count("persons", 6);
        request_view const r = other.view();
        chain_event e{chain_event_kind::signed_off, cid, 1, 2};  // counsel
        std::uint32_t const first = terms.rules().chains[2].stages.first;
        if (field[0] == 's') e.stage = first;
        if (field[0] == 'r') e.request = &r;
        if (field[0] == 'n') e.stage = first + 1;
        return next(terms.rules(), c, e).result.fault;
    };
    REDLINE_BOTH(refusal("stage") == event_fault::stage_not_open);
    REDLINE_BOTH(refusal("request") == event_fault::another_request);
    REDLINE_BOTH(refusal("named") == event_fault::nothing);
}

TEST_CASE("whoever asks is barred, unless asker may sign", "[chain]")
{
    REDLINE_BOTH(fault(open("single").signed_off(ann, "counsel", 1).last()) == event_fault::barred_asker);
    REDLINE_BOTH(fault(open("single").refused(ann, "counsel", 1).last()) == event_fault::barred_asker);
    REDLINE_BOTH(open("mine").signed_off(ann, "counsel", 1).complete());
}

TEST_CASE("who acts in a role of not by is barred", "[chain]")
{
    REDLINE_BOTH(open("kept").signed_off(bob, "counsel", 1).complete());
    REDLINE_BOTH(fault(open("kept").acting(bob, "owner", 1).signed_off(bob, "counsel", 2).last()) ==
                 event_fault::barred_role);
    REDLINE_BOTH(open("kept").acting(bob, "owner", 1).signed_off(cid, "counsel", 2).complete());
    REDLINE_BOTH(open("kept").acting(bob, "lead", 1).signed_off(bob, "counsel", 2).complete());
    // Who asks in a role acts in it; of a party, in each of its roles.
    REDLINE_BOTH(fault(case_of(terms, "mine").opened(ann, asked, 0, "owner").signed_off(ann, "counsel", 1).last()) ==
                 event_fault::nothing);
    REDLINE_BOTH(fault(open("party_kept").acting(bob, "officer", 1).signed_off(bob, "lead", 2).last()) ==
                 event_fault::barred_role);
    REDLINE_BOTH(open("party_kept").acting(bob, "ombuds", 1).signed_off(bob, "lead", 2).complete());
}

TEST_CASE("under signers distinct, who signed an earlier stage is barred", "[chain]")
{
    REDLINE_BOTH(fault(open("apart").signed_off(bob, "lead", 1).signed_off(bob, "counsel", 2).last()) ==
                 event_fault::barred_signed);
    REDLINE_BOTH(fault(open("apart").signed_off(bob, "lead", 1).refused(bob, "counsel", 2).last()) ==
                 event_fault::barred_signed);
    REDLINE_BOTH(open("apart").signed_off(bob, "lead", 1).signed_off(cid, "lead", 2).complete());
    REDLINE_BOTH(open("steps").signed_off(bob, "lead", 1).signed_off(bob, "counsel", 2).all_taken());
}

TEST_CASE("deputies", "[chain]")
{
    REDLINE_BOTH(open("helped").signed_off(bob, "officer", 1, "counsel").signed_off(cid, "lead", 2).complete());
    REDLINE_BOTH(fault(open("helped").signed_off(bob, "officer", 1).last()) == event_fault::role_not_asked);
    // Deputies of deputies may not.
    REDLINE_BOTH(fault(open("helped").signed_off(bob, "ombuds", 1, "counsel").last()) == event_fault::not_a_deputy);
    // In one stage a role does not count both for itself and as a deputy.
    REDLINE_BOTH(fault(open("helped").signed_off(bob, "lead", 1).signed_off(cid, "lead", 2, "counsel").last()) ==
                 event_fault::role_in_both);
    REDLINE_BOTH(fault(open("helped").signed_off(bob, "lead", 1, "counsel").signed_off(cid, "lead", 2).last()) ==
                 event_fault::role_in_both);
}

TEST_CASE("revocable by: while the chain is open or complete, such a role makes it refused", "[chain]")
{
    REDLINE_BOTH(open("taken_back").revoked(bob, "ombuds", 1).standing() == case_standing::refused);
    REDLINE_BOTH(open("taken_back").signed_off(cid, "counsel", 1).revoked(bob, "ombuds", 2).standing() ==
                 case_standing::refused);
    REDLINE_BOTH(open("taken_back").revoked(bob, "lead", 1).standing() == case_standing::refused);
    REDLINE_BOTH(fault(open("taken_back").revoked(bob, "counsel", 1).last()) == event_fault::not_revocable_by);
    REDLINE_BOTH(fault(open("single").revoked(bob, "counsel", 1).last()) == event_fault::not_revocable_by);
    REDLINE_BOTH(fault(open("taken_back").refused(cid, "counsel", 1).revoked(bob, "ombuds", 2).last()) ==
                 event_fault::ended);
}

TEST_CASE("escalate to C opens a case of C of its own, with the same asker; its end is this chain's end", "[chain]")
{
    // At the deadline; the board's own deadline runs from there.
    constexpr auto escalated = open("first", eve).time_passed(2 * day + 5);
    REDLINE_BOTH(escalated.value().reading().open_chain() == 13u);
    REDLINE_BOTH(escalated.value().head().stage_opened == 2 * day);
    // At the refusal.
    constexpr auto refused = open("first", eve).refused(bob, "lead", 7);
    REDLINE_BOTH(refused.value().head().stage_opened == 7u);
    REDLINE_BOTH(open("first", eve).refused(bob, "lead", 7).signed_off(cid, "ombuds", 8).complete());
    REDLINE_BOTH(
        open("first", eve).refused(bob, "lead", 7).refused(cid, "ombuds", 8).refused(dot, "lead", 9).standing() ==
        case_standing::refused);
    // The asker of the board is the same, and may not sign there although the first chain would let her.
    REDLINE_BOTH(fault(open("first", eve).refused(bob, "lead", 7).signed_off(eve, "ombuds", 8).last()) ==
                 event_fault::barred_asker);
}

TEST_CASE("earlier signatures do not count towards it; the bars of either chain hold", "[chain]")
{
    constexpr auto up = open("first").signed_off(bob, "lead", 1).refused(cid, "counsel", 2);
    REDLINE_BOTH(up.open_stage() == "a");
    REDLINE_BOTH(up.standing() == case_standing::open);
    constexpr auto by = [up](person_id p, char const* role) {
        auto c = up;
        return c.signed_off(p, role, 3).last().fault;
    };
    REDLINE_BOTH(by(bob, "lead") == event_fault::barred_signed);
    REDLINE_BOTH(by(cid, "ombuds") == event_fault::barred_role);
    REDLINE_BOTH(by(dot, "ombuds") == event_fault::nothing);
    constexpr auto owner = [up] {
        auto c = up;
        return c.acting(dot, "owner", 3).signed_off(dot, "ombuds", 4).last().fault;
    }();
    REDLINE_BOTH(owner == event_fault::barred_role);
    // Recused from the first chain, recused from the second.
    REDLINE_BOTH(fault(open("first").recused(dot, 1).refused(bob, "lead", 2).signed_off(dot, "ombuds", 3).last()) ==
                 event_fault::barred_recused);
}

TEST_CASE("either chain's revocable by holds, its validity is the shorter, and once is of either", "[chain]")
{
    REDLINE_BOTH(open("first").refused(bob, "lead", 1).revoked(dot, "ombuds", 2).standing() == case_standing::refused);
    constexpr auto done = open("first").refused(bob, "lead", 0).signed_off(cid, "ombuds", 0);
    REDLINE_BOTH(done.complete());
    REDLINE_BOTH(holds_until(done.rules(), done.value().reading()) == 2 * day);
    REDLINE_BOTH(open("lenient").refused(bob, "lead", 1).revoked(dot, "owner", 2).standing() == case_standing::refused);
    REDLINE_BOTH(open("lenient").refused(bob, "lead", 1).signed_off(cid, "lead", 2).used(3).standing() ==
                 case_standing::used);
}

TEST_CASE("nobody sees the end of an escalated chain as that chain's own state", "[chain]")
{
    // The case is one of `first` alone: the chain it is asked for does not change.
    constexpr auto done = open("first").refused(bob, "lead", 1).signed_off(cid, "ombuds", 2);
    REDLINE_BOTH(done.value().head().chain == 12u);
}

TEST_CASE("a chain completed lapses after valid", "[chain]")
{
    constexpr auto done = open("short").signed_off(bob, "counsel", 5);
    REDLINE_BOTH(done.state_for(asked, 5 + day) == chain_state::complete);
    REDLINE_BOTH(done.state_for(asked, 6 + day) == chain_state::not_asked);
    constexpr auto later = [done] {
        auto c = done;
        return c.time_passed(6 + day);
    }();
    REDLINE_BOTH(later.standing() == case_standing::lapsed);
    REDLINE_BOTH(later.value().head().ended == 5 + day);
}

TEST_CASE("with once, when it is used", "[chain]")
{
    REDLINE_BOTH(open("single_use").signed_off(bob, "counsel", 1).used(2).standing() == case_standing::used);
    REDLINE_BOTH(open("single_use").signed_off(bob, "counsel", 1).used(2).state_for(asked, 2) ==
                 chain_state::not_asked);
    REDLINE_BOTH(open("single").signed_off(bob, "counsel", 1).used(2).used(3).complete());
    REDLINE_BOTH(fault(open("single_use").used(1).last()) == event_fault::not_complete);
    REDLINE_BOTH(fault(open("single_use").signed_off(bob, "counsel", 1).used(2).used(3).last()) == event_fault::ended);
}

TEST_CASE("used: recorded with a permitted decision that would not be permitted were it not complete", "[chain]")
{
    constexpr auto needs = [](auto request, char const* chain) {
        fixed_workspace<terms.sizes> memory;
        workspace_view work = memory.view();
        request_view r = request.view();
        return needs_completion(terms.rules(), r, find_name(terms.rules(), name_space::names, chain)->index, work);
    };
    constexpr auto analysis = terms.request().use("analysis").flag("lawful").signoff("single_use", "complete");
    REDLINE_BOTH(needs(analysis, "single_use"));
    constexpr auto urgent = [analysis] {
        auto r = analysis;
        return r.flag("urgent");
    }();
    REDLINE_BOTH(!needs(urgent, "single_use"));
    constexpr auto unlawful = terms.request().use("analysis").flag("lawful", false).signoff("single_use", "complete");
    REDLINE_BOTH(!needs(unlawful, "single_use"));
    REDLINE_BOTH(!needs(analysis, "single"));
}

TEST_CASE("one that ended can be asked again: that is a new case", "[chain]")
{
    REDLINE_BOTH(fault(open("single").withdrawn(ann, 1).opened(ann, asked, 2).last()) == event_fault::ended);
    REDLINE_BOTH(case_of(terms, "single").opened(ann, asked, 2).standing() == case_standing::open);
}

TEST_CASE("a sign-off holds for the use, the mission and the facts it was given for", "[chain]")
{
    constexpr auto done = open("everything").signed_off(bob, "lead", 1);
    constexpr auto state = [done](auto request) { return done.state_for(request, 1); };
    constexpr auto base = [] { return terms.request().use("weapons").mission("combat").flag("lawful"); };
    REDLINE_BOTH(state(asked) == chain_state::complete);
    REDLINE_BOTH(state(base().count("persons", 6)) == chain_state::not_asked);
    REDLINE_BOTH(state(base()) == chain_state::not_asked);
    // A fact becomes known.
    REDLINE_BOTH(state(base().count("persons", 5).flag("urgent", false)) == chain_state::not_asked);
    REDLINE_BOTH(state(base().count("persons", 5).has("data", "voice", false)) == chain_state::not_asked);
    // One that nobody attests is not known.
    REDLINE_BOTH(state(base().count("persons", 5).flag("vetted")) == chain_state::complete);
    REDLINE_BOTH(state(base().count("persons", 5).flag("vetted").attested("vetted", "officer")) ==
                 chain_state::not_asked);
    REDLINE_BOTH(state(terms.request().use("weapons").flag("lawful").count("persons", 5)) == chain_state::not_asked);
    REDLINE_BOTH(state(terms.request().use("analysis").mission("combat").flag("lawful").count("persons", 5)) ==
                 chain_state::not_asked);
    REDLINE_BOTH(
        state(terms.request().use("weapons").use("analysis").mission("combat").flag("lawful").count("persons", 5)) ==
        chain_state::not_asked);
    // Date, ages, safeguards and other chains never do.
    REDLINE_BOTH(state(base()
                           .count("persons", 5)
                           .date("2026-01-01")
                           .evidence("study", "3 days")
                           .safeguard("filter", "tested")
                           .signoff("single", "refused")) == chain_state::complete);
}

TEST_CASE("rests on names the only facts that do so; of an escalated one, those of either chain", "[chain]")
{
    constexpr auto done = open("single").signed_off(bob, "counsel", 1);
    constexpr auto base = [] { return terms.request().use("weapons").mission("combat"); };
    REDLINE_BOTH(done.state_for(base().count("persons", 5).flag("urgent"), 1) == chain_state::complete);
    REDLINE_BOTH(done.state_for(base().count("persons", 4).flag("lawful"), 1) == chain_state::not_asked);
    constexpr auto urgent = [](auto const& c) { return c.state_for(asked, 3); };
    constexpr auto also = terms.request().use("weapons").mission("combat").count("persons", 5).flag("urgent");
    REDLINE_BOTH(urgent(open("first")) == chain_state::opened);
    REDLINE_BOTH(open("first").state_for(also, 3) == chain_state::opened);
    REDLINE_BOTH(open("first").refused(bob, "lead", 2).state_for(also, 3) == chain_state::not_asked);
    // Also where the escalation falls due unseen.
    REDLINE_BOTH(open("first").state_for(also, 2 * day + 1) == chain_state::not_asked);
}

TEST_CASE("a sign-off holds under the contract's digest", "[chain]")
{
    constexpr auto under = [](std::uint8_t first, bool any) {
        rule_set rules = terms.rules();
        sha256_digest digest{};
        rules.digest = &digest;
        fixed_case<terms.sizes> c{0};
        auto request = asked;
        request_view const r = request.view();
        c = next(rules, c, {chain_event_kind::opened, ann, none, 0, none, none, &r}).after;
        digest.bytes[0] = first;
        if (!any) rules.digest = nullptr;
        event_fault const f = next(rules, c, {chain_event_kind::signed_off, bob, 1, 1}).result.fault;
        return f == event_fault::nothing && state_for(rules, c, r, 1) == chain_state::opened ? event_fault::nothing : f;
    };
    REDLINE_BOTH(under(0, true) == event_fault::nothing);
    REDLINE_BOTH(under(1, true) == event_fault::another_contract);
    REDLINE_BOTH(under(0, false) == event_fault::another_contract);
}

TEST_CASE("a chain's state is a plain value, which one pure function takes from event to event", "[chain]")
{
    constexpr auto before = open("single").value();
    constexpr auto after = next(terms.rules(), before, {chain_event_kind::signed_off, bob, 1, 1}).after;
    REDLINE_BOTH(before.standing() == case_standing::open);
    REDLINE_BOTH(after.standing() == case_standing::complete);
    static_assert(std::is_trivially_copyable_v<std::remove_const_t<decltype(after)>>);
    static_assert(noexcept(next(terms.rules(), before, chain_event{})));
}

TEST_CASE("a case that is full refuses what it can't keep, and changes nothing", "[chain]")
{
    constexpr auto full = [] {
        fixed_case<terms.sizes, 2> c{std::uint32_t{3}};  // pair
        auto request = asked;
        request_view const r = request.view();
        c = next(terms.rules(), c, {chain_event_kind::opened, ann, none, 0, none, none, &r}).after;
        for (person_id p = 10; p < 12; ++p) c = next(terms.rules(), c, {chain_event_kind::recused, p, none, 1}).after;
        auto const [after, result] = next(terms.rules(), c, {chain_event_kind::signed_off, bob, 1, 2});
        return result.fault == event_fault::no_room && after == c;
    }();
    REDLINE_BOTH(full);
}

TEST_CASE("every reason has a sentence", "[chain]")
{
    for (unsigned i = 0; i <= static_cast<unsigned>(event_fault::no_room); ++i)
        CHECK_FALSE(sentence(static_cast<event_fault>(i)).empty());
}
