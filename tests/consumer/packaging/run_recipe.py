"""Runs conanfile.py as `conan create` would, with the stand-in for Conan beside this file.

run_recipe.py SOURCES FOLDER VERSION GENERATOR: exports what the recipe says, builds and packages it into FOLDER/package,
checks what was made, and writes to FOLDER/generators what CMakeDeps would write, from the recipe's package_info.
"""

import glob
import importlib.util
import os
import shutil
import sys

sources, folder, version, generator = sys.argv[1:]
shutil.rmtree(folder, ignore_errors=True)


class Components(dict):
    def __missing__(self, name):
        self[name] = Information()
        return self[name]


class Information:
    """What package_info fills in."""

    def __init__(self):
        self.components = Components()
        self.properties = {}
        self.requires = []

    def set_property(self, name, value):
        self.properties[name] = value

    def clear(self):
        self.cleared = True


def exported(patterns, to):
    for pattern in patterns:
        for path in glob.glob(os.path.join(sources, pattern)):
            target = os.path.join(to, os.path.relpath(path, sources))
            if os.path.isdir(path):
                shutil.copytree(path, target)
            else:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                shutil.copy(path, target)


test_recipe = os.path.join(sources, "cmake/packaging/conan/test_package/conanfile.py")
with open(test_recipe, encoding="utf-8") as file:
    compile(file.read(), test_recipe, "exec")
spec = importlib.util.spec_from_file_location("conanfile", os.path.join(sources, "conanfile.py"))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
recipe = module.RedlineConan()
required = []
recipe.requires = lambda name, options=None: required.append(name)
recipe.recipe_folder = sources
recipe.source_folder = os.path.join(folder, "source")
recipe.build_folder = os.path.join(folder, "build")
recipe.package_folder = os.path.join(folder, "package")
recipe.generator = generator
recipe.info = Information()
recipe.cpp_info = Information()

recipe.set_version()
assert recipe.version == version, recipe.version
exported(recipe.exports_sources, recipe.source_folder)
for step in (recipe.layout, recipe.requirements, recipe.validate, recipe.generate, recipe.build, recipe.package,
             recipe.package_id, recipe.package_info):
    step()

assert [name.split("/")[0] for name in required] == ["boost"] and recipe.least_standard == 20 and recipe.info.cleared
assert os.path.isdir(os.path.join(sources, recipe.test_package_folder))
assert sorted(os.listdir(recipe.package_folder)) == ["include", "licenses"], os.listdir(recipe.package_folder)

# As CMakeDeps: one imported target for each component, Boost from the system.
targets = "find_package(Boost 1.74 REQUIRED)\n"
for component in recipe.cpp_info.components.values():
    name = component.properties["cmake_target_name"]
    needs = " ".join(r.replace("boost::", "Boost::") if "::" in r else
                     recipe.cpp_info.components[r].properties["cmake_target_name"] for r in component.requires)
    targets += f"add_library({name} INTERFACE IMPORTED)\n"
    targets += f'target_include_directories({name} INTERFACE "{recipe.package_folder}/include")\n'
    targets += f"target_compile_features({name} INTERFACE cxx_std_20)\n"
    if needs:
        targets += f"target_link_libraries({name} INTERFACE {needs})\n"
os.makedirs(os.path.join(folder, "generators"))
config = recipe.cpp_info.properties["cmake_file_name"] + "Config.cmake"
with open(os.path.join(folder, "generators", config), "w", encoding="utf-8") as file:
    file.write(targets)
