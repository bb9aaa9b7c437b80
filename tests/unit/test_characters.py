"""Characters are replaced as `str.translate` would, and every position stays true."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.characters import Replacing

TABLE = {"，": ",", "［": "[", "］": "]", "＾": "^", "－": "-", "＼": "\\", "國": "国", "同": "同"}


@given(st.text(st.sampled_from([*TABLE, "a", "-", "]", "会"])))
def test_it_replaces_as_translate_does(text: str) -> None:
    assert Replacing(TABLE)(text) == text.translate(str.maketrans(TABLE))
