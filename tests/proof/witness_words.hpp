// What diagnostics say of broken assertions, and the requests that their words describe, read back as scenarios.
#pragma once

#include "proof/request_model.hpp"
#include "redline/core/scenario.hpp"
#include "redline/text/message.hpp"
#include "support/load.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace redline_test {

/// The words of the witness of each assertion that is broken, by its number. Assertions stand behind the contract's text,
/// one on each line. Throws where anything else is wrong with the text.
inline std::map<std::size_t, std::string> broken_assertions(std::string const& contract_text,
                                                            std::string const& assertions)
{
    contract const loaded = load(contract_text + assertions);
    auto const first = static_cast<std::size_t>(std::count(contract_text.begin(), contract_text.end(), '\n')) + 1;
    std::map<std::size_t, std::string> broken;
    for (redline::text::diagnostic const& d : loaded.diagnostics) {
        if (d.is != redline::text::code::assertion_broken || d.where.line < first)
            throw std::logic_error{"wrong with a contract and assertions: " +
                                   std::string{redline::text::text_of(d.is).view()}};
        if (!broken.emplace(d.where.line - first, std::string{d.detail}).second)
            throw std::logic_error{"an assertion reported twice"};
    }
    if (loaded.ok != broken.empty()) throw std::logic_error{"accepted and yet broken, or the reverse"};
    return broken;
}

/// A request in words and the outcome that `decide` has for it.
struct decided_words {
    oracle::request model;
    redline::outcome outcome = redline::outcome::permitted;
};

/// Reads words as what a scenario gives; exactly one outcome is accepted of it. None where the words are no language.
inline std::optional<decided_words> decide_words(std::string const& contract_text, std::string const& words)
{
    std::optional<decided_words> found;
    for (redline::outcome const expected :
         {redline::outcome::permitted, redline::outcome::paused, redline::outcome::prohibited}) {
        contract const loaded = load(contract_text + "scenario \"witness\" { given " + words + "; expect " +
                                     std::string{name_of(expected)} + "; }\n");
        if (!loaded.ok) continue;
        if (found) return {};
        redline::request_memory request{loaded.rules};
        redline::scenario_set const& all = loaded.scenarios;
        give(loaded.rules, all, all.entries[all.entries.size - 1], request.view());
        found = decided_words{as_model(loaded.rules, request.view()), expected};
    }
    return found;
}

}  // namespace redline_test
