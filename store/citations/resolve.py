"""Decides whose resolution each number is, and so which document is cited.

Owns the order in which evidence counts. It answers with no symbol rather than guess between two organs;
every answer that a careful reader would check carries a doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from store.bodies import Organ, is_decision_number, is_known, organs_for, owner_by_shape, session_of
from store.citations.evidence import Evidence, Keys, Place, accepts, fits, gather, named_together, organ
from store.citations.find import Surface
from store.numbers import Number, read_number
from store.symbols import Symbol, of_number


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one surface was decided to cite."""

    place: Place
    surface: Surface
    symbol: Symbol | None
    doubt: str | None = None
    """Kind of the doubt."""
    message: str = ""
    """The doubt in words, in Chinese."""


@dataclass(slots=True)
class _Known:
    """What the document as a whole says of its numbers, from the places that leave no question."""

    owners: dict[tuple[str, bool], dict[str, None]] = field(default_factory=dict)
    """(number, whether a decision) to the organs that own it somewhere."""
    running: dict[int, dict[tuple[str, str], None]] = field(default_factory=dict)
    """2388 to (S, 2388(2017)): numbers whose year or session some place gives."""

    def learn(self, key: str, number: Number, *, decision: bool) -> None:
        self.owners.setdefault((number.text, decision), {})[key] = None
        if number.shape in ("council", "roman", "roman special"):
            self.running.setdefault(number.item, {})[(key, number.text)] = None


@dataclass(frozen=True, slots=True)
class _Question:
    """Whose is this number? With all that bears on the answer."""

    place: Place
    surface: Surface
    number: Number
    here: Evidence

    @property
    def joined(self) -> str | None:
        """The first of the organs joined to the number that can own it."""
        return next((key for key in self.here.strong if accepts(key, self.number)), None)

    def owners(self, known: _Known) -> Keys:
        """Organs that own this number elsewhere in the document."""
        return tuple(known.owners.get((self.number.text, self.surface.decision), ()))

    def answer(self, key: str, doubt: str | None = None, message: str = "") -> Resolution:
        symbol = of_number(key, self.number.text, decision=self.surface.decision)
        return Resolution(self.place, self.surface, symbol, doubt, message)

    def unlike(self, key: str) -> str:
        kind = "决定" if self.surface.decision else "决议"
        return f"“{self.number.text}”不像{organ(key).chinese}{kind}的编号，请核对。"


def resolve(places: Sequence[Place]) -> list[Resolution]:
    """Decides every surface of a document; the answers stand in the order of places and surfaces."""
    asked = [
        (place, surface, _question(place, surface, found))
        for place, found in _gathered(places)
        for surface in place.surfaces
    ]
    known = _Known()
    for _, surface, question in asked:
        _learn(known, surface, question)
    return [
        _decide(question, known) if question else _decide_symbol(place, surface) for place, surface, question in asked
    ]


def _gathered(places: Sequence[Place]) -> list[tuple[Place, dict[int, Evidence]]]:
    return [(place, gather(place)) for place in places]


def _question(place: Place, surface: Surface, found: dict[int, Evidence]) -> _Question | None:
    return _Question(place, surface, surface.number, found[surface.start]) if surface.number else None


def _learn(known: _Known, surface: Surface, question: _Question | None) -> None:
    if surface.symbol is not None:
        number = read_number(surface.symbol.number or "")
        if number and surface.symbol.organ:
            known.learn(surface.symbol.organ, number, decision=surface.decision)
    elif question and (key := question.joined or _by_form(question)):
        known.learn(key, question.number, decision=surface.decision)


def _by_form(question: _Question) -> str | None:
    """Only the Council puts a year in brackets, whoever is named farther off."""
    nearer = question.here.strong or question.here.foreign
    return "S" if question.number.shape == "council" and not nearer else None


def _decide_symbol(place: Place, surface: Surface) -> Resolution:
    if not surface.rubbish:
        return Resolution(place, surface, surface.symbol)
    message = f"文号“{surface.symbol}”后面的“{surface.rubbish}”像是识别错误，已略去。"
    return Resolution(place, surface, surface.symbol, "misread-symbol", message)


