# cmake -DOBJECT=FILE -DNM=PROGRAM -DREADELF=PROGRAM -P object.cmake: an object file needs nothing but what a freestanding
# C library has, and holds nothing that runs by itself.
cmake_minimum_required(VERSION 3.20)
set(wrong "")
# Symbols that are somebody else's matter: `boost::none`, which is made before main, and then the section and the function
# that make it; or what unwinds, in an object that is compiled with exceptions.
set(allowed "^($ENV{REDLINE_ALLOWED})$")
string(FIND "${allowed}" boost made_before_main)
string(FIND "${allowed}" terminate may_terminate)

# Symbols: those that are needed, and those that are there.
execute_process(COMMAND "${NM}" --format=posix "${OBJECT}" OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" symbols "${symbols}")
set(seen 0)
foreach(line IN LISTS symbols)
    if(NOT line MATCHES "^([^ ]+) ([A-Za-z])")
        continue()
    endif()
    set(name "${CMAKE_MATCH_1}")
    set(kind "${CMAKE_MATCH_2}")
    math(EXPR seen "${seen} + 1")
    if(kind STREQUAL "U")
        if(NOT name MATCHES "^(memcpy|memmove|memset|memcmp|bcmp|strlen|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_)$"
                AND NOT name MATCHES "${allowed}")
            list(APPEND wrong "needs ${name}")
        endif()
    elseif(name MATCHES "^(_GLOBAL__sub_I|_GLOBAL__I_|__cxx_global|_ZTI|_ZTS|_ZTV|_ZGV)")
        if(name MATCHES "${allowed}"
                OR (NOT made_before_main EQUAL -1 AND name MATCHES "^(_GLOBAL__sub_I|__cxx_global_var_init$)"))
            continue()
        endif()
        list(APPEND wrong "holds ${name}")
    endif()
endforeach()
if(seen LESS 3)
    message(FATAL_ERROR "no symbols are found in ${OBJECT}: nothing is checked")
endif()

execute_process(COMMAND "${READELF}" --sections --wide "${OBJECT}" OUTPUT_VARIABLE sections COMMAND_ERROR_IS_FATAL ANY)
foreach(section IN ITEMS .init_array .ctors .gcc_except_table .tdata .tbss)
    string(FIND "${sections}" " ${section}" at)
    if(section STREQUAL ".gcc_except_table" AND NOT may_terminate EQUAL -1)
        continue()
    endif()
    if(NOT at EQUAL -1 AND (made_before_main EQUAL -1 OR NOT section STREQUAL ".init_array"))
        list(APPEND wrong "has the section ${section}")
    endif()
endforeach()

if(wrong)
    string(REPLACE ";" "\n  " wrong "${wrong}")
    message(FATAL_ERROR "${OBJECT}\n  ${wrong}")
endif()
