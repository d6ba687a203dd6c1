// From what stands on a page to its HTML.
#pragma once

#include "contract_page.hpp"
#include "part.hpp"
#include "sentences.hpp"

namespace redline::tool::page {

/// The page of a contract.
std::string html_of(contract_page const& page);

/// Parts of pages.
void fill_blocks(part to, contract_page const& page, links const& where);
void fill_chains(part to, contract_page const& page, links const& where);
void fill_table(part to, contract_table const& table, rule_set const& rules, links const& where);
void fill_tests(part to, contract_page const& page, links const& where);
void fill_vocabulary(part to, contract_page const& page);

/// How a finding is shown, in a list or in the text.
void fill(part to, shown_finding const& f);
/// The picture of a chain, and what it says.
void fill_chain(part to, rule_set const& rules, explained_chain const& c, std::string const& id, links const& where);
/// What a name of the vocabulary is found by on the page.
std::string id_in_vocabulary(std::string const& heading, std::string const& name);
/// Why a scenario or an assertion does not hold.
std::string why_not(test_result const& r);

}  // namespace redline::tool::page
