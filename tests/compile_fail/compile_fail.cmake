# cmake -DCASE=FILE -DCOMPILER=… -DCOMPILER_ID=… -DINCLUDES=… [-DSYSTEM_INCLUDES=…] -P compile_fail.cmake
#
# Compiles CASE as it is: its twin, which must pass. Then with REDLINE_FAIL defined: that must not compile, and every
# line `// expect: REGEX` of the case must match what the compiler prints; `// expect(GNU): REGEX` and
# `// expect(Clang): REGEX` are for one compiler only. The regular expressions are CMake's. Source lines that a compiler
# shows beside its messages count for nothing.
cmake_minimum_required(VERSION 3.20)

set(flags -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -fdiagnostics-color=never
    -fmessage-length=0)
if(COMPILER_ID MATCHES "Clang")
    list(APPEND flags -fno-caret-diagnostics)
else()
    list(APPEND flags -fno-diagnostics-show-caret)
endif()
foreach(include IN LISTS INCLUDES)
    list(APPEND flags -I "${include}")
endforeach()
foreach(include IN LISTS SYSTEM_INCLUDES)
    if(NOT include STREQUAL "/usr/include")
        list(APPEND flags -isystem "${include}")
    endif()
endforeach()
set(ENV{LC_ALL} C)

# Ends the test; a NOTICE is printed as it is, where an error would be wrapped.
function(complain text)
    message(NOTICE "${CASE}: ${text}")
    message(FATAL_ERROR "failed")
endfunction()

function(compile succeeded output)
    execute_process(COMMAND "${COMPILER}" ${flags} ${ARGN} "${CASE}"
        RESULT_VARIABLE result OUTPUT_VARIABLE printed ERROR_VARIABLE printed)
    set(${succeeded} FALSE PARENT_SCOPE)
    if(result STREQUAL "0")
        set(${succeeded} TRUE PARENT_SCOPE)
    endif()
    set(${output} "${printed}" PARENT_SCOPE)
endfunction()

compile(passed output)
if(NOT passed)
    complain("the twin does not compile:\n${output}")
endif()
compile(passed output -DREDLINE_FAIL)
if(passed)
    complain("compiles, but must not")
endif()

# Read as one string, line by line: a list would be cut at every semicolon.
file(READ "${CASE}" rest)
set(expectations 0)
set(missing "")
while(rest MATCHES "// expect(\\(([A-Za-z]+)\\))?: ([^\n]*)")
    set(only_for "${CMAKE_MATCH_2}")
    set(expected "${CMAKE_MATCH_3}")
    string(FIND "${rest}" "${CMAKE_MATCH_0}" at)
    string(LENGTH "${CMAKE_MATCH_0}" length)
    math(EXPR at "${at} + ${length}")
    string(SUBSTRING "${rest}" ${at} -1 rest)
    if(only_for AND NOT COMPILER_ID STREQUAL only_for)
        continue()
    endif()
    math(EXPR expectations "${expectations} + 1")
    if(NOT output MATCHES "${expected}")
        string(APPEND missing "\n  does not say: ${expected}")
    endif()
endwhile()
if(expectations EQUAL 0)
    complain("has no line `// expect: REGEX` for ${COMPILER_ID}")
endif()
if(missing)
    complain("${missing}\nThe compiler says:\n${output}")
endif()
