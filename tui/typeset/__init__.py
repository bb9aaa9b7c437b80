"""Chinese typesetting on a grid of cells: a paragraph and a width in, lines out; knows no widget.

Widths are counted in cells of the terminal, offsets in characters of the text; all ranges are half-open. The rules
are those of W3C's Requirements for Chinese Text Layout (clreq) and of OOXML's `kinsoku`: see `rules`.
"""

from tui.typeset.cells import Widths, superscript, visible, widths_for
from tui.typeset.lines import Line, Place, Setting, Sign, Stretch
from tui.typeset.rules import language_of
from tui.typeset.setter import HANG, PLAIN, Manner, Prepared, prepare, typeset

__all__ = [
    "HANG",
    "PLAIN",
    "Line",
    "Manner",
    "Place",
    "Prepared",
    "Setting",
    "Sign",
    "Stretch",
    "Widths",
    "language_of",
    "prepare",
    "superscript",
    "typeset",
    "visible",
    "widths_for",
]
