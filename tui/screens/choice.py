"""Which of several documents a number means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from store.library.find import Candidate
from store.library.folding import fold
from tui.language import _, n_
from tui.naming import display_name
from tui.screens.picker import Picker, nothing_found
from tui.typeset import visible


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """One document the number may mean."""

    candidate: Candidate
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        return Content.assemble(
            self.candidate.key,
            "   ",
            visible(self.name),
            "   ",
            (_standing(self.candidate), "$text-muted"),
        )

    @property
    def name(self) -> str:
        """Its title, or what the United Nations calls it."""
        held = self.candidate.held
        return self.candidate.name if held else display_name(self.candidate.key)


class ChoiceScreen(Picker[CandidateRow, str]):
    """Returns the key or symbol chosen; the library's own stand first."""

    def __init__(self, candidates: tuple[Candidate, ...]) -> None:
        super().__init__(Content(_("Which one?")), _("part of a symbol or name"))
        self._candidates = candidates

    def typed(self, text: str) -> None:
        """Show those that hold what is typed."""
        wanted = fold(text)
        rows = [CandidateRow(each) for each in self._candidates]
        found = [row for row in rows if wanted in fold(row.candidate.key) or wanted in fold(row.name)]
        self.show_rows(found, "" if found else nothing_found(text))

    def chosen(self, row: CandidateRow | None, text: str) -> None:
        """Return it."""
        if row:
            self.dismiss(row.candidate.key)


def _standing(candidate: Candidate) -> str:
    if candidate.held:
        return _("in the library")
    if not candidate.citations:
        return _("neither held nor cited")
    count = candidate.citations
    return n_("cited {count} time", "cited {count} times", count).format(count=count)
