#!/usr/bin/env python3
"""Finds dead links of the documentation: links.py ROOT

Follows every relative link of the Markdown pages below ROOT, and of the HTML pages if there are any: the file has to be
there, and the anchor in it. Links to other hosts are not followed. Ends with 1 where one is dead, with its page and line."""
import html.parser
import os
import re
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)")
NAMED = re.compile(r"<[a-z]+\s[^>]*?\b(?:id|name)=[\"']([^\"']+)[\"']")


def prose(text):
    """The lines of a page with their numbers; those of blocks of code as nothing."""
    fence = None
    for number, line in enumerate(text.split("\n"), 1):
        mark = FENCE.match(line)
        if fence:
            if mark and mark[1][0] == fence[0] and len(mark[1]) >= len(fence) and not line.strip().strip(fence[0]):
                fence = None
            line = ""
        elif mark:
            fence, line = mark[1], ""
        yield number, line


def slug(heading):
    """The anchor that a heading gets, as GitHub and others make it."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    text = re.sub(r"[*]", "", text).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


class Anchors(html.parser.HTMLParser):
    """The anchors and links of an HTML page."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.links = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if value is None:
                continue
            if name == "id" or (tag == "a" and name == "name"):
                self.anchors.add(value)
            if (tag, name) in (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("object", "data")):
                self.links.append((self.getpos()[0], value))


class Pages:
    def __init__(self):
        self.read = {}

    def of(self, path):
        """The anchors of a page, and its links with their lines; None for what is no page."""
        if path not in self.read:
            text = path.read_text(encoding="utf-8") if path.suffix in (".md", ".html") else None
            if text is None:
                self.read[path] = None
            elif path.suffix == ".html":
                page = Anchors(text)
                self.read[path] = (page.anchors, page.links)
            else:
                self.read[path] = self.markdown(text)
        return self.read[path]

    @staticmethod
    def markdown(text):
        anchors, links = set(), []
        for number, line in prose(text):
            anchors.update(NAMED.findall(line))
            heading = re.match(r"#{1,6}\s+(.*?)\s*#*$", line)
            if heading:
                base = name = slug(heading[1])
                count = 0
                while name in anchors:
                    count += 1
                    name = f"{base}-{count}"
                anchors.add(name)
            plain = CODE.sub("", line)
            links += [(number, target) for target in LINK.findall(plain)]
            reference = REFERENCE.match(plain)
            if reference:
                links.append((number, reference[1]))
        return anchors, links


def dead(path, target, root, pages):
    """What is wrong with a link of a page; nothing where it leads somewhere, or elsewhere."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or target.startswith("javascript:"):
        return None
    if target.startswith("/"):
        return "is no relative link"
    file = path if not parts.path else Path(os.path.normpath(path.parent / unquote(parts.path)))
    if not file.is_relative_to(root):
        return "leads out of the folder"
    if not file.exists():
        return "leads to no file"
    if file.is_dir() and path.suffix == ".html":
        file = file / "index.html"
        if not file.exists():
            return "leads to a folder without index.html"
    if not parts.fragment or file.is_dir():
        return None
    page = pages.of(file)
    if page is None:
        return "has an anchor, and leads to what is no page"
    return None if unquote(parts.fragment) in page[0] else f"names an anchor that {file.relative_to(root)} does not have"


def main(root, *skipped):
    root = Path(root).resolve()
    pages, wrong, count = Pages(), 0, 0
    for path in sorted(root.rglob("*")):
        top = path.relative_to(root).parts[0]
        if path.suffix not in (".md", ".html") or top.startswith((".", "build")) or "node_modules" in path.parts:
            continue
        # Templates are no pages yet.
        if "templates" in path.parts or any(path.is_relative_to(root / s) for s in skipped):
            continue
        for line, target in pages.of(path)[1]:
            count += 1
            problem = dead(path, target, root, pages)
            if problem:
                print(f"{path.relative_to(root)}:{line}: `{target}` {problem}", file=sys.stderr)
                wrong += 1
    print(f"{count} links, {wrong} of them dead")
    return 1 if wrong or not count else 0


sys.exit(main(*sys.argv[1:]))
