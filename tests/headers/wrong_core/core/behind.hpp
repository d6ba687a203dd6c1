// Reached by way of wrong.hpp. Never compiled.
#pragma once

#include <string>
