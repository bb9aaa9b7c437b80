"""Writes Word files for tests, out of the XML that Word itself would write. Knows nothing of how they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:r="{_RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, properties: str = "") -> str:
    """Text in one run; "\\n" is a line break and "\\t" a tab."""
    pieces = []
    for turn, line in enumerate(text.split("\n")):
        pieces.append("<w:br/>" if turn else "")
        for at, part in enumerate(line.split("\t")):
            pieces.append(
                ("<w:tab/>" if at else "") + (f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "")
            )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{''.join(pieces)}</w:r>"


def raised(text: str) -> str:
    """Text in a superscript run."""
    return run(text, '<w:vertAlign w:val="superscript"/>')


def paragraph(content: str, style: str = "", number: tuple[int, int] | None = None, properties: str = "") -> str:
    """A paragraph of runs; text that is no XML becomes one run. `number` is the list and the level in it."""
    inner = content if content.startswith("<") or not content else run(content)
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    styled = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    return f"<w:p><w:pPr>{styled}{listed}{properties}</w:pPr>{inner}</w:p>"


def call(note: int, kind: str = "footnote") -> str:
    """The call of a note."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{note}"/></w:r>'


def call_custom(note: int, sign: str, kind: str = "footnote") -> str:
    """The call of a note whose sign is typed."""
    reference = f'<w:{kind}Reference w:customMarkFollows="1" w:id="{note}"/>'
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{reference}<w:t>{escape(sign)}</w:t></w:r>'


def note(number: int, *paragraphs: str, kind: str = "footnote", sign: str = "") -> str:
    """A note of some paragraphs; with a sign that was typed, or Word's own."""
    first, *rest = paragraphs
    shown = raised(sign) if sign else f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
    opening = f"<w:p>{shown}{run(' ')}{first if first.startswith('<') else run(first)}</w:p>"
    return f'<w:{kind} w:id="{number}">{opening}{"".join(map(paragraph, rest))}</w:{kind}>'


def table(*rows: Sequence[str], properties: Mapping[tuple[int, int], str] | None = None) -> str:
    """A table; a cell is the XML of its blocks, or text. `properties` are those of cells, by row and column."""
    made = []
    for at, row in enumerate(rows):
        cells = [
            f"<w:tc><w:tcPr>{(properties or {}).get((at, turn), '')}</w:tcPr>"
            f"{cell if cell.startswith('<w:') else paragraph(cell)}</w:tc>"
            for turn, cell in enumerate(row)
        ]
        made.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(made)}</w:tbl>"


def inserted(content: str) -> str:
    """Runs that somebody put in."""
    return f'<w:ins w:id="1" w:author="a">{content}</w:ins>'


def deleted(text: str) -> str:
    """A run that somebody took out."""
    return f'<w:del w:id="2" w:author="a"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def computed(code: str, result: str) -> str:
    """A field with its code and its result, which is runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list, counted from 0."""
    counted = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{depth}">{counted}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(definitions: Mapping[int, str], *, more: Mapping[int, tuple[int, str]] | None = None) -> str:
    """Definitions of lists by number, each with a list of that number; `more` are other lists, with overrides."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>' for number, levels in definitions.items()
    )
    named = {number: (number, "") for number in definitions} | dict(more or {})
    return abstract + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'
        for number, (of, override) in named.items()
    )


def style(name: str, shown: str = "", properties: str = "", kind: str = "paragraph", based: str = "") -> str:
    """A style by its id; `shown` is its name."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{shown or name}"/>{on}{properties}</w:style>'


def section(headers: Mapping[str, str], more: str = "") -> str:
    """The properties of a section; parts by kind: "header first", "footer default", …."""
    references = "".join(
        f'<w:{kind.split()[0]}Reference w:type="{kind.split()[1]}" r:id="{name}"/>' for kind, name in headers.items()
    )
    return f"<w:sectPr>{references}{more}</w:sectPr>"


def word(
    body: str,
    *,
    edges: Mapping[str, str] = MappingProxyType({}),
    links: Mapping[str, str] = MappingProxyType({}),
    namespace: str = MAIN,
    **parts: str,
) -> bytes:
    """The bytes of a Word file.

    Args:
        body: the blocks of its text.
        edges: headers and footers by name ("header1", "footer1"), which is their relation too.
        links: addresses by relation.
        namespace: that of Word's elements.
        parts: what stands in "styles", "numbering", "footnotes", "endnotes" and "settings".
    """
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}
    files = {"word/document.xml": _part("document", f"<w:body>{body}</w:body>", namespace)}
    relations = [_relation(name, f"{_RELATIONS}/{name}", f"{name}.xml") for name in parts]
    for name, inner in parts.items():
        files[f"word/{name}.xml"] = _part(roots.get(name, name), inner, namespace)
    for name, inner in edges.items():
        files[f"word/{name}.xml"] = _part(roots[name.rstrip("0123456789")], inner, namespace)
        relations.append(_relation(name, f"{_RELATIONS}/{name.rstrip('0123456789')}", f"{name}.xml"))
    relations += [
        _relation(name, f"{_RELATIONS}/hyperlink", target, ' TargetMode="External"') for name, target in links.items()
    ]
    files["word/_rels/document.xml.rels"] = _relations(relations)
    files["_rels/.rels"] = _relations([_relation("main", f"{_RELATIONS}/officeDocument", "word/document.xml")])
    files["[Content_Types].xml"] = _content_types(files)
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of some files, the same bytes each time."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return buffer.getvalue()


def _part(root: str, inner: str, namespace: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{namespace}" {_NAMES}>{inner}</w:{root}>'


def _relation(name: str, kind: str, target: str, more: str = "") -> str:
    return f"<Relationship Id={quoteattr(name)} Type={quoteattr(kind)} Target={quoteattr(target)}{more}/>"


def _relations(relations: Sequence[str]) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(relations)}</Relationships>'


def _content_types(files: Mapping[str, str]) -> str:
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}.{kinds.get(base, base)}+xml"/>'
        for name in files
        if name.startswith("word/") and name.endswith(".xml")
        for base in (name[5:-4].rstrip("0123456789"),)
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
