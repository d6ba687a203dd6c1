// What core may not include: core_includes.cmake has to find all of it, here and behind. Never compiled.
#pragma once

#include <boost/config.hpp>
#include <vector>
#include "../outside.hpp"
#include "behind.hpp"
#include <cstdint>
