"""What the list of annotations says of itself: its title, and what its filter understands."""

from __future__ import annotations

from textual.content import Content

from store.listing.groups import Grouping
from store.listing.listing import Listing
from tui.group_words import GROUPINGS
from tui.language import N_, _, n_
from tui.typeset import visible

FILTER_WORDS = (
    (N_("words"), N_("Stand in the note, the quotation, a tag, the kind, or the document's symbol or title.")),
    (N_('"…"'), N_("What stands in quotation marks is looked for as it is.")),
    (N_("#tag"), N_("Bears a tag that holds this, or a tag under such a one.")),
    (N_("kind:"), N_("Is of this kind: kind:agreed.")),
    (N_("by:"), N_("Is by this person.")),
    (N_("in:"), N_("Is in a document whose symbol or title holds this.")),
    (N_("cites:"), N_("Stands where this document is cited: cites:64/293.")),
    (N_("since: until:"), N_("Was changed from then on, or up to then: since:2026-11 until:2026-11-20.")),
    (N_("is:orphan"), N_("Was not found again in its text.")),
    (N_("is:conflict"), N_("Has another state that gave way.")),
)
"""What can be typed into the prompt, and what that asks for."""


def list_title(key: str, total: int | None, listing: Listing | None, by: Grouping, marked: int) -> Content:
    """Of what the list is, how long, how it is grouped, how much of it is marked.

    Args:
        key: Of the document whose annotations are listed; empty for all.
        total: How many are shown; None as long as nothing is.
        listing: All that was read.
        by: What they are grouped by.
        marked: How many are marked.
    """
    parts = [(visible(key) or _("the whole library"), "$text-muted")]
    if total is not None and listing:
        count = n_("{count} annotation", "{count} annotations", total).format(count=total)
        parts.append((count, "$text-muted"))
        if not listing.is_complete:
            reading = _("reading: {read} of {all} documents").format(read=listing.read, all=listing.files)
            parts.append((reading, "$text-warning"))
    parts.append((_(GROUPINGS[by]), "$text-muted"))
    if marked:
        parts.append((n_("{count} marked", "{count} marked", marked).format(count=marked), "$accent"))
    title: list[str | tuple[str, str]] = [(_("Tags and notes"), "bold"), "   "]
    for turn, part in enumerate(parts):
        title += [" · ", part] if turn else [part]
    return Content.assemble(*title)
