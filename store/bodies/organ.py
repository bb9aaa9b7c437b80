"""What the table says of one body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.numbers import Number, Shape

COUNTED = ("session", "special", "emergency", "year", "roman session", "CP", "COP")
"""Shapes in which each session counts anew; in the others the numbers run through all sessions."""
COUNCIL_RESOLUTIONS = 200
"""The Economic and Social Council counts its decisions of a year from 201 on."""
DECISIONS_FROM = 401
"""Since its thirty-first session the Assembly numbers resolutions from 1 and most decisions from 401 or 501."""

COUNCIL = ("理事会",)
COMMISSION = ("委员会",)
BOARD = ("执行局",)
PARTIES = ("缔约方大会", "缔约方会议")
"""Names that several bodies share."""
CALENDAR = range(1978, 2100)
"""Years by which an organ may number."""


@dataclass(frozen=True, slots=True)
class Organ:
    """A body of the United Nations. Without `sessions` it numbers no resolutions: only its documents have symbols."""

    key: str
    """The prefix of its symbols: "A", "A/HRC", "CTOC/COP"."""
    chinese: str
    """The name as the UN cites it."""
    english: str
    sessions: Mapping[Shape, range] = field(default_factory=dict)
    """Shapes in which it numbers, each with its plausible sessions or years."""
    most: int = 0
    """The highest plausible number of a resolution within one session or year."""
    last_running: int = 9999
    """The highest number of those that run through all sessions: 3363(XXX), 2388(2017)."""
    names: tuple[str, ...] = ()
    """Other names that mean this organ alone, those of former times among them."""
    short_names: tuple[str, ...] = ()
    """Names that other organs share and context must settle: 理事会, 委员会, 缔约方会议."""
    treaties: tuple[str, ...] = ()
    """Names of the convention whose parties meet in it."""
    abbreviations: tuple[str, ...] = ()
    """Latin ones: "GA", "ECOSOC"."""
    dotted: bool = False
    """Writes `UNEP/EA.5/Res.14` where others write `A/RES/70/1`."""
    named_only: bool = False
    """Too rarely meant to be offered for a bare number."""

    def accepts(self, number: Number) -> bool:
        """Whether it numbers in this shape at all."""
        return number.shape in self.sessions

    def fits(self, number: Number, *, decision: bool = False) -> bool:
        """Whether the number lies in its plausible ranges."""
        sessions = self.sessions.get(number.shape)
        if sessions is None or number.session not in sessions:
            return False
        if number.shape not in COUNTED:
            return 0 < number.item <= self.last_running
        return 0 < number.item <= self.most or decision or is_decision_number(self, number)


def is_decision_number(organ: Organ, number: Number) -> bool:
    """Whether the number alone shows a decision: of the General Assembly, or of the Council that counts by years."""
    if organ.key == "E" and number.shape == "year":
        return number.item > COUNCIL_RESOLUTIONS
    return organ.key == "A" and number.shape in COUNTED and number.item >= DECISIONS_FROM
