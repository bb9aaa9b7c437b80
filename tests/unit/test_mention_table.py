"""Every sentence of the table of mentions is read as it should be: no citation missed, none invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.citations.cite import cite
from store.document import Block, Document, FrontMatter
from tests.mentions import Mention, cited_in, mentions

NOT_YET = "not_yet"
"""The file of forms that are known and not read yet."""


def _named(mention: Mention) -> str:
    return f"{mention.form}: {mention.sentence[:40]}"


@pytest.mark.parametrize("mention", [each for each in mentions() if each.family != NOT_YET], ids=_named)
def test_a_sentence_cites_what_the_table_says(mention: Mention) -> None:
    assert cited_in(mention) == mention.cited


@pytest.mark.parametrize("mention", [each for each in mentions() if each.family == NOT_YET], ids=_named)
def test_what_is_not_read_yet_moves_to_its_family_once_it_is(mention: Mention) -> None:
    assert cited_in(mention) != mention.cited


@pytest.mark.parametrize("speaker", ["大会，", "安全理事会，", "经济及社会理事会，", "人权理事会，"])
def test_no_number_of_another_body_becomes_one_of_the_speaker(speaker: str) -> None:
    others = [each for each in mentions() if each.family == "other_bodies" and each.form in ("open", "nothing")]
    cited = [(each.sentence, c.symbol) for each in others for c in cited_in(replace(each, speaker=speaker)) if c.symbol]
    assert cited == []


def test_the_body_that_owns_a_number_is_named_without_the_verb() -> None:
    block = Block("p1", "paragraph", "1", "又注意到红十字国际会议第三十二届会议第2号决议，依照国际法学会第17/2号决议")
    cited = cite(Document(FrontMatter(body="大会"), (block,))).citations
    assert [(c.rule, c.words) for c in cited] == [("foreign", "红十字国际会议"), ("foreign", "国际法学会")]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert sum(len(mention.cited) for mention in mentions()) >= 300
    assert sum(not mention.cited for mention in mentions()) >= 60


def test_no_sentence_stands_twice() -> None:
    said = [(mention.sentence, mention.speaker) for mention in mentions()]
    assert sorted({each for each in said if said.count(each) > 1}) == []
