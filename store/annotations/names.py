"""The name of the file that holds a document's annotations: readable, safe everywhere, one for each key."""

from __future__ import annotations

import hashlib
import re

SUFFIX = ".json"

_PLAIN = re.compile(r"[A-Z0-9](?:[A-Za-z0-9.()/-]| (?=\S)){0,79}")
_WORDS_OF_SYMBOLS = re.compile(r"\b(?:ADD|AMEND|ANNEX|CORR|PART|REV|SUMMARY)\b")
_NOT_IN_NAMES = re.compile(r'[\x00-\x20<>:"/\\|?*~\x7f]+')
_TITLE_LENGTH = 36
"""Characters of a title kept: with three bytes each they fit the shortest limits, of encrypted folders."""


def file_name(key: str) -> str:
    """The file's name for a document's key: `A_C.3_80_L.4.json`, `改进打击贩运人口工作~5f0c2a91be.json`.

    Different keys have different names, also where the system takes capital and small letters for the same.
    """
    if _is_plain(key):
        return key.replace("/", "_") + SUFFIX
    readable = _NOT_IN_NAMES.sub("_", key).strip("._")[:_TITLE_LENGTH]
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{readable}~{digest}{SUFFIX}"


def _is_plain(key: str) -> bool:
    """Whether it is a symbol in its one usual casing, so that no other plain key differs by case alone."""
    usual = _WORDS_OF_SYMBOLS.sub(lambda word: word[0].title(), key.upper())
    return "/" in key and key == usual and _PLAIN.fullmatch(key) is not None
