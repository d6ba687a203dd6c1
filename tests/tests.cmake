# The test programs, by the part of the library they test.
find_package(nlohmann_json 3 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(sqlite REQUIRED IMPORTED_TARGET sqlite3)

redline_add_test(core.values core/calendar_test.cpp core/duration_test.cpp core/truth_test.cpp core/index_set_test.cpp
    core/nearest_test.cpp core/name_key_test.cpp CONSTEXPR)
redline_add_test(core.digest core/digest_test.cpp LINK PkgConfig::sodium CONSTEXPR)
redline_add_test(core.requests core/names_test.cpp core/request_writer_test.cpp core/condition_test.cpp
    core/decide_test.cpp)

redline_add_test(chain.sentences core/chain/sentences_test.cpp CONSTEXPR)
redline_add_test(chain.ends core/chain/ends_test.cpp)
redline_add_test(chain.signers core/chain/signers_agree_test.cpp)
redline_add_test(chain.story core/chain/story_test.cpp)

redline_add_test(record.signature record/signature_test.cpp LINK PkgConfig::sodium)
# With PostgreSQL, where its server is installed: Debian keeps it out of the PATH.
pkg_check_modules(pq IMPORTED_TARGET libpq)
file(GLOB redline_postgresql_folders "/usr/lib/postgresql/*/bin")
find_program(REDLINE_INITDB initdb HINTS ${redline_postgresql_folders})
if(pq_FOUND AND REDLINE_INITDB)
    redline_add_test(record.postgres record/postgres_test.cpp LINK PkgConfig::sodium PkgConfig::sqlite PkgConfig::pq)
    get_filename_component(redline_postgresql_bin "${REDLINE_INITDB}" DIRECTORY)
    target_compile_definitions(test.record.postgres PRIVATE "REDLINE_POSTGRESQL_BIN=\"${redline_postgresql_bin}\"")
    if(TARGET redline)
        target_link_libraries(test.record.postgres PRIVATE nlohmann_json::nlohmann_json)
        target_compile_definitions(test.record.postgres PRIVATE "REDLINE_COMMAND=\"$<TARGET_FILE:redline>\"")
        add_dependencies(test.record.postgres redline)
    endif()
endif()
redline_add_test(record.store record/store_test.cpp LINK PkgConfig::sodium PkgConfig::sqlite)

redline_add_test(text.characters text/utf8_test.cpp text/lexer_test.cpp text/literate_test.cpp CONSTEXPR)
redline_add_test(text.robustness text/robustness_test.cpp)
redline_add_test(text.limits text/limits_test.cpp)
redline_add_test(text.warnings text/warnings_test.cpp)
redline_add_test(text.proof text/proof_limits_test.cpp text/examples_test.cpp)

redline_add_test(conformance conformance/conformance_test.cpp conformance/codes_test.cpp conformance/witness_test.cpp)
include(conformance/good_texts.cmake)
redline_add_test(conformance.compile conformance/compile_test.cpp CONSTEXPR)
target_include_directories(test.conformance.compile PRIVATE "${redline_good_texts}")
redline_add_test(engines engines/engines_test.cpp)

redline_add_test(decisions.oracle decisions/oracle_test.cpp)
redline_add_test(decisions.vectors decisions/vectors_test.cpp LINK nlohmann_json::nlohmann_json)

redline_add_test(oracle.vectors oracle/vectors_test.cpp LINK nlohmann_json::nlohmann_json)
redline_add_test(proof.vectors proof/vectors_test.cpp LINK nlohmann_json::nlohmann_json)
redline_add_test(proof.assertions proof/assertions_oracle_test.cpp)
redline_add_test(proof.findings proof/findings_oracle_test.cpp)
redline_add_test(proof.comparison proof/comparison_oracle_test.cpp)
redline_add_test(proof.compile proof/compile_test.cpp CONSTEXPR)
redline_add_test(proof.differences proof/differences_test.cpp)
redline_add_test(proof.comparable proof/differences_static_test.cpp CONSTEXPR)
redline_add_test(proof.signers proof/signers_test.cpp proof/signers_limits_test.cpp proof/signers_oracle_test.cpp)
redline_add_test(proof.how proof/how_test.cpp proof/how_oracle_test.cpp)
redline_add_test(proof.words proof/words_test.cpp proof/term_text_test.cpp)
redline_add_test(proof.table proof/cover_test.cpp proof/table_test.cpp)
redline_add_test(proof.outcome proof/outcome_test.cpp LINK nlohmann_json::nlohmann_json)

set_tests_properties(chain.story chain.ends chain.signers text.robustness text.limits engines decisions.oracle proof.assertions proof.findings
    proof.comparison proof.differences proof.signers proof.how proof.words proof.table PROPERTIES TIMEOUT 600)

add_subdirectory(solver)

if(TARGET redline)
    redline_add_test(tools.proof tools/compare_test.cpp tools/how_test.cpp tools/table_test.cpp
        LINK nlohmann_json::nlohmann_json)
    target_compile_definitions(test.tools.proof PRIVATE "REDLINE_COMMAND=\"$<TARGET_FILE:redline>\"")
    add_dependencies(test.tools.proof redline)
    redline_add_test(tools.case tools/case_test.cpp LINK nlohmann_json::nlohmann_json)
    target_compile_definitions(test.tools.case PRIVATE "REDLINE_COMMAND=\"$<TARGET_FILE:redline>\"")
    add_dependencies(test.tools.case redline)
endif()
