"""`redline test`: why scenarios fail, what they do not reach, and JUnit's XML."""
import unittest
import xml.etree.ElementTree as xml

from command import EXAMPLES, Folder, Terminal, run

CONTRACT = """\
contract "Desk <&> \\"x\\"" version 1;
party lab; role lead of lab;
use analysis; use weapons; use weapons.autonomous;
mission routine; mission combat sensitive;
fact oversight is level none < on_the_loop < in_the_loop;
fact persons is count;
evidence red_team from lab;
safeguard filter;
1 permit all lawful uses;
2 prohibit weapons.autonomous unless oversight at least on_the_loop;
3 require red_team for weapons;
4 require filter at least tested for analysis when persons over 10_000;
5 prohibit analysis when mission is combat;
6 log prohibited to lead;
7 restrict weapons when mission is combat to signed by review;
signoff review { stage first: lead; }
%s
"""


def scenario(title, given, expect):
    return f'scenario "{title}" {{ given {given}; expect {expect}; }}\n'


# What the usual schema, that of Jenkins' JUnit plugin, lets stand where.
ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "disabled", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "time", "disabled", "skipped", "timestamp", "hostname", "id",
                  "package"},
    "testcase": {"name", "assertions", "time", "classname", "status"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
}
CHILDREN = {"testsuites": {"testsuite"}, "testsuite": {"testcase", "properties", "system-out", "system-err"},
            "testcase": {"skipped", "error", "failure", "system-out", "system-err"}, "failure": set(), "error": set()}


