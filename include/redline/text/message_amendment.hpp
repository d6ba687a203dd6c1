// What is wrong with an amendment, or with a contract that it is applied to, in words.
#pragma once

#include "diagnostic.hpp"

namespace redline::inline v0_1::text::detail {

/// What `nothing_there` and `changed_twice` say of what a change names; `what` is "term", "use", "scenario", …
template <class Out>
constexpr void write_changed(Out& out, diagnostic const& d) noexcept
{
    out << d.detail << (d.detail.empty() ? "" : " ");
    out.quote(d.subject);
}

/// Writes the message of a diagnostic about amendments; nothing of another.
template <class Out>
constexpr void write_amendment_error(Out& out, diagnostic const& d) noexcept
{
    switch (d.is) {
    case code::is_amendment:
        out << "this is an amendment, and decides nothing by itself; expected the contract that it makes (`redline "
               "apply "
               "BASE AMENDMENT`)";
        break;
    case code::no_amendment:
        out << "expected `amendment \"…\" to \"…\" version N makes N;` at the start, found ";
        if (d.subject.empty()) out << "the end of the text";
        else out.quote(d.subject);
        break;
    case code::change_misplaced:
        out.quote(d.subject);
        out << " changes another text and may stand in an amendment only; here, state what holds";
        break;
    case code::bare_term:
        out << "term ";
        out.quote(d.subject);
        out << " stands without saying what becomes of it; expected `insert` before a new term, or `replace` and its "
               "label, `with` and what it is to say";
        break;
    case code::other_contract:
        out << "this amendment is to ";
        out.quote(d.subject);
        out << ", and the contract is ";
        out.quote(d.detail);
        break;
    case code::other_version:
        out << "this amendment is to version " << d.number << ", and the contract is at version " << d.limit
            << (d.number < d.limit ? "; it was amended since, so expected an amendment to that version"
                                   : "; expected the amendments that lead to that version before this one");
        break;
    case code::version_not_growing:
        out << "an amendment to version " << d.number << " makes a later one; expected a number above " << d.number;
        break;
    case code::nothing_there:
        out << "there is no ";
        write_changed(out, d);
        out << (d.related.line != 0 ? " any more" : "");
        if (d.second == "replace") out << "; `insert` adds a term";
        break;
    case code::there_already:
        write_changed(out, d);
        out << " is there already; `replace " << d.subject << " with …` changes it";
        break;
    case code::changed_twice:
        write_changed(out, d);
        out << " is changed twice by one amendment; expected one change that says what it comes to";
        break;
    case code::struck_in_use:
        write_changed(out, d);
        out << " is struck, and still used; strike or replace what uses it, or keep it";
        break;
    case code::title_twice:
        out << "there are " << d.number << " " << d.detail << "s like this: ";
        out.quote(d.subject);
        out << "; a change to one of them could mean any";
        break;
    case code::trigger_struck:
        out.quote(d.subject);
        out << " is the trigger of term ";
        out.quote(d.detail);
        out << "; expected `strike " << d.detail << "`";
        break;
    case code::not_amendable:
        out << "no amendment can say " << d.detail;
        if (!d.subject.empty()) {
            out << " ";
            out.quote(d.subject);
        }
        out << d.second;
        break;
    default: break;
    }
}

}  // namespace redline::inline v0_1::text::detail
