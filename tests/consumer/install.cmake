# Installs a build into STAGE, checks what must be there, and moves it all to PREFIX: nothing may depend on where it was.
file(REMOVE_RECURSE "${STAGE}" "${PREFIX}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --config "${CONFIG}" --prefix "${STAGE}"
    COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
file(GLOB_RECURSE licence "${STAGE}/*/LICENSE_1_0.txt")
if(NOT licence OR NOT EXISTS "${STAGE}/include/redline/core/decide.hpp")
    message(FATAL_ERROR "the licence or the headers are not installed")
endif()
if(EXISTS "${BUILD}/bin/redline" AND NOT EXISTS "${STAGE}/bin/redline")
    message(FATAL_ERROR "the command is not installed")
endif()
file(RENAME "${STAGE}" "${PREFIX}")