class Results(Folder):
    def result_of(self, *scenarios, options=()):
        self.contract = self.file("desk.redline", CONTRACT % "".join(scenarios))
        return run("test", self.contract, *options)

    def why(self, given, expect):
        ran = self.result_of(scenario("S", given, expect))
        self.assertEqual(ran.status, 1)
        self.assertIn("  FAILED  S\n", ran.out)
        return ran.out

    def test_which_term_decided(self):
        out = self.why("use weapons.autonomous, lawful, oversight is none", "paused")
        self.assertIn("- by 2: The use `weapons.autonomous` is prohibited unless", out)

    def test_what_it_would_take_to_be_permitted(self):
        out = self.why("use weapons.autonomous, mission routine, lawful, oversight is in_the_loop", "permitted")
        self.assertIn("- it would be permitted with evidence red_team\n", out)
        out = self.why("use weapons.autonomous, mission combat, lawful, oversight is in_the_loop", "permitted")
        self.assertIn("- it would be permitted with evidence red_team; sign-off review\n", out)

    def test_what_would_have_to_be_otherwise(self):
        # No way leads there: what is given would have to be another.
        out = self.why("use weapons.autonomous, mission routine, lawful, oversight is none, red_team", "permitted")
        self.assertIn("- it would be permitted if it gave oversight at least on_the_loop\n", out)
        out = self.why("use analysis, lawful, persons is 5, mission routine", "paused")
        self.assertIn("- it would be paused if it gave", out)
        out = self.why("use analysis, lawful, persons is 5, mission routine", "prohibited")
        self.assertRegex(out, "it would be prohibited if it gave (mission combat|mission is combat|not lawful)\n")
        out = self.why("use weapons.autonomous, mission routine, lawful, oversight is in_the_loop, red_team", "paused")
        self.assertIn("if it gave red_team not held", out)

    def test_where_nothing_would_do(self):
        ran = run("test", self.file("a.redline", 'contract "A" version 1; use a; use b; 1 permit all lawful uses; 2 prohibit a;'
                                    + scenario("S", "use a, lawful", "permitted")))
        self.assertIn("- whatever else it gives, it is never permitted\n", ran.out)

    def test_a_day_on_which_it_is_not_in_effect(self):
        ran = run("test", self.file("a.redline", 'contract "A" version 1 effective from 2026-01-01; use a; 1 permit all lawful '
                                    'uses;' + scenario("S", "use a, lawful, date 2025-01-01", "permitted")))
        self.assertIn("- it would be permitted if it gave date from 2026-01-01\n", ran.out)

    def test_every_change_that_is_named_is_one(self):
        """What it would take is tried: a scenario that gives it comes out as expected."""
        changes = {
            ("use weapons.autonomous, mission routine, lawful, red_team", "oversight is none", "permitted"):
                ("oversight at least on_the_loop", "oversight is on_the_loop"),
            ("use weapons, mission routine, lawful, oversight is in_the_loop", "", "permitted"):
                ("evidence red_team", "red_team"),
        }
        for (given, now, expect), (words, instead) in changes.items():
            out = self.why(given + (", " + now if now else ""), expect)
            self.assertIn(words, out)
            ran = self.result_of(scenario("S", given + ", " + instead, expect))
            self.assertEqual(ran.status, 0, ran.out)

    def test_one_line_each_where_all_hold(self):
        ran = self.result_of(scenario("One", "use analysis, lawful, persons is 1, mission routine", "permitted"),
                           scenario("Two", "use analysis, not lawful", "prohibited"))
        self.assertEqual(ran.status, 0)
        self.assertEqual(ran.out.splitlines()[1:], ["  ok      One", "  ok      Two", "  2 scenarios: all hold"])

    def test_coverage(self):
        ran = self.result_of(scenario("One", "use analysis, lawful, persons is 1, mission routine", "permitted"),
                           scenario("Two", "use analysis, not lawful", "prohibited"),
                           scenario("Kind left open", "use weapons, lawful, mission routine", "paused"), options=["--coverage"])
        self.assertIn("  terms that decided a scenario: 3 of 6; never: 4, 5, 7\n", ran.out)
        self.assertIn("  outcomes: permitted, paused, prohibited\n", ran.out)
        # 4 uses (analysis, two of weapons, unlisted); unlisted is never paused, all others can be anything.
        self.assertIn("  outcomes of uses, of those that there are: 2 of 11\n", ran.out)
        self.assertIn("    never permitted: weapons, unlisted\n", ran.out)
        self.assertIn("    never paused: analysis, weapons\n", ran.out)
        self.assertIn("    never prohibited: weapons, unlisted\n", ran.out)

    def check_schema(self, element):
        self.assertIn(element.tag, ATTRIBUTES)
        self.assertLessEqual(set(element.keys()), ATTRIBUTES[element.tag], element.tag)
        for child in element:
            self.assertIn(child.tag, CHILDREN[element.tag])
            self.check_schema(child)

    def test_junit(self):
        to = self.folder / "out.xml"
        broken = self.file("broken.redline", 'contract "A" version 1; use a;')
        self.file("desk.redline", CONTRACT % (
            scenario("Fails <&>", "use weapons.autonomous, lawful, oversight is none", "paused")
            + scenario("Holds", "use analysis, not lawful", "prohibited") + "assert never permitted for weapons.autonomous;"))
        ran = run("test", self.folder / "desk.redline", broken, "--junit", to)
        self.assertEqual(ran.status, 1)
        root = xml.parse(to).getroot()
        self.check_schema(root)
        self.assertEqual({k: root.get(k) for k in ("tests", "failures", "errors")},
                         {"tests": "4", "failures": "2", "errors": "1"})
        suites = root.findall("testsuite")
        for s in suites:
            self.assertTrue({"name", "tests"} <= set(s.keys()))
        failure = suites[0].find("testcase/failure")
        self.assertEqual(failure.get("type"), "RL0701")
        self.assertIn("desk.redline:", failure.text)
        self.assertIn("by 2: The use `weapons.autonomous` is prohibited unless", failure.text)
        self.assertEqual([c.get("name") for c in suites[0].findall("testcase")][:2], ["Fails <&>", "Holds"])

    def test_examples_have_no_reason_to_give(self):
        for contract in sorted(EXAMPLES.glob("contracts/*/*.redline")):
            ran = run("test", contract)
            self.assertEqual(ran.status, 0, contract)
            self.assertNotIn("     - ", ran.out)

    def test_progress_is_shown_on_terminals_only(self):
        # Many conditions over many facts, so that it takes more than a second.
        facts = "".join(f"fact a{i} is flag; fact b{i} is flag;\n" for i in range(26))
        some = " or ".join(f"(a{i} and b{(k * i + k) % 26})" for i in range(26) for k in (1, 5, 11))
        slow = self.file("slow.redline", f'contract "Slow" version 1; use slow;\n{facts}1 permit all lawful uses;\n'
                         f"2 prohibit slow when {some};\n")
        ran = run("table", slow)
        self.assertNotIn("\r", ran.messages)
        at = Terminal("table", slow)
        at.wait_for("\rworking out the table ")
        at.type("\x03")
        at.end()


if __name__ == "__main__":
    unittest.main()
