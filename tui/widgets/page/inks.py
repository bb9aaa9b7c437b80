"""The styles of a page, and where they come from: one component class of the reading pane each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.widget import Widget

from tui.widgets.page.tag_inks import named_inks, tag_inks

PREFIX = "reading-pane--"
"""Before the name of each component class."""


class Inks(NamedTuple):
    """The styles of a page. All but `paper` are laid over paper, or over the ground at the cursor."""

    paper: Style
    cursor: Style
    """The ground under the paragraph at the cursor."""
    bar: Style
    label: Style
    heading: Style
    subheading: Style
    chapeau: Style
    citation: Style
    """A citation of what the library holds."""
    absent: Style
    """One of what it does not hold."""
    reference: Style
    """A name, a short form, a place of the document: what refers without a number."""
    unresolved: Style
    """One whose document stays open."""
    marker: Style
    annotated: Style
    """The marker of a footnote that bears tags or a note."""
    selected: Style
    """Over the link that Enter follows."""
    hit: Style
    current: Style
    """Over the hit one stands at."""
    chosen: Style
    """Over the text that is selected, not over signs that it does not hold."""
    tag: Style
    rail: Style
    note: Style
    fold: Style
    beside: Style
    """Addresses and counts in the gutter."""
    sign: Style
    """Signs of tags and notes there."""
    context: Style
    """Over a paragraph that is shown for the sake of those below it."""
    deleted: Style
    inserted: Style
    """Over what an amendment takes out and puts in."""
    tags: tuple[Style, ...]
    """The colours of tags, by their number."""
    named: Mapping[str, Style]
    """The colours that users choose for tags and kinds, by their name."""
    few: bool = False
    """Whether the terminal has so few colours that there is no quiet ground."""


_GROUNDS = {"cursor", "hit", "current"}
"""What changes the colour under the text."""
_COLOURLESS = {"cursor", "selected", "hit", "chosen"}
"""What leaves the colour of the text as it is."""

_OTHERS = {"paper", "tags", "named", "few"}

_NAMES = [name for name in Inks._fields if name not in _OTHERS]

COMPONENT_CLASSES = {PREFIX + name for name in _NAMES}
"""For the widget that is painted."""


def inks_of(widget: Widget) -> Inks:
    """The inks as the theme has them now."""
    styles = {name: _ink(name, widget.get_component_rich_style(PREFIX + name)) for name in _NAMES}
    paper = widget.rich_style
    tags = tag_inks(styles["tag"], styles["citation"], paper)
    few = widget.app.has_class("-few-colours")
    return Inks(paper=paper, tags=tags, named=named_inks(styles["tag"], paper), few=few, **styles)


def _ink(name: str, style: Style) -> Style:
    ground = style.bgcolor if name in _GROUNDS else None
    colour = None if name in _COLOURLESS else style.color
    return style.without_color + Style(color=colour, bgcolor=ground)
