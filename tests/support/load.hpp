// Contracts loaded by either engine, as plain functions: Spirit is compiled once, in load.cpp, for all tests.
#pragma once

#include "redline/core/rule_set.hpp"
#include "redline/core/scenario.hpp"
#include "redline/text/diagnostic.hpp"
#include "redline/text/expand/source_map.hpp"
#include "redline/text/load_options.hpp"

#include <memory>
#include <string_view>

namespace redline_test {

enum class engine { spirit, walker };
enum class format { plain, literate };
enum class warnings : bool { no, yes };

/// What `redline::load` gives, without its header. Copies share what they show.
struct contract {
    bool ok = false;
    redline::rule_set rules{};
    redline::scenario_set scenarios{};
    redline::array_view<redline::text::diagnostic> diagnostics{};
    redline::array_view<redline::contract_source> sources{};
    std::string_view expanded{};
    redline::text::source_map map{};
    std::shared_ptr<void const> owner{};
};

/// Imports are read from `grammar/conformance/imported`.
contract load(std::string_view text, engine by = engine::spirit, format as = format::plain,
              warnings wanted = warnings::no);

/// As the options say.
contract load(std::string_view text, redline::load_options const& options, engine by = engine::spirit);

}  // namespace redline_test
