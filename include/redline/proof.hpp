// All of the proofs: questions and comparisons for `static_assert`, and at run time comparisons, findings, ways and tables.
#pragma once

#include "core/outcome.hpp"
#include "core/proof/attribution.hpp"
#include "core/proof/compare.hpp"
#include "core/proof/continuity.hpp"
#include "core/proof/findings.hpp"
#include "core/proof/how.hpp"
#include "core/proof/outcome_memory.hpp"
#include "core/proof/table.hpp"
#include "core/proof/three_way.hpp"
#include "redline.hpp"
#include "text/compare_compiled.hpp"
#include "text/questions.hpp"
