// Batches: many requests decided side by side, column by column.
#pragma once

#include "core/batch/decide_batch.hpp"
#include "core/batch/memory.hpp"
