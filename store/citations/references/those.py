"""该公约, 上述议定书, 该报告: the instrument or document named before, where nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from store.citations.references.notes import Sources
from store.citations.references.parts import part_after
from store.citations.references.passage import Passage, sentences_before
from store.citations.references.short import introducing
from store.document import Citation, Confidence

_INSTRUMENTS = "公约|议定书|条约|规约|宪章|协定|宣言|章程"
_DOCUMENTS = "报告|文件|说明|信"
_FORMS = ("treaty", "labour", "name", "short")
_TRIGGER = re.compile(rf"[该述一项份此](?:{_INSTRUMENTS}|{_DOCUMENTS})")
_NO_INSTRUMENT = "草案|缔约[方国]会议|缔约[方国]大会|委员会"
_ENDED = re.compile(r"》?(?:\s?\([^()]{0,12}\))?")
"""Behind the word, what still belongs to a name that ends with it."""


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        r"(?:该项?|该份|这一|这项|这份|此项|上述|前述|上文所述|同一)"
        rf"(?:(?P<instrument>{_INSTRUMENTS})(?!{_NO_INSTRUMENT}|之)|(?P<document>{_DOCUMENTS})(?![员期人书件息箱念任心守用]|草案))"
    )


@cache
def _of_kind(kind: str) -> re.Pattern[str]:
    """The word for a kind wherever it stands for one; not 本报告, 报告员, 报告期, nor where it is defined."""
    return re.compile(rf"(?<![本称为作“\"])(?P<kind>{kind})(?![员期人书件息箱念任心守用])")


@cache
def _with_symbol() -> re.Pattern[str]:
    """Between 报告 and its symbol, or its note."""
    return re.compile(r"》?\s?(?:\(\s?(?:见\s?)?|[,]?\s?见\s?|\s?)")


def find_those(passages: Sequence[Passage], notes: Mapping[str, Sources], blocks: Mapping[str, Passage]) -> None:
    """Take up these words in all blocks and notes, after the names.

    Args:
        passages: The texts, in order.
        notes: What each footnote cites, by id.
        blocks: The passages of blocks by id, for the paragraph above an item.
    """
    before: Passage | None = None
    for passage in passages:
        if _TRIGGER.search(passage.spelled):
            for found in _words().finditer(passage.spelled):
                _take(passage, found, introducing(passage.block, before, blocks), notes)
        if passage.block is not None and passage.block.type != "heading":
            before = passage


def _take(passage: Passage, found: re.Match[str], last: Passage | None, notes: Mapping[str, Sources]) -> None:
    kind = found["instrument"] or found["document"]
    meant, near = _antecedents(passage, found, last, kind, notes, document=found["document"] is not None)
    symbols = tuple(dict.fromkeys(each.symbol for each in meant if each and each.symbol))
    if not symbols:
        return
    part = part_after(passage.spelled, found.end())
    pinpoint = passage.text[slice(*part)] if part else None
    if len(symbols) == 1 and all(meant):
        sure = near and all(each and each.confidence == "sure" for each in meant)
        confidence: Confidence = "sure" if sure else "likely"
        words = meant[0].surface if meant[0] else ""
        passage.add(
            "short", found.span(), symbols[0], "antecedent", words=words, pinpoint=pinpoint, confidence=confidence
        )
    else:
        passage.add("short", found.span(), None, "antecedent", pinpoint=pinpoint, confidence="open", candidates=symbols)


def _antecedents(
    passage: Passage,
    found: re.Match[str],
    last: Passage | None,
    kind: str,
    notes: Mapping[str, Sources],
    *,
    document: bool,
) -> tuple[list[Citation | None], bool]:
    """What the nearest sentence that has the word means by it, each time; None for what is not known. And whether that
    is this sentence or the one before it in the same text."""
    told = _documents if document else _instruments
    for distance, (start, end) in enumerate(sentences_before(passage.spelled, found.start())):
        if meant := list(told(passage, kind, start, end, notes)):
            return meant, distance < 2
    if last is None:
        return [], False
    return list(told(last, kind, 0, len(last.spelled), notes)), False


def _instruments(
    passage: Passage, kind: str, start: int, end: int, notes: Mapping[str, Sources]
) -> Iterator[Citation | None]:
    """By each time that a sentence says 公约, the instrument of whose name it is the end."""
    named = [each for each in passage.found if each.form in _FORMS and start <= each.at < end]
    for word in _of_kind(kind).finditer(passage.spelled, start, end):
        if passage.spelled.startswith("缔约", word.end()) and passage.spelled[word.start() - 1] not in "各他些项":
            continue
        holder = next((each for each in named if each.at <= word.start() < each.end), None)
        if holder and _ENDED.fullmatch(passage.spelled, word.end(), holder.end):
            yield holder
        else:
            yield None


def _documents(
    passage: Passage, kind: str, start: int, end: int, notes: Mapping[str, Sources]
) -> Iterator[Citation | None]:
    """By each time that a sentence says 报告, the document whose symbol stands behind it or in its note."""
    for word in _of_kind(kind).finditer(passage.spelled, start, end):
        yield _symbol_of(passage, word, notes)


def _symbol_of(passage: Passage, word: re.Match[str], notes: Mapping[str, Sources]) -> Citation | None:
    text = passage.spelled
    if again := next((each for each in passage.found if each.at <= word.start() < each.end and each.symbol), None):
        return again
    joint = _with_symbol().match(text, word.end())
    at = joint.end() if joint else word.end()
    citations: list[Citation] = [*passage.citations, *passage.found]
    if cited := next((each for each in citations if each.at in (word.start(), at, word.end()) and each.symbol), None):
        alone = not any(each.at == cited.end or 0 <= each.at - cited.end <= 2 for each in passage.citations)
        return cited if alone and cited.form in ("symbol", "short") else None
    if behind := next((each for each in passage.citations if text[each.end : word.end()] == f"号{word['kind']}"), None):
        return behind if behind.form == "symbol" else None
    called = [marker for marker in passage.markers if word.end() <= marker.at <= word.end() + 1]
    only = notes.get(called[0].footnote or "", Sources()).only if called else None
    if only is None or only.form != "symbol":
        return None
    return Citation(passage.id, called[0].at, called[0].note, only.symbol, form="symbol")
