// All of core: rule sets, requests and decisions, without Boost, heap or exceptions.
#pragma once

#include "core/decide.hpp"
#include "core/fixed_decision.hpp"
#include "core/names.hpp"
#include "core/request_writer.hpp"
