"""Makes small PDF files by hand: words at places, strokes and links. Knows nothing of how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin

A4 = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Words:
    """Words on a page; `x` and `y` in points from its bottom left corner, `turn` in degrees against the clock."""

    text: str
    x: float
    y: float
    size: float = 10.0
    turn: float = 0.0
    mode: int = 0
    """How they are drawn: 0 filled, 3 not at all."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page."""

    words: Sequence[Words] = ()
    strokes: Sequence[tuple[float, float, float, float]] = ()
    """Lines from one point to another."""
    links: Sequence[tuple[float, float, float, float, str]] = ()
    """Boxes with their addresses."""
    image: bool = False
    """A picture covers it."""
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    size: tuple[float, float] = field(default=A4)


def pdf_file(leaves: Sequence[Leaf], extra: bytes = b"") -> bytes:
    """The bytes of a file with these pages; `extra` goes into its trailer."""
    objects: list[bytes] = [b"", b""]
    objects.append(_object("/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"))
    objects.append(
        _object("/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [5 0 R]")
    )
    system = "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    objects.append(
        _object(
            "/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 6 0 R"
            f" /CIDSystemInfo {system}"
        )
    )
    objects.append(
        _object(
            "/Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
            " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93"
        )
    )
    picture = _object(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x80"
    )
    objects.append(picture)
    pages = []
    for leaf in leaves:
        objects.append(_object("", _drawn(leaf).encode("ascii")))
        content = len(objects)
        notes = []
        for left, bottom, right, top, address in leaf.links:
            objects.append(
                _object(
                    f"/Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}]"
                    f" /A << /S /URI /URI ({address}) >>"
                )
            )
            notes.append(f"{len(objects)} 0 R")
        crop = f"/CropBox [{' '.join(map(str, leaf.crop))}]" if leaf.crop else ""
        objects.append(
            _object(
                f"/Type /Page /Parent 2 0 R /MediaBox [0 0 {leaf.size[0]} {leaf.size[1]}] {crop} /Rotate {leaf.rotate}"
                f" /Contents {content} 0 R /Annots [{' '.join(notes)}]"
                " /Resources << /Font << /L 3 0 R /C 4 0 R >> /XObject << /P 7 0 R >> >>"
            )
        )
        pages.append(f"{len(objects)} 0 R")
    objects[0] = _object("/Type /Catalog /Pages 2 0 R")
    objects[1] = _object(f"/Type /Pages /Count {len(pages)} /Kids [{' '.join(pages)}]")
    return _written(objects, extra)


def _object(entries: str, stream: bytes | None = None) -> bytes:
    if stream is None:
        return f"<< {entries} >>".encode("ascii")
    return f"<< {entries} /Length {len(stream)} >>\nstream\n".encode("ascii") + stream + b"\nendstream"


def _drawn(leaf: Leaf) -> str:
    parts = ["q 500 0 0 700 40 40 cm /P Do Q"] if leaf.image else []
    for x1, y1, x2, y2 in leaf.strokes:
        parts.append(f"0.7 w {x1} {y1} m {x2} {y2} l S")
    for words in leaf.words:
        parts.append(_shown(words))
    return "\n".join(parts)


def _shown(words: Words) -> str:
    """Stretches of ASCII in the Latin font, the others in the Chinese one, one after the other."""
    a, b = cos(radians(words.turn)), sin(radians(words.turn))
    parts = [f"BT {words.mode} Tr {a:.4f} {b:.4f} {-b:.4f} {a:.4f} {words.x} {words.y} Tm"]
    for ascii_only, text in _stretches(words.text):
        if ascii_only:
            parts.append(f"/L {words.size} Tf <{text.encode('ascii').hex()}> Tj")
        else:
            parts.append(f"/C {words.size} Tf <{text.encode('utf-16-be').hex()}> Tj")
    return " ".join([*parts, "ET"])


def _stretches(text: str) -> list[tuple[bool, str]]:
    found: list[tuple[bool, str]] = []
    for character in text:
        if found and found[-1][0] == character.isascii():
            found[-1] = (found[-1][0], found[-1][1] + character)
        else:
            found.append((character.isascii(), character))
    return found


def _written(objects: Sequence[bytes], extra: bytes) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode("ascii") + content + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode("ascii") for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode("ascii")
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R ".encode("ascii") + extra
    return data + head + table + trailer + f" >>\nstartxref\n{len(data)}\n%%EOF\n".encode("ascii")
