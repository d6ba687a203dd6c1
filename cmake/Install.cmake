# cmake --install: the headers, the command, the licence, and the package `find_package(redline CONFIG)` finds.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/redline")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/redline" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
    FILES_MATCHING PATTERN "*.hpp")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE_1_0.txt" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
if(TARGET redline)
    install(TARGETS redline RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    set(git_scripts "${PROJECT_SOURCE_DIR}/tools/git")
    install(PROGRAMS "${git_scripts}/redline-diff" "${git_scripts}/pre-commit" "${git_scripts}/redline-wider"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/redline/git")
    install(FILES "${git_scripts}/trees" DESTINATION "${CMAKE_INSTALL_DATADIR}/redline/git")
endif()

# Two sets of targets, so that who asks for the component `core` alone needs no Boost.
set_target_properties(redline_core PROPERTIES EXPORT_NAME core)
set_target_properties(redline_headers PROPERTIES EXPORT_NAME redline)
install(TARGETS redline_core EXPORT redlineCoreTargets)
install(TARGETS redline_headers EXPORT redlineTargets)
install(EXPORT redlineCoreTargets NAMESPACE redline:: DESTINATION "${package_dir}")
install(EXPORT redlineTargets NAMESPACE redline:: DESTINATION "${package_dir}")

configure_package_config_file(cmake/redlineConfig.cmake.in "${PROJECT_BINARY_DIR}/redlineConfig.cmake"
    INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/redlineConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/redlineConfig.cmake" "${PROJECT_BINARY_DIR}/redlineConfigVersion.cmake"
    DESTINATION "${package_dir}")
