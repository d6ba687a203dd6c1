// All of the proofs: for `static_assert`, questions and comparisons; at run time also findings, ways, tables and changes.
#pragma once

#include "core/outcome.hpp"
#include "core/proof/attribution.hpp"
#include "core/proof/closest.hpp"
#include "core/proof/compare.hpp"
#include "core/proof/continuity.hpp"
#include "core/proof/findings.hpp"
#include "core/proof/how.hpp"
#include "core/proof/open_questions.hpp"
#include "core/proof/outcome_memory.hpp"
#include "core/proof/table.hpp"
#include "core/proof/three_way.hpp"
#include "redline.hpp"
#include "text/compare_compiled.hpp"
#include "text/questions.hpp"
