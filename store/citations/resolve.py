"""Decides whose resolution each number is, and so which document is cited.

Owns the order in which evidence counts. It answers with no symbol rather than guess between two organs;
every answer that a careful reader would check carries a doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from store.bodies import Organ, is_decision_number, is_known, organs_for, owner_by_shape, session_of
from store.citations.beside import completed_beside
from store.citations.context import Head, bridge
from store.citations.evidence import Evidence, Keys, Place, accepts, fits, gather, named_together, organ
from store.citations.find import Surface
from store.citations.grounds import Ground, Rule, foreign, joined, names_of, of_name
from store.numbers import Number, read_number
from store.symbols import Symbol, of_number

_JOINS = ("tight", "loose", "about")
"""How the words between a name and a number join the two, so that it can be no other's."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one surface was decided to cite."""

    place: Place
    surface: Surface
    symbol: Symbol | None
    ground: Ground
    candidates: tuple[str, ...] = ()
    """Symbols between which nothing decides, the likeliest first."""
    doubt: str | None = None
    """Kind of the doubt."""
    message: str = ""
    """The doubt in words, in Chinese."""


@dataclass(slots=True)
class _Known:
    """What the document as a whole says of its numbers, from the places that leave no question."""

    owners: dict[tuple[str, bool], dict[str, str]] = field(default_factory=dict)
    """(number, whether a decision) to the organs that own it somewhere, each with the words that say so there."""
    running: dict[int, dict[tuple[str, str], str]] = field(default_factory=dict)
    """2388 to (S, 2388(2017)): numbers whose year or session some place gives, with how it is printed there."""

    def learn(self, key: str, number: Number, words: str, *, decision: bool) -> None:
        self.owners.setdefault((number.text, decision), {}).setdefault(key, words)
        if number.shape in ("council", "roman", "roman special"):
            self.running.setdefault(number.item, {}).setdefault((key, number.text), words)


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

    @property
    def printed(self) -> str:
        """The number as it stands in the text."""
        return self.place.surroundings.original[self.surface.start : self.surface.end]

    def owners(self, known: _Known) -> Mapping[str, str]:
        """Organs that own this number elsewhere in the document, with the words that say so there."""
        return known.owners.get((self.number.text, self.surface.decision), {})

    def answer(self, key: str, ground: Ground, doubt: str | None = None, message: str = "") -> Resolution:
        return Resolution(self.place, self.surface, self.symbol(key), ground, (), doubt, message)

    def symbol(self, key: str) -> Symbol:
        return of_number(key, self.number.text, decision=self.surface.decision)

    def unlike(self, key: str) -> str:
        kind = "决定" if self.surface.decision else "决议"
        return f"“{self.number.text}”不像{organ(key).chinese}{kind}的编号，请核对。"


Settled = Mapping[tuple[str, int], Symbol]
"""What the user said that a number cites, by its place and start."""


def resolve(places: Sequence[Place], settled: Settled | None = None) -> list[Resolution]:
    """Decides every surface of a document; the answers stand in the order of places and surfaces.

    What the user settled bears on the same numbers elsewhere; it is done itself by settled.py.
    """
    asked = [
        (place, surface, _question(place, surface, found))
        for place, found in _gathered(places)
        for surface in place.surfaces
    ]
    known = _Known()
    for place, surface, question in asked:
        told = settled.get((place.id, surface.start)) if settled else None
        if told and told.organ and question:
            known.learn(told.organ, question.number, "", decision=told.is_decision)
        else:
            _learn(known, surface, question, place)
    return [
        _as_printed(_decide(question, known)) if question else _decide_symbol(place, surface)
        for place, surface, question in asked
    ]


def _gathered(places: Sequence[Place]) -> list[tuple[Place, dict[int, Evidence]]]:
    return [(place, gather(place)) for place in places]


def _question(place: Place, surface: Surface, found: dict[int, Evidence]) -> _Question | None:
    return _Question(place, surface, surface.number, found[surface.start]) if surface.number else None


def _learn(known: _Known, surface: Surface, question: _Question | None, place: Place) -> None:
    if surface.symbol is not None:
        number = read_number(surface.symbol.number or "")
        if number and surface.symbol.organ:
            words = place.surroundings.original[surface.start : surface.end]
            known.learn(surface.symbol.organ, number, words, decision=surface.decision)
    elif question and (key := question.joined or _by_form(question)):
        known.learn(key, question.number, _owned(question), decision=surface.decision)


_LONGEST = 40
"""Characters of the words that name an owner and its number, beyond which the number alone is told."""


def _owned(question: _Question) -> str:
    """An owner with its number, as printed: 大会第 64/293 号决议."""
    around, surface, head = question.place.surroundings, question.surface, question.here.head
    start = surface.head if head is None or head.start > surface.head else head.start
    start = start if surface.tail - start <= _LONGEST else surface.head
    return around.original[start : surface.tail]


