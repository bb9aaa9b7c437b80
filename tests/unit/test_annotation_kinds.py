"""The kinds of annotations as the settings change them."""

from __future__ import annotations

from pathlib import Path

from store.annotations.kinds import KINDS, kind_named, kinds_of
from store.config import read_config


def settings(folder: Path, text: str) -> tuple[dict[str, object], tuple[str, ...]]:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    config = read_config(path)
    return dict(config.kinds), config.problems


def test_labels_colours_and_keys_can_be_changed_and_kinds_added_and_left_out(tmp_path: Path) -> None:
    said, problems = settings(
        tmp_path,
        '[kinds.agreed]\nlabel = "已定"\ncolour = "cyan"\n[kinds.redline]\nlabel = "红线"\nkey = "x"\n'
        "[kinds]\ncheck = false\n",
    )
    kinds = kinds_of(said)
    assert problems == ()
    assert kinds["agreed"].label("zh") == "已定" and kinds["agreed"].colour == "cyan" and kinds["agreed"].key == "a"
    assert kinds["redline"].label("en") == "红线" and kinds["redline"].key == "x"
    assert "check" not in kinds and kind_named(kinds, "check").label("zh") == "待核"


def test_what_is_wrong_is_told_and_the_kinds_stay(tmp_path: Path) -> None:
    for text in ("kinds = 5", "[kinds]\nagreed = 'x'", "[kinds.agreed]\nkey = 'ab'", "[kinds.agreed]\ncolour = 'pink'"):
        said, problems = settings(tmp_path, text)
        assert len(problems) == 1 and "kinds" in problems[0]
        assert tuple(kinds_of(said).values()) == KINDS


def test_an_unknown_kind_of_a_later_version_has_a_name() -> None:
    assert kind_named({}, "later").label("zh") == "later"
