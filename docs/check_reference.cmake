# cmake -DDOXYGEN=PROGRAM -DFOLDER=FOLDER -P check_reference.cmake: makes the reference in FOLDER/docs/reference, and fails
# where doxygen complains, or where a public name has no docstring. Names that need none: members that hold data, which the
# comment of their struct explains; what containers and iterators have; what the compiler makes.
cmake_minimum_required(VERSION 3.20)
get_filename_component(top "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
file(MAKE_DIRECTORY "${FOLDER}/docs")
file(READ "${CMAKE_CURRENT_LIST_DIR}/Doxyfile" settings)
string(APPEND settings "\nOUTPUT_DIRECTORY = \"${FOLDER}/docs\"\nWARN_LOGFILE = \"${FOLDER}/docs/warnings.txt\"\n")
if(INPUT)
    string(APPEND settings "\nINPUT = \"${INPUT}\"\nUSE_MDFILE_AS_MAINPAGE =\n")
endif()
file(WRITE "${FOLDER}/docs/Doxyfile" "${settings}")
execute_process(COMMAND "${DOXYGEN}" "${FOLDER}/docs/Doxyfile" WORKING_DIRECTORY "${top}" COMMAND_ERROR_IS_FATAL ANY
    OUTPUT_QUIET)

file(STRINGS "${FOLDER}/docs/warnings.txt" warnings)
set(wrong "")
foreach(warning IN LISTS warnings)
    if(warning MATCHES "Member .* \\(variable\\) of (struct|class) "
            OR warning MATCHES "Member (begin|end|empty|size|operator[^a-z]+|[a-z_]+_type)\\(?.* of (struct|class) "
            OR warning MATCHES "=default \\(function\\)")
        continue()
    endif()
    string(REPLACE "${top}/" "" warning "${warning}")
    string(APPEND wrong "\n${warning}")
endforeach()
if(wrong)
    message(FATAL_ERROR "say in a comment that begins with /// what these are:${wrong}")
endif()
if(NOT EXISTS "${FOLDER}/docs/reference/index.html")
    message(FATAL_ERROR "no reference was made")
endif()
message(STATUS "the reference: ${FOLDER}/docs/reference/index.html")
