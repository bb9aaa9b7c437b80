"""The few ways in which the store can fail, each with a sentence for the reader: what, where, what to do."""

from __future__ import annotations


class JueyiError(Exception):
    """Anything the store refuses, in words fit to show to a user."""


class UnreadableSource(JueyiError):
    """A file that is missing, not text, or in no encoding we know."""


class UnknownTarget(JueyiError):
    """A symbol, number, place or file that leads nowhere."""


class StoreUnavailable(JueyiError):
    """The library or the annotations can't be read or written: permissions, a full disk, a newer version."""
