"""What a reader has put on a paragraph, as the widgets show it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

TAGGED, NOTED = "●", "✎"
"""Signs for a paragraph with tags, and for one with a note."""
KIND = "◆"
"""Before the name of a kind of annotation."""


class Stain(NamedTuple):
    """Words of a paragraph that bear something of their own."""

    start: int
    end: int
    """Half-open, in characters of the text."""
    tag: str = ""
    """The tag whose colour they have; empty where `colour` says it."""
    colour: str = ""
    """The name of a colour."""


class Change(NamedTuple):
    """A stretch of proposed words beside those that stand there."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


class Aside(NamedTuple):
    """One annotation more at a paragraph: of some of its words, of several paragraphs, or of a kind."""

    id: str
    about: str = ""
    """The words or paragraphs that it is about; empty for all of the paragraph."""
    kind: str = ""
    """What its kind is called; empty for none."""
    colour: str = ""
    """The colour of its kind."""
    tags: tuple[str, ...] = ()
    note: str = ""
    changes: tuple[Change, ...] = ()
    """Of an amendment, what it deletes and inserts."""


@dataclass(frozen=True)
class Mark:
    """All that was put on one paragraph."""

    tags: tuple[str, ...] = ()
    note: str = ""
    """Empty when there is none; may hold several lines."""
    asides: tuple[Aside, ...] = ()
    stains: tuple[Stain, ...] = ()
    covered: tuple[str, ...] = ()
    """Tags of what is about this paragraph too and is shown below another one."""

    def __bool__(self) -> bool:
        return bool(self.tags or self.note or self.asides or self.stains)

    @cached_property
    def all_tags(self) -> tuple[str, ...]:
        """Every tag that is on the paragraph or on words of it, each once."""
        return tuple(dict.fromkeys((*self.tags, *(tag for each in self.asides for tag in each.tags), *self.covered)))

    @cached_property
    def all_notes(self) -> str:
        """Every note, one below the other, with the kinds of those that have one and the words they propose."""
        return "\n".join(filter(None, (self.note, *map(_told, self.asides))))

    @property
    def notes(self) -> tuple[str, ...]:
        """Every note by itself, in the order in which they are shown."""
        return tuple(filter(None, (self.note, *(each.note for each in self.asides))))

    @property
    def signs(self) -> str:
        """The signs of what is on it."""
        noted = self.note or any(each.note or each.changes for each in self.asides)
        tagged = self.tags or self.stains or any(each.tags or each.kind for each in self.asides)
        return (TAGGED if tagged else "") + (NOTED if noted else "")


def _told(aside: Aside) -> str:
    proposed = "".join(text for kind, text in aside.changes if kind != "deleted")
    kind = f"{KIND} {aside.kind}" if aside.kind else ""
    return "\n".join(filter(None, ("  ".join(filter(None, (kind, aside.about))), proposed, aside.note)))
