"""Every string of the interface is in the Chinese catalogue, and the compiled catalogue is that of the text."""

from __future__ import annotations

import gettext
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import tui

FOLDER = Path(tui.__file__).parent
CATALOGUE = FOLDER / "locale" / "zh" / "LC_MESSAGES"
KEYWORDS = {"_": None, "N_": None, "n_": (1, 2), "Nn_": (1, 2)}


def first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def said(message: Message) -> tuple[str, ...]:
    """What a message is called, in each of its forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def translated() -> dict[str, Message]:
    with (CATALOGUE / "jueyi.po").open("rb") as file:
        catalogue: Catalog = read_po(file)
    return {first(message.id): message for message in catalogue if message.id}


def test_every_message_of_the_code_is_translated() -> None:
    used = {first(message) for _, _, message, _, _ in extract_from_dir(FOLDER, keywords=KEYWORDS)}
    known = translated()
    assert used
    assert used == set(known)
    assert [text for text, message in known.items() if not all(said(message)) or message.fuzzy] == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    with (CATALOGUE / "jueyi.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for text, message in translated().items():
        if isinstance(message.string, str):
            assert compiled.gettext(text) == message.string


def test_translations_keep_the_fields_that_are_filled_in() -> None:
    for text, message in translated().items():
        fields = {part.split("}")[0] for part in text.split("{")[1:]}
        said = message.string if isinstance(message.string, str) else "".join(message.string)
        assert {part.split("}")[0] for part in said.split("{")[1:]} <= fields, text
