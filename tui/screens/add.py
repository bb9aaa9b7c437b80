"""Asking for a file or folder to add; or for the text of one document that is only known from citations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui.commands import bindings
from tui.language import N_, _
from tui.screens.path import PathScreen
from tui.typeset import visible


class AddScreen(PathScreen[str]):
    """Returns the path of a file or folder that is there, or a pattern."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("add")]
    heading = N_("Add a file or folder")
    placeholder = N_("path of a file or folder, or a pattern such as ~/texts/*.txt")

    def __init__(self, symbol: str | None = None, links: Mapping[str, str] = MappingProxyType({})) -> None:
        """Ask for any file; or for the text of one document, with the addresses at which it is, by language."""
        super().__init__()
        self._symbol = symbol
        self._links = links

    def took(self, path: str) -> None:
        """Return it."""
        self.dismiss(path)

    def title_shown(self) -> Content:
        """Which document's text is wanted, if one's is."""
        if self._symbol is None:
            return super().title_shown()
        return Content(visible(_("Bring in the text of {symbol}").format(symbol=self._symbol)))

    def first_words(self) -> str:
        """How one gets the text, where one document is asked for."""
        if not self._links:
            return super().first_words()
        first, *others = self._links.items()
        said = _("Get it at {address} (o on the card opens that), save it, and drop the file here or type its path.")
        languages = " · ".join(language for language, _address in others)
        more = _("Other languages: {languages} instead of {first}.").format(languages=languages, first=first[0])
        return said.format(address=first[1]) + "\n" + more
