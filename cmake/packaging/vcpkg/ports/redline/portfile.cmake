# The port stands in the sources that it builds. In a registry of its own, vcpkg_from_github or vcpkg_from_git gives them.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../../../.." ABSOLUTE)

vcpkg_check_features(OUT_FEATURE_OPTIONS options FEATURES tools REDLINE_BUILD_TOOLS)
if(NOT "tools" IN_LIST FEATURES)
    set(VCPKG_BUILD_TYPE release)  # headers only: nothing to debug
endif()

vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS ${options} -DREDLINE_BUILD_TESTS=OFF -DREDLINE_BUILD_EXAMPLES=OFF -DREDLINE_BUILD_BENCHMARKS=OFF
        -DREDLINE_INSTALL=ON -DREDLINE_WARNINGS_AS_ERRORS=OFF)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME redline CONFIG_PATH lib/cmake/redline)
vcpkg_fixup_pkgconfig()
if("tools" IN_LIST FEATURES)
    vcpkg_copy_tools(TOOL_NAMES redline AUTO_CLEAN)
endif()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug" "${CURRENT_PACKAGES_DIR}/lib")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE_1_0.txt")
