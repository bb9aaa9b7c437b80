"""The language of the interface: Chinese or English, by setting or locale. English stands in the code, in `_()`.

The catalogue is `locale/zh/LC_MESSAGES/jueyi.po`, compiled beside it to `jueyi.mo`. To renew it after strings
changed, from the top of the checkout:

    pybabel extract -k n_:1,2 -k Nn_:1,2 --no-location --sort-output --omit-header -o /tmp/jueyi.pot tui
    pybabel update -D jueyi -d tui/locale -l zh -i /tmp/jueyi.pot --no-fuzzy-matching --ignore-obsolete
    (translate what is new in jueyi.po)
    pybabel compile -D jueyi -d tui/locale --statistics
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")
OPTION = "--lang"
VARIABLE = "JUEYI_LANG"
"""Of the environment; it goes before the settings."""

DOMAIN = "jueyi"

_chosen: Language | None = None


def _(message: str) -> str:
    """The message in the language of the interface, as it is when this is called."""
    return _messages(language()).gettext(message)


def n_(singular: str, plural: str, count: int) -> str:
    """The message for a count; both forms may hold `{count}`, which the caller fills in."""
    return _messages(language()).ngettext(singular, plural, count)


def N_(message: str) -> str:
    """Mark a message for the catalogue that is translated later, where it is shown."""
    return message


def Nn_(singular: str, plural: str) -> tuple[str, str]:
    """Mark a message with its form for more than one, for others to translate."""
    return singular, plural


def in_a_row(*sentences: str) -> str:
    """Sentences one after the other, with a space between them where the language has one."""
    return ("" if language() == "zh" else " ").join(filter(None, sentences))


def language() -> Language:
    """The language of the interface: the one set, else the user's."""
    global _chosen
    if _chosen is None:
        _chosen = users_language()
    return _chosen


def set_language(chosen: Language) -> None:
    """Speak this language from now on."""
    global _chosen
    _chosen = chosen


def known_language(name: str | None) -> Language | None:
    """A language that the interface speaks, by its name; None for any other."""
    return next((each for each in LANGUAGES if each == name), None)


def hear_language(arguments: Iterable[str]) -> None:
    """Take the language from the options before the verb: the help and its errors are to be spoken in it already."""
    rest = iter(arguments)
    for argument in rest:
        option, _sign, value = argument.partition("=")
        if option == OPTION and (asked := known_language(value or next(rest, None))):
            set_language(asked)
            # What this command starts, such as the app in a web page, is to speak it too.
            os.environ[VARIABLE] = asked
        elif not argument.startswith("-"):
            return


def users_language() -> Language:
    """What JUEYI_LANG or else the settings say, else the locale: English for en_*, otherwise Chinese."""
    asked = known_language(os.environ.get(VARIABLE))
    if asked:
        return asked
    from store.paths import config_file

    if config_file().is_file():
        from store.config import read_config

        setting = read_config().language
        if setting:
            return setting
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "en" if named.lower().startswith("en") else "zh"


@contextmanager
def spoken_by_click() -> Iterator[None]:
    """Let click's own words ("Usage", "Missing argument") come from our catalogue as well.

    They are looked up by gettext's global domain, which learns the language from the environment alone. The
    environment is the user's again afterwards, so that what the app starts does not learn it too.
    """
    gettext.bindtextdomain(DOMAIN, _folder())
    gettext.textdomain(DOMAIN)
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = language()
    try:
        yield
    finally:
        del os.environ["LANGUAGE"]
        if before is not None:
            os.environ["LANGUAGE"] = before


@cache
def _messages(spoken: Language) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, _folder(), [spoken], fallback=True)


def _folder() -> Path:
    return Path(__file__).parent / "locale"


CLICK_WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Invalid value: {message}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("No such command {name!r}."),
    N_("default: {default}"),
    N_("env var: {var}"),
    Nn_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    Nn_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    Nn_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    Nn_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
"""What click says by itself; here so that the catalogue has it."""
