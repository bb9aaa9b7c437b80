"""Every sentence of the table of mentions is read as it should be: no citation missed, none invented."""

import pytest

from tests.mentions import Mention, cited_in, mentions


@pytest.mark.parametrize("mention", mentions(), ids=lambda mention: f"{mention.form}: {mention.sentence[:40]}")
def test_a_sentence_cites_what_the_table_says(mention: Mention):
    assert cited_in(mention) == mention.cited


def test_the_table_is_long_enough_to_mean_something():
    assert sum(len(mention.cited) for mention in mentions()) >= 300
    assert sum(not mention.cited for mention in mentions()) >= 60
