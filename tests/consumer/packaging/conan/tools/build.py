"""Stands in for conan.tools.build."""


def check_min_cppstd(recipe, standard):
    recipe.least_standard = standard


def can_run(recipe):
    return True
