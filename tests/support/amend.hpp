// Amendments applied and written by either engine, as plain functions: Spirit is compiled once, in amend.cpp.
#pragma once

#include "redline/text/amend/findings.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <string>
#include <vector>

namespace redline_test {

struct text_of_format {
    std::string text;
    format as = format::plain;
};

/// What `redline::apply_amendments` gives. Copies share what they show.
struct applied {
    bool ok = false;
    std::string text;
    redline::rule_set rules{};
    redline::scenario_set scenarios{};
    redline::array_view<redline::amended_diagnostic> diagnostics{};
    std::shared_ptr<void const> owner{};
};
applied apply(text_of_format const& base, std::vector<text_of_format> const& amendments, engine by = engine::spirit);

/// What `redline::write_amendment` gives.
struct written {
    bool ok = false;
    std::string text;
    bool exact = false;
    redline::array_view<redline::amended_diagnostic> diagnostics{};
    std::shared_ptr<void const> owner{};
};
written amend(text_of_format const& before, text_of_format const& after);

/// What is wrong with an amendment by itself.
applied check_amendment(text_of_format const& amendment, engine by = engine::spirit);

/// Diagnostics as text: one line each, as of one document, with the number of the document before the place.
inline std::string dump(redline::array_view<redline::amended_diagnostic> all)
{
    std::string text;
    for (redline::amended_diagnostic const& d : all) {
        redline::text::diagnostic alone = d;
        alone.related.line = 0;
        text += std::to_string(d.document) + ":" + dump(alone);
        if (d.related.line != 0)
            text += "    note: " + std::to_string(d.related_document) + ":" + dump(d.related) + "\n";
    }
    return text;
}

}  // namespace redline_test
