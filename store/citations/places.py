"""The places of a document that cite something, with who speaks there and what calls each footnote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from store.bodies import name_pattern, organ_named, organ_of, organs_meant
from store.citations.context import Surroundings, organs_in, read_surroundings
from store.citations.evidence import Keys, Place
from store.citations.find import find_surfaces
from store.document import Block, Document
from store.numbers import fold
from store.progress import Progress, silent, told


def read_places(document: Document, progress: Progress = silent) -> list[Place]:
    """Blocks and then footnotes that hold a surface, in their order."""
    return list(_places(document, progress))


def _places(document: Document, progress: Progress) -> Iterator[Place]:
    receiver = _receiver(document)
    named = _named_once_asked(document)
    speakers = _speakers(document, receiver, named)
    first_speaker = next(iter(speakers.values()), None)
    callers = _callers(document)
    surroundings = cache(read_surroundings)
    texts = [(b.id, b.text, b.id) for b in document.blocks]
    texts += [(n.id, n.text, callers[n.id][0].id if n.id in callers else "") for n in document.footnotes]
    for id_, text, at_block in told(texts, "citations", progress):
        surfaces = tuple(find_surfaces(text))
        if not surfaces:
            continue
        around = surroundings(text)
        caller = callers.get(id_)
        called_in = surroundings(caller[0].text) if caller else None
        ambiguous = _has_shared_names(around) or (called_in is not None and _has_shared_names(called_in))
        yield Place(
            id_,
            around,
            surfaces,
            speakers.get(at_block) if at_block else first_speaker,
            receiver,
            named() if ambiguous and any(surface.number for surface in surfaces) else (),
            (called_in, caller[1]) if called_in and caller else None,
        )


def _has_shared_names(around: Surroundings) -> bool:
    """Whether the document as a whole must be asked what a name means here."""
    return any(len(head.organs) > 1 for head in around.heads)


def _receiver(document: Document) -> str | None:
    front = document.front
    organ = organ_named(front.body or "") or (organ_of(front.symbol) if front.symbol else None)
    return organ.key if organ else None


def _speakers(document: Document, receiver: str | None, named: Callable[[], Keys]) -> dict[str, str]:
    """The organ of the chapeau under which each block stands; blocks before any chapeau have none."""
    speakers: dict[str, str] = {}
    speaker: str | None = None
    for block in document.blocks:
        if block.type == "chapeau":
            speaker = _speaker(block, receiver, named) or speaker
        if speaker:
            speakers[block.id] = speaker
    return speakers


def _speaker(chapeau: Block, receiver: str | None, named: Callable[[], Keys]) -> str | None:
    if organ := organ_named(chapeau.text):
        return organ.key
    found = name_pattern().search(fold(chapeau.text))
    meant = [organ.key for organ in organs_meant(found)] if found else []
    if receiver in meant:
        return receiver
    known = [key for key in named() if key in meant]
    return known[0] if len(known) == 1 else None


def _callers(document: Document) -> dict[str, tuple[Block, int]]:
    """Footnotes to the block and position that call them first."""
    callers: dict[str, tuple[Block, int]] = {}
    for block in document.blocks:
        for marker in block.markers:
            if marker.footnote:
                callers.setdefault(marker.footnote, (block, marker.at))
    return callers


def _named_once_asked(document: Document) -> Callable[[], Keys]:
    """Organs that the document names beyond doubt, and those of the conventions it names; read when first asked."""

    @cache
    def named() -> Keys:
        texts = (*(b.text for b in document.blocks), *(n.text for n in document.footnotes))
        return organs_in(fold("\n".join(texts)))

    return named
