"""What a document itself equates: a title with the number in its note or brackets, a short title with a full one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from store.citations.references.bare import names_outside
from store.citations.references.notes import Source, Sources
from store.citations.references.parts import PART
from store.citations.references.passage import Passage
from store.citations.references.titles import Title
from store.document import Citation
from store.instruments.spelling import title_key

_NEAR = 2
"""Characters that may stand between a title and the marker of its note: a closing bracket and a comma."""


@dataclass
class Equations:
    """By the key of a title, what the document says it is."""

    sources: dict[str, dict[str, Source]] = field(default_factory=dict)
    """Each source by its identity: more than one where the document contradicts itself."""
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    """By title and identity, the words that say so, as printed."""
    weak: set[tuple[str, str]] = field(default_factory=set)
    """Titles and identities that only stand beside each other: a note with a report's symbol, which may just be on the
    subject."""
    defined: dict[str, dict[str, None]] = field(default_factory=dict)
    """Short title to the keys of the full titles for which a definition puts it."""

    def equate(self, key: str, source: Source, words: str) -> None:
        """Take up that a title is this."""
        self.sources.setdefault(key, {}).setdefault(source.symbol, source)
        self.words.setdefault((key, source.symbol), words)


@cache
def _only_number() -> re.Pattern[str]:
    """What may stand around the number in a note that holds nothing else."""
    return re.compile(
        r"\s*[参]?见?\s*(?:大会|安全理事会|经济及社会理事会|经社理事会|人权理事会)?\s*(?:第)?\s*#\s*(?:号?\s?(?:决议|决定)?)"
        r"(?:[,、\s]{0,3}(?:附件|附录|第)[^,。;#]{0,10}){0,2}\s*(?:_o)?[。.]?\s*"
    )


@cache
def _only_series() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[参]?见\s?)?(?:联合国|国际联盟)?[,\s]{0,3}#(?:[,\s]{0,3}第\s?\d{1,4}\s?页)?[。.]?\s*")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(
        r"[》>]?\s?\(\s?(?:[参]?见\s?)?(?:联合国)?(?:大会|安全理事会|经济及社会理事会|人权理事会)?\s?第?\s?$"
    )


_RESOLUTION = re.compile(r"/(?:RES|DEC)/|/(?:Res|Dec)\.")


@cache
def _closing() -> re.Pattern[str]:
    """What may follow the number in those brackets."""
    return re.compile(rf"\s?号?\s?(?:决议|决定)?(?:[,、\s]{{0,2}}{PART})?\s?\)")


_RECORDS = re.compile(r"正式记录|补编|^[A-Z]")
"""A volume of records, which only prints a document and is not its name."""


@cache
def _adopted() -> re.Pattern[str]:
    """Between a number and the title of what it adopted: 第64/293号决议中通过的《…》."""
    return re.compile(r"\s?号?\s?(?:决议|决定)?\s?[,]?\s?[其]?中?(?:所|获得)?(?:通过|核可|载列|载有|所载)(?:了|的)?\s?")


@cache
def _definition() -> re.Pattern[str]:
    return re.compile(
        r"(?:\s?\([^()]{1,40}\))?\s?\((?:\s?(?:以下|下|下文)?\s?(?:简称|称为|称|统称)(?:为|作)?\s?[:]?\s?[“\"「‘]?\s?《?(?P<named>[^《》”\"」’()]{2,40})》?"
        r"\s?[”\"」’]?|\s?[“\"「]?《(?P<bare>[^《》()]{2,40})》[”\"」]?\s?)\s?\)"
    )


_COORDINATED = re.compile(r"[\s,、]{0,2}(?:及其|以及|和|及|与)[^《》。;]{0,12}")


def read_equations(
    passages: Sequence[Passage], notes: Mapping[str, Sources], texts: Mapping[str, Passage]
) -> Equations:
    """All that the passages equate.

    Args:
        passages: The texts of the document.
        notes: By the id of a footnote, what it cites.
        texts: The passages of the footnotes, by id.
    """
    equations = Equations()
    for passage in passages:
        if passage.titles:
            _by_notes(passage, notes, texts, equations)
            _by_numbers(passage, equations)
            _by_definitions(passage, equations)
        _by_definitions_outside(passage, equations)
    return equations


def _by_notes(
    passage: Passage, notes: Mapping[str, Sources], texts: Mapping[str, Passage], equations: Equations
) -> None:
    if not passage.markers:
        return
    ends = {title.end: title for title in passage.titles}
    for marker in passage.markers:
        title = next((ends[at] for at in range(marker.at, marker.at - _NEAR - 1, -1) if at in ends), None)
        source = notes.get(marker.footnote or "", Sources()).only
        note = texts.get(marker.footnote or "")
        if (
            title
            and source
            and note
            and not passage.spelled[title.end : marker.at].strip("、,;:。) ")
            and _holds_only(note)
        ):
            equations.equate(title.key, source, note.text)
            if source.form in ("number", "symbol") and not source.pinpoint and not _RESOLUTION.search(source.symbol):
                equations.weak.add((title.key, source.symbol))


def _holds_only(note: Passage) -> bool:
    """Whether a note holds one number, symbol or volume and nothing that could be the title's instead."""
    cited: list[Citation] = [*note.citations, *note.found]
    if len(cited) != 1:
        return False
    rest = note.spelled[: cited[0].at] + "#" + note.spelled[cited[0].end :]
    form = _only_series() if cited[0].form in ("treaty", "short") else _only_number()
    return form.fullmatch(rest) is not None


