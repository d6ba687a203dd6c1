# What only a build of Redline itself sets, and no project that includes it.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "What is built: Debug, Release, …" FORCE)
endif()

find_program(REDLINE_CCACHE ccache)
if(REDLINE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # What one clone compiled serves every other on the machine: paths within the sources count from their top.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${REDLINE_CCACHE}" "base_dir=${PROJECT_SOURCE_DIR}" hash_dir=false)
endif()
