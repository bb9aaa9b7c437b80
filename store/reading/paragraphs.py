"""Lines are joined to paragraphs: labels, ends of sentences, opening verbs and the layout decide."""

from __future__ import annotations

from functools import cached_property

from store.reading.articles import heading_label, is_articled, sentence_label, titled_below
from store.reading.captions import caption_end, names_author
from store.reading.drafts import Body, Draft, Form
from store.reading.ends import (
    JOINING,
    begins_a_clause,
    ends_as_target,
    goes_on_after_stop,
    is_loose_call,
    parted_by_page,
    stands_alone,
)
from store.reading.headings import Headings
from store.reading.items import Enumeration, bulleted
from store.reading.labels import Label
from store.reading.lines import Line
from store.reading.note_signs import begins_with_marker
from store.reading.numbering import Numbered, number_lines
from store.reading.phrases import (
    ADOPTED,
    CALL_ALONE,
    COMMUNICATION,
    HEADS_ALONE,
    LINKED,
    OPENING_AFTER_AND,
    RULE,
    STRONG_ENDS,
    TITLE_OF_TARGETS,
    VOTES,
    WEAK_ENDS,
    is_adoption,
    is_annex,
    is_chapeau,
    is_part,
    may_open_a_clause,
    opens_a_clause_of_adoption,
    opens_preamble,
)
from store.reading.profile import SHORT, Profile
from store.reading.sections import may_part, section_numeral, title_end, titled
from store.reading.speaker import speaker_end
from store.reading.speech import Opening, draft_title_end, opening, speaking

