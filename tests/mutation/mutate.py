#!/usr/bin/env python3
"""Mutation testing: changes every comparison, connective and default of the semantics, one at a time, and counts what dies.

    mutate.py [N] [--area NAME] [--report FILE] [--jobs N] [--seed N] [--list]

Without N, every mutant; else so many of them, drawn at random. The headers are copied to build/mutation/include with all
changes in them, each behind a number (mutant.hpp), and the tests of an area are compiled once; a mutant is then a run with
REDLINE_MUTANT=number. It is killed where some test fails, crashes, or takes ten times as long as without it.
"""
import argparse
import concurrent.futures
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = TOP / "build/mutation"
HERE = pathlib.Path(__file__).resolve().parent

# What is mutated, and the tests that have to find it, the quickest first.
AREAS = {
    "decide": {
        "files": ["core/decide", "core/meaning", "core/condition", "core/truth", "core/request", "core/request_writer",
                  "core/names", "core/index_set"],
        "tests": ["core.requests", "core.values", "decisions.vectors", "decisions.oracle"],
    },
    "engines": {
        "files": ["text/reader", "text/walker", "text/parsers", "text/builder", "text/lexer", "text/literate", "text/declare",
                  "text/check", "text/node_reader", "text/resolve_condition", "text/resolve_term", "text/resolve_chain",
                  "text/resolve_scenario", "text/run_scenario"],
        "tests": ["conformance", "text.characters", "engines"],
    },
    "analysis": {
        "files": ["core/proof/" + name for name in (
            "build_space", "compare", "comparer", "continuity", "cover", "diagram", "differences_incomparable",
            "differences_kinds", "differences_names", "differences_terms", "findings", "lift", "operations", "prover",
            "space", "unused", "variable", "variable_order", "signers_equal", "signers_looser", "signers_model",
            "signers_possible", "signers_read", "signers_runs", "signers_search")],
        "tests": ["proof.vectors", "proof.findings", "proof.comparison", "proof.assertions", "proof.signers"],
    },
}
# Shorter runs: enough to tell a mutant, at a tenth of the time.
ENVIRONMENT = {"REDLINE_CONTRACTS": "150", "REDLINE_SENTENCES": "200", "REDLINE_PAIRS": "100"}

BECOMES = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&", "&": "|", "|": "&"}
# Where an expression must be a constant, or an operator is none.
CONSTANT = re.compile(r"static_assert|\brequires\b|\bconcept\b|if constexpr|\boperator\b|noexcept\(|template <|\busing\b|"
                      r"^\s*#|\benum\b|explicit\(|= default|constexpr static|static constexpr|inline constexpr")
TOKEN = re.compile(r"""//[^\n]*|/\*.*?\*/|R"\(.*?\)"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|[A-Za-z_]\w*|\d[\w.']*|"""
                   r"""::|->|\+\+|--|<=>|<<=|>>=|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|<<|\s+|.""", re.S)
# What ends an expression on its left or right, where brackets are closed.
ENDS = {";", ",", "?", ":", "=", "+=", "-=", "|=", "&=", "return", "else", "do", "case"}
OPEN = {"(": ")", "[": "]", "{": "}"}


class mutant:
    def __init__(self, number, file, line, was, becomes):
        self.number, self.file, self.line, self.was, self.becomes = number, file, line, was, becomes
        self.area = ""

    def __str__(self):
        return f"{self.file}:{self.line}: `{self.was}` becomes `{self.becomes}`"


