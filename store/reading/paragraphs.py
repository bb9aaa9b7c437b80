"""Lines are joined to paragraphs: labels, ends of sentences, opening verbs and the layout decide."""

from __future__ import annotations

from functools import cached_property

from store.reading.articles import heading_label, is_articled, sentence_label, titled_below
from store.reading.captions import caption_end, names_author
from store.reading.drafts import Body, Draft, Form
from store.reading.headings import Headings
from store.reading.items import Enumeration, bulleted
from store.reading.lines import Line
from store.reading.notes import begins_with_marker
from store.reading.numbering import Numbered, number_lines
from store.reading.phrases import (
    CALL_ALONE,
    CLOSING,
    GOES_THROUGH,
    HEADS_ALONE,
    OPENING_AFTER_AND,
    STRONG_ENDS,
    UNNUMBERED_HEADINGS,
    WEAK_ENDS,
    dates_a_meeting,
    is_adoption,
    is_annex,
    may_open_a_clause,
    opens_a_clause_of_adoption,
    opens_preamble,
)
from store.reading.profile import Profile
from store.reading.speaker import speaker_end
from store.reading.speech import Opening, opening, speaking, title_end

_SHORT = 48
"""Cells of a line that may be a name, a date or a head line; a broken paragraph is longer before its break."""
_NARROW = 36
"""The same where blank lines part paragraphs: only a very short line ends without one."""
_JOINING = '、和与及或的在由对向（(《“"/-'
"""Ends at which nothing ends."""


def build_drafts(body: Body, profile: Profile, *, resolution: bool) -> list[Draft]:
    """All lines of a text, in order, as drafts of its blocks."""
    return _Builder(body, profile, resolution).build()


