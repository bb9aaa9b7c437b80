"""The forms in which a document prints the signs of its footnotes, beside raised ones: [1], [^1], 1/, ①, (1).

Such signs also stand for other things: for items, for years, for sources. A form is believed only where the
document itself bears it out: what opens lines was met before inside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from store.reading.lines import Line


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print a footnote's sign."""

    sign: re.Pattern[str]
    """The sign in a text; its group `label` is the note's label."""
    opening: re.Pattern[str]
    """The sign and what sets it off, where it opens a note."""
    shared: bool = False
    """Items are printed so too: believed only where notes stand, at the foot of a page or at the end."""


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟"
FORMS = (
    Form(re.compile(r"\[\^(?P<label>[\w*]{1,12})\](?!:)"), re.compile(r"\[\^(?P<label>[\w*]{1,12})\]:\s*(?=\S)")),
    Form(
        re.compile(r"[\[［〔](?P<label>\d{1,3}|\*{1,3})[\]］〕]"),
        re.compile(r"[\[［〔](?P<label>\d{1,3}|\*{1,3})[\]］〕]\s*(?=\S)"),
    ),
    Form(
        re.compile(r"(?P<label>\d(?<![\dA-Za-z/.]\d)\d{0,2})/(?!\s?[A-Za-z]|(?!\s?\d{4}\s?年|\s\d{1,3}/(?!\d))\s?\d)"),
        re.compile(
            r"(?P<label>\d{1,3})/(?:\s*(?=[^\s\dA-Za-z/]|[A-Z]{1,8}/|https?:|(?:19|20)\d\d\s?年)|\s+(?=[A-Z\d]))"
        ),
    ),
    Form(re.compile(rf"(?P<label>[{_CIRCLED}])"), re.compile(rf"(?P<label>[{_CIRCLED}])\s*(?=\S)"), shared=True),
    Form(
        re.compile(r"[(（](?P<label>\d{1,3})[)）](?!\s?(?:[款项段節节]|目(?![标標的前录錄])))"),
        re.compile(r"[(（](?P<label>\d{1,3})[)）]\s*(?=\S)"),
        shared=True,
    ),
)
_ANY = re.compile(rf"[\[［〔(（/{_CIRCLED}]")
"""Every sign of these forms holds one of them."""


def label_of(match: re.Match[str]) -> str:
    """The label that a sign prints: "12" for ⑫."""
    return normalize("NFKC", match["label"])


def forms_used(lines: Sequence[Line], furniture: Mapping[int, str]) -> tuple[Form, ...]:
    """The forms that a document's own lines bear out."""
    suspect = [index for index, line in enumerate(lines) if index not in furniture and _ANY.search(line.text)]
    return tuple(form for form in FORMS if _is_used(form, suspect, lines, furniture))


def _is_used(form: Form, suspect: Iterable[int], lines: Sequence[Line], furniture: Mapping[int, str]) -> bool:
    """Whether notes open with such signs as were met before; `suspect` are the lines that may hold any."""
    first_sign: dict[str, int] = {}
    openings: dict[str, int] = {}
    for index in suspect:
        text = lines[index].text
        opening = form.opening.match(text)
        if opening and label_of(opening) in first_sign:
            openings[label_of(opening)] = index
        for match in form.sign.finditer(text, opening.end() if opening else 0):
            first_sign.setdefault(label_of(match), index)
        if opening and label_of(opening) not in first_sign:
            first_sign.setdefault(label_of(opening), index)
    paired = [label for label, index in openings.items() if first_sign[label] < index]
    if not paired or len(paired) * 2 < len(openings):
        return False
    return not form.shared or _stand_apart(form, sorted(openings.values()), lines, furniture)


def _stand_apart(form: Form, openings: Sequence[int], lines: Sequence[Line], furniture: Mapping[int, str]) -> bool:
    """Whether each run of notes stands under a rule, before the foot of a page, or at the end of the document."""
    within = set(openings)
    for index in openings:
        if index - 1 in within or furniture.get(index - 1) == "rule":
            continue
        if lines[index - 1].text.endswith(("：", ":")):
            return False
        end = index
        while end < len(lines) and end not in furniture and (end in within or lines[end].label is None):
            end += 1
            if end < len(lines) and lines[end].boundary:
                break
        if end < len(lines) and end not in furniture and not lines[end].boundary:
            return False
    return True
