// What core may not include: core_includes.cmake has to find all three. Never compiled.
#pragma once

#include <boost/config.hpp>
#include <vector>
#include "../outside.hpp"
#include <cstdint>
