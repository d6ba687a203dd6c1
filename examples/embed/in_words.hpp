// Decisions and faults in words, for people.
#pragma once

#include <redline/redline.hpp>

#include <string>

/// The names of some of a rule set's entries, each behind a word.
template <class Entries, class Name>
void add(std::string& out, std::string_view word, redline::index_set_view indices, Entries const& entries, Name name)
{
    for (std::uint32_t const i : indices) out.append(word).append(name(entries[i]));
}

/// What was decided, by which terms and why, what is missing, and who is told.
inline std::string in_words(redline::decision const& d, redline::request_error const& error)
{
    std::string out{name_of(d.outcome)};
    if (d.ground == redline::ground::not_valid) {
        out.append(", not valid: ").append(error.member).append(" \"").append(error.name).append("\", expected ");
        out.append(error.expected);
        if (!error.nearest.empty()) out.append("; did you mean \"").append(error.nearest).append("\"?");
        return out + '\n';
    }
    redline::rule_set const& rules = *d.rules;
    auto const label = [&](redline::term_entry const& t) { return rules(t.label); };
    auto const name = [&](auto const& entry) { return rules(entry.name); };
    auto const reason = [&](redline::term_entry const& t) {
        return std::string{rules(t.label)}.append(t.because.length == 0 ? "" : ": ").append(rules(t.because));
    };
    add(out, "\n  by ", d.by, rules.terms, reason);
    add(out, "\n  excepting ", d.exceptions, rules.terms, reason);
    add(out, "\n  waits for the sign-off ", d.pending.signoffs, rules.chains, name);
    add(out, "\n  waits for the evidence ", d.pending.evidence, rules.evidence, name);
    add(out, "\n  waits for the safeguard ", d.pending.safeguards, rules.safeguards, name);
    add(out, "\n  waits for somebody to say ", d.pending.facts, rules.facts, name);
    if (d.pending.mission) out += "\n  waits for somebody to say the mission";
    if (d.pending.date) out += "\n  waits for somebody to say the day";
    if (d.pending.use) out += "\n  waits for somebody to say which kind of use";
    add(out, "\n  recorded by ", d.log, rules.terms, label);
    return out + '\n';
}

/// What is wrong with a contract's text: line, column, code and message.
inline std::string in_words(redline::text::diagnostic const& d)
{
    char room[redline::text::message_room];
    redline::text::message_writer message{room, redline::text::message_room};
    redline::text::write_message(message, d);
    return std::to_string(d.where.line) + ':' + std::to_string(d.where.column) + ": " +
           std::string{redline::text::text_of(d.is).view()} + ' ' + std::string{message.text()};
}
