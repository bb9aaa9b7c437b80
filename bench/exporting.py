"""How many annotations a second leave in each form, and what exporting again costs and changes.

    python bench/exporting.py                   10,000 annotations in 200 documents
    python bench/exporting.py --documents 20    1,000

Each document is a bundled one, under another symbol. All forms are written in one run, and counted in the time of one
processor, since the machine may have other work; the ratios are beside JSON, the plainest of them. Exporting again,
with nothing changed, must leave every byte as it was: exit code 1 when it does not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from store.annotations.identity import new_identity
from store.annotations.records import Annotation
from store.annotations.selectors import select
from store.document import Document
from store.export.forms import FileForm, write_whole
from store.export.markdown import Style
from store.export.sections import Section
from store.export.templates import SHIPPED
from store.export.writing import write_folder, write_markdown
from store.library.reader import StandardReader
from store.paths import seeds_folder

TIME = "2026-11-03T08:00:00Z"


class Way(NamedTuple):
    """One way to export."""

    name: str
    form: FileForm = "md"
    template: str = SHIPPED[0]
    is_folder: bool = False

    def write(self, folder: Path, sections: Sequence[Section]) -> None:
        style, path = Style(self.template), folder / f"{self.name}.{self.form}"
        if self.is_folder:
            write_folder(path, sections, style)
        elif self.form == "md":
            write_markdown(path, sections, style)
        else:
            write_whole(path, sections, self.form, style)


WAYS = (
    Way("JSON", "json"),
    Way("CSV", "csv"),
    Way("JSON-LD", "jsonld"),
    *(Way(f"Markdown, {name}", template=name) for name in ("notes", "brief", "amendments", "reading")),
    Way("Markdown, a file a document", is_folder=True),
    Way("Word, brief", "docx", "brief"),
)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--each", type=int, default=50, help="annotations in a document")
    wanted = parser.parse_args()
    sections = list(made(wanted.documents, wanted.each))
    count = sum(len(each.annotations) for each in sections)
    print(f"{count} annotations in {len(sections)} documents")
    print(f"{'':<30} {'s':>7} {'a second':>9} {'× JSON':>7} {'again, s':>9}  again")
    base, all_same = 0.0, True
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            first, before = timed(way, Path(folder), sections), contents(Path(folder))
            again, after = timed(way, Path(folder), sections), contents(Path(folder))
        base = base or first
        all_same &= before == after
        same = "byte for byte the same" if before == after else "DIFFERS"
        print(f"{way.name:<30} {first:7.2f} {count / first:9.0f} {first / base:7.2f} {again:9.2f}  {same}")
    return 0 if all_same else 1


def made(documents: int, each: int) -> Iterator[Section]:
    """The sections of an export: a bundled document under many symbols, its paragraphs annotated in turn."""
    model = StandardReader().read(max(seeds_folder().glob("*.txt"), key=lambda path: path.stat().st_size))
    for number in range(documents):
        key = f"A/{number // 300 + 50}/{number % 300 + 1}"
        document = replace(model, front=replace(model.front, symbol=key))
        yield Section(key, document, [annotation(key, document, turn) for turn in range(each)])


def annotation(key: str, document: Document, turn: int) -> Annotation:
    """One like those that readers write: every fifth is an amendment, every third about some words alone."""
    block = document.blocks[turn * 7 % len(document.blocks)]
    words = (0, len(block.text) // 2) if turn % 3 == 0 and len(block.text) > 1 else ()
    selector = select(document, block.id, *words)
    kind, proposed = ("amendment", f"{selector.quote[:-1]}，并酌情提供援助。") if turn % 5 == 0 else ("", "")
    tags = ("商定措辞", f"议题/第{turn % 40}题")
    scope = "place" if selector.whole else "range"
    made = Annotation(new_identity(), key, block.id, selector.quote, tags, f"批注 **{turn}**", TIME, TIME, scope)
    return replace(made, selectors=(selector,), kind=kind, proposed=proposed)


def timed(way: Way, folder: Path, sections: Sequence[Section]) -> float:
    """Seconds of a processor that it takes."""
    start = time.process_time()
    way.write(folder, sections)
    return time.process_time() - start


def contents(folder: Path) -> dict[Path, bytes]:
    """All files, byte for byte."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    sys.exit(main())
