# The test programs, by the part of the library they test.
find_package(nlohmann_json 3 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)

redline_add_test(core.values core/calendar_test.cpp core/duration_test.cpp core/truth_test.cpp core/index_set_test.cpp
    core/nearest_test.cpp core/name_key_test.cpp CONSTEXPR)
redline_add_test(core.digest core/digest_test.cpp LINK PkgConfig::sodium CONSTEXPR)
redline_add_test(core.requests core/names_test.cpp core/request_writer_test.cpp core/condition_test.cpp
    core/decide_test.cpp)

redline_add_test(text.characters text/utf8_test.cpp text/lexer_test.cpp text/literate_test.cpp CONSTEXPR)
redline_add_test(text.robustness text/robustness_test.cpp)
redline_add_test(text.limits text/limits_test.cpp)

redline_add_test(conformance conformance/conformance_test.cpp conformance/codes_test.cpp)
include(conformance/good_texts.cmake)
redline_add_test(conformance.compile conformance/compile_test.cpp CONSTEXPR)
target_include_directories(test.conformance.compile PRIVATE "${redline_good_texts}")
redline_add_test(engines engines/engines_test.cpp)

redline_add_test(decisions.oracle decisions/oracle_test.cpp)
redline_add_test(decisions.vectors decisions/vectors_test.cpp LINK nlohmann_json::nlohmann_json)

set_tests_properties(text.robustness text.limits engines decisions.oracle PROPERTIES TIMEOUT 600)
