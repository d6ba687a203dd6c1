# Writes a C++ source that holds the files of a folder: cmake -DFOLDER=… -DOUT=… -P embed_library.cmake. Their texts are put
# in as they are, so that they stand nowhere else.
file(GLOB files "${FOLDER}/*.redline")
list(SORT files)
list(LENGTH files count)
file(WRITE "${OUT}" "// Written by tools/new/embed_library.cmake.\n#include \"limits.hpp\"\n\n"
    "namespace redline::tool {\n\nlibrary_file const library_files[] = {\n")
foreach(path IN LISTS files)
    file(READ "${path}" text)
    string(FIND "${text}" ")redline_file\"" end_mark)
    if(NOT end_mark EQUAL -1)
        message(FATAL_ERROR "${path} holds what ends a raw string")
    endif()
    get_filename_component(name "${path}" NAME_WE)
    file(APPEND "${OUT}" "    {\"${name}\", R\"redline_file(")
    file(APPEND "${OUT}" "${text}")
    file(APPEND "${OUT}" ")redline_file\"},\n")
endforeach()
file(APPEND "${OUT}" "};\nunsigned const library_file_count = ${count};\n\n}  // namespace redline::tool\n")
