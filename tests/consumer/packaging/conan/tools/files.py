"""Stands in for conan.tools.files."""

import os
import shutil


def load(recipe, path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def copy(recipe, pattern, source, destination):
    os.makedirs(destination, exist_ok=True)
    shutil.copy(os.path.join(source, pattern), destination)


def rmdir(recipe, path):
    shutil.rmtree(path, ignore_errors=True)
