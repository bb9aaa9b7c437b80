"""A file that was corrected and then changed: what was said of it goes along, and nothing goes to another document."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.annotations.shelf import Shelf
from store.bookmarks import Bookmarks
from store.corrections.changed_file import corrections_of_file
from store.corrections.files import Corrections
from store.library.library import Library
from store.library.scan import digest_of
from store.reading.marks import MarkKind
from tui.correcting import Correcting, Wish

TEXT = (
    "大会，\n\n回顾其关于港口安全的以往各项决议，\n\n铭记各国在港口之间的合作方面所负的责任，\n\n"
    "1. 欢迎各港口之间就安全问题加强合作；\n\n2. 请秘书长向大会下届会议报告执行情况；\n\n3. 决定继续处理此案。\n"
)
OTHER = (
    "安全理事会，\n\n重申其对所有会员国主权和领土完整的承诺，\n\n对该区域平民的处境深感关切，\n\n"
    "1. 延长特派团的任务期限，至明年年底为止；\n\n2. 呼吁各方充分遵守停火协定；\n\n3. 决定积极处理此案。\n"
)


class Files:
    """A library without documents, and a file beside it."""

    def __init__(self, home: Path, path: Path) -> None:
        (home / "seeds").mkdir(parents=True, exist_ok=True)
        self.library = Library(home, seeds=home / "seeds")
        self.folder = self.library.revisions.folder
        self.path = path
        self._desk = Correcting(self.library, Shelf(home / "annotations"), Bookmarks())

    def correct(self, kind: MarkKind, place: str | None, value: str = "") -> None:
        entry = self.library.visit(self.path)
        assert self._desk.correct(entry.key, self.library.document(entry.key), Wish(kind, place, value))

    def read(self, text: str) -> tuple[list[str], str | None]:
        """What a new run makes of the file when it holds this text: the ids of its blocks, and its symbol."""
        self.path.write_text(text, encoding="utf-8")
        library = Library(self.library.home, seeds=self.library.home / "seeds")
        entry = library.visit(self.path)
        return [block.id for block in library.document(entry.key).blocks], entry.symbol

    @property
    def listed(self) -> list[str]:
        return [each.kind for each in Corrections(self.folder).of(digest_of(self.path))]


@pytest.fixture
def files(home: Path, tmp_path: Path) -> Files:
    path = tmp_path / "port.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Files(home, path)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("加强合作", "加强技术合作"),
        "\ufeff" + TEXT,
        TEXT.replace("大会，", "大会，\n\n深信需要加强港口之间的合作，", 1),
        TEXT.replace("\n", "\r\n"),
    ],
    ids=["a word", "a mark of order", "a paragraph before", "ends of lines"],
)
def test_corrections_go_along_with_a_file_that_changes_a_little(files: Files, text: str) -> None:
    files.correct("furniture", "op3")
    files.correct("symbol", None, "A/RES/79/901")
    ids, symbol = files.read(text)
    assert "op2" in ids and "op3" not in ids and symbol == "A/RES/79/901"
    assert files.listed == ["furniture", "symbol"]


def test_they_go_along_with_one_change_after_another_and_stay_with_the_former_text(files: Files) -> None:
    files.correct("furniture", "op3")
    for text in (TEXT + "\n附注。\n", TEXT.replace("下届", "第八十届"), TEXT):
        assert "op3" not in files.read(text)[0]
    Corrections(files.folder).remove(digest_of(files.path), Corrections(files.folder).of(digest_of(files.path))[0].id)
    assert "op3" in files.read(TEXT)[0]
    assert "op3" not in files.read(TEXT.replace("下届", "第八十届"))[0]


def test_one_that_finds_no_place_is_kept_and_does_nothing(files: Files) -> None:
    files.correct("join", "pp2")
    files.correct("furniture", "op3")
    ids, _ = files.read(TEXT.replace("铭记各国在", "又铭记各国在"))
    assert "pp2" in ids and "op3" not in ids
    assert files.listed == ["join", "furniture"]


def test_another_document_under_the_same_name_takes_nothing_over(files: Files) -> None:
    files.correct("symbol", None, "A/RES/79/901")
    files.correct("furniture", "op3")
    ids, symbol = files.read(OTHER)
    assert "op3" in ids and symbol is None and files.listed == []


@pytest.mark.parametrize("content", ["", "[]", '{"files": {"a": 1}}', '{"files": ["a"]}'])
def test_a_broken_record_of_files_keeps_no_document_shut(files: Files, content: str) -> None:
    files.correct("furniture", "op3")
    (files.folder / "paths.json").write_text(content, encoding="utf-8")
    assert corrections_of_file(files.folder, files.path, "1" * 64, TEXT + "。") == ()
    assert "op3" not in files.read(TEXT)[0]
    files.correct("furniture", "op2")
    assert "op2" not in files.read(TEXT + "\n附注。\n")[0]


def test_a_file_of_the_library_takes_them_over_too(files: Files) -> None:
    files.path = files.library.folder / "port.txt"
    files.path.parent.mkdir()
    files.path.write_text(TEXT, encoding="utf-8")
    (entry,) = files.library.entries()
    files.correct("furniture", "op3")
    files.path.write_text(TEXT.replace("加强合作", "加强技术合作"), encoding="utf-8")
    (entry,) = files.library.entries()
    assert "op3" not in files.library.document(entry.key).by_id
