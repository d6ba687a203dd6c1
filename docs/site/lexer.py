"""Colours contracts on the site: words, names, numbers and strings, as grammar/redline.ebnf has them."""
from pathlib import Path

from pygments.lexer import RegexLexer, words
from pygments.token import Comment, Keyword, Literal, Name, Number, Punctuation, String, Text

import ebnf

__all__ = ["RedlineLexer"]
GRAMMAR = Path(__file__).resolve().parents[2] / "grammar/redline.ebnf"


def reserved(expression):
    """The words of letters that an expression has."""
    kind, what = expression
    if kind == "word":
        return {what} if len(what) > 1 and what.isalpha() else set()
    if kind == "rule":
        return set()
    return set().union(*map(reserved, what)) if isinstance(what, list) else reserved(what)


WORDS = sorted(set().union(*(reserved(rule) for _, part in ebnf.sections(GRAMMAR.read_text(encoding="utf-8"))
                             for _, rule, _ in part)))


class RedlineLexer(RegexLexer):
    name = "Redline"
    aliases = ["redline"]
    filenames = ["*.redline"]
    tokens = {
        "root": [
            (r"#.*", Comment.Single),
            (r'"(?:\\.|[^"\\\n])*"?', String),
            (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", Literal.Date),
            (r"10\^[0-9]+|[0-9]+(?:\.[0-9]+)*(?:_[0-9]+)*", Number),
            (words(WORDS, prefix=r"(?<![.\w])", suffix=r"(?![.\w])"), Keyword),
            (r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", Name),
            (r"[;,{}():<]", Punctuation),
            (r"\s+|.", Text),
        ],
    }
