"""The words that an export brings along, in the language in which it cites."""

from __future__ import annotations

from collections.abc import Mapping

from store.annotations.kinds import Kind, kind_named
from store.export.sections import NO_DOCUMENT, NO_PLACE, OTHER_TEXT
from store.library.citing import Language

_REASONS: Mapping[str, str] = {
    NO_DOCUMENT: "document not in the library",
    NO_PLACE: "place not in the text any more",
    OTHER_TEXT: "text changed here",
}

_WORDS: Mapping[str, Mapping[Language, str]] = {
    "lost": {"zh": "失联标注", "en": "Orphans"},
    "tags": {"zh": "标签：", "en": "Tags: "},
    "footnote": {"zh": "脚注", "en": "Footnote"},
    "colon": {"zh": "：", "en": ": "},
    "open": {"zh": "（", "en": " ("},
    "close": {"zh": "）", "en": ")"},
    "untagged": {"zh": "无标签", "en": "Without a tag"},
    "uncited": {"zh": "未引用其他文件", "en": "Citing no other document"},
    "brief": {"zh": "代表团简报", "en": "Delegation brief"},
    "amendments": {"zh": "修正案一览", "en": "Table of amendments"},
    "reading": {"zh": "阅读清单", "en": "Reading list"},
    "paragraph": {"zh": "段次", "en": "Paragraph"},
    "amendment": {"zh": "修正案文", "en": "Proposed text"},
    "remarks": {"zh": "说明", "en": "Remarks"},
    "legend": {
        "zh": "~~删除线~~为删去的文字，**粗体**为增加的文字。",
        "en": "~~Struck~~ text is deleted, **bold** text is new.",
    },
    "conflicts": {"zh": "冲突一览", "en": "Conflicts"},
    "states": {
        "zh": "同一条标注在两处各有改动：较新的现行，另一份保留在此。",
        "en": "Annotations that were changed in two places: the later state counts, the other one is kept here.",
    },
    "counts": {"zh": "现行：", "en": "Counts: "},
    "removed": {"zh": "现行：标注已删除", "en": "Counts: the annotation was removed"},
    "gave_way": {"zh": "让位：", "en": "Gave way: "},
    "by": {"zh": "整理：", "en": "Prepared by "},
    "unproposed": {"zh": "（尚未拟定案文）", "en": "(no text proposed yet)"},
    "held": {"zh": "（文库中有）", "en": " (in the library)"},
    "unheld": {"zh": "（文库中没有）", "en": " (not in the library)"},
}


def words(language: Language) -> dict[str, str]:
    """All words, by name."""
    return {name: spoken[language] for name, spoken in _WORDS.items()}


def kind_name(kind: str, kinds: Mapping[str, Kind], language: Language) -> str:
    """What a kind is called; empty for none."""
    return kind_named(kinds, kind).label(language) if kind else ""


def reason(lost: str, language: Language) -> str:
    """Why an annotation is an orphan."""
    return lost if language == "zh" else _REASONS.get(lost, lost)
