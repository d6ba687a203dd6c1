# Installs the packages of a lock file into a folder, where those of this very file are not there already.
#   cmake -DNPM=… -DFROM=FOLDER -DTO=FOLDER -P packages.cmake
file(SHA256 "${FROM}/package-lock.json" lock)
set(stamp "${TO}/node_modules/.redline-lock")
if(EXISTS "${stamp}")
    file(READ "${stamp}" installed)
    if(installed STREQUAL lock)
        return()
    endif()
endif()
file(MAKE_DIRECTORY "${TO}")
file(COPY "${FROM}/package.json" "${FROM}/package-lock.json" DESTINATION "${TO}")
# No package runs anything while it is installed: none of them needs to.
execute_process(COMMAND "${NPM}" ci --ignore-scripts --omit=optional --no-audit --no-fund
    WORKING_DIRECTORY "${TO}" RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "the packages of ${FROM}/package-lock.json could not be installed by npm")
endif()
file(WRITE "${stamp}" "${lock}")
