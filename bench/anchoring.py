"""Annotations in texts that change: how many are placed rightly, asked about, orphaned, and placed wrongly.

    python bench/anchoring.py            10,000 annotations, from a fixed seed
    python bench/anchoring.py 2000 7     2,000, from another

The bundled documents are changed as drafts are: paragraphs come and go, are doubled with a word changed (near twins),
moved, joined and parted, words are replaced, and all are numbered anew. Each character remembers where it came from, so
that it is known where an annotated word is now. "On the same words" are those placed on a copy of the
annotated paragraph, letter for letter, that the change put in while it edited or took out the first one: nothing tells
that from the paragraph itself. Exit code 1 when one
annotation is placed on other words.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from store.annotations.anchoring import anchor
from store.annotations.nearness import context_share
from store.annotations.passages import Passages
from store.annotations.selectors import Selector, select
from store.document import Block, Document, FrontMatter
from store.library.folding import fold
from store.library.reader import StandardReader
from store.paths import seeds_folder

Origin = tuple[str, int] | None
"""From which block and which character of it a character came; None for a new one."""


class Line(NamedTuple):
    """A block while it is changed: its type, and its characters with their origins."""

    kind: str
    text: str
    origins: tuple[Origin, ...]

    def part(self, start: int, end: int) -> Line:
        return Line(self.kind, self.text[start:end], self.origins[start:end])

    def __add__(self, other: object) -> Line:
        assert isinstance(other, Line)
        return Line(self.kind, self.text + other.text, self.origins + other.origins)


class Trial(NamedTuple):
    """One annotation, where its words are now, and how much of them is left."""

    kind: str
    selector: Selector
    characters: frozenset[Origin]


def lines_of(document: Document) -> list[Line]:
    return [
        Line(block.type, block.text, tuple((block.id, at) for at in range(len(block.text))))
        for block in document.blocks
        if block.text
    ]


def _new(text: str, kind: str) -> Line:
    return Line(kind, text, (None,) * len(text))


def inserted(lines: list[Line], chance: random.Random) -> list[Line]:
    """New paragraphs, most of them near twins of others."""
    for _ in range(chance.randint(1, 6)):
        model = chance.choice(lines)
        twin = reworded(_new(model.text, model.kind), chance, chance.choice([0, 1, 1, 2, 5]))
        lines.insert(chance.randrange(len(lines) + 1), Line(twin.kind, twin.text, (None,) * len(twin.text)))
    return lines


def deleted(lines: list[Line], chance: random.Random) -> list[Line]:
    """Some paragraphs are gone."""
    share = chance.choice([0.02, 0.1, 0.3])
    return [line for line in lines if chance.random() > share] or lines


def moved(lines: list[Line], chance: random.Random) -> list[Line]:
    """Some paragraphs stand elsewhere."""
    for _ in range(chance.randint(1, 5)):
        lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return lines


def edited(lines: list[Line], chance: random.Random) -> list[Line]:
    """Words are replaced in some paragraphs."""
    share = chance.choice([0.05, 0.2, 0.6])
    return [reworded(each, chance, chance.randint(1, 6)) if chance.random() < share else each for each in lines]


def joined(lines: list[Line], chance: random.Random) -> list[Line]:
    """Two paragraphs become one."""
    at = chance.randrange(max(1, len(lines) - 1))
    return [*lines[:at], lines[at] + lines[at + 1], *lines[at + 2 :]] if len(lines) > 1 else lines


def parted(lines: list[Line], chance: random.Random) -> list[Line]:
    """One paragraph becomes two."""
    at = chance.randrange(len(lines))
    line = lines[at]
    middle = chance.randrange(1, len(line.text)) if len(line.text) > 1 else 0
    return [*lines[:at], line.part(0, middle), line.part(middle, len(line.text)), *lines[at + 1 :]] if middle else lines


def reworded(line: Line, chance: random.Random, times: int) -> Line:
    """A paragraph with some runs of characters replaced, taken out or put in."""
    for _ in range(times):
        start = chance.randrange(len(line.text)) if line.text else 0
        end = min(len(line.text), start + chance.choice([0, 1, 2, 4, 8]))
        word = chance.choice(["", "并", "酌情", "在其任务授权范围内", "有关", "确认", "缔约国", "第 77/194 号决议"])
        line = line.part(0, start) + _new(word, line.kind) + line.part(end, len(line.text))
    return line


CHANGES = (inserted, deleted, moved, edited, joined, parted)


def printed(lines: list[Line]) -> tuple[Document, dict[str, Line]]:
    """The document that the lines make, numbered anew, and each line by its id."""
    counts: Counter[str] = Counter()
    blocks, held = [], {}
    for line in lines:
        counts[line.kind] += 1
        identity = f"{line.kind}{counts[line.kind]}"
        blocks.append(Block(identity, line.kind, None, line.text))  # type: ignore[arg-type]
        held[identity] = line
    return Document(FrontMatter(), tuple(blocks)), held


def trials(lines: list[Line], chance: random.Random, most: int) -> Iterator[Trial]:
    """Annotations of whole paragraphs and of words in them."""
    document, held = printed(lines)
    for _ in range(most):
        place = chance.choice(list(held))
        text = held[place].text
        if chance.random() < 0.5 or len(text) < 3:
            selector, kind = select(document, place), "paragraph"
        else:
            start = chance.randrange(len(text) - 1)
            end = min(len(text), start + chance.choice([2, 4, 6, 10, 20, 40]))
            selector, kind = select(document, place, start, end), "words"
        origins = zip(selector.quote, held[place].origins[selector.start : selector.end], strict=True)
        yield Trial(kind, selector, frozenset(origin for character, origin in origins if not character.isspace()))


def verdict(trial: Trial, document: Document, held: dict[str, Line], passages: Passages) -> str:
    """What became of one annotation."""
    found = anchor(trial.selector, passages)
    left = Counter(place for place, line in held.items() for each in line.origins if each in trial.characters)
    if found.selector is not None:
        now = held[found.selector.place]
        start, end = found.selector.start, found.selector.end
        covered = {origin for at, origin in enumerate(now.origins[start:end], start) if not now.text[at].isspace()}
        if covered == trial.characters:
            return "right"
        return "on the same words" if _is_same(trial.selector, found.selector) else "WRONG"
    asked = {candidate.selector.place for candidate in found.candidates[:1]}
    if found.state == "edited":
        return "asked, rightly" if asked & set(left) else "asked about another"
    return "orphaned, gone" if not left else "orphaned, though there"


def _is_same(before: Selector, now: Selector) -> bool:
    """Whether the words stand in the very paragraph, letter for letter, or in the very surroundings."""
    if before.paragraph == now.paragraph and before.quote == now.quote:
        return True
    return context_share(*map(fold, (before.prefix, before.suffix, now.prefix, now.suffix))) >= 0.9


def main() -> int:
    given = [each for each in sys.argv[1:] if each.isdecimal()]
    count, seed = map(int, (*given, "10000", "20261129")[0 : len(given)] + ("10000", "20261129")[len(given) :])
    chance = random.Random(seed)
    documents = [StandardReader().read(path) for path in sorted(seeds_folder().glob("*.txt"))]
    tables: dict[str, Counter[str]] = {"paragraph": Counter(), "words": Counter()}
    done, each_document = 0, 25
    while done < count:
        lines = lines_of(chance.choice(documents))
        asked = list(trials(lines, chance, each_document))
        changed = list(lines)
        for change in chance.sample(CHANGES, chance.randint(1, len(CHANGES))):
            changed = [line for line in change(changed, chance) if line.text]
        document, held = printed(changed)
        passages = Passages(document)
        for trial in asked:
            found = verdict(trial, document, held, passages)
            tables[trial.kind][found] += 1
            if found == "WRONG" and "-v" in sys.argv:
                placed = anchor(trial.selector, passages)
                print(
                    trial.selector, placed, "\n  now:", passages.text(placed.selector.place if placed.selector else "")
                )
        done += each_document
    report(tables)
    return any(table["WRONG"] for table in tables.values())


def report(tables: dict[str, Counter[str]]) -> None:
    """A row for each outcome."""
    rows = (
        "right",
        "on the same words",
        "asked, rightly",
        "asked about another",
        "orphaned, though there",
        "orphaned, gone",
        "WRONG",
    )
    print(f"{'':26}" + "".join(f"{name:>12}" for name in tables))
    for row in rows:
        print(f"{row:26}" + "".join(f"{table[row]:>12}" for table in tables.values()))
    print(f"{'all':26}" + "".join(f"{table.total():>12}" for table in tables.values()))


if __name__ == "__main__":
    sys.exit(main())
