#!/usr/bin/env python3
"""Makes what fuzzers start from, out of what the repository holds: seeds for each target, and a dictionary of the grammar.

    seeds.py SOURCES OUT       writes OUT/NAME/*, and OUT/grammar.dict, OUT/request.dict
"""
import json
import pathlib
import random
import re
import sys

SOURCES = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
CONFORMANCE = SOURCES / "grammar/conformance"
LONGEST = 8192  # longer texts slow a fuzzer down more than they show it


def seed(target, name, data):
    folder = OUT / target
    folder.mkdir(parents=True, exist_ok=True)
    if isinstance(data, str):
        data = data.encode()
    if len(data) <= LONGEST:
        (folder / name).write_bytes(data)


def texts():
    """Contract texts: conformance, vectors, examples."""
    for folder in ("good", "bad", "warned", "imported"):
        yield from sorted((CONFORMANCE / folder).glob("*.redline"))
        yield from sorted((CONFORMANCE / folder).glob("*.md"))
    yield from sorted((SOURCES / "tests/vectors").glob("*.redline"))
    for folder in ("contracts", "library", "amendments"):
        yield from sorted((SOURCES / "examples" / folder).rglob("*.redline"))
        yield from sorted((SOURCES / "examples" / folder).rglob("*.md"))


for file in texts():
    name = "-".join(file.relative_to(SOURCES).parts[1:])
    data = file.read_bytes()
    literate = file.suffix == ".md"
    seed("literate" if literate else "text", name, data)
    seed("layout", name, data)
    if not literate:
        seed("literate", name + ".md", b"# T\n\n```redline\n" + data + b"\n```\n")

# A contract and its amendments; and pairs of contracts, for the amendment from one to the other.
for file in sorted((CONFORMANCE / "amendments").glob("*.redline")):
    stem = file.name[: -len(".redline")]
    if "." not in stem:
        parts = [file.read_bytes()]
        while (step := file.with_name(f"{stem}.{len(parts)}.redline")).exists():
            parts.append(step.read_bytes())
        seed("amendment", stem, b"\n====\n".join(parts))
    elif stem.endswith(".before"):
        after = file.with_name(stem[: -len("before")] + "after.redline")
        if after.exists():
            seed("amendment", stem, b"\n====\n".join([file.read_bytes(), after.read_bytes()]))
for before in sorted((SOURCES / "tests/vectors").glob("compare-*-before.redline")):
    after = before.with_name(before.name.replace("before", "after"))
    pair = [before.read_text(), re.sub(r"version \d+", "version 999", after.read_text(), count=1)]
    seed("amendment", before.name, "\n====\n".join(pair))

# Requests of the target's own contract: what it declares, in every form that a request has.
values = {
    "use": ["weapons", "weapons.autonomous", "weapons.autonomous.swarm", "weapons.other", "analysis", "unlisted",
            ["analysis", "weapons.autonomous.other"], ["unlisted"]],
    "mission": ["routine", "combat", "combat.night", "combat.other"],
    "date": ["2026-06-01", "2025-12-31", "2028-02-29", "9999-12-31", "0001-01-01"],
    "facts": [{"lawful": True}, {"oversight": "on_the_loop", "network": "secret"}, {"persons": 18446744073709551615},
              {"persons": 0, "delay": "36 hours"}, {"data": ["biometric", "location"]}, {"data": []},
              {"data": {"communications": False, "biometric": True}}],
    "attested": [{"lawful": "counsel", "network": "agency"}, {"network": "counsel"}, {"persons": "ombuds"}],
    "evidence": [{"red_team": "12 days"}, {"red_team": "1 week", "legal_review": "0 minutes"}],
    "safeguards": [{"output_filter": "tested"}, {"output_filter": "absent", "breaker": "closed"}],
    "signoffs": [{"review": "opened"}, {"review": "complete", "exception": "refused"}],
}
dice = random.Random(1)
for i in range(200):
    kept = {k: dice.choice(v) for k, v in values.items() if k == "use" or dice.random() < 0.5}
    seed("request", f"made-{i}", json.dumps(kept, indent=dice.choice([None, 1])))
for i in range(64):
    seed("chain", f"random-{i}", bytes(dice.randrange(256) for _ in range(dice.choice([20, 80, 300]))))


def dictionary(name, words):
    quoted = ["".join(c if c.isprintable() and c not in '"\\' and c.isascii() else "".join(f"\\x{b:02x}" for b in c.encode())
                      for c in w) for w in words]
    (OUT / name).write_text("".join(f'"{w}"\n' for w in quoted))


ebnf = re.sub(r"\(\*.*?\*\)", "", (SOURCES / "grammar/redline.ebnf").read_text(), flags=re.S)
words = sorted({w for w in re.findall(r'"([^"\n]+)"', ebnf) if w.strip()})
dictionary("grammar.dict", words + ["\n====\n", "```redline\n", "```\n", "\r\n", "\ufeff", "\\u{", "2026-02-29",
                                    "18446744073709551616", "10^19", "10_000", "2.1", "other", "unlisted"])
names = sorted(set(re.findall(r'[A-Za-z_][\w.]*', json.dumps(values))))
dictionary("request.dict", names + ['"', '":', "true", "false", "null", "\\u0000", "1e400", "-0", "minutes", "days"])
(OUT / "made").touch()
