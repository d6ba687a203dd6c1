"""`redline duties`: days, formats, and a calendar that others can read."""
import datetime
import json
import re
import unittest

from command import Folder, environment, run

CONTRACT = """\
contract "Desk; of, all" version 1 effective from 2026-03-01 before 2028-03-01;
party agency; party vendor;
role ombuds independent;
use analysis;
safeguard filter;
evidence red_team from vendor valid 180 days;
evidence legal_review from agency valid 30 days;
evidence badge from agency;
event incident;
1 permit all lawful uses;
2 require red_team, filter at least tested, badge for analysis;
3 require legal_review for analysis when lawful;
4.1 log paused, prohibited to ombuds within 3 days keep 7 years;
4.2 audit by ombuds on 30 days notice;
4.3 duty vendor red_team every 180 days;
4.4 duty vendor filter every 90 days;
4.5 duty agency legal_review within 10 days of incident because "Nach jedem Vorfall wird geprüft, größer als zuvor, und niemand zögert damit.";
4.6 continuity analysis notice 90 days;
4.7 duty agency legal_review every 36 hours;
"""


def unfolded(text):
    return text.replace("\r\n ", "")


def events_of(text):
    """The events of a calendar, each as its properties, strictly read."""
    lines = unfolded(text).split("\r\n")
    events, now = [], None
    for line in lines[:-1]:
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            now = {}
        elif line == "END:VEVENT":
            events.append(now)
            now = None
        elif now is not None:
            now[name] = value
    return events