def _by_form(question: _Question) -> str | None:
    """Only the Council puts a year in brackets, whoever is named farther off."""
    nearer = question.here.strong or question.here.foreign
    return "S" if question.number.shape == "council" and not nearer else None


_COMPONENTS = ("Add", "Corr", "Rev", "Amend")


def _decide_symbol(place: Place, surface: Surface) -> Resolution:
    printed = place.surroundings.original[surface.start : surface.end]
    rule: Rule = "component" if printed.startswith(_COMPONENTS) else "symbol"
    if surface.misread:
        return Resolution(place, surface, surface.symbol, Ground("misread", printed, "likely"))
    if not surface.rubbish:
        return Resolution(place, surface, surface.symbol, Ground(rule, printed))
    message = f"文号“{surface.symbol}”后面的“{surface.rubbish}”像是识别错误，已略去。"
    ground = Ground("misread", printed + surface.rubbish, "likely")
    return Resolution(place, surface, surface.symbol, ground, (), "misread-symbol", message)


def _as_printed(answer: Resolution) -> Resolution:
    """The answer, not quite sure where the number had to be mended."""
    if answer.surface.misread and answer.ground.confidence == "sure":
        return replace(answer, ground=replace(answer.ground, confidence="likely"))
    return answer


def _decide(question: _Question, known: _Known) -> Resolution:
    here = question.here
    if key := owner_by_shape(question.number):
        return _settled(question, key, Ground("own-shape", question.printed))
    if here.foreign:
        ground = foreign(question.place, here)
        message = f"“{question.number.text}”是{ground.words}的编号，不知道指哪份文件，请核对。"
        return replace(_open(question, ground), message=message)
    if question.number.shape == "plain":
        return _decide_plain(question, known)
    if key := question.joined:
        return _settled(question, key, joined(question.place, question.surface, here, key))
    if key := _by_form(question):
        return _settled(question, key, Ground("shape", question.printed))
    if here.strong:
        ground = replace(joined(question.place, question.surface, here, here.strong[0]), rule="unlike")
        return _unlike(question, here.strong[0], ground)
    return _decide_by_weight(question, question.owners(known))


def _unlike(question: _Question, key: str, ground: Ground) -> Resolution:
    """The organ that is joined to the number does not number so; others that do are offered."""
    fitting = organs_for(question.number, decision=question.surface.decision)
    return replace(
        _open(question, replace(ground, confidence="open"), fitting), doubt="number-shape", message=question.unlike(key)
    )


def _decide_by_weight(question: _Question, owners: Mapping[str, str]) -> Resolution:
    """Nothing is joined to the number: the sentence, the caller, the document, the shape, in this order."""
    place, here = question.place, question.here
    if head := _shared_name(question):
        return _decide_among_bearers(question, owners, head)
    named = here.sentence
    heads: Sequence[Head] = place.surroundings.before(question.surface.head) if named else ()
    rule: Rule = "sentence"
    if not named:
        place, heads, named = _named_by_caller(question)
        rule = "caller"
    if named:
        agreed = [key for key in named if key in owners] if owners else named
        if len(agreed) == 1:
            return _settled(question, agreed[0], of_name(place, heads, agreed[0], rule))
        return _between(question, (*named, *owners), names_of(place, heads, named))
    return _decide_without_a_name(question, owners)


def _decide_without_a_name(question: _Question, owners: Mapping[str, str]) -> Resolution:
    """Neither the sentence nor the caller names an organ before the number."""
    place, surface, here = question.place, question.surface, question.here
    own = Ground("speaker" if place.speaker else "receiver", confidence="likely")
    if len(owners) > 1:
        if place.own in owners and place.own:
            return _settled(question, place.own, own)
        return _between(question, owners, "、".join(owners.values()))
    for key, words in owners.items():
        if fits(key, surface):
            return _settled(question, key, Ground("elsewhere" if words else "settled-elsewhere", words, "likely"))
    if here.later and fits(here.later, surface):
        later = place.surroundings.after(surface.tail)
        return _settled(question, here.later, of_name(place, later, here.later, "later"))
    if place.own and fits(place.own, surface):
        return _settled(question, place.own, own)
    possible = organs_for(question.number, decision=surface.decision)
    brackets = question.number.text.partition("(")[2].partition(")")[0]
    possible = tuple(o for o in possible if is_known(o.key, question.number.item, brackets)) or possible
    if len(possible) == 1:
        return _settled(question, possible[0].key, Ground("only", question.printed, "likely"))
    return _open(question, Ground("several" if possible else "nothing", question.printed, "open"), possible)


