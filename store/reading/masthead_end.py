"""Where the lines above the text end: at the organ that speaks, else at the first line that only a text can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.reading.contents import heads_contents
from store.reading.labels import half_width
from store.reading.lines import Line
from store.reading.masthead_forms import (
    ADOPTED_FROM,
    AGENDA,
    ANNOTATED,
    DRAFT,
    FIELDS,
    HEADED,
    LETTER,
    OF_RECORD,
    OWN_SYMBOL,
    PROLOGUE,
    SPONSORED,
    kind_named,
)
from store.reading.phrases import (
    ARTICLE,
    COMMUNICATION,
    ENDS,
    INTRODUCTION,
    deciding_organ,
    is_chapeau,
    is_part,
    opens_preamble,
)
from store.reading.speaker import speaker_end
from store.reading.speech import opens_lettered

_REACH = 80
"""A masthead is not longer than this many lines."""
_AROUND = 30
"""Lines that show how wide a layout is."""
_STATES = 20
"""Characters of a line that begins a sentence on the record itself, at least."""
_SENTENCE = 12
"""Lines of one sentence, at most."""
_BRACKETS = "[［〔【"
_CLOSED = re.compile(r"[\]］〕】]$")
_BRACKETED = 12
"""Lines of the note in brackets on how a text was adopted, at most."""
_AGENDA = [form for name, form in FIELDS if name == "agenda"]
# Pages made from old files lost the numerals of headings: ". 导言".
_NUMERAL_LOST = re.compile(r"[.．、]\s*[\u3400-\u9fff]{2}")
# Letterheads set the characters of a name apart, "大 会", and dots lead from an office to its name.
_APART = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_LEADERS = re.compile(r"\s*(?:[.．·…]\s?){4,}\s*")


def text_start(lines: Sequence[Line]) -> int:
    """Where the text begins: at the chapeau, else at the first line that only a text can hold."""
    for index, line in enumerate(lines[:_REACH]):
        if heads_contents(line.text):
            break
        if PROLOGUE.fullmatch(line.text) and index:
            return index
        if AGENDA.fullmatch(line.text) and any(ANNOTATED.match(each.text) for each in lines[:index]):
            return index
        if speaker_end(lines, index) or opens_lettered(lines, index):
            return index
        if line.label is not None and line.label.style in ("number", "chinese"):
            break
    within = adoption_lines(lines[:_REACH])
    for index, line in enumerate(lines[:_REACH]):
        if index in within:
            continue
        if OF_RECORD.match(line.text) and len(line.text) >= _STATES:
            return index
        if _begins_text(line, lines, index):
            return index if is_part(line.text) else _sentence_start(lines, index)
    return min(len(lines), 0 if len(lines) > _REACH else len(lines))


def adoption_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of a note in brackets on how a text was adopted, where its list of drafts takes several."""
    for start, line in enumerate(lines):
        if line.text[0] in _BRACKETS and not _CLOSED.search(line.text) and ADOPTED_FROM.match(line.text):
            for end in range(start + 1, min(start + _BRACKETED, len(lines))):
                if _CLOSED.search(lines[end].text):
                    return frozenset(range(start, end + 1))
    return frozenset()


def _sentence_start(lines: Sequence[Line], index: int) -> int:
    """Where the sentence began that shows at a line, where a narrow layout broke it: above are full lines."""
    widest = max(line.cells for line in lines[index : index + _AROUND])
    while index and not lines[index].gap and lines[index].label is None:
        above = lines[index - 1]
        if above.complete or above.label is not None or above.cells * 4 < widest * 3 or known(half_width(above.text)):
            break
        if lines[index].indent > above.indent or LETTER.match(half_width(above.text)):
            break
        index -= 1
    return index


def _begins_text(line: Line, lines: Sequence[Line], index: int) -> bool:
    text = printed(line)
    if known(text) or HEADED.match(text) or LETTER.match(text):
        return False
    if (
        line.label is not None
        or _NUMERAL_LOST.match(text)
        or is_part(text)
        or ARTICLE.fullmatch(text)
        or COMMUNICATION.match(text)
    ):
        return True
    if line.ending and line.ending in "，," and index and any(form.search(lines[index - 1].text) for form in _AGENDA):
        return not _ends_as_title(lines, index)
    if not line.complete and index and any(form.search(lines[index - 1].text) for form in _AGENDA):
        return False
    if deciding_organ(text):
        return True
    if line.ending and line.ending in "：:" and ("，" in text or index + 1 == len(lines)):
        return not SPONSORED.match(text) and not (index + 1 < len(lines) and DRAFT.match(lines[index + 1].text))
    if line.ending and line.ending in "。；;，,":
        return INTRODUCTION.match(text) is None
    if len(text) < 30:
        return False
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    if opens_preamble(text):
        return True
    return _is_sentence(lines, index) and not (SPONSORED.match(text) or "草案" in following)


def _ends_as_title(lines: Sequence[Line], index: int) -> bool:
    """Whether what was broken after a comma ends without a stop: the title of an agenda item is long."""
    closest = smallest_gap(lines, min(_REACH, len(lines)))
    for line in lines[index + 1 : index + 4]:
        if line.gap > closest or line.label is not None or is_chapeau(line.text):
            return False
        if line.ending not in ENDS:
            return True
    return False


def _is_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether a long line that ends without a stop goes on below until one comes, and is not a title above a text."""
    if kind_named(lines[index].text):
        return False
    closest = smallest_gap(lines, min(_REACH, len(lines)))
    for line in lines[index + 1 : index + _SENTENCE]:
        other = line.label is not None or deciding_organ(line.text) is not None
        if other or line.gap > closest or line.cells > 2 * lines[index].cells:
            return False
        if line.complete:
            return COMMUNICATION.match(line.text) is None
    return index + 1 == len(lines)


def known(text: str) -> bool:
    """Whether a text is a field of a masthead by its form."""
    return any(form.search(text) for _, form in FIELDS if len(text) < 60) or OWN_SYMBOL.match(text) is not None


def printed(line: Line) -> str:
    """A line's text as its forms are written: without what only sets its parts apart."""
    return _LEADERS.sub(" ", _APART.sub("", half_width(line.text)))


def smallest_gap(lines: Sequence[Line], end: int) -> int:
    """The smallest gap between the lines of the masthead."""
    return min((line.gap for line in lines[1:end] if not line.boundary), default=0)
