"""Prints a document as a web page of one of several makes, for reading to give it back."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import chain, pairwise
from typing import Literal

from store.document import Block, Document, Footnote

Make = Literal["word", "wiki", "book", "breaks"]
MAKES: tuple[Make, ...] = ("word", "wiki", "book", "breaks")


def as_page(document: Document, make: Make) -> str:
    """The page, with each note linked from its first call as such pages do it."""
    body = "\n".join(chain(_masthead(document, make), _body(document, make), _notes(document, make)))
    head = "" if make == "breaks" else "<!DOCTYPE html>"
    return f"{head}<html><head><title>x</title><style>p {{margin: 0}}</style></head><body>{body}</body></html>"


def _masthead(document: Document, make: Make) -> Iterator[str]:
    front = document.front
    item = f"议程项目 {front.agenda_item}" if front.agenda_item else None
    lines = [front.symbol, front.session, front.committee, item, front.agenda_title, front.title]
    printed = [escape(line) for line in lines if line]
    called = {marker.footnote for block in document.blocks for marker in block.markers}
    if printed:
        printed[-1] += "".join(_call(note, make) for note in document.footnotes if note.id not in called)
    for line in printed:
        yield f"<h1>{line}</h1>" if front.title and line is printed[-1] and make != "breaks" else _line(line, make)


def _body(document: Document, make: Make) -> Iterator[str]:
    by_id = document.notes_by_id
    for block in document.blocks:
        text = _text(block, by_id, make)
        if block.type == "heading" and make != "breaks":
            yield f"<h{min(6, block.level + 1)}>{text}</h{min(6, block.level + 1)}>"
        elif make == "book" and block.label and block.type != "heading":
            yield f"<table><tr><td>{_label(block)}</td><td>{text.removeprefix(_label(block))}</td></tr></table>"
        else:
            yield _line(text, make)


def _line(text: str, make: Make) -> str:
    if make == "breaks":
        return f"{text}<br><br>"
    return f"<p class=MsoNormal><span lang=ZH-CN>{text}</span><o:p></o:p></p>" if make == "word" else f"<p>{text}</p>"


def _text(block: Block, notes: object, make: Make) -> str:
    assert isinstance(notes, dict)
    places = [0, *(marker.at for marker in block.markers), len(block.text)]
    texts = [escape(block.text[start:end]) for start, end in pairwise(places)]
    signs = [*(_call(notes[marker.footnote], make) if marker.footnote else "" for marker in block.markers), ""]
    return _label(block) + "".join(chain.from_iterable(zip(texts, signs, strict=True)))


def _label(block: Block) -> str:
    if not block.label:
        return ""
    return f"{block.label}. " if block.label.isalnum() else f"{block.label} "


def _call(note: Footnote, make: Make) -> str:
    match make:
        case "word":
            return (
                f'<a href="#_{note.id}" name="_ref{note.id}"><span class=MsoFootnoteReference>'
                f"<![if !supportFootnotes]>[{note.label}]<![endif]></span></a>"
            )
        case "wiki":
            return f'<sup id="ref-{note.id}"><a href="#note-{note.id}">[{note.label}]</a></sup>'
        case "book":
            return f'<a epub:type="noteref" href="#{note.id}">{note.label}</a>'
        case "breaks":
            return f"<SUP>{note.label}</SUP>"


def _notes(document: Document, make: Make) -> Iterator[str]:
    match make:
        case "word":
            yield "<br clear=all><hr align=left size=1 width='33%'>"
            for note in document.footnotes:
                sign = f'<a href="#_ref{note.id}" name="_{note.id}">[{note.label}]</a>'
                yield f"<div style='mso-element:footnote'><p class=MsoFootnoteText>{sign} {escape(note.text)}</p></div>"
        case "wiki":
            yield '<ol class="references">'
            for note in document.footnotes:
                back = f'<a href="#ref-{note.id}">^</a>'
                yield f'<li id="note-{note.id}">{back} <span>{escape(note.text)}</span></li>'
            yield "</ol>"
        case "book":
            for note in document.footnotes:
                yield f"<aside id={note.id}><p>{escape(note.text)}</p></aside>"
        case "breaks":
            yield "<HR>"
            for note in document.footnotes:
                yield f"<SUP>{note.label}</SUP> {escape(note.text)}<br>"
