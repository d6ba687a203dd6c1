// Fails with another message than it expects. The text stands in its source, where the harness must not find it.
// expect: no such message
#ifdef REDLINE_FAIL
char const* const message = sizeof("no such message");
#endif
