# Tests that programs of others take part in: they run by Node.js, with packages of npm that lie in the build, as lock files
# say. Where there is no Node.js of version 20.14 or newer, or no npm, such tests are left out, and configuring says so.
find_program(REDLINE_NODE node)
find_program(REDLINE_NPM npm)
set(redline_npm_script "${CMAKE_CURRENT_LIST_DIR}/packages.cmake")
set(redline_has_node OFF)
if(REDLINE_NODE AND REDLINE_NPM)
    execute_process(COMMAND "${REDLINE_NODE}" --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
    string(REGEX REPLACE "^v" "" version "${version}")
    if(NOT version VERSION_LESS 20.14)
        set(redline_has_node ON)
    endif()
endif()
if(NOT redline_has_node)
    message(STATUS "Without Node.js 20.14 or newer and npm, pages, editors and schemas are not tested")
endif()

# redline_npm_packages(NAME FROM TO): installs the packages that FROM locks into TO, before the tests that need NAME.
function(redline_npm_packages name from to)
    if(NOT redline_has_node)
        return()
    endif()
    add_test(NAME npm.${name} COMMAND "${CMAKE_COMMAND}" "-DNPM=${REDLINE_NPM}" "-DFROM=${from}" "-DTO=${to}"
        -P "${redline_npm_script}")
    set_tests_properties(npm.${name} PROPERTIES FIXTURES_SETUP npm.${name} TIMEOUT 600 LABELS npm)
endfunction()

# redline_node_test(NAME SCRIPT PACKAGES NAME… [ENVIRONMENT VARIABLE=VALUE…]): a file of tests for Node.js, which finds the
# command, the sources and the packages of the first name by REDLINE_COMMAND, REDLINE_SOURCES and REDLINE_PACKAGES.
function(redline_node_test name script)
    if(NOT redline_has_node)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "PACKAGES;ENVIRONMENT")
    add_test(NAME ${name} COMMAND "${REDLINE_NODE}" --test --test-force-exit --test-reporter=spec "${script}")
    list(TRANSFORM arg_PACKAGES PREPEND npm. OUTPUT_VARIABLE fixtures)
    set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED "${fixtures}" TIMEOUT 900 LABELS npm
        ENVIRONMENT "REDLINE_COMMAND=$<TARGET_FILE:redline>;REDLINE_SOURCES=${PROJECT_SOURCE_DIR};${arg_ENVIRONMENT}")
endfunction()
