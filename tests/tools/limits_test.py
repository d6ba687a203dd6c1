#!/usr/bin/env python3
"""The limits of the command, each from both sides: limits_test.py COMMAND."""
import json
import os
import subprocess
import sys
import tempfile

COMMAND = sys.argv[1]
MOST = 16 << 20
CONTRACT = """contract "T" version 1;
use u;
""" + "".join(f"use u.n{i};\n" for i in range(3000)) + """1 permit all lawful uses;
"""
failed = 0


def check(what, claim, shown=""):
    global failed
    if not claim:
        failed += 1
        print(f"FAILED: {what}: {shown}")


def run(*arguments, given=b""):
    done = subprocess.run([COMMAND, *arguments], input=given, capture_output=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def padded(text, size):
    """JSON of exactly so many bytes."""
    return (text[:-1] + " " * (size - len(text)) + "}").encode()


with tempfile.TemporaryDirectory() as folder:
    contract = os.path.join(folder, "t.redline")
    with open(contract, "w") as file:
        file.write(CONTRACT)
    request = '{"use": "u.n1", "facts": {"lawful": true}}'

    # One request.
    status, out, err = run("decide", contract, "--request", "-", given=padded(request, MOST))
    check("a request of 16 MiB", status == 0 and json.loads(out)["outcome"] == "permitted", err)
    status, out, err = run("decide", contract, "--request", "-", given=padded(request, MOST + 1))
    check("a request of one byte more", status == 2 and out == b"" and b"more than 16 MiB" in err, err)

    # Lines of a stream; what follows one that is too long is answered all the same.
    lines = b"\n".join([padded(request, MOST), padded(request, MOST + 1), request.encode(), b""])
    for threads in ("1", "4"):
        status, out, err = run("decide", contract, "--requests", "-", "--threads", threads, given=lines)
        answers = [json.loads(line) for line in out.splitlines()]
        check("a line of 16 MiB", len(answers) == 3 and answers[0].get("outcome") == "permitted", out[:500])
        check("a line of one byte more", status == 1 and answers[1] ==
              {"error": "the line has more than 16 MiB, the most that is read", "line": 2}, answers[1])
        check("the line behind it", answers[2].get("outcome") == "permitted", answers[2])

    # Uses of one request.
    for count in (4096, 4097):
        uses = [f"u.n{i % 3000}" if i < 3000 else ["u", "unlisted"][i % 2] for i in range(count)]
        uses = list(dict.fromkeys(uses))
        uses += [f"u.n{i}.other" for i in range(count - len(uses))]
        status, out, err = run("decide", contract, "--request", "-",
                               given=json.dumps({"use": uses, "facts": {"lawful": True}}).encode())
        if count == 4096:
            check("4096 uses", status in (0, 3), err)
        else:
            check("4097 uses", status == 1 and b"is one use too many" in err, err)

    # A contract, and what is no regular text.
    text = CONTRACT + "# " + "x" * (MOST - len(CONTRACT) - 2)
    for more in ("", "x"):
        with open(contract, "w") as file:
            file.write(text + more)
        for command in ("check", "fmt", "explain"):
            if command == "fmt":
                status, out, err = run("fmt", "--check", contract)
            else:
                status, out, err = run(command, contract)
            if more:
                check(f"{command}: a contract of 16 MiB and a byte", status == 2 and b"more than 16 MiB" in err, err[:300])
            else:
                check(f"{command}: a contract of 16 MiB", status in (0, 1) and b"16 MiB" not in err, err[:300])

    # Requests that are deeply nested are no requests, and exhaust nothing.
    for deep in ('{"facts": ' + "[" * 100_000, '{"facts": ' + '{"a":' * 100_000, "[" * 1_000_000):
        status, out, err = run("decide", contract, "--request", "-", given=deep.encode())
        check("nested JSON", status in (1, 2) and out == b"" or b"error" in out, err[:300])

print("limits of the command: " + ("all hold" if failed == 0 else f"{failed} FAILED"))
sys.exit(failed != 0)
