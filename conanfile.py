"""The Conan 2 recipe of Redline: `conan create .`"""

import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir

required_conan_version = ">=2.0"


class RedlineConan(ConanFile):
    name = "redline"
    description = "Contracts on the use of AI systems, as text that decides; a header-only C++20 library"
    license = "BSL-1.0"
    topics = ("policy", "contracts", "decision", "constexpr", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    no_copy_source = True
    exports_sources = "CMakeLists.txt", "LICENSE_1_0.txt", "cmake/*", "include/*"
    test_package_folder = "cmake/packaging/conan/test_package"

    def set_version(self):
        header = load(self, os.path.join(self.recipe_folder, "include/redline/core/version.hpp"))
        self.version = re.search(r'REDLINE_VERSION_STRING "([^"]+)"', header).group(1)

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        self.requires("boost/[>=1.74]", options={"header_only": True})

    def validate(self):
        check_min_cppstd(self, 20)

    def generate(self):
        toolchain = CMakeToolchain(self)
        for part in ("TOOLS", "TESTS", "EXAMPLES", "BENCHMARKS"):
            toolchain.cache_variables["REDLINE_BUILD_" + part] = False
        toolchain.cache_variables["REDLINE_INSTALL"] = True
        toolchain.generate()

    def build(self):
        CMake(self).configure()

    def package(self):
        copy(self, "LICENSE_1_0.txt", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()
        # Conan's generators write these for whoever asks.
        rmdir(self, os.path.join(self.package_folder, "lib"))
        rmdir(self, os.path.join(self.package_folder, "share"))

    def package_id(self):
        self.info.clear()

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
        self.cpp_info.set_property("cmake_file_name", "redline")
        core = self.cpp_info.components["core"]
        core.set_property("cmake_target_name", "redline::core")
        core.set_property("pkg_config_name", "redline-core")
        reader = self.cpp_info.components["redline"]
        reader.set_property("cmake_target_name", "redline::redline")
        reader.set_property("pkg_config_name", "redline")
        reader.requires = ["core", "boost::headers"]
