"""`redline try`: through a pipe and on a terminal."""
import json
import unittest

from command import Folder, Terminal, run

CONTRACT = """\
contract "Desk" version 1;
party lab;
role counsel of lab;
role lead of lab;
use analysis "Reading what is lawfully held";
use weapons;
use weapons.autonomous "Selects and engages targets";
use weapons.advice;
mission routine;
mission combat sensitive;
fact lawful is flag from counsel "Counsel says that it is lawful";
fact oversight is level none < on_the_loop < in_the_loop;
fact persons is count;
fact data is any of biometric, location;
safeguard filter;
evidence red_team from lab valid 90 days;
1 permit all lawful uses;
2 prohibit weapons.autonomous unless oversight at least on_the_loop because "A person decides.";
3 require red_team, signed by review for weapons;
4 prohibit analysis when persons over 10_000;
5 require filter at least tested for analysis when data has biometric;
6 restrict weapons.advice when mission is combat to oversight is in_the_loop;
signoff review { stage first: lead; }
"""


class Piped(Folder):
    def setUp(self):
        super().setUp()
        self.contract = self.file("desk.redline", CONTRACT)

    def talk(self, *lines, options=()):
        return run("try", self.contract, *options, input="".join(line + "\n" for line in lines))

    def saved(self, *lines, options=()):
        to = self.folder / "saved.json"
        if to.exists():
            to.unlink()
        ran = self.talk(*lines, options=("--save", to, *options))
        return ran, json.loads(to.read_text()) if to.exists() else None

    def asked(self, ran):
        """What it asked for, in its order: the names in front of `> `."""
        return [line.split("> ")[0] for line in ran.out.splitlines() if "> " in line]

    def test_asks_only_for_what_matters(self):
        ran = self.talk("weapons.autonomous", "yes", "none")
        self.assertEqual(ran.status, 0)
        # A person who does not watch ends it: evidence and sign-off are not asked for, nor what other uses hang on.
        self.assertEqual(self.asked(ran), ["use", "lawful", "oversight", "done"])
        self.assertIn("prohibited: a term forbids it", ran.out)
        self.assertIn("Reason: A person decides.", ran.out)
        self.assertIn("no way", ran.out)

    def test_asks_for_what_can_be_brought_about_last(self):
        ran, request = self.saved("weapons.autonomous", "yes", "in_the_loop", "12 days", "complete")
        self.assertEqual(self.asked(ran), ["use", "lawful", "oversight", "red_team", "review", "done"])
        self.assertIn("\npermitted\n", ran.out)
        self.assertEqual(request, {"use": "weapons.autonomous", "facts": {"lawful": True, "oversight": "in_the_loop"},
                                   "attested": {"lawful": "counsel"}, "evidence": {"red_team": "12 days"},
                                   "signoffs": {"review": "complete"}})
        decided = run("decide", self.contract, "--request", "-", input=json.dumps(request))
        self.assertEqual(decided.json()["outcome"], "permitted")

    def test_nothing_is_asked_that_no_answer_could_change(self):
        ran = self.talk("analysis", "no")
        self.assertEqual(self.asked(ran), ["use", "lawful", "done"])

    def test_numbers_choose(self):
        # 1 analysis, 2 weapons, 3 weapons.autonomous; of flags 1 is yes; of levels 1 is the lowest.
        self.assertEqual(self.saved("3", "1", "2", "no", "1")[1]["facts"], {"lawful": True, "oversight": "on_the_loop"})
        ran = self.talk("9", "analysis", "no")
        self.assertIn("There is no choice 9; there are 5.", ran.out)

    def test_a_use_whose_kind_is_open_is_asked_for(self):
        ran, request = self.saved("weapons", "autonomous", "yes", "none")
        self.assertEqual(self.asked(ran)[:2], ["use", "kind of weapons"])
        self.assertEqual(request["use"], "weapons.autonomous")
        ran, request = self.saved("weapons", "unknown", "yes", "unknown", "unknown", "yes", "complete")
        self.assertEqual(request["use"], "weapons")
        self.assertIn("the kind of use", ran.out)

    def test_several_uses(self):
        _, request = self.saved("weapons.advice, analysis", "no")
        self.assertEqual(request["use"], ["weapons.advice", "analysis"])

    def test_wrong_answers_are_asked_again(self):
        ran, request = self.saved("analisys", "analysis", "maybe", "ys", "yes", "many", "12_", "1_000", "biometrik",
                                  "biometric", "testd", "tested")
        self.assertIn("did you mean `analysis`?", ran.out)
        self.assertIn("expected `yes` or `no`; did you mean `yes`?", ran.out)
        self.assertEqual(ran.out.count("expected a whole number"), 2)
        self.assertIn("did you mean `biometric`?", ran.out)
        self.assertIn("did you mean `tested`?", ran.out)
        self.assertEqual(request["facts"], {"lawful": True, "persons": 1000, "data": ["biometric"]})
        self.assertEqual(request["safeguards"], {"filter": "tested"})
        self.assertIn("\npermitted\n", ran.out)

    def test_where_a_number_makes_a_difference(self):
        self.assertIn("a number; it makes a difference from 10_001 on", self.talk("analysis", "yes").out)

    def test_sets(self):
        _, request = self.saved("analysis", "yes", "1", "nothing")
        self.assertEqual(request["facts"]["data"], [])
        _, request = self.saved("analysis", "yes", "1", "not biometric")
        self.assertEqual(request["facts"]["data"], {"biometric": False})
        _, request = self.saved("analysis", "yes", "1", "biometric and location", "validated")
        self.assertEqual(request["facts"]["data"], ["biometric", "location"])

    def test_unknown_is_waited_for(self):
        ran, request = self.saved("analysis", "unknown", "1", "nothing")
        self.assertIn("\npaused\n", ran.out)
        self.assertIn("waits for: lawful", ran.out)
        self.assertIn("to have it permitted:\n1. lawful (attested by counsel)", ran.out)
        self.assertNotIn("lawful", request.get("facts", {}))
        self.assertEqual(self.asked(ran), ["use", "lawful", "persons", "data", "done"])

    def test_back_takes_answers_back(self):
        ran, request = self.saved("analysis", "no", "back", "yes", "back", "back", "weapons.autonomous", "yes", "none")
        self.assertEqual(request["use"], "weapons.autonomous")
        self.assertIn("Taken back: lawful no", ran.out)
        self.assertIn("Taken back: use analysis", ran.out)
        self.assertIn("There is no answer to take back.", self.talk("back").out)

    def test_again(self):
        ran, request = self.saved("analysis", "no", "again", "weapons.autonomous", "no")
        self.assertIn("Begun anew.", ran.out)
        self.assertEqual(request["use"], "weapons.autonomous")

    def test_explains(self):
        ran = self.talk("?", "weapons.autonomous", "?")
        self.assertIn("Selects and engages targets", ran.out)
        self.assertIn("Counsel says that it is lawful", ran.out)
        self.assertIn("attested by counsel", ran.out)
        ran = self.talk("weapons.autonomous", "yes", "?")
        self.assertIn("2  The use `weapons.autonomous` is prohibited unless", ran.out)
        self.assertNotIn("`persons`", ran.out)

    def test_end_of_input_shows_what_is_open(self):
        ran, request = self.saved("weapons.autonomous", "yes")
        self.assertEqual(ran.status, 0)
        self.assertIn("not asked yet: oversight", ran.out)
        self.assertIn("\npaused\n", ran.out)
        self.assertEqual(request["facts"], {"lawful": True})

    def test_enough_and_quit(self):
        ran = self.talk("weapons.autonomous", "enough", "back", "yes", "quit")
        self.assertEqual(ran.out.count("\npaused\n"), 2)
        self.assertEqual(self.asked(ran), ["use", "lawful", "done", "lawful", "oversight"])

    def test_no_use_no_request(self):
        ran, request = self.saved()
        self.assertEqual((ran.status, request), (1, None))
        self.assertEqual(run("try", self.contract, input="").status, 0)
        self.assertEqual(run("try", self.contract, input="quit\n").status, 0)

    def test_json_is_the_request_alone(self):
        ran = self.talk("weapons.autonomous", "yes", "none", options=("--format", "json"))
        self.assertEqual(ran.json()["facts"], {"lawful": True, "oversight": "none"})
        self.assertIn("oversight> none", ran.messages)

    def test_begins_with_what_is_known(self):
        known = self.file("known.json", '{"use": "weapons.autonomous", "facts": {"lawful": true}, '
                                        '"attested": {"lawful": "counsel"}}')
        ran, request = self.saved("none", options=("--request", known))
        self.assertEqual(self.asked(ran), ["oversight", "done"])
        self.assertEqual(request["facts"], {"lawful": True, "oversight": "none"})
        wrong = self.file("wrong.json", '{"use": "weapon"}')
        self.assertEqual(self.talk(options=("--request", wrong)).status, 1)

    def test_hostile_lines(self):
        ran = self.talk("\x1b[2J", "a" * 100000, "\xff\x00", "analysis", "no")
        self.assertEqual(ran.status, 0)
        self.assertNotIn("\x1b", ran.out)

    def test_used_wrongly(self):
        self.assertEqual(run("try", "-").status, 2)
        self.assertEqual(run("try", self.folder / "none.redline").status, 2)
        broken = self.file("broken.redline", 'contract "A" version 1; use a;')
        self.assertEqual(run("try", broken).status, 1)

    def test_every_answer_leads_to_what_decide_says(self):
        """Whatever is answered, the request that comes of it is decided as the dialogue says."""
        for lines in (["unlisted", "yes"], ["weapons.other", "yes", "no", "refused"], ["weapons.advice", "yes", "combat", "1"],
                      ["weapons.advice", "yes", "unknown", "in_the_loop", "yes", "opened"]):
            ran, request = self.saved(*lines)
            decided = run("decide", self.contract, "--request", "-", input=json.dumps(request)).json()["outcome"]
            self.assertIn(f"\n{decided}", ran.out, lines)


class OnATerminal(Folder):
    def test_a_dialogue(self):
        contract = self.file("desk.redline", CONTRACT)
        at = Terminal("try", contract)
        place = at.wait_for("use> ")
        at.type("weapons.autonomous\n")
        place = at.wait_for("lawful> ", place)
        at.type("yes\n")
        place = at.wait_for("oversight> ", place)
        at.type("none\n")
        place = at.wait_for("\x1b[1;31mprohibited\x1b[0m: a term forbids it", place)
        place = at.wait_for("done> ", place)
        at.type("\x04")
        self.assertEqual(at.end(), 0)

    def test_no_colour_where_it_is_not_wanted(self):
        contract = self.file("desk.redline", CONTRACT)
        at = Terminal("try", contract, NO_COLOR="1")
        at.wait_for("use> ")
        at.type("weapons.autonomous\nyes\nnone\n")
        at.wait_for("done> ")
        at.type("quit\n")
        self.assertEqual(at.end(), 0)
        self.assertNotIn("\x1b[", at.shown)


if __name__ == "__main__":
    unittest.main()
