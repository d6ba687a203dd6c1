// Sign-off chains compared in tests, and who signs in a few words.
#pragma once

#include "redline/core/proof/signers.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <string>

namespace redline_test {

using redline::signers_verdict;

inline std::string const head =
    "contract \"T\" version 1;\nparty p; party q;\nrole a of p; role b of p; role c of q; role d "
    "independent; role e independent;\nuse desk;\n1 permit all lawful uses;\n";

inline contract loaded(std::string const& text)
{
    contract c = load(text);
    INFO(text << dump(c.diagnostics));
    REQUIRE(c.ok);
    return c;
}

/// One step of a witness a word: "P0:a" (signs), "P0:a/b" (a for b), "P1:!c" (refuses), "late"; asker and acting behind.
inline std::string told(redline::signers_witness const& w, redline::rule_set const& can,
                        redline::rule_set const& cannot)
{
    std::string text;
    auto const add = [&](std::string const& word) { text += (text.empty() ? "" : " ") + word; };
    for (std::uint32_t i = 0; i < w.step_count; ++i) {
        redline::signing_step const& s = w.steps[i];
        if (s.act == redline::signing_act::is_late) {
            add("late");
            continue;
        }
        std::string word = "P" + std::to_string(s.person) + (s.act == redline::signing_act::refuses ? ":!" : ":");
        word += can(can.roles[s.role].name);
        if (s.in_place_of != redline::none) word += "/" + std::string{can(can.roles[s.in_place_of].name)};
        add(word);
    }
    for (std::uint32_t p = 0; p < w.signer_count; ++p) {
        if (w.signers[p].asked) add("asked=P" + std::to_string(p));
        for (std::uint32_t i = 0; i < w.signers[p].acts_in_count; ++i)
            add("acts=P" + std::to_string(p) + ":" + std::string{cannot(cannot.roles[w.signers[p].acts_in[i]].name)});
    }
    return text;
}

/// The verdict and both witnesses: "wider | …", "narrower | …", "incomparable | wider … | narrower …".
inline std::string compared(std::string const& before, std::string const& after)
{
    contract const a = loaded(before);
    contract const b = loaded(after);
    redline::signers_comparison const r = redline::compare_signers(a.rules, 0, b.rules, 0);
    std::string const wider = told(r.wider, b.rules, a.rules);
    std::string const narrower = told(r.narrower, a.rules, b.rules);
    switch (r.verdict) {
    case signers_verdict::same: return "same" + wider + narrower;
    case signers_verdict::wider: return "wider | " + wider + narrower;
    case signers_verdict::narrower: return "narrower | " + wider + narrower;
    case signers_verdict::incomparable: return "incomparable | " + wider + " | " + narrower;
    case signers_verdict::too_large: break;
    }
    return "too large";
}

inline std::string chains(std::string const& before, std::string const& after)
{
    return compared(head + before, head + after);
}
inline std::string bodies(std::string const& before, std::string const& after)
{
    return chains("signoff x { " + before + " }\n", "signoff x { " + after + " }\n");
}

}  // namespace redline_test
