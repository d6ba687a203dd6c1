"""Stands in for conan.tools.cmake: runs CMake as Conan would."""

import os
import subprocess


def cmake_layout(recipe):
    recipe.laid_out = True


class CMakeToolchain:
    def __init__(self, recipe):
        self.recipe = recipe
        self.cache_variables = {}

    def generate(self):
        self.recipe.cache_variables = self.cache_variables


class CMake:
    def __init__(self, recipe):
        self.recipe = recipe

    def configure(self):
        r = self.recipe
        options = [f"-D{name}={'ON' if value else 'OFF'}" for name, value in r.cache_variables.items()]
        subprocess.run(
            ["cmake", "-S", r.source_folder, "-B", r.build_folder, "-G", r.generator,
             f"-DCMAKE_INSTALL_PREFIX={r.package_folder}", *options],
            check=True, stdout=subprocess.DEVNULL)

    def install(self):
        subprocess.run(["cmake", "--install", self.recipe.build_folder], check=True, stdout=subprocess.DEVNULL)
        assert os.path.isdir(os.path.join(self.recipe.package_folder, "include"))
