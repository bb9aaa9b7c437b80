"""The journal of steps survives kills, other windows and lines it does not understand, and does not grow for ever."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from threading import Thread

from hypothesis import given
from hypothesis import strategies as st

from store.annotations import journal as module
from store.annotations.journal import Journal
from store.annotations.records import Annotation
from store.annotations.steps import Entry, Step, TagEntry, entry_of


def step(turn: int, window: str = "w") -> Step:
    return Step("note", (Entry("A/1", "op1", "i", {"note": str(turn)}, {"note": str(turn + 1)}),), window=window)


def test_a_line_cut_short_by_a_kill_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "undo.jsonl"
    journal, first, second = Journal(path), step(1), step(2)
    journal.keep(first)
    with path.open("ab") as file:
        file.write(b'{"step":{"id":"half')
    journal.keep(second)
    assert journal.read().done == (first, second)


def test_lines_of_another_form_are_passed_over_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "undo.jsonl"
    journal, known = Journal(path), step(1)
    strange = ['{"step": {"id": 5}}', "[]", "nonsense", '{"later": "kind of line"}', '{"undone": ["x"]}']
    path.write_text("\n".join(strange) + "\n", encoding="utf-8")
    journal.keep(known)
    assert journal.read().done == (known,)
    assert path.read_text(encoding="utf-8").splitlines()[:5] == strange


def test_the_file_is_made_short_and_keeps_what_can_be_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "undo.jsonl"
    journal = Journal(path)
    module._LARGE, before = 50_000, module._LARGE
    try:
        steps = [step(turn) for turn in range(600)]
        for each in steps:
            journal.keep(each)
        journal.turn(steps[-1], "undone", "w")
    finally:
        module._LARGE = before
    known = journal.read()
    assert known.done == tuple(steps[-1 - len(known.done) : -1]) and len(known.done) >= 199
    assert known.undone == (steps[-1],)
    assert len(path.read_bytes()) < 120_000


def test_windows_that_write_at_once_lose_no_step_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "undo.jsonl"

    def write(window: str) -> None:
        journal = Journal(path)
        for turn in range(20):
            journal.keep(step(turn, window))

    threads = [Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(each.window for each in Journal(path).read().done) == dict.fromkeys("abcd", 20)


texts = st.text('甲乙a\n"\\', max_size=5)
annotations = st.builds(
    Annotation,
    st.just("i"),
    st.just("A/1"),
    st.just("op1"),
    texts,
    st.lists(texts, max_size=2).map(tuple),
    texts,
    st.just("t"),
    st.just("t"),
    kind=st.sampled_from(["", "agreed"]),
    proposed=texts,
)


@given(st.none() | annotations, annotations)
def test_a_step_comes_back_from_disk_as_it_was(before: Annotation | None, after: Annotation) -> None:
    entry = entry_of(before, after)
    made = Step("edit", (entry,) if entry else (), (TagEntry("甲", None, {"key": "1"}),), window="w")
    assert Step.from_record(json.loads(json.dumps(made.to_record()))) == made
    assert made.reversed.reversed == made
