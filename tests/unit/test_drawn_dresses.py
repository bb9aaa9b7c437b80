"""Whatever dress is drawn, the document is read back: in either script, as a text or as a web page."""

from __future__ import annotations

from functools import cache

import pytest
from drawn import CHOICES, described, fitting, in_traditional, understood
from dress import Dress, dressed
from dress_page import MAKES, Make, as_page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_reading_keeps_everything import assert_accounted

from store.document import Document
from store.paths import seeds_folder
from store.reading.source import from_bytes

SEEDS = sorted(path.name for path in seeds_folder().glob("*.txt"))
DRESSES = st.builds(
    Dress,
    **{name: st.sampled_from(values) for name, values in CHOICES.items()} | {"width": st.none() | st.integers(56, 120)},
)
"""Narrower ones break the short lines of a masthead, which only the script in bench/ counts."""


@cache
def worn(seed: str, script: str) -> Document:
    document = understood((seeds_folder() / seed).read_bytes())
    return in_traditional(document) if script == "traditional" else document


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SEEDS[:3] + SEEDS[4:]), st.sampled_from(["simplified", "traditional"]), DRESSES)
def test_a_drawn_dress_changes_nothing(seed: str, script: str, dress: Dress) -> None:
    document = worn(seed, script)
    text = dressed(document, fitting(dress, document))
    again = understood(text.encode())
    assert list(described(again)) == list(described(document))
    assert_accounted(text, again)


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("seed", SEEDS, ids=[seed[:3] for seed in SEEDS])
def test_a_web_page_changes_nothing(seed: str, make: Make) -> None:
    document = worn(seed, "simplified")
    page = as_page(document, make).encode()
    again = understood(page, "page.html")
    assert list(described(again)) == list(described(document))
    assert_accounted(from_bytes(page, "page.html").text, again)
