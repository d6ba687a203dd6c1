"""`redline new`: whatever it writes is a whole contract, laid out, with scenarios that hold."""
import itertools
import re
import unittest

from command import EXAMPLES, Folder, Terminal, run

LIMITS = sorted(p.stem for p in (EXAMPLES / "library").glob("*.redline"))


class New(Folder):
    def whole(self, text, uses=0):
        contract = self.file("new.redline", text)
        ran = run("check", contract)
        self.assertEqual((ran.status, ran.messages), (0, ""), text)
        self.assertEqual(run("fmt", "--check", contract).status, 0)
        tested = run("test", contract)
        self.assertEqual(tested.status, 0, tested.out)
        self.assertGreaterEqual(tested.out.count("  ok      "), 3)
        return tested.out

    def test_every_template_of_the_library_is_a_limit(self):
        listed = re.findall(r"^  \d  (\w+)", run("new", "--list").out, re.M)
        self.assertEqual(sorted(listed), LIMITS)

    def test_each_limit_with_either_baseline(self):
        for limit, baseline in itertools.product(LIMITS, ("lawful", "nothing")):
            with self.subTest(limit=limit, baseline=baseline):
                ran = run("new", "--title", "Services", "--party", "agency", "--party", "vendor", "--baseline", baseline,
                          "--limit", limit)
                self.assertEqual(ran.status, 0, ran.messages)
                self.whole(ran.out)
                self.assertIn(f"permit {'all lawful uses' if baseline == 'lawful' else 'nothing else'};", ran.out)

    def test_all_limits_together(self):
        for parties, first_day in ((["agency"], []), (["agency=The agency", "vendor", "ministry"],
                                                      ["--effective-from", "2026-03-01"])):
            flags = [f for p in parties for f in ("--party", p)] + [f for n in LIMITS for f in ("--limit", n)] + first_day
            ran = run("new", "--title", 'Quotes " and \\ backslashes', *flags)
            self.assertEqual(ran.status, 0, ran.messages)
            self.whole(ran.out)

    def test_no_limit(self):
        self.whole(run("new", "--title", "Services", "--party", "agency").out)

    def test_never_overwrites(self):
        flags = ("new", "--title", "A", "--party", "agency", "-o")
        there = self.file("there.redline", "mine")
        ran = run(*flags, there)
        self.assertEqual((ran.status, there.read_text()), (2, "mine"))
        self.assertIn("--force", ran.messages)
        self.assertEqual(run(*flags, there, "--force").status, 0)
        self.assertIn('contract "A"', there.read_text())
        made = self.folder / "made.redline"
        self.assertEqual(run(*flags, made).status, 0)
        self.assertEqual(run(*flags, made).status, 2)

    def test_what_it_can_not_take(self):
        for flags, message in ((("--party", "use"), "use"), (("--party", "a b"), "found `b`"), (("--party", "overseer"), "overseer"),
                               (("--party", "a", "--party", "a"), "a"),
                               (("--party", "a", "--limit", "red_taem"), "did you mean `red_team`?"),
                               (("--party", "a", "--effective-from", "2026-02-30"), "2026-02-30")):
            ran = run("new", "--title", "A", *flags)
            self.assertIn(ran.status, (1, 2), flags)
            self.assertIn(message, ran.messages)
            self.assertEqual(ran.out, "")

    def test_asks(self):
        to = self.folder / "asked.redline"
        ran = run("new", input=f"\nServices\nagency, use\nagency=The agency, vendor\nlawfull\nnothing\nred_taem\n4, continuity\n{to}\n")
        self.assertEqual(ran.status, 0, ran.messages)
        self.assertEqual(ran.out, "")
        self.assertIn("a title is needed", ran.messages)
        self.assertIn("did you mean `lawful`?", ran.messages)
        self.assertIn("did you mean `red_team`?", ran.messages)
        text = to.read_text()
        self.whole(text)
        self.assertIn('party agency "The agency";', text)
        self.assertIn("apply continuity_on_withdrawal(supply", text)

    def test_asks_for_what_is_missing_only(self):
        ran = run("new", "--title", "Services", "--baseline", "lawful", "--limit", "red_team", "-o", "-", input="\n")
        self.assertEqual(ran.status, 0, ran.messages)
        self.assertEqual(re.findall(r"(\w+)(?: \[.*\])?> ", ran.messages), ["Parties"])
        self.whole(ran.out)

    def test_the_end_of_the_input_writes_nothing(self):
        ran = run("new", input="Services\n", cwd=self.folder)
        self.assertEqual(ran.status, 2)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_on_a_terminal(self):
        to = self.folder / "typed.redline"
        at = Terminal("new", "-o", to)
        place = 0
        for prompt, answer in (("Title> ", "Typed"), ("Parties [agency, vendor]> ", ""), ("Baseline [lawful]> ", ""),
                               ("Limits [none]> ", "2")):
            place = at.wait_for(prompt, place)
            at.type(answer + "\n")
        self.assertEqual(at.end(), 0)
        self.whole(to.read_text())


if __name__ == "__main__":
    unittest.main()
