"""What a kind of document is called."""

from __future__ import annotations

from tui.language import N_, _

_KINDS = {
    "resolution": N_("resolution"),
    "decision": N_("decision"),
    "draft resolution": N_("draft resolution"),
    "draft decision": N_("draft decision"),
    "report": N_("report"),
    "note": N_("note by the secretariat"),
    "letter": N_("letter"),
    "record": N_("record"),
    "agenda": N_("agenda"),
    "presidential statement": N_("statement by the President"),
    "document": N_("document"),
}
_REVISED = {
    "draft resolution": N_("revised draft resolution"),
    "draft decision": N_("revised draft decision"),
}
_FORMS = {
    "short": N_("short form"),
    "name": N_("name"),
    "place": N_("place here"),
    "treaty": N_("treaty"),
    "goal": N_("goal"),
    "labour": N_("labour convention"),
    "other": N_("resolution of another body"),
}
"""How a text refers; by number or symbol goes without saying."""


def form_name(form: str) -> str:
    """A form of reference in a word; empty for numbers and symbols."""
    named = _FORMS.get(form)
    return _(named) if named else ""


def kind_name(kind: str, revised: bool = False) -> str:
    """A kind as the library shows it: 订正决议草案. One without a name of its own is shown as it is."""
    named = _REVISED.get(kind) if revised else None
    named = named or _KINDS.get(kind)
    return _(named) if named else kind
