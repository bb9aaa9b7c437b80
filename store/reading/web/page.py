"""A page is written out as a browser shows it. Owns what each element does to the text."""

from __future__ import annotations

import re

from store.progress import Progress
from store.reading.note_signs import SUPERSCRIPTS
from store.reading.source import Extract
from store.reading.web.elements import BLOCKS, Element, parse
from store.reading.web.lists import item_labels
from store.reading.web.menus import without_menus
from store.reading.web.notes import PageNotes, find_page_notes
from store.reading.web.tables import is_label, rows, shows_data
from store.reading.written import Written

_UNSEEN = frozenset(
    "script style head title template noscript nav menu button select option input textarea svg canvas audio video "
    "iframe object map rt rp dialog datalist noframes".split()
)
_APART = frozenset(("header", "footer", "aside"))
"""Elements that belong to the page and not to the text, where they stand around it."""
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_RAISE = {digit: sign for sign, digit in SUPERSCRIPTS.items()}
_STARS = re.compile(r"\*{1,3}|[†‡]")
_RULE = "_" * 12
_EVERY = 2_000
"""Elements after which it is said how far the work is."""


def extract(text: str, name: str, progress: Progress) -> Extract:
    """What a page shows.

    Raises:
        Cancelled: `progress` said so.
    """
    root = parse(text)
    writer = _Writer(root, progress)
    writer.write(root)
    writer.out.finish()
    return without_menus(Extract(writer.out.text, tuple(sorted(writer.out.marks))))


