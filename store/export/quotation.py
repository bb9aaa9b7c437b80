"""Words of a document with their citation, in the forms in which one pastes them into a paper."""

from __future__ import annotations

import re
from typing import Literal, get_args

from store.export.literal import literal, quoted
from store.library.citing import Language

Form = Literal["zh", "en", "markdown", "footnote"]
"""“……”（大会第70/1号决议，第5(a)段）; the same in English; a quotation of Markdown; a footnote of Markdown."""

FORMS: tuple[Form, ...] = get_args(Form)

_NOT_IN_MARKS = re.compile(r"[^\w.-]+")
_STOPS: dict[Language, str] = {"zh": "。", "en": "."}


def quotation(words: str, citation: str, form: Form, language: Language, mark: str = "1") -> str:
    """Words and where they stand.

    Args:
        words: What is quoted, a line for each paragraph.
        citation: Document and place, in the language that `cited_in` tells for the form.
        form: How the two are put together.
        language: That of the citation.
        mark: What tells a footnote from others in the same paper: document and place.
    """
    if form == "zh":
        return f"“{words}”（{citation}）"
    if form == "en":
        return f"“{words}” ({citation})"
    if form == "markdown":
        return f"{quoted(words)}\n>\n> —— {literal(citation)}\n"
    sign = _NOT_IN_MARKS.sub("-", mark).strip("-")
    return f"“{literal(words)}”[^{sign}]\n\n[^{sign}]: {literal(citation)}{_STOPS[language]}\n"


def cited_in(form: Form, otherwise: Language) -> Language:
    """The language of the citation in a form; those that leave it open follow `otherwise`."""
    return form if form in ("zh", "en") else otherwise
