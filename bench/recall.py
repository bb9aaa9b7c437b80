"""How many citations are found and resolved rightly, by kind, as docs/citations.md publishes it.

Against the label files of three bundled documents, the lists of the two others, and the tables of sentences. A mention
counts as right when its place, its surface and its symbol are; one that the words leave open, when it has none.

Run: python bench/recall.py [--write]    (--write puts the tables into docs/citations.md)
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from store.citations.cite import cite
from store.document import Document
from store.reading.pipeline import read
from store.reading.source import load
from tests.mentions import FOLDER, Mention, cited_in, mentions

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "data"
DOC = ROOT / "docs" / "citations.md"
_BETWEEN = re.compile(r"(?<=<!-- measured: begins -->\n).*?(?=<!-- measured: ends -->)", re.DOTALL)

Fact = tuple[str, str, str | None]
"""Place, surface without spaces, symbol."""


class Score(NamedTuple):
    """What was measured of one kind."""

    kind: str
    mentions: int
    found: int
    right: int

    @property
    def recall(self) -> float:
        """Share of the mentions that were read rightly."""
        return self.right / self.mentions

    @property
    def precision(self) -> float:
        """Share of what was read that is right."""
        return self.right / self.found


def document_scores() -> list[Score]:
    """The five bundled documents, by what is cited and where."""
    wanted: dict[str, Counter[Fact]] = {}
    found: dict[str, Counter[Fact]] = {}
    for number in ("000", "001", "002", "003", "004"):
        (path,) = (ROOT / "seeds").glob(f"{number}_*.txt")
        document = cite(read(load(path)))
        _count(wanted, _labels(number, document), number)
        _count(found, _read(document), number)
    return _scores(wanted, found)


def sentence_scores(folder: Path) -> list[Score]:
    """The sentences of a folder, by the form that its table names."""
    wanted: dict[str, Counter[Fact]] = {}
    found: dict[str, Counter[Fact]] = {}
    for turn, mention in enumerate(mentions(folder)):
        wanted.setdefault(mention.form, Counter()).update(_facts(turn, mention.cited))
        found.setdefault(mention.form, Counter()).update(_facts(turn, cited_in(mention)))
    return _scores(wanted, found)


def missed(folder: Path) -> list[Mention]:
    """The sentences of a folder that are read otherwise than their table says."""
    return [each for each in mentions(folder) if cited_in(each) != each.cited]


def tables() -> str:
    """All of it as Markdown."""
    return "\n".join(
        (
            "The five bundled documents:\n",
            *_table(document_scores()),
            f"\n{_size(FOLDER)} that the tests hold (`tests/data/mentions`), by form:\n",
            *_table(sentence_scores(FOLDER)),
            f"\n{_size(DATA / 'unseen')} written after the rules (`tests/data/unseen`), by form:\n",
            *_table(sentence_scores(DATA / "unseen")),
            "\nOf these, read otherwise than they should be:\n",
            *(f"- {each.sentence}" for each in missed(DATA / "unseen")),
            "",
        )
    )


def _labels(number: str, document: Document) -> Iterator[Fact]:
    by_hand = json.loads((DATA / "citations_by_hand.json").read_text("utf-8"))
    if number in by_hand:
        yield from (tuple(each) for each in by_hand[number])
        return
    labels = json.loads((DATA / "gold" / f"{number}.json").read_text("utf-8"))
    notes = {note.label: note.id for note in document.footnotes}
    for each in labels["citations"]:
        place = each["in"]
        yield notes[place[3:]] if place.startswith("fn:") else "text", each["surface"], each["symbol"]


def _read(document: Document) -> Iterator[Fact]:
    for each in document.citations:
        yield each.block, "".join(each.surface.split()), each.symbol


def _count(into: dict[str, Counter[Fact]], facts: Iterable[Fact], number: str) -> None:
    """By kind; of a place in the text only that it is one, as label files have ids of their own."""
    for place, surface, symbol in facts:
        noted = place.startswith("fn")
        what = "symbol" if surface[:1].isalpha() else "number"
        kind = f"{what}, in a footnote" if noted else f"{what}, in the text"
        into.setdefault(kind, Counter())[f"{number} {place if noted else 'text'}", surface, symbol] += 1


def _facts(turn: int, cited: Iterable[object]) -> Iterator[Fact]:
    for each in cited:
        yield str(turn), each.surface, each.symbol  # type: ignore[attr-defined]


def _scores(wanted: dict[str, Counter[Fact]], found: dict[str, Counter[Fact]]) -> list[Score]:
    kinds = dict.fromkeys((*wanted, *found))
    rows = [_score(kind, wanted.get(kind, Counter()), found.get(kind, Counter())) for kind in sorted(kinds)]
    return [*rows, Score("all", *map(sum, zip(*(row[1:] for row in rows), strict=True)))]


def _score(kind: str, wanted: Counter[Fact], found: Counter[Fact]) -> Score:
    return Score(kind, wanted.total(), found.total(), (wanted & found).total())


def _table(scores: Iterable[Score]) -> Iterator[str]:
    yield "| kind | mentions | found | right | recall | precision |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for each in scores:
        recall = f"{each.recall:.4f}" if each.mentions else "–"
        precision = f"{each.precision:.4f}" if each.found else "–"
        yield f"| {each.kind} | {each.mentions} | {each.found} | {each.right} | {recall} | {precision} |"


def _size(folder: Path) -> str:
    held = mentions(folder)
    bare = sum(not each.cited for each in held)
    return f"{len(held)} sentences, {bare} of which cite nothing,"


def main() -> int:
    measured = tables()
    print(measured)
    if "--write" in sys.argv:
        DOC.write_text(_BETWEEN.sub(lambda _: measured, DOC.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
