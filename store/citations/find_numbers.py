"""Finds numbers of resolutions and decisions, alone and in lists, and leaves out all other numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from store.bodies import ORGANS
from store.citations.surface import AND, COMMA, DATE, QUOTE, Surface
from store.citations.tokens import Token, read_tokens
from store.numbers import read_number

_DASH = r"[-—~]"
_LISTED = rf"(?:\s|{COMMA}|{AND}|{_DASH}|{DATE}|第|号){{0,9}}"
_PIECE = rf"\s|{COMMA}|{AND}|{_DASH}|{DATE}|{QUOTE}|题为|的|第"
_LINKED = rf"(?:{_PIECE}){{0,24}}(?:关于[^,。;\n]{{1,120}}的)?(?:{_PIECE}){{0,12}}"

_TORN = re.compile(r"\d\s+\d")
_APART = 150
"""How far the numbers of one session that share its brackets may lie apart."""
_FAR = 60
"""How far a list may lie from the one that says what both are."""
_OWNER = 24
_YEARS = 1000
"""No organ counts so far within a session: what stands after the stroke is the year of a law or judgement."""


def find_numbers(folded: str) -> list[Surface]:
    """All numbers of resolutions and decisions in a folded text, in order."""
    surfaces: list[Surface] = []
    chains = [_completed(chain) for chain in _chains(folded)]
    for group, (chain, following) in enumerate(zip(chains, _kinds(folded, chains), strict=True)):
        for token, kind in _accepted(folded, chain, following):
            surfaces += _surfaces(folded, token, group, decision=kind == "决定", named_after=chain[-1].named_after)
    after = [replace(s, linked=True) if _is_linked(folded, p.tail, s.head) else s for p, s in pairwise(surfaces)]
    return surfaces[:1] + after


def _surfaces(folded: str, token: Token, group: int, *, decision: bool, named_after: bool) -> Iterator[Surface]:
    torn = _TORN.search(folded, token.start, token.end) is not None
    letters = list(re.finditer(r"[A-Z]{1,2}", folded[slice(*token.letters)])) if token.letters else []
    tail = token.end if letters else token.tail
    whole = Surface(
        token.start,
        token.end,
        token.number,
        decision=decision,
        head=token.head,
        tail=tail,
        group=group,
        named_after=named_after,
        misread=torn,
    )
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


def _completed(chain: list[Token]) -> list[Token]:
    """With the session where it is given once for several: 第3201和3202(S-VI)号, 第2674-2678(XXV)号."""
    last = chain[-1].number
    if last.shape not in ("roman", "roman special"):
        return chain
    brackets = last.text[last.text.index("(") :].partition(")")[0] + ")"
    return [
        replace(token, number=read_number(f"{token.number.item}{brackets}") or token.number)
        if token.plain and token.number.text.isdecimal() and 0 < last.item - token.number.item <= _APART
        else token
        for token in chain
    ]


def _accepted(folded: str, chain: list[Token], following: str) -> list[tuple[Token, str]]:
    """The numbers of a list that are resolutions or decisions, each with its kind; `following` is what the words after
    the list make it, where they join it to the list that comes next."""
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
        return [(token, kind) for token in chain if not token.plain or _is_of_council(folded, token)]
    if following and all(_is_one_of_several(token) for token in chain):
        return [(token, following) for token in chain]
    if all(_is_whole(token) for token in chain):
        if about := _about().match(folded, last.tail):
            return [(token, about["kind"]) for token in chain]
        if all(_ends(folded, token) for token in chain):
            return [(token, "决议") for token in chain]
    return []


def _kinds(folded: str, chains: list[list[Token]]) -> list[str]:
    """By list, what the next one is called where the words join the two: 大会第44/4号和人权理事会第44/5号决议."""
    kinds = [""] * len(chains)
    for turn in range(len(chains) - 2, -1, -1):
        last, head = chains[turn][-1], chains[turn + 1][0].head
        kind = chains[turn + 1][-1].kind or kinds[turn + 1]
        if not kind or last.kind or head - last.tail > _FAR:
            continue
        joint = _goes_on() if last.counted else _goes_on_bare()
        begin = chains[turn][0].head
        owned = last.counted or _owned().search(folded, max(0, begin - _OWNER), begin)
        if owned and joint.fullmatch(folded, last.tail, head):
            kinds[turn] = kind
    return kinds


def _after_first_sign(chain: list[Token]) -> list[Token]:
    """The list from the first number that can open it: after 第, before 号, or of a resolution's shape."""
    for at, token in enumerate(chain):
        if token.ordinal or token.counted or not token.plain:
            return chain[at:]
    return []


def _is_of_council(folded: str, token: Token) -> bool:
    """`安理会决议1325`, `Security Council resolution 1325`: the year is often left out."""
    named = folded[max(0, token.head - 20) : token.head].rstrip()
    return token.before != "" and named.endswith(("安全理事会", "安理会", "Security Council", "UNSC", "SC", "S.C."))


def _is_whole(token: Token) -> bool:
    """`第 64/293 号` without 决议: enough when it could be some organ's number, and the phrase ends or goes on with one
    that says 决议."""
    return token.counted and _is_one_of_several(token)


def _is_one_of_several(token: Token) -> bool:
    return token.ordinal and not token.plain and any(o.fits(token.number) for o in ORGANS)


def _ends(folded: str, token: Token) -> bool:
    return folded[token.tail : token.tail + 1] in ("", *",。;、)")


@cache
def _goes_on() -> re.Pattern[str]:
    """Between two lists: 和人权理事会."""
    return re.compile(rf"\s?(?:{AND}|{COMMA})[^。;\n]{{1,40}}")


@cache
def _goes_on_bare() -> re.Pattern[str]:
    """The same behind a number without 号: 大会第57/219和人权委员会第2003/68号决议."""
    return re.compile(rf"\s?(?:{AND}|{COMMA})\s?(?:{DATE})?[^,。;:\n\d()]{{0,16}}会\s?(?:{DATE})?\s?")


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"[会其]\s?(?:{DATE})?\s?$")


@cache
def _about() -> re.Pattern[str]:
    """Between 号 and 决议 what it is about: 第64/293号关于贩运人口的决议."""
    others = "意见|建议|法|令|条例|文件|来文|判|报告|公报|结论|框架|[,。;:\\n第]"
    return re.compile(rf"\s?(?:关于|有关|题为|宣布)(?:(?!{others}).){{1,60}}?的?(?P<kind>决议|决定)(?!草案|性)")


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
