"""`redline watch`: again on every save, imports included, until it is interrupted."""
import os
import signal
import subprocess
import time
import unittest

from command import REDLINE, Folder, Terminal, environment

GOOD = """\
contract "A" version 1;
use a;
1 permit all lawful uses;
scenario "S" { given use a, lawful; expect permitted; }
"""


class Watching:
    def __init__(self, *arguments):
        self.process = subprocess.Popen([REDLINE, "watch", *map(str, arguments)], stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, env=environment())
        os.set_blocking(self.process.stdout.fileno(), False)
        self.shown = ""

    def wait_for_runs(self, runs):
        end = time.monotonic() + 60
        while self.shown.count("waiting for changes") < runs:
            self.shown += (self.process.stdout.read() or b"").decode()
            if time.monotonic() > end:
                raise AssertionError(self.shown)
            time.sleep(0.02)

    def stop(self, how=signal.SIGINT):
        self.process.send_signal(how)
        status = self.process.wait(60)
        self.shown += (self.process.stdout.read() or b"").decode()
        self.process.stdout.close()
        return status


class Watch(Folder):
    def watching(self, *arguments):
        w = Watching(*arguments)
        self.addCleanup(lambda: w.process.poll() is None and w.process.kill())
        return w

    def test_again_on_save(self):
        contract = self.file("a.redline", GOOD)
        w = self.watching(contract)
        w.wait_for_runs(1)
        self.assertIn("  ok      S", w.shown)
        contract.write_text(GOOD.replace("expect permitted", "expect paused"))
        w.wait_for_runs(2)
        self.assertIn("  FAILED  S", w.shown)
        # As editors do: another file takes its place.
        other = self.file("other", GOOD.replace("permit all", "permt all"))
        os.replace(other, contract)
        w.wait_for_runs(3)
        self.assertIn("error RL0", w.shown)
        contract.unlink()
        w.wait_for_runs(4)
        self.assertIn("cannot be read", w.shown)
        contract.write_text(GOOD)
        w.wait_for_runs(5)
        self.assertEqual(w.stop(), 0)
        self.assertEqual(w.shown.count("  ok      S"), 2)
        self.assertNotIn("\x1b", w.shown)

    def test_imports_are_followed(self):
        self.file("b.redline", 'contract "B" version 1;\nuse b;\n')
        contract = self.file("a.redline", GOOD.replace("use a;", 'use a;\nimport "b.redline";'))
        w = self.watching(contract)
        w.wait_for_runs(1)
        self.file("b.redline", 'contract "B" version 1;\nuse b;\nuse a;\n')
        w.wait_for_runs(2)
        self.assertIn("error RL0", w.shown)
        self.assertEqual(w.stop(signal.SIGTERM), 0)

    def test_an_import_that_comes_to_be_there(self):
        contract = self.file("a.redline", GOOD.replace("use a;", 'use a;\nimport "b.redline";'))
        w = self.watching(contract)
        w.wait_for_runs(1)
        self.file("b.redline", 'contract "B" version 1;\nuse b;\n')
        w.wait_for_runs(2)
        self.assertIn("  ok      S", w.shown)
        w.stop()

    def test_saving_the_same_says_nothing(self):
        contract = self.file("a.redline", GOOD)
        w = self.watching(contract)
        w.wait_for_runs(1)
        os.utime(contract)
        time.sleep(0.5)
        contract.write_text(GOOD + "# more\n")
        w.wait_for_runs(2)
        w.stop()
        self.assertEqual(w.shown.count("waiting for changes"), 2)

    def test_only_what_changed_is_shown(self):
        a, b = self.file("a.redline", GOOD), self.file("b.redline", GOOD)
        w = self.watching(a, b, "--runs", "2")
        w.wait_for_runs(1)
        b.write_text(GOOD + "# more\n")
        w.wait_for_runs(2)
        self.assertEqual(w.process.wait(60), 0)
        self.assertEqual((w.shown.count("a.redline"), w.shown.count("b.redline")), (1, 2))
        w.process.stdout.close()

    def test_a_terminal_is_cleared(self):
        at = Terminal("watch", self.file("a.redline", GOOD))
        at.wait_for("waiting for changes")
        self.assertIn("\x1b[2J", at.shown)
        at.type("\x03")
        self.assertEqual(at.end(), 0)


if __name__ == "__main__":
    unittest.main()
