#!/usr/bin/env python3
"""Builds the site of the documentation: build.py ROOT OUT

Lays the pages out below OUT/site-sources as they lie in ROOT, so that their links stay as they are; makes pages of the
files that they link to, and of the grammar; and runs mkdocs, which writes OUT/site. Where doxygen wrote
OUT/docs/reference, it becomes part of it."""
import os
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import unquote

import pygments.lexers
import yaml
from mkdocs.__main__ import cli

import diagrams

PAGES = ["*.md", "docs/*.md", "docs/*/*.md", "examples/**/*.md"]
LINK = re.compile(r"(\]\(\s*)([^)\s]+)(\s*\))")
FENCE = re.compile(r"^(\s*)(`{3,}|~{3,})\s*(\S+)(\s.*)?$")
LANGUAGES = {".redline": "redline", ".hpp": "cpp", ".cpp": "cpp", ".txt": "cmake", ".cmake": "cmake", ".json": "json", ".ndjson": "json",
             ".yml": "yaml", ".sh": "bash", ".py": "python"}


def as_page(path, root):
    """A page that shows a file, or what a folder holds."""
    name = path.relative_to(root)
    up = "../" * (len(name.parts) - 1)
    if path.is_dir():
        lines = [f"# {name}", ""]
        for file in sorted(path.iterdir()):
            if not file.name.startswith("."):
                lines.append(f"- [{file.name}]({file.name})" if file.is_file() else f"- {file.name}/")
        return "\n".join(lines) + "\n"
    text = path.read_text(encoding="utf-8")
    fence = "`" * (max([2] + [len(run) for run in re.findall("`+", text)]) + 1)
    language = LANGUAGES.get(path.suffix, "text")
    return f"# {path.name}\n\n`{name}`, in the sources of [Redline]({up}README.md).\n\n{fence}{language}\n{text}{fence}\n"


class Sources:
    def __init__(self, root, to):
        self.root, self.to, self.shown = root, to, set()

    def page_of(self, target):
        """The page that shows a file of the sources, as a path of the sources; makes it where it is no page itself."""
        if target.suffix == ".md":
            return target
        if target.is_dir():
            if (target / "README.md").exists():
                return target / "README.md"
            page = target / "index.md"
        else:
            page = target.with_name(target.name + ".md")
        if target not in self.shown:
            self.shown.add(target)
            self.write(page, as_page(target, self.root))
        return page

    def write(self, page, text):
        """Writes a page with its links led to pages, and its blocks marked as mkdocs reads them."""
        out, fence = [], None
        for line in text.split("\n"):
            mark = FENCE.match(line)
            if fence:
                if line.strip() == fence:
                    fence = None
            elif line.strip().startswith(("```", "~~~")):
                fence = re.match(r"\s*(`+|~+)", line)[1]
                if mark and mark[4]:
                    line = mark[1] + mark[2] + mark[3]
            else:
                line = LINK.sub(lambda m: m[1] + self.led(page, m[2]) + m[3], line)
            out.append(line)
        file = self.to / page.relative_to(self.root)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(out), encoding="utf-8")

    def led(self, page, target):
        path, mark, anchor = target.partition("#")
        if "://" in target or not path:
            return target
        file = Path(os.path.normpath(page.parent / unquote(path)))
        if not file.exists() or not file.is_relative_to(self.root):
            return target
        return os.path.relpath(self.page_of(file), page.parent) + mark + anchor


def named(nav):
    """The pages that a navigation names."""
    if isinstance(nav, str):
        return {nav}
    return set().union(*map(named, nav.values() if isinstance(nav, dict) else nav))


def title_of(page):
    return next((line[2:].replace("`", "") for line in page.read_text(encoding="utf-8").split("\n")
                 if line.startswith("# ")), page.stem)


def main(root, out):
    root, out = Path(root).resolve(), Path(out).resolve()
    to = out / "site-sources"
    shutil.rmtree(to, ignore_errors=True)
    sources = Sources(root, to)
    pages = sorted({p for pattern in PAGES for p in root.glob(pattern)} - {root / "docs/reference.md"})
    for page in pages:
        sources.write(page, page.read_text(encoding="utf-8"))
    grammar = diagrams.page((root / "grammar/redline.ebnf").read_text(encoding="utf-8"))
    sources.write(root / "docs/grammar.md", grammar)
    shutil.copy(root / "docs/site/site.css", to / "site.css")

    settings = yaml.safe_load((root / "docs/site/mkdocs.yml").read_text(encoding="utf-8"))
    settings.update(docs_dir=str(to), site_dir=str(out / "site"))
    reference = out / "docs/reference"
    if reference.is_dir():
        shutil.copytree(reference, to / "reference")
    has = {str(p.relative_to(root)) for p in pages} | {"docs/grammar.md"}

    def kept(nav):
        """The navigation without what is not there: the reference, where it was not made."""
        result = []
        for entry in nav:
            if isinstance(entry, str):
                if entry in has:
                    result.append(entry)
                continue
            (title, below), = entry.items()
            if isinstance(below, list):
                result.append({title: kept(below)})
            elif below in has or (to / below).exists():
                result.append({title: below})
            elif not below.startswith("reference/"):
                raise SystemExit(f"docs/site/mkdocs.yml names a page that there is not: {below}")
        return result

    nav = kept(settings["nav"])
    cookbook = [str(p.relative_to(root)) for p in pages if p.parent.name == "cookbook" and p.name != "README.md"]
    for entry in nav:
        for below in entry.get("Embed in C++", []):
            if "Cookbook" in below:
                below["Cookbook"] += [{title_of(root / p): p} for p in cookbook]
    more = [p for p in pages if p.parent == root / "docs" and str(p.relative_to(root)) not in named(nav)]
    if more:
        nav.append({"More": [{title_of(p): str(p.relative_to(root))} for p in more]})
    settings["nav"] = nav
    (out / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8")
    # So that blocks marked `redline` are coloured.
    pygments.lexers.LEXERS["RedlineLexer"] = ("lexer", "Redline", ("redline",), ("*.redline",), ())
    cli(["build", "--quiet", "--clean", "-f", str(out / "mkdocs.yml")], standalone_mode=False)
    # Its links count from the root of a host, which there is none of.
    (out / "site/404.html").unlink(missing_ok=True)
    for page in ("index.html", "docs/grammar.html", "docs/language.html"):
        if not (out / "site" / page).exists():
            raise SystemExit(f"{page} was not made")
    print(f"the site: {out / 'site/index.html'}")


main(*sys.argv[1:])
