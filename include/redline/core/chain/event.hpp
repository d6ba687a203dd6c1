// What can happen to a sign-off chain, and why an event is refused.
#pragma once

#include "../request.hpp"

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1 {

/// A person, as whoever runs chains numbers them; Redline only asks whether two are the same.
using person_id = std::uint64_t;

/// A time in seconds from a moment that whoever runs chains chooses, such as Unix time. A contract's durations are minutes.
using case_time = std::uint64_t;

/// A time that never comes.
inline constexpr case_time no_time = ~case_time{0};

/// The time so many minutes after another; `no_time` for `unlimited`, and for what no longer fits. constexpr, no heap.
constexpr case_time minutes_after(case_time from, std::uint64_t minutes) noexcept
{
    return minutes > (no_time - from) / 60 ? no_time : from + minutes * 60;
}

/// The events of language reference, "What a sign-off chain is", in its order.
enum class chain_event_kind : std::uint8_t {
    opened,       // somebody asks for the sign-off
    acting,       // a person acts in a role for this case
    signed_off,   // called *signed* there, which is a word of C++
    refused,      // a person refuses in a role
    recused,      // a person takes no part: their acts in the open stage are void, and they are barred
    withdrawn,    // whoever asked no longer does
    revoked,      // a role of `revocable by` takes it back
    used,         // recorded with a permitted decision that needed it; see `needs_completion`
    time_passed,  // nothing but that
};
/// The kinds of events in words, by their number in `chain_event_kind`.
inline constexpr std::string_view chain_event_names[] = {"opened",    "acting",  "signed", "refused",    "recused",
                                                         "withdrawn", "revoked", "used",   "time passed"};
/// A kind of event in words. Never empty; constexpr, no heap.
constexpr std::string_view name_of(chain_event_kind k) noexcept { return chain_event_names[static_cast<unsigned>(k)]; }

/// An event of a case. A plain value; what `request` points to is the caller's.
struct chain_event {
    chain_event_kind kind = chain_event_kind::time_passed;
    person_id person = 0;  // means nothing where time passed
    /// The role that the person acts in. `none` where it doesn't matter: when withdrawing, recusing and using, and, where
    /// whoever asks acts in no role, when opening.
    std::uint32_t role = none;
    case_time at = 0;
    /// For a deputy who signs or refuses, the role in whose place; else `none`.
    std::uint32_t in_place_of = none;
    /// The stage that is meant, of `rule_set::stages`; `none` for whichever is open. What names it can't fall on the next
    /// stage when somebody else was faster.
    std::uint32_t stage = none;
    /// The request that is meant. When opening, the one that the sign-off is asked for; else null where that is certain.
    request_view const* request = nullptr;
};

/// Why an event was refused. It then changed nothing.
enum class event_fault : std::uint8_t {
    nothing,            // it was taken
    no_such_chain,      // the case was not made for a chain of this contract
    not_opened,         // nobody has asked for the sign-off yet
    already_opened,     // it is asked for already, and open
    no_request,         // asked for without a valid request
    request_too_large,  // more uses than the case has room for
    earlier_than_last,  // than the event before
    ended,              // after the end
    too_late,           // the time of the stage was up, and with it the chain ended
    another_contract,   // the case stands under another contract, by its digest
    another_request,    // what the sign-off rests on has changed: what was signed is void for that request
    stage_not_open,     // the stage that is meant is not the open one
    unknown_role,       // no such role, or none where one has to be
    role_not_asked,     // the stage does not ask for that role
    not_a_deputy,       // the role is no deputy of the one in whose place it would act
    barred_recused,     // the person has recused themselves
    barred_asker,       // the person asked for the sign-off
    barred_role,        // `not by` bars a role that the person acts in for this case
    barred_signed,      // `signers distinct`, and the person signed an earlier stage
    role_acted,         // the role has signed or refused in this stage: its first act stands
    person_acted,       // the person has signed or refused in this stage: a person counts once
    role_in_both,       // the role acts for itself in this stage and would act as a deputy, or the reverse
    recused_before,     // the person has recused themselves already
    not_the_asker,      // only whoever asked can withdraw
    not_revocable_by,   // the role is not one of `revocable by`
    not_complete,       // only a complete sign-off can be used
    no_room,            // the memory for acts is full
};

/// A fault as a sentence, without a full stop. Never empty; constexpr, no heap.
constexpr std::string_view sentence(event_fault f) noexcept
{
    constexpr std::string_view sentences[] = {
        "it was taken",
        "the contract has no such sign-off chain",
        "nobody has asked for this sign-off yet",
        "this sign-off has been asked for already, and is open",
        "a sign-off is asked for with a valid request",
        "the request has more uses than there is room for",
        "it is earlier than the last event of the case",
        "it comes after the end of the case; a sign-off that ended can be asked for again",
        "the time of the stage was up before, which ended the case",
        "the case stands under another version of the contract",
        "the case is for another request: what its sign-off rests on has changed, and what was signed is void",
        "the stage that is meant is not the open one",
        "no such role",
        "the open stage does not ask for this role",
        "the role is no deputy of the one in whose place it would act",
        "the person is barred: recused from this case",
        "the person is barred: whoever asks for a sign-off does not sign it",
        "the person is barred: acts for this case in a role of `not by`",
        "the person is barred: signed an earlier stage, and signers are distinct",
        "the role has acted in this stage already, and its first act stands",
        "the person has acted in this stage already, and counts once",
        "in one stage a role does not act both for itself and as a deputy",
        "the person is recused from this case already",
        "only whoever asked for a sign-off withdraws it",
        "the chain is not revocable by this role",
        "only a complete sign-off is used",
        "there is no room for further acts",
    };
    return sentences[static_cast<unsigned>(f)];
}

/// Whether an event was taken, and where it was not, why.
struct event_result {
    event_fault fault = event_fault::nothing;
    /// The chain by whose rule a person is barred or a role in both, and the stage is too late; else `none`.
    std::uint32_t chain = none;
    /// The barred role that the person acts in, or the role that acted; else `none`.
    std::uint32_t role = none;

    /// Whether the event was taken; where not, `fault` says why.
    constexpr bool taken() const noexcept { return fault == event_fault::nothing; }
    friend constexpr bool operator==(event_result const&, event_result const&) = default;
};

}  // namespace redline::inline v0_1
