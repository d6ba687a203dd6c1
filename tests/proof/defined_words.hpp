// Conditions in words, read back: as definitions that are added to their contract.
#pragma once

#include "redline/core/condition.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <map>
#include <string>
#include <vector>

namespace redline_test {

/// Reads conditions in one load, and tells whether each is true of a request of the contract.
class defined_words {
public:
    /// Notes a condition, before they are read.
    void add(std::string const& words) { index_.emplace(words, 0); }
    void read(std::string const& contract_text)
    {
        std::string text = contract_text;
        std::uint32_t count = 0;
        for (auto& [words, index] : index_) {
            index = count++;
            text += "\ndefine words_" + std::to_string(index) + " as " + words + ";";
        }
        loaded_ = load(text);
        INFO(text << "\n" << dump(loaded_.diagnostics));
        REQUIRE(loaded_.ok);
        for (auto& [words, index] : index_) {
            std::string const name = "words_" + std::to_string(index);
            index = redline::find_name(loaded_.rules, redline::name_space::names, name)->index;
        }
    }
    /// Names are declared as they were, so a request of the contract is one of its text with more definitions too.
    redline::truth operator()(std::string const& words, redline::request_view const& request) const
    {
        redline::index_range const condition = loaded_.rules.definitions[index_.at(words)].condition;
        redline::definition_memo nothing{};
        redline::requested_kind const use = request.use_count == 0 ? redline::requested_kind{} : request.uses[0];
        return redline::condition_evaluator{loaded_.rules, request, use, nothing}.value(condition, redline::truth::yes,
                                                                                        redline::reading::as_given);
    }
    bool knows(std::string const& words) const { return index_.count(words) != 0; }

private:
    std::map<std::string, std::uint32_t> index_;
    contract loaded_;
};

}  // namespace redline_test
