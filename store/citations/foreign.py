"""A body that no table knows, joined to a number: 执行局第2017/10号决定, 国际法学会第17/2号决议, 参议院第70/12号决议.

Its number is none of the organ's that speaks. What a resolution is only about (关于…组织的第50/1号决议) owns nothing.
"""

from __future__ import annotations

import re
from functools import cache

from store.citations.context import SESSION, Head, Surroundings
from store.citations.find import DATE

_LONGEST = 60
"""Characters before a number in which a name, a session and a date find room."""
_SUBJECT = re.compile(
    r"(?:关于|有关|就|涉及|[设成建创]立|创建|组建|改组|解散|授权|接纳|承认|邀请|加强)[^,。;:\n]{0,60}$"
)
_VERB = re.compile(
    r"[又还也并]?(?:表示)?(?:注意到|认识到|考虑到|意识到|回顾|重申|欢迎|铭记|遵循|依照|按照|根据|依据|赞扬|强调|执行|核可|核准|见|如)"
)
"""Before a name, what is no part of it."""
_BODIES = (
    "局|署|(?<!本)组织|机构|院|法庭|议会|董事会|联盟|共同体|工作组|小组|峰会|运动|政府|府|内阁|杜马"
    "|(?<![全总一内外])部|公约|议定书|条约"
    "|(?<![大事员社机届])(?<=[^、,。;])会"
    "|(?<![届次别別体體期常本该該方国])(?<=[^、,。;])会议"
)
"""The last word of a body's name. 会议 alone, and what is only a session or meeting of some organ, name nobody."""
_MEETING = r"第[一二三四五六七八九十百\d]{1,6}次(?:全体)?会议|(?:全体|特别|年度|部长级|首脑)会议|常会"


@cache
def _body() -> re.Pattern[str]:
    """Such a name right before a number; the text ends where the number begins."""
    between = rf"{DATE}|{SESSION}|{_MEETING}|\s|的|在|于|上|通过"
    return re.compile(rf"(?P<name>[^和及与、,。;:()《》“”\s\d]{{0,12}}(?:{_BODIES}))(?P<between>(?:{between}){{0,6}})$")


@cache
def _law() -> re.Pattern[str]:
    """A law by its number, listed with a number: 第2011/36号指令以及第44/4号决定."""
    kinds = "指令|条例|法令|法律|总统令|判决|框架决定|规例"
    return re.compile(rf"(?P<name>{kinds})\s?(?:、|,|和|及|以及|与)\s?$")


def unknown_body(around: Surroundings, at: int) -> Head | None:
    """The body, or the law, to whose number the one that begins at a position belongs; a word without organs."""
    start = max(0, at - _LONGEST)
    before = around.text[start:at]
    found = _body().search(before)
    if found is None:
        found = _law().search(before)
        return Head(start + found.start("name"), start + found.end("name"), ()) if found else None
    if "的" in found["between"] and _SUBJECT.search(before, 0, found.end("name")):
        return None
    begin = _VERB.match(before, found.start("name"), found.end("name"))
    body = Head(start + (begin.end() if begin else found.start("name")), start + found.end("name"), ())
    near = around.before(at)[:6]
    if found["name"].endswith("会议") and any(head.certain and head.start >= body.start for head in near):
        return None
    return body
