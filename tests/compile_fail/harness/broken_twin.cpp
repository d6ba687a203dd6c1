// Fails as expected, but without REDLINE_FAIL as well.
// expect: static.assert
static_assert(false, "never compiles");
