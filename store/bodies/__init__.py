"""The bodies of the United Nations: their names, symbols, and how those number that adopt resolutions and decisions.

Tables by family, and the questions one asks of them. A body numbers here only when the symbols of its resolutions are
certain. Sessions and numbers are plausible ranges: they rank readings of a bare number and raise doubts, but
an organ that is named beats them.
"""

from store.bodies.naming import (
    FOREIGN,
    name_pattern,
    organ_named,
    organs_by_latin_name,
    organs_by_name,
    organs_meant,
)
from store.bodies.organ import Organ, is_decision_number
from store.bodies.running import is_known, is_plausible, session_of
from store.bodies.table import BODIES, ORGANS, body_of, organ_of, organs_by_key, organs_for, owner_by_shape

__all__ = [
    "BODIES",
    "FOREIGN",
    "ORGANS",
    "Organ",
    "body_of",
    "is_decision_number",
    "is_known",
    "is_plausible",
    "name_pattern",
    "organ_named",
    "organ_of",
    "organs_by_key",
    "organs_by_latin_name",
    "organs_by_name",
    "organs_for",
    "organs_meant",
    "owner_by_shape",
    "session_of",
]