class _Builder:
    def __init__(self, body: Body, profile: Profile, resolution: bool) -> None:
        self.body = body
        self.profile = profile
        self.resolution = resolution
        """Whether the line to be placed stands in a resolution."""
        self.headings = Headings(body, profile)
        self.speaks = speaking(body, self.headings, resolution=resolution)
        self.numbered = number_lines(body, self.headings, profile, self.speaks)
        self.articled = is_articled(body)
        self.margin = min((line.indent for line in body), default=0)
        self.enumeration = Enumeration()
        self.drafts: list[Draft] = []
        self.seen_number = False
        self.annexed = False

    def build(self) -> list[Draft]:
        index = 0
        while index < len(self.body):
            if self.speaks[index] and not self.resolution:
                self.seen_number = self.annexed = False
            self.resolution = self.speaks[index]
            placed = len(self.drafts)
            following = self._place(index)
            for draft in self.drafts[placed:]:
                draft.speaks = self.resolution
            index = following
        return self.drafts

    def _place(self, index: int) -> int:
        """Put the line where it belongs; answers the index of the next line to place."""
        line = self.body[index]
        if line.goes_on and self.drafts:
            self.drafts[-1].lines.append(line)
            return index + 1
        if line.row:
            self._begin("plain", index, index + 1)
            return index + 1
        if caption := caption_end(self.body, index):
            self._begin("plain", index, caption)
            self.drafts[-1].closed = True
            return caption
        verdict = self.numbered.get(index)
        if verdict is not None:
            return self._begin_labelled(index, verdict)
        before = self.drafts[-1] if self.drafts else None
        depth = self.enumeration.depth_of(self.body, index, before)
        if depth is not None:
            self.drafts.append(Draft("item", [line], line.label, depth))
            return index + 1
        if line.bullet and before is not None and (item := bulleted(line, before)):
            self.drafts.append(item)
            return index + 1
        speaker = speaker_end(self.body, index) if self.resolution and not self.seen_number else None
        if speaker and not self._has_chapeau():
            self.drafts.append(Draft("chapeau", list(self.body[index:speaker])))
            return speaker
        if title := opening(self.body, index):
            return self._begin_resolution(index, title)
        if self.articled and (article := self._article(index, before)):
            return article
        heading_end = self._unnumbered_heading(index, before)
        if heading_end is None and self.annexed and self._heads_an_annex(index, before):
            heading_end = index + 1
        if heading_end is not None:
            self.annexed = self.annexed or is_annex(line.text)
            self._begin("heading", index, heading_end)
            return heading_end
        if before is not None and before.form not in ("heading", "chapeau") and self._goes_on(before, line):
            before.lines.append(line)
            return index + 1
        self._begin("plain", index, index + 1)
        return index + 1

    def _begin_labelled(self, index: int, verdict: Numbered) -> int:
        self.enumeration.close()
        lines = list(self.body[index : verdict.end])
        draft = Draft(verdict.form, lines, self.body[index].label, out_of_sequence=verdict.out_of_sequence)
        self.drafts.append(draft)
        self.seen_number = self.seen_number or verdict.form == "numbered"
        return verdict.end

    def _begin_resolution(self, index: int, title: Opening) -> int:
        """A resolution of its own among several, "A" or "73/175", with its title."""
        self.enumeration.close()
        self.seen_number = False
        first = title_end(self.body, index, title.end) if title.label else index + 1
        if title.label and title.label.end >= len(self.body[index].text) and first < title.end:
            first = title_end(self.body, first, title.end)
        lines = list(self.body[index:first])
        self.drafts.append(Draft("heading", lines, title.label, opens_resolution=True))
        while first < title.end:
            start, first = first, title_end(self.body, first, title.end)
            form: Form = "plain" if is_adoption(self.body[start].text) else "heading"
            self.drafts.append(Draft(form, list(self.body[start:first])))
        return title.end

    def _article(self, index: int, before: Draft | None) -> int | None:
        """Place the number of an article, part or chapter; answers the index after it, None when there is none."""
        line = self.body[index]
        if before is not None and before.form != "heading" and not (before.last.complete or line.gap or line.boundary):
            return None
        label = heading_label(line)
        if label is None:
            label = sentence_label(line)
            if label is None:
                return None
            self.enumeration.close()
            self.drafts.append(Draft("numbered", [line], label))
            return index + 1
        end = index + 2 if titled_below(self.body, index, label) else index + 1
        self.enumeration.close()
        self.annexed = True
        self.drafts.append(Draft("heading", list(self.body[index:end]), label))
        return end

    def _begin(self, form: str, start: int, end: int) -> None:
        self.enumeration.close()
        self.drafts.append(Draft("heading" if form == "heading" else "plain", list(self.body[start:end])))

    def _has_chapeau(self) -> bool:
        """Whether an organ speaks already, in this resolution where there are several under letters."""
        for draft in reversed(self.drafts):
            if draft.form == "chapeau":
                return True
            if draft.opens_resolution or not draft.speaks or (draft.form == "heading" and is_annex(draft.text)):
                return False
        return False

    def _unnumbered_heading(self, index: int, before: Draft | None) -> int | None:
        """The end of a heading without a number that begins here; None when none does."""
        line = self.body[index]
        apart = line.gap > 0 or before is None or before.last.complete or is_adoption(before.text)
        if before is not None and HEADS_ALONE.fullmatch(line.text):
            apart = apart or not self.profile.full(before.last, line)
        if apart and (is_annex(line.text) or UNNUMBERED_HEADINGS.fullmatch(line.text)):
            return index + 1
        if CALL_ALONE.fullmatch(line.text):
            return None
        if names_author(self.body, index):
            return index + 1
        open_before = before is not None and before.form not in ("heading", "chapeau")
        if open_before and before is not None and before.last.ending not in STRONG_ENDS and not line.marked:
            return None
        if self.resolution and not (line.marked or line.text.startswith(("附件", "附录")) or self._parts(index)):
            return None
        return self.headings.unnumbered_end(index)

    def _heads_an_annex(self, index: int, before: Draft | None) -> bool:
        """Whether a line is the title of an annex or of one of its parts."""
        line = self.body[index]
        if line.complete or line.cells > 2 * _SHORT or is_adoption(line.text) or line.text[0] in "[［(（":
            return False
        if self.headings.end(index) is None:
            return False
        return before is not None and before.form == "heading"

    def _parts(self, index: int) -> bool:
        """Whether a line may head a part of the operative paragraphs: it stands between two sentences, on its own."""
        line = self.body[index]
        if is_adoption(line.text) or line.cells > _SHORT:
            return False
        return self.annexed or (self.seen_number and line.gap > 0) or self.headings.stands_apart(index, index + 1)

    def _goes_on(self, draft: Draft, line: Line) -> bool:
        """Whether a line without a label continues a paragraph."""
        last = draft.last
        end = last.ending
        if line.marked or line.bullet or last.row or draft.closed or self.profile.begins(line):
            return False
        if begins_with_marker(line) or (not line.gap and last.complete and CALL_ALONE.fullmatch(line.text)):
            return True
        if self.profile.inset and not line.gap and not line.boundary:
            return line.indent < self.profile.inset
        if self.profile.inset and line.boundary and end in STRONG_ENDS and end:
            return line.indent < self.profile.inset and self.profile.full(last, line)
        if end in WEAK_ENDS:
            return self._goes_on_after_comma(draft, line)
        if end in STRONG_ENDS:
            return self._goes_on_after_stop(draft, line)
        if self._loses_its_comma(draft, line):
            draft.joined_over.append(len(draft.lines))
            return False
        return not self._stands_alone(last, line)

    def _stands_alone(self, last: Line, line: Line) -> bool:
        """Whether a line that ends without a stop ends nevertheless: it is short where no layout broke it."""
        return (
            not line.boundary
            and not self.profile.wrapped(line)
            and last.cells <= (_NARROW if self.profile.parted and not line.gap else _SHORT)
            and last.ending not in _JOINING
            and line.text[:1] not in CLOSING
            and not GOES_THROUGH.match(line.text)
            and not (line.gap == 0 and dates_a_meeting(last.text, line.text))
        )

    def _goes_on_after_comma(self, draft: Draft, line: Line) -> bool:
        if self.seen_number or not self.resolution:
            return line.boundary or not line.gap or self.profile.wrapped(line)
        if self.profile.parted and not line.gap and not line.boundary:
            return True
        opens = opens_preamble(line.text)
        if opens and OPENING_AFTER_AND.match(line.text) and (line.boundary or self.profile.wrapped(line)):
            opens = False
        if self.profile.wrapped(line) and not line.boundary:
            return self._same_by_layout(draft.last, line, opens)
        if not line.gap and not self.profile.width:
            opens = opens or opens_a_clause_of_adoption(line.text)
        if opens or line.boundary or not line.gap:
            return not opens
        if self.profile.width:
            draft.joined_over.append(len(draft.lines))
        return False

    def _same_by_layout(self, last: Line, line: Line, opens: bool) -> bool:
        """After a comma at a break that layout makes inside paragraphs too: signs of layout, then the verb, decide."""
        if self.profile.trailing_ends:
            return not last.trailing
        if not opens:
            return True
        if not self.profile.full(last, line) or line.indent > self.margin:
            return False
        return may_open_a_clause(line.text) or self._indented

    @cached_property
    def _indented(self) -> bool:
        """Whether paragraphs of this text begin with an indent."""
        opening = [line for line in self.body if line.label is None and opens_preamble(line.text)]
        return sum(line.indent > self.margin for line in opening) * 2 > len(opening)

    def _goes_on_after_stop(self, draft: Draft, line: Line) -> bool:
        last = draft.last
        if line.boundary:
            return draft.form == "numbered" and not self.resolution and self.profile.full(last, line)
        if not self.profile.wrapped(line):
            heads = line.ending in "：:" and line.cells <= _NARROW
            return self.profile.parted and not line.gap and last.cells > _NARROW and not heads
        if self.profile.trailing_ends:
            return not last.trailing
        return self.profile.full(last, line)

    def _loses_its_comma(self, draft: Draft, line: Line) -> bool:
        """A preambular paragraph without its comma, before another that opens with a verb."""
        return (
            self.resolution
            and not self.seen_number
            and not line.boundary
            and not self.profile.wrapped(line)
            and draft.form == "plain"
            and opens_preamble(line.text)
        )