class _Writer:
    def __init__(self, root: Element, progress: Progress) -> None:
        self.out = Written()
        self._notes: PageNotes = find_page_notes(root)
        self._labels: dict[Element, str] = {}
        self._outside = _around_main(root)
        self._progress = progress
        self._seen = 0
        self._all = sum(1 for _element in root.within())
        self._sign = ""
        """The label of the note that begins with the next words: they may print it themselves."""
        self._kept = 0
        """Elements around in which white space is kept."""
        self._data = False
        """The table around shows data."""
        self._open_note: int | None = None
        """The note that is being written, in which there may be several paragraphs."""
        self._inner = 0
        """Elements around that are the text itself, and not the page around it."""

    def write(self, element: Element) -> None:
        """Write an element with all that is in it."""
        self._seen += 1
        if self._seen % _EVERY == 0:
            self._progress("html", self._seen, self._all)
        if element in self._notes.calls:
            self._call(self._notes.calls[element])
        elif element in self._notes.notes:
            self._note(element, self._notes.notes[element])
        elif element in self._notes.returns:
            self._sign = "" if self._sign and self._sign in element.text else self._sign
        elif not self._is_unseen(element):
            self._shown(element)

    def _is_unseen(self, element: Element) -> bool:
        return (
            element.tag in _UNSEEN
            or "hidden" in element.attributes
            or element.attributes.get("role") == "navigation"
            or _HIDDEN.search(element.attributes.get("style", "")) is not None
        )

    def _shown(self, element: Element) -> None:
        block = element.tag in BLOCKS
        note = self._open_note
        if block:
            self.out.break_paragraph()
        if self._is_apart(element):
            with self.out.marked("furniture", "menu"):
                self._inside(element)
        else:
            self._inside(element)
        if block:
            if note is None:
                self._end_note()
            self.out.break_paragraph()

    def _is_apart(self, element: Element) -> bool:
        """Whether an element is of the page and not of the text, as far as the page itself says so."""
        if element in self._outside:
            return True
        if self._inner or (element.tag not in _APART and element.attributes.get("role") not in _ROLES):
            return False
        inside = list(element.within())
        return not any(each.tag in ("main", "article", "h1") or each in self._notes.notes for each in inside)

    def _inside(self, element: Element) -> None:
        match element.tag:
            case "br":
                self.out.break_line()
            case "hr":
                with self.out.marked("furniture", "rule"):
                    self.out.put(_RULE)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                with self.out.marked("heading", element.tag[1]):
                    self._children(element)
            case "pre":
                self._kept += 1
                self._children(element)
                self._kept -= 1
            case "ol" | "ul":
                self._labels.update(item_labels(element))
                self._children(element)
            case "li":
                self.out.say_before("" if element in self._notes.notes else self._labels.get(element, ""))
                self._children(element)
                self.out.take_back()
            case "table":
                self._table(element)
            case "tr":
                self._row(element)
            case "sup":
                self._raised(element)
            case "a":
                self._link(element)
            case "main" | "article":
                self._inner += 1
                self._children(element)
                self._inner -= 1
            case "q":
                self.out.put("“")
                self._children(element)
                self.out.put("”")
            case _:
                self._children(element)

    def _children(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._words(child)
            else:
                self.write(child)

    def _words(self, text: str) -> None:
        if self._sign:
            text = _without_sign(text, self._sign)
            if not text.strip():
                return
            self._sign = ""
            self.out.flow(text.lstrip())
        elif self._kept:
            for turn, line in enumerate(text.replace("\r\n", "\n").split("\n")):
                if turn:
                    self.out.break_line()
                self.out.put(line.rstrip())
        else:
            self.out.flow(text)

    def _table(self, table: Element) -> None:
        before, self._data = self._data, shows_data(table, rows(table))
        self._children(table)
        self._data = before

    def _row(self, row: Element) -> None:
        if not self._data:
            self._laid_out(row)
            return
        with self.out.marked("row"), self.out.on_one_line():
            for turn, cell in enumerate(row.children):
                if isinstance(cell, str):
                    self._words(cell)
                    continue
                if turn and cell.tag in ("td", "th"):
                    self._bar()
                self.write(cell)

    def _bar(self) -> None:
        self.out.go_on()
        self.out.put("|")
        self.out.go_on()

    def _laid_out(self, row: Element) -> None:
        """Each cell by itself, but for a number that stands beside its paragraph."""
        cells = [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th")]
        labels = {cell for cell in cells[:-1] if is_label(cell)}
        for child in row.children:
            if isinstance(child, str):
                self._words(child)
            elif child in labels:
                self.out.say_before(child.text.strip() + " ")
            else:
                self.write(child)
        self.out.take_back()

    def _raised(self, element: Element) -> None:
        text = element.text.strip()
        if text.isascii() and text.isdecimal() and not self._sign:
            self.out.put(text.translate(_RAISE))
        elif _STARS.fullmatch(text) and not self._sign:
            self._call(text)
        else:
            self._children(element)

    def _call(self, label: str) -> None:
        with self.out.marked("call", label):
            self.out.put(label.translate(_RAISE))

    def _note(self, element: Element, label: str) -> None:
        """A note: all of a block, or from the first words of it on, to the next note or the end of what it is in."""
        self._end_note()
        self.out.break_paragraph()
        self.out.take_back()
        self.out.say_before(f"{label} ")
        self._sign, self._open_note = label, self.out.begin("note", label)
        self._inside(element)
        if element.tag in BLOCKS:
            self._end_note()
            self.out.break_paragraph()

    def _end_note(self) -> None:
        if self._open_note is not None:
            self.out.end(self._open_note)
            self.out.take_back()
            self._open_note, self._sign = None, ""

    def _link(self, element: Element) -> None:
        address = element.attributes.get("href", "").strip()
        if not address or address.startswith("#") or address.lower().startswith(("javascript:", "mailto:")):
            self._children(element)
            return
        with self.out.marked("link", address):
            self._children(element)


def _without_sign(text: str, label: str) -> str:
    """What a note says, without the sign that it prints itself and what leads back to it."""
    sign = rf"{re.escape(label)}(?!\w)|{re.escape(label.translate(_RAISE))}"
    match = re.match(rf"\s*(?:[\^↑]\s*)*(?:[\[(（〔]\s*(?:{sign})\s*[\])）〕]|{sign})?\s*[.．:：、/]?\s*", text)
    return text[match.end() :] if match else text


def _around_main(root: Element) -> set[Element]:
    """The elements beside the one of which the page says that it holds the text, if it holds most of it."""
    main = next((each for each in root.within() if each.tag == "main" or each.attributes.get("role") == "main"), None)
    if main is None or _weight(main) * 2 < _weight(root):
        return set()
    path = list(main.around())
    return {child for each in path[1:] for child in each.children if isinstance(child, Element) and child not in path}


def _weight(element: Element) -> int:
    """Characters that are seen in an element."""
    texts = (child for each in element.within() if each.tag not in _UNSEEN for child in each.children)
    return sum(len(text.strip()) for text in texts if isinstance(text, str))
