// Amendments at run time: apply them to a contract, look at one, or write the one between two contracts.
#pragma once

#include "text/amend/apply.hpp"
#include "text/amend/write.hpp"