class rewriter:
    """Writes one header with every mutant of it."""

    def __init__(self, name, text, mutants, spared):
        self.name, self.text, self.mutants, self.spared = name, text, mutants, spared
        self.tokens = [(m.group(), m.start()) for m in TOKEN.finditer(text)]
        self.lines = text.split("\n")
        self.match = {}
        stack = []
        for i, (t, _) in enumerate(self.tokens):
            if t in OPEN:
                stack.append(i)
            elif t in OPEN.values() and stack:
                self.match[stack.pop()] = i
        self.numbers = {}

    def line_of(self, i):
        return self.text.count("\n", 0, self.tokens[i][1]) + 1

    def usable(self, i):
        line = self.line_of(i)
        here = self.lines[line - 1]
        before = self.lines[line - 2] if line > 1 else ""
        if CONSTANT.search(here) or (CONSTANT.search(before) and not before.rstrip().endswith((";", "{", "}", ":"))):
            return False
        return (self.name, line) not in self.spared

    def new(self, i, was, becomes):
        """One mutant for each token, however often its expression is written out."""
        if i not in self.numbers:
            self.numbers[i] = len(self.mutants) + 1
            self.mutants.append(mutant(self.numbers[i], self.name, self.line_of(i), was, becomes))
        return self.numbers[i]

    def spaced(self, i):
        """An operator between two operands stands between white space; a reference or a template's bracket does not."""
        return (0 < i < len(self.tokens) - 1 and self.tokens[i - 1][0].isspace() and self.tokens[i + 1][0].isspace())

    def solid(self, i, step):
        """The next token that is no white space and no comment."""
        i += step
        while 0 <= i < len(self.tokens) and (self.tokens[i][0].isspace() or self.tokens[i][0].startswith("//")):
            i += step
        return self.tokens[i][0] if 0 <= i < len(self.tokens) else ""

    def write(self, first, last):
        """The tokens of a stretch, split where an expression ends."""
        out, piece, i = [], first, first
        while i < last:
            t = self.tokens[i][0]
            if t in ENDS:
                out.append(self.expression(piece, i))
                out.append(t)
                piece = i + 1
            i = self.match[i] + 1 if i in self.match else i + 1
        out.append(self.expression(piece, last))
        return "".join(out)

    def split(self, first, last, operator):
        parts, at, i = [], first, first
        while i < last:
            if self.tokens[i][0] == operator and self.spaced(i) and self.usable(i):
                parts.append((at, i))
                at = i + 1
            i = self.match[i] + 1 if i in self.match else i + 1
        return parts + [(at, last)]

    def expression(self, first, last):
        for operator in ("||", "&&"):
            parts = self.split(first, last, operator)
            if len(parts) == 1:
                continue
            made = self.expression(*parts[0])
            lead = made[: len(made) - len(made.lstrip())]
            made = made.strip()
            # A keyword and its bracket before a statement are no operand.
            for (_, at), (low, high) in zip(parts, parts[1:]):
                number = self.new(at, operator, BECOMES[operator])
                on = f"::redline_mutant::on({number})"
                other = f"static_cast<bool>({self.expression(low, high).strip()})"
                if operator == "&&":
                    made = f"(({made}) ? ({on} || {other}) : ({on} && {other}))"
                else:
                    made = f"(({made}) ? (!{on} || {other}) : (!{on} && {other}))"
            return lead + made + " "
        return self.operand(first, last)

    def operand(self, first, last):
        out, i = [], first
        while i < last:
            t = self.tokens[i][0]
            if i in self.match:
                out += [t, self.write(i + 1, self.match[i]), OPEN[t]]
                i = self.match[i] + 1
                continue
            out.append(self.changed(i, t))
            i += 1
        return "".join(out)

    def changed(self, i, t):
        if t in ("<", "<=", ">", ">=", "==", "!=") and self.spaced(i) and self.usable(i):
            return f"{t} ::redline_mutant::comparison{{{self.new(i, t, BECOMES[t])}}} {t}"
        if t in ("&", "|") and self.spaced(i) and self.name == "core/condition" and self.usable(i):
            return f"{t} ::redline_mutant::bits{{{self.new(i, t, BECOMES[t])}}} {t}"
        before, behind = self.solid(i, -1), self.solid(i, 1)
        if t == "!" and behind != "=" and before in ("(", "return", "&&", "||", ",", "=", "?", ":", ";", "") and self.usable(i):
            return f"::redline_mutant::negation{{{self.new(i, '!', '')}}} != "
        if t in ("true", "false") and before in ("=", "return", ",", "(", "?", ":", "{") and self.usable(i):
            other = "false" if t == "true" else "true"
            return f"::redline_mutant::value({self.new(i, t, other)}, {t})"
        if t in ("no", "unknown", "yes") and before == "::" and self.usable(i):
            j = i - 1
            while self.tokens[j][0].isspace():
                j -= 1
            if self.tokens[j - 1][0] == "truth" and self.solid(j - 1, -1) != "case":
                # `truth::` was written already: `run` puts it where it belongs.
                following = {"no": "unknown", "unknown": "yes", "yes": "no"}[t]
                return f"{t}/*{self.new(i, 'truth::' + t, 'truth::' + following)}*/"
        if t in ("both", "either") and behind == "(" and before in ("=", "return", ",", "(", "?", ":") and self.usable(i):
            other = "either" if t == "both" else "both"
            number = self.new(i, t, other)
            return (f"[](auto const& a, auto const& b) {{ return ::redline_mutant::on({number}) ? {other}(a, b) : "
                    f"{t}(a, b); }}")
        return t

    def run(self):
        made = self.write(0, len(self.tokens))
        return re.sub(r"\btruth::(no|unknown|yes)/\*(\d+)\*/", r"::redline_mutant::next_of_three(\2, truth::\1)", made)


