// Sign-off chains that run: cases, their events, and what a request is to say of them. No heap, no Boost.
#pragma once

#include "core/chain/named_case.hpp"
#include "core/chain/use.hpp"
