"""What a new user reads in the library until a document has been opened: five lines, no more."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.content import Content
from textual.widget import Widget

from tui.language import _
from tui.shown_keys import key_shown


def welcome(where: Widget | App[Any]) -> Content:
    """The lines, with the keys as they are set."""

    def key(identity: str) -> str:
        return key_shown(where, identity)

    lines = (
        _("Welcome to jueyi. {add} adds your own files, {paste} the text that you copied.").format(
            add=key("library.add"), paste=key("library.paste")
        ),
        _("{down} {up} or j k go from line to line; {open} opens a document.").format(
            down=key("list.cursor-down"), up=key("list.cursor-up"), open=key("list.choose")
        ),
        _("There {link} finds the next link, {follow} follows it, {back} leads back.").format(
            link=key("text.next-link"), follow=key("text.follow"), back=key("app.go-back")
        ),
        _("{tag} tags the paragraph, {note} writes a note on it, {undo} takes that back.").format(
            tag=key("reader.tag"), note=key("reader.note"), undo=key("reader.undo")
        ),
        _("{help} shows all keys, wherever you are. {escape} puts these lines away.").format(
            help=key("app.help"), escape=key("library.escape")
        ),
    )
    first, *others = (Content(line) for line in lines)
    return Content("\n").join([first.stylize("bold"), *others])