def run(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)


def write_headers(spared):
    """All headers, those that are mutated with their mutants."""
    include = BUILD / "include"
    mutants = []
    for area, what in AREAS.items():
        for name in what["files"]:
            source = TOP / f"include/redline/{name}.hpp"
            before = len(mutants)
            text = rewriter(name, source.read_text(), mutants, spared).run()
            for m in mutants[before:]:
                m.area = area
            target = include / f"redline/{name}.hpp"
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.read_text() != text:
                target.write_text(text)
    mutated = {f"redline/{name}.hpp" for what in AREAS.values() for name in what["files"]}
    for source in (TOP / "include/redline").rglob("*.hpp"):
        name = source.relative_to(TOP / "include")
        target = include / name
        if str(name) in mutated or (target.exists() and target.read_bytes() == source.read_bytes()):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return mutants


def headers_that_compile(areas):
    """Lines whose mutants do not compile are spared: they are dead before they live. What was found is kept."""
    kept = BUILD / "spared.txt"
    spared = {(n, int(k)) for n, k in (line.split(":") for line in kept.read_text().split())} if kept.exists() else set()
    for _ in range(12):
        mutants = write_headers(spared)
        wrong = set()
        for area in areas:
            names = AREAS[area]["files"]
            source = "".join(f'#include "redline/{name}.hpp"\n' for name in names)
            done = run(["g++", "-std=c++20", "-fsyntax-only", "-w", "-fmax-errors=500", "-include", str(HERE / "mutant.hpp"),
                        "-I", str(BUILD / "include"), "-x", "c++", "-"], input=source)
            if done.returncode == 0:
                continue
            for m in re.finditer(r"include/redline/([\w/]+)\.hpp:(\d+):\d+: error", done.stdout):
                if m.group(1) in names:
                    wrong.add((m.group(1), int(m.group(2))))
            if not wrong:
                sys.exit(done.stdout[-3000:] + "\nmutate: headers with mutants do not compile")
        if not wrong:
            kept.write_text("".join(f"{name}:{line}\n" for name, line in sorted(spared)))
            return mutants, spared
        if wrong <= spared:
            break
        spared |= wrong
    sys.exit(f"mutate: headers with mutants do not compile: {sorted(wrong)}")


def build(tests):
    flags = f"-w -include {HERE / 'mutant.hpp'} -I{BUILD / 'include'}"
    for command in (
            ["cmake", "-S", str(TOP), "-B", str(BUILD), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_COMPILER=g++",
             "-DCMAKE_CXX_FLAGS_DEBUG=-O1", f"-DCMAKE_CXX_FLAGS={flags} -D_GLIBCXX_ASSERTIONS", "-DREDLINE_BUILD_TOOLS=OFF",
             "-DREDLINE_BUILD_EXAMPLES=OFF", "-DREDLINE_BUILD_BENCHMARKS=OFF", "-DREDLINE_WARNINGS_AS_ERRORS=OFF"],
            ["cmake", "--build", str(BUILD), "-j2", "--target", *(f"test.{t}" for t in tests)]):
        done = run(command)
        if done.returncode != 0:
            sys.exit(done.stdout[-4000:] + "\nmutate: the tests do not build")


