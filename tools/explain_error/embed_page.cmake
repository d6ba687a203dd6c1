# Writes a C++ source that holds a text: cmake -DPAGE=… -DOUT=… -DHEADER=… -DNAME=… -P embed_page.cmake. The text is put
# in as it is, so that it stands nowhere else.
file(READ "${PAGE}" text)
string(FIND "${text}" ")redline_page\"" end_mark)
if(NOT end_mark EQUAL -1)
    message(FATAL_ERROR "${PAGE} holds what ends a raw string")
endif()
file(WRITE "${OUT}" "// Written by tools/explain_error/embed_page.cmake.\n#include \"${HEADER}\"\n\n"
    "namespace redline::tool {\n\nstd::string_view const ${NAME} = R\"redline_page(")
file(APPEND "${OUT}" "${text}")
file(APPEND "${OUT}" ")redline_page\";\n\n}  // namespace redline::tool\n")
