// Where names and labels of a contract lead on its page.
#pragma once

#include "redline/core/rule_set.hpp"
#include "redline/text/token.hpp"

#include <string>
#include <string_view>

namespace redline::tool::page {

/// The `id` of what a contract declares, or of a term. None holds white space.
std::string id_of_use(std::string_view path);
std::string id_of_mission(std::string_view path);
std::string id_of_name(std::string_view name);
std::string id_of_chain(std::string_view name);
std::string id_of_term(std::string_view label);

/// Tells what tokens of a contract's text speak of. Keeps a reference to the rule set, which may say nothing: then
/// nothing leads anywhere.
class links {
public:
    explicit links(rule_set const& rules) noexcept : rules_{rules} {}

    /// Where a token leads, or nothing. `first` is the first token of its statement, `text` what both are of. A word
    /// that is a use, a mission or another name is told by the words before it; of what is still unsure, nothing is said.
    std::string of(text::token const* first, text::token const* at, char const* text) const;

private:
    std::string of_name(std::string_view name) const;
    std::string of_label(std::string_view label) const;

    rule_set const& rules_;
};

}  // namespace redline::tool::page