def _decide(question: _Question, known: _Known) -> Resolution:
    if key := owner_by_shape(question.number):
        return _settled(question, key)
    if question.here.foreign:
        return _open(question)
    if question.number.shape == "plain":
        return _decide_plain(question, known)
    if key := question.joined or _by_form(question):
        return _settled(question, key)
    if question.here.strong:
        message = question.unlike(question.here.strong[0])
        return Resolution(question.place, question.surface, None, "number-shape", message)
    return _decide_by_weight(question, question.owners(known))


def _decide_by_weight(question: _Question, owners: Keys) -> Resolution:
    """Nothing is joined to the number: the sentence, the caller, the document, the shape, in this order."""
    place, surface = question.place, question.surface
    if named := question.here.sentence or _named_by_caller(question):
        agreed = [key for key in named if key in owners] if owners else named
        return _settled(question, agreed[0]) if len(agreed) == 1 else _between(question, (*named, *owners))
    if len(owners) > 1:
        return _settled(question, place.own) if place.own in owners and place.own else _between(question, owners)
    for key in (*owners, question.here.later, place.own):
        if key and fits(key, surface):
            return _settled(question, key)
    possible = organs_for(question.number, decision=surface.decision)
    brackets = question.number.text.partition("(")[2].partition(")")[0]
    possible = tuple(o for o in possible if is_known(o.key, question.number.item, brackets)) or possible
    return _settled(question, possible[0].key) if len(possible) == 1 else _open(question, possible)


def _named_by_caller(question: _Question) -> Keys:
    """The organs that the clause calling this footnote names before the marker and that could own the number."""
    if question.place.caller is None:
        return ()
    around, at = question.place.caller
    last = max(at - 1, 0)
    start, _ = around.sentence(last)
    clause = max(around.text.rfind(mark, start, max(at - 2, start)) for mark in ",;")
    named = [head for head in around.before(at, sentence_of=last) if head.start > clause]
    return named_together(replace(question.place, surroundings=around), named, question.surface)


def _decide_plain(question: _Question, known: _Known) -> Resolution:
    """A number without year or session, which only another place of the document can complete."""
    here, number = question.here, question.number
    complete = [(k, n) for k, n in known.running.get(number.item, ()) if not here.strong or k in here.strong]
    if len(complete) == 1:
        symbol = of_number(*complete[0], decision=question.surface.decision)
        return Resolution(question.place, question.surface, symbol)
    named = here.strong or here.sentence or (here.later or question.place.own,)
    nearest = next((head.certain for head in question.place.surroundings.before(question.surface.head)), None)
    key = named[0] or nearest
    if not complete and key and (session := session_of(key, number.item)):
        letter = number.text.removeprefix(str(number.item))
        symbol = of_number(key, f"{number.item}({session}){letter}", decision=question.surface.decision)
        return Resolution(question.place, question.surface, symbol)
    if complete or named[0] != "S":
        return _open(question)
    return question.answer("S", "open-year", f"安全理事会第{number.text}号决议没有写年份，全文也没有给出。")


def _settled(question: _Question, key: str) -> Resolution:
    if not fits(key, question.surface):
        return question.answer(key, "number-shape", question.unlike(key))
    if is_decision_number(organ(key), question.number) and not question.surface.decision:
        return question.answer(key, "number-shape", question.unlike(key))
    return question.answer(key)


def _between(question: _Question, keys: Iterable[str]) -> Resolution:
    return _open(question, tuple(organ(key) for key in dict.fromkeys(keys)))


def _open(question: _Question, possible: Sequence[Organ] = ()) -> Resolution:
    names = "、".join(o.chinese for o in possible[:4])
    hint = f"，可能是{names}" if len(possible) > 1 else ""
    message = f"“{question.number.text}”属于哪个机关没有写明{hint}，请核对。"
    return Resolution(question.place, question.surface, None, "open-organ", message)
