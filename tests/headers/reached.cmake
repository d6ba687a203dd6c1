# redline_reached(OUT FOLDER ROOT…): ROOTs and all files of FOLDER that they include, and those include, …, by their paths
# in FOLDER.
function(redline_reached out folder)
    set(reached ${ARGN})
    set(rest ${ARGN})
    while(rest)
        list(POP_FRONT rest header)
        get_filename_component(beside "${folder}/${header}" DIRECTORY)
        file(STRINGS "${folder}/${header}" lines REGEX "^[ \t]*#[ \t]*include[ \t]*\"")
        foreach(line IN LISTS lines)
            string(REGEX REPLACE "^[^\"]*\"([^\"]*)\".*" "\\1" included "${line}")
            get_filename_component(included "${included}" ABSOLUTE BASE_DIR "${beside}")
            file(RELATIVE_PATH included "${folder}" "${included}")
            if(NOT included IN_LIST reached AND NOT included MATCHES "^\\.\\." AND EXISTS "${folder}/${included}")
                list(APPEND reached "${included}")
                list(APPEND rest "${included}")
            endif()
        endforeach()
    endwhile()
    set(${out} "${reached}" PARENT_SCOPE)
endfunction()

# What takes no heap: all of core that `core.hpp` and what is used in constant expressions reach. The rest of core is for
# proofs at run time.
set(redline_heap_free_roots core.hpp core/generated_contract.hpp chain.hpp text/compile.hpp text/questions.hpp
    text/compare_compiled.hpp core/proof/outcome_table.hpp core/duties.hpp core/batch/decide_batch.hpp)
