"""Identities: of annotations, of steps, of the windows in which they are made."""

from __future__ import annotations

import os
import time


def new_identity() -> str:
    """A fresh id of 32 hexadecimal digits: the time, so that files read in order of creation, then chance."""
    return f"{time.time_ns():016x}{os.urandom(8).hex()}"
