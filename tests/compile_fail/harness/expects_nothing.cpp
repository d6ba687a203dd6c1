// Fails, but says nothing of what to expect.
#ifdef REDLINE_FAIL
static_assert(false, "any error");
#endif
