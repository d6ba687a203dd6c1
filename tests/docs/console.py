#!/usr/bin/env python3
"""Runs what pages of the documentation show: console.py [--update] REDLINE ROOT PAGE…

A page is followed from its top, in an empty folder of its own:

    <!-- file: NAME -->     the block behind it is written to the file NAME
    <!-- add to: NAME -->   the block behind it is added to that file
    <!-- change: NAME -->   the block behind it, a `diff`, is applied to that file: lines with `-` stand there once
    <!-- copy: PATH -->     the file PATH of the sources is copied there, under its own name
    <!-- each section starts anew -->   behind every further heading, files are again what they are here

A block marked `console` holds commands, each behind `$ `, and what they print, messages included. `redline` is the
command REDLINE. A line `…` stands for any number of lines. With --update, pages are written anew with what was printed.
Ends with 1 where something is printed otherwise, with the page and the line."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DIRECTIVE = re.compile(r"<!-- (file|add to|change|copy): (\S+) -->$")


class Wrong(Exception):
    pass


def changed(text, diff):
    """A text with a `diff` block applied: its lines with `-` or a blank stand there, once, and become those with `+` or a
    blank."""
    old, new = [], []
    for line in diff.splitlines():
        sign, rest = line[:1], line[1:]
        if sign not in ("-", "+", " "):
            raise Wrong(f"a line of a diff begins with `-`, `+` or a blank: {line}")
        if sign != "+":
            old.append(rest)
        if sign != "-":
            new.append(rest)
    before, after = ("\n" + "".join(line + "\n" for line in lines) for lines in (old, new))
    found = ("\n" + text).count(before)
    if found != 1:
        raise Wrong(f"this stands there {found} times, and not once:{before}")
    return ("\n" + text).replace(before, after)[1:]


def matches(expected, printed):
    """Whether what was printed is what is expected, `…` lines standing for any."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, printed) is not None


class Page:
    def __init__(self, path, redline, root):
        self.path, self.root = path, root
        self.lines = path.read_text(encoding="utf-8").split("\n")
        self.folder = Path(tempfile.mkdtemp(prefix="redline-docs-"))
        self.start = None
        self.ran = 0
        self.out = []
        programs = self.folder / ".bin"
        programs.mkdir()
        (programs / "redline").symlink_to(redline)
        self.environment = dict(os.environ, PATH=f"{programs}:{os.environ['PATH']}", NO_COLOR="1", LC_ALL="C.UTF-8",
                                TZ="UTC")

    def fail(self, number, what):
        raise Wrong(f"{self.path}:{number}: {what}")

    def run(self, command):
        done = subprocess.run(["sh", "-c", command + "\n"], cwd=self.folder, env=self.environment, timeout=120,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        return done.stdout.decode("utf-8")

    def restore(self):
        for file in self.folder.iterdir():
            if file.name != ".bin":
                file.unlink()
        for name, text in self.start.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def write(self, what, name, block, number):
        file = self.folder / name
        if what == "file":
            file.write_text(block, encoding="utf-8")
        elif what == "add to":
            if not file.exists():
                self.fail(number, f"there is no file {name} yet")
            file.write_text(file.read_text(encoding="utf-8") + block, encoding="utf-8")
        else:
            try:
                file.write_text(changed(file.read_text(encoding="utf-8"), block), encoding="utf-8")
            except Wrong as wrong:
                self.fail(number, wrong)

    def console(self, block, number, update):
        """Runs a block's commands; gives its lines, as they are to be."""
        result, i = [], 0
        while i < len(block):
            if not block[i].startswith("$ "):
                self.fail(number + i, "a block marked `console` begins with `$ ` and a command")
            command = block[i][2:]
            end = i + 1
            while end < len(block) and not block[end].startswith("$ "):
                end += 1
            expected = block[i + 1:end]
            printed = self.run(command)
            self.ran += 1
            if printed and not printed.endswith("\n"):
                printed += "\n"
            if not matches(expected, printed):
                if not update:
                    self.fail(number + i, f"`{command}` prints\n{printed}and not\n" + "\n".join(expected))
                expected = printed.split("\n")[:-1]
            result += [block[i]] + expected
            i = end
        return result

    def follow(self, update):
        pending, i = None, 0
        while i < len(self.lines):
            line = self.lines[i]
            self.out.append(line)
            i += 1
            directive = DIRECTIVE.match(line)
            if directive and directive[1] == "copy":
                source = self.root / directive[2]
                if not source.is_file():
                    self.fail(i, f"there is no file {directive[2]}")
                shutil.copy(source, self.folder / source.name)
            elif directive:
                if pending:
                    self.fail(i, "no block stands behind the one before")
                pending = directive
            elif line == "<!-- each section starts anew -->":
                self.start = {f.name: f.read_text(encoding="utf-8") for f in self.folder.iterdir() if f.is_file()}
            elif line.startswith("#") and self.start is not None:
                self.restore()
            elif line.startswith("```"):
                fence = re.match("`+", line)[0]
                end = i
                while end < len(self.lines) and self.lines[end] != fence:
                    end += 1
                if end == len(self.lines):
                    self.fail(i, "this block has no end")
                block = self.lines[i:end]
                if line == fence + "console":
                    block = self.console(block, i + 1, update)
                elif pending:
                    self.write(pending[1], pending[2], "\n".join(block) + "\n", i + 1)
                    pending = None
                self.out += block + [fence]
                i = end + 1
        if pending:
            self.fail(i, "no block stands behind the last directive")


def main(arguments):
    update = "--update" in arguments
    redline, root, *pages = [a for a in arguments if a != "--update"]
    wrong = 0
    for name in pages:
        page = Page(Path(name), Path(redline).resolve(), Path(root).resolve())
        try:
            page.follow(update)
            if page.ran == 0:
                page.fail(1, "shows no command")
            text = "\n".join(page.out)
            if update and text != page.path.read_text(encoding="utf-8"):
                page.path.write_text(text, encoding="utf-8")
            print(f"{name}: {page.ran} commands")
        except Wrong as problem:
            print(problem, file=sys.stderr)
            wrong = 1
        finally:
            shutil.rmtree(page.folder)
    return wrong


sys.exit(main(sys.argv[1:]))
