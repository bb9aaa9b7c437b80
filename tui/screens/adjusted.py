"""A document whose lines the reader makes longer or shorter, and justifies; both are remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from store.errors import StoreUnavailable
from tui.composition import within_limits
from tui.language import _
from tui.notices import tell, warn
from tui.screens.document import DocumentScreen


class AdjustedScreen(DocumentScreen):
    """Adds how the text is set. The place one reads stays where it is."""

    def action_shorten_lines(self) -> None:
        """One character less on a line."""
        self._set_measure(self.pane.measure - 1)

    def action_lengthen_lines(self) -> None:
        """One character more on a line."""
        self._set_measure(self.pane.measure + 1)

    def action_justify(self) -> None:
        """Make lines equally wide, or leave them as they fall."""
        justified = self.pane.justified = not self.pane.justified
        self._say_text_moved()
        self._keep(self.workspace.state.set_justify, justified)
        if justified:
            tell(self, _("Lines are justified by the spaces beside letters and numbers. = undoes it."))
        else:
            tell(self, _("Lines end where they fall. = justifies them."))

    def _set_measure(self, wanted: int) -> None:
        measure = within_limits(wanted)
        if measure == self.pane.measure:
            longest = _("{count} characters is the longest line. < makes it shorter.")
            shortest = _("{count} characters is the shortest line. > makes it longer.")
            tell(self, (longest if wanted > measure else shortest).format(count=measure))
            return
        longer = measure > self.pane.measure
        self.pane.measure = measure
        self._say_text_moved()
        self._keep(self.workspace.state.set_measure, measure)
        self._tell_measure(measure, longer)

    def _tell_measure(self, measure: int, longer: bool) -> None:
        page = self.pane.page
        room = page.geometry.text // 2 if page else measure
        if room < measure:
            text = _("Lines may have {count} characters; the window has room for {room}.")
            tell(self, text.format(count=measure, room=room))
        elif longer:
            tell(self, _("Lines have {count} characters. < makes them shorter.").format(count=measure))
        else:
            tell(self, _("Lines have {count} characters. > makes them longer.").format(count=measure))

    def _say_text_moved(self) -> None:
        """What stands beside the text, such as a footnote, has to follow it."""
        self.pane.post_message(self.pane.Scrolled(self.pane, self.pane.percent))

    def _keep(self, keep: Callable[[Any], None], value: object) -> None:
        """Remember a choice; where that fails, it holds until one leaves."""
        try:
            keep(value)
        except StoreUnavailable as error:
            warn(self.app, str(error))
