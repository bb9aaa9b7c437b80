"""Numbers that fall out of the order or the rhythm of the list in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from store.citations.calendar import adopted
from store.citations.resolve import Resolution
from store.document import Doubt

_STEPS = 3
"""Equal steps between sessions that make a rhythm."""


def out_of_order(answers: Sequence[Resolution], dates: Sequence[str | None]) -> Iterator[Doubt]:
    """A doubt for each number that alone disturbs its list: one before a lower, or one that misses the rhythm.

    Only numbers that share one 决议 are a list here, and one whose date is that of its session stands where it should.

    A list of resolutions on one subject goes up, and where the subject comes back every second session, so do the
    numbers: in 69/149、71/167、73/146、76/158、77/194 the 76 is out of step.
    """
    dated = {id(answer): date for answer, date in zip(answers, dates, strict=True) if date}
    for listed in _lists(answers):
        if len(listed) > 2 and (odd := _odd(listed)):
            answer, message = odd
            if _is_borne_out(answer, dated.get(id(answer))):
                continue
            yield Doubt(answer.place.id, answer.surface.start, "list-order", message)


def _lists(answers: Iterable[Resolution]) -> Iterator[list[Resolution]]:
    """Runs of numbers that belong to one list and to one organ."""
    run: list[Resolution] = []
    for answer in answers:
        if run and not _goes_on(run[-1], answer):
            yield run
            run = []
        if answer.surface.number and answer.symbol:
            run.append(answer)
    if run:
        yield run


def _goes_on(before: Resolution, answer: Resolution) -> bool:
    first, second = before.surface.number, answer.surface.number
    if not (first and second and answer.symbol and before.symbol):
        return False
    alike = first.shape == second.shape and before.symbol.organ == answer.symbol.organ
    one_list = before.place is answer.place and before.surface.group == answer.surface.group
    return alike and one_list and answer.surface.linked


def _is_borne_out(answer: Resolution, date: str | None) -> bool:
    """Whether the date beside a number is one of its session."""
    period = adopted(answer.symbol) if answer.symbol and date else None
    return period is not None and date is not None and period.first <= date <= period.last


def _odd(listed: Sequence[Resolution]) -> tuple[Resolution, str] | None:
    order = [_rank(answer) for answer in listed]
    if not _is_sorted(order):
        misplaced = [at for at in range(len(order)) if _is_sorted(order[:at] + order[at + 1 :])]
        if len(misplaced) == 2 and order[misplaced[0]] > order[misplaced[1]]:
            misplaced = _apart(order, misplaced)
        if len(misplaced) != 1:
            return None
        answer = listed[misplaced[0]]
        return answer, f"“{_printed(answer)}”不合所列编号的顺序，请核对。"
    at = _out_of_step([session for session, _ in order])
    if at is None:
        return None
    due = 2 * order[at - 1][0] - order[at - 2][0]
    return listed[at], f"“{_printed(listed[at])}”不合所列编号的间隔，此处应为第{due}届，请核对。"


def _rank(answer: Resolution) -> tuple[int, int]:
    """By what the numbers of its organ go up."""
    number = answer.surface.number
    assert number is not None
    return (number.item, 0) if number.shape in ("council", "roman", "plain") else (number.session, number.item)


def _is_sorted(order: Sequence[tuple[int, int]]) -> bool:
    return all(first < second for first, second in pairwise(order))


def _apart(order: Sequence[tuple[int, int]], swapped: Sequence[int]) -> list[int]:
    """Of two neighbours in the wrong order the one whose session no other number of the list has."""
    sessions = [session for session, _ in order]
    return [at for at in swapped if sessions.count(sessions[at]) == 1]


def _out_of_step(sessions: Sequence[int]) -> int | None:
    """The only session that misses a rhythm kept before it and after it."""
    missed = []
    for at in range(_STEPS + 1, len(sessions) - 1):
        steps = {second - first for first, second in pairwise(sessions[at - _STEPS - 1 : at])}
        step = min(steps)
        if len(steps) == 1 and step > 0 and sessions[at] != sessions[at - 1] + step:
            missed += [at] if sessions[at + 1] == sessions[at - 1] + 2 * step else []
    return missed[0] if len(missed) == 1 else None


def _printed(answer: Resolution) -> str:
    assert answer.surface.number is not None
    return answer.surface.number.text
