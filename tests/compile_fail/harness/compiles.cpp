// Compiles with REDLINE_FAIL too, so that the harness has to complain.
// expect: anything
static_assert(true);