def _shared_name(question: _Question) -> Head | None:
    """The name right before the number that several bodies bear: 委员会, 理事会, 缔约方会议."""
    around, surface = question.place.surroundings, question.surface
    head = next(iter(around.before(surface.head)), None)
    if head is None or len(head.organs) < 2 or bridge(around.text, head.end, surface.head) not in _JOINS:
        return None
    return head


def _decide_among_bearers(question: _Question, owners: Mapping[str, str], head: Head) -> Resolution:
    """The number is one of those that bear the name, whoever speaks: 委员会第57/3号决议 is none of the Assembly's."""
    bearers = [key for key in head.organs if fits(key, question.surface)]
    named = [key for key in question.here.sentence if key in bearers]
    if len(named) == 1:
        heads = question.place.surroundings.before(question.surface.head)
        return _settled(question, named[0], of_name(question.place, heads, named[0], "sentence"))
    known = [key for key in owners if key in bearers]
    if len(known) == 1:
        words = owners[known[0]]
        return _settled(question, known[0], Ground("elsewhere" if words else "settled-elsewhere", words, "likely"))
    return _between(question, bearers, question.place.surroundings.original[head.start : head.end])


def _named_by_caller(question: _Question) -> tuple[Place, Sequence[Head], Keys]:
    """The organs that the clause calling this footnote names before the marker and that could own the number.

    With the caller as a place, and all the names of that clause.
    """
    if question.place.caller is None:
        return question.place, (), ()
    around, at = question.place.caller
    last = max(at - 1, 0)
    start, _ = around.sentence(last)
    clause = max(around.text.rfind(mark, start, max(at - 2, start)) for mark in ",;")
    heads = [head for head in around.before(at, sentence_of=last) if head.start > clause]
    place = replace(question.place, surroundings=around)
    return place, heads, named_together(place, heads, question.surface)


def _decide_plain(question: _Question, known: _Known) -> Resolution:
    """A number without year or session, which only another place of the document can complete."""
    here, number = question.here, question.number
    running = known.running.get(number.item, {})
    complete = [each for each in running if not here.strong or each[0] in here.strong]
    if len(complete) == 1:
        symbol = of_number(*complete[0], decision=question.surface.decision)
        ground = Ground("completed", running[complete[0]], "sure" if here.strong else "likely")
        return Resolution(question.place, question.surface, symbol, ground)
    if complete:
        symbols = tuple(of_number(*each, decision=question.surface.decision).text for each in complete)
        ground = Ground("several", "、".join(running[each] for each in complete), "open")
        return replace(_open(question, ground), candidates=symbols)
    named = here.strong or here.sentence or (here.later or question.place.own,)
    nearest = next((head.certain for head in question.place.surroundings.before(question.surface.head)), None)
    key = named[0] or nearest
    if question.number.text.isdecimal() and (told := _told_beside(question, key)):
        return told
    if key and (session := session_of(key, number.item)):
        letter = number.text.removeprefix(str(number.item))
        symbol = of_number(key, f"{number.item}({session}){letter}", decision=question.surface.decision)
        return Resolution(question.place, question.surface, symbol, Ground("well-known", question.printed, "likely"))
    if named[0] != "S":
        return _open(question, Ground("incomplete", question.printed, "open"))
    ground = Ground("incomplete", question.printed, "likely")
    return question.answer("S", ground, "open-year", f"安全理事会第{number.text}号决议没有写年份，全文也没有给出。")


def _told_beside(question: _Question, key: str | None) -> Resolution | None:
    around, surface = question.place.surroundings, question.surface
    told = completed_beside(around.text, surface.head, surface.tail, question.number.item, key)
    number = read_number(told[0]) if told else None
    if told is None or number is None or key is None or not fits(key, replace(surface, number=number)):
        return None
    ground = Ground("completed", told[1], "sure" if key in question.here.strong else "likely")
    return Resolution(question.place, surface, of_number(key, number.text, decision=surface.decision), ground)


def _settled(question: _Question, key: str, ground: Ground) -> Resolution:
    unlike = not fits(key, question.surface)
    if unlike or (is_decision_number(organ(key), question.number) and not question.surface.decision):
        return question.answer(key, replace(ground, confidence="likely"), "number-shape", question.unlike(key))
    return question.answer(key, ground)


def _between(question: _Question, keys: Iterable[str], words: str) -> Resolution:
    return _open(question, Ground("between", words, "open"), tuple(organ(key) for key in dict.fromkeys(keys)))


def _open(question: _Question, ground: Ground, possible: Sequence[Organ] = ()) -> Resolution:
    names = "、".join(o.chinese for o in possible[:4])
    hint = f"，可能是{names}" if len(possible) > 1 else ""
    message = f"“{question.number.text}”属于哪个机关没有写明{hint}，请核对。"
    candidates = tuple(question.symbol(each.key).text for each in possible)
    return Resolution(question.place, question.surface, None, ground, candidates, "open-organ", message)
