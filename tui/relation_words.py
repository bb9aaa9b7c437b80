"""How documents are joined, in the words of the interface: treatments, parts, families and their reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.library.families.kin import Kin, Reason
from store.library.treatments import Counts
from store.symbols import Symbol
from tui.language import N_, _, n_

TREATMENTS: Mapping[str, str] = {
    "recall": N_("recalled"),
    "reaffirm": N_("reaffirmed"),
    "affirm": N_("affirmed"),
    "recognize": N_("recognized"),
    "mindful": N_("borne in mind"),
    "welcome": N_("welcomed"),
    "note": N_("noted"),
    "attention": N_("attention drawn"),
    "emphasize": N_("emphasized"),
    "appreciate": N_("appreciated"),
    "request": N_("requested"),
    "urge": N_("urged"),
    "call": N_("called upon"),
    "encourage": N_("encouraged"),
    "decide": N_("decided"),
    "condemn": N_("condemned"),
    "regret": N_("regretted"),
    "concern": N_("of concern"),
    "expect": N_("expected"),
    "endorse": N_("endorsed"),
    "adopt": N_("adopted"),
    "support": N_("supported"),
    "recommend": N_("recommended"),
    "consider": N_("considered"),
    "extend": N_("extended"),
    "amend": N_("amended"),
    "repeal": N_("repealed"),
    "refer": N_("referred to"),
    "implement": N_("implemented"),
    "accord": N_("in accordance"),
    "breach": N_("in breach"),
    "see": N_("see"),
    "recount": N_("recounted"),
    "none": N_("no verb"),
}
"""By the stable names of treatments: what is done to the cited text, or in connection with it."""

PARTS: Mapping[str, str] = {
    "preamble": N_("preamble"),
    "operative": N_("operative part"),
    "text": N_("other text"),
    "footnote": N_("footnotes"),
}

RELATIONS: Mapping[str, str] = {
    "draft": N_("its draft"),
    "adopted": N_("adopted as"),
    "revision": N_("revised as"),
    "revised": N_("revises"),
    "report": N_("report on it"),
    "mandate": N_("asked for by"),
    "series": N_("series"),
}
"""What the other document is to the one that is shown."""


def treatment_name(treatment: str) -> str:
    """A treatment in a word or two."""
    return _(TREATMENTS[treatment])


def part_name(part: str) -> str:
    """A part of citing texts."""
    return _(PARTS[part])


def relation_name(kin: Kin) -> str:
    """What a document is to the one that is shown."""
    return _(RELATIONS[kin.relation])


def counts_words(counts: Counts) -> tuple[str, str]:
    """How often by each treatment, and in each part."""
    by_treatment = (f"{treatment_name(name)} {count}" for name, count in counts.treatments.items())
    by_part = (f"{part_name(name)} {count}" for name, count in counts.parts.items())
    return " · ".join(by_treatment), " · ".join(by_part)


def cited_words(mentions: int, documents: int) -> str:
    """In how many places, and in how many documents."""
    places = n_("cited in {count} place", "cited in {count} places", mentions).format(count=mentions)
    held = n_("{count} document", "{count} documents", documents).format(count=documents)
    return _("{places}, {documents}").format(places=places, documents=held)


def short_name(kin: Kin) -> str:
    """A member of a series beside others: its number, without what all of them share."""
    known = Symbol.parse(kin.symbol) if kin.symbol else None
    return (known.number if known else None) or kin.symbol or f"{kin.year or ''} {kin.title or kin.key}".strip()


def series_words(kin: Iterable[Kin]) -> str:
    """A series on one line: 61/180 · 63/194 · 64/178."""
    return " · ".join(map(short_name, kin))


def kin_name(kin: Kin) -> str:
    """Which document it is, with its title where it has one."""
    name = kin.symbol or kin.key or ""
    return "  ".join(filter(None, (name, kin.title if (kin.title or "") not in name else None)))


def why_words(kin: Kin) -> str:
    """That it is inferred, and from what."""
    reasons = _(", ").join(filter(None, map(_reason, kin.reasons)))
    if kin.confidence == "sure":
        return reasons
    return _("{doubt}: {reasons}").format(doubt=doubt_word(kin), reasons=reasons)


def doubt_word(kin: Kin) -> str:
    """How sure the inference is; nothing where the document says so itself."""
    return {"sure": "", "likely": _("likely"), "open": _("perhaps")}[kin.confidence]


def _reason(reason: Reason) -> str:
    match reason.rule:
        case "same-title":
            return _("same title")
        case "short-title":
            return _("title shortened as “{words}”").format(words=reason.words)
        case "near-title":
            return _("title much like “{words}”").format(words=reason.words)
        case "organ":
            return _("same body")
        case "session":
            return _("same session, {number}").format(number=reason.words)
        case "year":
            return _("same year, {number}").format(number=reason.words)
        case "listed":
            return _("cited under “{words}”").format(words=reason.words)
        case "version":
            return _("same symbol but for the revision")
        case _:
            return _("it says so")
