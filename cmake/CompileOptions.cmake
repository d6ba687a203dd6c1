# redline_warnings: what all of Redline's own programs and tests are compiled with.
add_library(redline_warnings INTERFACE)
target_compile_options(redline_warnings INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wconversion -Wshadow>
    # Where g++ 12 inlines much, it warns of overlaps in `"…" + std::string` that there are not (its bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>,$<CONFIG:Release>>:-Wno-restrict>
    $<$<AND:$<BOOL:${REDLINE_WARNINGS_AS_ERRORS}>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-Werror>)

# redline_unoptimised: for what a debug build makes only to see that it can be made, or to run once.
add_library(redline_unoptimised INTERFACE)
target_compile_options(redline_unoptimised INTERFACE
    "$<$<AND:$<CONFIG:Debug>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-O0;-g0>")
