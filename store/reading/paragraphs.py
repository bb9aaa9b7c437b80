"""Lines are joined to paragraphs: labels, ends of sentences, opening verbs and the layout decide."""

from __future__ import annotations

from store.reading.drafts import Body, Draft
from store.reading.headings import Headings
from store.reading.items import Enumeration
from store.reading.lines import Line
from store.reading.notes import begins_with_marker
from store.reading.numbering import Numbered, number_lines
from store.reading.phrases import (
    OPENING_AFTER_AND,
    STRONG_ENDS,
    WEAK_ENDS,
    is_chapeau,
    may_open_a_clause,
    opens_preamble,
)
from store.reading.profile import Profile


def build_drafts(body: Body, profile: Profile, *, resolution: bool) -> list[Draft]:
    """All lines of a text, in order, as drafts of its blocks."""
    return _Builder(body, profile, resolution).build()


class _Builder:
    def __init__(self, body: Body, profile: Profile, resolution: bool) -> None:
        self.body = body
        self.profile = profile
        self.resolution = resolution
        self.headings = Headings(body, profile)
        self.numbered = number_lines(body, self.headings, profile, resolution=resolution)
        self.enumeration = Enumeration()
        self.drafts: list[Draft] = []
        self.seen_number = False

    def build(self) -> list[Draft]:
        index = 0
        while index < len(self.body):
            index = self._place(index)
        return self.drafts

    def _place(self, index: int) -> int:
        """Put the line where it belongs; answers the index of the next line to place."""
        line = self.body[index]
        verdict = self.numbered.get(index)
        if verdict is not None:
            return self._begin_labelled(index, verdict)
        before = self.drafts[-1] if self.drafts else None
        depth = self.enumeration.depth_of(self.body, index, before)
        if depth is not None:
            self.drafts.append(Draft("item", [line], line.label, depth))
            return index + 1
        if self.resolution and not self.seen_number and is_chapeau(line.text) and not self._has_chapeau():
            self.drafts.append(Draft("chapeau", [line]))
            return index + 1
        heading_end = self._unnumbered_heading(index, before)
        if heading_end is not None:
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

    def _begin(self, form: str, start: int, end: int) -> None:
        self.enumeration.close()
        self.drafts.append(Draft("heading" if form == "heading" else "plain", list(self.body[start:end])))

    def _has_chapeau(self) -> bool:
        return any(draft.form == "chapeau" for draft in self.drafts)

    def _unnumbered_heading(self, index: int, before: Draft | None) -> int | None:
        """The end of a heading without a number that begins here; None when none does."""
        line = self.body[index]
        open_before = before is not None and before.form not in ("heading", "chapeau")
        if open_before and before is not None and before.last.ending not in STRONG_ENDS:
            return None
        if self.resolution and not line.marked and not line.text.startswith(("附件", "附录")):
            return None
        return self.headings.unnumbered_end(index)

    def _goes_on(self, draft: Draft, line: Line) -> bool:
        """Whether a line without a label continues a paragraph."""
        last = draft.last
        end = last.ending
        if line.marked or line.bullet:
            return False
        if begins_with_marker(line):
            return True
        if end in WEAK_ENDS:
            return self._goes_on_after_comma(draft, line)
        if end in STRONG_ENDS:
            return self._goes_on_after_stop(draft, line)
        if self._loses_its_comma(draft, line):
            draft.joined_over.append(len(draft.lines))
            return False
        return True

    def _goes_on_after_comma(self, draft: Draft, line: Line) -> bool:
        if self.seen_number or not self.resolution:
            return True
        opens = opens_preamble(line.text)
        if opens and OPENING_AFTER_AND.match(line.text) and (line.boundary or self.profile.wrapped(line)):
            opens = False
        if self.profile.wrapped(line) and not line.boundary:
            return self._same_by_layout(draft.last, line, opens)
        if opens or line.boundary or not line.gap:
            return not opens
        draft.joined_over.append(len(draft.lines))
        return False

    def _same_by_layout(self, last: Line, line: Line, opens: bool) -> bool:
        """After a comma at a break that layout makes inside paragraphs too: signs of layout, then the verb, decide."""
        if self.profile.trailing_ends:
            return not last.trailing
        if not opens:
            return True
        if not self.profile.full(last, line) or line.indent:
            return False
        return may_open_a_clause(line.text) or self._indented()

    def _indented(self) -> bool:
        """Whether paragraphs of this text begin with an indent."""
        opening = [line for line in self.body if line.label is None and opens_preamble(line.text)]
        return sum(line.indent > 0 for line in opening) * 2 > len(opening)

    def _goes_on_after_stop(self, draft: Draft, line: Line) -> bool:
        last = draft.last
        if line.boundary:
            return draft.form == "numbered" and not self.resolution and self.profile.width > 0
        if not self.profile.wrapped(line):
            return False
        if self.profile.trailing_ends:
            return not last.trailing
        if draft.form == "numbered" and not self.resolution:
            return self.profile.full(last, line) or line.indent == 0
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