_UNWRAPPED = 120
"""Cells that no line has that a layout broke."""


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
        """Whether one is in an annex or among articles."""
        self.in_annex = False
        self._looked, self._spoken = 0, False
        """Drafts that were looked at for the organ that speaks, and whether one does after them."""
        self.sections = 0
        """Parts under numerals so far."""

    def build(self) -> list[Draft]:
        index = 0
        while index < len(self.body):
            if self.speaks[index] and not self.resolution:
                self.seen_number = self.annexed = self.in_annex = False
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
        if self.drafts and (
            line.goes_on
            or is_loose_call(self.body, index)
            or (self.drafts[-1].awaits_text and not line.label and not line.row)
        ):
            self.drafts[-1].lines.append(line)
            return index + 1
        if line.row:
            self._begin("plain", index, index + 1)
            return index + 1
        if caption := caption_end(self.body, index):
            self._begin("plain", index, caption)
            self.drafts[-1].closed = True
            return caption
        lettered = self.resolution and line.label is not None and line.label.style == "letter"
        if lettered and (title := opening(self.body, index)):
            return self._begin_resolution(index, title)
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
        if self.resolution and may_part(before) and (numeral := section_numeral(self.body, index, self.sections + 1)):
            return self._begin_section(index, numeral)
        if not self.resolution and (title_ends := draft_title_end(self.body, self.speaks, index)):
            self._begin("heading", index, title_ends)
            return title_ends
        if self.articled and (article := self._article(index, before)):
            return article
        heading_end = self._unnumbered_heading(index, before)
        if heading_end is None and self.annexed and self._awaits_title() and self.headings.titles(index):
            heading_end = index + 1
        if heading_end is not None:
            self.in_annex = self.in_annex or is_annex(line.text)
            self.annexed = self.annexed or self.in_annex
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

    def _begin_section(self, index: int, numeral: Label) -> int:
        """A part of a resolution under a numeral alone on its line, with its title below it or none."""
        self.enumeration.close()
        self.sections += 1
        self.seen_number = False
        end = index + 2 if titled(self.body, index + 1) else index + 1
        self.drafts.append(Draft("heading", list(self.body[index:end]), numeral, opens_part=True))
        return end

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
        for draft in self.drafts[self._looked :]:
            if draft.form == "chapeau":
                self._spoken = True
            elif draft.opens_resolution or not draft.speaks or (draft.form == "heading" and is_annex(draft.text)):
                self._spoken = False
        self._looked = len(self.drafts)
        return self._spoken

    def _unnumbered_heading(self, index: int, before: Draft | None) -> int | None:
        """The end of a heading without a number that begins here; None when none does."""
        line = self.body[index]
        apart = before is None or line.gap > 0 or before.last.complete or is_adoption(before.head)
        if before is not None:
            apart = apart or (self.profile.width == 0 and before.last.ending not in JOINING)
            apart = apart or (HEADS_ALONE.fullmatch(line.text) is not None and not self.profile.full(before.last, line))
        rule = self.annexed and RULE.fullmatch(line.text)
        if apart and (is_annex(line.text) or is_part(line.text) or rule):
            return index + 1
        if CALL_ALONE.fullmatch(line.text):
            return None
        if names_author(self.body, index):
            return index + 1
        open_before = before is not None and before.form not in ("heading", "chapeau")
        if open_before and before is not None and before.last.ending not in STRONG_ENDS and not line.marked:
            return self._heading_after_open_text(index, before)
        if self.resolution and not (line.marked or line.text.startswith(("附件", "附录")) or self._parts(index)):
            return None
        return self.headings.unnumbered_end(index)

    def _heading_after_open_text(self, index: int, before: Draft) -> int | None:
        """The end of a heading below a text without a full stop: of the decisions, or of a goal and its targets."""
        line = self.body[index]
        first = self.resolution and not self.seen_number and before.last.ending in WEAK_ENDS
        if line.gap and TITLE_OF_TARGETS.fullmatch(line.text):
            return index + 1
        after_target = line.gap > 0 and before.is_target
        return index + 1 if (first or after_target) and self.headings.heads_decisions(index) else None

    def _awaits_title(self) -> bool:
        """Whether the last block is a heading below which its title may stand: in an annex any, else an article's."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or before.form != "heading":
            return False
        return (
            self.in_annex
            or RULE.fullmatch(before.text) is not None
            or (before.label is not None and before.label.style not in ("chinese", "letter", "number"))
        )

    def _parts(self, index: int) -> bool:
        """Whether a line may head a part of the operative paragraphs: it stands between two sentences, on its own."""
        line = self.body[index]
        if is_adoption(line.text) or line.cells > SHORT:
            return False
        if self.annexed or (self.seen_number and (line.gap > 0 or self.headings.before_a_paragraph(index + 1))):
            return True
        return self.headings.stands_apart(index, index + 1)

    def _goes_on(self, draft: Draft, line: Line) -> bool:
        """Whether a line without a label continues a paragraph."""
        last = draft.last
        end = last.ending
        if line.marked or line.bullet or last.row or draft.closed:
            return False
        if self.profile.begins(line) and not parted_by_page(draft, line):
            return False
        if VOTES.match(line.text) or ADOPTED.match(line.text):
            return False
        if (end in "：:" and end and COMMUNICATION.match(last.text)) or COMMUNICATION.match(line.text):
            return False
        if begins_with_marker(line) or (not line.gap and last.complete and CALL_ALONE.fullmatch(line.text)):
            return True
        if self.profile.inset and not line.gap and not line.boundary:
            return line.indent < self.profile.inset
        if self.profile.inset and line.boundary and not self.profile.trailing_ends and end in STRONG_ENDS and end:
            return line.indent < self.profile.inset and self.profile.full(last, line)
        if end in WEAK_ENDS:
            return self._goes_on_after_comma(draft, line)
        if end in STRONG_ENDS:
            return goes_on_after_stop(draft, line, self.profile, resolution=self.resolution)
        if LINKED.search(last.text) and not (line.boundary or self.profile.wrapped(line)):
            return False
        if self._loses_its_comma(draft, line):
            draft.joined_over.append(len(draft.lines))
            return False
        if draft.label is not None and not (line.gap or self.annexed) and (self.resolution or draft.is_running):
            return True
        if self._is_rest(draft, line):
            return True
        return not (stands_alone(last, line, self.profile) or ends_as_target(draft, line, self.profile))

    def _is_rest(self, draft: Draft, line: Line) -> bool:
        """Whether a line is the rest of a paragraph that nothing closed: no other of its kind begins so."""
        if self.annexed or not line.complete or line.ending in "：:":
            return False
        if is_adoption(line.text) or is_chapeau(line.text):
            return False
        if not self.resolution:
            return draft.form == "numbered" and "，" in draft.text and line.ending in STRONG_ENDS
        if draft.label is not None:
            return self.seen_number
        return not self.seen_number and opens_preamble(draft.lines[0].text) and not opens_preamble(line.text)

    def _goes_on_after_comma(self, draft: Draft, line: Line) -> bool:
        if self.seen_number and self.resolution and not self.annexed and draft.label is not None:
            return True
        if self.seen_number or not self.resolution:
            clause = self.annexed and not self.profile.width and begins_a_clause(draft, line)
            if line.boundary and self.annexed and draft.form == "plain" and opens_preamble(draft.lines[0].text):
                return may_open_a_clause(line.text) or not opens_preamble(line.text)
            return line.boundary or (not line.gap and not clause) or self.profile.wrapped(line)
        if self.profile.parted and not line.gap and not line.boundary:
            return True
        opens = opens_preamble(line.text)
        if opens and OPENING_AFTER_AND.match(line.text) and (line.boundary or self.profile.wrapped(line)):
            opens = False
        if self.profile.wrapped(line) and not line.boundary:
            return self._same_by_layout(draft.last, line, opens)
        if not line.gap and not self.profile.width:
            opens = opens or opens_a_clause_of_adoption(line.text) or (self._unwrapped and not line.boundary)
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
    def _unwrapped(self) -> bool:
        """Whether lines are so long that no layout broke any."""
        return max((line.cells for line in self.body), default=0) > _UNWRAPPED

    @cached_property
    def _indented(self) -> bool:
        """Whether paragraphs of this text begin with an indent."""
        opening = [line for line in self.body if line.label is None and opens_preamble(line.text)]
        return sum(line.indent > self.margin for line in opening) * 2 > len(opening)

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
