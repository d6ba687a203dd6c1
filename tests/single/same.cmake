# cmake -DONE=PROGRAM -DOTHER=PROGRAM -DFILES=FILE;… -P same.cmake: both programs must print the same, and not nothing.
execute_process(COMMAND "${ONE}" ${FILES} OUTPUT_VARIABLE one COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${OTHER}" ${FILES} OUTPUT_VARIABLE other COMMAND_ERROR_IS_FATAL ANY)
if(NOT one STREQUAL other OR NOT one MATCHES "permitted" OR NOT one MATCHES "paused" OR NOT one MATCHES "prohibited")
    message(FATAL_ERROR "the one header says:\n${one}\nand the headers say:\n${other}")
endif()
