"""A long export tells how far it is, and one that is given up leaves what was there."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_library import toy_library

from store.annotations.shelf import Shelf
from store.export.forms import FILE_FORMS, FileForm
from store.export.job import Job, run
from store.library.library import Library
from store.progress import Cancelled

KEYS = ("A/RES/1/1", "A/RES/1/2", "A/RES/1/3")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return toy_library(tmp_path, **{key[-1]: f"{key}\n敦促会员国；\n" for key in KEYS})


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path / "annotations")
    for key in KEYS:
        shelf.set_note(key, "op1", "敦促会员国；", "要点")
    return shelf


def test_every_document_and_annotation_is_told(library: Library, shelf: Shelf, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    run(library, shelf, Job(tmp_path / "notes.md"), lambda *word: told.append(word))
    assert ("documents", 0, 3) in told and ("documents", 2, 3) in told
    assert [word for word in told if word[0] == "annotations"][-1] == ("annotations", 3, 3)


@pytest.mark.parametrize("form", FILE_FORMS)
def test_a_file_is_as_it_was_when_one_gives_up(library: Library, shelf: Shelf, tmp_path: Path, form: FileForm) -> None:
    path = tmp_path / f"notes.{form}"
    for patience in range(4):

        def give_up(_stage: str, done: int, _whole: int, patience: int = patience) -> None:
            if done >= patience:
                raise Cancelled

        try:
            run(library, shelf, Job(path, form), give_up)
        except Cancelled:
            assert not path.exists()
        else:
            assert patience == 3 or form not in ("md", "docx")
            path.unlink()


def test_of_a_folder_whole_files_are_left_when_one_gives_up(library: Library, shelf: Shelf, tmp_path: Path) -> None:
    files: list[list[str]] = []

    def give_up(stage: str, done: int, whole: int) -> None:
        files.append(sorted(path.name for path in (tmp_path / "vault").glob("*")))
        if len(files[-1]) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        run(library, shelf, Job(tmp_path / "vault", to_folder=True), give_up)
    assert sorted(path.name for path in (tmp_path / "vault").iterdir()) == ["A_RES_1_1.md", "A_RES_1_2.md"]
