"""The command `redline`, run as users run it: what the tests written in Python share."""
import json
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

REDLINE = os.path.abspath(sys.argv.pop(1))
SOURCE = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = SOURCE / "examples"


class Ran:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode()
        self.messages = done.stderr.decode()

    def json(self):
        return json.loads(self.out)


def environment(**more):
    return {**{k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "SOURCE_DATE_EPOCH")}, **more}


def run(*arguments, input="", cwd=None, env=None):
    """Runs the command with these arguments, and this on its standard input."""
    done = subprocess.run([REDLINE, *map(str, arguments)], input=input.encode(), capture_output=True, cwd=cwd,
                          env=env or environment(), timeout=120)
    return Ran(done)


class Terminal:
    """The command on a pseudo terminal, which a test types to."""

    def __init__(self, *arguments, **more):
        self.pid, self.at = pty.fork()
        if self.pid == 0:
            os.environ.pop("NO_COLOR", None)
            os.environ.update({"TERM": "xterm", **more})
            os.execv(REDLINE, [REDLINE, *map(str, arguments)])
        self.shown = ""

    def read(self, seconds=0.1):
        while select.select([self.at], [], [], seconds)[0]:
            try:
                some = os.read(self.at, 65536)
            except OSError:  # the other end is closed
                return False
            if not some:
                return False
            self.shown += some.decode()
        return True

    def wait_for(self, text, behind=0):
        """Until a text is shown behind a place; gives the place behind it."""
        end = time.monotonic() + 60
        while text not in self.shown[behind:]:
            if not self.read() or time.monotonic() > end:
                raise AssertionError(f"{text!r} is not shown in {self.shown[behind:]!r}")
        return self.shown.index(text, behind) + len(text)

    def type(self, text):
        os.write(self.at, text.encode())

    def end(self):
        """Waits until it ends; gives the exit status."""
        end = time.monotonic() + 60
        while self.read():
            if time.monotonic() > end:
                raise AssertionError(f"it does not end: {self.shown!r}")
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.at)
        return status


class Folder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="redline-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path
