# cmake --install: the headers, the command, the licence, and what finds them: a CMake package and files for pkg-config.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/redline")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/redline" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
    FILES_MATCHING PATTERN "*.hpp" PATTERN "*.cppm")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE_1_0.txt" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
# The command is redline::command of the package; projects run it while building.
if(TARGET redline)
    set_target_properties(redline PROPERTIES EXPORT_NAME command)
    install(TARGETS redline EXPORT redlineCommandTargets RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    install(EXPORT redlineCommandTargets NAMESPACE redline:: DESTINATION "${package_dir}")
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
    cmake/RedlineContracts.cmake cmake/RedlinePolicyTests.cmake
    DESTINATION "${package_dir}")

# For pkg-config. Paths are relative to the file, so that what is installed can be moved.
set(pkgconfig_dir "${CMAKE_INSTALL_DATADIR}/pkgconfig")
set(redline_pc_prefix "${CMAKE_INSTALL_PREFIX}")
if(NOT IS_ABSOLUTE "${pkgconfig_dir}")
    file(RELATIVE_PATH up "/prefix/${pkgconfig_dir}" "/prefix")
    string(REGEX REPLACE "/$" "" redline_pc_prefix "\${pcfiledir}/${up}")
endif()
set(redline_pc_includedir "${CMAKE_INSTALL_INCLUDEDIR}")
if(NOT IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
    set(redline_pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
foreach(package IN ITEMS redline-core redline)
    configure_file(cmake/packaging/pkgconfig/${package}.pc.in "${PROJECT_BINARY_DIR}/${package}.pc" @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/${package}.pc" DESTINATION "${pkgconfig_dir}")
endforeach()
