// Redline: contracts on the use of AI systems, compiled. Core, `compile` for constant expressions, and `load`.
#pragma once

#include "core.hpp"
#include "text/compile.hpp"
#include "text/load.hpp"
