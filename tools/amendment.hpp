// Amendments as the commands see them: Spirit is compiled once, in amendment.cpp, for all of them.
#pragma once

#include "finding.hpp"

#include <memory>

namespace redline::tool {

/// What is found wrong with several texts, each finding with the text it is of.
struct finding_in {
    finding found;
    std::string_view text;
};

/// What came of amendments that were applied, or of two contracts that an amendment was written for: a text, or what is
/// wrong. The texts of the findings are those of the sources that were given.
struct amended_text {
    std::string text{};
    std::vector<finding_in> wrong{};
    std::shared_ptr<void const> owner{};  // of imported texts that findings show
    bool exact = true;  // of a written amendment: whether it gives the very digest of the second contract
};

/// Applies amendments, first to last, to a contract.
amended_text consolidate(source const& base, std::vector<source> const& amendments);

/// Writes the amendment that leads from one contract to another.
amended_text write_amendment_of(source const& before, source const& after);

/// Whether a file is an amendment, by its first words.
bool is_amendment(source const& file);

/// What is wrong with an amendment by itself.
std::vector<finding> findings_of_amendment(source const& file);

}  // namespace redline::tool
