# redline_add_contract and redline_add_policy_tests: contracts as files of a project, and tests that the compiler runs.
# In Redline's own build tree, in a project that adds it, and in the installed package alike.
include_guard(GLOBAL)
# Functions keep the policies under which they were made.
cmake_policy(PUSH)
cmake_policy(VERSION 3.20)

# The command that compiles contracts: what the project says, or the target redline::command, which is built for the host
# that builds; when cross compiling, only what was built for that host before can run.
set(REDLINE_EXECUTABLE "" CACHE FILEPATH
    "The command redline that runs while building; needed when cross compiling, else found by itself")

# The command, as COMMAND takes it, and what it is built from, if it is.
function(redline_command_for_host command depends)
    set(${depends} "" PARENT_SCOPE)
    if(REDLINE_EXECUTABLE)
        if(NOT EXISTS "${REDLINE_EXECUTABLE}")
            message(FATAL_ERROR "REDLINE_EXECUTABLE is set to `${REDLINE_EXECUTABLE}`, where there is nothing")
        endif()
        set(${command} "${REDLINE_EXECUTABLE}" PARENT_SCOPE)
        set(${depends} "${REDLINE_EXECUTABLE}" PARENT_SCOPE)
        return()
    endif()
    if(NOT TARGET redline::command)
        message(FATAL_ERROR "redline_add_contract needs the command redline, and there is none: build it "
            "(REDLINE_BUILD_TOOLS=ON), or set REDLINE_EXECUTABLE to it")
    endif()
    get_target_property(imported redline::command IMPORTED)
    if(CMAKE_CROSSCOMPILING AND NOT imported AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
        message(FATAL_ERROR "redline_add_contract runs the command redline while building, and what is built here is "
            "for another system: build the command for this one, and set REDLINE_EXECUTABLE to it")
    endif()
    set(${command} redline::command PARENT_SCOPE)
    set(${depends} redline::command PARENT_SCOPE)
endfunction()

# redline_add_contract(TARGET FILE [NAME NAME] [PUBLIC] [NO_OUTCOMES])
#
# Compiles a contract while TARGET is built, into a header that TARGET can include: of contracts/frontier.redline,
#
#     #include <frontier.hpp>
#
# which declares `frontier`, or what NAME says, namespaces included (`NAME acme::frontier`, also in frontier.hpp). The header
# is made anew when the file changes, or anything that it imports. Errors and warnings of the contract stand in the output
# of the build as a compiler's do, and an error stops it. TARGET is linked to redline::core. PUBLIC: what links TARGET can
# include the header, too, as it always can where TARGET is an interface library. NO_OUTCOMES: without a table of outcomes.
function(redline_add_contract target file)
    cmake_parse_arguments(PARSE_ARGV 2 arg "PUBLIC;NO_OUTCOMES" "NAME" "")
    if(DEFINED arg_UNPARSED_ARGUMENTS OR DEFINED arg_KEYWORDS_MISSING_VALUES)
        message(FATAL_ERROR "redline_add_contract(TARGET FILE [NAME NAME] [PUBLIC] [NO_OUTCOMES]) does not take: "
            "${arg_UNPARSED_ARGUMENTS}${arg_KEYWORDS_MISSING_VALUES}")
    endif()
    if(NOT TARGET "${target}")
        message(FATAL_ERROR "redline_add_contract: `${target}` is no target")
    endif()
    get_filename_component(source "${file}" ABSOLUTE)
    if(NOT EXISTS "${source}" OR IS_DIRECTORY "${source}")
        message(FATAL_ERROR "redline_add_contract: there is no file ${source}")
    endif()
    if(NOT arg_NAME)
        get_filename_component(arg_NAME "${file}" NAME_WE)
        string(REGEX REPLACE "[^A-Za-z0-9_]" "_" arg_NAME "${arg_NAME}")
    endif()
    # Before anything is built: it would be the name of a file.
    if(NOT arg_NAME MATCHES "^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z_][A-Za-z0-9_]*)*$")
        message(FATAL_ERROR "redline_add_contract: `${arg_NAME}` cannot be the name of ${file} in C++; give it another "
            "with NAME")
    endif()
    string(REGEX REPLACE "^.*::" "" last "${arg_NAME}")

    redline_command_for_host(command depends)
    # A folder for each target: two may have contracts of one name.
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/redline_contracts/${target}")
    set(header "${folder}/${last}.hpp")
    get_property(taken TARGET "${target}" PROPERTY redline_contracts)
    if(header IN_LIST taken)
        message(FATAL_ERROR "redline_add_contract: `${target}` has a contract `${last}` already; give this one a NAME")
    endif()
    set_property(TARGET "${target}" APPEND PROPERTY redline_contracts "${header}")
    file(MAKE_DIRECTORY "${folder}")
    set(options)
    if(arg_NO_OUTCOMES)
        set(options --no-outcomes)
    endif()
    file(RELATIVE_PATH shown "${CMAKE_SOURCE_DIR}" "${source}")
    add_custom_command(OUTPUT "${header}"
        COMMAND "${command}" compile "${source}" -o "${header}" --name "${arg_NAME}" --depfile "${header}.d" ${options}
        DEPENDS "${source}" ${depends}
        DEPFILE "${header}.d"
        COMMENT "Compiling contract ${shown}"
        VERBATIM)

    # Properties, as `target_link_libraries` asks that all of its calls are of one kind.
    get_target_property(type "${target}" TYPE)
    if(NOT type STREQUAL "INTERFACE_LIBRARY")
        target_sources("${target}" PRIVATE "${header}")
        set_property(TARGET "${target}" APPEND PROPERTY INCLUDE_DIRECTORIES "${folder}")
        set_property(TARGET "${target}" APPEND PROPERTY LINK_LIBRARIES redline::core)
    else()
        # What links it is built behind it.
        string(MAKE_C_IDENTIFIER "${target}_contract_${last}" made)
        add_custom_target(${made} DEPENDS "${header}")
        add_dependencies("${target}" ${made})
        set(arg_PUBLIC ON)
    endif()
    if(arg_PUBLIC)
        set_property(TARGET "${target}" APPEND PROPERTY INTERFACE_INCLUDE_DIRECTORIES "$<BUILD_INTERFACE:${folder}>")
        set_property(TARGET "${target}" APPEND PROPERTY INTERFACE_LINK_LIBRARIES "$<BUILD_INTERFACE:redline::core>")
    endif()
endfunction()

# redline_add_policy_tests(NAME SOURCE… [CONTRACT FILE…])
#
# Sources whose tests the compiler runs: each `static_assert` in them is a test of CTest, called
#
#     NAME.SOURCE: MESSAGE
#
# by its message, or where it has none, by its condition. They are compiled when NAME is built, an object library that may be
# given libraries and definitions like any target; it is linked to redline::core, and has the contracts by
# `redline_add_contract`. A `static_assert` that does not hold fails its test and no other, with what the compiler says of it,
# and does not stop the build. A source with any other error stops it, and fails all of its tests. A `static_assert` in a
# branch of `#if` that the compiler skips counts as one that holds. Needs a generator of Makefiles or Ninja, and g++ or clang.
function(redline_add_policy_tests name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "CONTRACT")
    set(sources ${arg_UNPARSED_ARGUMENTS})
    if(NOT sources OR DEFINED arg_KEYWORDS_MISSING_VALUES)
        message(FATAL_ERROR "redline_add_policy_tests(NAME SOURCE… [CONTRACT FILE…]) needs sources")
    endif()
    if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles" OR NOT CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
        message(FATAL_ERROR "redline_add_policy_tests needs a generator of Makefiles or Ninja, and g++ or clang")
    endif()
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/redline_policy_tests/${name}")
    set(script "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/RedlinePolicyTests.cmake")
    add_library("${name}" OBJECT ${sources})
    set_property(TARGET "${name}" PROPERTY UNITY_BUILD OFF)
    set_property(TARGET "${name}" APPEND PROPERTY LINK_LIBRARIES redline::core)
    foreach(contract IN LISTS arg_CONTRACT)
        redline_add_contract("${name}" "${contract}")
    endforeach()
    # The compiler runs under the script, which knows what a failure is about.
    set(launcher "${CMAKE_COMMAND}" "-DMODE=compile" "-DFOLDER=${folder}" "-DCOMPILER_ID=${CMAKE_CXX_COMPILER_ID}"
        -P "${script}" --)
    set_property(TARGET "${name}" PROPERTY CXX_COMPILER_LAUNCHER ${launcher} ${CMAKE_CXX_COMPILER_LAUNCHER})
    foreach(source IN LISTS sources)
        get_filename_component(file "${source}" ABSOLUTE)
        get_filename_component(stem "${source}" NAME_WE)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
        redline_policy_cases("${file}" titles starts ends)
        if(NOT titles)
            message(WARNING "redline_add_policy_tests: no static_assert stands in ${source}")
        endif()
        redline_policy_results("${folder}" "${file}" results)
        foreach(title IN LISTS titles)
            string(MD5 case "${title}")
            add_test(NAME "${name}.${stem}: ${title}" COMMAND "${CMAKE_COMMAND}"
                "-DMODE=report" "-DRESULTS=${results}" "-DCASE=${case}" -P "${script}")
            set_tests_properties("${name}.${stem}: ${title}" PROPERTIES LABELS policy)
        endforeach()
    endforeach()
endfunction()

include("${CMAKE_CURRENT_LIST_DIR}/RedlinePolicyTests.cmake")
cmake_policy(POP)
