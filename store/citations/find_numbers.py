"""Finds numbers of resolutions and decisions, alone and in lists, and leaves out all other numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from store.bodies import ORGANS, name_pattern
from store.citations.surface import AND, COMMA, DATE, QUOTE, Surface
from store.citations.tokens import Token, read_tokens
from store.numbers import read_number

_DASH = r"[-—~]"
_LISTED = rf"(?:\s|{COMMA}|{AND}|{_DASH}|{DATE}|第|号){{0,9}}"
_PIECE = rf"\s|{COMMA}|{AND}|{_DASH}|{DATE}|{QUOTE}|题为|的|第"
_LINKED = rf"(?:{_PIECE}){{0,24}}(?:关于[^,。;\n]{{1,120}}的)?(?:{_PIECE}){{0,12}}"

_YEARS = 1000
"""No organ counts so far within a session: what stands after the stroke is the year of a law or judgement."""


def find_numbers(folded: str) -> list[Surface]:
    """All numbers of resolutions and decisions in a folded text, in order."""
    surfaces: list[Surface] = []
    for group, accepted in enumerate(_carried(folded, list(_chains(folded)))):
        for token, kind in accepted:
            surfaces += _surfaces(folded, token, group, decision=kind == "决定")
    after = [replace(s, linked=True) if _is_linked(folded, p.tail, s.head) else s for p, s in pairwise(surfaces)]
    return surfaces[:1] + after


def _surfaces(folded: str, token: Token, group: int, *, decision: bool) -> Iterator[Surface]:
    torn = re.search(r"\d\s+\d", folded[token.start : token.end]) is not None
    letters = list(re.finditer(r"[A-Z]{1,2}", folded[slice(*token.letters)])) if token.letters else []
    tail = token.end if letters else token.tail
    whole = Surface(token.start, token.end, token.number, None, decision, token.head, tail, group, misread=torn)
    yield whole
    for at, letter in enumerate(letters, 1):
        number = read_number(re.sub(r"\s[A-Z]{1,2}$", "", token.number.text) + letter[0])
        start, end = (token.letters[0] + edge for edge in letter.span()) if token.letters else (0, 0)
        last = token.tail if at == len(letters) else end
        yield replace(whole, start=start, end=end, number=number, head=start, tail=last, misread=False)


def _chains(folded: str) -> Iterator[list[Token]]:
    """Numbers in lists, each list ending with the number that says 决议 or 决定, or with its last."""
    chain: list[Token] = []
    for token in read_tokens(folded):
        if chain and (chain[-1].kind or not _is_listed(folded, chain, token)):
            yield chain
            chain = []
        chain.append(token)
    if chain:
        yield chain


def _carried(folded: str, chains: list[list[Token]]) -> list[list[tuple[Token, str]]]:
    """The numbers of each list that are cited; the 决议 of one list holds for the one that it is coordinated with.

    大会第52/86号、第65/228号和人权理事会第23/25号决议: the word stands once, after the numbers of the second organ.
    """
    accepted = [_accepted(folded, chain) for chain in chains]
    for at in range(len(chains) - 2, -1, -1):
        chain, following = chains[at], chains[at + 1]
        whole = all(each.counted and not each.plain and not each.draft for each in chain)
        if whole and not accepted[at] and accepted[at + 1] and following[-1].kind:
            joined = _is_coordinated(folded, chain[-1].tail, following[0].head)
            accepted[at] = [(token, following[-1].kind) for token in chain if joined]
    return accepted


def _is_coordinated(folded: str, start: int, end: int) -> bool:
    """Whether 和 and the name of an organ part two lists, and nothing else but a date."""
    if not 0 < end - start <= 60:
        return False
    joint = _and().match(folded, start, end)
    name = name_pattern().match(folded, joint.end(), end) if joint else None
    return name is not None and _of_a_date().fullmatch(folded, name.end(), end) is not None


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{COMMA}|{AND})\s?")


@cache
def _of_a_date() -> re.Pattern[str]:
    return re.compile(rf"(?:\s|的|其|{DATE}){{0,6}}")


def _accepted(folded: str, chain: list[Token]) -> list[tuple[Token, str]]:
    """The numbers of a list that are resolutions or decisions, each with its kind."""
    last = chain[-1]
    if any(token.number.shape == "session" and token.number.item >= _YEARS for token in chain):
        return []
    if last.kind == "决定" and not (last.counted or chain[0].ordinal):
        return []
    if last.kind:
        return [(token, last.kind) for token in _after_first_sign(chain)]
    if last.draft:
        return []
    if kind := chain[0].before:
        return [(token, kind) for token in chain if not token.plain]
    if all(_stands_alone(folded, token) for token in chain):
        return [(token, "决议") for token in chain]
    return []


def _after_first_sign(chain: list[Token]) -> list[Token]:
    """The list from the first number that can open it: after 第, before 号, or of a resolution's shape."""
    for at, token in enumerate(chain):
        if token.ordinal or token.counted or not token.plain:
            return chain[at:]
    return []


def _stands_alone(folded: str, token: Token) -> bool:
    """`第 64/293 号` without 决议: enough when it could be some organ's number and the phrase ends here."""
    closed = folded[token.tail : token.tail + 1] in ("", *",。;、)")
    return token.ordinal and token.counted and not token.plain and closed and any(o.fits(token.number) for o in ORGANS)


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(_LISTED)


@cache
def _linked() -> re.Pattern[str]:
    return re.compile(_LINKED)


def _is_listed(folded: str, chain: list[Token], token: Token) -> bool:
    """Whether only what belongs to a list parts a number from the list before it.

    Nothing but a space is enough within one 第…号, between numbers of forms that only resolutions have.
    """
    before = chain[-1]
    start, end = before.tail, token.head
    if not 0 < end - start <= 60 or _listed().fullmatch(folded, start, end) is None:
        return False
    within = chain[0].ordinal and not (before.counted or token.ordinal or before.plain or token.plain)
    return within or not folded[start:end].isspace()


def _is_linked(folded: str, start: int, end: int) -> bool:
    return end > start and end - start <= 500 and _linked().fullmatch(folded, start, end) is not None
