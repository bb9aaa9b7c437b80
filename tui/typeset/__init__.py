"""Chinese typesetting on a grid of cells: a paragraph and a width in, lines out; knows no widget.

Widths are counted in cells of the terminal, offsets in characters of the text; all ranges are half-open.
"""

from tui.typeset.cells import Widths, superscript, visible, widths_for
from tui.typeset.lines import Line, Place, Setting, Sign, Stretch
from tui.typeset.setter import typeset

__all__ = [
    "Line",
    "Place",
    "Setting",
    "Sign",
    "Stretch",
    "Widths",
    "superscript",
    "typeset",
    "visible",
    "widths_for",
]
