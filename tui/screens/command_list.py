"""The list of the palette, made sound.

Textual (8.2) looks up the line that was clicked in the list as it is now, which while one types may have become
shorter than what was seen; and it counts pages by lines that do not exist where there is no room for any.
"""

from __future__ import annotations

from textual import command
from textual.events import Click


class SoundCommandList(command.CommandList):
    """A list in which a line that has gone can be clicked, and nothing happens."""

    async def _on_click(self, event: Click) -> None:
        line = event.style.meta.get("option")
        if line is not None and line >= self.option_count:
            event.prevent_default()

    def action_page_up(self) -> None:
        """One page up, where there is room for a page."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """One page down, where there is room for a page."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]


def mend_lists() -> None:
    """Let palettes, which name the class themselves, make sound lists."""
    command.CommandList = SoundCommandList  # type: ignore[misc]  # the only handle that Textual leaves
