"""What the reader of documents was unsure of, in the language of the interface. The store says it in Chinese."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.bodies import ORGANS
from tui.language import N_, _, language


class _Words(NamedTuple):
    """A kind of doubt in English, and where its values stand in the store's sentence."""

    kind: str
    values: str
    english: str


_WORDS = (
    _Words(
        "sequence",
        "编号“(.*?)”与前文",
        "“{0}” does not follow the number before it: something may be missing or misread.",
    ),
    _Words("unsure-join", "断段没有把握", "Whether a new paragraph begins after this one is not certain."),
    _Words(
        "foreign",
        "不像联合国文件",
        "This does not look like a document of the United Nations: it is read as headings and paragraphs.",
    ),
    _Words(
        "heading-or-text",
        "没有编号",
        "This line has no number and is read as a heading by its form alone; it may be text.",
    ),
    _Words(
        "inlined-note",
        "此处数字“(.*?)”及其后的“(.*)”读作脚注",
        "The figure “{0}” and the words after it, “{1}”, are read as a footnote; they may be text.",
    ),
    _Words(
        "stray-figure",
        "此处数字“(.*?)”可能是脚注号",
        "The figure “{0}” may be a footnote marker, but no note is found.",
    ),
    _Words(
        "furniture",
        "“(.*)”在全文只见这一处，按页码",
        "“{0}” stands nowhere else and was taken out of the text as a page number; it may be text.",
    ),
    _Words(
        "furniture",
        "“(.*)”在全文只见这一处，按链接",
        "“{0}” stands nowhere else and was taken out of the text as a link's address; it may be text.",
    ),
    _Words(
        "furniture",
        "“(.*)”按页眉取出",
        "“{0}” was taken out of the text as a running head, but no page number stands beside it; it may be text.",
    ),
    _Words(
        "furniture",
        "“(.*)”按网页的栏目取出",
        "“{0}” was taken out of the text as a web page's own, but reads like the text.",
    ),
    _Words("misread-number", "“(.*?)”疑为“(.*?)”", "“{0}” is probably “{1}”, misread."),
    _Words("empty", "没有文字", "There is a number here but no text."),
    _Words(
        "no-text",
        "第(.*?)页没有可读的文字",
        "Pages without text that can be read (images, or broken): {0}. They were left out.",
    ),
    _Words(
        "nameless",
        "第(.*?)页有文件没有说明的字",
        "Pages with characters that the file does not name, printed as “\ufffd”: {0}. Please check them in the file.",
    ),
    _Words("flat-marker", "数字“(.*?)”读作", "The figure “{0}” is read as a footnote marker."),
    _Words("misread-marker", "脚注号 (.*?) 的误识", "A sign here may be footnote marker {0}, misread."),
    _Words("missing-note", "找不到脚注 (.*?) 的注文", "Footnote {0} is called here, but it is not found."),
    _Words("missing-marker", "找不到脚注 (.*?) 的脚注号", "Nothing in the text calls footnote {0}."),
    _Words(
        "misread-symbol",
        "文号“(.*?)”后面的“(.*?)”",
        "“{1}” after the symbol “{0}” looks misread and was left out.",
    ),
    _Words("misread-symbol", "“(.*?)”疑为“(.*?)”", "“{0}” is probably “{1}”, misread: please check."),
    _Words(
        "number-shape",
        "“(.*?)”不像(.*?)(决定|决议)的编号",
        "“{0}” does not look like the number of a {1} {2}: please check.",
    ),
    _Words(
        "other-link",
        "链接指向“(.*?)”，文中却读作“(.*?)”",
        "The link leads to {0}, but the text reads {1}: please check.",
    ),
    _Words(
        "list-order",
        "“(.*?)”不合所列编号的间隔，此处应为第(.*?)届",
        "“{0}” misses the steps of its list: session {1} would follow. Please check.",
    ),
    _Words("list-order", "“(.*?)”不合所列编号的顺序", "“{0}” is out of the order of its list: please check."),
    _Words(
        "not-yet",
        "“(.*?)”最早出自(.*?)，晚于本文件的日期(.*?)，",
        "{0} can't be older than {1}, and this document is of {2}: please check.",
    ),
    _Words(
        "future-date",
        "“(.*?)”所注日期(.*?)晚于本文件的日期(.*?)，",
        "The date given for {0}, {1}, is later than that of this document, {2}: please check.",
    ),
    _Words(
        "date-session",
        "“(.*?)”应通过于(.*?)至(.*?)之间，所注日期却是(.*?)，",
        "{0} must be of between {1} and {2}, but the date given is {3}: please check.",
    ),
    _Words(
        "other-date",
        "“(.*?)”此处注为(.*?)，别处注为(.*?)，",
        "{0} is dated {1} here and {2} elsewhere in this document: please check.",
    ),
    _Words(
        "other-title",
        "“(.*?)”此处题为“(.*?)”，别处题为“(.*)”，",
        "{0} is called “{1}” here and “{2}” elsewhere in this document: please check.",
    ),
    _Words(
        "other-organ",
        "“(.*?)”在别处同一日期作“(.*?)”",
        "{0} of the same date is {1} elsewhere in this document: please check.",
    ),
    _Words(
        "lost-characters",
        "有 (.*?) 处字符",
        "Broken characters are shown as “\ufffd” ({0} in all): check the original, or get the file again.",
    ),
    _Words(
        "open-year",
        "第(.*?)号决议没有写年份",
        "Security Council resolution {0} is cited without its year, and no other place gives it.",
    ),
    _Words(
        "open-organ",
        "“(.*?)”属于哪个机关没有写明，可能是(.*?)，",
        "It is not said which body “{0}” belongs to; it may be {1}: please check.",
    ),
    _Words(
        "open-organ",
        "“(.*?)”属于哪个机关没有写明",
        "It is not said which body “{0}” belongs to: please check.",
    ),
)
"""Of two of one kind the first that fits."""

