"""The grammar as a page of railroad diagrams, one a rule, each rule a link to its own."""
import io
import re

import railroad

import ebnf


def runs(words):
    """Single letters and digits that follow one another, as one: `A … Z`."""
    out, at = [], 0
    while at < len(words):
        end = at + 1
        while end < len(words) and ord(words[end]) == ord(words[end - 1]) + 1:
            end += 1
        out += [f"{words[at]} … {words[end - 1]}"] if end - at > 2 else words[at:end]
        at = end
    return out


def separated(parts, i):
    """Whether a part and the one behind it are a list, `x { "," x }`."""
    if i + 1 >= len(parts) or parts[i + 1][0] != "many":
        return None
    kind, inner = parts[i + 1][1]
    if kind == "sequence" and len(inner) == 2 and inner[1] == parts[i] and inner[0][0] == "word":
        return inner[0]
    return None


class Page:
    def __init__(self, rules):
        self.rules = rules

    def drawn(self, expression):
        kind, what = expression
        if kind == "word":
            return railroad.Terminal(what)
        if kind == "rule":
            return railroad.NonTerminal(what, f"#{what}" if what in self.rules else None)
        if kind == "option":
            return railroad.Optional(self.drawn(what))
        if kind == "many":
            return railroad.ZeroOrMore(self.drawn(what))
        if kind == "choice":
            if all(k == "word" and len(w) == 1 for k, w in what):
                return railroad.Choice(0, *[railroad.Terminal(w) for w in runs([w for _, w in what])])
            return railroad.Choice(0, *map(self.drawn, what))
        parts, i = [], 0
        while i < len(what):
            separator = separated(what, i)
            parts.append(railroad.OneOrMore(self.drawn(what[i]), self.drawn(separator)) if separator
                         else self.drawn(what[i]))
            i += 2 if separator else 1
        return railroad.Sequence(*parts)

    def svg(self, expression):
        """A sequence that would be wide goes on below, part by part."""
        parts = [expression]
        if expression[0] == "sequence" and len(expression[1]) > 6:
            parts, line = [], []
            for i, part in enumerate(expression[1]):
                starts = part[0] in ("option", "choice") or (part[0] == "word" and len(line) >= 5)
                if line and starts and len(line) >= 4:
                    parts.append(("sequence", line))
                    line = []
                line.append(part)
            parts.append(("sequence", line))
        drawn = [self.drawn(part) for part in parts]
        diagram = railroad.Diagram(drawn[0] if len(drawn) == 1 else railroad.Stack(*drawn), type="complex", css=None)
        text = io.StringIO()
        diagram.writeSvg(text.write)
        # The library writes the text of a link twice; and a blank line would end the block of HTML.
        svg = re.sub(r"(<text[^>]*>[^<]*</text>)\1", r"\1", text.getvalue())
        return re.sub(r"\n\s*", " ", svg)


def page(grammar):
    """Markdown with the diagrams of a grammar's text."""
    sections = ebnf.sections(grammar)
    rules = {name for _, part in sections for name, _, _ in part}
    draw = Page(rules)
    out = ["# The grammar in diagrams", "",
           "Read from left to right, along the lines. What is rounded is written as it stands; what is in a box has a diagram "
           "of its own. White space and comments may stand between any two words. Made from "
           "[grammar/redline.ebnf](../grammar/redline.ebnf); what the sentences mean is in the "
           "[language reference](language.md).", ""]
    for heading, part in sections:
        out += [f"## {heading}", ""]
        for name, expression, note in part:
            out += [f'<h3 id="{name}">{name}</h3>', "", f'<div class="railroad">{draw.svg(expression)}</div>', ""]
            if note:
                out += [note.replace("<", "&lt;"), ""]
            users = sorted(n for _, p in sections for n, e, _ in p if name in ebnf.used(e))
            if users:
                out += ["Used in " + ", ".join(f"[{u}](#{u})" for u in users) + ".", ""]
    return "\n".join(out)
