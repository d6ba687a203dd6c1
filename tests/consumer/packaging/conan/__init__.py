"""Stands in for Conan 2, as far as a recipe of headers needs it; see run_recipe.py."""


class ConanFile:
    pass
