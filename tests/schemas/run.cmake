# cmake -DNODE=… -DNPM=… -DREDLINE=… -DFOLDER=… -P run.cmake: validates what the command prints; see validate.mjs. Packages of
# npm are installed into FOLDER, anew where package-lock.json is another.
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
file(SHA256 "${CMAKE_CURRENT_LIST_DIR}/package-lock.json" wanted)
set(has "")
if(EXISTS "${FOLDER}/installed.txt")
    file(READ "${FOLDER}/installed.txt" has)
endif()
if(NOT has STREQUAL wanted)
    file(MAKE_DIRECTORY "${FOLDER}")
    file(COPY "${CMAKE_CURRENT_LIST_DIR}/package.json" "${CMAKE_CURRENT_LIST_DIR}/package-lock.json"
        DESTINATION "${FOLDER}")
    execute_process(COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund WORKING_DIRECTORY "${FOLDER}"
        RESULT_VARIABLE status)
    if(NOT status STREQUAL "0")
        message(FATAL_ERROR "npm could not install the packages of tests/schemas/package.json")
    endif()
    file(WRITE "${FOLDER}/installed.txt" "${wanted}")
endif()
execute_process(COMMAND "${NODE}" "${CMAKE_CURRENT_LIST_DIR}/validate.mjs" "${FOLDER}" "${REDLINE}" "${root}"
    RESULT_VARIABLE status)
if(NOT status STREQUAL "0")
    message(FATAL_ERROR "what the command prints is not as docs/schemas says")
endif()
