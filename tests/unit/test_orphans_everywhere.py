"""One and the same is an orphan in the reader's panel, in the list of all annotations, in exports and in the check."""

from __future__ import annotations

import json
from pathlib import Path

from small_library import toy_library

from store.annotations.records import Annotation
from store.annotations.selectors import Scope, select
from store.annotations.shelf import Shelf
from store.annotations.survey import astray
from store.document import Block, Document, FrontMatter
from store.export.data import to_json
from store.export.gather import EVERYTHING, gather
from store.library.library import Library
from store.listing.listing import make_listing
from store.listing.notebook import Notebook
from store.listing.standing import Standings
from tui.placed import Placed

KEY, GONE = "A/RES/1/1", "A/RES/9/9"
RECALL = "回顾其关于沿海各国渔业合作的历次决议，特别是最近通过的一项决议，"
URGE = "敦促尚未加入《渔业公约》的会员国优先考虑予以批准或加入；"
TWIN = "敦促尚未加入《渔业公约》的会员国优先考虑予以签署或加入；"
REQUEST = "请秘书长向大会第九十一届会议提交报告，说明本决议的执行情况；"
NOW = f"{KEY}|渔业|2026-01-01\n{REQUEST}\n{RECALL}\n{TWIN}\n同上。\n同上。\n"
WHEN = "2026-11-03T08:00:00Z"
ORPHANS = {"edited", "gone", "twice", "words"}


def annotation(identity: str, text: str, *, place: str = "op1", key: str = KEY, scope: Scope = "place") -> Annotation:
    before = Document(FrontMatter(), (Block("op1", "operative", "1", text),))
    selector = select(before, "op1", 0, 9) if scope == "range" else select(before, "op1")
    selectors = (selector,) if place else ()
    return Annotation(identity, key, place, selector.quote, (), identity, WHEN, WHEN, scope, selectors, kind="check")


MADE = (
    annotation("placed", REQUEST),
    annotation("moved", RECALL),
    annotation("edited", URGE),
    annotation("gone", "决定将该项目列入临时议程。"),
    annotation("twice", "同上。"),
    annotation("words", URGE, scope="range"),
    annotation("whole", "渔业", place="", scope="document"),
    annotation("card", "渔业", place="", scope="card"),
)


def seen_everywhere(library: Library, shelf: Shelf) -> dict[str, set[str]]:
    """What is an orphan, by who says so."""
    document = library.document(KEY)
    listing = make_listing(Notebook(shelf).read(), {entry.key: entry for entry in library.entries()})
    exported = json.loads(to_json(gather(library, shelf, EVERYTHING)))["annotations"]
    return {
        "panel": {each.annotation.id for each in Placed(lambda: shelf).find(KEY, document).open},
        "list": {each.annotation.id for _, each in Standings(library).look_all(listing) if each.lost} - {"homeless"},
        "export": {each["id"] for each in exported if each["lost"]} - {"homeless"},
        "check": {found.annotation.id for each in astray(library, shelf) for found in each.open},
    }


def test_the_same_annotations_are_orphans_everywhere_before_and_after_they_are_looked_at(tmp_path: Path) -> None:
    library, shelf = toy_library(tmp_path, one=NOW), Shelf(tmp_path / "mine")
    library.entries()
    for each in (*MADE, annotation("homeless", URGE, key=GONE)):
        shelf.put(each)
    listing = make_listing(Notebook(shelf).read(), {entry.key: entry for entry in library.entries()})
    unseen = {each.annotation.id for _, each in Standings(library).look_all(listing) if each.lost}
    assert unseen == ORPHANS | {"homeless"}
    Placed(lambda: shelf).settle(KEY, library.document(KEY))
    assert seen_everywhere(library, shelf) == dict.fromkeys(("panel", "list", "export", "check"), ORPHANS)
