"""Reads grammar/redline.ebnf into rules, for diagrams.

An expression is a tuple: ("word", TEXT), ("rule", NAME), ("sequence", [E…]), ("choice", [E…]), ("option", E), ("many", E)."""
import re

TOKEN = re.compile(r'\(\*(?P<comment>.*?)\*\)|(?P<word>"[^"]*")|(?P<name>[a-z_]+)|(?P<sign>[=;|()\[\]{}])|\s+', re.S)
HEADING = re.compile(r"^\s*-{2,}\s*(.*?)\s*-{2,}\s*$", re.S)


class Reader:
    def __init__(self, tokens):
        self.tokens, self.at = tokens, 0

    def next(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else (None, None)

    def take(self, sign=None):
        kind, text = self.next()
        if sign is not None and text != sign:
            raise ValueError(f"expected `{sign}`, found `{text}`")
        self.at += 1
        return kind, text

    def choice(self):
        parts = [self.sequence()]
        while self.next() == ("sign", "|"):
            self.take()
            parts.append(self.sequence())
        return parts[0] if len(parts) == 1 else ("choice", parts)

    def sequence(self):
        parts = []
        while True:
            kind, text = self.next()
            if kind == "word":
                parts.append(("word", self.take()[1][1:-1]))
            elif kind == "name":
                parts.append(("rule", self.take()[1]))
            elif text in ("(", "[", "{") and kind == "sign":
                self.take()
                inner = self.choice()
                self.take({"(": ")", "[": "]", "{": "}"}[text])
                parts.append(inner if text == "(" else ("option" if text == "[" else "many", inner))
            else:
                break
        if not parts:
            raise ValueError(f"expected something before `{self.next()[1]}`")
        return parts[0] if len(parts) == 1 else ("sequence", parts)


def sections(text):
    """The parts of a grammar, in order: (heading, [(rule, expression, note)])."""
    parts, tokens, at, note = [("", [])], [], 0, ""
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            raise ValueError(f"line {text.count(chr(10), 0, at) + 1}: what is `{text[at]}`?")
        at = found.end()
        if found["comment"] is not None:
            heading = HEADING.match(found["comment"])
            if heading:
                parts.append((heading[1], []))
                note = ""
            else:
                note = " ".join(found["comment"].split())
        elif found.lastgroup:
            tokens.append((found.lastgroup, found[found.lastgroup]))
            if tokens[-1] == ("sign", ";"):
                reader = Reader(tokens)
                name = reader.take()[1]
                reader.take("=")
                rule = reader.choice()
                reader.take(";")
                parts[-1][1].append((name, rule, note))
                tokens, note = [], ""
    if tokens:
        raise ValueError("the last rule has no end")
    return [part for part in parts if part[1]]


def used(expression):
    """The rules that an expression names."""
    kind, what = expression
    if kind == "rule":
        return {what}
    if kind == "word":
        return set()
    return set().union(*map(used, what)) if isinstance(what, list) else used(what)
