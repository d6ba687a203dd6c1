// For `./dev lint`: all headers that need no parser, in one source.
#include "redline/chain.hpp"
#include "redline/core.hpp"
#include "redline/emit.hpp"
#include "redline/explain.hpp"
#include "redline/io/ostream.hpp"
#include "redline/live/live.hpp"
#include "redline/proof.hpp"