_ENGLISH = {organ.chinese: organ.english for organ in ORGANS} | {"决议": "resolution", "决定": "decision"}


_KINDS = {
    "foreign": N_("not a document of the United Nations"),
    "no-text": N_("pages without text"),
    "nameless": N_("characters without a name"),
    "sequence": N_("number out of sequence"),
    "unsure-join": N_("unsure end of a paragraph"),
    "heading-or-text": N_("heading or text"),
    "furniture": N_("page furniture or text"),
    "misread-number": N_("misread number"),
    "empty": N_("number without text"),
    "flat-marker": N_("figure read as a marker"),
    "inlined-note": N_("footnote inside the text"),
    "stray-figure": N_("figure that may be a marker"),
    "misread-marker": N_("misread marker"),
    "missing-note": N_("missing footnote"),
    "missing-marker": N_("footnote not called"),
    "misread-symbol": N_("misread symbol"),
    "number-shape": N_("number of an odd form"),
    "other-link": N_("link that leads elsewhere"),
    "list-order": N_("number out of its list"),
    "not-yet": N_("number later than the document"),
    "future-date": N_("date later than the document"),
    "date-session": N_("date outside the session"),
    "other-date": N_("two dates of one document"),
    "other-title": N_("two titles of one document"),
    "other-organ": N_("two bodies for one number"),
    "lost-characters": N_("broken characters"),
    "open-year": N_("year not given"),
    "open-organ": N_("body not given"),
}


def kind_words(kind: str) -> str:
    """What a kind of doubt is called; one not known here by its name."""
    return _(_KINDS[kind]) if kind in _KINDS else kind


def doubt_words(kind: str, message: str) -> str:
    """The sentence of a doubt; one of a kind or form not known here as the store says it."""
    if language() == "zh":
        return message
    for words in _WORDS:
        found = re.search(words.values, message) if words.kind == kind else None
        if found:
            return words.english.format(*map(_in_english, found.groups()))
    return message


def _in_english(value: str) -> str:
    """A value; where it names bodies, their English names."""
    return ", ".join(_ENGLISH.get(part, part) for part in value.split("、"))
