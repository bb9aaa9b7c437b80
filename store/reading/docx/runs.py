"""What stands inside a paragraph becomes text: runs, changes as accepted, fields, links, calls of notes, text boxes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from store.reading.docx.calls import REFERENCES, Calls
from store.reading.docx.fields import Fields, address, address_in, is_of_the_page
from store.reading.docx.notes import NoteSigns
from store.reading.docx.styles import Styles
from store.reading.docx.symbols import symbol
from store.reading.docx.tree import chosen, is_on
from store.reading.docx.writing import Writing

_WRAPPERS = frozenset(("ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo", "m_oMathPara", "m_oMath"))


class Runs:
    """Writes the runs of one story, paragraph after paragraph."""

    def __init__(self, styles: Styles, signs: NoteSigns | None, links: Mapping[str, str]) -> None:
        self._styles = styles
        self._calls = Calls(signs)
        self._links = links
        self._fields = Fields()
        self.boxes: list[Element] = []
        """Text boxes met since they were last taken."""
        self._in_run: Mapping[str, Callable[[Element, Writing, str], None]] = {
            "t": lambda element, writing, height: self._write(writing, _text(element), height),
            "sym": lambda element, writing, height: self._write(
                writing, symbol(element.get("char", ""), element.get("font", "")), height
            ),
            "tab": lambda _element, writing, _height: writing.tab(),
            "ptab": lambda _element, writing, _height: writing.tab(),
            "br": lambda element, writing, _height: self._break(element, writing),
            "cr": lambda _element, writing, _height: writing.break_line(),
            "noBreakHyphen": lambda _element, writing, height: self._write(writing, "-", height),
            "ruby": lambda element, writing, _height: self._base(element, writing),
            "lastRenderedPageBreak": lambda _element, _writing, _height: self._calls.turn_page(),
            **dict.fromkeys(REFERENCES, lambda element, writing, _height: self._calls.call(element, writing)),
        }

    def write(self, paragraph: Element, writing: Writing, style: str | None) -> None:
        """Put the text of a paragraph at the end of what is written."""
        self._fields.begin_paragraph()
        self._children(paragraph, writing, style)
        self._calls.finish(writing)
        writing.settle()

    def _children(self, parent: Element, writing: Writing, style: str | None) -> None:
        for child in parent:
            self._child(child, writing, style)

    def _child(self, child: Element, writing: Writing, style: str | None) -> None:
        match child.tag:
            case "r":
                self._run(child, writing, style)
            case "hyperlink":
                self._link(child, writing, style)
            case "fldSimple":
                self._simple_field(child, writing, style)
            case "sdt":
                if not is_on(child, "sdtPr/showingPlcHdr"):
                    self._children(child, writing, style)
            case "mc_AlternateContent":
                self._children(chosen(child), writing, style)
            case "m_r":
                writing.write("".join(_text(each) for each in child if each.tag == "m_t"))
            case "m_sup" | "m_sub":
                writing.write("^" if child.tag == "m_sup" else "_")
                self._children(child, writing, style)
            case "m_f":
                self._fraction(child, writing, style)
            case tag if tag in _WRAPPERS or tag.startswith("m_"):
                self._children(child, writing, style)

    def _fraction(self, fraction: Element, writing: Writing, style: str | None) -> None:
        for part in fraction:
            writing.write("/" if part.tag == "m_den" else "")
            self._children(part, writing, style)

    def _run(self, run: Element, writing: Writing, style: str | None) -> None:
        properties = run.find("rPr")
        hidden = self._styles.is_hidden(properties, style)
        height = self._styles.height(properties)
        for child in run:
            self._in_a_run(child, writing, height, hidden=hidden)

    def _in_a_run(self, child: Element, writing: Writing, height: str, *, hidden: bool) -> None:
        if child.tag == "fldChar":
            self._field(child, writing)
        elif child.tag == "instrText":
            self._fields.add_code(child.text or "")
        elif hidden or self._fields.hides:
            return
        elif child.tag in self._in_run:
            self._in_run[child.tag](child, writing, height)
        elif child.tag == "mc_AlternateContent":
            for each in chosen(child):
                self._in_a_run(each, writing, height, hidden=hidden)
        elif child.tag in ("drawing", "pict", "object"):
            self._find_boxes(child)

    def _write(self, writing: Writing, text: str, height: str) -> None:
        writing.write(self._calls.take(writing, text, height), height)

    def _break(self, element: Element, writing: Writing) -> None:
        if element.get("type") == "page":
            self._calls.turn_page()
        writing.break_line()

    def _base(self, ruby: Element, writing: Writing) -> None:
        """The characters under the small ones that tell how they are read."""
        for base in ruby.findall("rubyBase"):
            self._children(base, writing, None)

    def _link(self, element: Element, writing: Writing, style: str | None) -> None:
        start = writing.settle()
        self._children(element, writing, style)
        target = address(self._links.get(element.get("r_id", ""), ""))
        if target:
            writing.mark(start, "link", target)

    def _simple_field(self, element: Element, writing: Writing, style: str | None) -> None:
        code = element.get("instr", "")
        if is_of_the_page(code):
            return
        start = writing.settle()
        self._children(element, writing, style)
        if target := address_in(code):
            writing.mark(start, "link", target)

    def _field(self, element: Element, writing: Writing) -> None:
        match element.get("fldCharType"):
            case "begin":
                self._fields.begin()
            case "separate":
                self._fields.separate(writing.settle())
            case "end":
                start, target, drawn = self._fields.end()
                if not self._fields.hides:
                    writing.write(drawn)
                if target:
                    writing.mark(start, "link", target)

    def _find_boxes(self, drawing: Element) -> None:
        for child in drawing:
            if child.tag == "txbxContent":
                self.boxes.append(child)
            elif child.tag == "mc_AlternateContent":
                self._find_boxes(chosen(child))
            else:
                self._find_boxes(child)


def _text(element: Element) -> str:
    """The text of an element, whose outer white space counts only where it says so."""
    text = element.text or ""
    return text if element.get("xml_space") == "preserve" else text.strip(" \t\r\n")