def outcome(test, number, limit):
    """Whether a test passes with a mutant on: passed, failed, or slow."""
    environment = {**os.environ, **ENVIRONMENT, "REDLINE_MUTANT": str(number)}
    try:
        done = subprocess.run(["bash", "-c", 'ulimit -v 6000000; exec "$0" --abort', str(BUILD / f"tests/bin/test.{test}")],
                              cwd=TOP, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=limit)
    except subprocess.TimeoutExpired:
        return "slow"
    return "passed" if done.returncode == 0 else "failed"


def kill(m, tests, limits):
    for test in tests:
        if outcome(test, m.number, limits[test]) != "passed":
            return test
    return None


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("number", nargs="?", type=int, help="how many mutants; all without it")
    arguments.add_argument("--area", choices=AREAS, help="one area only")
    arguments.add_argument("--report", type=pathlib.Path, help="write what survived to a file, as Markdown")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments.add_argument("--seed", type=int, default=int(os.environ.get("REDLINE_SEED", "1")))
    arguments.add_argument("--list", action="store_true", help="say what would be changed, and run nothing")
    arguments.add_argument("--most-seconds", type=float, default=0, help="begin no mutant after so long")
    asked = arguments.parse_args()

    BUILD.mkdir(parents=True, exist_ok=True)
    areas = [asked.area] if asked.area else list(AREAS)
    mutants, spared = headers_that_compile(areas)
    chosen = [m for m in mutants if m.area in areas]
    print(f"{len(chosen)} mutants; {len(spared)} lines do not compile with theirs")
    if asked.list:
        for m in chosen:
            print(m.number, m)
        return 0
    if asked.number is not None and asked.number < len(chosen):
        chosen = random.Random(asked.seed).sample(chosen, asked.number)
    build([t for a in areas for t in AREAS[a]["tests"]])
    limits = {}
    for test in dict.fromkeys(t for a in areas for t in AREAS[a]["tests"]):
        start = time.monotonic()
        if outcome(test, 0, 900) != "passed":
            sys.exit(f"mutate: {test} fails without any mutant")
        limits[test] = 10 * (time.monotonic() - start) + 5
        print(f"{test}: {(limits[test] - 5) / 10:.1f} s without mutants", flush=True)

    survivors, killed, begun = [], {}, time.monotonic()

    def one(m):
        if asked.most_seconds and time.monotonic() - begun > asked.most_seconds:
            return m, "not run"
        return m, kill(m, AREAS[m.area]["tests"], limits)

    left_out = 0
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        for m, by in pool.map(one, chosen):
            if by == "not run":
                left_out += 1
            elif by is None:
                survivors.append(m)
                print("survived:", m.number, m, flush=True)
            else:
                killed.setdefault(m.area, []).append(by)
    rows = []
    for area in areas:
        dead = len(killed.get(area, []))
        alive = sum(m.area == area for m in survivors)
        if dead + alive:
            rows.append(f"| {area} | {dead + alive} | {dead} | {alive} | {100 * dead / (dead + alive):.1f} % |")
    print("\n".join(rows))
    if left_out:
        print(f"{left_out} were not run")
    if asked.report:
        lines = ["| area | mutants run | killed | survived | killed of those |", "| --- | --- | --- | --- | --- |", *rows, "",
                 "| survivor | line | change |", "| --- | --- | --- |"]
        for m in sorted(survivors, key=lambda m: m.number):
            source = (TOP / f"include/redline/{m.file}.hpp").read_text().split("\n")[m.line - 1].strip().replace("|", "\\|")
            change = f"`{m.was}` to `{m.becomes}`".replace("|", "\\|")
            lines.append(f"| `{m.file}.hpp:{m.line}` | `{source}` | {change} |")
        asked.report.write_text("\n".join(lines) + "\n")
    dead = sum(len(k) for k in killed.values())
    return 0 if dead + len(survivors) == 0 or dead >= 0.95 * (dead + len(survivors)) else 1


if __name__ == "__main__":
    sys.exit(main())
