// All of typed: a program's own structs as requests, and several contracts at once. Needs Boost.Hana.
#pragma once

#include "typed/bind.hpp"
#include "typed/maturity.hpp"
#include "typed/under.hpp"