class Duties(Folder):
    def setUp(self):
        super().setUp()
        self.contract = self.file("desk.redline", CONTRACT)

    def items(self, *options):
        ran = run("duties", self.contract, "--format", "json", *options)
        self.assertEqual(ran.status, 0, ran.messages)
        return ran.json()["items"]

    def one(self, kind, term=None, *options):
        found = [i for i in self.items(*options) if i["kind"] == kind and i.get("term") == term]
        self.assertEqual(len(found), 1)
        return found[0]

    def test_periods_count_from_the_first_day(self):
        day = lambda on: self.one("renewal", "4.3", "--on", on).get("day")
        self.assertEqual(day("2025-01-01"), "2026-08-28")
        self.assertEqual(day("2026-03-01"), "2026-08-28")
        self.assertEqual(day("2026-08-28"), "2026-08-28")
        self.assertEqual(day("2026-08-29"), "2027-02-24")
        first = datetime.date(2026, 3, 1)
        for on in (datetime.date(2026, 3, 1) + datetime.timedelta(n) for n in range(0, 700, 61)):
            want = next(first + datetime.timedelta(180 * k) for k in range(1, 99)
                        if first + datetime.timedelta(180 * k) >= on)
            said = day(on.isoformat())
            self.assertEqual(said, want.isoformat() if want < datetime.date(2028, 3, 1) else None)

    def test_nothing_is_due_once_it_has_ended(self):
        last = self.one("renewal", "4.3", "--on", "2028-02-20")
        self.assertNotIn("day", last)
        self.assertTrue(last["ended"])
        self.assertEqual(self.one("end", None, "--on", "2026-01-01")["day"], "2028-02-29")

    def test_without_a_first_day_there_is_no_day(self):
        self.file("desk.redline", CONTRACT.replace("effective from 2026-03-01 before 2028-03-01", ""))
        item = self.one("renewal", "4.3", "--on", "2026-01-01")
        self.assertNotIn("day", item)
        self.assertNotIn("ended", item)

    def test_events(self):
        self.assertNotIn("day", self.one("response", "4.5", "--on", "2026-06-01"))
        item = self.one("response", "4.5", "--on", "2026-06-01", "--event", "incident=2026-05-30")
        self.assertEqual((item["day"], item["event"], item.get("overdue")), ("2026-06-09", "incident", None))
        item = self.one("response", "4.5", "--on", "2026-06-10", "--event", "incident=2026-05-30")
        self.assertTrue(item["overdue"])
        ran = run("duties", self.contract, "--event", "incidnt=2026-05-30")
        self.assertEqual(ran.status, 2)
        self.assertIn("did you mean `incident`?", ran.messages)
        for wrong in ("incident", "incident=2026-02-30", "lawful=2026-01-01"):
            self.assertEqual(run("duties", self.contract, "--event", wrong).status, 2, wrong)

    def test_notice_and_audit(self):
        notice = self.one("notice", "4.6", "--on", "2026-06-01")
        self.assertEqual((notice["day"], notice["earliest"]), ("2027-12-02", "2026-08-30"))
        audit = self.one("audit", "4.2", "--on", "2026-06-01")
        self.assertEqual((audit.get("day"), audit["earliest"]), (None, "2026-07-01"))

    def test_evidence_of_a_request(self):
        request = self.file("request.json", json.dumps({
            "use": "analysis", "date": "2026-06-01", "facts": {"lawful": True},
            "evidence": {"red_team": "100 days", "legal_review": "31 days", "badge": "900 days"}}))
        # It is held for 80 days more, and due again on 28 August: eight days of it are missing.
        lapse = [i for i in self.items("--request", request) if i["kind"] == "lapse"]
        self.assertEqual([(i["what"], i["day"], i.get("gap"), i.get("overdue")) for i in lapse],
                         [("legal_review", "2026-05-31", True, True), ("red_team", "2026-08-20", True, None)])
        self.assertEqual((lapse[1]["renewed_by"], lapse[1]["renewed_on"], lapse[1]["missing_from"]),
                         ("4.3", "2026-08-28", "2026-08-21"))
        # The decision of the request waits for a filter: it is logged, by its day.
        report = self.one("report", "4.1", "--request", request)
        self.assertEqual((report["day"], report["who"]), ("2026-06-04", ["ombuds"]))
        self.assertEqual(self.one("record", "4.1", "--request", request)["day"], "2033-05-30")
        # `--on` moves the day for which the request's ages hold.
        later = [i for i in self.items("--request", request, "--on", "2026-06-02") if i["kind"] == "lapse"]
        self.assertEqual(later[1]["day"], "2026-08-21")

    def test_text(self):
        ran = run("duties", self.contract, "--on", "2026-06-01")
        lines = ran.out.splitlines()
        self.assertEqual(lines[0], "Desk; of, all, version 1, as of 2026-06-01")
        days = [m.group(1) for line in lines if (m := re.match(r"  (\d{4}-\d\d-\d\d)  ", line))]
        self.assertEqual(days, sorted(days))
        self.assertIn("without a day yet:", ran.out)
        self.assertIn("  2026-08-28  4.3  The party `vendor` provides the evidence `red_team`, anew every 180 days.", ran.out)

    def test_calendar(self):
        request = self.file("request.json", json.dumps({"use": "analysis", "date": "2026-06-01",
                                                        "evidence": {"red_team": "100 days"}}))
        ran = run("duties", self.contract, "--request", request, "--format", "ical",
                  env=environment(SOURCE_DATE_EPOCH="1780000000"))
        text = ran.out
        self.assertTrue(text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
        self.assertTrue(text.endswith("END:VCALENDAR\r\n"))
        self.assertNotIn("\n", text.replace("\r\n", ""))
        for line in text.encode().split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            line.decode()  # no character is cut
        self.assertIn("X-WR-CALNAME:Desk\\; of\\, all\r\n", text)
        events = events_of(text)
        for e in events:
            self.assertRegex(e["DTSTAMP"], r"^\d{8}T\d{6}Z$")
        self.assertEqual({e["DTSTAMP"] for e in events}, {"20260528T202640Z"})
        uids = [e["UID"] for e in events]
        self.assertEqual(len(uids), len(set(uids)))
        by = {e["UID"].rsplit("-", 1)[0]: e for e in events}
        renewal = by["renewal-4.3"]
        self.assertEqual(renewal["DTSTART;VALUE=DATE"], "20260828")
        self.assertEqual(renewal["RRULE"], "FREQ=DAILY;INTERVAL=180;UNTIL=20280229")
        self.assertNotIn("RRULE", by["end"])
        # What recurs within days: 36 hours after the first day, and again: the first of these times from the first of June on.
        hours = by["renewal-4.7"]
        self.assertEqual((hours["DTSTART"], hours["RRULE"]),
                         ("20260602T000000", "FREQ=HOURLY;INTERVAL=36;UNTIL=20280229T235900"))
        # Made again, and under a later version, they are the same events.
        self.file("desk.redline", CONTRACT.replace("version 1", "version 2"))
        again = events_of(run("duties", self.contract, "--request", request, "--format", "ical").out)
        self.assertEqual([e["UID"] for e in again], uids)

    def test_calendar_is_read_by_others(self):
        try:
            import icalendar
        except ImportError:
            self.skipTest("the Python package icalendar is not installed")
        text = run("duties", self.contract, "--on", "2026-06-01", "--format", "ical").out
        calendar = icalendar.Calendar.from_ical(text)
        self.assertEqual(len(calendar.walk("VEVENT")), text.count("BEGIN:VEVENT"))

    def test_not_valid(self):
        self.assertEqual(run("duties", self.contract, "--on", "2026-02-30").status, 2)
        broken = self.file("broken.redline", 'contract "A" version 1; use a;')
        self.assertEqual(run("duties", broken).status, 1)
        wrong = self.file("wrong.json", "{}")
        ran = run("duties", self.contract, "--request", wrong, "--format", "json")
        self.assertEqual(ran.status, 1)
        self.assertIn("error", ran.json())


if __name__ == "__main__":
    unittest.main()
