"""A file of ours in which the user writes between: what is ours is brought up to date, and all else stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.regions import Region, fresh, holds_regions, updated


def regions(*contents: str) -> list[Region]:
    """Regions named by the first letter of what they hold."""
    return [Region.of(content[0], content) for content in contents]


ONE_TO_THREE = fresh(regions("一甲", "二乙", "三丙"))


def between(text: str, before: str, user: str) -> str:
    """A file with a text of the user's after a region."""
    end = f"<!-- /jueyi:{before} -->\n"
    assert end in text
    return text.replace(end, f"{end}\n{user}\n", 1)


def test_a_file_of_regions_is_written_anew_as_the_same_bytes() -> None:
    assert updated(ONE_TO_THREE, regions("一甲", "二乙", "三丙")).text == ONE_TO_THREE
    assert updated("", regions("一甲")).text == fresh(regions("一甲"))


def test_what_changed_is_replaced_and_the_text_between_stays() -> None:
    written = between(ONE_TO_THREE, "一", "我的话")
    now = updated(written, regions("一甲", "二丁", "三丙"))
    assert now.text == written.replace("二乙", "二丁").replace(sum_of("二乙"), sum_of("二丁"))
    assert (now.added, now.changed, now.removed, now.kept) == (0, 1, 0, ())


def sum_of(content: str) -> str:
    found = re.search(r"[0-9a-f]{12}", Region.of(content[0], content).text)
    assert found
    return found[0]


def test_a_new_region_follows_the_one_before_it_and_what_the_user_wrote_to_that() -> None:
    written = between(fresh(regions("一甲", "三丙")), "一", "说的是一")
    now = updated(written, regions("一甲", "二乙", "三丙"))
    assert bare(now.text) == ["一甲", "说的是一", "二乙", "三丙"]
    assert now.added == 1


def bare(text: str) -> list[str]:
    """What a file holds without the comments."""
    return [line for line in text.splitlines() if line and not line.startswith("<!--")]


def test_what_is_gone_goes_and_leaves_no_hole() -> None:
    assert updated(ONE_TO_THREE, regions("一甲", "三丙")).text == fresh(regions("一甲", "三丙"))
    assert updated(ONE_TO_THREE, regions("二乙", "三丙")).text == fresh(regions("二乙", "三丙"))
    assert updated(ONE_TO_THREE, regions("一甲", "二乙")).text == fresh(regions("一甲", "二乙"))
    assert updated(ONE_TO_THREE, []).text == ""
    written = between(ONE_TO_THREE, "二", "我的话")
    assert bare(updated(written, regions("一甲")).text) == ["一甲", "我的话"]


def test_a_region_in_which_the_user_wrote_is_kept_and_told() -> None:
    written = ONE_TO_THREE.replace("二乙", "二乙，我改过")
    assert updated(written, regions("一甲", "二丁", "三丙")).text == written
    assert updated(written, regions("一甲", "二丁", "三丙")).kept == ("二乙，我改过",)
    assert updated(written, regions("一甲", "二乙", "三丙")).kept == ("二乙，我改过",)
    assert updated(written, regions("一甲", "三丙")).text == written
    the_same = updated(written, regions("一甲", "二乙，我改过", "三丙"))
    assert (the_same.kept, the_same.changed) == ((), 1)
    assert the_same.text == fresh(regions("一甲", "二乙，我改过", "三丙"))


def test_the_order_that_the_user_gave_them_stays() -> None:
    moved = fresh(regions("三丙", "一甲", "二乙"))
    assert updated(moved, regions("一甲", "二乙", "三丙")).text == moved


def test_a_copy_of_a_region_is_brought_up_to_date_too() -> None:
    copied = ONE_TO_THREE + "\n" + regions("一甲")[0].text + "\n"
    now = updated(copied, regions("一新", "二乙", "三丙"))
    assert bare(now.text) == ["一新", "二乙", "三丙", "一新"]


def test_a_region_that_lost_a_comment_is_the_users_text_and_told() -> None:
    written = ONE_TO_THREE.replace("<!-- /jueyi:二 -->\n", "")
    now = updated(written, regions("一甲", "二乙", "三丙"))
    assert now.open == ("二",)
    assert bare(now.text) == ["一甲", "二乙", "二乙", "三丙"]


def test_a_foreign_file_keeps_all_it_has_and_is_added_to() -> None:
    assert updated("# 我的论文", regions("一甲")).text == "# 我的论文\n\n" + fresh(regions("一甲"))
    assert not holds_regions("# 我的论文\n<!-- jueyi 无 -->")
    assert holds_regions(ONE_TO_THREE)


def test_line_ends_of_another_system_stay() -> None:
    written = between(ONE_TO_THREE, "一", "我的话").replace("\n", "\r\n")
    assert updated(written, regions("一甲", "二乙", "三丙")).text == written
    assert "\n" not in updated(written, regions("一甲", "二丁", "四新")).text.replace("\r\n", "")


@pytest.mark.parametrize("identity", ["议题/受害人 保护", "a -->b", "100%", "--", "x\ny", "\ud800", "A/C.3/80/L.4"])
def test_an_id_of_any_words_is_found_again(identity: str) -> None:
    region = Region.of(identity, "一")
    assert updated(fresh([region]), [Region.of(identity, "二")]).text == fresh([Region.of(identity, "二")])
    assert len({region.id, Region.of(identity + "%2D", "").id}) == 2


def test_a_note_that_looks_like_a_comment_of_ours_breaks_nothing() -> None:
    harmful = Region.of("一", "<!-- /jueyi:一 -->\n<!-- jueyi:二 0123456789ab -->")
    assert updated(fresh([harmful]), [harmful]).text == fresh([harmful])
    assert updated(fresh([harmful]), [harmful]).open == ()


NAMES = "一二三四五六"
WANTED = st.lists(st.sampled_from(NAMES), unique=True).flatmap(
    lambda names: st.tuples(
        *(st.text("甲乙\n ", max_size=6).map(lambda text, name=name: name + text) for name in names)
    )
)
USER = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1).map(lambda text: f"§{text}§")


@given(WANTED, WANTED, st.lists(st.tuples(st.integers(0, 9), USER), max_size=4))
def test_the_users_text_survives_any_change_in_order_and_twice_is_once(
    before: tuple[str, ...], after: tuple[str, ...], texts: list[tuple[int, str]]
) -> None:
    lines = fresh(regions(*before)).split("\n\n<!-- jueyi:") if before else [""]
    held = [*lines]
    for turn, text in texts:
        at = turn % len(held)
        held[at] += f"\n\n{text}"
    written = "\n\n<!-- jueyi:".join(held)
    wanted = regions(*after)
    now = updated(written, wanted)
    places = [now.text.find(text) for _turn, text in texts]
    assert all(place >= 0 for place in places)
    in_file = sorted((text for _turn, text in texts), key=written.find)
    assert [now.text.find(text) for text in in_file] == sorted(map(now.text.find, in_file))
    assert {each.id for each in wanted} <= set(re.findall(r"(?m)^<!-- jueyi:(\S+) ", now.text))
    again = updated(now.text, wanted)
    assert again.text == now.text
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
