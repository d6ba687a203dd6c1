// Other forms of a rule set: a C++ header of constant arrays. Opt-in, for tools; needs a heap.
#pragma once

#include "emit/header.hpp"
