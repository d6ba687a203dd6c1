// The root that core_includes.cmake starts from. Never compiled.
#pragma once

#include "core/wrong.hpp"
