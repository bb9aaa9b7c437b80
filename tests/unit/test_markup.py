"""Markup goes, text stays, and each character keeps its place in the source."""

from __future__ import annotations

import pytest

from store.reading.markup import plain
from store.reading.passage import whole


@pytest.mark.parametrize(
    ("source", "text", "why"),
    [
        ("1. **敦促**会员国", "1. 敦促会员国", "emphasis of an operative verb"),
        ("联合国 **A**/C.3/80/L.4", "联合国 A/C.3/80/L.4", "half of a symbol set bold"),
        ("第 [61/180](#) 号", "第 61/180 号", "a link without a target"),
        ("第 [2388(2017)](http://undocs.org/S/RES/2388(2017)) 号", "第 2388(2017) 号", "brackets in a target"),
        ("**[72/195](#)**号", "72/195号", "a link inside emphasis"),
        ("*回顾*其决议", "回顾其决议", "italic verb"),
        ("\\(a\\) 促进", "(a) 促进", "escaped brackets"),
        ("A/79/322_o", "A/79/322_o", "a scanner's underscore is no emphasis"),
        ("__________________", "__________________", "a rule is no emphasis"),
        ("<2030 年可持续发展议程>的宣言", "<2030 年可持续发展议程>的宣言", "guillemets typed as ASCII"),
        ("公约》<sup>1</sup>第 32 条", "公约》<sup>1</sup>第 32 条", "raised signs stay for the markers' sake"),
        ("<b>决定</b><br/>如下", "决定如下", "HTML of the layout"),
        ("#终止人口贩运和#人口贩运。", "#终止人口贩运和#人口贩运。", "hashtags"),
        ("大\u200b会", "大会", "an invisible space"),
    ],
)
def test_markup_is_taken_out(source: str, text: str, why: str) -> None:
    passage = plain(whole(source, 0, len(source)))
    assert passage.text == text, why
    for run in passage.runs:
        assert passage.text[run.at : run.at + run.length] == source[run.start : run.start + run.length]