def _by_numbers(passage: Passage, equations: Equations) -> None:
    """《…》（大会第70/1号决议，附件）, and 第64/293号决议通过的《…》."""
    text = passage.spelled
    starts = {title.start: title for title in passage.titles}
    ends = {title.end: title for title in passage.titles}
    for turn, citation in enumerate(passage.citations):
        if citation.symbol is None or citation.confidence == "open":
            continue
        source = Source(citation.symbol, citation.form, citation.pinpoint)
        before = _bracket().search(text, max(0, citation.at - 24), citation.at)
        title = ends.get(before.start() + (text[before.start()] in "》>")) if before else None
        if title and _closing().match(text, citation.end) and not _RECORDS.search(title.key):
            equations.equate(title.key, source, passage.text[title.end : citation.end])
        after = _adopted().match(text, citation.end)
        title = starts.get(after.end()) if after else None
        alone = turn == 0 or text[passage.citations[turn - 1].end : citation.at].strip("号、,和及第 ") != ""
        if title and alone and not _goes_on(text, title):
            equations.equate(title.key, source, passage.text[citation.at : title.start])


def _goes_on(text: str, title: Title) -> bool:
    """Whether the title only belongs to what was adopted: 通过《…》的修正案."""
    return text[title.end : title.end + 1] == "的"


def _by_definitions(passage: Passage, equations: Equations) -> None:
    text, before = passage.spelled, None
    for title in passage.titles:
        if found := _definition().match(text, title.end):
            fulls = [title.key]
            if before and _COORDINATED.fullmatch(text, before.end, title.start):
                fulls.insert(0, before.key)
            _define(equations, found, fulls)
        before = title


def _by_definitions_outside(passage: Passage, equations: Equations) -> None:
    """A definition behind a name without 《》."""
    text = passage.spelled
    if "称" in text and "(" in text:
        for start, end, _known in names_outside(text, passage.titles):
            if found := _definition().match(text, end):
                _define(equations, found, [title_key(text[start:end])])


def _define(equations: Equations, found: re.Match[str], fulls: Sequence[str]) -> None:
    equations.defined.setdefault(title_key(found["named"] or found["bare"]), {}).update(dict.fromkeys(fulls))
