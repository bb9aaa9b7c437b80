"""What the reader of documents was unsure of, in the language of the interface. The store says it in Chinese."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.bodies import ORGANS
from tui.language import language


class _Words(NamedTuple):
    """A kind of doubt in English, and where its values stand in the store's sentence."""

    values: re.Pattern[str]
    english: str


_WORDS = {
    "sequence": _Words(
        re.compile("编号“(.*?)”"),
        "“{0}” does not follow the number before it: something may be missing or misread.",
    ),
    "unsure-join": _Words(re.compile(""), "Whether a new paragraph begins after this one is not certain."),
    "empty": _Words(re.compile(""), "There is a number here but no text."),
    "flat-marker": _Words(re.compile("数字“(.*?)”"), "The figure “{0}” is read as a footnote marker."),
    "misread-marker": _Words(re.compile("脚注号 (.*?) 的误识"), "A sign here may be footnote marker {0}, misread."),
    "missing-note": _Words(re.compile("找不到脚注 (.*?) 的注文"), "Footnote {0} is called here, but it is not found."),
    "missing-marker": _Words(re.compile("找不到脚注 (.*?) 的脚注号"), "Nothing in the text calls footnote {0}."),
    "misread-symbol": _Words(
        re.compile("文号“(.*?)”后面的“(.*?)”"), "“{1}” after the symbol “{0}” looks misread and was left out."
    ),
    "number-shape": _Words(
        re.compile("“(.*?)”不像(.*?)(?:决定|决议)的编号"),
        "“{0}” does not look like a number of {1}: please check.",
    ),
    "open-year": _Words(
        re.compile("第(.*?)号决议"),
        "Security Council resolution {0} is cited without its year, and no other place gives it.",
    ),
    "open-organ": _Words(re.compile("“(.*?)”属于"), "It is not said which body “{0}” belongs to: please check."),
}
_ENGLISH_ORGANS = {organ.chinese: organ.english for organ in ORGANS}


def doubt_words(kind: str, message: str) -> str:
    """The sentence of a doubt; one of a kind not known here as the store says it."""
    words = _WORDS.get(kind)
    if language() == "zh" or words is None:
        return message
    found = words.values.search(message)
    if found is None:
        return message
    return words.english.format(*(_ENGLISH_ORGANS.get(value, value) for value in found.groups()))
