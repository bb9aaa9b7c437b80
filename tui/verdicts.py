"""`check --citations`: what the library says to each citation of a text, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.library.library import Library
from store.library.verdicts import Finding, Judged, Verdict, counts, judge, public
from tui import printing, reasons
from tui.addresses import spoken_address
from tui.doubts import doubt_words
from tui.language import N_, _
from tui.naming import display_name
from tui.printing import put, put_json, say
from tui.progress_bar import progress_bar

_VERDICTS: Mapping[Verdict, str] = {
    "contradicts": N_("contradicts"),
    "open": N_("cannot be judged"),
    "absent": N_("not in the library"),
    "agrees": N_("agrees"),
}
_DIFFERS = {
    "title": N_("the title is “{known}”, not “{said}” (according to {source})"),
    "date": N_("the date is {known}, not {said} (according to {source})"),
    "paragraph": N_("{source} has no {said}; it has {known}"),
    "organ": N_("the library has {known} under this number and title, not {said}"),
}
_AGREES = {
    "title": N_("title as in {source}"),
    "date": N_("date as in {source}"),
    "paragraph": N_("{said} is there"),
}


def check_citations(target: str | None, as_json: bool) -> int:
    """Print the verdict on each citation of a document or file.

    Returns 0, also where something contradicts; 1 when the text cites nothing, 2 without a target.
    """
    from tui.verbs import DONE, NOTHING, USAGE, held

    if target is None:
        say(_("Name the document or file whose citations are to be checked."))
        return USAGE
    library = Library()
    with progress_bar() as progress:
        entry = held(library, target, progress).entry
        document = library.document(entry.key, progress)
    judged = judge(library, document, entry.key)
    if as_json:
        put_json({"key": entry.key, "counts": counts(judged), "citations": [public(each) for each in judged]})
    else:
        _put(entry.key, judged)
    if not judged:
        say(_("{target} cites no resolution, decision or document.").format(target=target))
        return NOTHING
    return DONE


def verdict_words(verdict: Verdict) -> str:
    """A verdict in the language of the interface."""
    return _(_VERDICTS[verdict])


def cited_words(judged: Judged) -> str:
    """Which document is meant, as one cites it; of an open citation the words as printed."""
    symbol = judged.citation.symbol
    return display_name(symbol) if symbol else judged.citation.surface


def finding_words(finding: Finding) -> str:
    """What was compared, and how it came out."""
    if finding.doubt:
        return doubt_words(finding.doubt, finding.known)
    words = (_AGREES if finding.agrees else _DIFFERS)[finding.matter]
    said, known = (spoken_address(each) if finding.matter == "paragraph" else each for each in finding[2:4])
    return _(words).format(said=said, known=known, source=finding.source)


def reason_words(judged: Judged) -> str:
    """All that was found, in one line; of what stays open, why; empty where the verdict says it all."""
    if judged.verdict == "open":
        citation = judged.citation
        return " · ".join(filter(None, (reasons.reason_words(citation), reasons.candidate_words(citation))))
    if judged.held and not judged.findings:
        return _("it is in the library; nothing that is said of it could be compared")
    return _("; ").join(map(finding_words, judged.findings))


def count_words(judged: Sequence[Judged]) -> str:
    """How many citations got each verdict."""
    return " · ".join(f"{verdict_words(verdict)} {count}" for verdict, count in counts(judged).items())


def _put(key: str, judged: Sequence[Judged]) -> None:
    put(key)
    rows = [
        (f"  {verdict_words(each.verdict)}", spoken_address(each.address), cited_words(each), reason_words(each))
        for each in judged
    ]
    for line in printing.table(rows):
        put(line)
    if judged:
        put("  " + count_words(judged))
        put("  " + _("Not in the library does not mean that it does not exist: jueyi knows only what was added."))
