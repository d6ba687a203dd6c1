"""examples/signoffs: every command of its page, and what it prints. `--update` writes the page anew from README.md's own
commands."""
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

UPDATE = "--update" in sys.argv
if UPDATE:
    sys.argv.remove("--update")

from command import EXAMPLES, REDLINE, environment

FOLDER = EXAMPLES / "signoffs"
BLOCK = re.compile(r"```console\n(.*?)```", re.S)


def session(folder, block):
    """The same block, with what its commands print now."""
    out = ""
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        words = shlex.split(line[2:])
        assert words[0] == "redline", line
        done = subprocess.run([REDLINE, *words[1:]], cwd=folder, env=environment(), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=120)
        out += line + "\n" + done.stdout.decode()
    return out


class Page(unittest.TestCase):
    maxDiff = None

    def test_page(self):
        page = (FOLDER / "README.md").read_text()
        with tempfile.TemporaryDirectory(prefix="redline-") as folder:
            for file in FOLDER.iterdir():
                shutil.copy(file, folder)
            now = BLOCK.sub(lambda m: f"```console\n{session(folder, m.group(1))}```", page)
        if UPDATE:
            (FOLDER / "README.md").write_text(now)
            return
        self.assertGreater(len(BLOCK.findall(page)), 5)
        self.assertEqual(now, page)

    def test_contracts(self):
        for contract in sorted(FOLDER.glob("*.redline")):
            for command in (["check"], ["fmt", "--check"], ["test"]):
                done = subprocess.run([REDLINE, *command, contract], capture_output=True, env=environment(), timeout=120)
                # A project is one party, of which `check` warns.
                self.assertEqual(done.returncode, 0, (command, contract, done.stderr))


if __name__ == "__main__":
    unittest.main()
