# The test programs, by the part of the library they test.
find_package(nlohmann_json 3 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(sqlite REQUIRED IMPORTED_TARGET sqlite3)

redline_add_test(core.values core/calendar_test.cpp core/duration_test.cpp core/truth_test.cpp core/index_set_test.cpp
    core/nearest_test.cpp core/name_key_test.cpp CONSTEXPR)
redline_add_test(core.digest core/digest_test.cpp LINK PkgConfig::sodium CONSTEXPR)
redline_add_test(core.version core/version_test.cpp)
redline_add_test(core.requests core/names_test.cpp core/request_writer_test.cpp core/condition_test.cpp
    core/decide_test.cpp)

redline_add_test(core.duties core/duties_test.cpp CONSTEXPR)

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
redline_add_test(record.log record/canonical_json_test.cpp record/log_test.cpp record/recorder_test.cpp
    LINK PkgConfig::sodium)

redline_add_test(text.characters text/utf8_test.cpp text/lexer_test.cpp text/literate_test.cpp CONSTEXPR)
redline_add_test(text.robustness text/robustness_test.cpp)
redline_add_test(text.limits text/limits_test.cpp text/limits_of_work_test.cpp)
redline_add_test(text.warnings text/warnings_test.cpp)
redline_add_test(text.layout text/layout_test.cpp)
redline_add_test(text.drafts text/expand/expansion_test.cpp text/import_files_test.cpp)
redline_add_test(text.places text/places/name_index_test.cpp text/expected_at_test.cpp support/read.cpp)
redline_add_test(text.proof text/proof_limits_test.cpp text/examples_test.cpp)

redline_add_test(text.library text/library_test.cpp)

redline_add_test(conformance conformance/conformance_test.cpp conformance/codes_test.cpp conformance/witness_test.cpp
    conformance/amendments_test.cpp)
include(conformance/good_texts.cmake)
redline_add_test(conformance.compile conformance/compile_test.cpp CONSTEXPR)
target_include_directories(test.conformance.compile PRIVATE "${redline_good_texts}")
redline_add_test(engines engines/engines_test.cpp)

redline_add_test(typed typed/enumerators_test.cpp typed/bind_test.cpp typed/under_test.cpp CONSTEXPR)
redline_add_test(typed.oracle typed/random_test.cpp)
redline_add_test(text.amend text/amend/examples_test.cpp text/amend/robustness_test.cpp text/amend/round_trip_test.cpp)
redline_add_test(text.amend.constant text/amend/label_test.cpp CONSTEXPR)

redline_add_test(decisions.oracle decisions/oracle_test.cpp)
redline_add_test(decisions.batch decisions/batch_test.cpp)
redline_add_test(decisions.templates decisions/templates_test.cpp)
redline_add_test(decisions.vectors decisions/vectors_test.cpp LINK nlohmann_json::nlohmann_json)

redline_add_test(oracle.vectors oracle/vectors_test.cpp LINK nlohmann_json::nlohmann_json)
redline_add_test(proof.vectors proof/vectors_test.cpp LINK nlohmann_json::nlohmann_json)
redline_add_test(proof.assertions proof/assertions_oracle_test.cpp)
redline_add_test(proof.findings proof/findings_oracle_test.cpp)
redline_add_test(proof.comparison proof/comparison_oracle_test.cpp)
redline_add_test(proof.drafts proof/attribution_oracle_test.cpp proof/three_way_oracle_test.cpp
    proof/changed_terms_test.cpp proof/continuity_test.cpp)
redline_add_test(proof.compile proof/compile_test.cpp CONSTEXPR)
redline_add_test(proof.differences proof/differences_test.cpp)
redline_add_test(proof.comparable proof/differences_static_test.cpp CONSTEXPR)
redline_add_test(proof.signers proof/signers_test.cpp proof/signers_limits_test.cpp proof/signers_oracle_test.cpp)
redline_add_test(proof.how proof/how_test.cpp proof/how_oracle_test.cpp)
redline_add_test(proof.questions proof/open_questions_test.cpp)
redline_add_test(proof.words proof/words_test.cpp proof/term_text_test.cpp)
redline_add_test(proof.table proof/cover_test.cpp proof/table_test.cpp)
redline_add_test(proof.effects proof/term_effects_test.cpp)
redline_add_test(explain explain/explain_test.cpp)
redline_add_test(proof.outcome proof/outcome_test.cpp LINK nlohmann_json::nlohmann_json)

# The contracts of the repository as generated headers.
add_executable(test_headers emit/write_headers.cpp)
target_link_libraries(test_headers PRIVATE redline_test_support redline_warnings)
set(redline_generated "${CMAKE_CURRENT_BINARY_DIR}/generated_contracts")
file(GLOB redline_contracts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/examples/contracts/*/*.redline"
    "${PROJECT_SOURCE_DIR}/examples/contracts/*/*.md" "${PROJECT_SOURCE_DIR}/grammar/conformance/good/*"
    "${PROJECT_SOURCE_DIR}/grammar/conformance/warned/*" "${PROJECT_SOURCE_DIR}/tests/vectors/decide-*.redline")
add_custom_command(OUTPUT "${redline_generated}/examples_headers.hpp" "${redline_generated}/conformance_headers.hpp"
        "${redline_generated}/vectors_headers.hpp"
    COMMAND test_headers "${redline_generated}" DEPENDS test_headers ${redline_contracts} VERBATIM)
redline_add_test(emit emit/examples_test.cpp emit/conformance_test.cpp emit/vectors_test.cpp emit/identifier_test.cpp
    emit/header_test.cpp emit/questions_test.cpp "${redline_generated}/examples_headers.hpp"
    "${redline_generated}/conformance_headers.hpp" "${redline_generated}/vectors_headers.hpp" LINK nlohmann_json::nlohmann_json CONSTEXPR)
target_include_directories(test.emit PRIVATE "${redline_generated}")

set_tests_properties(chain.story chain.ends chain.signers text.robustness text.limits text.amend engines
    decisions.oracle proof.assertions proof.findings proof.comparison proof.drafts proof.differences proof.signers
    proof.how proof.words proof.table proof.effects explain PROPERTIES TIMEOUT 600)

add_subdirectory(solver)

if(TARGET redline)
    # A test that runs the command.
    function(redline_add_command_test name)
        redline_add_test(${name} ${ARGN})
        target_compile_definitions(test.${name} PRIVATE "REDLINE_COMMAND=\"$<TARGET_FILE:redline>\"")
        add_dependencies(test.${name} redline)
    endfunction()
    redline_add_command_test(tools.proof tools/amend_test.cpp tools/compare_test.cpp tools/how_test.cpp
        tools/table_test.cpp LINK nlohmann_json::nlohmann_json)
    redline_add_command_test(tools.drafts tools/drafts_test.cpp tools/imports_test.cpp LINK nlohmann_json::nlohmann_json)
    redline_add_command_test(tools.layout tools/fmt_test.cpp tools/explain_test.cpp tools/explain_error_test.cpp
        LINK redline_tool nlohmann_json::nlohmann_json)
    redline_add_command_test(tools.compile tools/compile_test.cpp LINK nlohmann_json::nlohmann_json)
    redline_add_command_test(tools.case tools/case_test.cpp LINK nlohmann_json::nlohmann_json)
    redline_add_test(tools.hints tools/hint_test.cpp LINK redline_tool)
    redline_add_command_test(tools.log tools/log_test.cpp LINK nlohmann_json::nlohmann_json)
    include(npm/npm.cmake)
    redline_npm_packages(page "${CMAKE_CURRENT_SOURCE_DIR}/tools/page" "${CMAKE_CURRENT_BINARY_DIR}/page")
    redline_node_test(tools.page "${CMAKE_CURRENT_SOURCE_DIR}/tools/page/page.test.mjs" PACKAGES page
        ENVIRONMENT "REDLINE_PACKAGES=${CMAKE_CURRENT_BINARY_DIR}/page")
    find_program(REDLINE_CHROMIUM chromium)
    if(NOT REDLINE_CHROMIUM)
        message(STATUS "Without chromium (Debian: chromium), pages are not looked at in a browser")
    elseif(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
        redline_node_test(tools.page.browser "${CMAKE_CURRENT_SOURCE_DIR}/tools/page/browser.test.mjs" PACKAGES page
            ENVIRONMENT "REDLINE_PACKAGES=${CMAKE_CURRENT_BINARY_DIR}/page" "REDLINE_CHROMIUM=${REDLINE_CHROMIUM}")
    endif()
    redline_npm_packages(schemas "${CMAKE_CURRENT_SOURCE_DIR}/schemas" "${CMAKE_CURRENT_BINARY_DIR}/schemas")
    redline_node_test(tools.schemas "${CMAKE_CURRENT_SOURCE_DIR}/schemas/validate.mjs" PACKAGES schemas
        ENVIRONMENT "REDLINE_PACKAGES=${CMAKE_CURRENT_BINARY_DIR}/schemas")
    add_subdirectory(editors)
    # Tests of the command that take a terminal, files of many MiB, or processes that go on for a while.
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    foreach(name IN ITEMS try duties results new watch signoffs limits)
        add_test(NAME tools.${name}
            COMMAND Python3::Interpreter -B "${CMAKE_CURRENT_SOURCE_DIR}/tools/${name}_test.py" "$<TARGET_FILE:redline>")
        set_tests_properties(tools.${name} PROPERTIES LABELS unit TIMEOUT 600)
    endforeach()
    find_package(Git QUIET)
    if(GIT_FOUND)
        add_test(NAME tools.git COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/tools/git_test.sh" "$<TARGET_FILE:redline>"
            "${PROJECT_SOURCE_DIR}/tools/git")
    endif()
endif()
