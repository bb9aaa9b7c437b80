"""The rows of the list of annotations. There may be very many: each is made when it is looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import ClassVar, overload

from textual.content import Content

from store.annotations.records import Annotation
from store.export.sections import Entry
from store.listing.groups import Group, Grouping
from store.listing.listing import Contested, Listing
from store.listing.standing import Standings
from tui.addresses import spoken_address
from tui.group_words import group_words, kind_label
from tui.language import _
from tui.lost_words import lost_words
from tui.typeset import Widths, visible
from tui.widgets.columns import cell
from tui.widgets.marks import KIND
from tui.widgets.rows import Heading
from tui.workspace import Workspace

_ADDRESS, _DOCUMENT = 22, 18
_MARKED, _UNMARKED = "✓ ", "  "


@dataclass
class NoteView:
    """What all rows of one list share: who knows where they stand, which are marked, how they are shown."""

    workspace: Workspace
    widths: Widths
    ask: Callable[[str], object]
    """Looks where the annotations of a document stand, by its key; then the rows are drawn again."""
    marked: dict[str, Annotation] = field(default_factory=dict)
    """Annotations that are marked, by id."""
    _asked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.standings = Standings(self.workspace.library)

    def entry(self, annotation: Annotation) -> Entry | None:
        """Where it stands; when nobody has looked yet, somebody will."""
        known = self.standings.known(annotation)
        if known is None and annotation.document not in self._asked:
            self._asked.add(annotation.document)
            self.ask(annotation.document)
        return known

    def place(self, annotation: Annotation) -> str:
        """The id of the (first) block or footnote where it stands today, as far as that is known."""
        known = self.standings.known(annotation)
        return known.places[0] if known and known.places else annotation.place

    def address(self, annotation: Annotation) -> str:
        """The same as one would cite it; until somebody has looked, the id."""
        known = self.entry(annotation)
        return spoken_address(known.address) if known else annotation.place

    def forget(self) -> None:
        """Ask again where annotations stand: they were changed."""
        self._asked.clear()

    def kind(self, name: str) -> str:
        """What a kind is called."""
        return kind_label(self.workspace.config.kinds, name)


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One annotation: where, its kind and tags, its note or else its quotation."""

    annotation: Annotation
    view: NoteView
    with_document: bool = False
    """Whether its document is named: elsewhere the heading names it."""
    selectable: ClassVar[bool] = True

    @property
    def key(self) -> str:
        """The document's key."""
        return self.annotation.document

    def line(self, width: int) -> Content:
        """Its row."""
        view, annotation = self.view, self.annotation
        entry = view.entry(annotation)
        address = cell(visible(view.address(annotation)), min(_ADDRESS, width // 4), view.widths)
        document = cell(visible(annotation.document), min(_DOCUMENT, width // 5), view.widths) + "  "
        lost = f"{lost_words(entry.lost)}  " if entry and entry.lost else ""
        kind = f"{KIND} {visible(view.kind(annotation.kind))}  " if annotation.kind else ""
        tags = "".join(f"# {visible(tag)}  " for tag in annotation.tags)
        note = visible(" ".join((annotation.note or annotation.proposed).split()))
        quote = "" if note else visible(" ".join((entry.quote if entry else annotation.quote).split()))
        return Content.assemble(
            (_MARKED if annotation.id in view.marked else _UNMARKED, "$accent"),
            (document if self.with_document else "", "$text-muted"),
            (address, "$text-muted"),
            "  ",
            (lost, "$text-warning"),
            (kind + tags, "$secondary"),
            note,
            (quote, "$text-muted"),
        )


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A state of an annotation that gave way to another."""

    contested: Contested
    view: NoteView
    selectable: ClassVar[bool] = True

    @property
    def annotation(self) -> Annotation:
        """The state that counts, or of one that was removed the one that gave way."""
        return self.contested.kept or self.contested.conflict.lost

    def line(self, width: int) -> Content:
        """Its row: where, and what the state that gave way says."""
        lost, widths = self.contested.conflict.lost, self.view.widths
        where = cell(visible(f"{lost.document} {self.view.address(self.annotation)}"), min(40, width // 2), widths)
        tags = "".join(f"# {visible(tag)}  " for tag in lost.tags)
        words = visible(" ".join((lost.note or lost.proposed).split()))
        return Content.assemble(("! ", "$text-warning"), (where, "$text-muted"), "  ", (tags, "$secondary"), words)


AnyRow = NoteRow | ConflictRow | Heading


class NoteRows(Sequence[AnyRow]):
    """The headings and rows of groups, after those of conflicts."""

    def __init__(
        self,
        listing: Listing,
        by: Grouping,
        groups: Sequence[Group],
        contested: Sequence[Contested],
        view: NoteView,
        *,
        total: int,
        with_headings: bool,
    ) -> None:
        self.total = total
        """How many annotations there are; one in several groups counts once."""
        self._listing = listing
        self._by = by
        self._groups = groups
        self._contested = contested
        self._view = view
        self._head = int(with_headings)
        self._above = len(contested) + 1 if contested else 0
        sizes = (len(each.indices) + self._head for each in groups)
        self._ends = list(accumulate(sizes, initial=self._above))
        """Where each group begins, and where the last one ends."""

    def __len__(self) -> int:
        return self._ends[-1]

    @overload
    def __getitem__(self, at: int) -> AnyRow: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[AnyRow]: ...

    def __getitem__(self, at: int | slice) -> AnyRow | Sequence[AnyRow]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        if at < self._above:
            return ConflictRow(self._contested[at - 1], self._view) if at else self._conflict_heading()
        turn = bisect_right(self._ends, at) - 1
        within = at - self._ends[turn] - self._head
        group = self._groups[turn]
        if within < 0:
            return self._heading(group)
        with_document = self._by != "document"
        return NoteRow(self._listing.annotations[group.indices[within]], self._view, with_document)

    def annotations(self) -> list[Annotation]:
        """All annotations, each once."""
        indices = dict.fromkeys(index for each in self._groups for index in each.indices)
        return [self._listing.annotations[index] for index in indices]

    def index_of(self, row: NoteRow | ConflictRow) -> int:
        """Where the annotation or conflict of a row stands now; the top where it is not there any more."""
        if isinstance(row, ConflictRow):
            ids = [each.conflict.id for each in self._contested]
            return ids.index(row.contested.conflict.id) + 1 if row.contested.conflict.id in ids else 0
        wanted, held = row.annotation.id, self._listing.annotations
        for start, group in zip(self._ends, self._groups, strict=False):
            for turn, index in enumerate(group.indices):
                if held[index].id == wanted:
                    return start + self._head + turn
        return 0

    def _heading(self, group: Group) -> Heading:
        view = self._view
        named = group_words(self._by, group.name, view.workspace.config.kinds)
        title = ""
        if self._by == "document":
            title = self._listing.source(group.indices[0]).title
        elif self._by == "cited" and group.name:
            entry = view.workspace.library.entry(group.name)
            title = (entry.title if entry else None) or ""
        title = "" if title == group.name else f"   {visible(title)}" if title else ""
        count = f"  {len(group.indices)}"
        return Heading(Content.assemble((visible(named), "bold"), (count, "$text-muted"), (title, "$text-muted")))

    def _conflict_heading(self) -> Heading:
        words = _("Changed in two places: one state gave way")
        count = f"  {len(self._contested)}"
        return Heading(Content.assemble((words, "bold $text-warning"), (count, "$text-muted")))
