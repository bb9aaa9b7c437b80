"""Why a citation is read as it is, in the language of the interface: the store's rules, with a sentence for each."""

from __future__ import annotations

from store.bodies import organs_by_key
from store.document import Citation, Confidence
from store.symbols import Symbol
from tui.language import N_, _, language
from tui.naming import display_name

RULES = {
    "named-before": N_("“{words}” stands right before the number"),
    "named-after": N_("“{words}”, right after it, says whose it is"),
    "list": N_("it goes on with a list that “{words}” begins"),
    "pronoun": N_("“{words}”: the pronoun means the body named"),
    "pronoun-speaker": N_("“{words}” means the body that speaks here, {organ}"),
    "shared-treaty": N_("“{words}”: the treaty named says which meeting is meant"),
    "shared-name": N_("“{words}”: the full name says which body the short one means"),
    "shared-speaker": N_("“{words}” means the body whose document this is, {organ}"),
    "shared-document": N_("“{words}” can mean only {organ} in this document"),
    "sentence": N_("“{words}” is named earlier in the sentence"),
    "later": N_("“{words}” is named later in the sentence"),
    "caller": N_("“{words}” is named where the text calls this footnote"),
    "elsewhere": N_("another place of the document says “{words}”"),
    "settled-elsewhere": N_("you said so of the same number at another place"),
    "completed": N_("another place of the document gives the year or session: “{words}”"),
    "well-known": N_("the running number “{words}” is generally known, with its session or year"),
    "speaker": N_("nobody is named: it is the number of the body that speaks here, {organ}"),
    "receiver": N_("nobody is named: it is the number of the body whose document this is, {organ}"),
    "shape": N_("only the Security Council writes a year in brackets"),
    "own-shape": N_("only {organ} writes its numbers so: “{words}”"),
    "only": N_("of the bodies known, only {organ} numbers so"),
    "symbol": N_("the symbol is printed in full"),
    "component": N_("“{words}” is a further part of the document named before it"),
    "misread": N_("the symbol is printed in full, but something in it is misread: “{words}”"),
    "range": N_("it lies between the numbers that “{words}” joins"),
    "link": N_("the file has a link to it: {words}"),
    "settled": N_("you said so"),
    "foreign": N_("“{words}” is none of the bodies whose numbers are known"),
    "unlike": N_("“{words}” does not number so"),
    "between": N_("nothing decides between the bodies named: {words}"),
    "several": N_("nobody is named, and several bodies number so"),
    "nothing": N_("nobody is named, and no body known numbers so"),
    "incomplete": N_("neither this place nor another gives the year or session"),
}
"""A sentence for each rule, with the words that decided, and the body to which the number was given."""

REFERENCES = {
    "table": N_("the table of instruments has this title"),
    "table-short": N_("the table of instruments has this short title"),
    "defined": N_("the document gives this name to “{words}”"),
    "equated": N_("the document says so: “{words}”"),
    "suffix": N_("it is the end of the title “{words}”"),
    "words": N_("its words are those of the title “{words}”"),
    "nearby": N_("it is the nearest of the titles that it may be short for"),
    "antecedent": N_("it takes up “{words}”"),
    "same-note": N_("“{words}” takes up what the note before it cites"),
    "same-source": N_("“{words}” takes up what the bracket or sentence before it cites"),
    "goal-number": N_("the number is a goal's or a target's"),
    "labour-number": N_("the number is that of a convention of the International Labour Organization"),
    "other-number": N_("no organ of the United Nations numbers so, only this body"),
    "labour-protocol": N_("it belongs to the convention “{words}”"),
    "treaty-series": N_("volume and number of a treaty series are printed"),
    "own-paragraph": N_("it is a paragraph of this document"),
    "own-section": N_("it is a section of this document"),
    "own-note": N_("it is a footnote of this document"),
}
"""The same for references of other forms."""

_OPEN = {
    **dict.fromkeys(("suffix", "words", "nearby"), N_("it may be short for several titles")),
    "defined": N_("the document gives this name to several"),
    "equated": N_("the document says different things of it"),
    "antecedent": N_("it may take up several"),
    **dict.fromkeys(("own-paragraph", "own-section", "own-note"), N_("this document has no such place")),
}
"""The same for references that stay open."""

_CONFIDENCE: dict[Confidence, tuple[str, str]] = {
    "sure": ("●", N_("sure")),
    "likely": ("◐", N_("likely")),
    "open": ("○", N_("undecided")),
}


def reason_words(citation: Citation) -> str:
    """The rule that decided and the words by which it did; a rule not known here by its name."""
    words = " ".join(citation.words.split())
    said = RULES.get(citation.rule) or REFERENCES.get(citation.rule)
    if citation.confidence == "open":
        said = _OPEN.get(citation.rule, said)
    if said is None:
        return f"{citation.rule}: {words}" if words else citation.rule
    return _(said).format(words=words, organ=_organ(citation))


def confidence_sign(confidence: Confidence) -> str:
    """A sign for how sure a reading is."""
    return _CONFIDENCE[confidence][0]


def confidence_words(confidence: Confidence) -> str:
    """How sure a reading is."""
    return _(_CONFIDENCE[confidence][1])


def candidate_words(citation: Citation) -> str:
    """What an open citation may mean, the likeliest first; empty where nothing is offered."""
    names = _(", ").join(display_name(symbol) for symbol in citation.candidates)
    return _("it may be: {names}").format(names=names) if names else ""


def reason_line(citation: Citation) -> str:
    """How sure, why, and what else it may be, in one line."""
    said = (confidence_words(citation.confidence), reason_words(citation), candidate_words(citation))
    return f"{confidence_sign(citation.confidence)} {' · '.join(filter(None, said))}"


def _organ(citation: Citation) -> str:
    symbol = Symbol.parse(citation.symbol or "")
    organ = organs_by_key().get(symbol.organ or "") if symbol else None
    if organ is None:
        return citation.symbol or ""
    return organ.chinese if language() == "zh" else organ.english
